//! Pages that lack something, have something else in its place, or expect something of what they embed: the element works
//! there, or fails as it does elsewhere, with the fallback in sight.

use serde_json::{Value, json};

use crate::answer_sheet::{self, file, native_report, open};
use crate::browser::Browser;
use crate::keyboard::{DOWN, SPACE};
use crate::reading::{expect, expect_that};
use crate::runner::Check;

pub fn checks() -> Vec<Check> {
    vec![
        Check::new(
            "strange hosts: a browser that lacks something → one pf-error that names it, and the fallback",
            lacking,
        ),
        Check::new("strange hosts: classes of the page's own under the browser's names change nothing", own_classes),
        Check::new("strange hosts: a trap that is no panic ends like one", trap),
        Check::new("strange hosts: moved into another document and back it keeps its looks", other_document),
        Check::new("strange hosts: a tag that closes itself is told in the console", self_closing),
        Check::new("strange hosts: the default written out or left out starts nothing anew", same_assessment),
        Check::new("strange hosts: what is in a slot is the page's own, also while the rest loads", slotted),
        Check::new(
            "strange hosts: shortcuts of the page leave the keys in a field alone, and get all others",
            shortcuts,
        ),
        Check::new("strange hosts: a double click moves one step and answers nothing", double_click),
    ]
}

/// What a browser may lack, how the page loses it, the code and a word of the message.
const LACKING: [(&str, &str, &str); 6] = [
    ("delete ElementInternals.prototype.states", "internal", "ElementInternals.states"),
    ("delete HTMLElement.prototype.attachInternals", "internal", "ElementInternals.states"),
    ("delete CSSStyleSheet.prototype.replaceSync", "internal", "style sheets"),
    (
        "window.CSSStyleSheet = class { constructor() { throw new TypeError('Illegal constructor') } }",
        "internal",
        "style sheets",
    ),
    ("delete window.WebAssembly", "wasm-failed", "browser with WebAssembly"),
    ("window.fetch = () => { throw new TypeError('no network') }", "assessment-unreachable", "no network"),
];

fn lacking(browser: &Browser) {
    for (lose, code, word) in LACKING {
        for load in ["eager", "lazy"] {
            browser.open_host("/late.html");
            browser.js(&format!("{lose}; await load(source)"));
            browser.put(json!({ "load": load }), json!({}));
            let error = browser.expect_error(lose, code);
            expect_that(
                &format!("the word {word}"),
                error["message"].as_str().is_some_and(|text| text.contains(word)),
                &error,
            );
            browser.expect(&format!("the fallback, {lose}"), "shown(widget().querySelector('a'))", true);
            browser.expect("nothing drawn", "!!part('base')", false);
            browser.expect(
                "what ready rejects with",
                "await widget().ready.then(() => null, ({ code }) => code)",
                code,
            );
            browser.act("widget().start(); widget().layout = 'all'; widget().next()");
            browser.expect_event_count("errors afterwards", "pf-error", 1);
            browser.no_faults();
        }
    }
    browser.open_host("/late.html");
    browser.js("delete window.IntersectionObserver; await load(source)");
    browser.put(json!({ "load": "lazy" }), json!({}));
    browser.until_ready();
    browser.no_faults();
}

/// A script of the page, because classes of its own are none of the window's properties.
const OWN_CLASSES: &str = "const script = document.createElement('script');
    script.textContent = 'class Window {} class Element {} class ShadowRoot {} class HTMLInputElement {} class HTMLSelectElement {}';
    document.head.append(script);
    window.CustomEvent = function () {}; window.Event = function () {};
    await load(source)";

fn own_classes(browser: &Browser) {
    let assessment = open(&file("partner"));
    let sheet = answer_sheet::mixed(&assessment);
    browser.open_host("/late.html");
    browser.js(OWN_CLASSES);
    browser.put(json!({}), json!({}));
    browser.walk_by_mouse(&sheet, "en");
    browser.expect("result", "widget().result", native_report(&assessment, &sheet, "en"));
    browser.expect_event_count("ready", "pf-ready", 1);
    browser.no_faults();
}

/// Parts of the browser that end like wasm whose memory has run out. They are the window's, because a driver has some of its
/// own.
const TRAP: &str =
    "noted.parts = [[window.Event.prototype, 'composedPath'], [window.Intl, 'PluralRules']].map(([owner, name]) => {
        const part = owner[name];
        owner[name] = function () { throw new window.WebAssembly.RuntimeError('memory access out of bounds'); };
        return () => { owner[name] = part; };
    })";

