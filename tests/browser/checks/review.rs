//! Going back: Back, the review with its ways to change an answer, and starting again, which asks first.

use serde_json::{Value, json};

use crate::answer_sheet::{self, Sheet, file, locale, open};
use crate::browser::Browser;
use crate::reading::{expect, expect_that};
use crate::runner::Check;

pub fn checks() -> Vec<Check> {
    vec![
        Check::new("ux-15 Back keeps what was answered", back),
        Check::new("ux-38 the review names each change, and a change leads back to it", change),
        Check::new("a result that misses an answer leads to what to find out", next),
        Check::new("starting again asks first", start_again),
        Check::new("ux-34 the status is there from the start, and speaks once an action", status),
        Check::new("ux-25 nothing is stored", storage),
        Check::new("ux-30 the result says what it is", about),
    ]
}

/// Waits until the answers are these.
#[track_caller]
fn answers(browser: &Browser, what: &str, sheet: &Sheet) {
    browser.expect(what, "widget().answers", sheet);
}

fn back(browser: &Browser) {
    let sheet = answer_sheet::mixed(&open(&file("partner")));
    browser.open_plain(json!({}), json!({}));
    browser.hurry_to("review", &sheet);
    answers(browser, "answers", &sheet);
    let mut screen = browser.until_screen("review");
    let mut steps = 0;
    while screen.name != "start" {
        browser.click("part('button')");
        screen = browser.until_other(&screen);
        for asked in &screen.questions {
            let kept = match &sheet[&asked.id] {
                Value::String(value) => asked.checked.as_deref() == Some(value),
                number => asked.typed.as_deref() == Some(&number.to_string()),
            };
            expect_that(&format!("{} as in {:?}", asked.id, sheet[&asked.id]), kept, asked);
        }
        steps += usize::from(screen.name == "step");
    }
    expect("steps on the way back", steps, 7);
    answers(browser, "answers on the start screen", &sheet);
}

fn change(browser: &Browser) {
    let mut sheet = answer_sheet::good(&open(&file("company")));
    browser.open_plain(json!({ "assessment": "company" }), json!({}));
    browser.hurry_to("review", &sheet);
    browser.until_that(
        "a button for each criterion, each with a name of its own",
        "[...new Set(all('.criterion button').map(text))]",
        |names: &Vec<String>| names.len() == 7,
    );
    browser.expect("buttons", "all('.criterion button').length", 7);
    browser.expect("answers listed", "all('dl dt').length", 15);
    browser.until_that("every answer in words", "all('dl dd').map(text)", |spoken: &Vec<String>| {
        spoken.iter().all(|words| !words.is_empty() && words != "Not answered yet")
    });

    let review = browser.until_screen("review");
    browser.click("all('.criterion button')[1]");
    let step = browser.until_other(&review);
    expect("screen after Change", step.name.as_str(), "step");
    let asked = &step.questions[0];
    browser.answer_by_mouse(asked, &json!(asked.values[0]), "en");
    sheet.insert(asked.id.clone(), json!(asked.values[0]));
    browser.press_primary();
    expect("screen after Continue", browser.until_other(&step).name, "review".to_owned());
    answers(browser, "answers", &sheet);
    // Back from a changed answer leads to the review as well.
    browser.click("all('.criterion button')[2]");
    let step = browser.until_other(&review);
    browser.click("part('button')");
    expect("screen after Back", browser.until_other(&step).name, "review".to_owned());
    browser.press_primary();
    browser.until_screen("result");
    browser.expect("result", "widget().result", answer_sheet::native_report(&open(&file("company")), &sheet, "en"));
    browser.click("one('.ways button')");
    browser.until_screen("review");
}

fn next(browser: &Browser) {
    let mut sheet = answer_sheet::good(&open(&file("partner")));
    sheet.insert("customer-overlap".into(), json!("unsure"));
    browser.open_plain(json!({}), json!({}));
    browser.hurry_to("result", &sheet);
    browser.expect("what to find out", "widget().result.next", "customer-overlap");
    let result = browser.until_screen("result");
    browser.click("one('.next button')");
    let step = browser.until_other(&result);
    expect_that("the step of that question", step.questions.iter().any(|asked| asked.id == "customer-overlap"), &step);
    browser.answer_by_mouse(&step.questions[0], &json!("from-75"), "en");
    browser.press_primary();
    browser.until_screen("result");
    browser.expect("what to find out now", "widget().result.next", Value::Null);
}

