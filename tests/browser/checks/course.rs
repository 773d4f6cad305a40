//! What a host decides about the walk and its words: layout, review, exposed answers, the vendor's profile, texts of its
//! own, and what it puts into the slots.

use serde_json::{Value, json};

use crate::browser::{Browser, expect, expect_that};
use crate::runner::Check;
use crate::sheet::{self, Sheet, file, native_report, open, same_report};

pub fn checks() -> Vec<Check> {
    vec![
        Check::new("layout=question asks one question a step", |browser| layout(browser, "question")),
        Check::new("layout=all asks everything on one step", |browser| layout(browser, "all")),
        Check::new("layout changed on the way stays at the question and keeps the answers", layout_live),
        Check::new("no-review goes from the last step to the result, and back", no_review),
        Check::new("expose-answers puts the answer into pf-answer, and only then", exposed),
        Check::new("profile fills the placeholders, at once and later, and is checked", profile),
        Check::new("ux-54 strings replace texts, at once and later, and are checked", strings),
        Check::new("ux-54 strings are plain text, whatever they hold", plain_strings),
        Check::new("slots show what the host puts there: intro, cta, footer", slots),
    ]
}

fn layout(browser: &Browser, layout: &str) {
    let assessment = open(&file("partner"));
    let sheet = sheet::mixed(&assessment);
    let questions: Vec<&str> = assessment.questions().map(|(_, question)| question.id.as_str()).collect();
    browser.open_plain(json!({ "layout": layout }), json!({}));
    let headings = browser.walk_by_mouse(&sheet, "en");
    let steps = if layout == "all" { vec!["all"] } else { questions.clone() };
    expect("number of screens", headings.len(), steps.len() + 3);
    if layout == "question" {
        expect_that("the place in the heading", headings[3].starts_with("Question 3 of 14"), &headings[3]);
    }
    let told: Vec<Value> =
        steps.iter().enumerate().map(|(index, id)| json!({ "index": index, "total": steps.len(), "id": id })).collect();
    expect("steps told", browser.details("pf-step"), told);
    same_report("result", &browser.result(), &native_report(&assessment, &sheet, "en"));
    // From the review to one question and back.
    browser.act("part('button--primary').click()");
    browser.until_screen("review");
    let changes: usize = browser.get("all('.criteria button').length");
    expect("ways to change", changes, if layout == "all" { 7 } else { 14 });
    browser.act("all('.criteria button')[2].click()");
    browser.until_screen("step");
    if layout == "all" {
        let first = &assessment.criteria[2].questions[0].id;
        expect_that("the focus in the third criterion", browser.focused().contains(first), browser.focused());
    } else {
        expect("the question", browser.screen().questions[0].id.clone(), questions[2].to_owned());
    }
    browser.act("part('button--primary').click()");
    browser.until_screen("review");
    // What is missing is pointed out on a long step too.
    browser.act("widget().reset(); widget().start()");
    browser.act("part('button--primary').click()");
    let asked = browser.screen();
    expect("errors", asked.errors.len(), asked.questions.len());
    browser.click("one('#error-summary li:last-child a')");
    let last = &asked.questions[asked.questions.len() - 1].id;
    expect_that("the focus on the question", browser.focused().contains(last.as_str()), browser.focused());
    browser.no_faults();
}

fn layout_live(browser: &Browser) {
    let sheet = sheet::good(&open(&file("partner")));
    browser.open_plain(json!({}), json!({}));
    let _: Value = browser.run("widget().answers = arguments[0]; return null;", json!(sheet));
    browser.act("widget().start(); widget().next(); widget().next()");
    let first = browser.screen().questions[0].id.clone();
    for layout in ["question", "all", "nonsense", "question"] {
        browser.act(&format!("widget().layout = '{layout}'"));
        expect("attribute", browser.get::<String>("widget().getAttribute('layout')"), layout.to_owned());
        let asked = browser.screen().questions;
        expect(
            "questions",
            asked.len(),
            [("question", 1), ("all", 14)].into_iter().find(|(l, _)| *l == layout).map_or(2, |(_, n)| n),
        );
        if layout == "question" && browser.details("pf-step").len() < 6 {
            expect("the question on the screen", asked[0].id.clone(), first.clone());
        }
        expect("answers", browser.get::<Sheet>("widget().answers"), sheet.clone());
    }
    browser.act("widget().removeAttribute('layout')");
    expect("without", browser.get::<String>("widget().layout"), "criterion".to_owned());
    browser.no_faults();
}

