//! The builder's page: choices, undo, files, colours, copying.

use serde_json::{Value, json};

use super::{RECORD_CLIPBOARD, config, copied, open, open_file, ready, text_of};
use crate::browser::Browser;
use crate::checks::axe::AT_REST;
use crate::reading::{expect, expect_that};
use crate::runner::Check;

pub fn checks() -> Vec<Check> {
    vec![
        Check::new("builder: the page of checks leads to it", leads),
        Check::new("builder: what is chosen shows in the widget and in the text", shows),
        Check::new("builder: a file that is saved opens again as it was", saved),
        Check::new("builder: a broken file is told by its paths and changes nothing", broken),
        Check::new("builder: undo and redo, by buttons and by keys outside of fields", undo),
        Check::new("builder: a colour that cannot be read comes with the nearest that can", contrast),
        Check::new("builder: copying, and what is left where the clipboard is refused", clipboard),
    ]
}

pub(super) fn click(browser: &Browser, selector: &str) {
    browser.js(&format!("document.querySelector(`{selector}`).click(); await drawn()"));
}

pub(super) fn type_into(browser: &Browser, id: &str, text: &str) {
    browser.js_with(
        "const field = document.getElementById(arguments[0][0]);
         field.value = arguments[0][1];
         field.dispatchEvent(new InputEvent('input', { bubbles: true }));
         await drawn();",
        json!([id, text]),
    );
}

/// The line about the last action.
const STATUS: &str = "document.querySelector('.status').textContent";

/// Waits until a field holds this.
#[track_caller]
fn holds(browser: &Browser, what: &str, id: &str, text: &str) {
    browser.expect(what, &format!("document.getElementById('{id}').value"), text);
}

/// Waits until a text to copy is this.
#[track_caller]
fn snippet_is(browser: &Browser, what: &str, text: &str) {
    browser.expect(what, &text_of("snippet"), text);
}

/// Waits until a text to copy contains this.
#[track_caller]
fn snippet_has(browser: &Browser, part: &str) {
    browser.until_that(&format!("{part} in the text"), &text_of("snippet"), |text: &String| text.contains(part));
}

/// The file that "Download settings" saves.
fn file(browser: &Browser) -> Value {
    let text: String = browser.run(
        "let saved; const real = URL.createObjectURL;
         URL.createObjectURL = (blob) => { saved = blob; return real.call(URL, blob); };
         document.getElementById('download').click();
         await become('a file', () => saved); URL.createObjectURL = real;
         return saved.text();",
        (),
    );
    serde_json::from_str(&text).expect("JSON")
}

fn leads(browser: &Browser) {
    browser.open(&browser.site.url("/?lang=nl&theme=dark"));
    browser.click("document.querySelector('a[href*=builder]')");
    ready(browser);
    browser.expect("language", "document.documentElement.lang", "nl");
    browser.expect("title", "document.title", "Zet het op uw site · Partner-fit");
    browser.expect("theme", "document.documentElement.dataset.theme", "dark");
}