fn start_again(browser: &Browser) {
    let sheet = answer_sheet::good(&open(&file("partner")));
    browser.open_plain(json!({}), json!({}));
    browser.hurry_to("result", &sheet);
    browser.click("one('#reset button')");
    browser.until("the question", "shown(one('#confirm'))");
    browser.expect("focus", "name(active())", "widget div#confirm");
    answers(browser, "answers while asked", &sheet);
    browser.click("all('#reset button')[1]");
    browser.until("no question", "!one('#confirm')");
    browser.expect("focus after No", "active() === one('#reset button')", true);
    answers(browser, "answers after No", &sheet);
    browser.click("one('#reset button')");
    browser.until("the question", "shown(one('#confirm'))");
    browser.click("all('#reset button')[0]");
    browser.until_screen("start");
    answers(browser, "answers after Yes", &Sheet::new());
    browser.expect("result after Yes", "widget().result", Value::Null);
    browser.expect("focus after Yes", "name(active())", "widget h2#heading");
    browser.expect("what is said", "text(one('.status'))", locale("en")["reset.done"].as_str().unwrap().to_owned());
}

fn status(browser: &Browser) {
    let sheet = answer_sheet::good(&open(&file("partner")));
    browser.open_plain(json!({}), json!({}));
    browser.expect(
        "status nodes at the start",
        "all('[aria-live]').map(text)", // one for the questions, one for opening a result
        vec![String::new(), String::new()],
    );
    browser.js(
        "window.said = []; const said = window.said; const node = one('.status');
         new MutationObserver(() => node === one('.status') ? text(node) && said.push(text(node)) : said.push('another node'))
           .observe(root(), { subtree: true, childList: true, characterData: true });",
    );
    browser.hurry_to("result", &sheet);
    browser.expect("said during the walk", "said", json!([]));
    browser.js("one('#reset button').click()");
    browser.until("the question", "shown(one('#confirm'))");
    browser.js("one('#reset button').click()");
    browser.until_screen("start");
    browser.expect("said after starting again", "(await drawn(), [...new Set(said)])", [&locale("en")["reset.done"]]);
    browser.move_on();
    browser.expect("status after the next action", "text(one('.status'))", String::new());
}

/// What a page of this origin has stored.
const STORED: &str =
    "[localStorage.length, sessionStorage.length, document.cookie, (await indexedDB.databases()).length,
    window.caches ? (await caches.keys()).length : 0]";

fn storage(browser: &Browser) {
    let sheet = answer_sheet::mixed(&open(&file("partner")));
    for page in ["host", "site"] {
        if page == "host" {
            browser.open_plain(json!({}), json!({}));
        } else {
            browser.open_page("partner", "en");
        }
        browser.all_screens(&sheet, |_| ());
        browser.expect(&format!("stored by the {page}"), STORED, json!([0, 0, "", 0, 0]));
        // The check can fail: stored data is seen.
        browser.js("sessionStorage.setItem('a', 'b')");
        browser.expect("stored on purpose", STORED, json!([0, 1, "", 0, 0]));
        browser.js("sessionStorage.clear()");
    }
}

fn about(browser: &Browser) {
    for language in answer_sheet::languages() {
        let assessment = open(&file("company"));
        browser.open_plain(json!({ "assessment": "company", "lang": language }), json!({}));
        browser.hurry_to("result", &answer_sheet::good(&assessment));
        let shown: String = browser.now("text(one('section'))");
        let year: i32 = browser.now("new Date().getFullYear()");
        let mut wanted = vec![assessment.title.get(language).to_owned(), assessment.version.clone(), year.to_string()];
        wanted.push(locale(language)["about.self"].as_str().unwrap().to_owned());
        for band in assessment.bands.iter() {
            wanted.push(band.label.get(language).to_owned());
            wanted.extend(band.meaning.as_ref().map(|meaning| meaning.get(language).to_owned()));
        }
        for words in wanted {
            expect_that(&format!("{words:?} on the result"), shown.contains(&words), &shown);
        }
    }
}
