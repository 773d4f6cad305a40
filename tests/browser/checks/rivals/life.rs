//! How the element comes to life in the hands of frameworks, editors and servers that know nothing of it.

use serde_json::{Value, json};
use test_support::serve::Override;

use crate::browser::{Browser, expect, expect_that};
use crate::checks::hosts::load;
use crate::checks::loading::engine_files;
use crate::sheet::{self, Sheet, file, native_report, open, same_report};

pub fn downloaded_once(browser: &Browser) {
    browser.open_host("/late.html");
    load(browser);
    drop(browser.site.take_paths());
    for id in ["one", "two", "three"] {
        browser.put(json!({ "id": id }), json!({}));
    }
    browser.until("three widgets", "details('pf-ready').length === 3");
    let asked = browser.site.take_paths();
    let mut wasm: Vec<&str> = asked.iter().map(String::as_str).filter(|path| path.ends_with(".wasm")).collect();
    wasm.sort_unstable();
    expect("downloads of wasm", wasm, vec!["/engine_bg.wasm", "/engine_rest.wasm"]);
    browser.put(json!({ "id": "four" }), json!({}));
    browser.until_screen("start");
    let asked = engine_files(browser);
    expect_that("no engine for a fourth", asked.iter().all(|path| path.ends_with(".json")), &asked);
}

pub fn name_taken(browser: &Browser) {
    browser.open_host("/late.html");
    browser.js("noted.theirs = class extends HTMLElement {}; customElements.define('partner-fit', noted.theirs)");
    browser.js("await load(source)");
    expect("whether it is still theirs", browser.get("customElements.get('partner-fit') === noted.theirs"), true);
    browser.no_faults();
}

pub fn mounted_again(browser: &Browser) {
    let assessment = open(&file("partner"));
    let sheet = sheet::good(&assessment);
    browser.open_plain(json!({ "id": "warm" }), json!({}));
    browser.js("widget().remove(); await settle(2); heard.length = 0");
    drop(browser.site.take_paths());
    // In, out and in again: in one turn, over turns, and before anything has loaded.
    browser.js(
        "const place = document.getElementById('place'); const it = put({ id: 'mine' });
         noted.ready = 0; it.addEventListener('pf-ready', () => noted.ready++); // out of the page the page hears nothing
         it.remove(); place.append(it); it.remove(); await settle(1); place.append(it)",
    );
    browser.until_screen("start");
    browser.js("await settle(4)");
    expect("ready", browser.get("noted.ready"), 1);
    expect("mounts", browser.get("root().querySelectorAll('[part~=base]').length"), 1);
    browser.act("part('button--primary').click()");
    browser.walk_step(&sheet, "en");
    let before: Value = browser.get("[screen(), widget().answers]");
    browser.js(
        "const place = document.getElementById('place'); const it = widget();
         for (let i = 0; i < 12; i++) { it.remove(); await settle(i % 3); place.append(it); await settle(i % 2); } await settle(3)",
    );
    expect("screen and answers", browser.get::<Value>("[screen(), widget().answers]"), before);
    browser.hurry_to("result", &sheet);
    same_report("result", &browser.result(), &native_report(&assessment, &sheet, "en"));
    let once: Vec<usize> = ["pf-start", "pf-complete"].map(|event| browser.details(event).len()).to_vec();
    expect("started and completed", once, vec![1, 1]);
    expect("ready, after all that", browser.get("noted.ready"), 1);
    // New ones each time, gone before or after they have loaded.
    browser.js(
        "for (let i = 0; i < 8; i++) { const it = put({}); await settle(i); it.remove(); } put({ id: 'last' }); heard.length = 0",
    );
    browser.until_screen("start");
    browser.hurry_to("result", &sheet);
    expect("completions of the last", browser.get("details('pf-complete', 'last').length"), 1);
    browser.no_faults();
}

/// What servers call what they do not know.
const TYPES: [&str; 3] = ["application/octet-stream", "text/plain", "text/html"];

