//! "Put it on your site": the builder's page by mouse and by keyboard, in both languages and themes. [`pasted`] checks
//! that the copied texts work where they are pasted, [`recipes`] the hand-offs.

mod access;
mod page;
mod pasted;
mod recipes;
mod templates;

use serde_json::{Value, json};

use crate::browser::Browser;
use crate::runner::Check;

pub fn checks() -> Vec<Check> {
    [page::checks(), access::checks(), pasted::checks(), recipes::checks(), templates::checks()]
        .into_iter()
        .flatten()
        .collect()
}

/// Opens the page and waits until its widget is shown.
fn open(browser: &Browser, language: &str, theme: &str) {
    // To go to the same address once more is to reload it, and the settings are still there after that.
    browser.open("about:blank");
    browser.open(&browser.site.url(&format!("/builder.html?lang={language}&theme={theme}")));
    ready(browser);
}

fn ready(browser: &Browser) {
    browser.until(
        "the page",
        "document.getElementById('tool')?.hidden === false && !!document.getElementById('copy-snippet')
            && screen().name === 'start' && await widget().ready.then(() => true)",
    );
}

/// Opens a configuration as a file, as if it were chosen in the dialog.
fn open_file(browser: &Browser, text: &str) {
    browser.js_with(
        "const files = new DataTransfer();
         files.items.add(new File([arguments[0]], 'settings.json', { type: 'application/json' }));
         const input = document.getElementById('file');
         input.files = files.files;
         input.dispatchEvent(new Event('change', { bubbles: true }));",
        text,
    );
}

/// A configuration with a visible change in every part.
fn config() -> Value {
    json!({
        "partnerFitBuilder": 1, "assessment": "partner", "about": "self", "language": "nl", "theme": "light",
        "accent": { "light": "#8a1c5b", "dark": "#8a1c5b" }, "layout": "question", "review": false,
        "storage": "none", "load": "lazy", "headingLevel": 3, "weights": { "location": 40 },
        "without": ["customer-contact", "contract-bar"],
        "profile": { "vendor": HOSTILE }, "texts": { "start.button": "Aan de slag" },
    })
}

/// A name that would break out of every context if it were not escaped.
const HOSTILE: &str = "Jansen & \"Zn\" </script><!--<i>'\\`${x}";

/// The same page with this configuration, embedded in this mode.
fn open_with(browser: &Browser, config: &Value, mode: &str) {
    open(browser, "en", "light");
    open_file(browser, &config.to_string());
    browser.until("the file", "document.querySelector('[role=status]') && document.querySelector('.status').textContent === 'Your settings are open.'");
    browser.js(&format!("document.querySelector('input[name=mode][value={mode}]').click()"));
    let tag = if mode == "frame" { "<iframe" } else { "<partner-fit" };
    browser.until(&format!("the text of the {mode}"), &format!("{}.includes('{tag}')", text_of("snippet")));
    browser.until("the preview", "await widget().ready.then(() => true)");
}

/// Replaces the browser's clipboard by a record.
const RECORD_CLIPBOARD: &str = "window.written = []; Object.defineProperty(navigator, 'clipboard',
    { configurable: true, value: { writeText: async (text) => { written.push(text); } } });";

/// The field with the text that is copied under this name.
fn text_of(name: &str) -> String {
    format!("document.getElementById('copy-{name}').value")
}

/// The text to copy with this name, once the page has drawn the choices.
fn copied(browser: &Browser, name: &str) -> String {
    browser.now(&format!("(await drawn(), {})", text_of(name)))
}

/// A page of another origin that contains a heading and this text.
fn paste(browser: &Browser, html: &str) {
    let page = String::from_utf8(browser.hosts.file("paste.html")).expect("text");
    browser.hosts.set_body("/paste.html", page.replace("<!-- paste here -->", html));
    drop(browser.asked(&browser.site));
    browser.open_host("/paste.html");
}