fn no_review(browser: &Browser) {
    let assessment = open(&file("company"));
    let sheet = sheet::good(&assessment);
    browser.open_plain(json!({ "assessment": "company", "no-review": "" }), json!({}));
    expect("property", browser.get("widget().noReview"), true);
    browser.act("part('button--primary').click()");
    for _ in 0..assessment.criteria.len() {
        expect("screen", browser.screen().name, "step".to_owned());
        browser.walk_step(&sheet, "en");
    }
    browser.until_screen("result");
    expect("completions", browser.details("pf-complete").len(), 1);
    browser.act("widget().back()");
    expect_that(
        "the last step",
        browser.screen().heading.is_some_and(|h| h.starts_with("Step 7 of 7")),
        browser.screen(),
    );
    browser.act("widget().next()");
    browser.act("part('button--primary').click()");
    expect_that(
        "the first step",
        browser.screen().heading.is_some_and(|h| h.starts_with("Step 1 of 7")),
        browser.screen(),
    );
    browser.js("widget().noReview = false");
    browser.hurry_to("review", &sheet);
    expect("attribute", browser.get("widget().hasAttribute('no-review')"), false);
    browser.no_faults();
}

fn exposed(browser: &Browser) {
    let sheet = sheet::good(&open(&file("partner")));
    browser.open_plain(json!({ "expose-answers": "" }), json!({}));
    expect("property", browser.get("widget().exposeAnswers"), true);
    browser.hurry_to("result", &sheet);
    let told = browser.details("pf-answer");
    expect("answers told", told.len(), sheet.len());
    for detail in told {
        let question = detail["question"].as_str().unwrap();
        expect(question, detail["value"].clone(), sheet[question].clone());
    }
    browser.act("widget().exposeAnswers = false; widget().reset(); heard.length = 0");
    browser.hurry_to("review", &sheet);
    let values = browser.details("pf-answer").iter().filter(|detail| detail.get("value").is_some()).count();
    expect("values told without it", values, 0);
}

/// What a set throws: the paths of its problems.
fn refused(browser: &Browser, set: &str) -> Value {
    browser.get(&format!(
        "(() => {{ try {{ {set}; return 'nothing thrown'; }}
            catch (error) {{ return [Object.prototype.toString.call(error) === '[object Error]', error.problems.map(({{ path }}) => path)]; }} }})()"
    ))
}

fn profile(browser: &Browser) {
    let words = json!({ "vendor": "Acme", "territories": "Benelux and DACH" });
    browser.open_host("/plain.html");
    browser.put(json!({}), json!({ "profile": words }));
    browser.until_screen("start");
    expect("profile", browser.get::<Value>("widget().profile"), words);
    let all_text = "text(one('.screens'))";
    let sheet = sheet::good(&open(&file("partner")));
    browser.act("widget().start()");
    let shown = |needle: &str| {
        browser.act("widget().layout = 'all'");
        let text: String = browser.get(all_text);
        expect_that(needle, text.contains(needle), &text[..200.min(text.len())]);
    };
    shown("Acme");
    shown("Benelux and DACH");
    let _: Value = browser.run("widget().answers = arguments[0]; return null;", json!(sheet));
    let before = browser.result();
    browser.act("widget().profile = { vendor: 'Globex' }");
    shown("Globex");
    expect_that("the words before are gone", !browser.get::<String>(all_text).contains("Acme"), ());
    expect("answers", browser.get::<Sheet>("widget().answers"), sheet.clone());
    for (bad, paths) in [
        ("{ vendor: 7, offer: '' }", json!(["profile.vendor", "profile.offer"])),
        ("{ vendr: 'x', offer: '' }", json!(["profile.offer", "profile.vendr"])),
        ("'Acme'", json!(["profile"])),
    ] {
        expect(bad, refused(browser, &format!("widget().profile = {bad}")), json!([true, paths]));
        expect("profile after it", browser.get::<Value>("widget().profile"), json!({ "vendor": "Globex" }));
    }
    shown("Globex");
    browser.act("widget().profile = null");
    expect("no profile", browser.get::<Value>("widget().profile"), json!(null));
    shown("the vendor");
    // Names change no number, and no link.
    same_report("result", &browser.result(), &native_report(&open(&file("partner")), &sheet, "en"));
    expect("score", browser.result()["score"].clone(), before["score"].clone());
    expect("errors", browser.details("pf-error"), vec![]);
    // Too early to be told by a throw.
    browser.open_host("/plain.html");
    browser.put(json!({}), json!({ "profile": { "vendr": "x" } }));
    browser.until_screen("start");
    let errors = browser.details("pf-error");
    expect("number of errors", errors.len(), 1);
    expect("code", errors[0]["code"].clone(), json!("answers-invalid"));
    expect("path", errors[0]["problems"][0]["path"].clone(), json!("profile.vendr"));
    expect("profile", browser.get::<Value>("widget().profile"), json!(null));
    browser.no_faults();
}

