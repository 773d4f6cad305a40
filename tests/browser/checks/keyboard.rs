//! The same walk by keyboard alone: in with Tab, through with arrows, Space and Enter, out with Tab on both sides.

use serde_json::{Value, json};

use crate::browser::{Browser, expect, expect_that};
use crate::keyboard::{DOWN, ENTER, SPACE, TAB, UP};
use crate::runner::Check;
use crate::sheet::{self, Sheet, assessments, file, languages, open};
use crate::walk::{Asked, written};

pub fn checks() -> Vec<Check> {
    let mut checks = vec![
        Check::new("ux-03 Tab enters and leaves the widget, both ways, on every screen", both_ways),
        Check::new("Enter in a field and in a radio continues", enter),
    ];
    for assessment in assessments() {
        for language in languages() {
            let name = format!("ux-03 walk by keyboard, {assessment}, {language}");
            checks.push(Check::new(name, move |browser| whole_walk(browser, assessment, language)));
        }
    }
    checks
}

/// From the host's button before the widget to its primary button.
fn tab_to_primary(browser: &Browser) {
    browser.tab_to("the primary button", "it === part('button--primary')");
}

fn answer(browser: &Browser, asked: &Asked, answer: &Value, language: &str) {
    let id = &asked.id;
    match answer {
        Value::String(value) => {
            // Tab reaches the group; the arrows choose in it.
            browser.tab_to(id, &format!("it.type === 'radio' && it.name === '{id}'"));
            for _ in 0..=asked.values.len() {
                if browser.get(&format!("active().checked && active().value === '{value}'")) {
                    return;
                }
                let untouched: bool = browser.get(&format!("!one('#question-{id} :checked')"));
                browser.press([if untouched { SPACE } else { DOWN }]);
            }
            let got: Value = browser.get(&format!("widget().answers['{id}'] ?? null"));
            panic!("expected to choose {value} of {id} with the arrows, got {got} on {}", browser.focused());
        }
        number => {
            browser.tab_to(id, &format!("it.type === 'text' && it.name === '{id}'"));
            browser.press(written(number, language).chars());
        }
    }
}

fn whole_walk(browser: &Browser, assessment: &str, language: &str) {
    let opened = open(&file(assessment));
    let sheet = sheet::mixed(&opened);
    let start = browser.open_plain(json!({ "assessment": assessment, "lang": language }), json!({}));
    browser.click("document.getElementById('before')");
    tab_to_primary(browser);
    browser.press([ENTER]);
    let mut screen = browser.until_other(&start);
    let mut by_enter = false;
    while screen.name == "step" {
        expect("focus on a new step", browser.focused(), "widget h2#heading".to_owned());
        for asked in &screen.questions {
            answer(browser, asked, &sheet[&asked.id], language);
        }
        // By turns from the last control, and with Space on the button.
        if by_enter {
            browser.press([ENTER]);
        } else {
            tab_to_primary(browser);
            browser.press([SPACE]);
        }
        by_enter = !by_enter;
        screen = browser.until_other(&screen);
    }
    expect("screen after the steps", screen.name.as_str(), "review");
    tab_to_primary(browser);
    browser.press([ENTER]);
    browser.until_screen("result");
    sheet::same_report("result", &browser.result(), &sheet::native_report(&opened, &sheet, language));
    // The table opens by keyboard too.
    browser.tab_to("the way to a table", "it.localName === 'summary' && it.parentElement.querySelector('table')");
    browser.press([ENTER]);
    browser.until("the table", "all('details[open] table').some(shown)");
    browser.no_faults();
}

