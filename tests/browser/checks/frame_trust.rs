//! Whom the page in a frame trusts: it sends events only to the origin in its address, listens to nobody, and the
//! script around it only sets a height within bounds.

use serde_json::{Value, json};

use super::frame::{height, put};
use crate::answer_sheet::{self, file, open};
use crate::browser::Browser;
use crate::reading::{expect, expect_that};
use crate::runner::Check;

pub fn checks() -> Vec<Check> {
    vec![
        Check::new("ux-27 events reach the origin that is named, and nobody without one", events),
        Check::new("ux-27 the page in a frame listens to no message", listens_to_nobody),
        Check::new("ux-27 a hostile frame beside ours changes nothing in the page or in other frames", hostile_sibling),
        Check::new("ux-27 a frame gets no height beyond the bounds, and none for what is malformed", bounds),
        Check::new("ux-27 a frame that has gone elsewhere is not listened to", gone_elsewhere),
    ]
}

fn events(browser: &Browser) {
    let sheet = answer_sheet::mixed(&open(&file("partner")));
    browser.open_host("/frames.html");
    let here = browser.hosts.origin();
    for query in [format!("&origin={here}"), String::new(), format!("&origin={}", browser.site.origin())] {
        put(browser, &format!("?assessment=partner&lang=en{query}"), json!({}));
    }
    for index in 0..3 {
        browser.js(&format!("allFrames()[{index}].scrollIntoView()"));
        browser.inside_nth(index, || {
            browser.until_screen("start");
            browser.hurry_to("result", &sheet);
            browser.js("await drawn(); parent.postMessage({ type: 'last' }, '*')");
        });
    }
    browser.until("what each frame says last", "messages.filter(({ data }) => data.type === 'last').length === 3");
    browser.expect("told without an origin, and to another one", "[told('f1'), told('f2')]", json!([[], []]));
    let told: Vec<Value> = browser.now("told('f0')");
    let of = |name: &str| {
        told.iter().filter(|event| event["name"] == name).map(|event| event["detail"].clone()).collect::<Vec<_>>()
    };
    expect("ready", of("pf-ready"), vec![json!({ "assessment": "partner", "version": file("partner")["version"] })]);
    expect("start", of("pf-start"), vec![json!({ "assessment": "partner" })]);
    expect("steps", of("pf-step").len(), 7);
    expect("answers", of("pf-answer").len() >= sheet.len(), true);
    expect("completions", of("pf-complete").len(), 1);
    expect_that("the band", of("pf-complete")[0]["band"].is_string(), of("pf-complete"));
    for event in &told {
        let mut keys: Vec<&str> = event.as_object().unwrap().keys().map(String::as_str).collect();
        keys.sort_unstable();
        expect("what a message holds", keys, vec!["detail", "name", "pf", "type"]);
        expect("its version", &event["pf"], &json!(1));
    }
    // No message contains an answer, neither an event nor a height.
    let said: String = browser.now("JSON.stringify(messages)");
    for (question, answer) in &sheet {
        let answer = answer.to_string();
        let told = of("pf-answer").iter().any(|detail| detail.get("value").is_some())
            || said.contains(&format!("\"{question}\":{answer}"));
        expect(&format!("whether the answer to {question} was told"), told, false);
    }
    let heights: Vec<Value> = browser.now(
        "messages.filter(({ data }) => data.type === 'height').map(({ data }) => Object.keys(data).sort().join())",
    );
    expect_that("a height and no more", heights.iter().all(|keys| keys == "height,pf,type"), &heights);
    browser.no_faults();
}

/// Messages by which somebody might try to control the page.
const WISHES: &str = "[{ pf: 1, type: 'getAnswers' }, { pf: 1, type: 'set', answers: { 'customer-overlap': 'under-10' } }, { pf: 1, type: 'start' },
    { pf: 1, type: 'reset' }, { pf: 1, type: 'navigate', url: 'https://example.com/' }, { pf: 1, type: 'model', model: {} },
    { pf: 1, type: 'height', height: 5000 }, { type: 'language', lang: 'nl' }, 'start', null, 0, [], { method: 'reset', args: [] },
    JSON.parse('{ \"__proto__\": { \"polluted\": true } }')]";

fn listens_to_nobody(browser: &Browser) {
    browser.open_host("/frames.html");
    put(browser, "?assessment=partner&lang=en", json!({}));
    let state = "[screen(), widget().answers, location.href, document.title, document.documentElement.lang, ({}).polluted ?? null, history.length]";
    let before: Value = browser.inside_nth(0, || {
        browser.until_screen("start");
        browser.move_on();
        browser.act("answer('customer-overlap', 'from-25')");
        browser
            .js("memory().came = []; addEventListener('message', ({ data }) => { memory().came.push(data?.type); })");
        browser.now(state)
    });
    // The step has its height, and the frame has said so for the last time: what comes now is an answer.
    height::fits(browser, 0, "the first step");
    height::heights_asked(browser, 0, 2);
    let unmoved = |what: &str, reached: &str| {
        browser.inside_nth(0, || {
            browser.until(what, reached);
            browser.expect("the page in the frame", &format!("(await drawn(), {state})"), &before);
        });
    };
    browser.js(&format!(
        "messages.length = 0; for (const wish of {WISHES}) allFrames()[0].contentWindow.postMessage(wish, '*')"
    ));
    unmoved("every wish in the frame", &format!("memory().came.length === {WISHES}.length"));
    browser.expect("answers to messages", "(await drawn(), messages)", json!([]));
    // A hostile frame next to it sends the same messages and more.
    put(
        browser,
        &browser.hosts.url("/frame-hostile.html?say=all"),
        json!({ "data-partner-fit": null, "sandbox": "allow-scripts" }),
    );
    browser.js("allFrames()[0].scrollIntoView()");
    unmoved("everything said", "memory().came.at(-1) === 'last'");
    // The page has no listener for messages.
    for path in ["page.js", "partner-fit.js"] {
        let script = String::from_utf8(browser.site.file(path)).unwrap();
        for listener in ["\"message\"", "'message'", "`message`", "onmessage", "MessageChannel", "BroadcastChannel"] {
            expect_that(&format!("no {listener} in {path}"), !script.contains(listener), ());
        }
    }
    browser.no_faults();
}

