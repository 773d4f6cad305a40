// One assessment in one element, from its first drawing on: its texts, the answers on the device, and sharing. Another
// assessment ends it, and so does an engine that stops.

import { settings } from "./attributes.js";
import { callEngine, hasResultPart, loadResultPart, releaseCallbacks } from "./engine.js";
import { setTextLanguage } from "./language.js";
import { linkTo } from "./links.js";
import { download, printReport, readReport } from "./sharing.js";
import { placeKey, profileKey, storeAnswers, storedAnswers } from "./storage.js";
import { watchTables } from "./tables.js";

/** @typedef {import("./engine.js").Engine} Engine */
/** @typedef {import("../partner-fit.js").Actions} Actions */
/** @typedef {import("../partner-fit.js").Answers} Answers */
/** @typedef {import("../partner-fit.js").Profile} Profile */
/** @typedef {import("../partner-fit.js").Strings} Strings */
/** @typedef {import("../partner-fit.js").Report} Report */
/** @typedef {InstanceType<Engine["Opened"]>} Opened */
/** @typedef {(name: string, detail: unknown) => boolean | undefined} Listener */

/**
 * Notes what would listen to the mount, and lets it listen to the root: a screen reader calls clickable whatever is
 * inside an element that listens to clicks. yew holds the mount and never stops listening, so the two would keep each
 * other alive.
 * @param {HTMLElement} mount
 * @param {ShadowRoot} root
 */
function noteListeners(mount, root) {
  /** @type {[type: string, listener: EventListener][]} */
  const noted = [];
  mount.addEventListener = (
    /** @type {string} */ type,
    /** @type {EventListener} */ listener,
    /** @type {AddEventListenerOptions} */ options,
  ) => {
    noted.push([type, listener]);
    root.addEventListener(type, listener, options);
  };
  return noted;
}

/**
 * Makes the listener for the engine's events. It is made outside the class, because a function made in a method would
 * keep the element alive as long as the engine.
 * @param {WeakRef<{ heard: Listener }>} loader
 * @returns {Listener}
 */
export const listenerOf = (loader) => (name, detail) => loader.deref()?.heard(name, detail);

export class Session {
  #element;
  #engine;
  #file;
  #texts;
  /** @type {Actions | null} */
  #actions = null;
  /** The div that the engine draws in, as long as the element is in a page. */
  mount = document.createElement("div");
  #profile;
  #isDrawn = false;
  #isClosed = false;
  /** What listens to the mount. @type {[type: string, listener: EventListener][]} */
  #listeners = [];

  /**
   * @param {HTMLElement} element
   * @param {Engine} engine
   * @param {object} file the assessment as it was written
   * @param {Opened} opened the assessment, checked
   * @param {Profile | null} profile the profile that it was opened with
   * @param {string} language
   * @param {unknown} texts of that language
   * @param {Listener} listener takes the engine's events, and returns false if the host cancels one; must not hold the element, because the engine holds it
   */
  constructor(element, engine, file, opened, profile, language, texts, listener) {
    this.#element = element;
    this.#engine = engine;
    this.#file = file;
    this.#texts = texts;
    this.#profile = profile;
    this.opened = opened;
    this.language = language;
    const { headingLevel } = settings(element);
    this.widget = callEngine(
      "assessment-invalid",
      () => new engine.Widget(opened, language, texts, headingLevel, listener),
    );
  }

  /** @returns {Answers} */
  get answers() {
    return this.widget.answers;
  }
  set answers(answers) {
    callEngine("answers-invalid", () => this.widget.setAnswers(answers));
  }

  /** @returns {Report | null} */
  get result() {
    return hasResultPart() ? this.widget.result : null;
  }

