//! The element as hosts use it: attributes and properties, answers in and out, and properties set before its script has
//! run.

use serde_json::{Value, json};

use crate::answer_sheet::{self, Sheet, file, native_report, open};
use crate::browser::Browser;
use crate::reading::{expect, expect_that};
use crate::runner::Check;

pub fn checks() -> Vec<Check> {
    vec![
        Check::new("attributes and properties reflect each other", reflected),
        Check::new("heading-level sets the level of the headings, also later", heading_level),
        Check::new("answers can be read and set, and result is current at once", answers),
        Check::new("bad answers throw all their problems and change nothing", bad_answers),
        Check::new("bad answers before the element is ready become pf-error", bad_answers_early),
        Check::new("model takes the place of the assessment, null gives it back, others are invalid", model),
    ]
}

pub(super) fn before_upgrade(browser: &Browser) {
    let sheet = answer_sheet::good(&open(&file("company")));
    browser.open_host("/late.html");
    browser.put(
        json!({}),
        json!({ "model": file("company"), "answers": sheet, "theme": "dark", "headingLevel": 4, "lang": "nl" }),
    );
    browser.js("widget().assessment = 'partner'; await load(source)");
    browser.until_screen("start");
    browser.expect_events("ready", "pf-ready", vec![json!({ "assessment": "company", "version": "2.0.0" })]);
    browser.expect("answers", "widget().answers", sheet.clone());
    browser.expect("result", "widget().result", native_report(&open(&file("company")), &sheet, "nl"));
    browser.expect("heading", "part('heading').localName", "h4");
    browser.expect(
        "attributes",
        "['theme', 'heading-level', 'lang', 'assessment'].map((name) => widget().getAttribute(name))",
        json!(["dark", "4", "nl", "partner"]),
    );
    browser.js("widget().theme = 'light'");
    browser.expect("attribute after a later set", "widget().getAttribute('theme')", "light");
    browser.expect("events", "heard.map((event) => event.type)", vec!["pf-ready".to_owned()]);
    browser.no_faults();
}

fn reflected(browser: &Browser) {
    browser.open_host("/plain.html");
    browser
        .js("await customElements.whenDefined('partner-fit'); window.subject = document.createElement('partner-fit')");
    for (property, attribute, default, other) in [
        ("assessment", "assessment", json!("partner"), json!("company")),
        ("theme", "theme", json!("auto"), json!("dark")),
        ("load", "load", json!("lazy"), json!("click")),
        ("headingLevel", "heading-level", json!(2), json!(3)),
        ("lang", "lang", json!(""), json!("nl")),
    ] {
        // A property has its new value in the same task.
        let read = |what: &str| browser.now::<Value>(what);
        expect(&format!("default of {property}"), read(&format!("widget().{property}")), default);
        browser.js(&format!("widget().{property} = {other}"));
        let written = other.as_str().map_or_else(|| other.to_string(), str::to_owned);
        expect(
            &format!("{attribute} after a set"),
            read(&format!("widget().getAttribute('{attribute}')")),
            json!(written),
        );
        browser
            .js(&format!("widget().removeAttribute('{attribute}'); widget().setAttribute('{attribute}', '{written}')"));
        expect(&format!("{property} after the attribute"), read(&format!("widget().{property}")), other);
    }
    for level in ["0", "7", "x", "1.5", ""] {
        browser.js(&format!("widget().setAttribute('heading-level', '{level}')"));
        browser.expect(&format!("headingLevel of {level:?}"), "widget().headingLevel", json!(2));
    }
    let fixed: Value = browser
        .now("[widget().result, widget().answers, widget().model, Object.prototype.toString.call(widget().ready)]");
    expect("properties of an element that is nowhere", fixed, json!([null, {}, null, "[object Promise]"]));
    browser.no_faults();
}

fn heading_level(browser: &Browser) {
    browser.open_plain(json!({ "heading-level": "3" }), json!({}));
    browser.expect("heading", "part('heading').localName", "h3");
    browser.act("widget().headingLevel = 6; widget().start()");
    browser.expect("heading, later", "part('heading').localName", "h6");
    browser.act("widget().removeAttribute('heading-level')");
    browser.expect("heading without", "part('heading').localName", "h2");
}

fn answers(browser: &Browser) {
    let assessment = open(&file("partner"));
    let sheet = answer_sheet::mixed(&assessment);
    browser.open_plain(json!({}), json!({}));
    browser.expect("at first", "[widget().answers, widget().result, widget().getResult()]", json!([{}, null, null]));
    // All in one task: nothing waits for a drawing.
    let found: Value = browser.run(
        "const [sheet] = arguments; const w = widget(); const { contract, ...rest } = sheet; const some = { ...sheet }; delete some['contract-bar'];
         w.answers = some; const first = [Object.keys(w.answers).length, w.result, w.matches(':state(complete)')];
         w.answers = sheet; const second = [Object.keys(w.answers).length, w.result !== null, w.getResult() !== null, w.matches(':state(complete)')];
         w.answers['contract-bar'] = 'yes'; w.answers.nonsense = 1; const third = [w.answers['contract-bar'], w.answers.nonsense ?? null];
         w.answers = some; const fourth = [w.result, w.matches(':state(complete)')]; w.answers = sheet;
         return [first, second, third, fourth];",
        json!(sheet),
    );
    let expected = json!([[14, null, false], [15, true, true, true], [sheet["contract-bar"], null], [null, false]]);
    expect("answers and result in one turn", found, expected);
    browser.expect("result", "widget().result", native_report(&assessment, &sheet, "en"));
    browser.until_screen("start");
    browser.expect("events", "heard.map((event) => event.type)", vec!["pf-ready".to_owned()]);
    // The reader sees the answers that were set.
    browser.act("widget().start()");
    let asked = browser.until_screen("step").questions;
    browser.expect("chosen on the first step", "screen().questions[0].checked", &sheet[&asked[0].id]);
    browser.act("widget().answers = {}");
    browser.expect("chosen after all are taken away", "screen().questions[0].checked", Value::Null);
}