/// The state of a page that a frame might change.
const PAGE: &str = "[location.href, document.title, history.length, document.querySelectorAll('*').length, scrollY,
    document.activeElement.localName, Object.keys(localStorage).length, ({}).height ?? null, ({}).pf ?? null]";

/// The heights of all frames. They follow a message in the task in which it arrives.
fn heights(browser: &Browser) -> Vec<f64> {
    browser.now("allFrames().map((frame) => frame.getBoundingClientRect().height)")
}

/// Waits until a hostile frame has sent the messages in its address, and all have arrived.
fn until_said(browser: &Browser, id: &str, say: &str) {
    browser.until(
        &format!("everything that {id} says for {say}"),
        &format!(
            "messages.some(({{ data, from }}) => data?.type === 'last' && data.said === '{say}' && from === '{id}')"
        ),
    );
}

fn hostile_sibling(browser: &Browser) {
    browser.open_host("/frames.html");
    put(browser, "?assessment=partner&lang=en", json!({}));
    put(browser, "?assessment=company&lang=en", json!({}));
    put(
        browser,
        "about:blank",
        json!({ "data-partner-fit": null, "sandbox": "allow-scripts", "id": "hostile", "style": "border:0;width:300px;height:90px" }),
    );
    for index in 0..2 {
        browser.js(&format!("allFrames()[{index}].scrollIntoView()"));
        browser.inside_nth(index, || drop(browser.until_screen("start")));
    }
    browser.js("scrollTo(0, 0); await drawn()");
    let before: (Value, Vec<f64>) = (browser.now(PAGE), heights(browser));
    for (turn, say) in ["all", "5000", "150", "20001", "1"].into_iter().enumerate() {
        let url = browser.hosts.url(&format!("/frame-hostile.html?say={say}"));
        browser.js_with("const frame = document.getElementById('hostile'); frame.remove(); putFrame(arguments[0], { 'data-partner-fit': null, sandbox: 'allow-scripts', id: 'hostile', style: 'border:0;width:300px;height:90px' });", &url);
        until_said(browser, "hostile", say);
        let came: usize = browser.now("messages.filter(({ from }) => from === 'hostile').length");
        expect_that("messages that came", came > turn, came);
        expect(&format!("heights after {say}"), heights(browser), before.1.clone());
    }
    // Frames that came and went leave no entry in the history.
    browser.expect("the page", PAGE, before.0);
    browser.no_faults();
}

fn bounds(browser: &Browser) {
    let hostile = |say: &str| browser.hosts.url(&format!("/frame-hostile.html?say={say}"));
    // A frame with our mark may set its own height only, be its origin opaque or its own.
    for sandbox in [json!("allow-scripts"), Value::Null] {
        browser.open_host("/frames.html");
        put(browser, "?assessment=partner&lang=en", json!({}));
        browser.inside_nth(0, || drop(browser.until_screen("start")));
        browser.js("await drawn()");
        let before: (Value, Vec<f64>) = (browser.now(PAGE), heights(browser));
        for (say, expected) in
            [("all", 333.0), ("150.2", 151.0), ("20001", 20_000.0), ("99999", 20_000.0), ("3", 100.0), ("500", 500.0)]
        {
            put(
                browser,
                &hostile(say),
                json!({ "id": "marked", "sandbox": sandbox, "style": "border:0;width:300px;height:333px" }),
            );
            until_said(browser, "marked", say);
            expect(&format!("its height after {say}"), heights(browser)[1], expected);
            expect(&format!("height of the other after {say}"), heights(browser)[0], before.1[0]);
            browser.js("document.getElementById('marked').remove()");
        }
        browser.expect("the page", PAGE, before.0);
        browser.no_faults();
    }
    // A message of the page to itself comes from no frame.
    let before = heights(browser);
    browser.js("for (const height of [400, 30000]) postMessage({ pf: 1, type: 'height', height }, '*');
        dispatchEvent(new MessageEvent('message', { data: { pf: 1, type: 'height', height: 400 } })); postMessage({ type: 'last', said: 'itself' }, '*')");
    browser.until("what the page says to itself", "messages.some(({ data }) => data?.said === 'itself')");
    expect("heights", heights(browser), before);
    // A quick build has comments and long names.
    if browser.site.has("engine_rest.wasm") {
        let script = browser.site.file("resize.js");
        expect_that("at most 2 KB", script.len() <= 2048, script.len());
    }
}

fn gone_elsewhere(browser: &Browser) {
    browser.open_host("/frames.html");
    put(browser, "?assessment=partner&lang=en", json!({ "sandbox": null }));
    browser.inside_nth(0, || drop(browser.until_screen("start")));
    browser.js("await drawn()");
    let before = heights(browser);
    // The frame has navigated to another page: the source is right, but the origin is not.
    for say in ["all", "500", "20000"] {
        let url = browser.hosts.url(&format!("/frame-hostile.html?say={say}"));
        browser.js_with("allFrames()[0].contentWindow.location.replace(arguments[0])", &url);
        until_said(browser, "f0", say);
        browser.expect("the frame is another page", "messages.at(-1).origin", browser.hosts.origin());
        expect(&format!("its height after {say}"), heights(browser), before.clone());
    }
    browser.no_faults();
}
