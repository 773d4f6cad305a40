//! Languages: which one is shown, how the element follows it, and that every text comes from a language's files.

use serde_json::{Value, json};

use crate::answer_sheet::{self, Sheet, file, locale, open};
use crate::browser::Browser;
use crate::reading::expect_that;
use crate::runner::Check;
use partner_fit_core::assessment::Assessment;
use xtask::site::integrity_pins;

pub fn checks() -> Vec<Check> {
    vec![
        Check::new("ux-37 the language of the nearest ancestor, followed live, also across a shadow root", inherited),
        Check::new("ux-37 an own language without texts is said, and the first one shows", unknown),
        Check::new("ux-37 languages by tag: nl-BE finds nl", by_tag),
        Check::new("ux-29 every text comes from a locale file or the assessment", pseudo_locale),
    ]
}

/// Waits until a language is shown, by its texts and by the mount's attributes.
#[track_caller]
fn shows(browser: &Browser, language: &str) {
    browser.expect(
        &format!("the language {language}"),
        "[text(part('button--primary')), root().querySelector('div').lang, root().querySelector('div').dir]",
        json!([locale(language)["start.button"], language, "ltr"]),
    );
}

fn by_tag(browser: &Browser) {
    for (tag, language) in [("nl", "nl"), ("nl-BE", "nl"), ("NL-be", "nl"), ("en-GB", "en"), ("nl-Latn-NL", "nl")] {
        browser.open_plain(json!({ "lang": tag }), json!({}));
        shows(browser, language);
        browser.expect_events(&format!("errors with {tag}"), "pf-error", vec![]);
    }
}

fn unknown(browser: &Browser) {
    browser.open_plain(json!({ "lang": "fr" }), json!({}));
    shows(browser, "en");
    browser.expect_error("lang=fr", "language-unknown");
    browser.expect("ready", "await widget().ready.then(() => 'resolved')", "resolved");
    browser.expect_event_count("events", "pf-ready", 1);
    browser.js("widget().lang = 'nl'");
    shows(browser, "nl");
    // A language around the element is not an error of the element.
    browser.open_host("/plain.html");
    browser.js("document.documentElement.lang = 'fr'");
    browser.put(json!({}), json!({}));
    browser.until_screen("start");
    shows(browser, "en");
    browser.expect_events("errors with lang=fr around it", "pf-error", vec![]);
}

fn inherited(browser: &Browser) {
    browser.open_host("/plain.html");
    browser.js(
        "document.documentElement.lang = 'nl-NL';
         const host = document.createElement('div'); const wrapper = document.createElement('div');
         wrapper.append(host); document.getElementById('place').append(wrapper); window.wrapper = wrapper;
         const inner = document.createElement('p'); host.attachShadow({ mode: 'open' }).append(inner); put({}, {}, inner);",
    );
    browser.until_screen("start");
    shows(browser, "nl");
    for (change, language) in [
        ("document.documentElement.lang = 'en'", "en"),
        ("wrapper.lang = 'nl'", "nl"),
        ("document.documentElement.lang = 'de'", "nl"),
        ("widget().parentNode.lang = 'en'", "en"),
        ("widget().lang = 'nl'", "nl"),
        ("widget().parentNode.removeAttribute('lang')", "nl"),
        ("wrapper.lang = 'en'", "nl"),
        ("widget().removeAttribute('lang')", "en"),
        ("wrapper.removeAttribute('lang'); document.documentElement.lang = 'nl'", "nl"),
    ] {
        browser.js(change);
        shows(browser, language);
    }
    // The language also changes when the element moves to a part of the page with another one.
    browser.js("const there = document.createElement('div'); there.lang = 'en'; document.body.append(there); there.append(widget())");
    shows(browser, "en");
    browser.expect_events("errors", "pf-error", vec![]);
    browser.expect_event_count("ready", "pf-ready", 1);
    browser.no_faults();
}

/// Puts every text of a file into brackets, at any depth.
fn bracket(value: &mut Value, within: bool) {
    match value {
        Value::String(text) if within => *text = format!("⟦{text}⟧"),
        Value::Array(items) => items.iter_mut().for_each(|item| bracket(item, false)),
        Value::Object(entries) => {
            let is_text = entries.contains_key("en") && entries.contains_key("nl");
            entries.values_mut().for_each(|value| bracket(value, is_text));
        }
        _ => {}
    }
}

/// Letters outside brackets, in visible texts and in accessible names.
const UNBRACKETED: &str = r"(() => {
    const outside = (text) => { let depth = 0; let left = '';
        for (const c of text) { if (c === '⟦') depth++; else if (c === '⟧') depth--; else if (depth === 0) left += c; } return left; };
    const bare = (text) => /\p{L}/u.test(outside(text ?? ''));
    const found = [];
    const walker = document.createTreeWalker(root(), NodeFilter.SHOW_TEXT);
    for (let node; (node = walker.nextNode()); ) if (bare(node.data)) found.push(node.data);
    for (const node of all('*')) for (const attribute of ['aria-label', 'title', 'alt', 'placeholder', 'aria-description', 'aria-valuetext', 'label'])
        if (bare(node.getAttribute(attribute))) found.push(`${attribute}: ${node.getAttribute(attribute)}`);
    return found; })()";

fn pseudo_locale(browser: &Browser) {
    let some: [fn(&Assessment) -> Sheet; 2] = [answer_sheet::mixed, answer_sheet::gated];
    let others: [fn(&Assessment) -> Sheet; 2] = [answer_sheet::unknown, answer_sheet::good];
    const OWN: &str = "de";
    for (name, language, sheets) in [("partner", "nl", some), ("company", "en", others)] {
        let mut assessment = file(name);
        bracket(&mut assessment, false);
        let written = assessment.to_string().replace(&format!("\"{language}\":"), &format!("\"{OWN}\":"));
        let written = written.replace(&format!("\"{language}\""), &format!("\"{OWN}\""));
        // The forms about a candidate have the language in their name.
        assessment = serde_json::from_str(&written.replace(&format!("\"{language}-"), &format!("\"{OWN}-"))).unwrap();
        let mut texts = locale(language);
        for text in texts.as_object_mut().unwrap().values_mut() {
            match text {
                Value::Object(forms) => forms.values_mut().for_each(|form| bracket(form, true)),
                plain => bracket(plain, true),
            }
        }
        browser.hosts.set_body(&format!("/{name}.json"), assessment.to_string());
        browser.site.set_body(&format!("/locales/{OWN}.json"), texts.to_string());
        // The script knows the languages of its release, and the hashes of their texts.
        let script = String::from_utf8(browser.site.file("partner-fit.js")).unwrap();
        let known = format!("\"locales/{language}.json\":");
        let hash = integrity_pins::hash(texts.to_string().as_bytes());
        let own = format!("\"locales/{OWN}.json\":\"{hash}\",{known}");
        expect_that("the hash of a language in the script", script.matches(&known).count() == 1, &known);
        browser.site.set_body("/partner-fit.js", script.replace(&known, &own));
        for sheet in sheets {
            browser.open_plain(json!({ "assessment": format!("{name}.json"), "lang": OWN }), json!({}));
            browser.until("brackets", "screen().heading.includes('⟦')");
            browser.all_screens(&sheet(&open(&assessment)), |state| {
                browser.expect(&format!("{state}: texts from nowhere"), UNBRACKETED, json!([]));
            });
        }
    }
}
