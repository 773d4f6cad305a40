/**
 * An assessment, before its texts are loaded.
 */
export class Opened {
    __destroy_into_raw() {
        const ptr = this.__wbg_ptr;
        this.__wbg_ptr = 0;
        OpenedFinalization.unregister(this);
        return ptr;
    }
    free() {
        const ptr = this.__destroy_into_raw();
        wasm.__wbg_opened_free(ptr, 0);
    }
    /**
     * Whether a fragment is a link to this assessment, of whatever version.
     * @param {string} fragment
     * @returns {boolean}
     */
    concerns(fragment) {
        const ptr0 = passStringToWasm0(fragment, wasm.__wbindgen_malloc, wasm.__wbindgen_realloc);
        const len0 = WASM_VECTOR_LEN;
        const ret = wasm.opened_concerns(this.__wbg_ptr, ptr0, len0);
        return ret !== 0;
    }
    /**
     * The answers in the fragment of a link.
     *
     * # Errors
     * A list of one problem: why it cannot be opened.
     * @param {string} fragment
     * @returns {any}
     */
    decodeLink(fragment) {
        const ptr0 = passStringToWasm0(fragment, wasm.__wbindgen_malloc, wasm.__wbindgen_realloc);
        const len0 = WASM_VECTOR_LEN;
        const ret = wasm.opened_decodeLink(this.__wbg_ptr, ptr0, len0);
        if (ret[2]) {
            throw takeFromExternrefTable0(ret[1]);
        }
        return takeFromExternrefTable0(ret[0]);
    }
    /**
     * The fragment of a link to `answers`, without `#`.
     *
     * # Errors
     * The list of the answers' problems.
     * @param {any} answers
     * @returns {string}
     */
    encodeLink(answers) {
        let deferred2_0;
        let deferred2_1;
        try {
            const ret = wasm.opened_encodeLink(this.__wbg_ptr, answers);
            var ptr1 = ret[0];
            var len1 = ret[1];
            if (ret[3]) {
                ptr1 = 0; len1 = 0;
                throw takeFromExternrefTable0(ret[2]);
            }
            deferred2_0 = ptr1;
            deferred2_1 = len1;
            return getStringFromWasm0(ptr1, len1);
        } finally {
            wasm.__wbindgen_free(deferred2_0, deferred2_1, 1);
        }
    }
    /**
     * The Report on `answers`, in the language that serves `language` or else the file's first. A question without an
     * answer counts as unknown.
     *
     * # Errors
     * The list of the answers' problems.
     * @param {any} answers
     * @param {string} language
     * @returns {any}
     */
    evaluate(answers, language) {
        const ptr0 = passStringToWasm0(language, wasm.__wbindgen_malloc, wasm.__wbindgen_realloc);
        const len0 = WASM_VECTOR_LEN;
        const ret = wasm.opened_evaluate(this.__wbg_ptr, answers, ptr0, len0);
        if (ret[2]) {
            throw takeFromExternrefTable0(ret[1]);
        }
        return takeFromExternrefTable0(ret[0]);
    }
    /**
     * The fingerprint of what decides a score.
     * @returns {string}
     */
    get fingerprint() {
        let deferred1_0;
        let deferred1_1;
        try {
            const ret = wasm.opened_fingerprint(this.__wbg_ptr);
            deferred1_0 = ret[0];
            deferred1_1 = ret[1];
            return getStringFromWasm0(ret[0], ret[1]);
        } finally {
            wasm.__wbindgen_free(deferred1_0, deferred1_1, 1);
        }
    }
    /**
     * The file's first language.
     * @returns {string}
     */
    get firstLanguage() {
        let deferred1_0;
        let deferred1_1;
        try {
            const ret = wasm.opened_firstLanguage(this.__wbg_ptr);
            deferred1_0 = ret[0];
            deferred1_1 = ret[1];
            return getStringFromWasm0(ret[0], ret[1]);
        } finally {
            wasm.__wbindgen_free(deferred1_0, deferred1_1, 1);
        }
    }
    /**
     * Its id.
     * @returns {string}
     */
    get id() {
        let deferred1_0;
        let deferred1_1;
        try {
            const ret = wasm.opened_id(this.__wbg_ptr);
            deferred1_0 = ret[0];
            deferred1_1 = ret[1];
            return getStringFromWasm0(ret[0], ret[1]);
        } finally {
            wasm.__wbindgen_free(deferred1_0, deferred1_1, 1);
        }
    }
    /**
     * The file's language that serves `wanted`, if one does.
     * @param {string} wanted
     * @returns {string | undefined}
     */
    languageFor(wanted) {
        const ptr0 = passStringToWasm0(wanted, wasm.__wbindgen_malloc, wasm.__wbindgen_realloc);
        const len0 = WASM_VECTOR_LEN;
        const ret = wasm.opened_languageFor(this.__wbg_ptr, ptr0, len0);
        let v2;
        if (ret[0] !== 0) {
            v2 = getStringFromWasm0(ret[0], ret[1]);
            wasm.__wbindgen_free(ret[0], ret[1] * 1, 1);
        }
        return v2;
    }
    /**
     * Opens a file without problems, with the page's own words for its placeholders: one of ours, whose hash the
     * element knows, or one that the `checker` found good. The checks themselves are no part of this module, because
     * those who visit a page would download them for nothing.
     *
     * # Errors
     * A list of one problem where no assessment can be made of it, or the problems of the page's own words.
     * @param {any} assessment
     * @param {any} profile
     */
    constructor(assessment, profile) {
        const ret = wasm.opened_new(assessment, profile);
        if (ret[2]) {
            throw takeFromExternrefTable0(ret[1]);
        }
        this.__wbg_ptr = ret[0];
        OpenedFinalization.register(this, this.__wbg_ptr, this);
        return this;
    }
    /**
     * The version of its content.
     * @returns {string}
     */
    get version() {
        let deferred1_0;
        let deferred1_1;
        try {
            const ret = wasm.opened_version(this.__wbg_ptr);
            deferred1_0 = ret[0];
            deferred1_1 = ret[1];
            return getStringFromWasm0(ret[0], ret[1]);
        } finally {
            wasm.__wbindgen_free(deferred1_0, deferred1_1, 1);
        }
    }
}
if (Symbol.dispose) Opened.prototype[Symbol.dispose] = Opened.prototype.free;

/**
 * An evaluator in a page.
 */