fn trap(browser: &Browser) {
    let sheet = answer_sheet::good(&open(&file("partner")));
    for act in ["part('button--primary').click()", "widget().profile = null", "widget().lang = 'nl'"] {
        browser.open_plain(json!({}), json!({}));
        browser.js_with("widget().answers = arguments[0]", &sheet);
        browser.js(&format!("{TRAP}; try {{ {act} }} catch {{}} await drawn()"));
        browser.until("what was thrown", "details('pf-error').length > 0");
        browser.js("noted.parts.forEach((mend) => mend())");
        let error = browser.expect_error(act, "internal");
        expect_that(
            "the trap's message",
            error["message"].as_str().is_some_and(|text| text.contains("memory access")),
            &error,
        );
        browser.expect(&format!("the fallback after {act}"), "shown(widget().querySelector('a'))", true);
        browser.expect("ready", "await widget().ready.then(() => null, ({ code }) => code)", "internal");
        browser.expect("answers", "widget().answers", json!(sheet));
        browser.act("widget().next(); widget().assessment = 'company'");
        browser.until_ready();
        browser.no_faults();
    }
}

fn other_document(browser: &Browser) {
    let look = "[part('button--primary'), part('base')].map((node) => [getComputedStyle(node).backgroundColor, getComputedStyle(node).paddingLeft].join())";
    browser.open_plain(json!({}), json!({}));
    browser.act("part('button--primary').click()");
    browser.until_screen("step");
    let before: Value = browser.now(look);
    for place in [
        "document.body.appendChild(document.createElement('iframe')).contentDocument.body",
        "document.implementation.createHTMLDocument().body",
        "document.getElementById('place')",
    ] {
        browser.act(&format!("{place}.append(widget())"));
        if !place.contains("createHTMLDocument") {
            browser.expect(&format!("looks in {place}"), look, before.clone());
            browser.expect("the screen", "screen().name", "step");
        }
    }
    browser.act("answer(screen().questions[0].id, screen().questions[0].values[0])");
    browser.expect("answers", "Object.keys(widget().answers).length", 1);
    browser.no_faults();
}

fn self_closing(browser: &Browser) {
    for (html, warnings) in [
        ("<partner-fit load=eager /><p>The rest of the page.</p><footer>By us</footer>", 1),
        ("<partner-fit load=eager><p>Fallback <a href=#a>link</a></p></partner-fit><footer>By us</footer>", 0),
        ("<partner-fit load=eager><section slot=footer><h2>By us</h2></section></partner-fit>", 0),
    ] {
        browser.open_host("/plain.html");
        browser.js("noted.told = []; console.warn = (...all) => noted.told.push(all.join(' '))");
        browser.js_with("document.getElementById('place').innerHTML = arguments[0]", html);
        browser.until_ready();
        browser.expect(html, "noted.told.filter((line) => line.includes('</partner-fit>')).length", warnings);
    }
}

fn same_assessment(browser: &Browser) {
    browser.open_plain(json!({ "assessment": "partner" }), json!({}));
    browser.js("await moveOn(); answer(screen().questions[0].id, screen().questions[0].values[0])");
    let before: Value = browser.now("[screen(), widget().answers]");
    for act in ["removeAttribute('assessment')", "setAttribute('assessment', 'partner')", "assessment = 'partner'"] {
        browser.act(&format!("widget().{act}"));
        browser.expect(&format!("screen and answers after {act}"), "[screen(), widget().answers]", before.clone());
    }
    browser.expect_event_count("ready", "pf-ready", 1);
    browser.act("widget().assessment = 'company'");
    browser.expect_event_count("ready, of another", "pf-ready", 2);
    browser.no_faults();
}

/// Puts a form of the page's own into each slot; it counts its events.
const FORMS: &str = "noted.own = [];
    for (const slot of ['intro', 'cta', 'footer']) {
        const form = document.createElement('form');
        Object.assign(form, { id: slot, slot, className: 'open' });
        form.innerHTML = '<input type=file><input type=radio name=a><input type=text><button>Send</button>';
        for (const type of ['change', 'click', 'submit', 'input', 'keydown'])
            form.addEventListener(type, (event) => { noted.own.push(`${slot} ${type}`); if (type === 'submit') event.preventDefault(); });
        widget().append(form);
    }
    await drawn();";

/// Uses the form in each slot, as its page expects it to work.
const USE_FORMS: &str = "noted.own.length = 0;
    for (const slot of ['intro', 'cta', 'footer']) {
        const form = document.getElementById(slot);
        const [chosen, radio, , button] = form.children;
        const files = new DataTransfer();
        files.items.add(new File(['x'], 'own.txt'));
        chosen.files = files.files;
        chosen.dispatchEvent(new Event('change', { bubbles: true }));
        radio.checked = false;
        radio.click();
        button.click();
    }
    await drawn();
    return ['intro', 'cta', 'footer'].map((slot) => {
        const [chosen, radio] = document.getElementById(slot).children;
        const own = noted.own.filter((event) => event.startsWith(slot)).map((event) => event.split(' ')[1]).join();
        return [chosen.files.length, radio.checked, own];
    });";

