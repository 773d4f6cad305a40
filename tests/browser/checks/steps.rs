//! Steps: what they ask, what takes the focus, the errors about missing answers, and what stays.

use serde_json::{Value, json};

use crate::answer_sheet::{self, file, languages, open};
use crate::browser::Browser;
use crate::reading::{expect, expect_that};
use crate::runner::Check;
use crate::walk::Screen;
use partner_fit_core::assessment::QuestionKind;

pub fn checks() -> Vec<Check> {
    let mut checks = vec![
        Check::new("ux-11 questions are fieldsets with native radios, none chosen", questions),
        Check::new("ux-12 step change focuses the heading, after the reader's own action only", heading_focus),
        Check::new("ux-13 a number is asked for in words that fit what was typed", number_errors),
        Check::new("ux-14 no entry in the history of a host", history),
        Check::new("the shape inside: one primary button, lang and dir, score and band on the result alone", shape),
    ];
    for language in languages() {
        let name = format!("ux-13 Continue with nothing answered, {language}");
        checks.push(Check::new(name, move |browser| missing_answers(browser, language)));
    }
    checks
}

fn questions(browser: &Browser) {
    for assessment in answer_sheet::assessments() {
        let opened = open(&file(assessment));
        let answers = answer_sheet::good(&opened);
        browser.open_plain(json!({ "assessment": assessment }), json!({}));
        browser.move_on();
        for criterion in &opened.criteria {
            let screen = browser.until_screen("step");
            expect("number of questions", screen.questions.len(), criterion.questions.len());
            for (asked, question) in screen.questions.iter().zip(criterion.questions.iter()) {
                expect("question", (asked.id.as_str(), asked.legend.as_str()), (&question.id, question.text.get("en")));
                let mut values: Vec<&str> = match &question.kind {
                    QuestionKind::Choice(options) => options.iter().map(|option| option.id.as_str()).collect(),
                    QuestionKind::Number(_) => Vec::new(),
                };
                expect("whether a number is asked", asked.number, values.is_empty());
                values.extend(question.unsure.then_some("unsure"));
                values.extend(question.not_applicable.then_some("n/a"));
                expect("values", asked.values.iter().map(String::as_str).collect::<Vec<_>>(), values);
                expect("what is chosen or typed", (&asked.checked, asked.typed.as_deref().unwrap_or("")), (&None, ""));
            }
            browser.expect(
                "controls outside of fieldset, legend and label",
                "all('input').filter((input) => !input.closest('fieldset')?.querySelector(':scope > legend')
                    || input.type === 'radio' && !input.closest('label')
                    || input.required || input.disabled).map(name)",
                json!([]),
            );
            expect("errors after Continue", browser.move_on().errors.len(), screen.questions.len());
            browser.answer_all(&answers);
            browser.move_on();
        }
        browser.until_screen("review");
    }
}

/// Whether the heading has the focus and is in view.
fn heading_has_focus(browser: &Browser, when: &str) {
    browser.expect(
        when,
        "{ focused: name(active()), top: part('heading').getBoundingClientRect().top >= 0,
           bottom: part('heading').getBoundingClientRect().bottom <= innerHeight, level: part('heading').localName }",
        json!({ "focused": "widget h2#heading", "top": true, "bottom": true, "level": "h2" }),
    );
}

fn heading_focus(browser: &Browser) {
    let answers = answer_sheet::good(&open(&file("company")));
    let start = browser.open_plain(json!({ "assessment": "company" }), json!({}));
    browser.expect("focus at the start", "name(active())", "body");
    browser.press_primary();
    browser.until_other(&start);
    heading_has_focus(browser, "after Start");
    browser.walk_step(&answers, "en");
    heading_has_focus(browser, "after Continue");
    browser.click("part('button')");
    browser.until("the first step", "screen().heading.includes('1')");
    heading_has_focus(browser, "after Back");

    // The host's calls do not move the focus.
    browser.click("document.getElementById('before')");
    let host = "button#before";
    browser.expect_focus("the host's button", host);
    browser.js_with("widget().answers = arguments[0];", &answers);
    for call in ["next", "next", "back", "next", "reset", "start"] {
        browser.js(&format!("widget().{call}(); await drawn()"));
        browser.expect(&format!("focus after {call}()"), "name(active())", host);
    }
    browser.until_screen("step");
}