export class Widget {
    __destroy_into_raw() {
        const ptr = this.__wbg_ptr;
        this.__wbg_ptr = 0;
        WidgetFinalization.unregister(this);
        return ptr;
    }
    free() {
        const ptr = this.__destroy_into_raw();
        wasm.__wbg_widget_free(ptr, 0);
    }
    /**
     * The answers so far, as a plain object.
     * @returns {any}
     */
    get answers() {
        const ret = wasm.widget_answers(this.__wbg_ptr);
        return ret;
    }
    /**
     * To what came before.
     */
    back() {
        wasm.widget_back(this.__wbg_ptr);
    }
    /**
     * Whether there is a result.
     * @returns {boolean}
     */
    get complete() {
        const ret = wasm.widget_complete(this.__wbg_ptr);
        return ret !== 0;
    }
    /**
     * Takes the view down.
     */
    destroy() {
        wasm.widget_destroy(this.__wbg_ptr);
    }
    /**
     * How an effect ended: `done`, or refused with the `text` that it was about.
     * @param {string} kind
     * @param {boolean} done
     * @param {string} text
     */
    ended(kind, done, text) {
        const val3 = +done;
        let ptr0, len0, ptr1, len1;
        try {
            ptr0 = passStringToWasm0(kind, wasm.__wbindgen_malloc, wasm.__wbindgen_realloc);
            len0 = WASM_VECTOR_LEN;
            ptr1 = passStringToWasm0(text, wasm.__wbindgen_malloc, wasm.__wbindgen_realloc);
            len1 = WASM_VECTOR_LEN;
        } catch (e) {
            if (ptr1) { wasm.__wbindgen_free(ptr1, len1 * 1, 1); }
            if (ptr0) { wasm.__wbindgen_free(ptr0, len0 * 1, 1); }
            throw e;
        }
        wasm.widget_ended(this.__wbg_ptr, ptr0, len0, val3, ptr1, len1);
    }
    /**
     * The result as `csv`, `text`, `link` (the fragment alone) or `named` (the same with the name that the reader
     * filled in); nothing without a result or for another kind.
     * @param {string} kind
     * @returns {string | undefined}
     */
    export(kind) {
        const ptr0 = passStringToWasm0(kind, wasm.__wbindgen_malloc, wasm.__wbindgen_realloc);
        const len0 = WASM_VECTOR_LEN;
        const ret = wasm.widget_export(this.__wbg_ptr, ptr0, len0);
        let v2;
        if (ret[0] !== 0) {
            v2 = getStringFromWasm0(ret[0], ret[1]);
            wasm.__wbindgen_free(ret[0], ret[1] * 1, 1);
        }
        return v2;
    }
    /**
     * Mounts an evaluator of `opened` in `mount`, with the locale file `texts` of `language`.
     *
     * # Errors
     * The list of problems of the locale file.
     * @param {Element} mount
     * @param {Opened} opened
     * @param {string} language
     * @param {any} texts
     * @param {number} heading_level
     * @param {Function} tell
     */
    constructor(mount, opened, language, texts, heading_level, tell) {
        _assertClass(opened, Opened);
        const val2 = +heading_level;
        const ptr0 = passStringToWasm0(language, wasm.__wbindgen_malloc, wasm.__wbindgen_realloc);
        const len0 = WASM_VECTOR_LEN;
        const ret = wasm.widget_new(mount, opened.__wbg_ptr, ptr0, len0, texts, val2, tell);
        if (ret[2]) {
            throw takeFromExternrefTable0(ret[1]);
        }
        this.__wbg_ptr = ret[0];
        WidgetFinalization.register(this, this.__wbg_ptr, this);
        return this;
    }
    /**
     * To what comes next, as the primary button does.
     */
    next() {
        wasm.widget_next(this.__wbg_ptr);
    }
    /**
     * Opens the JSON of a Report, at the reader's wish.
     * @param {any} file
     */
    openFile(file) {
        wasm.widget_openFile(this.__wbg_ptr, file);
    }
    /**
     * Opens answers that were kept on this device, which may have become anything since.
     * @param {any} answers
     * @param {boolean} by_reader
     */
    openKept(answers, by_reader) {
        wasm.widget_openKept(this.__wbg_ptr, answers, by_reader);
    }
    /**
     * Opens a link that the page's address held.
     * @param {string} fragment
     */
    openLink(fragment) {
        const ptr0 = passStringToWasm0(fragment, wasm.__wbindgen_malloc, wasm.__wbindgen_realloc);
        const len0 = WASM_VECTOR_LEN;
        wasm.widget_openLink(this.__wbg_ptr, ptr0, len0);
    }
    /**
     * Draws the report on paper in `mount`, soon; its title.
     * @param {Element} mount
     * @returns {string}
     */
    print(mount) {
        let deferred1_0;
        let deferred1_1;
        try {
            const ret = wasm.widget_print(this.__wbg_ptr, mount);
            deferred1_0 = ret[0];
            deferred1_1 = ret[1];
            return getStringFromWasm0(ret[0], ret[1]);
        } finally {
            wasm.__wbindgen_free(deferred1_0, deferred1_1, 1);
        }
    }
    /**
     * Forgets everything.
     */
    reset() {
        wasm.widget_reset(this.__wbg_ptr);
    }
    /**
     * The Report once every question is answered, else null.
     * @returns {any}
     */
    get result() {
        const ret = wasm.widget_result(this.__wbg_ptr);
        return ret;
    }
    /**
     * Sets all answers.
     *
     * # Errors
     * The list of their problems; the answers then stay.
     * @param {any} answers
     */
    setAnswers(answers) {
        const ret = wasm.widget_setAnswers(this.__wbg_ptr, answers);
        if (ret[1]) {
            throw takeFromExternrefTable0(ret[0]);
        }
    }
    /**
     * Sets the course (`layout` is `question`, `all` or anything else for a step by criterion; with a `review` before
     * the result or without), and whether `pf-answer` says what was answered.
     * @param {string} layout
     * @param {boolean} review
     * @param {boolean} exposes_answers
     */
    setCourse(layout, review, exposes_answers) {
        const val2 = +review;
        const val3 = +exposes_answers;
        const ptr0 = passStringToWasm0(layout, wasm.__wbindgen_malloc, wasm.__wbindgen_realloc);
        const len0 = WASM_VECTOR_LEN;
        wasm.widget_setCourse(this.__wbg_ptr, ptr0, len0, val2, val3);
    }
    /**
     * Sets the level of the screens' headings.
     * @param {number} level
     */
    setHeadingLevel(level) {
        wasm.widget_setHeadingLevel(this.__wbg_ptr, level);
    }
    /**
     * Goes on with the same assessment, in which the page's own words are others now.
     * @param {Opened} opened
     */
    setOpened(opened) {
        _assertClass(opened, Opened);
        wasm.widget_setOpened(this.__wbg_ptr, opened.__wbg_ptr);
    }
    /**
     * Says where answers may be kept (`session`, `local`, anything else for nowhere), and whether some are.
     * @param {string} storage
     * @param {boolean} saved
     */
    setStorage(storage, saved) {
        const val2 = +saved;
        const ptr0 = passStringToWasm0(storage, wasm.__wbindgen_malloc, wasm.__wbindgen_realloc);
        const len0 = WASM_VECTOR_LEN;
        wasm.widget_setStorage(this.__wbg_ptr, ptr0, len0, val2);
    }
    /**
     * Puts the host's own `strings` in the place of some of the `texts` of a locale file.
     *
     * # Errors
     * The list of their problems; what was shown then stays.
     * @param {string} language
     * @param {any} texts
     * @param {any} strings
     */
    setStrings(language, texts, strings) {
        const ptr0 = passStringToWasm0(language, wasm.__wbindgen_malloc, wasm.__wbindgen_realloc);
        const len0 = WASM_VECTOR_LEN;
        const ret = wasm.widget_setStrings(this.__wbg_ptr, ptr0, len0, texts, strings);
        if (ret[1]) {
            throw takeFromExternrefTable0(ret[0]);
        }
    }
    /**
     * Shows everything in another language.
     *
     * # Errors
     * The list of problems of the locale file; the language then stays.
     * @param {string} language
     * @param {any} texts
     */
    setTexts(language, texts) {
        const ptr0 = passStringToWasm0(language, wasm.__wbindgen_malloc, wasm.__wbindgen_realloc);
        const len0 = WASM_VECTOR_LEN;
        const ret = wasm.widget_setTexts(this.__wbg_ptr, ptr0, len0, texts);
        if (ret[1]) {
            throw takeFromExternrefTable0(ret[0]);
        }
    }
    /**
     * Begins the walk.
     */
    start() {
        wasm.widget_start(this.__wbg_ptr);
    }
}
if (Symbol.dispose) Widget.prototype[Symbol.dispose] = Widget.prototype.free;

/**
 * Calls `report` with the message of every panic, before the module stops for good.
 * @param {Function} report
 */
