//! "Put it on your site": the page on which a check is made one's own, by mouse and by keyboard alone, in both languages
//! and themes; what is copied out of it works where it is pasted ([`pasted`]), and so do the hand-offs ([`recipes`]).

mod page;
mod pasted;
mod recipes;

use serde_json::{Value, json};

use crate::browser::Browser;
use crate::runner::Check;

pub fn checks() -> Vec<Check> {
    [page::checks(), pasted::checks(), recipes::checks()].into_iter().flatten().collect()
}

/// Opens the page and waits until the widget shows in it.
fn open(browser: &Browser, language: &str, theme: &str) {
    browser.open(&browser.site.url(&format!("/builder.html?lang={language}&theme={theme}")));
    ready(browser);
}

fn ready(browser: &Browser) {
    browser.until(
        "the page",
        "document.getElementById('tool')?.hidden === false && !!document.getElementById('copy-snippet')",
    );
    browser.until_screen("start");
}

/// Opens a configuration as a file, as somebody does who chose it in the dialog.
fn open_file(browser: &Browser, text: &str) {
    let _: Value = browser.run(
        "const files = new DataTransfer();
         files.items.add(new File([arguments[0]], 'settings.json', { type: 'application/json' }));
         const input = document.getElementById('file');
         input.files = files.files;
         input.dispatchEvent(new Event('change', { bubbles: true }));
         return null;",
        json!(text),
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
    browser.js(&format!("document.querySelector('input[name=mode][value={mode}]').click(); await settle(2)"));
}

/// The text that is copied under this name.
fn copied(browser: &Browser, name: &str) -> String {
    browser.get(&format!("document.getElementById('copy-{name}').value"))
}

/// A page of another origin with nothing but a heading and this in it.
fn paste(browser: &Browser, html: &str) {
    let page = String::from_utf8(browser.hosts.file("paste.html")).expect("text");
    browser.hosts.set_body("/paste.html", page.replace("<!-- paste here -->", html));
    drop(browser.site.take_paths());
    browser.open_host("/paste.html");
}
