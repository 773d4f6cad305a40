//! Taking the result along and opening an earlier one: exports, the clipboard, links, storage, and the report on paper.

use std::io::Read as _;

use partner_fit_core::sharing::link;
use serde_json::{Value, json};
use test_support::browsers::{Engine, fantoccini::wd::PrintConfiguration};

use crate::browser::{Browser, expect, expect_that};
use crate::runner::Check;
use crate::sheet::{self, assessments, file, languages, locale, native_report, open, same_report};

pub fn checks() -> Vec<Check> {
    vec![
        Check::new("takeaway every export comes back, and anything else is refused", exports),
        Check::new("takeaway a link is copied, with a name only if one is filled in", copied),
        Check::new("takeaway ux-49 where copying is refused the text is shown and selected", uncopied),
        Check::new("takeaway ux-02 no request is made by anything that is taken along", no_requests),
        Check::new("takeaway storage=session keeps every answer until the tab is closed", session),
        Check::new("takeaway storage=local keeps answers on request, forgets them, and lets them expire", local),
        Check::new("takeaway a link in the address is opened without moving the focus", from_address),
        Check::new("takeaway other, older and damaged fragments are left alone or said", other_fragments),
        Check::new("takeaway an earlier result opens beside the present one", beside),
        Check::new("takeaway ux-39 the report on paper, of both in both languages", paper)
            .not_in(Engine::WebKit, "its driver prints nothing"),
    ]
}

/// A button by its words in English.
fn button(key: &str) -> String {
    let words = locale("en")[key].as_str().unwrap().to_owned();
    format!("all('button').find((button) => text(button) === {})", json!(words))
}

/// The line that says what has happened.
fn said(browser: &Browser, key: &str) {
    let words = locale("en")[key].clone();
    browser.until(&words.to_string(), &format!("all('.said').some((line) => text(line) === {words})"));
}

/// A host without a policy, with a result on the screen.
fn at_result(browser: &Browser, attributes: Value) -> sheet::Sheet {
    let sheet = sheet::mixed(&open(&file("partner")));
    browser.open_plain(attributes, json!({}));
    browser.hurry_to("result", &sheet);
    sheet
}

/// The link to the result on the screen.
fn fragment(browser: &Browser) -> String {
    browser.get("(await widget().exportResult('link')).split('#')[1]")
}

fn exports(browser: &Browser) {
    let assessment = open(&file("partner"));
    browser.open_plain(json!({}), json!({}));
    for kind in ["json", "nothing"] {
        let refused: bool =
            browser.get(&format!("await widget().exportResult('{kind}').then(() => false, () => true)"));
        expect("no result yet", refused, true);
    }
    let sheet = sheet::mixed(&assessment);
    browser.hurry_to("result", &sheet);
    let exported = |kind: &str| browser.get::<String>(&format!("await widget().exportResult('{kind}')"));
    let report: Value = serde_json::from_str(&exported("json")).unwrap();
    same_report("json", &report, &native_report(&assessment, &sheet, "en"));
    let address: String = browser.get("location.href");
    let link = exported("link");
    let (before, fragment) = link.split_once('#').unwrap();
    expect("address", before, address.as_str());
    let answers = serde_json::to_value(link::decode(&assessment, fragment).unwrap()).unwrap();
    expect("answers in the link", answers, json!(sheet));
    expect_that("a table", exported("csv").starts_with("row,criterion,"), exported("csv"));
    expect_that("a text", exported("text").contains(&assessment.version), exported("text"));
    for kind in ["'pdf'", "undefined", "{}", "'__proto__'"] {
        let refused: bool = browser.get(&format!("await widget().exportResult({kind}).then(() => false, () => true)"));
        expect("another kind", refused, true);
    }
    expect("events", browser.details("pf-share").len(), 0);
    browser.no_faults();
}

/// Puts another clipboard in place of the browser's.
fn clipboard(browser: &Browser, write: &str) {
    browser.js(&format!(
        "Object.defineProperty(navigator, 'clipboard', {{ configurable: true, value: {{ writeText: {write} }} }})"
    ));
}