export function onPanic(report) {
    wasm.onPanic(report);
}
function __wbg_get_imports() {
    const import0 = {
        __proto__: null,
        i3: function(arg0, arg1) {
            const ret = Error(getStringFromWasm0(arg0, arg1));
            return ret;
        },
        i7: function(arg0) {
            const v = arg0;
            const ret = typeof(v) === 'boolean' ? v : undefined;
            return isLikeNone(ret) ? 0xFFFFFF : ret ? 1 : 0;
        },
        i61: function(arg0, arg1) {
            const ret = debugString(arg1);
            const ptr1 = passStringToWasm0(ret, wasm.__wbindgen_malloc, wasm.__wbindgen_realloc);
            const len1 = WASM_VECTOR_LEN;
            getDataViewMemory0().setInt32((arg0 >>> 0) + 4 * 1, len1, true);
            getDataViewMemory0().setInt32((arg0 >>> 0) + 4 * 0, ptr1, true);
        },
        i47: function(arg0) {
            const ret = typeof(arg0) === 'function';
            return ret;
        },
        i6: function(arg0) {
            const ret = arg0 === null;
            return ret;
        },
        i9: function(arg0) {
            const val = arg0;
            const ret = typeof(val) === 'object' && val !== null;
            return ret;
        },
        i1: function(arg0) {
            const ret = typeof(arg0) === 'string';
            return ret;
        },
        i59: function(arg0) {
            const ret = arg0 === undefined;
            return ret;
        },
        i73: function(arg0, arg1) {
            const ret = arg0 === arg1;
            return ret;
        },
        i8: function(arg0, arg1) {
            const obj = arg1;
            const ret = typeof(obj) === 'number' ? obj : undefined;
            getDataViewMemory0().setFloat64((arg0 >>> 0) + 8 * 1, isLikeNone(ret) ? 0 : ret, true);
            getDataViewMemory0().setInt32((arg0 >>> 0) + 4 * 0, !isLikeNone(ret), true);
        },
        i58: function(arg0, arg1) {
            const obj = arg1;
            const ret = typeof(obj) === 'string' ? obj : undefined;
            var ptr1 = isLikeNone(ret) ? 0 : passStringToWasm0(ret, wasm.__wbindgen_malloc, wasm.__wbindgen_realloc);
            var len1 = WASM_VECTOR_LEN;
            getDataViewMemory0().setInt32((arg0 >>> 0) + 4 * 1, len1, true);
            getDataViewMemory0().setInt32((arg0 >>> 0) + 4 * 0, ptr1, true);
        },
        i60: function(arg0, arg1) {
            throw new Error(getStringFromWasm0(arg0, arg1));
        },
        i53: function(arg0) {
            arg0._wbg_cb_unref();
        },
        i91: function() { return handleError(function (arg0, arg1, arg2, arg3, arg4) {
            arg0.addEventListener(getStringFromWasm0(arg1, arg2), arg3, arg4);
        }, arguments); },
        i94: function(arg0) {
            const ret = arg0.bubbles;
            return ret;
        },
        i93: function(arg0) {
            const ret = arg0.__pf_engine_subtree_cache_key;
            return isLikeNone(ret) ? Number.MAX_SAFE_INTEGER : (ret) >>> 0;
        },
        i42: function() { return handleError(function (arg0, arg1, arg2) {
            const ret = arg0.call(arg1, arg2);
            return ret;
        }, arguments); },
        i14: function() { return handleError(function (arg0, arg1, arg2, arg3) {
            const ret = arg0.call(arg1, arg2, arg3);
            return ret;
        }, arguments); },
        i96: function(arg0) {
            const ret = arg0.cancelBubble;
            return ret;
        },
        i83: function(arg0) {
            const ret = arg0.childNodes;
            return ret;
        },
        i69: function() { return handleError(function (arg0) {
            const ret = arg0.cloneNode();
            return ret;
        }, arguments); },
        i92: function(arg0) {
            const ret = arg0.composedPath();
            return ret;
        },
        i66: function() { return handleError(function (arg0, arg1, arg2, arg3, arg4) {
            const ret = arg0.createElementNS(arg1 === 0 ? undefined : getStringFromWasm0(arg1, arg2), getStringFromWasm0(arg3, arg4));
            return ret;
        }, arguments); },
        i65: function() { return handleError(function (arg0, arg1, arg2) {
            const ret = arg0.createElement(getStringFromWasm0(arg1, arg2));
            return ret;
        }, arguments); },
        i81: function(arg0, arg1, arg2) {
            const ret = arg0.createTextNode(getStringFromWasm0(arg1, arg2));
            return ret;
        },
        i45: function(arg0) {
            const ret = arg0.document;
            return isLikeNone(ret) ? 0 : addToExternrefTable0(ret);
        },
        i12: function(arg0) {
            const ret = Object.entries(arg0);
            return ret;
        },
        i41: function(arg0, arg1) {
            let deferred0_0;
            let deferred0_1;
            try {
                deferred0_0 = arg0;
                deferred0_1 = arg1;
                console.error(getStringFromWasm0(arg0, arg1));
            } finally {
                wasm.__wbindgen_free(deferred0_0, deferred0_1, 1);
            }
        },
        i87: function(arg0, arg1) {
            var v0 = getArrayJsValueFromWasm0(arg0, arg1);
            wasm.__wbindgen_free(arg0, arg1 * 4, 4);
            console.error(...(v0));
        },
        i28: function() { return handleError(function (arg0, arg1) {
            arg0.focus(arg1);
        }, arguments); },
        i33: function(arg0) {
            const ret = arg0.format;
            return ret;
        },
        i36: function(arg0) {
            const ret = arg0.format;
            return ret;
        },
        i84: function(arg0) {
            const ret = Array.from(arg0);
            return ret;
        },
        i25: function(arg0) {
            const ret = arg0.getBoundingClientRect();
            return ret;
        },
        i13: function(arg0, arg1) {
            const ret = arg0[arg1 >>> 0];
            return ret;
        },
        i43: function(arg0, arg1) {
            const ret = arg0[arg1 >>> 0];
            return ret;
        },
        i102: function(arg0) {
            const ret = arg0.host;
            return ret;
        },
        i86: function() { return handleError(function (arg0, arg1, arg2) {
            const ret = arg0.insertBefore(arg1, arg2);
            return ret;
        }, arguments); },
        i62: function(arg0) {
            let result;
            try {
                result = arg0 instanceof Element;
            } catch (_) {
                result = false;
            }
            const ret = result;
            return ret;
        },
        i24: function(arg0) {
            let result;
            try {
                result = arg0 instanceof HTMLElement;
            } catch (_) {
                result = false;
            }
            const ret = result;
            return ret;
        },
        i17: function(arg0) {
            let result;
            try {
                result = arg0 instanceof HTMLInputElement;
            } catch (_) {
                result = false;
            }
            const ret = result;
            return ret;
        },
        i18: function(arg0) {
            let result;
            try {
                result = arg0 instanceof HTMLSelectElement;
            } catch (_) {
                result = false;
            }
            const ret = result;
            return ret;
        },
        i101: function(arg0) {
            let result;
            try {
                result = arg0 instanceof ShadowRoot;
            } catch (_) {
                result = false;
            }
            const ret = result;
            return ret;
        },
        i44: function(arg0) {
            let result;
            try {
                result = arg0 instanceof Window;
            } catch (_) {
                result = false;
            }
            const ret = result;
            return ret;
        },
        i10: function(arg0) {
            const ret = Array.isArray(arg0);
            return ret;
        },
        i54: function(arg0, arg1) {
            const ret = Object.is(arg0, arg1);
            return ret;
        },
        i30: function(arg0) {
            const ret = arg0.lastChild;
            return isLikeNone(ret) ? 0 : addToExternrefTable0(ret);
        },
        i11: function(arg0) {
            const ret = arg0.length;
            return ret;
        },
        i97: function(arg0) {
            const ret = arg0.__pf_engine_listener_id;
            return isLikeNone(ret) ? Number.MAX_SAFE_INTEGER : (ret) >>> 0;
        },
        i63: function(arg0, arg1) {
            const ret = arg1.namespaceURI;
            var ptr1 = isLikeNone(ret) ? 0 : passStringToWasm0(ret, wasm.__wbindgen_malloc, wasm.__wbindgen_realloc);
            var len1 = WASM_VECTOR_LEN;
            getDataViewMemory0().setInt32((arg0 >>> 0) + 4 * 1, len1, true);
            getDataViewMemory0().setInt32((arg0 >>> 0) + 4 * 0, ptr1, true);
        },
        i34: function() {
            const ret = new Date();
            return ret;
        },
        i4: function() {
            const ret = new Array();
            return ret;
        },
        i32: function(arg0, arg1) {
            const ret = new Intl.DateTimeFormat(arg0, arg1);
            return ret;
        },
        i39: function() {
            const ret = new Error();
            return ret;
        },
        i0: function() {
            const ret = new Object();
            return ret;
        },
        i35: function(arg0, arg1) {
            const ret = new Intl.NumberFormat(arg0, arg1);
            return ret;
        },
        i37: function(arg0, arg1) {
            const ret = new Intl.PluralRules(arg0, arg1);
            return ret;
        },
        i70: function(arg0) {
            const ret = arg0.nextSibling;
            return isLikeNone(ret) ? 0 : addToExternrefTable0(ret);
        },
        i74: function() {
            const ret = Date.now();
            return ret;
        },
        i15: function(arg0) {
            const ret = Array.of(arg0);
            return ret;
        },
        i99: function(arg0) {
            const ret = arg0.parentElement;
            return isLikeNone(ret) ? 0 : addToExternrefTable0(ret);
        },
        i100: function(arg0) {
            const ret = arg0.parentNode;
            return isLikeNone(ret) ? 0 : addToExternrefTable0(ret);
        },
        i16: function(arg0) {
            arg0.preventDefault();
        },
        i20: function() { return handleError(function (arg0, arg1, arg2) {
            const ret = arg0.querySelector(getStringFromWasm0(arg1, arg2));
            return isLikeNone(ret) ? 0 : addToExternrefTable0(ret);
        }, arguments); },
        i46: function(arg0) {
            const ret = arg0.queueMicrotask;
            return ret;
        },
        i57: function(arg0) {
            queueMicrotask(arg0);
        },
        i104: function() { return handleError(function (arg0, arg1, arg2) {
            arg0.removeAttribute(getStringFromWasm0(arg1, arg2));
        }, arguments); },
        i71: function() { return handleError(function (arg0, arg1) {
            const ret = arg0.removeChild(arg1);
            return ret;
        }, arguments); },
        i48: function(arg0) {
            const ret = Promise.resolve(arg0);
            return ret;
        },
        i23: function(arg0, arg1) {
            arg0.scrollIntoView(arg1);
        },
        i29: function(arg0) {
            arg0.select();
        },
        i38: function(arg0, arg1) {
            const ret = arg0.select(arg1);
            return ret;
        },
        i64: function() { return handleError(function (arg0, arg1, arg2, arg3, arg4) {
            arg0.setAttribute(getStringFromWasm0(arg1, arg2), getStringFromWasm0(arg3, arg4));
        }, arguments); },
        i75: function(arg0, arg1) {
            const ret = setTimeout(arg0, arg1);
            return ret;
        },
        i55: function() { return handleError(function (arg0, arg1, arg2) {
            const ret = Reflect.set(arg0, arg1, arg2);
            return ret;
        }, arguments); },
        i21: function(arg0, arg1) {
            arg0.behavior = __wbindgen_enum_ScrollBehavior[arg1];
        },
        i22: function(arg0, arg1) {
            arg0.block = __wbindgen_enum_ScrollLogicalPosition[arg1];
        },
        i95: function(arg0, arg1) {
            arg0.__pf_engine_subtree_cache_key = arg1 >>> 0;
        },
        i89: function(arg0, arg1) {
            arg0.capture = arg1 !== 0;
        },
        i67: function(arg0, arg1) {
            arg0.checked = arg1 !== 0;
        },
        i5: function(arg0, arg1, arg2) {
            arg0[arg1 >>> 0] = arg2;
        },
        i80: function() { return handleError(function (arg0, arg1, arg2) {
            arg0.defaultValue = getStringFromWasm0(arg1, arg2);
        }, arguments); },
        i2: function(arg0, arg1, arg2) {
            arg0[arg1] = arg2;
        },
        i82: function(arg0, arg1, arg2) {
            arg0.innerHTML = getStringFromWasm0(arg1, arg2);
        },
        i103: function(arg0, arg1) {
            arg0.__pf_engine_listener_id = arg1 >>> 0;
        },
        i76: function(arg0, arg1, arg2) {
            arg0.nodeValue = arg1 === 0 ? undefined : getStringFromWasm0(arg1, arg2);
        },
        i90: function(arg0, arg1) {
            arg0.passive = arg1 !== 0;
        },
        i27: function(arg0, arg1) {
            arg0.preventScroll = arg1 !== 0;
        },
        i88: function(arg0, arg1) {
            arg0.__pf_engine_subtree_id = arg1 >>> 0;
        },
        i79: function(arg0, arg1, arg2) {
            arg0.value = getStringFromWasm0(arg1, arg2);
        },
        i77: function(arg0, arg1, arg2) {
            arg0.value = getStringFromWasm0(arg1, arg2);
        },
        i85: function(arg0, arg1) {
            const ret = arg1.slice();
            const ptr1 = passArrayJsValueToWasm0(ret, wasm.__wbindgen_malloc);
            const len1 = WASM_VECTOR_LEN;
            getDataViewMemory0().setInt32((arg0 >>> 0) + 4 * 1, len1, true);
            getDataViewMemory0().setInt32((arg0 >>> 0) + 4 * 0, ptr1, true);
        },
        i40: function(arg0, arg1) {
            const ret = arg1.stack;
            const ptr1 = passStringToWasm0(ret, wasm.__wbindgen_malloc, wasm.__wbindgen_realloc);
            const len1 = WASM_VECTOR_LEN;
            getDataViewMemory0().setInt32((arg0 >>> 0) + 4 * 1, len1, true);
            getDataViewMemory0().setInt32((arg0 >>> 0) + 4 * 0, ptr1, true);
        },
        i50: function() {
            const ret = typeof globalThis === 'undefined' ? undefined : globalThis;
            return isLikeNone(ret) ? 0 : addToExternrefTable0(ret);
        },
        i49: function() {
            const ret = typeof global === 'undefined' ? undefined : global;
            return isLikeNone(ret) ? 0 : addToExternrefTable0(ret);
        },
        i52: function() {
            const ret = typeof self === 'undefined' ? undefined : self;
            return isLikeNone(ret) ? 0 : addToExternrefTable0(ret);
        },
        i51: function() {
            const ret = typeof window === 'undefined' ? undefined : window;
            return isLikeNone(ret) ? 0 : addToExternrefTable0(ret);
        },
        i98: function(arg0) {
            const ret = arg0.__pf_engine_subtree_id;
            return isLikeNone(ret) ? Number.MAX_SAFE_INTEGER : (ret) >>> 0;
        },
        i72: function(arg0) {
            const ret = arg0.target;
            return isLikeNone(ret) ? 0 : addToExternrefTable0(ret);
        },
        i56: function(arg0, arg1) {
            const ret = arg0.then(arg1);
            return ret;
        },
        i31: function() { return handleError(function (arg0, arg1) {
            const ret = arg0.toString(arg1);
            return ret;
        }, arguments); },
        i26: function(arg0) {
            const ret = arg0.top;
            return ret;
        },
        i19: function(arg0, arg1) {
            const ret = arg1.value;
            const ptr1 = passStringToWasm0(ret, wasm.__wbindgen_malloc, wasm.__wbindgen_realloc);
            const len1 = WASM_VECTOR_LEN;
            getDataViewMemory0().setInt32((arg0 >>> 0) + 4 * 1, len1, true);
            getDataViewMemory0().setInt32((arg0 >>> 0) + 4 * 0, ptr1, true);
        },
        i68: function(arg0, arg1) {
            const ret = arg1.value;
            const ptr1 = passStringToWasm0(ret, wasm.__wbindgen_malloc, wasm.__wbindgen_realloc);
            const len1 = WASM_VECTOR_LEN;
            getDataViewMemory0().setInt32((arg0 >>> 0) + 4 * 1, len1, true);
            getDataViewMemory0().setInt32((arg0 >>> 0) + 4 * 0, ptr1, true);
        },
        i78: function(arg0, arg1) {
            const ret = arg1.value;
            const ptr1 = passStringToWasm0(ret, wasm.__wbindgen_malloc, wasm.__wbindgen_realloc);
            const len1 = WASM_VECTOR_LEN;
            getDataViewMemory0().setInt32((arg0 >>> 0) + 4 * 1, len1, true);
            getDataViewMemory0().setInt32((arg0 >>> 0) + 4 * 0, ptr1, true);
        },
        i106: function(arg0, arg1) {
            // Cast intrinsic for `Closure(Closure { owned: true, function: Function { arguments: [Externref], shim_idx: 61, ret: Result(Unit), inner_ret: Some(Result(Unit)) }, mutable: true }) -> Externref`.
            const ret = makeMutClosure(arg0, arg1, wasm_bindgen__convert__closures_____invoke__ha89cc65dc5f5fa48);
            return ret;
        },
        i107: function(arg0, arg1) {
            // Cast intrinsic for `Closure(Closure { owned: true, function: Function { arguments: [Ref(NamedExternref("Event"))], shim_idx: 116, ret: Unit, inner_ret: Some(Unit) }, mutable: false }) -> Externref`.
            const ret = makeClosure(arg0, arg1, wasm_bindgen__convert__closures________invoke__h2388a1e645616868);
            return ret;
        },
        i108: function(arg0, arg1) {
            // Cast intrinsic for `Closure(Closure { owned: true, function: Function { arguments: [], shim_idx: 58, ret: Unit, inner_ret: Some(Unit) }, mutable: true }) -> Externref`.
            const ret = makeMutClosure(arg0, arg1, wasm_bindgen__convert__closures_____invoke__hbfa1da7bbc4ac6bc);
            return ret;
        },
        i109: function(arg0) {
            // Cast intrinsic for `F64 -> Externref`.
            const ret = arg0;
            return ret;
        },
        i110: function(arg0, arg1) {
            // Cast intrinsic for `Ref(String) -> Externref`.
            const ret = getStringFromWasm0(arg0, arg1);
            return ret;
        },
        i111: function(arg0) {
            // Cast intrinsic for `U64 -> Externref`.
            const ret = BigInt.asUintN(64, arg0);
            return ret;
        },
        i105: function() {
            const table = wasm.__wbindgen_externrefs;
            table.set(0, undefined);
            table.set(1024, undefined);
            table.set(1025, null);
            table.set(1026, true);
            table.set(1027, false);
        },
    };
    return {
        __proto__: null,
        "./engine_bg.js": import0,
    };
}

