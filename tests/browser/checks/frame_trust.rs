//! Whom the page in a frame talks to, and what others cannot do: it tells events to the origin that is named and to
//! nobody else, listens to nobody, and the script around it sets a height within bounds and does nothing else.

use serde_json::{Value, json};

use super::frame::{inside, inside_of, put};
use crate::browser::{Browser, expect, expect_that};
use crate::runner::Check;
use crate::sheet::{self, file, open};

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
    let sheet = sheet::mixed(&open(&file("partner")));
    browser.open_host("/frames.html");
    let here = browser.hosts.origin();
    for query in [format!("&origin={here}"), String::new(), format!("&origin={}", browser.site.origin())] {
        put(browser, &format!("?assessment=partner&lang=en{query}"), json!({}));
    }
    for place in 0..3 {
        browser.js(&format!("frames()[{place}].scrollIntoView()"));
        inside(browser, place, || {
            browser.until_screen("start");
            browser.hurry_to("result", &sheet);
        });
    }
    browser.until("the last event", "told('f0').some(({ name }) => name === 'pf-complete')");
    browser.js("await settle(10)");
    expect(
        "told without an origin, and to another one",
        browser.get::<Value>("[told('f1'), told('f2')]"),
        json!([[], []]),
    );
    let told: Vec<Value> = browser.get("told('f0')");
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
    // Not one of the answers is told: neither with an event nor with a height.
    let said: String = browser.get("JSON.stringify(messages)");
    for (question, answer) in &sheet {
        let answer = answer.to_string();
        let told = of("pf-answer").iter().any(|detail| detail.get("value").is_some())
            || said.contains(&format!("\"{question}\":{answer}"));
        expect(&format!("whether the answer to {question} was told"), told, false);
    }
    let heights: Vec<Value> = browser.get(
        "messages.filter(({ data }) => data.type === 'height').map(({ data }) => Object.keys(data).sort().join())",
    );
    expect_that("a height and no more", heights.iter().all(|keys| keys == "height,pf,type"), &heights);
    browser.no_faults();
}

/// What somebody might hope that the page does for them.
const WISHES: &str = "[{ pf: 1, type: 'getAnswers' }, { pf: 1, type: 'set', answers: { 'customer-overlap': 'under-10' } }, { pf: 1, type: 'start' },
    { pf: 1, type: 'reset' }, { pf: 1, type: 'navigate', url: 'https://example.com/' }, { pf: 1, type: 'model', model: {} },
    { pf: 1, type: 'height', height: 5000 }, { type: 'language', lang: 'nl' }, 'start', null, 0, [], { method: 'reset', args: [] },
    JSON.parse('{ \"__proto__\": { \"polluted\": true } }')]";

fn listens_to_nobody(browser: &Browser) {
    browser.open_host("/frames.html");
    put(browser, "?assessment=partner&lang=en", json!({}));
    let state = "[screen(), widget().answers, location.href, document.title, document.documentElement.lang, ({}).polluted ?? null, history.length]";
    let before: Value = inside(browser, 0, || {
        browser.until_screen("start");
        browser.act("part('button--primary').click()");
        browser.act("answer('customer-overlap', 'from-25')");
        browser.get(state)
    });
    browser.js("await settle(3); messages.length = 0");
    browser.js(&format!(
        "for (const wish of {WISHES}) frames()[0].contentWindow.postMessage(wish, '*'); await settle(10)"
    ));
    expect("the page in the frame", inside(browser, 0, || browser.get::<Value>(state)), before.clone());
    expect("answers to messages", browser.get::<Value>("messages"), json!([]));
    // A hostile frame beside it says the same and more.
    put(
        browser,
        &browser.hosts.url("/frame-hostile.html?say=all"),
        json!({ "data-partner-fit": null, "sandbox": "allow-scripts" }),
    );
    inside(browser, 1, || browser.until("everything said", "document.title === 'said'"));
    browser.js("frames()[0].scrollIntoView(); await settle(6)");
    expect("the page in the frame", inside(browser, 0, || browser.get::<Value>(state)), before);
    // Nor is there anything that could listen.
    for path in ["page.js", "partner-fit.js"] {
        let script = String::from_utf8(browser.site.file(path)).unwrap();
        for listener in ["\"message\"", "'message'", "`message`", "onmessage", "MessageChannel", "BroadcastChannel"] {
            expect_that(&format!("no {listener} in {path}"), !script.contains(listener), ());
        }
    }
    browser.no_faults();
}

