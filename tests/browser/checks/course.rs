//! What a host decides about the questions and their texts: layout, review, exposed answers, the vendor's profile,
//! strings, and content in the slots.

use serde_json::{Value, json};

use crate::answer_sheet::{self, file, native_report, open};
use crate::browser::Browser;
use crate::reading::{expect, expect_that};
use crate::runner::Check;
use crate::walk::Screen;

pub fn checks() -> Vec<Check> {
    vec![
        Check::new("layout=question asks one question a step", |browser| layout(browser, "question")),
        Check::new("layout=all asks everything on one step", |browser| layout(browser, "all")),
        Check::new("layout changed on the way stays at the question and keeps the answers", layout_live),
        Check::new("no-review goes from the last step to the result, and back", no_review),
        Check::new("expose-answers puts the answer into pf-answer, and only then", exposed),
        Check::new(
            "about=candidate asks about a firm, takes what is left open for unknown, and every result says so",
            about,
        ),
        Check::new("profile fills the placeholders, at once and later, and is checked", profile),
        Check::new("ux-54 strings replace texts, at once and later, and are checked", strings),
        Check::new("ux-54 strings are plain text, whatever they hold", plain_strings),
        Check::new("slots show what the host puts there: intro, cta, footer", slots),
    ]
}

fn layout(browser: &Browser, layout: &str) {
    let assessment = open(&file("partner"));
    let sheet = answer_sheet::mixed(&assessment);
    let questions: Vec<&str> = assessment.questions().map(|(_, question)| question.id.as_str()).collect();
    browser.open_plain(json!({ "layout": layout }), json!({}));
    let headings = browser.walk_by_mouse(&sheet, "en");
    let steps = if layout == "all" { vec!["all"] } else { questions.clone() };
    expect("number of screens", headings.len(), steps.len() + 3);
    if layout == "question" {
        expect_that("the place in the heading", headings[3].starts_with("Question 3 of 15"), &headings[3]);
    }
    let told: Vec<Value> =
        steps.iter().enumerate().map(|(index, id)| json!({ "index": index, "total": steps.len(), "id": id })).collect();
    browser.expect_events("steps told", "pf-step", told);
    browser.expect("result", "widget().result", native_report(&assessment, &sheet, "en"));
    // From the review to one question and back.
    browser.act("onward().click()");
    browser.until_screen("review");
    browser.expect("ways to change", "all('.criteria button').length", if layout == "all" { 7 } else { 15 });
    browser.act("all('.criteria button')[2].click()");
    browser.until_screen("step");
    if layout == "all" {
        let first = &assessment.criteria[2].questions[0].id;
        browser.until("the focus in the third criterion", &format!("name(active()).includes('{first}')"));
    } else {
        browser.expect("the question", "screen().questions[0].id", questions[2]);
    }
    browser.act("onward().click()");
    browser.until_screen("review");
    // A long step points out missing answers, too.
    browser.act("widget().reset(); widget().start()");
    browser.act("onward().click()");
    let asked = browser.until_that("an error for each question", "screen()", |screen: &Screen| {
        !screen.errors.is_empty() && screen.errors.len() == screen.questions.len()
    });
    browser.click("one('#error-summary li:last-child a')");
    let last = &asked.questions[asked.questions.len() - 1].id;
    browser.until("the focus on the question", &format!("name(active()).includes('{last}')"));
    browser.no_faults();
}

fn about(browser: &Browser) {
    browser.open_plain(json!({ "about": "candidate" }), json!({}));
    browser.expect("property", "widget().about", "candidate");
    browser.expect("the title", "screen().heading", "Is this firm the right partner for the vendor?");
    // One answer alone: that question offers no "Not sure".
    let sheet = answer_sheet::Sheet::from_iter([("contract-bar".to_owned(), json!("no"))]);
    browser.hurry_to("result", &sheet);
    browser.expect_events("the reader's own answer alone", "pf-answer", vec![json!({ "question": "contract-bar" })]);
    let note = "somebody else gave the answers";
    browser.expect("on the result", &format!("root().textContent.includes('{note}')"), true);
    browser.expect("report", "[widget().result.about, widget().result.selfReported]", json!(["candidate", false]));
    let unsure = "Object.values(widget().answers).filter((answer) => answer === 'unsure').length";
    let asked = open(&file("partner")).questions().count();
    browser.expect("what is left open", unsure, asked - 1);
    browser.until("in the text", &format!("(await widget().exportResult('text')).includes('{note}')"));
    // Whoever opens the link reads whom it is about, on a page that asks a firm about itself.
    let link: String = browser.until_some("a link", "(await widget().exportResult('link')).split('#')[1]");
    browser.open("about:blank");
    browser.open_host(&format!("/plain.html#{link}"));
    browser.put(json!({}), json!({}));
    browser.until_screen("result");
    browser.expect("opened", "widget().result.about", "candidate");
    browser.expect("on the opened result", &format!("root().textContent.includes('{note}')"), true);
    browser.no_faults();
}

