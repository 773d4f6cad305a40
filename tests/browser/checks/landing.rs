//! The page that somebody opens first: three ways in alike, a sample result that opens without an answer, and the one
//! control for language and theme. axe looks at the page in `axe`.

use serde_json::{Value, json};
use test_support::browsers::Engine;

use crate::answer_sheet::{file, languages, native_report, open, same_report};
use crate::browser::Browser;
use crate::keyboard::{ENTER, ESCAPE};
use crate::reading::expect;
use crate::runner::Check;

pub fn checks() -> Vec<Check> {
    let fixed = "its driver cannot make a window as narrow as a phone";
    vec![
        Check::new("landing: three cards of one size lead where they say", cards),
        Check::new("landing: the cards stand on the first screen of a phone and of a computer", first_screen)
            .not_in(Engine::Firefox, fixed)
            .not_in(Engine::WebKit, fixed),
        Check::new("landing: a sample result opens without an answer, and is called one", sample),
        Check::new("landing: the paper on the method opens as text", method),
        Check::new(
            "landing: the settings fold at Escape, at a press beside them, and when the focus goes on",
            settings,
        ),
    ]
}

/// Opens the page and waits until its script has filled it.
fn open_landing(browser: &Browser, language: &str) {
    browser.open(&browser.site.url(&format!("/?lang={language}&theme=light")));
    browser.until("the cards", "document.querySelectorAll('.cards a strong:not(:empty)').length === 3");
}

/// The boxes of the cards: top, bottom, width and height.
const BOXES: &str = "[...document.querySelectorAll('.cards a')].map((card) => card.getBoundingClientRect())
    .map(({ top, bottom, width, height }) => [top, bottom, width, height].map(Math.round))";

fn cards(browser: &Browser) {
    for language in languages() {
        open_landing(browser, language);
        let boxes = browser.now::<Vec<[i32; 4]>>(BOXES);
        let alike = vec![boxes[0]; 3];
        expect(&format!("places and sizes of the cards in a row, {language}"), boxes, alike);
    }
    for (card, query) in [("assessment=partner", "partner"), ("assessment=company", "company")] {
        open_landing(browser, "nl");
        browser.click(&format!("document.querySelector('.cards a[href*=\"{card}\"]')"));
        browser.until_ready();
        browser.expect(query, "widget().assessment", query);
        browser.expect("the language stays", "document.documentElement.lang", "nl");
    }
    open_landing(browser, "nl");
    browser.click("document.querySelector('.cards a[href*=builder]')");
    browser.until("the builder", "location.pathname.endsWith('/builder.html') && !!document.getElementById('tool')");
}

fn first_screen(browser: &Browser) {
    for (width, height) in [(390, 844), (1280, 800)] {
        let size = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
        browser.devtools("Emulation.setDeviceMetricsOverride", size);
        for language in languages() {
            open_landing(browser, language);
            browser.expect("width", "innerWidth", width);
            browser.until_that(&format!("cards above {height}, {language}"), BOXES, |boxes: &Vec<[i32; 4]>| {
                boxes.iter().all(|[_, bottom, ..]| *bottom <= height)
            });
            browser.until(
                "nothing to scroll sideways",
                "document.scrollingElement.scrollWidth <= document.scrollingElement.clientWidth",
            );
        }
    }
    browser.devtools("Emulation.clearDeviceMetricsOverride", json!({}));
}

/// Our word that what shows is a sample.
const NOTE: &str = "text(document.querySelector('main > .sample span'))";

fn sample(browser: &Browser) {
    let text = include_str!("../../../static/page/sample.json");
    let shown: Value = serde_json::from_str(text).expect("the sample");
    let sheet = serde_json::from_value(shown["answers"].clone()).expect("answers");
    let assessment = open(&file(shown["assessment"].as_str().expect("a name")));
    for (language, note) in [
        ("en", "This is a sample, with the answers of a firm that we made up."),
        ("nl", "Dit is een voorbeeld, met de antwoorden van een verzonnen bedrijf."),
    ] {
        open_landing(browser, language);
        browser.click("document.getElementById('sample')");
        browser.until_screen("result");
        let report: Value = browser.until_some("a result", "widget().result");
        same_report("the result", &report, &native_report(&assessment, &sheet, language));
        browser.expect("the note", NOTE, note);
        browser.until(
            "the note stands above the check",
            "document.querySelector('main > .sample').nextElementSibling === widget()",
        );
        browser.expect("the way back", "!!document.querySelector('header .name').href", true);
    }
    // Whoever goes on to answer has no sample before them.
    browser.js("widget().reset(); widget().start()");
    browser.until_screen("step");
    browser.expect("the note in a walk", NOTE, Value::Null);
    open_landing(browser, "en");
    browser.click("document.getElementById('sample')");
    browser.until_screen("result");
    browser.click("document.querySelector('main > .sample a')");
    browser.until_ready();
    browser.expect("the note at the start", NOTE, Value::Null);
    browser.expect("answers at the start", "widget().answers", json!({}));
}

fn method(browser: &Browser) {
    open_landing(browser, "nl");
    browser.expect(
        "the paper",
        "await fetch(document.querySelector('a[href$=\"method.txt\"]').href).then(async (answer) =>
            [answer.ok, answer.headers.get('content-type').split(';')[0], (await answer.text()).startsWith('# How a result')])",
        json!([true, "text/plain", true]),
    );
}

fn settings(browser: &Browser) {
    let summary = "document.querySelector('.settings summary')";
    for page in ["/?lang=en", "/builder.html?lang=en"] {
        browser.open(&browser.site.url(page));
        browser.until("the languages", "document.getElementById('language')?.options.length > 1");
        let is_open = |what: &str, open: bool| {
            browser.expect(&format!("{what}, {page}"), "document.querySelector('.settings').open", open);
        };
        // By keyboard: Escape gives the focus back to the control, and Tab past the last choice folds it.
        browser.tab_to("the settings", "it.matches('.settings summary')");
        browser.press([ENTER]);
        is_open("after Enter", true);
        browser.tab_to("the language", "it.id === 'language'");
        browser.press([ESCAPE]);
        is_open("after Escape", false);
        browser.expect("focus after Escape", "active().matches('.settings summary')", true);
        browser.press([ENTER]);
        is_open("after Enter again", true);
        browser.tab_to("what follows", "!it.closest('.settings')");
        is_open("when the focus has gone on", false);
        // By mouse: a press inside keeps it, one beside it folds it.
        browser.click(summary);
        is_open("after a press on the control", true);
        browser.click("document.querySelector('.settings label span')");
        is_open("after a press inside", true);
        browser.click("document.querySelector('h1')");
        is_open("after a press beside it", false);
    }
}