function wasm_bindgen__convert__closures_____invoke__hbfa1da7bbc4ac6bc(arg0, arg1) {
    wasm.wasm_bindgen__convert__closures_____invoke__hbfa1da7bbc4ac6bc(arg0, arg1);
}

function wasm_bindgen__convert__closures________invoke__h2388a1e645616868(arg0, arg1, arg2) {
    wasm.wasm_bindgen__convert__closures________invoke__h2388a1e645616868(arg0, arg1, arg2);
}

function wasm_bindgen__convert__closures_____invoke__ha89cc65dc5f5fa48(arg0, arg1, arg2) {
    const ret = wasm.wasm_bindgen__convert__closures_____invoke__ha89cc65dc5f5fa48(arg0, arg1, arg2);
    if (ret[1]) {
        throw takeFromExternrefTable0(ret[0]);
    }
}


const __wbindgen_enum_ScrollBehavior = ["auto", "instant", "smooth"];


const __wbindgen_enum_ScrollLogicalPosition = ["start", "center", "end", "nearest"];
const OpenedFinalization = (typeof FinalizationRegistry === 'undefined')
    ? { register: () => {}, unregister: () => {} }
    : new FinalizationRegistry(ptr => wasm.__wbg_opened_free(ptr, 1));
const WidgetFinalization = (typeof FinalizationRegistry === 'undefined')
    ? { register: () => {}, unregister: () => {} }
    : new FinalizationRegistry(ptr => wasm.__wbg_widget_free(ptr, 1));

