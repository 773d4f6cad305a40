//! How the element comes to life in the hands of frameworks, editors and servers that know nothing of it.

use serde_json::{Value, json};
use test_support::serve::Override;

use crate::answer_sheet::{self, Sheet, file, native_report, open};
use crate::browser::Browser;
use crate::checks::hosts::load;
use crate::checks::loading::engine_files;
use crate::reading::{expect, expect_that};

pub fn downloaded_once(browser: &Browser) {
    browser.open_host("/late.html");
    load(browser);
    drop(browser.asked(&browser.site));
    for id in ["one", "two", "three"] {
        browser.put(json!({ "id": id }), json!({}));
    }
    browser.until("three widgets", "details('pf-ready').length === 3");
    let asked = browser.asked(&browser.site);
    let mut wasm: Vec<&str> = asked.iter().map(String::as_str).filter(|path| path.ends_with(".wasm")).collect();
    wasm.sort_unstable();
    expect("downloads of wasm", wasm, vec!["/engine_bg.wasm", "/engine_rest.wasm"]);
    browser.put(json!({ "id": "four" }), json!({}));
    browser.until("a fourth", "details('pf-ready').length === 4");
    let asked = engine_files(browser);
    expect_that("no engine for a fourth", asked.iter().all(|path| path.ends_with(".json")), &asked);
}

pub fn name_taken(browser: &Browser) {
    browser.open_host("/late.html");
    browser.js("noted.theirs = class extends HTMLElement {}; customElements.define('partner-fit', noted.theirs)");
    browser.js("await load(source)");
    browser.expect("whether it is still theirs", "customElements.get('partner-fit') === noted.theirs", true);
    browser.no_faults();
}

pub fn mounted_again(browser: &Browser) {
    let assessment = open(&file("partner"));
    let sheet = answer_sheet::good(&assessment);
    browser.open_plain(json!({ "id": "warm" }), json!({}));
    browser.js("widget().remove(); await drawn(); heard.length = 0");
    drop(browser.asked(&browser.site));
    // In, out and in again: in one turn, over turns, and before anything has loaded.
    browser.js(
        "const place = document.getElementById('place'); const it = put({ id: 'mine' });
         noted.ready = 0; it.addEventListener('pf-ready', () => noted.ready++); // out of the page the page hears nothing
         it.remove(); place.append(it); it.remove(); await drawn(); place.append(it)",
    );
    browser.until_screen("start");
    browser.expect("ready", "(await drawn(), noted.ready)", 1);
    browser.expect("mounts", "root().querySelectorAll('[part~=base]').length", 1);
    browser.move_on();
    browser.walk_step(&sheet, "en");
    let before: Value = browser.now("[screen(), widget().answers]");
    browser.js(
        "const place = document.getElementById('place'); const it = widget();
         for (let i = 0; i < 12; i++) { it.remove(); await turns(i % 3); place.append(it); await turns(i % 2); } await drawn()",
    );
    browser.expect("screen and answers", "[screen(), widget().answers]", before);
    browser.hurry_to("result", &sheet);
    browser.expect("result", "widget().result", native_report(&assessment, &sheet, "en"));
    for event in ["pf-start", "pf-complete"] {
        browser.expect_event_count("started and completed", event, 1);
    }
    browser.expect("ready, after all that", "noted.ready", 1);
    // New ones each time, gone before or after they have loaded.
    browser.js(
        "for (let i = 0; i < 8; i++) { const it = put({}); await turns(i); it.remove(); } put({ id: 'last' }); heard.length = 0",
    );
    browser.until_screen("start");
    browser.hurry_to("result", &sheet);
    browser.expect("completions of the last", "details('pf-complete', 'last').length", 1);
    browser.no_faults();
}

/// What servers call what they do not know.
const TYPES: [&str; 3] = ["application/octet-stream", "text/plain", "text/html"];

pub fn wrong_types(browser: &Browser) {
    let assessment = open(&file("company"));
    let sheet = answer_sheet::good(&assessment);
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
        browser.expect(kind, "widget().result", native_report(&assessment, &sheet, "en"));
        browser.expect_events(&format!("errors with {kind}"), "pf-error", vec![]);
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
        "const it = document.createElement('partner-fit'); place.append(it); await drawn();
         for (const [key, value] of [['lang', 'nl'], ['load', 'eager'], ['assessment', 'company']]) { it.setAttribute(key, value); await drawn(); }",
    ),
    (
        "from a template",
        "const template = document.createElement('template'); template.innerHTML = '<partner-fit assessment=\"company\" lang=\"nl\" load=\"eager\"></partner-fit>';
         place.append(document.importNode(template.content, true))",
    ),
];

pub fn late_elements(browser: &Browser) {
    let assessment = open(&file("company"));
    let sheet: Sheet = answer_sheet::mixed(&assessment);
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
        browser.expect(how, "widget().result", native_report(&assessment, &sheet, "nl"));
        browser.no_faults();
    }
}

pub fn edited(browser: &Browser) {
    // Without attributes, and with the paragraphs and breaks of an editor.
    for markup in
        ["<partner-fit></partner-fit>", "<p><partner-fit><br>\n<p><a href=\"#x\">The check</a></p>\n</partner-fit></p>"]
    {
        browser.open_host("/late.html");
        browser.js_with("document.getElementById('place').innerHTML = arguments[0];", markup);
        load(browser);
        browser.until_screen("start");
        browser.expect(
            "language and assessment",
            "[root().querySelector('[lang]').lang, details('pf-ready')[0].assessment]",
            json!(["en", "partner"]),
        );
        browser.no_faults();
    }
    // Without `type=module` the script cannot run, which the page hears of; the fallback is there, and stays usable.
    browser.open_host("/late.html");
    browser.put(json!({}), json!({}));
    browser.js("const script = document.createElement('script'); script.src = source; document.head.append(script);
        await new Promise((done) => { script.onload = script.onerror = done; })");
    browser.expect("whether the element is defined", "!!customElements.get('partner-fit')", false);
    browser.expect("whether the fallback shows", "shown(document.querySelector('.fallback a'))", true);
    // A script put beside it as it should be brings it to life.
    browser.js("faults.length = 0; await load(source)");
    browser.until_screen("start");
    browser.no_faults();
}