pub fn wrong_types(browser: &Browser) {
    let assessment = open(&file("company"));
    let sheet = sheet::good(&assessment);
    for kind in TYPES {
        for path in ["/engine_bg.wasm", "/checker_bg.wasm", "/locales/en.json", "/assessments/partner.json"] {
            browser.site.set(path, Override::new().header("content-type", kind).unwrap());
        }
        let own = Override::new().body(file("company").to_string()).header("content-type", kind).unwrap();
        browser.hosts.set("/own.txt", own);
        browser.open_plain(json!({}), json!({}));
        browser.put(json!({ "assessment": "own.txt" }), json!({}));
        browser.until_screen("start");
        browser.hurry_to("result", &sheet);
        same_report(kind, &browser.result(), &native_report(&assessment, &sheet, "en"));
        expect(&format!("errors with {kind}"), browser.details("pf-error"), vec![]);
        browser.no_faults();
    }
}

/// The ways in which pages put elements in long after their scripts have run.
const LATE: [(&str, &str); 4] = [
    ("by markup", "place.innerHTML = '<partner-fit assessment=\"company\" lang=\"nl\" load=\"eager\"><a href=\"#x\">x</a></partner-fit>'"),
    (
        "by a swap of the page",
        "const page = new DOMParser().parseFromString('<body><div id=\"place\"><partner-fit assessment=\"company\" lang=\"nl\" load=\"eager\"></partner-fit></div>', 'text/html');
         document.body.replaceWith(document.adoptNode(page.body))",
    ),
    (
        "by parts, as Wix does",
        "const it = document.createElement('partner-fit'); place.append(it); await settle(1);
         for (const [key, value] of [['lang', 'nl'], ['load', 'eager'], ['assessment', 'company']]) { it.setAttribute(key, value); await settle(1); }",
    ),
    (
        "from a template",
        "const template = document.createElement('template'); template.innerHTML = '<partner-fit assessment=\"company\" lang=\"nl\" load=\"eager\"></partner-fit>';
         place.append(document.importNode(template.content, true))",
    ),
];

pub fn late_elements(browser: &Browser) {
    let assessment = open(&file("company"));
    let sheet: Sheet = sheet::mixed(&assessment);
    for (how, put) in LATE {
        browser.open_host("/late.html");
        load(browser);
        browser.js(&format!("const place = document.getElementById('place'); {put}"));
        browser.until_screen("start");
        browser.until(
            "the assessment and its language",
            "widget().assessment === 'company' && root().querySelector('[lang]').lang === 'nl'",
        );
        browser.js("await widget().ready");
        browser.hurry_to("result", &sheet);
        same_report(how, &browser.result(), &native_report(&assessment, &sheet, "nl"));
        browser.no_faults();
    }
}

pub fn edited(browser: &Browser) {
    // Without attributes, and with the paragraphs and breaks of an editor.
    for markup in
        ["<partner-fit></partner-fit>", "<p><partner-fit><br>\n<p><a href=\"#x\">The check</a></p>\n</partner-fit></p>"]
    {
        browser.open_host("/late.html");
        let _: Value =
            browser.run("document.getElementById('place').innerHTML = arguments[0]; return null;", json!(markup));
        load(browser);
        browser.until_screen("start");
        expect(
            "language and assessment",
            browser.get::<Value>("[root().querySelector('[lang]').lang, details('pf-ready')[0].assessment]"),
            json!(["en", "partner"]),
        );
        browser.no_faults();
    }
    // Without `type=module` the script cannot run, which the page hears of; the fallback is there, and stays usable.
    browser.open_host("/late.html");
    browser.put(json!({}), json!({}));
    browser.js("const script = document.createElement('script'); script.src = source; document.head.append(script);
        await new Promise((done) => { script.onload = script.onerror = done; })");
    expect("whether the element is defined", browser.get("!!customElements.get('partner-fit')"), false);
    expect("whether the fallback shows", browser.get("shown(document.querySelector('.fallback a'))"), true);
    // A script put beside it as it should be brings it to life.
    browser.js("faults.length = 0; await load(source)");
    browser.until_screen("start");
    browser.no_faults();
}
