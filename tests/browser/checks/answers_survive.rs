//! A later failure keeps the answers given so far, and the screen as well, unless the engine itself has stopped.

use serde_json::{Value, json};

use crate::answer_sheet::{self, Sheet, file, native_report, open};
use crate::browser::Browser;
use crate::reading::expect_that;
use crate::runner::Check;

/// The failures: what fails, how to cause it, and the code of its error.
type Case = (&'static str, fn(&Browser), &'static str, &'static str);

pub fn checks() -> Vec<Check> {
    let cases: [Case; 5] = [
        ("a language that is missing", no_dutch, "widget().lang = 'nl'", "assessment-unreachable"),
        ("a model that is none", |_| (), "widget().model = { id: 'none' }", "assessment-invalid"),
        ("an assessment that is missing", no_company, "widget().assessment = 'company'", "assessment-unreachable"),
        ("an assessment that is none", no_json, "widget().assessment = 'company'", "assessment-invalid"),
        ("a language without texts", |_| (), "widget().lang = 'fr'", "language-unknown"),
    ];
    let mut checks = Vec::new();
    for (what, arrange, how, code) in cases {
        checks.push(Check::new(format!("answers are kept after {what} → {code}"), move |browser| {
            later(browser, arrange, how, code);
        }));
    }
    checks.push(Check::new("ux-52 a panic is told, keeps the answers, and is over with the next assessment", panic));
    checks
}

fn no_dutch(browser: &Browser) {
    browser.site.set_status("/locales/nl.json", 404);
}

fn no_company(browser: &Browser) {
    browser.site.set_status("/assessments/company.json", 404);
}

fn no_json(browser: &Browser) {
    browser.site.set_body("/assessments/company.json", "<!doctype html>");
}

/// Answers the first step like a reader, and stops at the second.
fn half_way(browser: &Browser, sheet: &Sheet) -> (Value, Value) {
    browser.open_plain(json!({}), json!({}));
    browser.act("onward().click()");
    let first = browser.until_screen("step");
    browser.walk_step(sheet, "en");
    browser.expect("number of answers", "Object.keys(widget().answers).length", first.questions.len());
    browser.now("[screen(), widget().answers]")
}

fn later(browser: &Browser, arrange: fn(&Browser), how: &str, code: &str) {
    let assessment = open(&file("partner"));
    let sheet = answer_sheet::good(&assessment);
    let before = half_way(browser, &sheet);
    arrange(browser);
    browser.js(&format!("{how}; await widget().ready.catch(() => null)"));
    browser.expect_error(how, code);
    browser.expect("screen and answers", "[screen(), widget().answers]", before);
    let fatal = code != "language-unknown";
    browser.expect("the state", "widget().matches(':state(error)')", fatal);
    // The next request ends it.
    browser.js("widget().lang = 'en'");
    if how.contains("lang") {
        browser.expect("ready", "await widget().ready.then(() => 'resolved')", "resolved");
        browser.expect("the state, once a language is there", "widget().matches(':state(error)')", false);
    }
    browser.hurry_to("result", &sheet);
    browser.expect("result", "widget().result", native_report(&assessment, &sheet, "en"));
    browser.expect_event_count("errors", "pf-error", 1);
    browser.no_faults();
}

/// Two widgets share the engine, so both stop with it. yew panics if nodes cannot be inserted into the page.
fn panic(browser: &Browser) {
    let sheet = answer_sheet::good(&open(&file("partner")));
    let (_, answers) = half_way(browser, &sheet);
    browser.js("const first = widget(); put({ id: 'other', lang: 'nl' }); window.subject = first; noted.other = document.getElementById('other')");
    browser.until("the other widget", "details('pf-ready').length === 2");
    browser.js("noted.insertBefore = Node.prototype.insertBefore;
         Node.prototype.insertBefore = () => { throw new DOMException('broken on purpose'); };");
    browser.js("widget().next(); await drawn()");
    browser.js("Node.prototype.insertBefore = noted.insertBefore; await drawn()");
    let errors = browser.expect_event_count("one error for each widget", "pf-error", 2);
    expect_that("both of them internal", errors.iter().all(|one| one["code"] == "internal"), &errors);
    browser.expect("the answers", "widget().answers", answers.clone());
    browser.expect(
        "the fallbacks",
        "[widget(), noted.other].map((one) => shown(one.querySelector('.fallback')))",
        json!([true, true]),
    );
    browser.expect(
        "the states",
        "[widget(), noted.other].map((one) => one.matches(':state(error)'))",
        json!([true, true]),
    );
    browser.expect("ready", "await widget().ready.then(() => null, (error) => error.code)", "internal");
    browser.js("faults.length = 0; widget().next(); widget().back(); widget().reset; await drawn()");
    browser.expect("result", "widget().result", Value::Null);

    // A new assessment starts it again, with the answers.
    browser.js("widget().assessment = 'company'; widget().assessment = 'partner'; await widget().ready");
    browser.until_screen("start");
    browser.expect("the answers, afterwards", "widget().answers", answers);
    browser.hurry_to("result", &sheet);
    browser.expect("result", "widget().result", native_report(&open(&file("partner")), &sheet, "en"));
    browser.expect_event_count("errors", "pf-error", 2);
    browser.no_faults();
}
