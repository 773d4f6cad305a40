//! Loading: when it begins, that it does not move the host's focus or scroll position, and which requests it makes.

use std::time::Duration;

use serde_json::json;
use test_support::serve::Override;

use crate::answer_sheet::{self, file, open};
use crate::browser::Browser;
use crate::reading::{expect, expect_that};
use crate::runner::Check;

pub fn checks() -> Vec<Check> {
    vec![
        Check::new("load=click waits for a click that is not on a link", by_click),
        Check::new("load=click begins by start() too", by_start),
        Check::new("a walk begins before the rest of the engine is there", walk_before_the_rest),
        Check::new("ux-02 after pf-ready nothing is asked for, but one file when the language changes", quiet_network),
    ]
}

/// The engine's files; the element's own script is loaded by the host.
pub(super) fn engine_files(browser: &Browser) -> Vec<String> {
    let mut files: Vec<String> =
        browser.asked(&browser.site).into_iter().filter(|path| path != "/partner-fit.js").collect();
    files.sort();
    files
}

/// The files that a visitor loads; a quick build has its engine in one.
fn all_files(browser: &Browser) -> Vec<String> {
    let mut files = vec!["/assessments/partner.json", "/engine_bg.wasm", "/locales/en.json"];
    if browser.site.has("engine_rest.wasm") {
        files.insert(2, "/engine_rest.wasm");
    }
    files.into_iter().map(str::to_owned).collect()
}

/// Holds back the rest of the engine until it is released.
const HOLD_THE_REST: &str = "const real = window.fetch;
    window.fetch = async (...asked) => {
        if (String(asked[0]).includes('engine_rest')) await new Promise((go) => { noted.letGo = go; });
        return real(...asked);
    }";

/// On a slow network questions are shown before the rest of the engine has loaded, and the result waits for it.
fn walk_before_the_rest(browser: &Browser) {
    // A load counts as slow after 400 ms (`SLOW_MS` in `static/element/engine.js`).
    browser.site.set("/engine_bg.wasm", Override::new().delay(Duration::from_millis(700)));
    let split = browser.site.has("engine_rest.wasm");
    browser.open_host("/plain.html");
    browser.js(HOLD_THE_REST);
    browser.put(json!({ "lang": "en" }), json!({}));
    browser.until_screen("start");
    browser.expect("events before anything is ready", "heard.length", usize::from(!split));
    // A fast reader has answered everything before the rest has loaded.
    let last: String = browser.run(
        "await moveOn();
         for (let step = 0; step < 6; step++) { answerAll(arguments[0]); await drawn(); await moveOn(); }
         answerAll(arguments[0]); await drawn();
         onward().click(); await drawn();
         return screen().name;",
        answer_sheet::good(&open(&file("partner"))),
    );
    expect("the screen after the last answer", last.as_str(), if split { "step" } else { "review" });
    if split {
        browser.until("the rest to be wanted", "!!noted.letGo");
        browser.js("noted.letGo()");
    }
    browser.until_screen("review");
    browser.move_on();
    browser.until_screen("result");
    browser.until("the last event", "heard.at(-1).type === 'pf-complete'");
    browser.expect(
        "the first events",
        "heard.slice(0, 3).map((event) => event.type)",
        ["pf-ready", "pf-start", "pf-step"],
    );
    browser.until("a result", "widget().result !== null");
    browser.no_faults();
}

pub(super) fn leaves_host_alone(browser: &Browser) {
    browser.open_host("/fold.html");
    browser.js("scrollTo(0, 40)");
    browser.put(json!({}), json!({}));
    browser.until_ready();
    browser.js("await drawn()");
    browser.expect("the element with the focus", "name(active())", "input#search");
    browser.expect("moves of the focus", "focusMoves", vec!["search".to_owned()]);
    browser.expect("the host's scrolling", "scrollY", 40.0);
    browser.expect("what is said", "text(one('[aria-live]'))", String::new());
    browser.expect("alerts", "all('[role=alert]').length", 0);
    // The host's own calls move neither.
    browser.js("widget().start(); widget().next(); await drawn()");
    browser.until_screen("step");
    browser.expect("the element with the focus after start()", "name(active())", "input#search");
    browser.expect("the host's scrolling after start()", "scrollY", 40.0);
    browser.no_faults();
}

pub(super) fn lazy(browser: &Browser) {
    browser.open_host("/fold.html");
    browser.js("await customElements.whenDefined('partner-fit'); await drawn()");
    drop(engine_files(browser));
    browser.put(json!({ "load": "lazy" }), json!({}));
    expect("files far away", engine_files(browser), vec![]);
    let scroll_to = |distance: i32| {
        format!("scrollTo(0, widget().getBoundingClientRect().top + scrollY - innerHeight - {distance}); await drawn()")
    };
    browser.js(&scroll_to(430));
    expect("files at 430 px", engine_files(browser), vec![]);
    browser.until_screen("fallback");
    browser.js(&scroll_to(370));
    browser.until_screen("start");
    browser.until("ready", "await widget().ready.then(() => true)");
    expect("files once near", engine_files(browser), all_files(browser));
}

fn by_click(browser: &Browser) {
    browser.open_host("/plain.html");
    drop(engine_files(browser));
    browser.put(json!({ "load": "click" }), json!({}));
    browser.click("document.querySelector('.fallback a')");
    browser.until("the link to be followed", "location.hash === '#elsewhere'");
    expect("files after a click on a link", engine_files(browser), vec![]);
    browser.click("widget()");
    browser.until_screen("start");
}

fn by_start(browser: &Browser) {
    browser.open_host("/plain.html");
    drop(engine_files(browser));
    browser.put(json!({ "load": "click" }), json!({}));
    expect("files before start()", engine_files(browser), vec![]);
    browser.js("widget().start()");
    browser.until_screen("step");
    browser.expect("events", "heard.map((event) => event.type)", ["pf-ready", "pf-start", "pf-step"]);
}

fn quiet_network(browser: &Browser) {
    browser.open_plain(json!({ "lang": "en" }), json!({}));
    let files = engine_files(browser);
    expect("files while loading", files, all_files(browser));
    let all = browser.asked(&browser.hosts);
    expect_that("nothing but the host's own files", all.iter().all(|path| !path.contains("report")), &all);
    let answers = answer_sheet::good(&open(&file("partner")));
    browser.all_screens(&answers, |_| ());
    expect("files during the walk", browser.asked(&browser.site), vec![]);
    expect("files of the host during the walk", browser.asked(&browser.hosts), vec![]);
    browser.js("widget().lang = 'nl'");
    browser.until("Dutch", "text(part('button')).includes('Antwoorden') || !!one('[lang=nl]')");
    expect("files for another language", browser.asked(&browser.site), vec!["/locales/nl.json".to_owned()]);
    browser.no_faults();
}