fn copied(browser: &Browser) {
    at_result(browser, json!({}));
    clipboard(browser, "async (words) => { window.copied = words; }");
    let plain: String = browser.get("await widget().exportResult('link')");
    browser.click(&button("share.link"));
    said(browser, "share.copied-link");
    expect("without a name", browser.get("copied"), plain.clone());
    browser.click("one('.share input')");
    browser.press("Bakker & Zn".chars());
    browser.click(&button("share.link"));
    browser.until("the name in the link", "copied.includes('.Bakker%20%26%20Zn')");
    expect("what hosts get is without it", browser.get("await widget().exportResult('link')"), plain);
    browser.click(&button("share.text"));
    said(browser, "share.copied-text");
    let kinds: Vec<Value> = browser.details("pf-share");
    expect("events", kinds, vec![json!({ "kind": "link" }), json!({ "kind": "link" }), json!({ "kind": "text" })]);
}

fn uncopied(browser: &Browser) {
    at_result(browser, json!({}));
    for refusing in ["async () => { throw new Error('no') }", "undefined"] {
        clipboard(browser, refusing);
        browser.click(&button("share.link"));
        said(browser, "share.refused-copy");
        browser.until("the field with the focus", "active() === one('#uncopied')");
        let selected: bool = browser.get(
            "active().readOnly && active().selectionStart === 0 && active().selectionEnd === active().value.length",
        );
        expect("all of it selected", selected, true);
        expect("it", browser.get::<String>("active().value"), browser.get("await widget().exportResult('link')"));
        browser.click(&button("share.text"));
        browser.until("the text in its place", "one('#uncopied').value.includes('\\n')");
    }
    browser.no_faults();
}

fn no_requests(browser: &Browser) {
    at_result(browser, json!({ "storage": "local" }));
    clipboard(browser, "async () => {}");
    browser.js("window.open = () => null; HTMLAnchorElement.prototype.click = () => {}");
    drop((browser.site.take_paths(), browser.hosts.take_paths()));
    for (key, told) in [
        ("share.link", "share.copied-link"),
        ("share.text", "share.copied-text"),
        ("share.json", "share.downloaded"),
        ("share.csv", "share.downloaded"),
        ("share.print", "share.refused-print"),
        ("share.save", "share.saved"),
    ] {
        browser.click(&button(key));
        said(browser, told);
    }
    browser.click(&button("share.forget"));
    said(browser, "share.forgotten");
    expect("requests", (browser.site.take_paths(), browser.hosts.take_paths()), (vec![], vec![]));
    let kinds: Vec<Value> = browser.get("details('pf-share').map(({ kind }) => kind)");
    expect("events", kinds, ["link", "text", "json", "csv", "save"].map(Value::from).to_vec());
    browser.no_faults();
}

/// How much is stored, and what cookies there are.
const STORED: &str = "[localStorage.length, sessionStorage.length, document.cookie]";

pub(super) fn leaves_nothing(browser: &Browser) {
    browser.open_host("/plain.html");
    browser.js("localStorage.clear(); sessionStorage.clear()");
    at_result(browser, json!({}));
    expect("stored", browser.get::<Value>(STORED), json!([0, 0, ""]));
    expect("a button to save", browser.get(&format!("!!{}", button("share.save"))), false);
}

fn session(browser: &Browser) {
    browser.open_host("/plain.html");
    browser.js("sessionStorage.clear()");
    let sheet = at_result(browser, json!({ "storage": "session" }));
    expect("stored", browser.get::<Value>(STORED), json!([0, 1, ""]));
    browser.open_host("/plain.html");
    browser.put(json!({ "storage": "session" }), json!({}));
    browser.until_screen("result");
    expect("answers", browser.get::<Value>("widget().answers"), json!(sheet));
    expect("completions", browser.details("pf-complete").len(), 0);
    browser.act("widget().reset()");
    expect("stored after reset()", browser.get::<Value>(STORED), json!([0, 0, ""]));
}

