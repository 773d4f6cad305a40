//! The result's primary button as a file and a host give it: whose counts, that its press is told and can be cancelled,
//! what is refused, and where it leads out of a frame.

use serde_json::{Value, json};

use super::course::refused;
use super::frame::put;
use crate::answer_sheet::{self, Sheet, file, native_report, open};
use crate::browser::Browser;
use crate::reading::expect;
use crate::runner::Check;

pub fn checks() -> Vec<Check> {
    vec![
        Check::new("actions: the host's button comes before the file's, and the band's own before any", whose),
        Check::new("actions: a press is told, and the link is followed unless the host cancels it", press),
        Check::new("actions: a button without an address is told and does nothing else", without_address),
        Check::new("actions: what is wrong is refused, and what was there stays", refusals),
        Check::new("actions: what is wrong before the element is ready is told in pf-error", early),
        Check::new("actions: in a frame a link opens a tab, and its press is told to the named origin", framed),
    ]
}

const HREF: &str = "https://partners.example/apply?from=check";

const PRIMARY: &str = "text(part('button--primary'))";

/// Answers, and the band that they reach.
fn good() -> (Sheet, String) {
    let assessment = open(&file("partner"));
    let sheet = answer_sheet::good(&assessment);
    let band = native_report(&assessment, &sheet, "en")["band"]["id"].as_str().unwrap().to_owned();
    (sheet, band)
}

/// The shipped assessment with buttons of its author.
fn with(actions: Value) -> Value {
    let mut own = file("partner");
    own["id"] = json!("of-our-own");
    own["actions"] = actions;
    own
}

/// Opens the result, with these properties set before the element is ready.
fn open_result(browser: &Browser, properties: Value) {
    browser.open_plain(json!({}), properties);
    browser.hurry_to("result", &good().0);
}

/// Keeps the page from being left, and notes whether the widget had done so before.
fn stay(browser: &Browser) {
    browser.js(
        "noted.kept = []; document.addEventListener('click', (event) => { noted.kept.push(event.defaultPrevented); event.preventDefault(); })",
    );
}

fn one_primary(browser: &Browser, words: &str) {
    browser.expect("the primary button", PRIMARY, words);
    browser.expect("how many there are", "all('[part~=\"button--primary\"]').length", 1);
}

fn whose(browser: &Browser) {
    let (_, band) = good();
    let author = json!({
        "*": { "label": { "en": "Any of the file", "nl": "Elke van het bestand" } },
        (band.as_str()): { "label": { "en": "Ask {vendor}", "nl": "Vraag {vendor}" }, "href": HREF },
    });
    open_result(browser, json!({ "model": with(author), "profile": { "vendor": "Acme" } }));
    one_primary(browser, "Ask Acme");
    browser.expect("where it leads", "part('button--primary').getAttribute('href')", HREF);
    browser.expect("its target", "part('button--primary').getAttribute('target')", json!(null));
    browser.act("widget().profile = { vendor: 'Globex' }");
    one_primary(browser, "Ask Globex");
    // The host's for any band comes before the author's for this one.
    browser.act("widget().actions = { '*': { label: 'From {vendor}' } }");
    one_primary(browser, "From Globex");
    browser.act("widget().profile = { vendor: 'Acme' }");
    one_primary(browser, "From Acme");
    let own = json!({ "*": { "label": "Any" }, (band.as_str()): { "label": { "en": "Page", "nl": "Pagina" } } });
    browser.js_with("widget().actions = arguments[0]", &own);
    one_primary(browser, "Page");
    browser.expect("property", "widget().actions", own);
    browser.js("widget().lang = 'nl'");
    one_primary(browser, "Pagina");
    browser.act("widget().lang = 'en'; widget().actions = null");
    one_primary(browser, "Ask Acme");
    browser.expect("no property", "widget().actions", json!(null));
    // The answers can be looked at whatever the button is.
    browser.click("all('button').find((button) => /change answers/i.test(button.textContent))");
    browser.until_screen("review");
    browser.no_faults();
}

fn press(browser: &Browser) {
    let (_, band) = good();
    open_result(browser, json!({ "actions": { "*": { "label": "Apply", "href": HREF } } }));
    one_primary(browser, "Apply");
    stay(browser);
    browser.press_primary();
    let detail = json!({ "band": band, "href": HREF });
    browser.expect_events("the press", "pf-action", vec![detail.clone()]);
    browser.expect("whether the widget kept the link from being followed", "noted.kept", json!([false]));
    browser.js("document.addEventListener('pf-action', (event) => event.preventDefault())");
    browser.press_primary();
    browser.expect_events("both presses", "pf-action", vec![detail.clone(), detail.clone()]);
    browser.expect("and then", "noted.kept", json!([false, true]));
    // By keyboard as by mouse.
    browser.js("part('button--primary').focus()");
    browser.press([crate::keyboard::ENTER]);
    browser.expect_events("all presses", "pf-action", vec![detail.clone(), detail.clone(), detail]);
    browser.expect("still here", "screen().name", "result");
    browser.no_faults();
}