/// What a page may notice of a frame's doings.
const PAGE: &str = "[location.href, document.title, history.length, document.querySelectorAll('*').length, scrollY,
    document.activeElement.localName, Object.keys(localStorage).length, ({}).height ?? null, ({}).pf ?? null]";

fn heights(browser: &Browser) -> Vec<f64> {
    browser.get("frames().map((frame) => frame.getBoundingClientRect().height)")
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
    for place in 0..2 {
        browser.js(&format!("frames()[{place}].scrollIntoView()"));
        inside(browser, place, || drop(browser.until_screen("start")));
    }
    browser.js("scrollTo(0, 0); await settle(6)");
    let before: (Value, Vec<f64>) = (browser.get(PAGE), heights(browser));
    for (turn, say) in ["all", "5000", "150", "20001", "1"].into_iter().enumerate() {
        let url = browser.hosts.url(&format!("/frame-hostile.html?say={say}"));
        let _: Value = browser.run("const frame = document.getElementById('hostile'); frame.remove(); putFrame(arguments[0], { 'data-partner-fit': null, sandbox: 'allow-scripts', id: 'hostile', style: 'border:0;width:300px;height:90px' }); return null;", json!(url));
        inside_of(browser, "document.getElementById('hostile')", || {
            browser.until("everything said", "document.title === 'said'")
        });
        browser.js("await settle(10)");
        let came: usize = browser.get("messages.filter(({ from }) => from === 'hostile').length");
        expect_that("messages that came", came > turn, came);
        expect(&format!("heights after {say}"), heights(browser), before.1.clone());
    }
    // The frames that came and went are in the history of no one.
    expect("the page", browser.get::<Value>(PAGE), before.0);
    browser.no_faults();
}

fn bounds(browser: &Browser) {
    let hostile = |say: &str| browser.hosts.url(&format!("/frame-hostile.html?say={say}"));
    // With our mark on it, and so allowed to speak for itself alone; of an opaque origin or of its own.
    for sandbox in [json!("allow-scripts"), Value::Null] {
        browser.open_host("/frames.html");
        put(browser, "?assessment=partner&lang=en", json!({}));
        inside(browser, 0, || drop(browser.until_screen("start")));
        browser.js("await settle(4)");
        let before: (Value, Vec<f64>) = (browser.get(PAGE), heights(browser));
        for (say, expected) in
            [("all", 333.0), ("150.2", 151.0), ("20001", 20_000.0), ("99999", 20_000.0), ("3", 100.0), ("500", 500.0)]
        {
            put(
                browser,
                &hostile(say),
                json!({ "id": "marked", "sandbox": sandbox, "style": "border:0;width:300px;height:333px" }),
            );
            inside_of(browser, "document.getElementById('marked')", || {
                browser.until("everything said", "document.title === 'said'")
            });
            browser.js("await settle(10)");
            expect(&format!("its height after {say}"), heights(browser)[1], expected);
            expect(&format!("height of the other after {say}"), heights(browser)[0], before.1[0]);
            browser.js("document.getElementById('marked').remove()");
        }
        expect("the page", browser.get::<Value>(PAGE), before.0);
        browser.no_faults();
    }
    // What a page says to itself is from no frame.
    let before = heights(browser);
    browser.js("for (const height of [400, 30000]) postMessage({ pf: 1, type: 'height', height }, '*'); dispatchEvent(new MessageEvent('message', { data: { pf: 1, type: 'height', height: 400 } })); await settle(6)");
    expect("heights", heights(browser), before);
    let script = browser.site.file("resize.js");
    expect_that("at most 2 KB", script.len() <= 2048, script.len());
}

fn gone_elsewhere(browser: &Browser) {
    browser.open_host("/frames.html");
    put(browser, "?assessment=partner&lang=en", json!({ "sandbox": null }));
    inside(browser, 0, || drop(browser.until_screen("start")));
    browser.js("await settle(4)");
    let before = heights(browser);
    // Whoever is in the frame now is not who was put there: its source is right, its origin is not.
    for say in ["all", "500", "20000"] {
        let url = browser.hosts.url(&format!("/frame-hostile.html?say={say}"));
        inside(browser, 0, || {
            let _: Value = browser.run("setTimeout(() => location.replace(arguments[0])); return null;", json!(url));
        });
        inside(browser, 0, || browser.until("everything said", "document.title === 'said'"));
        browser.js("await settle(6)");
        expect("the frame is another page", browser.get("messages.at(-1).origin"), browser.hosts.origin());
        expect(&format!("its height after {say}"), heights(browser), before.clone());
    }
    browser.no_faults();
}
