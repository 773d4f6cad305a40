//! Events: exactly those of the contract, with exactly their details, each as often as documented.

use serde_json::{Value, json};

use crate::answer_sheet::{self, Sheet, file, native_report, open};
use crate::browser::Browser;
use crate::reading::expect;
use crate::runner::Check;

pub fn checks() -> Vec<Check> {
    vec![
        Check::new("ux-42 a number is told once, when it is filled in", of_a_number),
        Check::new("ux-42 nothing is told when the host sets answers", not_from_sets),
        Check::new("pf-complete comes again after a changed answer or reset, and only then", completions),
    ]
}

fn complete(sheet: &Sheet) -> Value {
    let report = native_report(&open(&file("partner")), sheet, "en");
    json!({
        "assessment": "partner", "version": "2.0.0", "band": report["band"]["id"],
        "score": report["score"], "low": report["low"], "high": report["high"],
        "adapted": false,
    })
}

/// Returns the host's events once this many have arrived and the pending tasks are done.
#[track_caller]
fn heard(browser: &Browser, what: &str, count: usize) -> Vec<Value> {
    let all = "(await drawn(), heard.map(({ type, detail }) => ({ type, detail })))";
    let told = browser.until_that(what, all, |told: &Vec<Value>| told.len() >= count);
    expect(what, told.len(), count);
    told
}

pub(super) fn of_a_walk(browser: &Browser) {
    let assessment = open(&file("partner"));
    let sheet = answer_sheet::mixed(&assessment);
    browser.open_plain(json!({ "id": "mine" }), json!({}));
    browser.hurry_to("result", &sheet);
    let mut expected = vec![
        json!({ "type": "pf-ready", "detail": { "assessment": "partner", "version": "2.0.0" } }),
        json!({ "type": "pf-start", "detail": { "assessment": "partner" } }),
    ];
    let total = assessment.criteria.len();
    for (index, criterion) in assessment.criteria.iter().enumerate() {
        expected.push(json!({ "type": "pf-step", "detail": { "index": index, "total": total, "id": criterion.id } }));
        let questions = criterion.questions.iter();
        expected.extend(questions.map(|q| json!({ "type": "pf-answer", "detail": { "question": q.id } })));
    }
    expected.push(json!({ "type": "pf-complete", "detail": complete(&sheet) }));
    let got = heard(browser, "events of a walk", expected.len());
    for (got, expected) in got.into_iter().zip(expected) {
        expect("event", got["type"].clone(), expected["type"].clone());
        answer_sheet::same_report(&got["type"].to_string(), &got, &expected);
    }
    browser.expect(
        "bubbling, composed, on the element",
        "[heard.every((e) => e.bubbles), heard.every((e) => e.composed), heard.every((e) => e.target === 'mine')]",
        [true, true, true],
    );
    // Going back to a step sends its event again.
    browser.js("heard.length = 0; widget().back(); widget().back()");
    expect(
        "event after Back",
        heard(browser, "events after Back", 1),
        vec![json!({ "type": "pf-step", "detail": { "index": 6, "total": 7, "id": "commitment" } })],
    );
}

fn of_a_number(browser: &Browser) {
    let sheet = answer_sheet::good(&open(&file("partner")));
    browser.open_plain(json!({}), json!({}));
    browser.js_with("widget().answers = arguments[0];", &sheet);
    browser.js("await toNumber(); heard.length = 0");
    browser.click("one('input[type=text]')");
    browser.press("34".chars());
    browser.expect("the answer while typing", "widget().answers['yearly-revenue']", 12.534);
    heard(browser, "events while typing", 0);
    browser.click("one('legend')");
    expect(
        "events after it",
        heard(browser, "events after it", 1),
        vec![json!({ "type": "pf-answer", "detail": { "question": "yearly-revenue" } })],
    );
    browser.click("one('input[value=unsure]').closest('label')");
    let told = heard(browser, "events after Not sure", 2);
    expect("detail", told[1]["detail"].clone(), json!({ "question": "yearly-revenue" }));
}

fn not_from_sets(browser: &Browser) {
    let assessment = open(&file("partner"));
    browser.open_plain(json!({}), json!({}));
    for sheet in [
        answer_sheet::good(&assessment),
        answer_sheet::mixed(&assessment),
        Sheet::new(),
        answer_sheet::good(&assessment),
    ] {
        browser.js_with("widget().answers = arguments[0]; await drawn();", &sheet);
    }
    heard(browser, "pf-ready alone", 1);
    // Nor while the result is shown.
    browser.hurry_to("result", &answer_sheet::good(&assessment));
    browser.expect_event_count("completions", "pf-complete", 1);
    browser.js_with("heard.length = 0; widget().answers = arguments[0]", answer_sheet::mixed(&assessment));
    let band = native_report(&assessment, &answer_sheet::mixed(&assessment), "en")["band"]["label"]
        .as_str()
        .unwrap()
        .to_owned();
    browser.expect("the band shown after it", "text(part('band'))", band);
    heard(browser, "events after a set on the result", 0);
    // A set with missing answers removes the result, and sends no event either.
    browser.js("widget().answers = {}");
    browser.until("no result any more", "!['result', 'fallback'].includes(screen().name)");
    browser.expect_event_count("completions", "pf-complete", 0);
}

fn completions(browser: &Browser) {
    let mut sheet = answer_sheet::good(&open(&file("partner")));
    browser.open_plain(json!({}), json!({}));
    browser.hurry_to("result", &sheet);
    let count = |what: &str, count: usize| drop(browser.expect_event_count(what, "pf-complete", count));
    count("after the walk", 1);
    // To the review and back, without a change.
    expect("behind the result", browser.move_on().name.as_str(), "review");
    expect("behind the review", browser.move_on().name.as_str(), "result");
    count("after a look at the review", 1);
    // A change of language or theme is not an answer.
    browser.js("widget().lang = 'nl'; widget().theme = 'dark'");
    browser.until("Dutch", "root().querySelector('div').lang === 'nl'");
    count("after another language", 1);
    browser.js("widget().lang = 'en'");
    browser.until("English", "root().querySelector('div').lang === 'en'");

    sheet.insert("customer-overlap".into(), json!("under-10"));
    expect("behind the result", browser.move_on().name.as_str(), "review");
    browser.js("all('.criterion button')[0].click()");
    browser.until_screen("step");
    browser.act("answer('customer-overlap', 'under-10')");
    expect("behind the change", browser.move_on().name.as_str(), "review");
    count("before the result shows", 1);
    browser.act("onward().click()");
    browser.until_screen("result");
    count("after a changed answer", 2);
    browser.expect("detail", "details('pf-complete').at(-1)", complete(&sheet));

    browser.act("widget().reset()");
    count("after reset()", 2);
    browser.hurry_to("result", &sheet);
    count("after the same answers again", 3);
}