fn layout_live(browser: &Browser) {
    let sheet = answer_sheet::good(&open(&file("partner")));
    browser.open_plain(json!({}), json!({}));
    browser.js_with("widget().answers = arguments[0];", &sheet);
    browser.act("widget().start(); widget().next(); widget().next()");
    let first = browser.until_screen("step").questions[0].id.clone();
    // An unknown layout counts as the default.
    for (index, (layout, count)) in
        [("question", 1), ("all", 15), ("nonsense", 2), ("question", 1)].into_iter().enumerate()
    {
        browser.act(&format!("widget().layout = '{layout}'"));
        browser.expect("attribute", "widget().getAttribute('layout')", layout.to_owned());
        let what = format!("{count} questions in layout={layout}");
        let asked = browser.until_that(&what, "screen()", |screen: &Screen| screen.questions.len() == count).questions;
        if index == 0 {
            expect("the question on the screen", asked[0].id.clone(), first.clone());
        }
        browser.expect("answers", "widget().answers", sheet.clone());
    }
    browser.act("widget().removeAttribute('layout')");
    browser.expect("without", "widget().layout", "criterion");
    browser.no_faults();
}

fn no_review(browser: &Browser) {
    let assessment = open(&file("company"));
    let sheet = answer_sheet::good(&assessment);
    browser.open_plain(json!({ "assessment": "company", "no-review": "" }), json!({}));
    browser.expect("property", "widget().noReview", true);
    browser.move_on();
    for _ in 0..assessment.criteria.len() {
        browser.walk_step(&sheet, "en");
    }
    browser.until_screen("result");
    browser.expect_event_count("completions", "pf-complete", 1);
    browser.act("widget().back()");
    browser.until("the last step", "screen().heading.startsWith('Step 7 of 7')");
    browser.act("widget().next()");
    browser.until_screen("result");
    browser.act("onward().click()");
    browser.until("the first step", "screen().heading.startsWith('Step 1 of 7')");
    browser.js("widget().noReview = false");
    browser.hurry_to("review", &sheet);
    browser.expect("attribute", "widget().hasAttribute('no-review')", false);
    browser.no_faults();
}

fn exposed(browser: &Browser) {
    let sheet = answer_sheet::good(&open(&file("partner")));
    browser.open_plain(json!({ "expose-answers": "" }), json!({}));
    browser.expect("property", "widget().exposeAnswers", true);
    browser.hurry_to("result", &sheet);
    let told = browser.expect_event_count("answers told", "pf-answer", sheet.len());
    for detail in told {
        let question = detail["question"].as_str().unwrap();
        expect(question, detail["value"].clone(), sheet[question].clone());
    }
    browser.act("widget().exposeAnswers = false; widget().reset(); heard.length = 0");
    browser.hurry_to("review", &sheet);
    let told = browser.expect_event_count("answers told again", "pf-answer", sheet.len());
    let values = told.iter().filter(|detail| detail.get("value").is_some()).count();
    expect("values told without it", values, 0);
}

/// The paths of the problems that a set throws.
pub(super) fn refused(browser: &Browser, set: &str) -> Value {
    browser.now(&format!(
        "(() => {{ try {{ {set}; return 'nothing thrown'; }}
            catch (error) {{ return [Object.prototype.toString.call(error) === '[object Error]', error.problems.map(({{ path }}) => path)]; }} }})()"
    ))
}