  /**
   * Opens the whole file again with another profile.
   * @param {Profile | null} profile
   */
  setProfile(profile) {
    const opened = callEngine("answers-invalid", () => new this.#engine.Opened(this.#file, profile));
    if (this.#actions) this.#putActions(this.#actions, profile); // whose words have placeholders too
    this.widget.setOpened(opened);
    this.#profile = profile;
    this.opened = opened;
  }

  /** @param {Actions | null} actions the host's buttons for results */
  setActions(actions) {
    this.#putActions(actions, this.#profile);
    this.#actions = actions;
  }

  /**
   * @param {Actions | null} actions
   * @param {Profile | null} profile whose words stand for the placeholders in them
   */
  #putActions(actions, profile) {
    callEngine("answers-invalid", () => this.widget.setActions(this.#file, profile, actions));
  }

  /** @param {Strings | null} strings texts that replace some of the element's */
  setStrings(strings) {
    callEngine("answers-invalid", () => this.widget.setStrings(this.language, this.#texts, strings));
  }

  /**
   * @param {string} language
   * @param {unknown} texts
   */
  setLanguage(language, texts) {
    callEngine("assessment-invalid", () => this.widget.setTexts(language, texts));
    this.language = language;
    this.#texts = texts;
    setTextLanguage(this.mount, language);
  }

  /** Tells the engine whether a link can lead anywhere. */
  updateLinks() {
    this.widget.setLinks(linkTo(settings(this.#element).linkBase, "") !== undefined);
  }

  /** Passes the settings of the steps and of events to the engine. */
  updateSteps() {
    const { layout, noReview, exposeAnswers, about } = settings(this.#element);
    this.widget.setCourse(layout, !noReview, exposeAnswers, about === "candidate");
  }

  updateHeadingLevel() {
    this.widget.setHeadingLevel(settings(this.#element).headingLevel);
  }

  get #root() {
    return /** @type {ShadowRoot} */ (this.#element.shadowRoot);
  }

  /** Draws, if it is not drawn. */
  draw() {
    if (this.#isDrawn) return;
    this.#isDrawn = true;
    this.mount = document.createElement("div");
    setTextLanguage(this.mount, this.language);
    this.#listeners = noteListeners(this.mount, this.#root);
    watchTables(this.mount);
    this.widget.show(this.mount);
  }

  /** Takes the view out of the page. What has drawn it would keep the element alive. */
  erase() {
    this.#isDrawn = false;
    this.widget.destroy();
    this.mount.remove();
    Reflect.deleteProperty(this.mount, "addEventListener"); // it holds the root
    for (const [type, listener] of this.#listeners) this.#root.removeEventListener(type, listener, true);
    releaseCallbacks(this.#listeners.splice(0).map(([, listener]) => listener));
  }

  /** Ends it, and gives its memory back to the engine. Others may share what it has opened. */
  close() {
    this.#isClosed = true;
    this.erase();
    this.widget.free();
  }

  // ---- answers on the device ----

  get #storageMode() {
    return settings(this.#element).storage;
  }

  /** Two evaluators of one assessment must not meet: on one page, or on two with other profiles. */
  get #storageKey() {
    const { id, fingerprint } = this.opened;
    return ["partner-fit", id, fingerprint, ...profileKey(this.#profile), ...placeKey(this.#element)].join(":");
  }

  /** @param {Answers | undefined} answers */
  #store(answers) {
    return storeAnswers(this.#storageMode, this.#storageKey, answers);
  }

  #stored() {
    return storedAnswers(this.#storageMode, this.#storageKey);
  }

  /** Tells the engine where answers may be stored, and whether some are. */
  updateStorage() {
    const mode = this.#storageMode;
    this.widget.setStorage(mode, mode === "local" && this.#stored() !== undefined);
  }

  /** Stores the answers after each change, if the host has chosen storage for the session. */
  storeEachAnswer() {
    if (this.#storageMode !== "session") return;
    const { answers } = this;
    this.#store(Object.keys(answers).length > 0 ? answers : undefined);
  }

  /** Whether every question is answered. */
  get isComplete() {
    return this.widget.complete;
  }

  /** Opens the answers that this tab has stored. */
  reopen() {
    const answers = this.#storageMode === "session" && this.#stored();
    if (answers) this.widget.openKept(answers, false);
  }

  /** Opens the link in the address. Returns whether it is one to this assessment. */
  openLink() {
    const fragment = location.hash.slice(1);
    const isOurs = fragment !== "" && this.opened.concerns(fragment);
    if (isOurs) callEngine("internal", () => this.widget.openLink(fragment));
    return isOurs;
  }

  // ---- sharing ----

  /**
   * Exports the result as a text.
   * @param {string} kind
   * @param {boolean} [isNamed] whether a link contains the company name that the reader typed
   */
  export(kind, isNamed = false) {
    if (kind === "json") return JSON.stringify(this.result, null, 2);
    const text = this.widget.export(kind === "link" && isNamed ? "named" : kind) ?? "";
    if (kind !== "link") return text;
    const link = linkTo(settings(this.#element).linkBase, text);
    if (!link) throw new Error(`expected an http(s) address or link-base, got ${location.href}`);
    return link;
  }

  /**
   * Carries out an effect of the engine. The engine is told how it ended, and shows the reader a text about it.
   * @param {string} effect
   */
  async perform(effect) {
    const { widget } = this;
    const end = (/** @type {boolean} */ done, text = "") => void (this.#isClosed || widget.ended(effect, done, text));
    if (effect === "forget") return void this.#store(undefined);
    if (effect === "recall") {
      this.updateStorage(); // it may have expired since
      return widget.openKept(this.#stored(), true);
    }
    if (effect === "save") return end(this.#store(this.answers));
    if (effect === "print") return end(printReport(this));
    let text = "";
    try {
      text = this.export(effect, true);
      if (effect === "json" || effect === "csv") download(this.opened.id, effect, text);
      else await navigator.clipboard.writeText(text);
      end(true);
    } catch {
      end(false, text);
    }
  }

  /**
   * Reads and opens the file that the reader chose.
   * @param {HTMLInputElement} input
   */
  async openFile(input) {
    const [file] = input.files ?? [];
    if (!file) return;
    const report = await readReport(file);
    input.value = "";
    // `pf-error` reports a failure.
    loadResultPart().then(
      () => void (this.#isClosed || this.widget.openFile(report)),
      () => {},
    );
  }
}