fn shows(browser: &Browser) {
    open(browser, "en", "light");
    click(browser, "input[name=assessment][value=company]");
    browser.until(
        "the other check",
        "text(part('heading'))?.includes('company') || text(part('heading'))?.includes('channel')",
    );
    snippet_has(browser, "<partner-fit assessment=\"company\">");
    click(browser, "input[name=assessment][value=partner]");
    click(browser, "input[name=language][value=nl]");
    browser.until("Dutch", "root().querySelector('div').lang === 'nl'");
    type_into(browser, "profile-vendor", "Acme");
    browser.until("the name", "text(part('heading'))?.includes('Acme')");
    type_into(browser, "text-start.button", "Aan de slag");
    browser.until("the button", "text(part('button--primary')) === 'Aan de slag'");
    click(browser, "input[name='ask-customer-overlap']");
    browser.until("a question less", "!!root() && root().textContent.includes('14 ')");
    click(browser, "input[name=theme][value=dark]");
    browser.expect("theme", "widget().theme", "dark");
    type_into(browser, "weight-location", "24");
    browser.expect("share", "document.getElementById('share-location').textContent", "21%");
    click(browser, "input[name=width][value=phone]");
    browser.expect("width of a phone", "widget().getBoundingClientRect().width", 390);
    for (selector, attribute, expected) in [
        ("input[name=layout][value=all]", "layout", "all"),
        ("input[name=storage][value=session]", "storage", "session"),
        ("input[name=heading-level][value='4']", "heading-level", "4"),
        ("input[name=review]", "no-review", ""),
    ] {
        click(browser, selector);
        browser.expect(attribute, &format!("widget().getAttribute('{attribute}')"), expected);
    }
    for part in [
        "lang=\"nl\"",
        "theme=\"dark\"",
        "layout=\"all\"",
        "no-review",
        "\"location\": 24",
        "\"customer-overlap\"",
        "Acme",
    ] {
        snippet_has(browser, part);
    }
    browser.until("the preview", "await widget().ready.then(() => true)");
    browser.expect("problems", "document.getElementById('preview-problem').textContent", "");
}

fn saved(browser: &Browser) {
    open(browser, "en", "light");
    open_file(browser, &config().to_string());
    browser.until("the file", "document.querySelector('.status').textContent === 'Your settings are open.'");
    let first = file(browser);
    expect("the file", first.clone(), config());
    let snippet = copied(browser, "snippet");
    open(browser, "en", "light");
    browser.until_that("another text", &text_of("snippet"), |text: &String| *text != snippet);
    open_file(browser, &first.to_string());
    browser.until("the file", "document.querySelector('.status').textContent === 'Your settings are open.'");
    expect("the file again", file(browser), first);
    snippet_is(browser, "the text", &snippet);
}

fn broken(browser: &Browser) {
    open(browser, "nl", "light");
    type_into(browser, "profile-vendor", "Acme");
    let before = copied(browser, "snippet");
    let mut file = config();
    file["theme"] = json!("drak");
    file["weights"] = json!({ "locaton": 3 });
    open_file(browser, &file.to_string());
    browser.until("the problems", "!!document.getElementById('problems')");
    browser.until("the focus on them", "document.activeElement.id === 'problems'");
    let problems = "[...document.querySelectorAll('#problems li')].map(text)";
    let found = browser.until_that("two problems", problems, |found: &Vec<String>| found.len() == 2);
    for (index, part) in [
        (0, "theme"),
        (0, "got \"drak\""),
        (0, "did you mean \"dark\"?"),
        (1, "weights.locaton"),
        (1, "expected one of"),
    ] {
        expect_that(part, found[index].contains(part), &found);
    }
    browser.expect("said", STATUS, "Dit bestand kan niet worden geopend. Er is niets veranderd.");
    open_file(browser, "{ no json");
    browser.until("one problem", "document.querySelectorAll('#problems li').length === 1");
    expect("the text", copied(browser, "snippet"), before);
    holds(browser, "what was typed", "profile-vendor", "Acme");
    open_file(browser, &config().to_string());
    browser.until("no problems", "!document.getElementById('problems')");
}

