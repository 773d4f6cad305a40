//! A single-page app that moves the element, takes it out and puts it back while the address changes under it; and frames
//! in frames, whose outermost page must not notice either.

use serde_json::{Value, json};

use super::hosts::{as_before, load, note};
use crate::answer_sheet::{self, file, native_report, open};
use crate::browser::Browser;
use crate::reading::expect;
use crate::runner::Check;

pub fn checks() -> Vec<Check> {
    vec![
        Check::new("hosts: a single-page app moves, removes and returns the widget on its way", single_page),
        Check::new("hosts: an opaque frame inside an opaque frame, and the page around both", nested),
    ]
}

/// Where the app is, as its own router has it.
const ROUTE: &str = "[location.pathname + location.hash, history.length, document.title]";

fn single_page(browser: &Browser) {
    let assessment = open(&file("partner"));
    let sheet = answer_sheet::mixed(&assessment);
    browser.make_room_in_history();
    browser.open_host("/spa.html");
    browser.js("history.replaceState({ view: 'home' }, '', '/shop/home')");
    load(browser);
    let entries: usize = browser.now("history.length");
    browser.put(json!({ "lang": "en" }), json!({}));
    browser.until_ready();
    browser.move_on();
    browser.answer_all(&sheet);
    drop(browser.asked(&browser.site));

    // To another view, with the element; to one without it; back to the first; and to an address with a fragment.
    let mut known = browser.now::<Value>("[screen(), widget().answers]");
    for (go, path, more) in [
        ("go('about')", "/shop/about", 1),
        ("go('none')", "/shop/none", 2),
        ("history.back()", "/shop/about", 2),
        ("history.back()", "/shop/home", 2),
        ("location.hash = '#/prices'", "/shop/home#/prices", 1),
    ] {
        browser.js(&format!("noted.widget ??= widget(); {go}"));
        browser.until(path, &format!("location.pathname + location.hash === '{path}'"));
        browser.js("window.subject = noted.widget; await drawn()");
        let away = path.ends_with("none");
        browser.expect(&format!("whether it is in the page at {path}"), "widget().isConnected", !away);
        // Out of the page it draws nothing, and forgets nothing.
        let now = if away { "[null, widget().answers]" } else { "[screen(), widget().answers]" };
        let expected = if away { json!([null, known[1]]) } else { known.clone() };
        browser.expect(&format!("screen and answers at {path}"), now, expected);
        let route: (String, usize, String) = browser.now(ROUTE);
        expect("where the app is", (route.0.as_str(), route.1), (path, entries + more));
        if !away && !path.contains('#') {
            // A step further at each stop.
            browser.move_on();
            browser.answer_all(&sheet);
            browser.expect("where the app is, a step later", ROUTE, route);
            known = browser.now("[screen(), widget().answers]");
        }
    }
    browser.hurry_to("result", &sheet);
    browser.expect("result", "widget().result", native_report(&assessment, &sheet, "en"));
    browser.expect("where the app is", "history.length", entries + 1);
    expect("files of ours on the way", browser.asked(&browser.site), vec![]);
    browser.expect_event_count("ready", "pf-ready", 1);
    // Gone for good: a new one starts afresh, wherever the address has gone.
    browser.js("go('none'); await drawn(); show.kept = null; noted.widget = null; go('home'); put({ lang: 'en' })");
    browser.until_screen("start");
    browser.expect("answers of a new one", "widget().answers", json!({}));
    browser.no_faults();
}

/// An address for the page that shows another in a frame without rights.
fn framed(browser: &Browser, page: &str) -> String {
    let query = url::form_urlencoded::Serializer::new(String::new()).append_pair("show", page).finish();
    browser.hosts.url(&format!("/frame.html?{query}"))
}

fn nested(browser: &Browser) {
    let assessment = open(&file("partner"));
    let sheet = answer_sheet::mixed(&assessment);
    let inner = framed(browser, &browser.hosts.url("/framed.html"));
    browser.make_room_in_history();
    browser.open(&framed(browser, "about:blank"));
    browser.js(
        "const own = document.createElement('input'); own.id = 'own'; document.body.prepend(own); window.noted = {}",
    );
    note(browser, "own");
    browser.js_with("document.querySelector('iframe').src = arguments[0];", &inner);
    browser.enter_only();
    browser.enter_only();
    browser.until("an opaque origin", "origin === 'null'");
    browser.until_ready();
    browser.leave();
    browser.leave();
    // The host's own frame has gone to its page, and Chromium's driver names it.
    let own_doing = ["attribute of html body iframe", "page: history"];
    as_before(browser, "after loading in the frames", &own_doing);
    let entries: usize = browser.now("history.length");
    browser.enter_only();
    browser.enter_only();
    // Not by mouse: WebKit's driver misses by the place of the outer frame.
    browser.hurry_to("result", &sheet);
    browser.expect("result", "widget().result", native_report(&assessment, &sheet, "en"));
    browser.leave();
    browser.leave();
    browser.expect("entries in the history", "history.length", entries);
    browser.js("document.getElementById('own').focus({ preventScroll: true })");
    as_before(browser, "after a walk in the frames", &own_doing);
}