fn profile(browser: &Browser) {
    let words = json!({ "vendor": "Acme", "territories": "Benelux and DACH" });
    browser.open_host("/plain.html");
    browser.put(json!({}), json!({ "profile": words }));
    browser.until_screen("start");
    browser.expect("profile", "widget().profile", words);
    let all_text = "text(one('.screens'))";
    let sheet = answer_sheet::good(&open(&file("partner")));
    browser.act("widget().start()");
    let shown = |needle: &str| {
        browser.act("widget().layout = 'all'");
        browser.until_that(needle, all_text, |text: &String| text.contains(needle));
    };
    shown("Acme");
    shown("Benelux and DACH");
    browser.js_with("widget().answers = arguments[0];", &sheet);
    let before: Value = browser.now("widget().result");
    browser.act("widget().profile = { vendor: 'Globex' }");
    shown("Globex");
    browser.until_that("the words before to be gone", all_text, |text: &String| !text.contains("Acme"));
    browser.expect("answers", "widget().answers", sheet.clone());
    for (bad, paths) in [
        ("{ vendor: 7, offer: '' }", json!(["profile.vendor", "profile.offer"])),
        ("{ vendr: 'x', offer: '' }", json!(["profile.vendr", "profile.offer"])),
        ("'Acme'", json!(["profile"])),
    ] {
        expect(bad, refused(browser, &format!("widget().profile = {bad}")), json!([true, paths]));
        browser.expect("profile after it", "widget().profile", json!({ "vendor": "Globex" }));
    }
    shown("Globex");
    browser.act("widget().profile = null");
    browser.expect("no profile", "widget().profile", json!(null));
    shown("the vendor");
    // Names change neither numbers nor links.
    browser.expect("result", "widget().result", native_report(&open(&file("partner")), &sheet, "en"));
    browser.expect("score", "widget().result.score", &before["score"]);
    browser.expect_events("errors", "pf-error", vec![]);
    // The values were set too early to throw.
    browser.open_host("/plain.html");
    browser.put(json!({}), json!({ "profile": { "vendr": "x" } }));
    browser.until_screen("start");
    let error = browser.expect_error("a bad profile", "answers-invalid");
    expect("path", error["problems"][0]["path"].clone(), json!("profile.vendr"));
    browser.expect("profile", "widget().profile", json!(null));
    browser.no_faults();
}

fn strings(browser: &Browser) {
    browser.open_host("/plain.html");
    browser.put(json!({ "lang": "en" }), json!({ "strings": { "start.button": "Let us go" } }));
    browser.until_screen("start");
    let button = |what: &str, words: &str| browser.expect(what, "text(part('button--primary'))", words);
    button("button", "Let us go");
    browser.act("widget().strings = { 'start.button': 'Here we go', 'start.questions': { one: '{count} thing', other: '{count} things' } }");
    button("button", "Here we go");
    browser.until("plural", "text(one('.length')).startsWith('15 things')");
    browser.js("widget().lang = 'nl'");
    browser.until("Dutch", "root().querySelector('div').lang === 'nl'");
    button("button in another language", "Here we go");
    for (bad, paths) in [
        ("{ 'start.buton': 'a', 'step.back': 7 }", json!(["strings.start.buton", "strings.step.back"])),
        ("[]", json!(["strings"])),
    ] {
        expect(bad, refused(browser, &format!("widget().strings = {bad}")), json!([true, paths]));
        button("button after it", "Here we go");
    }
    browser.act("widget().strings = null");
    button("button of ours", "Beginnen");
    browser.expect_events("errors", "pf-error", vec![]);
    browser.open_host("/plain.html");
    browser.put(json!({}), json!({ "strings": { "nonsense": "x" } }));
    browser.until_screen("start");
    browser.expect_error("a text that nobody knows", "answers-invalid");
    browser.no_faults();
}

fn plain_strings(browser: &Browser) {
    let payload = "<img src=x onerror='window.pwned = 1'><b>bold</b>{count}";
    browser.open_host("/plain.html");
    browser.put(
        json!({}),
        json!({ "strings": { "start.button": payload, "step.continue": payload }, "profile": { "vendor": payload } }),
    );
    browser.until_screen("start");
    browser.expect("button", "text(part('button--primary'))", payload.to_owned());
    browser.act("widget().start(); widget().layout = 'all'");
    browser.js("await drawn()");
    browser.expect("elements made of it", "all('img, b').length", 0);
    browser.expect("what ran", "window.pwned ?? null", json!(null));
}

fn slots(browser: &Browser) {
    let sheet = answer_sheet::good(&open(&file("partner")));
    browser.open_host("/plain.html");
    browser.js(
        "put(); for (const name of ['intro', 'cta', 'footer']) {
            const made = document.createElement('p'); made.slot = name; made.id = name; made.textContent = name; widget().append(made); }",
    );
    let seen = |what: &str, names: Value| {
        browser.expect(what, "['intro', 'cta', 'footer'].filter((name) => shown(document.getElementById(name)))", names)
    };
    browser.until_screen("start");
    seen("on the start screen", json!(["intro", "footer"]));
    browser.act("widget().start()");
    seen("on a step", json!(["footer"]));
    browser.hurry_to("result", &sheet);
    seen("on the result", json!(["cta", "footer"]));
    browser.expect("the fallback", "shown(widget().querySelector('.fallback'))", false);
    browser.no_faults();
}
