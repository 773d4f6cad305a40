//! The numbers of the result: they agree with each other and with the Report, and unknown answers do not count as zero.

use serde_json::{Value, json};

use crate::answer_sheet::{self, Sheet, file, open};
use crate::browser::Browser;
use crate::reading::{expect, expect_that};
use crate::runner::Check;

pub fn checks() -> Vec<Check> {
    vec![
        Check::new("ux-10 what is unknown counts as unknown, and range and coverage show", unknowns),
        Check::new("ux-17 the bars' figures are the table's, and the Report's", bars_and_table),
    ]
}

/// One row: the criterion, its points as written, and the widths of the parts of its bar.
const ROWS: &str = "all('.part > [part~=chart] > li').map((row) => ({
    label: text(row.querySelector('.row-label')), value: text(row.querySelector('.row-value')),
    parts: ['fill', 'maybe', 'left'].map((part) => Number(row.querySelector(`rect.${part}`).getAttribute('width'))) }))";

/// The table with the numbers of the bars.
const TABLE: &str = "one('.part > [part~=chart] + details table')";

fn show(browser: &Browser, assessment: &str, language: &str, sheet: &Sheet) {
    browser.open_plain(json!({ "assessment": assessment, "lang": language }), json!({}));
    browser.hurry_to("result", sheet);
}

fn unknowns(browser: &Browser) {
    let assessment = open(&file("partner"));
    let good = answer_sheet::good(&assessment);
    let mut some = good.clone();
    some.insert("customer-overlap".into(), json!("unsure"));
    show(browser, "partner", "en", &some);
    let report: Value = browser.until_some("the result", "widget().result");
    let known = answer_sheet::native_report(&assessment, &good, "en");
    expect_that(
        "a score no lower than the known answers give",
        report["score"].as_f64() >= Some(75.0),
        &report["score"],
    );
    expect_that("less coverage", report["coverage"].as_f64() < known["coverage"].as_f64(), &report["coverage"]);
    let [low, high] = ["low", "high"].map(|bound| report[bound].as_f64().unwrap().round().to_string());
    browser.until_that(&format!("{low} and {high} in the number"), "text(part('score'))", |score: &String| {
        score.contains(&low) && score.contains(&high)
    });
    let coverage = (100.0 * report["coverage"].as_f64().unwrap()).floor().to_string();
    browser.until_that(&format!("{coverage}% in the words"), "text(one('section'))", |shown: &String| {
        shown.contains(&format!(" {coverage}% "))
    });

    show(browser, "partner", "en", &answer_sheet::unknown(&assessment));
    let result: Value = browser.until_some("the result", "widget().result");
    expect_that("hardly any coverage", result["coverage"].as_f64() < Some(0.2), &result["coverage"]);
    expect_that("a wide range", result["high"].as_f64() > Some(80.0), &result["high"]);
    browser.until_that("a range as number", "text(part('score'))", |score: &String| score.contains('–'));
}

fn bars_and_table(browser: &Browser) {
    for (name, language, sheet) in [
        ("partner", "nl", answer_sheet::mixed as fn(&_) -> Sheet),
        ("company", "en", answer_sheet::good),
        ("company", "nl", answer_sheet::unknown),
        ("partner", "en", answer_sheet::gated),
    ] {
        let assessment = open(&file(name));
        show(browser, name, language, &sheet(&assessment));
        browser.expect("whether the table is folded at first", &format!("shown({TABLE})"), false);
        browser.click("one('.part > [part~=chart] + details > summary')");
        browser.until("the table", &format!("shown({TABLE})"));
        let report: Value = browser.until_some("the result", "widget().result");
        let rows: Vec<Value> = browser.now(ROWS);
        let table: Vec<Value> = browser.now(
            "[...one('.part > [part~=chart] + details table').querySelectorAll('tbody tr:not(.total)')].map((row) => ({ label: text(row.querySelector('th')), cells: [...row.querySelectorAll('td')].map(text) }))",
        );
        // A criterion of weight 0 brings no points and has no bar.
        let counts =
            |criterion: &&Value| assessment.criteria.iter().any(|c| criterion["id"] == c.id.as_str() && c.weight > 0.0);
        let weighted: Vec<&Value> = report["criteria"].as_array().unwrap().iter().filter(counts).collect();
        expect("number of bars", rows.len(), weighted.len());
        expect("number of rows in the table", table.len(), weighted.len());
        let number = |criterion: &Value, key: &str| criterion[key].as_f64().unwrap();
        let longest = weighted.iter().map(|criterion| number(criterion, "weight")).fold(0.0, f64::max);
        let mut to_gain = f64::INFINITY;
        for row in &rows {
            let criterion =
                weighted.iter().find(|criterion| criterion["label"] == row["label"]).expect("its criterion");
            let [low, high] = ["low", "high"].map(|bound| number(criterion, bound));
            let share = 100.0 * number(criterion, "weight") / longest;
            let expected = [low, high - low, 1.0 - high].map(|part| part * share);
            let close = (0..3).all(|part| (row["parts"][part].as_f64().unwrap() - expected[part]).abs() < 0.01);
            expect_that(&format!("parts of {expected:?}"), close, row);
            if share > 0.0 {
                expect_that("most to gain first", expected[2] <= to_gain + 1e-6, row);
                to_gain = expected[2];
            }
            // The points in words are those of the bar, and the value of the table is that of the Report.
            let points = (10.0 * 100.0 * number(criterion, "weight") * low).round() / 10.0;
            let written = points.to_string().replace('.', if language == "nl" { "," } else { "." });
            expect_that(
                &format!("{written} in the words"),
                share == 0.0 || row["value"].as_str().unwrap().starts_with(&written),
                row,
            );
            let line = table.iter().find(|line| line["label"] == row["label"]).expect("its row in the table");
            if criterion["value"].is_number() && low > 0.0 {
                let value = (100.0 * low).round().to_string();
                expect_that(
                    &format!("{value} in the table"),
                    line["cells"][0].as_str().unwrap().contains(&value),
                    line,
                );
            }
        }
    }
}