fn without_address(browser: &Browser) {
    let (_, band) = good();
    open_result(browser, json!({ "actions": { "*": { "label": "Ask us", "href": null } } }));
    browser.expect("the element", "part('button--primary').localName", "button");
    let before: String = browser.now("location.href");
    browser.press_primary();
    browser.expect_events("the press", "pf-action", vec![json!({ "band": band, "href": null })]);
    browser.expect("the address", "location.href", before);
    browser.expect("the screen", "screen().name", "result");
    browser.expect("bubbling and composed", "heard.at(-1).bubbles && heard.at(-1).composed", true);
    browser.no_faults();
}

fn refusals(browser: &Browser) {
    open_result(browser, json!({ "actions": { "*": { "label": "Apply", "href": HREF } } }));
    for (bad, paths) in [
        ("{ '*': { label: 'x', href: 'javascript:window.ran = 1' } }", json!(["actions.*.href"])),
        ("{ '*': { label: 'x', href: 'java\\nscript:window.ran = 1' } }", json!(["actions.*.href"])),
        ("{ '*': { label: 'x', href: 'data:text/html,x' } }", json!(["actions.*.href"])),
        ("{ '*': { label: 'x', href: 'http://partners.example' } }", json!(["actions.*.href"])),
        ("{ '*': { label: 'x', href: 'https://bank.example@evil.example' } }", json!(["actions.*.href"])),
        ("{ '*': { label: 'x', href: '//evil.example' } }", json!(["actions.*.href"])),
        ("{ redy: { label: 7 }, '*': {} }", json!(["actions.redy", "actions.redy.label", "actions.*.label"])),
        ("{ '*': { label: { en: 'x' }, herf: '' } }", json!(["actions.*.label.nl", "actions.*.herf"])),
        ("'Apply'", json!(["actions"])),
        ("[]", json!(["actions"])),
    ] {
        expect(bad, refused(browser, &format!("widget().actions = {bad}")), json!([true, paths]));
        one_primary(browser, "Apply");
    }
    browser.expect("property", "widget().actions['*'].label", "Apply");
    browser.expect("what ran", "window.ran ?? null", json!(null));
    browser.expect_events("errors", "pf-error", vec![]);
    browser.no_faults();
}

fn early(browser: &Browser) {
    browser.open_host("/plain.html");
    browser.put(json!({}), json!({ "actions": { "*": { "label": "x", "href": "javascript:window.ran = 1" } } }));
    browser.until_ready();
    let error = browser.expect_error("a hostile address", "answers-invalid");
    expect("path", error["problems"][0]["path"].clone(), json!("actions.*.href"));
    browser.expect("property", "widget().actions", json!(null));
    // A file that has one does not open.
    browser.js_with(
        "heard.length = 0; widget().model = arguments[0]; await widget().ready.catch(() => null)",
        with(json!({ "*": { "label": { "en": "x", "nl": "x" }, "href": "javascript:window.ran = 1" } })),
    );
    let error = browser.expect_error("a hostile address in a file", "assessment-invalid");
    expect("path", error["problems"][0]["path"].clone(), json!("actions.*.href"));
    browser.no_faults();
}

fn framed(browser: &Browser) {
    let (sheet, band) = good();
    let label = json!({ "en": "Apply", "nl": "Meld je aan" });
    browser.site.set_body("/own/link.json", with(json!({ "*": { "label": label, "href": HREF } })).to_string());
    let mail = json!({ "*": { "label": label, "href": "mailto:partners@example.com" } });
    browser.site.set_body("/own/mail.json", with(mail).to_string());
    browser.open_host("/frames.html");
    let origin = browser.hosts.origin();
    for (index, (name, target, rel)) in
        [("link", json!("_blank"), json!("noopener")), ("mail", json!(null), json!(null))].into_iter().enumerate()
    {
        put(browser, &format!("?assessment=own/{name}.json&lang=en&origin={origin}"), json!({}));
        browser.inside_nth(index, || {
            browser.until_screen("start");
            browser.hurry_to("result", &sheet);
            browser.expect(
                "target and rel",
                "['target', 'rel'].map((name) => part('button--primary').getAttribute(name))",
                json!([target, rel]),
            );
            browser.js("addEventListener('click', (event) => event.preventDefault()); part('button--primary').click()");
        });
    }
    let told = "told().filter(({ name }) => name === 'pf-action').map(({ detail }) => detail)";
    browser.expect(
        "what the page around is told",
        told,
        json!([{ "band": band, "href": HREF }, { "band": band, "href": "mailto:partners@example.com" }]),
    );
    browser.no_faults();
}