function addToExternrefTable0(obj) {
    const idx = wasm.__externref_table_alloc();
    wasm.__wbindgen_externrefs.set(idx, obj);
    return idx;
}

function _assertClass(instance, klass) {
    if (!(instance instanceof klass)) {
        throw new Error(`expected instance of ${klass.name}`);
    }
}

const CLOSURE_DTORS = (typeof FinalizationRegistry === 'undefined')
    ? { register: () => {}, unregister: () => {} }
    : new FinalizationRegistry(state => wasm.__wbindgen_destroy_closure(state.a, state.b));

function debugString(val) {
    switch (typeof val) {
        // primitive types
        case 'number':
        case 'boolean':
        case 'undefined':
        return `${val}`;
        case 'string':
        return JSON.stringify(val);
        case 'bigint':
        return `${val}n`;
        case 'symbol':
        return val.description !== undefined
            ? `Symbol(${val.description})`
            : 'Symbol';
        case 'function':
        return typeof val.name === 'string' && val.name !== ''
            ? `Function(${val.name})`
            : 'Function';
        case 'object': {
            if (val === null) {
                return 'null';
            }
            // objects
            if (Array.isArray(val)) {
                return '[' + Array.from(val, debugString).join(', ') + ']';
            }
            // errors
            if (val instanceof Error) {
                return `${val.name}: ${val.message}\n${val.stack}`;
            }

            const toStringOutput = toString.call(val);
            // Test for built-in
            const className = /\[object ([^\]]+)\]/.exec(toStringOutput)?.[1];

            // Failed to match the standard '[object ClassName]'
            if (className === undefined) {
                return toStringOutput;
            }
            if (className === 'Object') {
                // we're a user defined class or Object
                // JSON.stringify avoids problems with cycles, and is generally much
                // easier than looping through ownProperties of `val`.
                try {
                    return 'Object(' + JSON.stringify(val) + ')';
                } catch (_) {
                    return 'Object';
                }
            }
            // TODO we could test for more things here, like `Set`s and `Map`s.
            return className;
        }
        // Per MDN: 'This list of values is exhaustive.'
        // https://developer.mozilla.org/en-US/docs/Web/JavaScript/Reference/Operators/typeof#description
    }
}

function getArrayJsValueFromWasm0(ptr, len) {
    ptr = ptr >>> 0;
    const mem = getDataViewMemory0();
    const result = [];
    for (let i = ptr; i < ptr + 4 * len; i += 4) {
        result.push(wasm.__wbindgen_externrefs.get(mem.getUint32(i, true)));
    }
    wasm.__externref_drop_slice(ptr, len);
    return result;
}

let cachedDataViewMemory0 = null;
function getDataViewMemory0() {
    if (cachedDataViewMemory0 === null || cachedDataViewMemory0.buffer.detached === true || (cachedDataViewMemory0.buffer.detached === undefined && cachedDataViewMemory0.buffer !== wasm.memory.buffer)) {
        cachedDataViewMemory0 = new DataView(wasm.memory.buffer);
    }
    return cachedDataViewMemory0;
}

function getStringFromWasm0(ptr, len) {
    ptr = ptr >>> 0;
    return decodeText(getUint8ArrayMemory0().subarray(ptr, ptr + len));
}

let cachedUint8ArrayMemory0 = null;
function getUint8ArrayMemory0() {
    if (cachedUint8ArrayMemory0 === null || cachedUint8ArrayMemory0.byteLength === 0) {
        cachedUint8ArrayMemory0 = new Uint8Array(wasm.memory.buffer);
    }
    return cachedUint8ArrayMemory0;
}

function handleError(f, args) {
    try {
        return f.apply(this, args);
    } catch (e) {
        const idx = addToExternrefTable0(e);
        wasm.__wbindgen_exn_store(idx);
    }
}

function isLikeNone(x) {
    return x === undefined || x === null;
}