fn missing_answers(browser: &Browser, language: &str) {
    let start = browser.open_plain(json!({ "lang": language }), json!({}));
    browser.press_primary();
    let step = browser.until_other(&start);
    browser.expect("errors before Continue", "all('.error').length + all('[part~=error-summary]').length", 0);
    browser.expect("whether Continue can be pressed", "part('button--primary').disabled", false);
    let before: Value = browser.now("[location.href, history.length, heard.length]");
    browser.press_primary();
    browser.until("the summary", "!!part('error-summary')");
    browser.expect("focus", "name(active())", "widget div#error-summary");
    let screen = browser.until_that("an error for each question", "screen()", |screen: &Screen| {
        screen.errors.len() == step.questions.len() && screen.questions.iter().all(|asked| asked.error.is_some())
    });
    let prefix = answer_sheet::locale(language)["error.prefix"].as_str().unwrap().to_owned();
    for (index, asked) in screen.questions.iter().enumerate() {
        let shown = asked.error.clone().unwrap_or_default();
        let message = screen.errors[index].strip_prefix(&asked.legend).map(str::trim);
        expect_that("a message that names the question first", message.is_some(), &screen.errors);
        expect(
            "words at the question, which do not repeat it",
            Some(shown.as_str()),
            message.map(|m| format!("{prefix} {m}")).as_deref(),
        );
        let described = format!("one('#question-{}').getAttribute('aria-describedby')", asked.id);
        browser.until_that("the fieldset described by its error", &described, |ids: &String| ids.contains("error-"));

        browser.click(&format!("part('error-summary').querySelectorAll('a')[{index}]"));
        let first = format!("widget input[{}={}]", asked.id, asked.values[0]);
        browser.until("focus after the link", &format!("name(active()) === {first:?}"));
        browser.until("the legend in view", &format!("one('#legend-{}').getBoundingClientRect().top >= 0", asked.id));
    }
    browser.expect("address, history and events", "[location.href, history.length, heard.length]", before);
    // Each answer removes one error, when Continue is pressed and not before.
    let answered = &step.questions[0];
    browser.answer_by_mouse(answered, &json!(answered.values[0]), language);
    browser.press_primary();
    browser.until("fewer errors", &format!("screen().errors.length === {}", step.questions.len() - 1));
    browser.expect("screen", "screen().heading", &step.heading);
    browser.no_faults();
}

fn number_errors(browser: &Browser) {
    let answers = answer_sheet::good(&open(&file("partner")));
    browser.open_plain(json!({}), json!({}));
    browser.js_with("widget().answers = arguments[0];", &answers);
    browser.js("await toNumber();");
    let locale = answer_sheet::locale("en");
    for (typed, key) in [
        ("", "error.number"),
        ("many", "error.number-format"),
        ("12 or so", "error.number-format"),
        ("-4", "error.number-range"),
        ("100001", "error.number-range"),
    ] {
        browser.js(&format!("const f = one('input[type=text]'); f.value = ''; f.focus(); answer('yearly-revenue', NaN); f.value = '{typed}';
            f.dispatchEvent(new InputEvent('input', {{ bubbles: true, composed: true }})); f.dispatchEvent(new Event('change', {{ bubbles: true }}));
            await drawn(); onward().click(); await drawn()"));
        let start = locale[key].as_str().unwrap().split(['{', '“']).next().unwrap();
        let what = format!("one message like {start:?} for {typed:?}");
        browser.until_that(&what, "screen().errors", |errors: &Vec<String>| {
            errors.len() == 1 && errors[0].contains(start)
        });
        let title = if typed.is_empty() { "error.title" } else { "error.title-wrong" };
        browser.expect("the summary's title", "text(one('#error-title'))", &locale[title]);
        let described = "one('input[type=text]').getAttribute('aria-describedby')";
        browser.until_that("the field described by its hint and its error", described, |ids: &String| {
            ids.contains("hint-") && ids.contains("error-")
        });
        browser.expect("typed text, kept", "one('input[type=text]').value", typed.to_owned());
        browser.expect("aria-invalid", "one('input[type=text]').getAttribute('aria-invalid')", "true");
        browser.expect("the answer", "widget().answers['yearly-revenue'] ?? null", Value::Null);
    }
}

fn history(browser: &Browser) {
    let answers = answer_sheet::mixed(&open(&file("partner")));
    browser.make_room_in_history();
    browser.open_plain(json!({}), json!({}));
    let before: Value = browser.now("[location.href, history.length, document.title]");
    browser.all_screens(&answers, |_| ());
    browser.move_on();
    browser.expect("address, history and title", "[location.href, history.length, document.title]", before);
}

fn shape(browser: &Browser) {
    let answers = answer_sheet::mixed(&open(&file("partner")));
    browser.open_plain(json!({ "lang": "nl" }), json!({}));
    browser.all_screens(&answers, |state| {
        let result = ["result", "table", "asking"].contains(&state);
        let count = usize::from(result);
        let expected = json!({ "primary": 1, "score": count, "band": count, "heading": 1, "mount": [["div", "nl", "ltr"]], "mode": "open" });
        browser.expect(
            state,
            "{ primary: all('[part~=\"button--primary\"]').filter(shown).length,
               score: all('[part~=score]').length, band: all('[part~=band]').length, heading: all('[part~=heading]').length,
               mount: [...root().children].map((node) => [node.localName, node.lang, node.dir]), mode: root().mode }",
            expected,
        );
    });
}