fn strings(browser: &Browser) {
    browser.open_host("/plain.html");
    browser.put(json!({ "lang": "en" }), json!({ "strings": { "start.button": "Let us go" } }));
    browser.until_screen("start");
    let button = || browser.get::<String>("text(part('button--primary'))");
    expect("button", button(), "Let us go".to_owned());
    browser.act("widget().strings = { 'start.button': 'Here we go', 'start.questions': { one: '{count} thing', other: '{count} things' } }");
    expect("button", button(), "Here we go".to_owned());
    expect_that("plural", browser.get::<String>("text(one('.length'))").starts_with("14 things"), ());
    browser.js("widget().lang = 'nl'");
    browser.until("Dutch", "root().querySelector('div').lang === 'nl'");
    expect("button in another language", button(), "Here we go".to_owned());
    for (bad, paths) in [
        ("{ 'start.buton': 'a', 'step.back': 7 }", json!(["strings.start.buton", "strings.step.back"])),
        ("[]", json!(["strings"])),
    ] {
        expect(bad, refused(browser, &format!("widget().strings = {bad}")), json!([true, paths]));
        expect("button after it", button(), "Here we go".to_owned());
    }
    browser.act("widget().strings = null");
    expect("button of ours", button(), "Beginnen".to_owned());
    expect("errors", browser.details("pf-error"), vec![]);
    browser.open_host("/plain.html");
    browser.put(json!({}), json!({ "strings": { "nonsense": "x" } }));
    browser.until_screen("start");
    let errors = browser.details("pf-error");
    expect("number of errors", errors.len(), 1);
    expect("code", errors[0]["code"].clone(), json!("answers-invalid"));
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
    expect("button", browser.get::<String>("text(part('button--primary'))"), payload.to_owned());
    browser.act("widget().start(); widget().layout = 'all'");
    browser.js("await settle(6)");
    expect("elements made of it", browser.get::<usize>("all('img, b').length"), 0);
    expect("what ran", browser.get::<Value>("window.pwned ?? null"), json!(null));
}

fn slots(browser: &Browser) {
    let sheet = sheet::good(&open(&file("partner")));
    browser.open_host("/plain.html");
    browser.js(
        "put(); for (const name of ['intro', 'cta', 'footer']) {
            const made = document.createElement('p'); made.slot = name; made.id = name; made.textContent = name; widget().append(made); }",
    );
    let seen =
        || browser.get::<Value>("['intro', 'cta', 'footer'].filter((name) => shown(document.getElementById(name)))");
    browser.until_screen("start");
    expect("on the start screen", seen(), json!(["intro", "footer"]));
    browser.act("widget().start()");
    expect("on a step", seen(), json!(["footer"]));
    browser.hurry_to("result", &sheet);
    expect("on the result", seen(), json!(["cta", "footer"]));
    expect("the fallback", browser.get("shown(widget().querySelector('.fallback'))"), false);
    browser.no_faults();
}