fn slotted(browser: &Browser) {
    let sheet = answer_sheet::mixed(&open(&file("partner")));
    let works = json!([1, true, "change,click,input,change,click,submit"]);
    let works = json!([works, works, works]);
    browser.open_plain(json!({}), json!({}));
    browser.js(FORMS);
    for screen in ["start", "step", "review", "result"] {
        browser.hurry_to(screen, &sheet);
        let before: Value = browser.now("[screen(), widget().answers, heard.length]");
        let used: Value = browser.run(USE_FORMS, ());
        // The event of a file field that a script fills is the script's own; a radio has one, too.
        expect(&format!("forms in slots on the screen {screen}"), normal(&used), normal(&works));
        browser.expect("the widget", "[screen(), widget().answers, heard.length]", before);
        browser.expect("said", "all('.said').map(text).join('')", "");
    }
    browser.no_faults();
}

/// Engines differ in the order of a radio's `click` and `change`, so the events are put in order.
fn normal(forms: &Value) -> Value {
    let sorted = |form: &Value| {
        let mut events: Vec<&str> = form[2].as_str().unwrap_or_default().split(',').collect();
        events.sort_unstable();
        json!([form[0], form[1], events])
    };
    forms.as_array().unwrap().iter().map(sorted).collect()
}

/// Shortcuts that look only at the target, as many do; `noted.keys` are those that they have seen.
const SHORTCUTS: &str = "noted.keys = [];
    for (const target of [window, document, document.body]) {
        for (const type of ['keydown', 'keypress', 'keyup']) {
            target.addEventListener(type, (event) => {
                if (/^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName)) return;
                noted.keys.push(event.key);
                if (/^(Arrow.*| |\\d|[a-z])$/.test(event.key)) event.preventDefault();
            });
        }
    }";

fn shortcuts(browser: &Browser) {
    browser.open_plain(json!({}), json!({}));
    browser.js(SHORTCUTS);
    browser.act("part('button--primary').focus()");
    browser.press([SPACE]);
    let screen = browser.until_screen("step");
    let id = &screen.questions[0].id;
    browser.js(&format!("one('input[name=\"{id}\"]').focus()"));
    for (key, place) in [(SPACE, 0), (DOWN, 1), (DOWN, 2)] {
        browser.press([key]);
        browser.expect(
            &format!("chosen after {key:?}"),
            "screen().questions[0].checked",
            &screen.questions[0].values[place],
        );
    }
    browser.js_with(
        "widget().answers = arguments[0]; await drawn(); await toNumber(); one('input[type=text]').focus()",
        answer_sheet::good(&open(&file("partner"))),
    );
    browser.js("one('input[type=text]').select()");
    browser.press("105".chars());
    browser.expect("typed", "one('input[type=text]').value", "105");
    browser.expect("keys that the page has seen", "noted.keys", json!([]));
    browser.press(['\u{e00c}']);
    browser.until("Escape for the page", "noted.keys.includes('Escape')");
    browser.act("document.getElementById('before').focus()");
    browser.press(['7']);
    browser.until("a digit for the page", "noted.keys.includes('7')");
    browser.no_faults();
}

fn double_click(browser: &Browser) {
    let sheet = answer_sheet::good(&open(&file("partner")));
    for layout in ["criterion", "question"] {
        browser.open_plain(json!({ "layout": layout }), json!({}));
        // The option lies where the button was, as it may in a window that need not scroll.
        browser.js("addEventListener('click', () => task().then(() => {
                const option = part('option');
                if (option && noted.point) {
                    const { left, top } = option.getBoundingClientRect();
                    widget().style.cssText = `position: relative; left: ${noted.point.x - left - 40}px; top: ${noted.point.y - top - 10}px`;
                }
            }), true);
            addEventListener('click', ({ clientX: x, clientY: y }) => { noted.point ??= { x, y }; }, true)");
        browser.double_click("part('button--primary')");
        let first = browser.until_screen("step");
        browser.expect("answers", "Object.keys(widget().answers).length", 0);
        browser.expect(
            "the screen",
            "screen()",
            json!({ "name": "step", "heading": first.heading, "errors": [],
            "questions": browser.now::<Value>("screen().questions") }),
        );
        browser.js("widget().style.cssText = ''");
        browser.js_with("widget().answers = arguments[0]; await drawn()", &sheet);
        browser.double_click("part('button--primary')");
        browser.until_other(&first);
        browser.expect("steps", "details('pf-step').map(({ index }) => index)", json!([0, 1]));
        browser.no_faults();
    }
}
