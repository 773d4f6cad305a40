//! What readers meet: a step that begins in view, one tab stop for a group of radios, and a focus that follows.

use serde_json::{Value, json};

use crate::answer_sheet::{self, file, open};
use crate::browser::Browser;
use crate::keyboard::{DOWN, ENTER, SPACE, TAB};
use crate::reading::{expect, expect_that};

/// Goes from screen to screen by mouse, and checks where each begins.
pub fn steps_in_view(browser: &Browser) {
    let sheet = answer_sheet::good(&open(&file("partner")));
    browser.open_plain(json!({}), json!({ "answers": sheet }));
    browser.js(
        "document.body.style.paddingBlock = '1500px 3000px'; addEventListener('pointerdown', () => { noted.scroll = scrollY; }, true);
         widget().scrollIntoView({ block: 'center', behavior: 'instant' })",
    );
    let mut moved = Vec::new();
    let mut screen = browser.until_screen("start");
    while screen.name != "result" {
        // The button is pressed in turn from where it is in view, and from far below, where the heading is out of view.
        if moved.len() % 2 == 1 {
            browser.js("const box = part('button--primary').getBoundingClientRect(); scrollBy({ top: box.top - 20, behavior: 'instant' })");
        }
        browser.press_primary();
        screen = browser.until_other(&screen);
        let [top, bottom, height, before, now]: [f64; 5] = browser.now(
            "(await drawn(), await become('the focus on the heading', () => active() === part('heading'), () => name(active())), await drawn(), (() => { const box = part('heading').getBoundingClientRect(); return [box.top, box.bottom, innerHeight, noted.scroll, scrollY]; })())",
        );
        let heading = screen.heading.clone();
        expect_that(&format!("{heading:?} in view"), top >= -1.0 && bottom <= height + 1.0, (top, bottom, height));
        browser.expect("focus", "name(active())", "widget h2#heading");
        // The heading's position if nothing had scrolled.
        let unmoved = top + now - before;
        let was_in_view = unmoved >= 0.0 && unmoved + bottom - top <= height;
        expect_that(
            &format!("{heading:?} moved only if it was not in view"),
            (before - now).abs() < 1.0 || !was_in_view,
            (before, now, unmoved),
        );
        moved.push((before - now).abs() >= 1.0);
    }
    expect_that(
        "steps that had to be brought into view, and steps that had not",
        moved.contains(&true) && moved.contains(&false),
        &moved,
    );
}

pub fn stops(browser: &Browser) {
    let start = browser.open_plain(json!({}), json!({}));
    let called: Value = browser.now("[part('base').matches('section, [role=region]'), !!part('base').getAttribute('aria-label'), all('h1, main, [role=main]').length]");
    expect("role, name, and what belongs to the host", called, json!([true, true, 0]));
    browser.click("document.getElementById('before')");
    browser.tab_to("the primary button", "it === part('button--primary')");
    browser.press([ENTER]);
    let step = browser.until_other(&start);
    browser.expect("focus after the button that is gone", "name(active())", "widget h2#heading");
    expect_that(
        "the place among the steps in the heading",
        step.heading.as_deref().is_some_and(|h| h.contains("1") && h.contains("7")),
        &step.heading,
    );
    for asked in step.questions.iter().filter(|asked| !asked.number) {
        browser.press([TAB]);
        browser.expect("the group's first stop", "active().name", asked.id.clone());
        browser.press([SPACE, DOWN]);
        browser.expect("what is chosen with it", "active().checked && active().value", json!(asked.values[1]));
    }
    browser.press([TAB]);
    browser.until("a button after the last group", "active().localName === 'button'");
    browser.expect("what is said meanwhile", "all('[aria-live]').map(text)", [""]);
}
