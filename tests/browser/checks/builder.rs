//! "Put it on your site": the page on which a check is made one's own, by mouse and by keyboard alone, in both languages
//! and themes; what is copied out of it works where it is pasted ([`pasted`]), and so do the hand-offs ([`recipes`]).

mod access;
mod page;
mod pasted;
mod recipes;

use serde_json::{Value, json};

use crate::browser::Browser;
use crate::runner::Check;

pub fn checks() -> Vec<Check> {
    [page::checks(), access::checks(), pasted::checks(), recipes::checks()].into_iter().flatten().collect()
}

/// Opens the page and waits until the widget shows in it.
fn open(browser: &Browser, language: &str, theme: &str) {
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

/// Opens a configuration as a file, as somebody does who chose it in the dialog.
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

/// A configuration that says something everywhere that can be seen.
fn config() -> Value {
    json!({
        "partnerFitBuilder": 1, "assessment": "partner", "language": "nl", "theme": "light",
        "accent": { "light": "#8a1c5b", "dark": "#8a1c5b" }, "layout": "question", "review": false,
        "storage": "none", "load": "lazy", "headingLevel": 3, "weights": { "location": 40 },
        "without": ["customer-contact", "contract-bar"],
        "profile": { "vendor": HOSTILE }, "texts": { "start.button": "Aan de slag" },
    })
}

/// A name that would break out of everything, if it could.
const HOSTILE: &str = "Jansen & \"Zn\" </script><!--<i>'\\`${x}";

/// The same page with this configuration in it, in this way of standing in a site.
fn open_with(browser: &Browser, config: &Value, mode: &str) {
    open(browser, "en", "light");
    open_file(browser, &config.to_string());
    browser.until("the file", "document.querySelector('[role=status]') && document.querySelector('.status').textContent === 'Your settings are open.'");
    browser.js(&format!("document.querySelector('input[name=mode][value={mode}]').click()"));
    let tag = if mode == "frame" { "<iframe" } else { "<partner-fit" };
    browser.until(&format!("the text of the {mode}"), &format!("{}.includes('{tag}')", text_of("snippet")));
    browser.until("the preview", "await widget().ready.then(() => true)");
}

/// Puts a record in the place of the browser's clipboard.
const RECORD_CLIPBOARD: &str = "window.written = []; Object.defineProperty(navigator, 'clipboard',
    { configurable: true, value: { writeText: async (text) => { written.push(text); } } });";

/// The field with the text that is copied under this name.
fn text_of(name: &str) -> String {
    format!("document.getElementById('copy-{name}').value")
}

/// The text that is copied under this name, once the page has drawn what was chosen.
fn copied(browser: &Browser, name: &str) -> String {
    browser.now(&format!("(await drawn(), {})", text_of(name)))
}

/// A page of another origin with nothing but a heading and this in it.
fn paste(browser: &Browser, html: &str) {
    let page = String::from_utf8(browser.hosts.file("paste.html")).expect("text");
    browser.hosts.set_body("/paste.html", page.replace("<!-- paste here -->", html));
    drop(browser.asked(&browser.site));
    browser.open_host("/paste.html");
}
