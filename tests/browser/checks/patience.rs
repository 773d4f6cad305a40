//! What is waited for and how long, and what is kept apart: files that never come, servers that send on, languages that
//! nobody has texts in, and answers of several evaluators on one device.

use std::time::Duration;

use serde_json::{Value, json};
use test_support::serve::Override;

use crate::answer_sheet::{self, file, native_report, open};
use crate::browser::Browser;
use crate::reading::{expect, expect_that};
use crate::runner::Check;

use super::load_failures::fails;

pub fn checks() -> Vec<Check> {
    vec![
        Check::new("patience: a file that never comes ends in its code after 30 s", never),
        Check::new("patience: an assessment that is sent on to another site is refused", sent_on),
        Check::new("patience: an assessment in a language without our texts is asked in it", other_languages),
        Check::new("patience: nl_NL and nl_BE.UTF-8 are Dutch", underscores),
        Check::new("patience: evaluators on one device keep their answers apart", apart),
        Check::new("patience: what another tab has forgotten is no damage", forgotten),
        Check::new("patience: the file of the largest result opens again", large_file),
    ]
}

/// Longer than any check.
const NEVER: Duration = Duration::from_secs(600);

fn never(browser: &Browser) {
    let rest = if browser.site.has("engine_rest.wasm") { "/engine_rest.wasm" } else { "/engine_bg.wasm" };
    for (path, code) in [
        ("/engine_bg.wasm", "wasm-failed"),
        (rest, "wasm-failed"),
        ("/assessments/partner.json", "assessment-unreachable"),
        ("/locales/en.json", "assessment-unreachable"),
    ] {
        let body = browser.site.file(&path[1..]);
        browser.site.set(path, Override::new().body(body).delay(NEVER));
        browser.open_host("/late.html");
        browser.js("noted.limits = []; noted.waiting = [];
             const wait = window.setTimeout;
             window.setTimeout = (work, delay, ...more) => {
                 if (delay !== 30000) return wait(work, delay, ...more);
                 noted.limits.push(delay);
                 noted.waiting.push(work);
                 return 0;
             };
             await load(source)");
        browser.put(json!({}), json!({}));
        browser.until(
            "every other file",
            &format!(
                "['/engine_bg.wasm', '/assessments/partner.json', '/locales/en.json'].filter((one) => one !== '{path}')
                     .every((one) => performance.getEntriesByType('resource').some(({{ name }}) => name.endsWith(one)))"
            ),
        );
        browser.expect("events so far", "(await drawn(), heard.length)", 0);
        browser.js("noted.waiting.forEach((work) => work())");
        browser.expect_error(path, code);
        browser.expect("the fallback", "shown(widget().querySelector('p'))", true);
        browser.expect("ready", "await widget().ready.then(() => null, ({ code }) => code)", code);
        browser.expect("limits", "[...new Set(noted.limits)]", [30_000]);
        browser.no_faults();
        browser.site.tidy();
    }
}

fn sent_on(browser: &Browser) {
    let body = serde_json::to_vec(&file("partner")).unwrap();
    browser.site.set_body("/own.json", body.clone());
    browser.hosts.set_body("/own.json", body);
    for (target, is_refused) in [(browser.site.url("/own.json"), true), ("/own.json".to_owned(), false)] {
        browser.hosts.set("/sent-on.json", Override::status(302).unwrap().header("location", &target).unwrap());
        browser.open_host("/plain.html");
        browser.put(json!({ "assessment": "/sent-on.json" }), json!({}));
        if is_refused {
            let error = fails(browser, "assessment-unreachable");
            expect_that(
                "where it was sent",
                error["message"].as_str().is_some_and(|text| text.contains("sent it on")),
                &error,
            );
        } else {
            browser.until_ready();
        }
    }
}

/// An assessment with every text in these languages; the first word is the language.
fn in_languages(languages: &[&str]) -> Value {
    let text = |words: &str| {
        languages.iter().map(|tag| ((*tag).to_owned(), json!(format!("{tag} {words}")))).collect::<Value>()
    };
    json!({
        "id": "other-language", "version": "1", "languages": languages, "title": text("title"),
        "criteria": [{ "id": "one", "title": text("criterion"), "why": text("why"), "weight": 1, "questions": [
            { "id": "q", "text": text("question"), "kind": "choice", "options": [
                { "id": "a", "label": text("yes"), "value": 1 }, { "id": "b", "label": text("no"), "value": 0 } ] } ] }],
        "bands": [{ "id": "low", "label": text("low"), "from": 0 }, { "id": "high", "label": text("high"), "from": 50 }],
    })
}

fn other_languages(browser: &Browser) {
    browser.open_host("/plain.html");
    for (languages, page, shown, own) in [
        (&["de"][..], "en", "de", "Start"),
        (&["de"], "de", "de", "Start"),
        (&["en", "de"], "de-AT", "de", "Start"),
        (&["pt-BR", "nl"], "pt", "pt-BR", "Start"),
        (&["de", "nl"], "nl", "nl", ""),
    ] {
        browser.js_with("document.documentElement.lang = arguments[0]; widget()?.remove()", page);
        browser.put(json!({}), json!({ "model": in_languages(languages) }));
        browser.until_ready();
        browser.expect(&format!("title in {shown}"), "text(part('heading'))", format!("{shown} title"));
        browser.until("a button of ours", &format!("text(part('button--primary')).startsWith('{own}')"));
        browser.expect("walk", "await walk({ q: 'a' })", "result");
        browser.expect("band", "widget().result.band.label", format!("{shown} high"));
    }
    browser.expect_event_count("errors", "pf-error", 0);
    browser.no_faults();
}

fn underscores(browser: &Browser) {
    browser.open_host("/plain.html");
    for (tag, own) in [("nl_NL", ""), ("nl_BE.UTF-8", ""), ("", "nl_NL"), ("en_GB", "nl-BE")] {
        browser.js_with("document.documentElement.lang = arguments[0]; widget()?.remove()", tag);
        let attributes = if own.is_empty() { json!({}) } else { json!({ "lang": own }) };
        browser.put(attributes, json!({}));
        browser.until_ready();
        browser.expect(&format!("language for {tag:?} and {own:?}"), "part('base').parentNode.lang", "nl");
    }
    browser.expect_event_count("errors", "pf-error", 0);
    browser.no_faults();
}

fn apart(browser: &Browser) {
    let one = "Object.assign(widget(), { answers: arguments[0] })";
    let [first, second]: [Value; 2] = {
        let sheet = answer_sheet::good(&open(&file("partner")));
        let (id, answer) = sheet.iter().next().unwrap();
        let (other, its) = sheet.iter().nth(1).unwrap();
        [json!({ id: answer }), json!({ other: its })]
    };
    browser.open_host("/plain.html");
    browser.js("sessionStorage.clear()");
    let put = |answers: &Value, properties: Value| {
        browser.put(json!({ "storage": "session" }), properties);
        browser.until("it to be ready", "await widget().ready.then(() => true)");
        if answers.is_object() {
            browser.js_with(one, answers);
        }
    };
    put(&first, json!({}));
    put(&second, json!({}));
    for vendor in ["Acme", "Beta"] {
        put(&Value::Null, json!({ "profile": { "vendor": vendor } }));
        browser.expect(&format!("answers for {vendor}, before"), "widget().answers", json!({}));
        browser.js_with(one, json!({ "product-fit": "unsure" }));
        browser.js("widget().remove()");
    }
    browser.open_host("/plain.html");
    put(&Value::Null, json!({}));
    browser.expect("the answers of the first", "widget().answers", &first);
    put(&Value::Null, json!({}));
    browser.expect("the answers of the second", "widget().answers", &second);
    browser.js("sessionStorage.clear()");
    browser.no_faults();
}

fn forgotten(browser: &Browser) {
    let sheet = answer_sheet::good(&open(&file("partner")));
    let words = |key: &str| answer_sheet::locale("en")[key].clone();
    browser.open_plain(json!({ "storage": "local" }), json!({}));
    browser.hurry_to("result", &sheet);
    browser.act(&format!("all('button').find((one) => text(one) === {}).click()", words("share.save")));
    browser.open_plain(json!({ "storage": "local" }), json!({}));
    browser.js("localStorage.clear()"); // as another tab does
    browser.act(&format!("all('button').find((one) => text(one) === {}).click()", words("open.saved-button")));
    browser.until(
        "that nothing is saved",
        &format!("all('.said').some((line) => text(line) === {})", words("open.forgotten")),
    );
    browser.until_screen("start");
    browser.no_faults();
}

/// Nearly as large as a file may be, in texts that a Report repeats.
fn large_file(browser: &Browser) {
    let mut large = file("partner");
    large["id"] = json!("large");
    let words = "word ".repeat(390);
    large["profile"].as_object_mut().unwrap().remove("customers"); // no text is left that uses it
    for criterion in large["criteria"].as_array_mut().unwrap() {
        for question in criterion["questions"].as_array_mut().unwrap() {
            question["text"] = json!({ "en": words, "nl": "woord" });
            for option in question.get_mut("options").and_then(Value::as_array_mut).into_iter().flatten() {
                option["label"] = json!({ "en": words, "nl": "woord" });
            }
        }
    }
    let opened = open(&large);
    let sheet = answer_sheet::mixed(&opened);
    browser.open_plain(json!({}), json!({ "model": large }));
    browser.hurry_to("result", &sheet);
    let report: String = browser.now("(await widget().exportResult('json')) + ' '.repeat(300 * 1024)");
    let expected = native_report(&opened, &sheet, "en");
    browser.act("widget().reset()");
    browser.js_with(
        "const files = new DataTransfer(); files.items.add(new File([arguments[0]], 'result.json'));
         const input = one('#open input[type=file]'); input.files = files.files;
         input.dispatchEvent(new Event('change', { bubbles: true }));",
        &report,
    );
    browser.until_screen("result");
    browser.expect("result", "widget().result", expected);
    expect("chosen file, afterwards", browser.now::<usize>("one('#open input[type=file]')?.files.length ?? 0"), 0);
    browser.no_faults();
}
