//! The builder's page by keyboard alone, with axe, on a narrow screen, by touch, and under its policy.

use serde_json::json;
use test_support::serve::STRICT_POLICY;

use super::page::{click, type_into};
use super::{RECORD_CLIPBOARD, open, open_file, ready};
use crate::answer_sheet;
use crate::browser::Browser;
use crate::checks::{axe, layout};
use crate::keyboard::{DOWN, ENTER, SPACE};
use crate::reading::{expect, expect_that};
use crate::runner::Check;

pub fn checks() -> Vec<Check> {
    vec![
        Check::new("builder: from the first choice to the copied text by keyboard alone", keyboard),
        Check::new("builder: axe finds nothing, in every state, light and dark, en and nl", accessible),
        Check::new("builder: nothing to scroll sideways at 320 px", narrow),
        Check::new("builder: targets are 44 px high, and none is below 24", targets),
        Check::new("builder: the page under its policy, no violation", policy),
    ]
}

fn keyboard(browser: &Browser) {
    open(browser, "en", "light");
    browser.js(RECORD_CLIPBOARD);
    browser.tab_to("the check", "it.name === 'assessment'");
    browser.press([DOWN]);
    browser.until("the other check", "document.querySelector('[name=assessment][value=company]').checked");
    browser.tab_to("the language", "it.name === 'language'");
    browser.press([DOWN, DOWN]);
    browser.until("Dutch", "document.querySelector('[name=language][value=nl]').checked");
    browser.tab_to("the accent", "it.id === 'accent-light'");
    browser.press("#7a1f5c".chars());
    browser.expect("the accent", "document.getElementById('accent-light').value", "#7a1f5c");
    browser.tab_to("the weights", "it.localName === 'summary' && it.closest('#section-weights')");
    browser.press([ENTER]);
    browser.tab_to("a stepper", "it.classList.contains('step')");
    browser.tab_to("more of it", "it.classList.contains('step') && it.textContent === '+'");
    browser.press([ENTER, ENTER]);
    browser.tab_to("the questions", "it.localName === 'summary' && it.closest('#section-questions')");
    browser.press([ENTER]);
    browser.tab_to("a question", "it.type === 'checkbox'");
    browser.press([SPACE]);
    browser.tab_to("the way it stands", "it.name === 'mode'");
    browser.press([DOWN]);
    browser.until("the frame", "document.getElementById('copy-snippet').value.startsWith('<iframe')");
    browser.tab_to("the button", "it.matches('.snippet:has(#copy-snippet) button')");
    browser.press([ENTER]);
    browser.until("the text", "written.length === 1");
    let text: String = browser.now("written[0]");
    for part in ["assessment=company", "lang=nl", "accent=%237a1f5c", "weights=", "without="] {
        expect_that(&format!("{part} in what was copied"), text.contains(part), &text);
    }
}

/// Every state with other content, with all parts unfolded.
fn states(browser: &Browser, mut visit: impl FnMut(&str)) {
    browser.js("for (const fold of document.querySelectorAll('#tool details')) fold.open = true; await drawn()");
    visit("as it is shipped");
    type_into(browser, "accent-light", "#777777");
    type_into(browser, "profile-vendor", "Acme");
    click(browser, "#reset");
    visit("a colour that cannot be read, asking");
    click(browser, "#reset-no");
    open_file(browser, "{\"theme\": 1, \"a-key-that-nobody-knows-and-that-is-rather-long\": 2}");
    browser.until("the problems", "!!document.getElementById('problems')");
    type_into(browser, "accent-light", "#12");
    click(browser, "input[name=mode][value=frame]");
    type_into(browser, "hand-off-mail", "nobody");
    visit("problems, half a colour, the frame, a fault");
}

fn accessible(browser: &Browser) {
    open(browser, "en", "light");
    axe::inject(browser);
    let mut seen = 0;
    states(browser, |state| {
        for (theme, language) in axe::combinations(browser) {
            axe::set(browser, theme, language);
            let found = axe::violations(browser).into_iter();
            // The widget shows the unreadable colour as it would look; the page's warning is next to it.
            let warned = |one: &String| state.contains("colour") && one.starts_with("color-contrast: partner-fit,");
            let found: Vec<String> = found.filter(|one| !warned(one)).collect();
            expect(&format!("violations, {state}, {theme}, {language}"), found, vec![]);
        }
        seen += 1;
    });
    expect("states", seen, 3);
}

fn narrow(browser: &Browser) {
    for language in answer_sheet::languages() {
        let page = browser.site.url(&format!("/builder.html?lang={language}"));
        browser.open_host(&format!("/narrow.html?show={}", page.replace('&', "%26")));
        browser.enter_only();
        ready(browser);
        browser.expect("width of the window", "innerWidth", 320);
        states(browser, |state| {
            browser.expect(
                &format!("wider than the window, {language}, {state}"),
                "[...document.querySelectorAll('body *')].filter((node) => shown(node) && !node.closest('.unseen, svg > *')
                    && (node.getBoundingClientRect().right > innerWidth + 1 || node.getBoundingClientRect().left < -1))
                    .map((node) => `${name(node)}.${node.className} ${JSON.stringify(node.getBoundingClientRect())}`)",
                json!([]),
            );
            browser.until_that(
                "nothing to scroll sideways",
                "[document.scrollingElement.scrollWidth, document.scrollingElement.clientWidth]",
                |[all, seen]: &[i32; 2]| all <= seen,
            );
            browser.expect("in the widget", layout::OVERHANG, json!([]));
        });
    }
}

fn targets(browser: &Browser) {
    open(browser, "en", "light");
    browser.js("for (const fold of document.querySelectorAll('#tool details')) fold.open = true; await drawn()");
    browser.expect(
        "lower than 44 px",
        "[...document.querySelectorAll('button, .tile, summary, input.text, select, .widths label, .tick, input[type=color], main a')]
            .filter((node) => shown(node) && !node.matches('select#language, select#theme') && node.getBoundingClientRect().height < (node.matches('.tick, main a, header *') ? 24 : 44))
            .map((node) => `${name(node)}.${node.className} ${node.getBoundingClientRect().height}`)",
        json!([]),
    );
}

fn policy(browser: &Browser) {
    let policy = format!("{STRICT_POLICY}; report-uri /reports");
    browser.site.set_policy("/builder.html", &policy);
    open(browser, "nl", "dark");
    states(browser, |_| ());
    let reports = || browser.site.take_requests().into_iter().filter(|request| request.path == "/reports").count();
    browser
        .js("const style = document.createElement('style'); style.textContent = 'i{}'; document.body.append(style);");
    let mut told = 0;
    browser.wait_for("a report of the violation made on purpose", || {
        told += reports();
        if told > 0 { Ok(()) } else { Err("none".to_owned()) }
    });
    expect("reports, with the one made on purpose", told, 1);
    browser.expect(
        "a style attribute that was written",
        "document.querySelectorAll('[style]:not(partner-fit)').length",
        0,
    );
}
