//! Sharing a result and opening an earlier one: exports, the clipboard and links. Stored results are checked in
//! `storage`, the report on paper in `paper`.

mod paper;
mod storage;

use partner_fit_core::sharing::link;
use serde_json::{Value, json};
use test_support::browsers::Engine;

use crate::answer_sheet::{self, file, locale, native_report, open, same_report};
use crate::browser::Browser;
pub(super) use storage::{leaves_nothing, no_storage};

use crate::reading::{expect, expect_that};
use crate::runner::Check;

pub fn checks() -> Vec<Check> {
    vec![
        Check::new("sharing: every export comes back, and anything else is refused", exports),
        Check::new("sharing: a link is copied, with a name only if one is filled in", copied),
        Check::new("sharing: ux-49 where copying is refused the text is shown and selected", uncopied),
        Check::new("sharing: ux-02 no request is made by anything that is taken along", no_requests),
        Check::new("sharing: storage=session keeps every answer until the tab is closed", storage::session),
        Check::new(
            "sharing: storage=local keeps answers on request, forgets them, and lets them expire",
            storage::local,
        ),
        Check::new("sharing: a link in the address is opened without moving the focus", from_address),
        Check::new("sharing: other, older and damaged fragments are left alone or said", other_fragments),
        Check::new("sharing: an earlier result opens beside the present one", beside),
        Check::new("sharing: ux-39 the report on paper, of both in both languages", paper::paper)
            .not_in(Engine::WebKit, "its driver prints nothing"),
    ]
}

/// A button by its English text.
fn button(key: &str) -> String {
    let words = locale("en")[key].as_str().unwrap().to_owned();
    format!("all('button').find((button) => text(button) === {})", json!(words))
}

/// Waits until the line about sharing shows the text of `key`.
fn until_message(browser: &Browser, key: &str) {
    let words = locale("en")[key].clone();
    browser.until(&words.to_string(), &format!("all('.said').some((line) => text(line) === {words})"));
}

/// A host without a policy, with a result on the screen.
fn at_result(browser: &Browser, attributes: Value) -> answer_sheet::Sheet {
    let sheet = answer_sheet::mixed(&open(&file("partner")));
    browser.open_plain(attributes, json!({}));
    browser.hurry_to("result", &sheet);
    unfold(browser);
    sheet
}

/// Opens the part in which the result is saved and shared.
fn unfold(browser: &Browser) {
    browser.act("one('#save').open = true");
}

/// The link to the result on the screen.
fn fragment(browser: &Browser) -> String {
    browser.until_some("a link", "(await widget().exportResult('link')).split('#')[1]")
}

fn exports(browser: &Browser) {
    let assessment = open(&file("partner"));
    browser.open_plain(json!({}), json!({}));
    for kind in ["json", "nothing"] {
        browser.until("no result yet", &format!("await widget().exportResult('{kind}').then(() => false, () => true)"));
    }
    let sheet = answer_sheet::mixed(&assessment);
    browser.hurry_to("result", &sheet);
    let exported = |kind: &str| browser.now::<String>(&format!("await widget().exportResult('{kind}')"));
    let report: Value = serde_json::from_str(&exported("json")).unwrap();
    same_report("json", &report, &native_report(&assessment, &sheet, "en"));
    let address: String = browser.now("location.href");
    let link = exported("link");
    let (before, fragment) = link.split_once('#').unwrap();
    expect("address", before, address.as_str());
    let answers = serde_json::to_value(link::decode(&assessment, fragment).unwrap()).unwrap();
    expect("answers in the link", answers, json!(sheet));
    expect_that("a table", exported("csv").starts_with("row,criterion,"), exported("csv"));
    expect_that("a text", exported("text").contains(&assessment.version), exported("text"));
    for kind in ["'pdf'", "undefined", "{}", "'__proto__'"] {
        browser.until("another kind", &format!("await widget().exportResult({kind}).then(() => false, () => true)"));
    }
    browser.expect_event_count("events", "pf-share", 0);
    browser.no_faults();
}

/// Replaces the browser's clipboard.
fn clipboard(browser: &Browser, write: &str) {
    browser.js(&format!(
        "Object.defineProperty(navigator, 'clipboard', {{ configurable: true, value: {{ writeText: {write} }} }})"
    ));
}

fn copied(browser: &Browser) {
    at_result(browser, json!({}));
    clipboard(browser, "async (words) => { window.copied = words; }");
    let plain: String = browser.now("await widget().exportResult('link')");
    browser.click(&button("share.link"));
    until_message(browser, "share.copied-link");
    browser.expect("without a name", "copied", plain.clone());
    browser.click("one('.share input')");
    browser.press("Bakker & Zn".chars());
    browser.click(&button("share.link"));
    let named = browser.until_that("another link", "copied", |link: &String| *link != plain);
    let opened = link::open(&open(&file("partner")), named.split('#').next_back().unwrap());
    expect("the name in the link", opened.unwrap().company.as_deref(), Some("Bakker & Zn"));
    browser.expect("what hosts get is without it", "await widget().exportResult('link')", plain);
    browser.click(&button("share.text"));
    until_message(browser, "share.copied-text");
    browser.expect_events(
        "events",
        "pf-share",
        vec![json!({ "kind": "link" }), json!({ "kind": "link" }), json!({ "kind": "text" })],
    );
}