/// From one button of the host to the other, which lies behind the widget: what is met on the way.
fn both_ways(browser: &Browser) {
    let sheet = sheet::mixed(&open(&file("partner")));
    browser.open_plain(json!({}), json!({}));
    browser.js(
        // Stops of the host's own on both sides, because beyond the page's last there is the browser.
        "for (const side of ['prepend', 'append']) for (let i = 0; i < 40; i++) document.body[side](document.createElement('button'));
         window.path = []; addEventListener('focusin', (event) => {
             const it = event.composedPath()[0]; window.path.push([it.getRootNode() === root(), it.id || name(it)]); });",
    );
    browser.tour(&sheet, |state| {
        for (from, to, back) in [("before", "after", false), ("after", "before", true)] {
            browser.js(&format!("document.getElementById('{from}').focus(); window.path.length = 0"));
            let stops: usize = browser.get("all('a, button, input, summary, [tabindex=\"0\"]').length + 1");
            let tabs = vec![TAB; stops];
            if back {
                browser.press_with_shift(tabs)
            } else {
                browser.press(tabs)
            }
            let path: Vec<(bool, String)> = browser.get("window.path");
            let inside = path.iter().take_while(|(inside, _)| *inside).count();
            let out = path.get(inside).map(|(_, id)| id.as_str());
            expect_that(&format!("into the widget and out to {to}, {state}"), inside > 0 && out == Some(to), &path);
        }
    });
}

/// What must stay as it is while somebody looks for the right radio: screen, events but pf-answer, and what is said.
const STILL: &str = "[screen().heading, heard.filter((event) => event.type !== 'pf-answer').length,
    all('[role=status], [role=alert]').map(text), location.href]";

pub(super) fn arrows(browser: &Browser) {
    let start = browser.open_plain(json!({}), json!({}));
    browser.press_primary();
    let step = browser.until_other(&start);
    let before: Value = browser.get(STILL);
    let asked = &step.questions[0];
    browser.tab_to("the radios", &format!("it.name === '{}'", asked.id));
    browser.press([SPACE]);
    let mut seen = vec![browser.get::<String>("active().value")];
    for key in [DOWN, DOWN, DOWN, DOWN, DOWN, DOWN, UP, UP] {
        browser.press([key]);
        seen.push(browser.get("active().value"));
        expect(
            "chosen with the arrows",
            browser.get(&format!("widget().answers['{}']", asked.id)),
            seen.last().cloned(),
        );
    }
    let mut different = seen.clone();
    different.sort();
    different.dedup();
    // Around the end or not: that is the browser's own way.
    expect_that("every option along the way", different.len() == asked.values.len(), &seen);
    expect("screen, events and what is said", browser.get::<Value>(STILL), before);
    expect("result", browser.result(), Value::Null);
}

fn enter(browser: &Browser) {
    let opened = open(&file("partner"));
    let mut sheet: Sheet = sheet::good(&opened);
    browser.open_plain(json!({}), json!({}));
    browser.js("part('button--primary').click(); await settle(1)");
    let step = browser.screen();
    for asked in &step.questions {
        answer(browser, asked, &sheet[&asked.id], "en");
    }
    expect("focus", browser.get("active().type"), "radio".to_owned());
    browser.press([ENTER]);
    let second = browser.until_other(&step);
    expect("screen after Enter in a radio", second.name.as_str(), "step");
    // Enter where something is missing shows what, as the button does.
    browser.tab_to("a radio", "it.type === 'radio'");
    browser.press([ENTER]);
    browser.until("the summary", "!!part('error-summary')");
    expect("focus", browser.focused(), "widget div#error-summary".to_owned());
    browser.press([TAB, ENTER]);
    expect("focus after Enter on a link", browser.get("active().name"), second.questions[0].id.clone());

    sheet.remove("yearly-revenue");
    let _: Value = browser.run("widget().answers = arguments[0]; return null;", json!(sheet));
    browser.js("for (let i = 0; i < 20 && !one('input[type=text]'); i++) { part('button--primary').click(); await settle(1); }");
    let number = browser.screen();
    browser.tab_to("the field", "it.type === 'text'");
    browser.press("20".chars().chain([ENTER]));
    browser.until_other(&number);
    expect("the number", browser.get::<Value>("widget().answers['yearly-revenue']"), json!(20));
}