/// Invalid answers, and how many problems each has.
const BAD: [(&str, usize); 11] = [
    ("{ nonsense: 'yes' }", 1),
    ("{ 'customer-overlap': 'under-11' }", 1),
    ("{ 'yearly-revenue': NaN }", 1),
    ("{ 'yearly-revenue': Infinity }", 1),
    ("{ 'yearly-revenue': '12' }", 1),
    ("{ 'yearly-revenue': -1 }", 1),
    ("{ 'customer-overlap': 'n/a' }", 1),
    ("{ 'contract-bar': 'unsure', 'yearly-revenue': null, other: {} }", 3),
    ("'text'", 1),
    ("null", 1),
    ("[]", 1),
];

fn bad_answers(browser: &Browser) {
    let sheet = answer_sheet::good(&open(&file("partner")));
    browser.open_plain(json!({}), json!({}));
    browser.js_with("widget().answers = arguments[0];", &sheet);
    for (bad, count) in BAD {
        let thrown: Value = browser.now(&format!(
            "(() => {{ try {{ widget().answers = {bad}; return 'nothing thrown'; }}
                catch (error) {{ return [Object.prototype.toString.call(error), error.message, error.problems]; }} }})()"
        ));
        expect(&format!("what {bad} throws"), thrown[0].clone(), json!("[object Error]"));
        let problems = thrown[2].as_array().unwrap_or_else(|| panic!("expected problems, got {thrown}"));
        expect(&format!("problems of {bad}: {thrown}"), problems.len(), count);
        for problem in problems {
            let message = problem["message"].as_str().unwrap_or_default();
            expect_that(
                "expected and got",
                message.contains("expected") && message.contains("got") && problem["path"].is_string(),
                problem,
            );
        }
        browser.expect(&format!("answers after {bad}"), "widget().answers", sheet.clone());
    }
    browser.expect_events("errors told", "pf-error", vec![]);
}

fn bad_answers_early(browser: &Browser) {
    browser.open_host("/plain.html");
    browser.put(json!({}), json!({ "answers": { "nonsense": 1, "customer-overlap": "n/a" } }));
    browser.until_screen("start");
    let error = browser.expect_error("bad answers", "answers-invalid");
    expect("problems", error["problems"].as_array().map(Vec::len), Some(2));
    browser.expect("ready", "await widget().ready.then(() => 'resolved')", "resolved");
    browser.expect("answers", "widget().answers", Sheet::new());
    browser.no_faults();
}

pub(super) fn methods(browser: &Browser) {
    let sheet = answer_sheet::good(&open(&file("partner")));
    browser.open_plain(json!({}), json!({}));
    browser.act("widget().next()");
    browser.until_screen("step");
    browser.act("widget().next()");
    browser.until("errors after next() with nothing answered", "screen().errors.length > 0");
    browser.act("widget().back()");
    browser.until_screen("start");
    browser.js_with("widget().answers = arguments[0];", &sheet);
    browser.act("widget().start(); for (let i = 0; i < 7; i++) widget().next()");
    browser.until_screen("review");
    browser.act("widget().next()");
    browser.until_screen("result");
    browser.act("widget().reset()");
    browser.until_screen("start");
    browser.expect("answers and result after reset()", "[widget().answers, widget().result]", json!([{}, null]));
}

fn model(browser: &Browser) {
    browser.open_plain(json!({ "assessment": "partner" }), json!({}));
    browser.js_with("widget().model = arguments[0]; await widget().ready; await drawn();", file("company"));
    browser.js("widget().model = null");
    browser.expect(
        "ready",
        "details('pf-ready').map((detail) => detail.assessment)",
        ["partner", "company", "partner"],
    );
    for bad in ["5", "'partner'", "[]", "undefined", "true"] {
        browser.js(&format!("heard.length = 0; widget().model = {bad}"));
        browser.expect_error(&format!("model = {bad}"), "assessment-invalid");
    }
    browser.js("const a = {}; a.a = a; heard.length = 0; widget().model = a");
    browser.expect_event_count("errors of a model that holds itself", "pf-error", 1);
    browser.no_faults();
}

pub(super) fn twice(browser: &Browser) {
    browser.open_host("/late.html");
    let same: bool = browser.run(
        "await load(source); const first = customElements.get('partner-fit');
         await load(source + '?again'); return first === customElements.get('partner-fit');",
        Value::Null,
    );
    expect("whether the first class stays", same, true);
    browser.put(json!({}), json!({}));
    browser.until_screen("start");
    browser.all_screens(&answer_sheet::good(&open(&file("partner"))), |_| ());
    browser.expect_event_count("ready", "pf-ready", 1);
    browser.no_faults();
}