function makeClosure(arg0, arg1, f) {
    const state = { a: arg0, b: arg1, cnt: 1 };
    const real = (...args) => {

        // First up with a closure we increment the internal reference
        // count. This ensures that the Rust closure environment won't
        // be deallocated while we're invoking it.
        state.cnt++;
        try {
            return f(state.a, state.b, ...args);
        } finally {
            real._wbg_cb_unref();
        }
    };
    real._wbg_cb_unref = () => {
        if (--state.cnt === 0) {
            wasm.__wbindgen_destroy_closure(state.a, state.b);
            state.a = 0;
            CLOSURE_DTORS.unregister(state);
        }
    };
    CLOSURE_DTORS.register(real, state, state);
    return real;
}

function makeMutClosure(arg0, arg1, f) {
    const state = { a: arg0, b: arg1, cnt: 1 };
    const real = (...args) => {

        // First up with a closure we increment the internal reference
        // count. This ensures that the Rust closure environment won't
        // be deallocated while we're invoking it.
        state.cnt++;
        const a = state.a;
        state.a = 0;
        try {
            return f(a, state.b, ...args);
        } finally {
            state.a = a;
            real._wbg_cb_unref();
        }
    };
    real._wbg_cb_unref = () => {
        if (--state.cnt === 0) {
            wasm.__wbindgen_destroy_closure(state.a, state.b);
            state.a = 0;
            CLOSURE_DTORS.unregister(state);
        }
    };
    CLOSURE_DTORS.register(real, state, state);
    return real;
}

function passArrayJsValueToWasm0(array, malloc) {
    const ptr = malloc(array.length * 4, 4) >>> 0;
    for (let i = 0; i < array.length; i++) {
        const add = addToExternrefTable0(array[i]);
        getDataViewMemory0().setUint32(ptr + 4 * i, add, true);
    }
    WASM_VECTOR_LEN = array.length;
    return ptr;
}

function passStringToWasm0(arg, malloc, realloc) {
    if (realloc === undefined) {
        const buf = cachedTextEncoder.encode(arg);
        const ptr = malloc(buf.length, 1) >>> 0;
        getUint8ArrayMemory0().subarray(ptr, ptr + buf.length).set(buf);
        WASM_VECTOR_LEN = buf.length;
        return ptr;
    }

    let len = arg.length;
    let ptr = malloc(len, 1) >>> 0;

    const mem = getUint8ArrayMemory0();

    let offset = 0;

    for (; offset < len; offset++) {
        const code = arg.charCodeAt(offset);
        if (code > 0x7F) break;
        mem[ptr + offset] = code;
    }
    if (offset !== len) {
        if (offset !== 0) {
            arg = arg.slice(offset);
        }
        ptr = realloc(ptr, len, len = offset + arg.length * 3, 1) >>> 0;
        const view = getUint8ArrayMemory0().subarray(ptr + offset, ptr + len);
        const ret = cachedTextEncoder.encodeInto(arg, view);

        offset += ret.written;
        ptr = realloc(ptr, len, offset, 1) >>> 0;
    }

    WASM_VECTOR_LEN = offset;
    return ptr;
}

function takeFromExternrefTable0(idx) {
    const value = wasm.__wbindgen_externrefs.get(idx);
    wasm.__externref_table_dealloc(idx);
    return value;
}

let cachedTextDecoder = new TextDecoder('utf-8', { ignoreBOM: true });
cachedTextDecoder.decode();
const MAX_SAFARI_DECODE_BYTES = 2146435072;
let numBytesDecoded = 0;
function decodeText(bytes) {
    numBytesDecoded += bytes.length;
    if (numBytesDecoded >= MAX_SAFARI_DECODE_BYTES) {
        cachedTextDecoder = new TextDecoder('utf-8', { ignoreBOM: true });
        cachedTextDecoder.decode();
        numBytesDecoded = bytes.length;
    }
    return cachedTextDecoder.decode(bytes);
}

const cachedTextEncoder = new TextEncoder();

if (!('encodeInto' in cachedTextEncoder)) {
    cachedTextEncoder.encodeInto = function (arg, view) {
        const buf = cachedTextEncoder.encode(arg);
        view.set(buf);
        return {
            read: arg.length,
            written: buf.length
        };
    };
}

let WASM_VECTOR_LEN = 0;

let wasmModule, wasmInstance, wasm;
function __wbg_finalize_init(instance, module) {
    wasmInstance = instance;
    wasm = instance.exports;
    wasmModule = module;
    cachedDataViewMemory0 = null;
    cachedUint8ArrayMemory0 = null;
    wasm.__wbindgen_start();
    return wasm;
}

async function __wbg_load(module, imports) {
    if (typeof Response === 'function' && module instanceof Response) {
        if (!module.ok) {
            throw new Error(`failed to fetch Wasm: ${module.status} ${module.statusText} fetching '${module.url}'`);
        }

        if (typeof WebAssembly.instantiateStreaming === 'function') {
            try {
                return await WebAssembly.instantiateStreaming(module, imports);
            } catch (e) {
                const validResponse = expectedResponseType(module.type);

                if (validResponse && module.headers.get('Content-Type') !== 'application/wasm') {
                    console.warn("`WebAssembly.instantiateStreaming` failed because your server does not serve Wasm with `application/wasm` MIME type. Falling back to `WebAssembly.instantiate` which is slower. Original error:\n", e);

                } else { throw e; }
            }
        }

        const bytes = await module.arrayBuffer();
        return await WebAssembly.instantiate(bytes, imports);
    } else {
        const instance = await WebAssembly.instantiate(module, imports);

        if (instance instanceof WebAssembly.Instance) {
            return { instance, module };
        } else {
            return instance;
        }
    }

    function expectedResponseType(type) {
        switch (type) {
            case 'basic': case 'cors': case 'default': return true;
        }
        return false;
    }
}

function initSync(module) {
    if (wasm !== undefined) return wasm;


    if (module !== undefined) {
        if (Object.getPrototypeOf(module) === Object.prototype) {
            ({module} = module)
        } else {
            console.warn('using deprecated parameters for `initSync()`; pass a single object instead')
        }
    }

    const imports = __wbg_get_imports();
    if (!(module instanceof WebAssembly.Module)) {
        module = new WebAssembly.Module(module);
    }
    const instance = new WebAssembly.Instance(module, imports);
    return __wbg_finalize_init(instance, module);
}

let __wbg_init_promise;
async function __wbg_init(module_or_path) {
    if (wasm !== undefined) return wasm;
    if (__wbg_init_promise === undefined) {
        __wbg_init_promise = __wbg_init_once(module_or_path);
        __wbg_init_promise.catch(() => { __wbg_init_promise = undefined; });
    }
    return __wbg_init_promise;
}

async function __wbg_init_once(module_or_path) {

    if (module_or_path !== undefined) {
        if (Object.getPrototypeOf(module_or_path) === Object.prototype) {
            ({module_or_path} = module_or_path)
        } else {
            console.warn('using deprecated parameters for the initialization function; pass a single object instead')
        }
    }


    const imports = __wbg_get_imports();

    if (typeof module_or_path === 'string' || (typeof Request === 'function' && module_or_path instanceof Request) || (typeof URL === 'function' && module_or_path instanceof URL)) {
        module_or_path = fetch(module_or_path);
    }

    const { instance, module } = await __wbg_load(await module_or_path, imports);

    return __wbg_finalize_init(instance, module);
}

