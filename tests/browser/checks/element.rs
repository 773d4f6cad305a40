//! The element as a host holds it: attributes and properties, answers in and out, and being there before its script.

use serde_json::{Value, json};

use crate::browser::{Browser, expect, expect_that};
use crate::runner::Check;
use crate::sheet::{self, Sheet, file, native_report, open, same_report};

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
    let sheet = sheet::good(&open(&file("company")));
    browser.open_host("/late.html");
    browser.put(
        json!({}),
        json!({ "model": file("company"), "answers": sheet, "theme": "dark", "headingLevel": 4, "lang": "nl" }),
    );
    browser.js("widget().assessment = 'partner'; await load(source)");
    browser.until_screen("start");
    expect("ready", browser.details("pf-ready"), vec![json!({ "assessment": "company", "version": "1.1.0" })]);
    expect("answers", browser.get::<Sheet>("widget().answers"), sheet.clone());
    same_report("result", &browser.result(), &native_report(&open(&file("company")), &sheet, "nl"));
    expect("heading", browser.get("part('heading').localName"), "h4".to_owned());
    expect(
        "attributes",
        browser.get::<Value>(
            "['theme', 'heading-level', 'lang', 'assessment'].map((name) => widget().getAttribute(name))",
        ),
        json!(["dark", "4", "nl", "partner"]),
    );
    browser.js("widget().theme = 'light'");
    expect("attribute after a later set", browser.get("widget().getAttribute('theme')"), "light".to_owned());
    expect("events", browser.get::<Vec<String>>("heard.map((event) => event.type)"), vec!["pf-ready".to_owned()]);
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
        let read = |what: &str| browser.get::<Value>(what);
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
        expect(&format!("headingLevel of {level:?}"), browser.get::<Value>("widget().headingLevel"), json!(2));
    }
    let fixed: Value = browser
        .get("[widget().result, widget().answers, widget().model, Object.prototype.toString.call(widget().ready)]");
    expect("properties of an element that is nowhere", fixed, json!([null, {}, null, "[object Promise]"]));
    browser.no_faults();
}

fn heading_level(browser: &Browser) {
    browser.open_plain(json!({ "heading-level": "3" }), json!({}));
    expect("heading", browser.get("part('heading').localName"), "h3".to_owned());
    browser.act("widget().headingLevel = 6; widget().start()");
    expect("heading, later", browser.get("part('heading').localName"), "h6".to_owned());
    browser.act("widget().removeAttribute('heading-level')");
    expect("heading without", browser.get("part('heading').localName"), "h2".to_owned());
}

fn answers(browser: &Browser) {
    let assessment = open(&file("partner"));
    let sheet = sheet::mixed(&assessment);
    browser.open_plain(json!({}), json!({}));
    expect(
        "at first",
        browser.get::<Value>("[widget().answers, widget().result, widget().getResult()]"),
        json!([{}, null, null]),
    );
    // All in one turn: nothing waits for a drawing.
    let found: Value = browser.run(
        "const [sheet] = arguments; const w = widget(); const { contract, ...rest } = sheet; const some = { ...sheet }; delete some['contract-bar'];
         w.answers = some; const first = [Object.keys(w.answers).length, w.result, w.matches(':state(complete)')];
         w.answers = sheet; const second = [Object.keys(w.answers).length, w.result !== null, w.getResult() !== null, w.matches(':state(complete)')];
         w.answers['contract-bar'] = 'yes'; w.answers.nonsense = 1; const third = [w.answers['contract-bar'], w.answers.nonsense ?? null];
         w.answers = some; const fourth = [w.result, w.matches(':state(complete)')]; w.answers = sheet;
         return [first, second, third, fourth];",
        json!(sheet),
    );
    let expected = json!([[13, null, false], [14, true, true, true], [sheet["contract-bar"], null], [null, false]]);
    expect("answers and result in one turn", found, expected);
    same_report("result", &browser.result(), &native_report(&assessment, &sheet, "en"));
    expect("the screen", browser.screen().name, "start".to_owned());
    expect("events", browser.get::<Vec<String>>("heard.map((event) => event.type)"), vec!["pf-ready".to_owned()]);
    // What the reader sees is what was set.
    browser.act("widget().start()");
    let asked = browser.screen().questions;
    expect("chosen on the first step", json!(asked[0].checked), sheet[&asked[0].id].clone());
    browser.act("widget().answers = {}");
    expect("chosen after all are taken away", browser.screen().questions[0].checked.clone(), None);
}