fn local(browser: &Browser) {
    browser.open_host("/plain.html");
    browser.js("localStorage.clear()");
    let sheet = at_result(browser, json!({ "storage": "local" }));
    expect("stored before it is asked for", browser.get::<Value>(STORED), json!([0, 0, ""]));
    browser.click(&button("share.save"));
    said(browser, "share.saved");
    let again = || {
        browser.open_host("/plain.html");
        browser.put(json!({ "storage": "local" }), json!({}));
        browser.until_screen("start");
    };
    // WebKit writes what is kept down some time after.
    browser.wait_for("what was saved, offered", || {
        again();
        browser
            .get::<bool>(&format!("!!{}", button("open.saved-button")))
            .then_some(())
            .ok_or_else(|| "none".to_owned())
    });
    browser.click(&button("open.saved-button"));
    browser.until_screen("result");
    expect("answers", browser.get::<Value>("widget().answers"), json!(sheet));
    expect("completions", browser.details("pf-complete").len(), 0);
    let key = browser.get::<Value>("localStorage.key(0)").to_string();
    for spoiled in
        ["'{\"until\":1,\"answers\":{}}'", "'{\"until\":9e99,\"answers\":{}}'", "'nonsense'", "'null'", "'[]'"]
    {
        browser.js(&format!("localStorage.setItem({key}, {spoiled})"));
        again();
        expect("something to open", browser.get(&format!("!!{}", button("open.saved-button"))), false);
        expect("what is spoiled", browser.get::<Value>(&format!("localStorage.getItem({key})")), Value::Null);
    }
    browser.js("localStorage.clear()");
    at_result(browser, json!({ "storage": "local" }));
    browser.click(&button("share.save"));
    said(browser, "share.saved");
    browser.click(&button("share.forget"));
    said(browser, "share.forgotten");
    expect("stored", browser.get::<Value>(STORED), json!([0, 0, ""]));
    browser.no_faults();
}

pub(super) fn no_storage(browser: &Browser) {
    for storage in ["local", "session"] {
        browser.open_host("/plain.html");
        browser.js("for (const box of ['localStorage', 'sessionStorage'])\
             Object.defineProperty(window, box, { get() { throw new DOMException('no', 'SecurityError'); } })");
        browser.put(json!({ "storage": storage }), json!({}));
        browser.until_screen("start");
        browser.hurry_to("result", &sheet::good(&open(&file("partner"))));
        if storage == "local" {
            browser.click(&button("share.save"));
            said(browser, "share.refused-save");
        }
        browser.no_faults();
    }
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
    expect("answers", browser.get::<Value>("widget().answers"), json!(sheet));
    expect("focus", browser.get::<String>("name(active())"), "body".to_owned());
    expect("completions", browser.details("pf-complete").len(), 0);
    let here: Value = browser.get("[location.hash.slice(1), history.length > 0, scrollY]");
    expect("the address", here[0].clone(), json!(fragment));
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
            Some(key) => said(browser, key),
            None => expect("said", browser.get("all('.said').map(text).join('')"), String::new()),
        }
        expect("announced", browser.get("all('[role=status]').map(text).join('')"), String::new());
        expect("answers", browser.get::<Value>("widget().answers"), json!({}));
        expect("fragment", browser.get::<String>("location.hash.slice(1)"), fragment.to_owned());
        browser.no_faults();
    }
}

fn beside(browser: &Browser) {
    let sheet = at_result(browser, json!({}));
    let earlier: String = browser.get("await widget().exportResult('link')");
    let report: String = browser.get("await widget().exportResult('json')");
    let better = sheet::good(&open(&file("partner")));
    let _: Value = browser.run("widget().answers = arguments[0]; await settle(1); return null;", json!(better));
    browser.act("one('#open details').open = true");
    browser.click("one('#open input[type=url]')");
    browser.press(earlier.chars());
    browser.click(&button("open.button"));
    browser.until("the earlier one beside it", "active() === one('#earlier')");
    expect("answers", browser.get::<Value>("widget().answers"), json!(better));
    browser.click(&button("compare.take"));
    browser.until("the heading", "active() === part('heading')");
    expect("answers", browser.get::<Value>("widget().answers"), json!(sheet));
    // The same from a file.
    let _: Value = browser.run("widget().answers = arguments[0]; await settle(1); return null;", json!(better));
    let choose = "const files = new DataTransfer(); files.items.add(new File([arguments[0]], 'result.json'));
        const input = one('#open input[type=file]'); input.files = files.files;
        input.dispatchEvent(new Event('change', { bubbles: true })); return null;";
    let _: Value = browser.run(choose, json!(report));
    browser.until("the earlier one beside it", "!!one('#earlier')");
    browser.click(&button("compare.close"));
    browser.until("put aside", "!one('#earlier')");
    let _: Value = browser.run(choose, json!("no JSON"));
    said(browser, "open.not-ours");
    browser.no_faults();
}

/// A4 in points, 210 by 297 mm at 72 to the inch, and how far a driver may round.
const A4: ([f64; 2], f64) = ([595.28, 841.89], 1.0);

