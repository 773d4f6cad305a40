//! Failures to load: each has its code, is reported once, leaves the fallback in place and throws nothing.

use serde_json::{Value, json};
use test_support::serve::Override;

use crate::answer_sheet::file;
use crate::browser::Browser;
use crate::reading::{expect, expect_that};
use crate::runner::Check;

/// The failures: what fails, the code of the error, how to cause it, and the attributes of the element.
type Case = (&'static str, &'static str, fn(&Browser), Value);

pub fn checks() -> Vec<Check> {
    let mut checks = Vec::new();
    let cases: [Case; 10] = [
        ("ux-07 no wasm", "wasm-failed", |b| b.site.set_status("/engine_bg.wasm", 404), json!({})),
        ("ux-07 half a wasm", "wasm-failed", halve_wasm, json!({})),
        ("ux-07 no rest of the engine", "wasm-failed", no_rest, json!({})),
        ("assessment 404", "assessment-unreachable", no_assessment, json!({})),
        ("assessment 500 with a body", "assessment-unreachable", broken_server, json!({})),
        ("network down", "assessment-unreachable", |_| (), json!({ "assessment": "http://127.0.0.1:9/a.json" })),
        ("locale 404", "assessment-unreachable", |b| b.site.set_status("/locales/en.json", 404), json!({})),
        ("assessment is no JSON", "assessment-invalid", |b| assessment(b, "<!doctype html>"), json!({})),
        ("assessment is another JSON", "assessment-invalid", |b| assessment(b, "{\"id\": \"a\"}"), json!({})),
        (
            "assessment from the host's own folder is missing",
            "assessment-unreachable",
            |_| (),
            json!({ "assessment": "none.json" }),
        ),
    ];
    for (name, code, arrange, attributes) in cases {
        let run = move |browser: &Browser| {
            arrange(browser);
            browser.open_host("/plain.html");
            put(browser, attributes.clone());
            fails(browser, code);
        };
        checks.push(Check::new(format!("{name} → {code}"), run));
    }
    checks.push(Check::new("ready rejects once, and a later good model makes a new one", ready_again));
    checks.push(Check::new("ready rejects once, and a later good assessment makes a new one", ready_by_assessment));
    checks
}

fn assessment(browser: &Browser, body: &str) {
    browser.site.set_body("/assessments/partner.json", body);
}

fn no_assessment(browser: &Browser) {
    browser.site.set_status("/assessments/partner.json", 404);
}

fn broken_server(browser: &Browser) {
    let good = browser.site.file("assessments/partner.json");
    browser.site.set("/assessments/partner.json", Override::status(500).unwrap().body(good));
}

/// A quick build has its engine in one file, so that file fails there.
fn no_rest(browser: &Browser) {
    let rest = if browser.site.has("engine_rest.wasm") { "/engine_rest.wasm" } else { "/engine_bg.wasm" };
    browser.site.set_status(rest, 404);
}

fn halve_wasm(browser: &Browser) {
    let mut wasm = browser.site.file("engine_bg.wasm");
    wasm.truncate(wasm.len() / 2);
    browser.site.set_body("/engine_bg.wasm", wasm);
}

/// Adds an element that will fail, next to a clock: a worker counts every 20 ms until the error. On an idle machine
/// these are milliseconds; on a busy one the count stops while nothing runs.
pub(super) fn put(browser: &Browser, attributes: Value) {
    browser.js_with(
        "const count = 'let ticks = 0; setInterval(() => ticks++, 20); onmessage = () => postMessage(20 * ticks)';
         const clock = new Worker(URL.createObjectURL(new Blob([count])));
         const ask = () => new Promise((told) => { clock.onmessage = ({ data }) => told(data); clock.postMessage(''); });
         const began = await ask();
         document.addEventListener('pf-error', async () => { noted.took = await ask() - began; }, { once: true });
         noted.clock = clock;
         put(arguments[0])",
        attributes,
    );
}

/// Waits for the one error, and checks its consequences.
#[track_caller]
pub(super) fn fails(browser: &Browser, code: &str) -> Value {
    let error = browser.expect_error("the failure", code);
    expect_that("a message", error["message"].as_str().is_some_and(|text| text.len() > 10), &error);
    let problems = error["problems"].as_array();
    expect("whether there are problems", problems.is_some(), code == "assessment-invalid");
    for problem in problems.into_iter().flatten() {
        expect_that(
            "a problem with path and message",
            problem["path"].is_string() && problem["message"].is_string(),
            problem,
        );
    }
    browser.until_that(
        "the error within 2 s",
        "noted.clock ? noted.took : heard.find((event) => event.type === 'pf-error').at",
        |took: &f64| *took < 2000.0,
    );
    browser.expect("whether the fallback shows", "shown(widget().querySelector('p'))", true);
    browser.expect("the state", "widget().matches(':state(error)')", true);
    browser.expect(
        "what ready rejects with",
        "await widget().ready.then(() => 'resolved',
            (error) => ({ error: Object.prototype.toString.call(error) === '[object Error]', code: error.code, message: error.message }))",
        json!({ "error": true, "code": code, "message": error["message"] }),
    );
    browser.no_faults();
    error
}

pub(super) fn blocked(browser: &Browser) {
    let site = browser.site.origin();
    browser.hosts.set_policy(
        "/strict.html",
        &format!("default-src 'none'; script-src {site} 'self'; style-src 'self'; connect-src {site}"),
    );
    browser.open_host("/strict.html");
    browser.until("pf-error", "details('pf-error').length > 0");
    // The host's policy may report the refused file as a violation.
    browser.js("await drawn(); violations.length = 0");
    fails(browser, "wasm-blocked");
}

fn ready_again(browser: &Browser) {
    no_assessment(browser);
    browser.open_host("/plain.html");
    put(browser, json!({}));
    fails(browser, "assessment-unreachable");
    browser.js_with(
        "window.first = widget().ready; widget().model = arguments[0]; window.second = widget().ready;",
        file("company"),
    );
    browser.expect("whether ready is a new promise", "first !== second", true);
    browser.expect("the new ready", "await second.then(() => 'resolved')", "resolved");
    browser.expect_events("ready", "pf-ready", vec![json!({ "assessment": "company", "version": "2.0.0" })]);
    browser.expect_event_count("errors", "pf-error", 1);
    browser.expect("the state", "widget().matches(':state(error)')", false);
    browser.until_screen("start");
    browser.no_faults();
}

fn ready_by_assessment(browser: &Browser) {
    assessment(browser, "{}");
    browser.open_host("/plain.html");
    put(browser, json!({}));
    fails(browser, "assessment-invalid");
    browser.js("window.first = widget().ready; widget().assessment = 'company'");
    browser.expect("whether ready is a new promise", "first !== widget().ready", true);
    browser.expect("the new ready", "await widget().ready.then(() => 'resolved')", "resolved");
    browser.expect("the attribute", "widget().getAttribute('assessment')", "company");
    browser.until_screen("start");
    browser.no_faults();
}