export { initSync, __wbg_init as default };
export const STYLES = ":host([theme=\"light\"]) { color-scheme: light; }:host([theme=\"dark\"]) { color-scheme: dark; }:host([theme=\"system\"]) { color-scheme: light dark; }.base {all: initial;color-scheme: inherit;display: block;box-sizing: border-box;container-type: inline-size;--accent: var(--pf-accent, light-dark(#0a5c9e, #8ac4ff));--on-accent: var(--pf-on-accent, light-dark(#fff, #071a2b));--surface: var(--pf-surface, light-dark(#fff, #15191e));--text: var(--pf-text, light-dark(#1b2129, #e9edf2));--radius: var(--pf-radius, 0.75em);--soft: color-mix(in srgb, var(--text) 74%, var(--surface));--line: color-mix(in srgb, var(--text) 18%, var(--surface));--edge: color-mix(in srgb, var(--text) 56%, var(--surface));--tint: color-mix(in srgb, var(--accent) 9%, var(--surface));--wash: color-mix(in srgb, var(--text) 4%, var(--surface));--error: light-dark(#b3261e, #ffb4ab);padding: 1.5em 1.25em;max-inline-size: var(--pf-max-width, 44em);margin-inline: auto;background: var(--surface);color: var(--text);font-family: var(--pf-font-family, system-ui, sans-serif);font-size: var(--pf-font-size, medium);line-height: 1.5;text-align: start;overflow-wrap: break-word;text-wrap: pretty;border-radius: var(--radius);}*, ::before, ::after { box-sizing: border-box; }h1, h2, h3, h4, h5, h6, p, ul, ol, dl, dd, fieldset, legend { margin: 0; padding: 0; border: 0; min-inline-size: 0; }.heading { font-size: 1.75em; line-height: 1.2; font-weight: 700; letter-spacing: -0.01em; text-wrap: balance; scroll-margin-top: var(--pf-sticky-offset, 0px); }.subheading { font-size: 1.15em; line-height: 1.3; font-weight: 650; }.place { display: block; font-size: 0.5em; font-weight: 600; letter-spacing: 0; color: var(--soft); margin-block-end: 0.35em; }.intro, .why { margin-block-start: 0.6em; font-size: 1.05em; color: var(--soft); max-inline-size: 38em; }.unseen { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }.status { min-block-size: 0; color: var(--soft); }.list { list-style: none; }.amount { color: var(--soft); }:focus { outline: none; }:focus-visible { outline: 0.1875em solid var(--accent); outline-offset: 0.125em; box-shadow: 0 0 0 0.125em var(--surface); }.option:has(input:focus-visible) { outline: 0.1875em solid var(--accent); outline-offset: 0.125em; }.option input:focus-visible { outline: none; box-shadow: none; }.heading:focus-visible, #confirm:focus-visible { outline-offset: 0.25em; border-radius: 0.15em; }.button {font: inherit; font-weight: 600; line-height: 1.25; cursor: pointer;min-block-size: 2.75em; padding: 0.6em 1.25em;color: var(--accent); background: transparent;border: 0.125em solid var(--edge); border-radius: var(--radius);}.button:hover { background: var(--tint); border-color: var(--accent); }.button.primary { color: var(--on-accent); background: var(--accent); border-color: var(--accent); padding-inline: 2em; }.button.primary:hover { background: color-mix(in srgb, var(--accent) 86%, var(--text)); }.button.quiet { border-color: transparent; padding-inline: 0.75em; margin-inline-start: -0.75em; text-decoration: underline; text-underline-offset: 0.2em; }.actions { display: flex; flex-wrap: wrap; gap: 0.75em; align-items: flex-start; }.top { margin-block: -0.75em 0.25em; }.facts { margin-block: 1.5em 2em; list-style: none; display: grid; gap: 0.6em; }.facts li { padding-inline-start: 1.1em; border-inline-start: 0.1875em solid var(--line); }.facts .length { font-weight: 600; border-color: var(--accent); }.progress { display: block; inline-size: 100%; block-size: 0.375em; margin-block: 0 1.25em; border: 1px solid var(--line); border-radius: 1em; }.track { fill: var(--wash); }.fill { fill: var(--accent); }.questions > .controls { display: grid; gap: 2.25em; margin-block: 1.75em 2em; }legend { font-size: 1.15em; font-weight: 650; line-height: 1.35; scroll-margin-top: calc(var(--pf-sticky-offset, 0px) + 0.5em); }.hint { margin-block-start: 0.35em; color: var(--soft); max-inline-size: 40em; }.options { display: grid; gap: 0.5em; margin-block-start: 0.9em; }.options:empty { display: none; }.option {display: flex; gap: 0.75em; align-items: center; cursor: pointer;min-block-size: 3em; padding: 0.6em 0.9em;border: 0.0625em solid var(--edge); border-radius: var(--radius); background: var(--surface);}.option:hover { background: var(--tint); border-color: var(--accent); }.option input { flex: none; inline-size: 1.25em; block-size: 1.25em; margin: 0; accent-color: var(--accent); cursor: pointer; }.option:has(:checked) { background: var(--tint); border-color: var(--accent); box-shadow: inset 0 0 0 0.0625em var(--accent); font-weight: 600; }.options + .asides { display: flex; flex-wrap: wrap; margin-block-start: 0.5em; }.options:empty + .asides { margin-block-start: 0.9em; }.asides .option { flex: 0 1 auto; border-style: dashed; padding-inline-end: 1.25em; }.number { display: flex; flex-wrap: wrap; gap: 0.75em; align-items: center; margin-block-start: 0.9em; }.field {font: inherit; color: inherit; background: var(--surface); inline-size: 10em; max-inline-size: 100%;min-block-size: 3em; padding: 0.5em 0.9em; border: 0.0625em solid var(--edge); border-radius: var(--radius);}.has-error { padding-inline-start: 1em; border-inline-start: 0.25em solid var(--error); }.error { margin-block-start: 0.5em; color: var(--error); font-weight: 600; }.error-summary { margin-block-start: 1.5em; padding: 1em 1.25em; border: 0.1875em solid var(--error); border-radius: var(--radius); scroll-margin-top: var(--pf-sticky-offset, 0px); }.error-summary ul { list-style: none; margin-block-start: 0.5em; display: grid; gap: 0.25em; }.error-summary a { display: inline-block; padding-block: 0.2em; color: var(--error); font-weight: 600; text-underline-offset: 0.2em; }.glossary { display: grid; gap: 0.6em; padding-block-end: 1em; }.glossary dt { font-weight: 650; }.glossary dd { color: var(--soft); }.about-criterion { border-block-start: 0.0625em solid var(--line); padding-block-start: 1.25em; }.controls > .about-criterion:first-child { border: 0; padding: 0; }::slotted(*) { margin-block-start: 1.25em; }.questions + .slot { margin-block-start: 1.5em; }.criteria { display: grid; gap: 1.5em; margin-block: 1.75em 2em; }.criterion { border-block-start: 0.0625em solid var(--line); padding-block-start: 0.75em; }.criterion-top { display: flex; flex-wrap: wrap; justify-content: space-between; align-items: center; gap: 0 1em; }.criterion-top .subheading { flex: 1 1 min-content; min-inline-size: min-content; }.criterion-top form { flex: none; }.criterion-top .quiet { margin: 0; }.answer { padding-block: 0.5em; }.answer dt { color: var(--soft); }.answer dd { font-weight: 600; }.answer dd .quiet { margin: 0; }.answer dd form { font-weight: 400; }.hero { margin-block-start: 1.25em; padding: 1.25em; background: var(--tint); border: 0.0625em solid var(--line); border-radius: var(--radius); }.number-line { display: flex; flex-wrap: wrap; align-items: baseline; gap: 0.25em 0.6em; }.score { font-size: 3em; line-height: 1; font-weight: 750; letter-spacing: -0.02em; font-variant-numeric: tabular-nums; }.out-of { color: var(--soft); }.band-label { margin-inline-start: auto; font-size: 1.15em; font-weight: 650; padding: 0.2em 0.8em; border: 0.125em solid currentColor; border-radius: 2em; }.scale { display: block; inline-size: 100%; block-size: 0.9em; margin-block-start: 1em; border: 1px solid var(--edge); border-radius: 0.2em; }.maybe { fill: color-mix(in srgb, var(--accent) 38%, var(--surface)); }.edge { stroke: var(--text); stroke-width: 2px; vector-effect: non-scaling-stroke; }.notes { display: grid; gap: 0.5em; max-inline-size: 40em; }.screen > .slot > div, .part, .columns, .bands, .about { margin-block-start: 2em; }.part > .subheading, .ranked > .subheading { margin-block-end: 0.6em; }.screen > .slot > .notes { margin-block-start: 1.25em; }.gates { padding: 1.25em; border: 0.1875em solid var(--text); border-radius: var(--radius); }.gates ul { padding-inline-start: 1.25em; display: grid; gap: 0.6em; margin-block-start: 0.6em; }.chart { display: grid; gap: 1em; margin-block: 1em; }.row { display: flex; flex-wrap: wrap; justify-content: space-between; gap: 0.25em 1em; }.row-label { font-weight: 600; }.row-value { font-variant-numeric: tabular-nums; }.bar { display: block; inline-size: 100%; block-size: 0.75em; border: 1px solid var(--edge); border-radius: 0.2em; }.verdict { padding: 1.25em; background: var(--tint); border: 0.0625em solid var(--line); border-radius: var(--radius); display: grid; gap: 0.75em; }.verdict-label { font-size: 1.35em; line-height: 1.25; font-weight: 700; }.reasons, .fits, .sentences, .changes, .plan { display: grid; gap: 0.75em; }.reason { padding-inline-start: 1em; border-inline-start: 0.1875em solid var(--accent); }.evidence { list-style: none; font-size: 0.9em; color: var(--soft); margin-block: 0.2em 0.4em; }.evidence strong { font-weight: 600; }.part > p + .reasons { margin-block-start: 0.75em; }.ranked .reason { padding: 0; border: 0; }.plan details { border: 0; }.plan, .steps, .changes, .legend { padding-inline-start: 1.4em; }.plan > li::marker { font-weight: 700; color: var(--accent); }.item-title { font-weight: 650; }.fits > li { display: grid; gap: 0.35em; }.part > details:first-of-type, .changes { margin-block-start: 0.9em; }.weights .row { align-items: center; padding-block: 0.25em; }.weights .row-label { flex: 1 1 8em; }.steppers { display: flex; gap: 0.35em; }.steppers .button { min-inline-size: 2.75em; padding-inline: 0.5em; }.weights > *, .what-if > * { margin-block-end: 0.9em; }.choose { display: grid; gap: 0.35em; font-weight: 600; }select.field { inline-size: 100%; }.radar { display: block; inline-size: min(100%, 24em); margin: 1em auto; overflow: visible; font-size: 11px; fill: var(--text); }.axis, .ring { stroke: var(--edge); stroke-width: 0.75; fill: none; }.target { stroke-dasharray: 4 3; stroke-width: 1.5; stroke: var(--text); }.shape { fill: var(--accent); fill-opacity: 0.1; stroke: var(--accent); stroke-width: 2; }details > .chart { margin-block: 0.75em; }details { border-block-start: 0.0625em solid var(--line); }summary { cursor: pointer; padding-block: 0.6em; min-block-size: 2.75em; color: var(--accent); font-weight: 600; }.table-frame { overflow-x: auto; }table { border-collapse: collapse; inline-size: 100%; font-variant-numeric: tabular-nums; font-size: 0.95em; }th, td { padding: 0.5em 0.75em; text-align: end; border-block-end: 0.0625em solid var(--line); vertical-align: top; }th:first-child { text-align: start; padding-inline-start: 0; }thead th { color: var(--soft); font-weight: 600; }tbody th { font-weight: 500; }.total > * { font-weight: 700; }.columns { display: grid; gap: 2em; }.ranked .list { display: grid; gap: 0.5em; margin-block-start: 0.75em; }.ranked .list > li { padding-inline-start: 1em; border-inline-start: 0.1875em solid var(--accent); }.ranked .amount { display: block; }.next { padding: 1.25em; background: var(--wash); border: 0.0625em solid var(--line); border-radius: var(--radius); }.next p { margin-block: 0.4em 0.9em; }.bands .list { display: grid; gap: 0.25em; margin-block-start: 0.75em; }.band { padding: 0.6em 1em; border-inline-start: 0.25em solid var(--line); }.band.yours { border-inline-start-color: var(--accent); background: var(--tint); }.mark { display: inline-block; font-size: 0.85em; font-weight: 650; padding: 0.05em 0.6em; border: 0.1em solid currentColor; border-radius: 1em; }.about { color: var(--soft); font-size: 0.95em; border-block-start: 0.0625em solid var(--line); padding-block-start: 1.25em; }.about p { margin-block-start: 0.4em; }.screen > .actions { margin-block-start: 2em; }.share, .open, .compare { margin-block-start: 2em; display: grid; gap: 0.75em; }.named { display: grid; gap: 0.4em; font-weight: 600; justify-items: start; }.named .field, .named .file { font: inherit; font-weight: 400; inline-size: 100%; max-inline-size: 30em; }.share .hint, .share .actions { margin: 0; }.said { font-weight: 600; }textarea.field { inline-size: 100%; resize: vertical; }.open details > * + * { margin-block: 0.75em; }.open-link > .controls { margin-block-end: 0.75em; }.compared td, .compared th { text-align: start; }.compared caption { text-align: start; font-weight: 650; padding-block: 0.5em; }.confirm { padding: 1em 1.25em; border: 0.125em solid var(--edge); border-radius: var(--radius); display: grid; gap: 0.75em; }.confirm p { font-weight: 600; }@container (min-width: 34em) {.screen { padding: 1em 1.25em; }.columns { grid-template-columns: 1fr 1fr; }}@media (prefers-reduced-motion: no-preference) {.button, .option { transition: background-color 0.12s, border-color 0.12s; }}@media (forced-colors: active) {.track { fill: Canvas; }.fill { fill: Highlight; }.maybe { fill: GrayText; }.edge, .axis, .ring { stroke: CanvasText; }.shape { stroke: Highlight; }.radar { fill: CanvasText; }.option:has(:checked) { border: 0.1875em solid Highlight; }.band.yours { border: 0.1875em solid Highlight; }.button.primary { border: 0.1875em solid ButtonText; }}";
export const PRINT_STYLES = "@page { size: A4; margin: 18mm 16mm; }* { box-sizing: border-box; }body { margin: 0 auto; max-inline-size: 44em; padding: 1em; color: #000; background: #fff; font: 10.5pt/1.45 system-ui, sans-serif; overflow-wrap: break-word; }h1 { font-size: 1.8em; line-height: 1.2; margin: 0 0 0.4em; }h2 { font-size: 1.2em; line-height: 1.3; margin: 1.4em 0 0.4em; }h1, h2, .group, thead { break-after: avoid; }h1, h2, p, li, tr, svg { break-inside: avoid; }p, ul, ol { margin: 0 0 0.5em; orphans: 3; widows: 3; }ul, ol { padding-inline-start: 1.4em; }.title, .small { color: #444; }.lead { font-size: 1.1em; }.list { list-style: none; padding: 0; }.row { display: grid; grid-template-columns: 1fr auto; gap: 0 1em; margin-block-end: 0.5em; break-inside: avoid; }.bar { grid-column: 1 / -1; inline-size: 100%; block-size: 0.7em; border: 1px solid #000; }.track { fill: #fff; }.maybe { fill: #bbb; }.fill { fill: #444; }.bar, table { print-color-adjust: exact; }table { font: inherit; border-collapse: collapse; inline-size: 100%; break-inside: avoid; font-variant-numeric: tabular-nums; }thead { display: table-header-group; }caption, .unseen { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); }th, td { padding: 0.3em 0.5em; text-align: end; vertical-align: top; border-block-end: 1px solid #888; font-weight: 400; }thead th, .group { font-weight: 700; }th:first-child, .words, .appendix th:nth-child(2) { text-align: start; }.appendix table { break-inside: auto; }.total th, .total td, .verdict-label, .item-title, summary { font-weight: 700; }.edge { stroke: #000; stroke-width: 2px; vector-effect: non-scaling-stroke; }.part { margin-block-start: 1.4em; }.part h2 { margin-block-start: 0; }.reason, .item-title, summary { break-inside: avoid; }.item-title, summary { break-after: avoid; }.evidence { color: #444; font-size: 0.92em; }summary { list-style: none; font-size: 0.95em; }.group { padding-block-start: 0.9em; }@media print {body { padding: 0; max-inline-size: none; }.appendix { break-before: page; }}";
