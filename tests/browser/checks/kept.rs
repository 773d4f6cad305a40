//! The answers given so far, when something goes wrong later: they are still there, and so is the screen unless the engine
//! itself has stopped.

use serde_json::{Value, json};

use crate::browser::{Browser, expect, expect_that};
use crate::runner::Check;
use crate::sheet::{self, Sheet, file, native_report, open, same_report};

/// What goes wrong, how, and the code of its error.
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

/// Answers the first step, as a reader does, and stops at the second.
fn half_way(browser: &Browser, sheet: &Sheet) -> (Value, Value) {
    browser.open_plain(json!({}), json!({}));
    browser.act("part('button--primary').click()");
    let first = browser.screen();
    browser.walk_step(sheet, "en");
    expect("number of answers", browser.get("Object.keys(widget().answers).length"), first.questions.len());
    browser.get("[screen(), widget().answers]")
}

fn later(browser: &Browser, arrange: fn(&Browser), how: &str, code: &str) {
    let assessment = open(&file("partner"));
    let sheet = sheet::good(&assessment);
    let before = half_way(browser, &sheet);
    arrange(browser);
    browser.js(&format!("{how}; await widget().ready.catch(() => null)"));
    browser.until("pf-error", "details('pf-error').length > 0");
    browser.js("await settle(4)");
    let errors = browser.details("pf-error");
    expect("number of errors", errors.len(), 1);
    expect("code", errors[0]["code"].as_str(), Some(code));
    expect("screen and answers", browser.get::<(Value, Value)>("[screen(), widget().answers]"), before);
    let fatal = code != "language-unknown";
    expect("the state", browser.get("widget().matches(':state(error)')"), fatal);
    // What is asked for next ends it.
    browser.js("widget().lang = 'en'");
    if how.contains("lang") {
        expect("ready", browser.get("await widget().ready.then(() => 'resolved')"), "resolved".to_owned());
        expect("the state, once a language is there", browser.get("widget().matches(':state(error)')"), false);
    }
    browser.hurry_to("result", &sheet);
    same_report("result", &browser.result(), &native_report(&assessment, &sheet, "en"));
    expect("errors", browser.details("pf-error").len(), 1);
    browser.no_faults();
}

/// Two widgets share the engine, and so its end: nodes that cannot be put into the page are one for yew.
fn panic(browser: &Browser) {
    let sheet = sheet::good(&open(&file("partner")));
    let (_, answers) = half_way(browser, &sheet);
    browser.js("const first = widget(); put({ id: 'other', lang: 'nl' }); window.subject = first; noted.other = document.getElementById('other')");
    browser.until("the other widget", "details('pf-ready').length === 2");
    browser.js("noted.insertBefore = Node.prototype.insertBefore;
         Node.prototype.insertBefore = () => { throw new DOMException('broken on purpose'); };");
    browser.js("widget().next(); await settle(4)");
    browser.js("Node.prototype.insertBefore = noted.insertBefore; await settle(2)");
    let errors = browser.details("pf-error");
    expect_that(
        "one error for each widget",
        errors.len() == 2 && errors.iter().all(|one| one["code"] == "internal"),
        &errors,
    );
    expect("the answers", browser.get::<Value>("widget().answers"), answers.clone());
    expect(
        "the fallbacks",
        browser.get::<Value>("[widget(), noted.other].map((one) => shown(one.querySelector('.fallback')))"),
        json!([true, true]),
    );
    expect(
        "the states",
        browser.get::<Value>("[widget(), noted.other].map((one) => one.matches(':state(error)'))"),
        json!([true, true]),
    );
    let rejected: Value = browser.get("await widget().ready.then(() => null, (error) => error.code)");
    expect("ready", rejected, json!("internal"));
    browser.js("faults.length = 0; widget().next(); widget().back(); widget().reset; await settle(2)");
    expect("result", browser.result(), Value::Null);

    // Asked for anew, it comes back, with the answers.
    browser.js("widget().assessment = 'company'; widget().assessment = 'partner'; await widget().ready");
    browser.until_screen("start");
    expect("the answers, afterwards", browser.get::<Value>("widget().answers"), answers);
    browser.hurry_to("result", &sheet);
    same_report("result", &browser.result(), &native_report(&open(&file("partner")), &sheet, "en"));
    expect("errors", browser.details("pf-error").len(), 2);
    browser.no_faults();
}
