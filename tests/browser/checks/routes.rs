//! A single-page app that moves the element, takes it out and puts it back while the address changes under it; and frames
//! in frames, whose outermost page must not notice either.

use serde_json::{Value, json};

use super::hosts::{as_before, load, note};
use crate::browser::{Browser, expect};
use crate::runner::Check;
use crate::sheet::{self, file, native_report, open, same_report};

pub fn checks() -> Vec<Check> {
    vec![
        Check::new("hosts: a single-page app moves, removes and returns the widget on its way", single_page),
        Check::new("hosts: an opaque frame inside an opaque frame, and the page around both", nested),
    ]
}

/// Where the app is, as its own router has it.
const ROUTE: &str = "[location.pathname + location.hash, history.length, document.title]";

/// Answers the step on the screen without leaving it.
fn answer_step(browser: &Browser, sheet: &sheet::Sheet) {
    let _: Value = browser.run(
        "for (const { id } of screen().questions) answer(id, arguments[0][id]); await settle(1); return null;",
        json!(sheet),
    );
}

fn single_page(browser: &Browser) {
    let assessment = open(&file("partner"));
    let sheet = sheet::mixed(&assessment);
    browser.make_room_in_history();
    browser.open_host("/spa.html");
    browser.js("history.replaceState({ view: 'home' }, '', '/shop/home')");
    load(browser);
    let entries: usize = browser.get("history.length");
    browser.put(json!({ "lang": "en" }), json!({}));
    browser.until_screen("start");
    browser.act("part('button--primary').click()");
    answer_step(browser, &sheet);
    drop(browser.site.take_paths());

    // To another view, with the element; to one without it; back to the first; and to an address with a fragment.
    let mut known = browser.get::<Value>("[screen(), widget().answers]");
    for (go, path, more) in [
        ("go('about')", "/shop/about", 1),
        ("go('none')", "/shop/none", 2),
        ("history.back()", "/shop/about", 2),
        ("history.back()", "/shop/home", 2),
        ("location.hash = '#/prices'", "/shop/home#/prices", 1),
    ] {
        browser.js(&format!("noted.widget ??= widget(); {go}"));
        browser.until(path, &format!("location.pathname + location.hash === '{path}'"));
        browser.js("window.subject = noted.widget; await settle(4)");
        let away = path.ends_with("none");
        expect(&format!("whether it is in the page at {path}"), browser.get("widget().isConnected"), !away);
        // Out of the page it draws nothing, and forgets nothing.
        let now: Value = browser.get(if away { "[null, widget().answers]" } else { "[screen(), widget().answers]" });
        let expected = if away { json!([null, known[1]]) } else { known.clone() };
        expect(&format!("screen and answers at {path}"), now, expected);
        let route: (String, usize, String) = browser.get(ROUTE);
        expect("where the app is", (route.0.as_str(), route.1), (path, entries + more));
        if !away && !path.contains('#') {
            // A step further at each stop.
            let before = browser.screen();
            browser.act("part('button--primary').click()");
            browser.until_other(&before);
            answer_step(browser, &sheet);
            expect("where the app is, a step later", browser.get::<(String, usize, String)>(ROUTE), route);
            known = browser.get("[screen(), widget().answers]");
        }
    }
    browser.hurry_to("result", &sheet);
    same_report("result", &browser.result(), &native_report(&assessment, &sheet, "en"));
    expect("where the app is", browser.get::<usize>("history.length"), entries + 1);
    expect("files of ours on the way", browser.site.take_paths(), vec![]);
    expect("ready", browser.details("pf-ready").len(), 1);
    // Gone for good: a new one starts afresh, wherever the address has gone.
    browser.js("go('none'); await settle(3); show.kept = null; noted.widget = null; go('home'); put({ lang: 'en' })");
    browser.until_screen("start");
    expect("answers of a new one", browser.get::<Value>("widget().answers"), json!({}));
    browser.no_faults();
}

/// An address for the page that shows another in a frame without rights.
fn framed(browser: &Browser, page: &str) -> String {
    let query = url::form_urlencoded::Serializer::new(String::new()).append_pair("show", page).finish();
    browser.hosts.url(&format!("/frame.html?{query}"))
}

fn nested(browser: &Browser) {
    let assessment = open(&file("partner"));
    let sheet = sheet::mixed(&assessment);
    let inner = framed(browser, &browser.hosts.url("/framed.html"));
    browser.make_room_in_history();
    browser.open(&framed(browser, "about:blank"));
    browser.js(
        "const own = document.createElement('input'); own.id = 'own'; document.body.prepend(own); window.noted = {}",
    );
    note(browser, "own");
    let _: Value = browser.run("document.querySelector('iframe').src = arguments[0]; return null;", json!(inner));
    let client = browser.client();
    let enter = || browser.command("into a frame", async { client.enter_frame(0).await });
    let leave = || browser.command("out of a frame", async { client.clone().enter_parent_frame().await });
    for _ in 0..2 {
        browser.until("a frame", "!!document.querySelector('iframe')");
        enter();
        browser.until("an opaque origin", "origin === 'null'");
    }
    browser.until_screen("start");
    leave();
    leave();
    // The host's own frame has gone to its page, and Chromium's driver names it.
    let own_doing = ["attribute of html body iframe", "page: history"];
    as_before(browser, "after loading in the frames", &own_doing);
    let entries: usize = browser.get("history.length");
    enter();
    enter();
    // Not by mouse: WebKit's driver misses by the place of the outer frame.
    browser.hurry_to("result", &sheet);
    same_report("result", &browser.result(), &native_report(&assessment, &sheet, "en"));
    leave();
    leave();
    expect("entries in the history", browser.get::<usize>("history.length"), entries);
    browser.js("document.getElementById('own').focus({ preventScroll: true })");
    as_before(browser, "after a walk in the frames", &own_doing);
}
