//! The documentation of the element against the element: the types and the manifest against the class in a browser, and
//! the class without registration.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use crate::answer_sheet::{self, file, open};
use crate::browser::Browser;
use crate::reading::{expect, expect_that};
use crate::runner::Check;

pub fn checks() -> Vec<Check> {
    vec![
        Check::new("ux-41 types and manifest name the members that the class has", members),
        Check::new("ux-41 types and manifest name what the events hold", events),
        Check::new("ux-43 element.js registers nothing, and its class works under another name", class_entry),
    ]
}

/// The members that the browser calls.
const CALLBACKS: [&str; 4] =
    ["connectedCallback", "disconnectedCallback", "adoptedCallback", "attributeChangedCallback"];

fn types(browser: &Browser) -> String {
    String::from_utf8(browser.site.file("partner-fit.d.ts")).unwrap()
}

fn manifest(browser: &Browser) -> Value {
    serde_json::from_slice::<Value>(&browser.site.file("custom-elements.json")).unwrap()
}

/// The members of a class or an interface in the types, and which of them are static.
fn typed(types: &str, of: &str) -> Vec<(bool, String)> {
    let (_, body) = types.split_once(&format!("export {of} ")).unwrap_or_else(|| panic!("no {of}"));
    let (body, _) = body.split_once("\n}").unwrap();
    let (_, body) = body.split_once("{\n").unwrap();
    let lines = body.lines().filter(|line| {
        line.starts_with("  ") && !line.starts_with("   ") && !line.trim_start().starts_with(['/', '*', '}', '|'])
    });
    lines
        .map(|line| {
            let mut words = line.trim();
            let is_static = words.starts_with("static ");
            for modifier in ["static ", "readonly ", "get ", "set "] {
                words = words.strip_prefix(modifier).unwrap_or(words);
            }
            let end = words.find(|c: char| !c.is_ascii_alphanumeric() && c != '-' && c != '"').unwrap();
            (is_static, words[..end].trim_matches('"').to_owned())
        })
        .collect()
}

fn set(names: impl IntoIterator<Item = String>) -> BTreeSet<String> {
    names.into_iter().collect()
}

fn members(browser: &Browser) {
    browser.open_host("/late.html");
    browser.js("window.found = await import(source); window.engine = await found.load()");
    let own = |of: &str| set(browser.now::<Vec<String>>(&format!("Object.getOwnPropertyNames({of})")));
    let types = types(browser);
    let class = typed(&types, "class PartnerFit");

    let mut expected = own("found.PartnerFit.prototype");
    expected.remove("constructor");
    let instance = class.iter().filter(|(is_static, name)| !is_static && name != "lang");
    expect("members in the types", set(instance.map(|(_, name)| name.clone())), expected.clone());
    for callback in CALLBACKS {
        expect_that(callback, expected.remove(callback), &expected);
    }
    let manifest = manifest(browser);
    let element = &manifest["modules"][0]["declarations"][0];
    let listed = element["members"].as_array().unwrap().iter().map(|one| one["name"].as_str().unwrap().to_owned());
    expect("members in the manifest", set(listed), expected);

    let statics = class.iter().filter(|(is_static, _)| *is_static).map(|(_, name)| name.clone());
    let mut expected = own("found.PartnerFit");
    ["length", "name", "prototype"].iter().for_each(|name| assert!(expected.remove(*name)));
    expect("static members in the types", set(statics), expected);

    let engine = typed(&types, "interface Engine").into_iter().map(|(_, name)| name);
    expect("the engine in the types", set(engine), own("engine"));
    let exported = |module: usize| {
        let exports = manifest["modules"][module]["exports"].as_array().unwrap().clone();
        set(exports.iter().filter(|one| one["kind"] == "js").map(|one| one["name"].as_str().unwrap().to_owned()))
    };
    let expected = set(browser.now::<Vec<String>>("Object.keys(found)"));
    expect("exports in the manifest", exported(0), expected.clone());
    browser.js("window.other = await import(source.replace('partner-fit.js', 'element.js'))");
    expect("exports of element.js", set(browser.now::<Vec<String>>("Object.keys(other)")), exported(1));
    for name in &expected {
        let declared =
            types.contains(&format!("export function {name}(")) || types.contains(&format!("export class {name} "));
        expect_that(&format!("{name} in the types"), declared, ());
    }

    // Attributes are read and written according to the manifest.
    browser.js("window.subject = document.createElement('partner-fit')");
    for attribute in element["attributes"].as_array().unwrap() {
        let (name, field) = (attribute["name"].as_str().unwrap(), attribute["fieldName"].as_str().unwrap());
        if let Some(default) = attribute["default"].as_str() {
            browser.expect(
                &format!("the default of {field}"),
                &format!("String(widget().{field})"),
                default.to_owned(),
            );
        }
        let value = if attribute["type"]["text"] == "boolean" { "true" } else { "'3'" };
        browser.js(&format!("widget().{field} = {value}"));
        browser.expect(&format!("{name} after a set"), &format!("widget().hasAttribute('{name}')"), true);
    }
}