fn paper(browser: &Browser) {
    for (name, language) in
        assessments().into_iter().flat_map(|name| languages().into_iter().map(move |language| (name, language)))
    {
        let assessment = open(&file(name));
        browser.open_plain(json!({ "assessment": name, "lang": language }), json!({}));
        browser.hurry_to("result", &sheet::mixed(&assessment));
        let words = locale(language)["share.print"].clone();
        // The page asks the browser to print; here its driver does, and Chromium does not print twice at once.
        browser.js("window.asked = 0; const open = window.open.bind(window);
             window.open = (...how) => { const page = open(...how); page.print = () => window.asked++; return page; }");
        let client = browser.client();
        let here = browser.command("window", async { client.window().await });
        browser.click(&format!("all('button').find((button) => text(button) === {words})"));
        browser.wait_for("a window of its own", || {
            let windows = browser.command("windows", async { client.windows().await });
            // One that is only just opening may not be had yet, and Firefox may still name one that was closed.
            let mut refused = "none".to_owned();
            for there in windows.into_iter().filter(|window| *window != here) {
                match browser.command("to it", async { Ok(client.switch_to_window(there).await) }) {
                    Ok(()) => return Ok(()),
                    Err(error) => refused = error.to_string(),
                }
            }
            Err(refused)
        });
        browser.until("the report", "!!document.querySelector('.appendix')");
        if browser.engine == Engine::Chromium {
            browser.until("a wish to print", "window.opener.asked === 1"); // Firefox opens its window anew
        }
        let seen: Value = browser.get(
            "({ lang: document.documentElement.lang, title: document.title, folded: !!document.querySelector('details:not([open])'),
                rows: [...document.querySelectorAll('tr, h2, li')].filter((row) => getComputedStyle(row).breakInside !== 'avoid').length,
                wide: document.documentElement.scrollWidth > innerWidth,
                text: document.body.innerText, styles: document.querySelectorAll('[style], style').length })",
        );
        expect("language", seen["lang"].clone(), json!(language));
        expect("folded away", seen["folded"].clone(), json!(false));
        expect("rows that may be cut", seen["rows"].clone(), json!(0));
        expect("wider than the window", seen["wide"].clone(), json!(false));
        expect("styles in the markup", seen["styles"].clone(), json!(0));
        let title = assessment.title.get(language);
        expect_that("its title and the date", seen["title"].as_str().unwrap().starts_with(title), &seen["title"]);
        for (_, question) in assessment.questions() {
            let text = question.text.get(language);
            expect_that(text, seen["text"].as_str().unwrap().contains(text), "a report without it");
        }
        let pdf = browser.command("print", async { client.print(PrintConfiguration::default()).await });
        pages(&pdf);
        if let Some(folder) = std::env::var_os("PARTNER_FIT_PAPER") {
            std::fs::write(std::path::Path::new(&folder).join(format!("{name}-{language}.pdf")), &pdf).unwrap();
        }
        browser.command("close it", async { client.close_window().await });
        browser.command("back", async { client.switch_to_window(here).await });
        expect("events", browser.details("pf-share"), vec![json!({ "kind": "print" })]);
        browser.no_faults();
    }
}

/// A PDF with what is packed in it unpacked behind it, where Firefox keeps its pages.
fn unpacked(pdf: &[u8]) -> String {
    let mut text = String::from_utf8_lossy(pdf).into_owned();
    let starts = pdf.windows(7).enumerate().filter(|(_, window)| window.starts_with(b"stream"));
    for (start, window) in starts {
        let packed = &pdf[start + if window[6] == b'\r' { 8 } else { 7 }..];
        let mut bytes = Vec::new();
        // What is no such stream gives an error or nothing.
        flate2::read::ZlibDecoder::new(packed).read_to_end(&mut bytes).ok();
        text.push_str(&String::from_utf8_lossy(&bytes));
    }
    text
}

/// Panics unless every page is A4 and the text is text: fonts that say which characters they stand for.
fn pages(pdf: &[u8]) {
    let text = unpacked(pdf);
    let boxes: Vec<Vec<f64>> = text
        .split("/MediaBox")
        .skip(1)
        .filter_map(|after| after.split_once('[')?.1.split_once(']').map(|(inside, _)| inside.to_owned()))
        .map(|inside| inside.split_whitespace().filter_map(|number| number.parse().ok()).collect())
        .collect();
    expect_that("at least two pages", boxes.len() >= 2, boxes.len());
    let (size, near) = A4;
    let is_a4 = |sides: &Vec<f64>| sides.len() == 4 && (0..2).all(|side| (sides[side + 2] - size[side]).abs() <= near);
    expect_that("pages of A4", boxes.iter().all(is_a4), &boxes);
    expect_that("text that can be read out", text.contains("/ToUnicode"), "fonts without characters");
}