fn uncopied(browser: &Browser) {
    at_result(browser, json!({}));
    for refusing in ["async () => { throw new Error('no') }", "undefined"] {
        clipboard(browser, refusing);
        browser.click(&button("share.link"));
        until_message(browser, "share.refused-copy");
        // The second time the field is there with the text, until the link replaces it.
        browser.until(
            "the link in the field that has the focus, all of it selected",
            "active() === one('#uncopied') && active().value === await widget().exportResult('link')
                && active().readOnly && active().selectionStart === 0 && active().selectionEnd === active().value.length",
        );
        browser.click(&button("share.text"));
        browser.until("the text in its place", "one('#uncopied').value.includes('\\n')");
    }
    browser.no_faults();
}

fn no_requests(browser: &Browser) {
    at_result(browser, json!({ "storage": "local" }));
    clipboard(browser, "async () => {}");
    browser.js("window.open = () => null; HTMLAnchorElement.prototype.click = () => {}");
    drop((browser.asked(&browser.site), browser.asked(&browser.hosts)));
    for (key, told) in [
        ("share.link", "share.copied-link"),
        ("share.text", "share.copied-text"),
        ("share.json", "share.downloaded"),
        ("share.csv", "share.downloaded"),
        ("share.print", "share.refused-print"),
        ("share.save", "share.saved"),
    ] {
        browser.click(&button(key));
        until_message(browser, told);
    }
    browser.click(&button("share.forget"));
    until_message(browser, "share.forgotten");
    browser.expect("events", "details('pf-share').map(({ kind }) => kind)", ["link", "text", "json", "csv", "save"]);
    expect("requests", (browser.asked(&browser.site), browser.asked(&browser.hosts)), (vec![], vec![]));
    browser.no_faults();
}

/// Opens a host at an address with this fragment.
fn open_at(browser: &Browser, fragment: &str) {
    browser.open("about:blank");
    browser.open_host(&format!("/plain.html#{fragment}"));
    browser.put(json!({}), json!({}));
}

fn from_address(browser: &Browser) {
    let sheet = at_result(browser, json!({}));
    let fragment = fragment(browser);
    open_at(browser, &fragment);
    browser.until_screen("result");
    browser.expect("answers", "widget().answers", json!(sheet));
    browser.expect("focus", "name(active())", "body");
    browser.expect_event_count("completions", "pf-complete", 0);
    browser.expect("the address", "location.hash.slice(1)", fragment);
}

fn other_fragments(browser: &Browser) {
    at_result(browser, json!({}));
    let ours = fragment(browser);
    let mut older = file("partner");
    older["version"] = json!("0.0.1");
    let older = open(&older);
    let older = link::encode(&older, &Default::default());
    let damaged = format!("{}A{}", &ours[..8], &ours[9..]);
    let damaged = if damaged == ours { format!("{}B{}", &ours[..8], &ours[9..]) } else { damaged };
    let company = link::encode(&open(&file("company")), &Default::default());
    for (fragment, key) in [
        (older.as_str(), Some("open.other-version")),
        (damaged.as_str(), Some("open.damaged")),
        (company.as_str(), None),
        ("contact", None),
    ] {
        open_at(browser, fragment);
        browser.until_screen("start");
        match key {
            Some(key) => until_message(browser, key),
            None => browser.expect("said", "all('.said').map(text).join('')", String::new()),
        }
        browser.expect("announced", "all('[aria-live]').map(text).join('')", String::new());
        browser.expect("answers", "widget().answers", json!({}));
        browser.expect("fragment", "location.hash.slice(1)", fragment.to_owned());
        browser.no_faults();
    }
}

fn beside(browser: &Browser) {
    let sheet = at_result(browser, json!({}));
    let [earlier, report]: [String; 2] =
        browser.now("await Promise.all(['link', 'json'].map((kind) => widget().exportResult(kind)))");
    let better = answer_sheet::good(&open(&file("partner")));
    browser.js_with("widget().answers = arguments[0]; await drawn();", &better);
    unfold(browser);
    browser.act("one('#open details').open = true");
    browser.click("one('#open input[type=url]')");
    browser.press(earlier.chars());
    browser.click(&button("open.button"));
    browser.until("the earlier one beside it", "active() === one('#earlier')");
    browser.expect("answers", "widget().answers", json!(better));
    browser.click(&button("compare.take"));
    browser.until("the heading", "active() === part('heading')");
    browser.expect("answers", "widget().answers", json!(sheet));
    // The same with a file.
    browser.js_with("widget().answers = arguments[0]; await drawn();", &better);
    let choose = "const files = new DataTransfer(); files.items.add(new File([arguments[0]], 'result.json'));
        const input = one('#open input[type=file]'); input.files = files.files;
        input.dispatchEvent(new Event('change', { bubbles: true }));";
    browser.js_with(choose, &report);
    browser.until("the earlier one beside it", "!!one('#earlier')");
    browser.click(&button("compare.close"));
    browser.until("put aside", "!one('#earlier')");
    browser.js_with(choose, "no JSON");
    until_message(browser, "open.not-ours");
    browser.no_faults();
}
