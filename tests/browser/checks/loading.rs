//! Loading: when it begins, that it leaves the host's focus and scrolling alone, and what is asked of the network.

use std::time::Duration;

use serde_json::json;
use test_support::serve::Override;

use crate::browser::{Browser, expect, expect_that};
use crate::runner::Check;
use crate::sheet::{self, file, open};

pub fn checks() -> Vec<Check> {
    vec![
        Check::new("load=click waits for a click that is not on a link", by_click),
        Check::new("load=click begins by start() too", by_start),
        Check::new("a walk begins before the rest of the engine is there", walk_before_the_rest),
        Check::new("ux-02 after pf-ready nothing is asked for, but one file when the language changes", quiet_network),
    ]
}

/// What belongs to the engine; the element's own script is the host's to load.
pub(super) fn engine_files(browser: &Browser) -> Vec<String> {
    let mut files: Vec<String> =
        browser.site.take_paths().into_iter().filter(|path| path != "/partner-fit.js").collect();
    files.sort();
    files
}

/// What a visitor loads; a quick build has its engine in one.
fn all_files(browser: &Browser) -> Vec<String> {
    let mut files = vec!["/assessments/partner.json", "/engine_bg.wasm", "/locales/en.json"];
    if browser.site.has("engine_rest.wasm") {
        files.insert(2, "/engine_rest.wasm");
    }
    files.into_iter().map(str::to_owned).collect()
}

/// On a slow network what is asked does not wait for the rest of the engine, and the result does.
fn walk_before_the_rest(browser: &Browser) {
    let late = |path: &str, delay: u64| browser.site.set(path, Override::new().delay(Duration::from_millis(delay)));
    late("/engine_bg.wasm", 700);
    let split = browser.site.has("engine_rest.wasm");
    if split {
        late("/engine_rest.wasm", 6000);
    }
    browser.open_host("/plain.html");
    browser.put(json!({ "lang": "en" }), json!({}));
    browser.until_screen("start");
    expect("events before anything is ready", browser.get::<usize>("heard.length"), usize::from(!split));
    // A reader in a hurry has answered everything before the rest is there.
    let answers = sheet::good(&open(&file("partner")));
    let hurry = "part('button--primary').click();
         await settle(2);
         for (let step = 0; step < 7; step++) {
           for (const { id } of screen().questions) answer(id, arguments[0][id]);
           await settle(1);
           part('button--primary').click();
           await settle(1);
         }
         return screen().name;";
    let last: String = browser.run(hurry, json!(answers));
    expect("the screen after the last answer", last, if split { "step" } else { "review" }.to_owned());
    browser.until_screen("review");
    browser.js("part('button--primary').click()");
    browser.until_screen("result");
    let events: Vec<String> = browser.get("heard.map((event) => event.type)");
    expect("the first events", events[..3].to_vec(), ["pf-ready", "pf-start", "pf-step"].map(str::to_owned).to_vec());
    browser.until("the last event", "heard.at(-1).type === 'pf-complete'");
    expect_that("a result", browser.get::<bool>("widget().result !== null"), &events);
    browser.no_faults();
}

pub(super) fn leaves_host_alone(browser: &Browser) {
    browser.open_host("/fold.html");
    browser.js("scrollTo(0, 40)");
    browser.put(json!({}), json!({}));
    browser.until_screen("start");
    browser.js("await settle()");
    expect("the element with the focus", browser.focused(), "input#search".to_owned());
    expect("moves of the focus", browser.get::<Vec<String>>("focusMoves"), vec!["search".to_owned()]);
    expect("the host's scrolling", browser.get::<f64>("scrollY"), 40.0);
    expect("what is said", browser.get::<String>("text(one('[role=status]'))"), String::new());
    expect("alerts", browser.get::<usize>("all('[role=alert]').length"), 0);
    // The host's own calls move it neither.
    browser.js("widget().start(); widget().next(); await settle()");
    expect("the screen", browser.screen().name, "step".to_owned());
    expect("the element with the focus after start()", browser.focused(), "input#search".to_owned());
    expect("the host's scrolling after start()", browser.get::<f64>("scrollY"), 40.0);
    browser.no_faults();
}

pub(super) fn lazy(browser: &Browser) {
    browser.open_host("/fold.html");
    browser.js("await customElements.whenDefined('partner-fit'); await settle()");
    drop(engine_files(browser));
    browser.put(json!({ "load": "lazy" }), json!({}));
    browser.js("await settle(6)");
    expect("files far away", engine_files(browser), vec![]);
    let scroll_to = |distance: i32| {
        format!(
            "scrollTo(0, widget().getBoundingClientRect().top + scrollY - innerHeight - {distance}); await settle(6)"
        )
    };
    browser.js(&scroll_to(430));
    expect("files at 430 px", engine_files(browser), vec![]);
    expect("the screen at 430 px", browser.screen().name, "fallback".to_owned());
    browser.js(&scroll_to(370));
    browser.until_screen("start");
    browser.js("await widget().ready");
    expect("files once near", engine_files(browser), all_files(browser));
}

fn by_click(browser: &Browser) {
    browser.open_host("/plain.html");
    drop(engine_files(browser));
    browser.put(json!({ "load": "click" }), json!({}));
    browser.click("document.querySelector('.fallback a')");
    browser.js("await settle(6)");
    expect("files after a click on a link", engine_files(browser), vec![]);
    browser.click("widget()");
    browser.until_screen("start");
}

fn by_start(browser: &Browser) {
    browser.open_host("/plain.html");
    drop(engine_files(browser));
    browser.put(json!({ "load": "click" }), json!({}));
    browser.js("await settle(6)");
    expect("files before start()", engine_files(browser), vec![]);
    browser.js("widget().start()");
    browser.until_screen("step");
    let events: Vec<String> = browser.get("heard.map((event) => event.type)");
    expect("events", events, ["pf-ready", "pf-start", "pf-step"].map(str::to_owned).to_vec());
}

fn quiet_network(browser: &Browser) {
    browser.open_plain(json!({ "lang": "en" }), json!({}));
    let files = engine_files(browser);
    expect("files while loading", files, all_files(browser));
    let all = browser.hosts.take_paths();
    expect_that("nothing but the host's own files", all.iter().all(|path| !path.contains("report")), &all);
    let answers = sheet::good(&open(&file("partner")));
    browser.tour(&answers, |_| ());
    expect("files during the walk", browser.site.take_paths(), vec![]);
    expect("files of the host during the walk", browser.hosts.take_paths(), vec![]);
    browser.js("widget().lang = 'nl'");
    browser.until("Dutch", "text(part('button')).includes('Antwoorden') || !!one('[lang=nl]')");
    expect("files for another language", browser.site.take_paths(), vec!["/locales/nl.json".to_owned()]);
    browser.no_faults();
}