/// Answers that are none, and how many problems each has.
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
    let sheet = sheet::good(&open(&file("partner")));
    browser.open_plain(json!({}), json!({}));
    let _: Value = browser.run("widget().answers = arguments[0]; return null;", json!(sheet));
    for (bad, count) in BAD {
        let thrown: Value = browser.get(&format!(
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
        expect(&format!("answers after {bad}"), browser.get::<Sheet>("widget().answers"), sheet.clone());
    }
    expect("errors told", browser.details("pf-error"), vec![]);
}

fn bad_answers_early(browser: &Browser) {
    browser.open_host("/plain.html");
    browser.put(json!({}), json!({ "answers": { "nonsense": 1, "customer-overlap": "n/a" } }));
    browser.until_screen("start");
    let errors = browser.details("pf-error");
    expect("number of errors", errors.len(), 1);
    expect("code", errors[0]["code"].clone(), json!("answers-invalid"));
    expect("problems", errors[0]["problems"].as_array().map(Vec::len), Some(2));
    expect("ready", browser.get("await widget().ready.then(() => 'resolved')"), "resolved".to_owned());
    expect("answers", browser.get::<Sheet>("widget().answers"), Sheet::new());
    browser.no_faults();
}

pub(super) fn methods(browser: &Browser) {
    let sheet = sheet::good(&open(&file("partner")));
    browser.open_plain(json!({}), json!({}));
    browser.act("widget().next()");
    expect("after next() on the start", browser.screen().name, "step".to_owned());
    browser.act("widget().next()");
    expect_that("errors after next() with nothing answered", !browser.screen().errors.is_empty(), ());
    browser.act("widget().back()");
    expect("after back()", browser.screen().name, "start".to_owned());
    let _: Value = browser.run("widget().answers = arguments[0]; return null;", json!(sheet));
    browser.act("widget().start(); for (let i = 0; i < 7; i++) widget().next()");
    expect("after a next() for each step", browser.screen().name, "review".to_owned());
    browser.act("widget().next()");
    expect("after another", browser.screen().name, "result".to_owned());
    browser.act("widget().reset()");
    expect("after reset()", browser.screen().name, "start".to_owned());
    expect(
        "answers and result after reset()",
        browser.get::<Value>("[widget().answers, widget().result]"),
        json!([{}, null]),
    );
}

fn model(browser: &Browser) {
    browser.open_plain(json!({ "assessment": "partner" }), json!({}));
    let _: Value = browser
        .run("widget().model = arguments[0]; await widget().ready; await settle(2); return null;", file("company"));
    browser.js("widget().model = null; await settle(1)");
    browser.until("the assessment again", "details('pf-ready').length === 3");
    let ready: Vec<String> = browser.get("details('pf-ready').map((detail) => detail.assessment)");
    expect("ready", ready, ["partner", "company", "partner"].map(str::to_owned).to_vec());
    for bad in ["5", "'partner'", "[]", "undefined", "true"] {
        browser.js(&format!(
            "heard.length = 0; widget().model = {bad}; await widget().ready.catch(() => null); await settle(2)"
        ));
        let errors = browser.details("pf-error");
        expect(&format!("errors of model = {bad}"), errors.len(), 1);
        expect(&format!("code of model = {bad}"), errors[0]["code"].clone(), json!("assessment-invalid"));
    }
    let cyclic = "const a = {}; a.a = a; heard.length = 0; widget().model = a; await widget().ready.catch(() => null); await settle(2)";
    browser.js(cyclic);
    expect("errors of a model that holds itself", browser.details("pf-error").len(), 1);
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
    browser.tour(&sheet::good(&open(&file("partner"))), |_| ());
    expect("ready", browser.details("pf-ready").len(), 1);
    browser.no_faults();
}