/// The details of all events from start to result.
fn events(browser: &Browser) {
    let sheet = answer_sheet::good(&open(&file("partner")));
    browser.open_plain(json!({ "expose-answers": "" }), json!({}));
    browser.hurry_to("result", &sheet);
    browser.js("window.open = () => null; try { navigator.clipboard.writeText = async () => {} } catch {}");
    browser.act("one('#save').open = true");
    browser.click("all('#save button').find((button) => /link/i.test(button.textContent))");
    browser.until("pf-share", "details('pf-share').length > 0");
    browser.js("widget().actions = { '*': { label: 'Ask us' } }");
    browser.click("[...all('button')].find((button) => button.textContent === 'Ask us')");
    browser.until("pf-action", "details('pf-action').length > 0");
    browser.act("widget().addEventListener('pf-reset', (event) => heard.push(event)); widget().reset()");
    browser.js("widget().model = { id: 7 }; await widget().ready.catch(() => null)");
    browser.until("pf-error", "details('pf-error').length > 0");
    let types = types(browser);
    let names: BTreeSet<String> = typed(&types, "interface PartnerFitEventMap")
        .into_iter()
        .map(|(_, name)| name)
        .filter(|name| name.starts_with("pf-"))
        .collect();
    expect("number of events", names.len(), 9);
    let manifest = manifest(browser);
    for name in names {
        let (_, about) = types.split_once(&format!("\"{name}\": CustomEvent<{{")).unwrap();
        let by_types = keys(about.split_once("}>").unwrap().0);
        let listed = manifest["modules"][0]["declarations"][0]["events"].as_array().unwrap();
        let listed = listed.iter().find(|event| event["name"] == *name).unwrap();
        let text = listed["type"]["text"].as_str().unwrap();
        let by_manifest = keys(text.trim_start_matches("CustomEvent<{").trim_end_matches("}>"));
        expect(&format!("keys of {name} in the manifest"), by_manifest, by_types.clone());
        let heard = set(browser.now::<Vec<String>>(&format!("Object.keys(details('{name}').at(-1))")));
        expect(&format!("keys of {name}"), heard, by_types);
    }
}

/// The keys of an object's type.
fn keys(text: &str) -> BTreeSet<String> {
    let fields = text.split(';').filter_map(|field| field.split_once(':'));
    set(fields.map(|(key, _)| key.trim().trim_end_matches('?').to_owned()))
}

fn class_entry(browser: &Browser) {
    browser.open_host("/late.html");
    browser.js("window.found = await import(source.replace('partner-fit.js', 'element.js'))");
    browser.expect("whether it is registered", "!!customElements.get('partner-fit')", false);
    browser.js("customElements.define('my-check', class extends found.PartnerFit {});
         window.subject = document.createElement('my-check'); widget().load = 'eager';
         document.getElementById('place').append(widget())");
    browser.until_screen("start");
    browser.hurry_to("result", &answer_sheet::good(&open(&file("partner"))));
    // The registering script, on the same page.
    browser.js("await load(source)");
    browser.expect("whether it is registered", "!!customElements.get('partner-fit')", true);
    browser.put(json!({}), json!({}));
    browser.until_screen("start");
    browser.no_faults();
}
