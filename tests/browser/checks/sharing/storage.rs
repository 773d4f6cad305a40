//! What is stored and at whose request, and that a browser which refuses to store anything changes nothing else.

use serde_json::{Value, json};

use super::{at_result, button, until_message};
use crate::answer_sheet::{self, file, open};
use crate::browser::Browser;

/// The number of stored items, and the cookies.
const STORED: &str = "[localStorage.length, sessionStorage.length, document.cookie]";

pub fn leaves_nothing(browser: &Browser) {
    browser.open_host("/plain.html");
    browser.js("localStorage.clear(); sessionStorage.clear()");
    at_result(browser, json!({}));
    browser.expect("stored", STORED, json!([0, 0, ""]));
    browser.expect("a button to save", &format!("!!{}", button("share.save")), false);
}

pub(super) fn session(browser: &Browser) {
    browser.open_host("/plain.html");
    browser.js("sessionStorage.clear()");
    let sheet = at_result(browser, json!({ "storage": "session" }));
    browser.expect("stored", STORED, json!([0, 1, ""]));
    browser.open_host("/plain.html");
    browser.until("what was kept", "sessionStorage.length === 1");
    browser.put(json!({ "storage": "session" }), json!({}));
    browser.until_screen("result");
    browser.expect("answers", "widget().answers", json!(sheet));
    browser.expect_event_count("completions", "pf-complete", 0);
    browser.act("widget().reset()");
    browser.expect("stored after reset()", STORED, json!([0, 0, ""]));
}

pub(super) fn local(browser: &Browser) {
    browser.open_host("/plain.html");
    browser.js("localStorage.clear()");
    let sheet = at_result(browser, json!({ "storage": "local" }));
    browser.expect("stored before it is asked for", STORED, json!([0, 0, ""]));
    browser.click(&button("share.save"));
    until_message(browser, "share.saved");
    let again = || {
        browser.open_host("/plain.html");
        browser.put(json!({ "storage": "local" }), json!({}));
        browser.until_ready();
    };
    // WebKit writes stored data to disk a while later.
    browser.wait_for("what was saved, offered", || {
        again();
        let offered = browser.now::<bool>(&format!("(await drawn(), !!{})", button("open.saved-button")));
        if offered { Ok(()) } else { Err("none".to_owned()) }
    });
    browser.click(&button("open.saved-button"));
    browser.until_screen("result");
    browser.expect("answers", "widget().answers", json!(sheet));
    browser.expect_event_count("completions", "pf-complete", 0);
    let key = browser.now::<Value>("localStorage.key(0)").to_string();
    for spoiled in
        ["'{\"until\":1,\"answers\":{}}'", "'{\"until\":9e99,\"answers\":{}}'", "'nonsense'", "'null'", "'[]'"]
    {
        browser.open_host("/plain.html");
        browser.js(&format!("localStorage.setItem({key}, {spoiled})"));
        browser.put(json!({ "storage": "local" }), json!({}));
        browser.until_ready();
        browser.expect("something to open", &format!("!!{}", button("open.saved-button")), false);
        browser.expect("what is spoiled", &format!("localStorage.getItem({key})"), Value::Null);
    }
    browser.js("localStorage.clear()");
    at_result(browser, json!({ "storage": "local" }));
    browser.click(&button("share.save"));
    until_message(browser, "share.saved");
    browser.click(&button("share.forget"));
    until_message(browser, "share.forgotten");
    browser.expect("stored", STORED, json!([0, 0, ""]));
    browser.no_faults();
}

pub fn no_storage(browser: &Browser) {
    for storage in ["local", "session"] {
        browser.open_host("/plain.html");
        browser.js("for (const box of ['localStorage', 'sessionStorage'])\
             Object.defineProperty(window, box, { get() { throw new DOMException('no', 'SecurityError'); } })");
        browser.put(json!({ "storage": storage }), json!({}));
        browser.until_screen("start");
        browser.hurry_to("result", &answer_sheet::good(&open(&file("partner"))));
        if storage == "local" {
            super::unfold(browser);
            browser.click(&button("share.save"));
            until_message(browser, "share.refused-save");
        }
        browser.no_faults();
    }
}
