//! Damage to the script's files on their way: a changed byte, no response, half a response. Each is reported once with
//! the file's name, and leaves the fallback in place.

use std::collections::BTreeMap;
use std::net::TcpListener;

use serde_json::{Value, json};
use test_support::serve::Override;

use super::load_failures::{fails, put};
use crate::answer_sheet::file;
use crate::browser::Browser;
use crate::reading::{expect, expect_that};
use crate::runner::Check;

pub fn checks() -> Vec<Check> {
    let mut checks = Vec::new();
    for path in PINNED {
        let code = if path.ends_with("json") { "assessment-invalid" } else { "wasm-failed" };
        let run = move |browser: &Browser| tampered(browser, path, code);
        checks.push(Check::new(format!("ux-44 one changed byte in {path} → {code}"), run));
    }
    checks.push(Check::new("ux-44 every file that the script loads is one of these", all_pinned));
    for (what, how) in [("refuses the connection", refuse as fn(&Browser, &str)), ("breaks off", break_off)] {
        let run = move |browser: &Browser| unanswered(browser, how);
        checks.push(Check::new(format!("a network that {what}, for each file in turn"), run));
    }
    checks.push(Check::new("a network that is gone once the script is there", offline));
    checks.push(Check::new("a script that is missing or changed leaves the fallback", no_script));
    checks
}

/// The files of the release that the script loads, and whose hashes it knows.
const PINNED: [&str; 7] = [
    "assessments/company.json",
    "assessments/partner.json",
    "checker_bg.wasm",
    "engine_bg.wasm",
    "engine_rest.wasm",
    "locales/en.json",
    "locales/nl.json",
];

/// Those that this site has: a quick build has its engine in one file.
fn pinned(browser: &Browser) -> Vec<&'static str> {
    PINNED.into_iter().filter(|path| browser.site.has(path)).collect()
}

/// The attributes with which an element loads a file.
fn asking_for(path: &str) -> Value {
    match path {
        "assessments/company.json" => json!({ "assessment": "company" }),
        "locales/nl.json" => json!({ "lang": "nl" }),
        "checker_bg.wasm" | "own.json" => json!({ "assessment": "own.json" }),
        _ => json!({}),
    }
}

/// A host with its own assessment file.
fn open_with_own(browser: &Browser) {
    browser.hosts.set_body("/own.json", file("company").to_string());
    browser.open_host("/plain.html");
}

/// A file without a hash would go unnoticed; files that only our pages load do not count.
fn all_pinned(browser: &Browser) {
    let script = String::from_utf8(browser.site.file("partner-fit.js")).unwrap();
    let first = script.find("\"assessments/company.json\": ").or_else(|| script.find("\"assessments/company.json\":"));
    let start = script[..first.expect("the hashes")].rfind('{').expect("an object");
    let end = script[start..].find('}').unwrap() + start;
    let pins: BTreeMap<String, String> = serde_json::from_str(&script[start..=end]).expect("JSON");
    let ours = |path: &&String| !path.starts_with("builder");
    expect("files", pins.keys().filter(ours).map(String::as_str).collect::<Vec<_>>(), pinned(browser));
}

/// A port on which nobody listens.
fn refuse(browser: &Browser, path: &str) {
    let nobody = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    let elsewhere = Override::status(302).unwrap().header("location", &format!("http://{nobody}/")).unwrap();
    browser.site.set(path, elsewhere.clone());
    browser.hosts.set(path, elsewhere);
}

fn break_off(browser: &Browser, path: &str) {
    browser.site.set(path, Override::breaking());
    browser.hosts.set(path, Override::breaking());
}

fn unanswered(browser: &Browser, how: fn(&Browser, &str)) {
    for path in pinned(browser).into_iter().chain(["own.json"]) {
        browser.hosts.tidy();
        browser.site.tidy();
        open_with_own(browser);
        how(browser, &format!("/{path}"));
        put(browser, asking_for(path));
        let error = fails(browser, if path.ends_with("json") { "assessment-unreachable" } else { "wasm-failed" });
        let message = error["message"].to_string();
        let module = path.split(['.', '_']).next().unwrap();
        expect_that(&format!("{path} in the message"), message.contains(module), message);
    }
}

fn offline(browser: &Browser) {
    browser.open_host("/plain.html");
    PINNED.iter().for_each(|path| refuse(browser, &format!("/{path}")));
    put(browser, json!({}));
    browser.until("pf-error", "details('pf-error').length > 0");
    // The first missing file is reported, once.
    let code: String = browser.until_some("its code", "details('pf-error')[0].code");
    expect_that("a code of what is missing", ["wasm-failed", "assessment-unreachable"].contains(&code.as_str()), &code);
    fails(browser, &code);
}

/// Without the script nothing reports an error: the fallback between the tags remains, and is usable.
fn no_script(browser: &Browser) {
    let other = format!("sha384-{}", "A".repeat(64));
    for (what, status, integrity) in [("missing", 404, ""), ("another", 200, other.as_str())] {
        if status == 404 {
            browser.site.set_status("/partner-fit.js", status);
        }
        browser.open_host("/late.html");
        browser.put(json!({}), json!({}));
        let loaded: bool = browser.run(
            "const script = document.createElement('script');
             const [integrity] = arguments;
             Object.assign(script, { type: 'module', src: source, integrity, crossOrigin: 'anonymous' });
             return new Promise((done) => { script.onload = () => done(true); script.onerror = () => done(false);
                 document.head.append(script); });",
            json!(integrity),
        );
        expect(&format!("whether a script that is {what} loads"), loaded, false);
        browser.expect("whether the element is defined", "!!customElements.get('partner-fit')", false);
        browser.expect("whether the fallback shows", "shown(document.querySelector('.fallback a'))", true);
        browser.no_faults();
        browser.site.tidy();
    }
}

fn tampered(browser: &Browser, path: &str, code: &str) {
    let path = if browser.site.has(path) { path } else { "engine_bg.wasm" };
    let mut bytes = browser.site.file(path);
    // A space replaces a line break, so that the file still parses. A wasm has no lines, so a name is changed.
    let position = bytes.iter().rposition(|&byte| byte == b'\n' || byte == b'_').unwrap();
    bytes[position] = b' ';
    browser.site.set_body(&format!("/{path}"), bytes);
    open_with_own(browser);
    put(browser, asking_for(path));
    let message = fails(browser, code)["message"].to_string();
    expect_that("the file in the message", message.contains(path) && message.contains("got another"), message);
}
