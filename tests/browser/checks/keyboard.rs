//! All questions by keyboard alone: in with Tab, through with arrows, Space and Enter, out with Tab on both sides.

use serde_json::{Value, json};

use crate::answer_sheet::{self, Sheet, assessments, file, languages, open};
use crate::browser::Browser;
use crate::keyboard::{DOWN, ENTER, SPACE, TAB, UP};
use crate::reading::{expect, expect_that};
use crate::runner::Check;
use crate::walk::{Asked, written};

pub fn checks() -> Vec<Check> {
    let mut checks = vec![
        Check::new("ux-03 Tab enters and leaves the widget, both ways, on every screen", both_ways),
        Check::new("Enter in a field and in a radio continues", enter),
    ];
    // Each assessment in one language, in turn; `walk` has the others by mouse.
    for (assessment, language) in assessments().into_iter().zip(languages().into_iter().cycle()) {
        let name = format!("ux-03 walk by keyboard, {assessment}, {language}");
        checks.push(Check::new(name, move |browser| whole_walk(browser, assessment, language)));
    }
    checks
}

/// Tabs from the host's button before the widget to its primary button.
fn tab_to_primary(browser: &Browser) {
    browser.tab_to("the primary button", "it === part('button--primary')");
}

fn answer(browser: &Browser, asked: &Asked, answer: &Value, language: &str) {
    let id = &asked.id;
    match answer {
        Value::String(value) => {
            // Tab reaches the group; the arrows choose in it.
            browser.tab_to(id, &format!("it.type === 'radio' && it.name === '{id}'"));
            let chosen = "[active().checked, active().value]";
            let mut now: (bool, String) = browser.now(chosen);
            for _ in 0..=asked.values.len() {
                if now.0 && now.1 == *value {
                    return;
                }
                browser.press([if now.0 { DOWN } else { SPACE }]);
                now = browser.until_that("another one chosen", chosen, |next: &(bool, String)| next.0 && *next != now);
            }
            panic!("expected to choose {value} of {id} with the arrows, got {now:?}");
        }
        number => {
            browser.tab_to(id, &format!("it.type === 'text' && it.name === '{id}'"));
            browser.press(written(number, language).chars());
        }
    }
}

fn whole_walk(browser: &Browser, assessment: &str, language: &str) {
    let opened = open(&file(assessment));
    let sheet = answer_sheet::mixed(&opened);
    let start = browser.open_plain(json!({ "assessment": assessment, "lang": language }), json!({}));
    browser.click("document.getElementById('before')");
    tab_to_primary(browser);
    browser.press([ENTER]);
    let mut screen = browser.until_other(&start);
    let mut by_enter = false;
    while screen.name == "step" {
        browser.expect("focus on a new step", "name(active())", "widget h2#heading");
        for asked in &screen.questions {
            answer(browser, asked, &sheet[&asked.id], language);
        }
        // Enter in the last control and Space on the button, in turn.
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
    browser.expect("result", "widget().result", answer_sheet::native_report(&opened, &sheet, language));
    // The table opens by keyboard, too.
    browser.tab_to("the way to a table", "it.localName === 'summary' && it.parentElement.querySelector('table')");
    browser.press([ENTER]);
    browser.until("the table", "all('details[open] table').some(shown)");
    browser.no_faults();
}

/// Tabs from one button of the host to the other, behind the widget, and returns the stops in between.
fn both_ways(browser: &Browser) {
    let sheet = answer_sheet::mixed(&open(&file("partner")));
    browser.open_plain(json!({}), json!({}));
    browser.js(
        // The host has stops on both sides, because after a page's last stop the focus goes to the browser.
        "for (const side of ['prepend', 'append']) for (let i = 0; i < 40; i++) document.body[side](document.createElement('button'));
         window.path = []; addEventListener('focusin', (event) => {
             const it = event.composedPath()[0]; window.path.push([it.getRootNode() === root(), it.id || name(it)]); });",
    );
    browser.all_screens(&sheet, |state| {
        for (from, to, back) in [("before", "after", false), ("after", "before", true)] {
            browser.js(&format!("document.getElementById('{from}').focus(); window.path.length = 0"));
            let stops: usize = browser.now("all('a, button, input, summary, [tabindex=\"0\"]').length + 1");
            let tabs = vec![TAB; stops];
            if back {
                browser.press_with_shift(tabs)
            } else {
                browser.press(tabs)
            }
            let what = format!("into the widget and out to {to}, {state}");
            browser.until_that(&what, "window.path", |path: &Vec<(bool, String)>| {
                let inside = path.iter().take_while(|(inside, _)| *inside).count();
                inside > 0 && path.get(inside).is_some_and(|(_, id)| id == to)
            });
        }
    });
}

/// What must not change while somebody looks for the right radio: the screen, events except pf-answer, and
/// announcements.
const STILL: &str = "[screen().heading, heard.filter((event) => event.type !== 'pf-answer').length,
    all('[aria-live], [role=alert]').map(text), location.href]";

pub(super) fn arrows(browser: &Browser) {
    let start = browser.open_plain(json!({}), json!({}));
    browser.press_primary();
    let step = browser.until_other(&start);
    let before: Value = browser.now(STILL);
    browser.js("memory().keys = 0; addEventListener('keyup', () => { memory().keys++; }, true)");
    let asked = &step.questions[0];
    browser.tab_to("the radios", &format!("it.name === '{}'", asked.id));
    browser.js("memory().keys = 0");
    let mut seen: Vec<String> = Vec::new();
    for (index, key) in [SPACE, DOWN, DOWN, DOWN, DOWN, DOWN, DOWN, UP, UP].into_iter().enumerate() {
        browser.press([key]);
        browser.until("the key to be up again", &format!("memory().keys === {}", index + 1));
        seen.push(browser.now("active().value"));
        browser.expect("chosen with the arrows", &format!("widget().answers['{}']", asked.id), seen.last());
    }
    let mut different = seen.clone();
    different.sort();
    different.dedup();
    // Browsers differ in whether the arrows wrap around.
    expect_that("every option along the way", different.len() == asked.values.len(), &seen);
    browser.expect("screen, events and what is said", STILL, before);
    browser.expect("result", "widget().result", Value::Null);
}

fn enter(browser: &Browser) {
    let opened = open(&file("partner"));
    let mut sheet: Sheet = answer_sheet::good(&opened);
    browser.open_plain(json!({}), json!({}));
    browser.js("onward().click(); await drawn()");
    let step = browser.until_screen("step");
    for asked in &step.questions {
        answer(browser, asked, &sheet[&asked.id], "en");
    }
    browser.expect("focus", "active().type", "radio");
    browser.press([ENTER]);
    let second = browser.until_other(&step);
    expect("screen after Enter in a radio", second.name.as_str(), "step");
    // Enter with a missing answer shows the summary, as the button does.
    browser.tab_to("a radio", "it.type === 'radio'");
    browser.press([ENTER]);
    browser.until("the summary", "!!part('error-summary')");
    browser.expect("focus", "name(active())", "widget div#error-summary");
    browser.press([TAB, ENTER]);
    browser.expect("focus after Enter on a link", "active().name", second.questions[0].id.clone());

    sheet.remove("yearly-revenue");
    browser.js_with("widget().answers = arguments[0];", &sheet);
    browser.js("await toNumber();");
    let number = browser.until_screen("step");
    browser.tab_to("the field", "it.type === 'text'");
    browser.press("20".chars().chain([ENTER]));
    browser.until_other(&number);
    browser.expect("the number", "widget().answers['yearly-revenue']", json!(20));
}