fn undo(browser: &Browser) {
    open(browser, "en", "light");
    let shipped = copied(browser, "snippet");
    click(browser, "input[name=theme][value=dark]");
    type_into(browser, "profile-vendor", "A");
    type_into(browser, "profile-vendor", "Ac");
    click(browser, "#undo");
    holds(browser, "one step for one field", "profile-vendor", "");
    click(browser, "#undo");
    snippet_is(browser, "the text", &shipped);
    browser.expect("nothing to undo", "document.getElementById('undo').ariaDisabled", "true");
    click(browser, "#undo");
    browser.expect("said", STATUS, "There is nothing to undo.");
    let keys = |key: &str, shift: bool, on: &str| {
        browser.js_with("const [key, shiftKey, on] = arguments[0];
             const event = new KeyboardEvent('keydown', { key, ctrlKey: true, shiftKey, bubbles: true, cancelable: true, composed: true });
             document.querySelector(on).dispatchEvent(event); await drawn();", json!([key, shift, on]));
    };
    keys("Z", true, "#redo");
    keys("Z", true, "body");
    holds(browser, "both again", "profile-vendor", "Ac");
    keys("z", false, "#profile-vendor");
    holds(browser, "the field's own undo is left alone", "profile-vendor", "Ac");
    keys("z", false, "input[name=theme]");
    holds(browser, "undone from a radio", "profile-vendor", "");
    keys("Z", true, "body");
    click(browser, "#reset");
    browser.until("the focus on the question", "document.activeElement.id === 'confirm'");
    click(browser, "#reset-no");
    holds(browser, "kept", "profile-vendor", "Ac");
    click(browser, "#reset");
    click(browser, "#reset-yes");
    snippet_is(browser, "the text as shipped", &shipped);
    browser.until("the focus back", "document.activeElement.id === 'reset'");
    click(browser, "#undo");
    holds(browser, "and back", "profile-vendor", "Ac");
}

fn contrast(browser: &Browser) {
    open(browser, "en", "light");
    let offers = "document.querySelectorAll('.offer').length";
    browser.expect("offers for our own colour", offers, 0);
    type_into(browser, "accent-light", "#ff66");
    expect("what is typed half changes nothing", copied(browser, "snippet").contains("--pf-accent"), false);
    type_into(browser, "accent-light", "#ff6600");
    browser.expect("on light alone: orange can be read on dark", offers, 1);
    type_into(browser, "accent-light", "#777777");
    browser.expect("offers, for each scheme", offers, 2);
    browser
        .until("the reason", "document.getElementById('accent-light-verdict').textContent.includes('needs 4.5 : 1')");
    click(browser, "#accent-light-offer");
    click(browser, "#accent-dark-offer");
    browser.expect("offers left", offers, 0);
    snippet_has(browser, "--pf-accent: light-dark(#");
    // The widget's contrasts, measured in the browser.
    for theme in ["light", "dark"] {
        click(browser, &format!("input[name=theme][value={theme}]"));
        browser.expect("the theme", "widget().theme", theme);
        browser.until("colours at rest", AT_REST);
        let pair = "(() => { const button = getComputedStyle(part('button--primary')); return contrast(button.color, button.backgroundColor); })()";
        browser.until_that(&format!("a ratio of 4.5 on {theme}"), pair, |pair: &f64| *pair >= 4.5);
        browser.expect("fields, for the scheme that is seen", "document.querySelectorAll('.scheme').length", 1);
    }
}

fn clipboard(browser: &Browser) {
    open(browser, "en", "light");
    browser.js(RECORD_CLIPBOARD);
    click(browser, ".snippet:has(#copy-snippet) button");
    browser.until("the text", "written.length === 1");
    browser.expect("what was copied", "written[0]", copied(browser, "snippet"));
    browser.until("said beside it", "document.getElementById('copy-snippet-said').textContent === 'Copied.'");
    browser.expect("and aloud", STATUS, "Copied.");
    for refusing in ["{ writeText: () => Promise.reject(new Error('no')) }", "undefined"] {
        browser
            .js(&format!("Object.defineProperty(navigator, 'clipboard', {{ configurable: true, value: {refusing} }})"));
        click(browser, ".snippet:has(#copy-policy) button");
        browser.until("the focus in the text", "document.activeElement.id === 'copy-policy'");
        browser.until("all of it selected", "(({ selectionStart, selectionEnd, value }) => value && selectionStart === 0 && selectionEnd === value.length)(document.activeElement)");
        browser.until_that("what to do", STATUS, |said: &String| said.contains("Ctrl+C"));
        browser.js("document.activeElement.blur(); getSelection().removeAllRanges()");
    }
}
