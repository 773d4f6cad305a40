//! Events: exactly those of the contract, with exactly their details, each as often as it says.

use serde_json::{Value, json};

use crate::browser::{Browser, expect, expect_that};
use crate::runner::Check;
use crate::sheet::{self, Sheet, file, native_report, open};

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
        "assessment": "partner", "version": "1.1.0", "band": report["band"]["id"],
        "score": report["score"], "low": report["low"], "high": report["high"],
    })
}

/// What the host has heard.
fn heard(browser: &Browser) -> Vec<Value> {
    browser.get("heard.map(({ type, detail }) => ({ type, detail }))")
}

pub(super) fn of_a_walk(browser: &Browser) {
    let assessment = open(&file("partner"));
    let sheet = sheet::mixed(&assessment);
    browser.open_plain(json!({ "id": "mine" }), json!({}));
    browser.hurry_to("result", &sheet);
    let mut expected = vec![
        json!({ "type": "pf-ready", "detail": { "assessment": "partner", "version": "1.1.0" } }),
        json!({ "type": "pf-start", "detail": { "assessment": "partner" } }),
    ];
    let total = assessment.criteria.len();
    for (index, criterion) in assessment.criteria.iter().enumerate() {
        expected.push(json!({ "type": "pf-step", "detail": { "index": index, "total": total, "id": criterion.id } }));
        let questions = criterion.questions.iter();
        expected.extend(questions.map(|q| json!({ "type": "pf-answer", "detail": { "question": q.id } })));
    }
    expected.push(json!({ "type": "pf-complete", "detail": complete(&sheet) }));
    let got = heard(browser);
    expect("number of events", got.len(), expected.len());
    for (got, expected) in got.into_iter().zip(expected) {
        expect("event", got["type"].clone(), expected["type"].clone());
        sheet::same_report(&got["type"].to_string(), &got, &expected);
    }
    let how: Value = browser.get(
        "[heard.every((e) => e.bubbles), heard.every((e) => e.composed), heard.every((e) => e.target === 'mine')]",
    );
    expect("bubbling, composed, on the element", how, json!([true, true, true]));
    // Back to a step tells of it again.
    browser.act("widget().back(); widget().back()");
    let last = heard(browser).pop().unwrap();
    expect(
        "event after Back",
        last,
        json!({ "type": "pf-step", "detail": { "index": 6, "total": 7, "id": "commitment" } }),
    );
}

fn of_a_number(browser: &Browser) {
    let sheet = sheet::good(&open(&file("partner")));
    browser.open_plain(json!({}), json!({}));
    let _: Value = browser.run("widget().answers = arguments[0]; return null;", json!(sheet));
    browser.js("for (let i = 0; i < 20 && !one('input[type=text]'); i++) { part('button--primary').click(); await settle(1); } heard.length = 0");
    browser.click("one('input[type=text]')");
    browser.press("34".chars());
    expect("events while typing", heard(browser), vec![]);
    expect("the answer while typing", browser.get::<Value>("widget().answers['yearly-revenue']"), json!(12.534));
    browser.click("one('legend')");
    expect(
        "events after it",
        heard(browser),
        vec![json!({ "type": "pf-answer", "detail": { "question": "yearly-revenue" } })],
    );
    browser.click("one('input[value=unsure]').closest('label')");
    let told = heard(browser);
    expect("events after Not sure", told.len(), 2);
    expect("detail", told[1]["detail"].clone(), json!({ "question": "yearly-revenue" }));
}

fn not_from_sets(browser: &Browser) {
    let assessment = open(&file("partner"));
    browser.open_plain(json!({}), json!({}));
    for sheet in [sheet::good(&assessment), sheet::mixed(&assessment), Sheet::new(), sheet::good(&assessment)] {
        let _: Value = browser.run("widget().answers = arguments[0]; await settle(1); return null;", json!(sheet));
    }
    expect("events", heard(browser).len(), 1);
    // Nor while the result shows.
    browser.hurry_to("result", &sheet::good(&assessment));
    let before = heard(browser).len();
    let _: Value =
        browser.run("widget().answers = arguments[0]; await settle(1); return null;", json!(sheet::mixed(&assessment)));
    expect("events after a set on the result", heard(browser).len(), before);
    let number: String = browser.get("text(part('band'))");
    let band =
        native_report(&assessment, &sheet::mixed(&assessment), "en")["band"]["label"].as_str().unwrap().to_owned();
    expect("the band shown after it", number, band);
    // A set that leaves something open takes the result away, and says nothing either.
    browser.act("widget().answers = {}");
    expect_that("no result any more", browser.screen().name != "result", browser.screen().name);
    expect("completions", browser.details("pf-complete").len(), 1);
}

fn completions(browser: &Browser) {
    let mut sheet = sheet::good(&open(&file("partner")));
    browser.open_plain(json!({}), json!({}));
    browser.hurry_to("result", &sheet);
    let count = || browser.details("pf-complete").len();
    expect("after the walk", count(), 1);
    // To the review and back, without a change.
    browser.act("part('button--primary').click()");
    browser.act("part('button--primary').click()");
    browser.until_screen("result");
    expect("after a look at the review", count(), 1);
    // Language and theme are no answers.
    browser.js("widget().lang = 'nl'; widget().theme = 'dark'");
    browser.until("Dutch", "root().querySelector('div').lang === 'nl'");
    expect("after another language", count(), 1);
    browser.js("widget().lang = 'en'");
    browser.until("English", "root().querySelector('div').lang === 'en'");

    sheet.insert("customer-overlap".into(), json!("under-10"));
    browser.act("part('button--primary').click()");
    browser.act("all('.criterion button')[0].click()");
    browser.act("answer('customer-overlap', 'under-10')");
    browser.act("part('button--primary').click()");
    browser.until_screen("review");
    expect("before the result shows", count(), 1);
    browser.act("part('button--primary').click()");
    browser.until_screen("result");
    expect("after a changed answer", count(), 2);
    let last = heard(browser).pop().unwrap();
    sheet::same_report("detail", &last["detail"], &complete(&sheet));

    browser.act("widget().reset()");
    expect("after reset()", count(), 2);
    browser.hurry_to("result", &sheet);
    expect("after the same answers again", count(), 3);
}
