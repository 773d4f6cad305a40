//! The result page: what is read without a press, by its size, its words and its places, for six results in both
//! languages, as wide as a phone and as a computer.

use serde_json::{Value, json};

use crate::answer_sheet::{Sheet, file, languages, open, sheet};
use crate::browser::Browser;
use crate::reading::{expect, expect_that};
use crate::runner::Check;
use partner_fit_core::assessment::QuestionKind;

pub fn checks() -> Vec<Check> {
    vec![
        Check::new("result: six results are read in two minutes, at 390 and 1280 px", read),
        Check::new("result: own weights move with the score in view, and are said", weights),
        Check::new("result: another answer is tried beside the given one, and the focus stays", trial),
        Check::new("result: two results stand above the present one with their differences", comparison),
    ]
}

/// Answers of a sheet's own, by question.
type Own = &'static [(&'static str, &'static str)];

/// The results to look at: their names, and the answers at each place of the options with some of their own.
const RESULTS: [(&str, usize, Own); 6] = [
    ("top", 4, &[]),
    ("mixed", 2, &[]),
    ("low", 1, &[]),
    ("gated", 3, &[("contract-bar", "yes"), ("product-fit", "direct-rival"), ("partnership-owner", "nobody")]),
    ("unsure", 2, UNSURE),
    ("own weights", 2, &[("customer-overlap", "from-75"), ("trained-people", "none")]),
];

/// What the reader with many open answers is not sure about.
const UNSURE: Own = &[
    ("customer-overlap", "unsure"),
    ("product-fit", "unsure"),
    ("added-value", "unsure"),
    ("trained-people", "unsure"),
    ("technical-support", "unsure"),
    ("selling-ways", "unsure"),
    ("sales-territories", "unsure"),
];

/// Answers to the partner check: the option at `place`, a middling revenue, and some answers of their own.
fn answers(place: usize, own: &[(&str, &str)]) -> Sheet {
    let mut made = sheet(&open(&file("partner")), |_, question| match &question.kind {
        QuestionKind::Choice(options) => json!(options[place.min(options.len() - 1)].id),
        QuestionKind::Number(_) => json!(12.5),
    });
    for (question, answer) in [("firm-kind", "resale"), ("contract-bar", "no"), ("partnership-owner", "named")] {
        made.insert(question.into(), json!(answer));
    }
    made.extend(own.iter().map(|(question, answer)| ((*question).to_owned(), json!(answer))));
    made
}

/// What is painted: the height, the words, the places from the top, and the smallest letters outside the track.
const MEASURES: &str = "(() => {
    const top = widget().getBoundingClientRect().top;
    const bottom = (node) => Math.round(node.getBoundingClientRect().bottom - top);
    let words = 0; const small = []; const painted = [];
    const walker = document.createTreeWalker(part('base'), NodeFilter.SHOW_TEXT);
    for (let node; (node = walker.nextNode());) {
        const holder = node.parentElement;
        if (holder.closest('.unseen') || !holder.checkVisibility({ visibilityProperty: true })) continue;
        const range = document.createRange(); range.selectNodeContents(node);
        const box = range.getBoundingClientRect();
        if (box.width === 0 || box.height === 0 || !node.textContent.trim()) continue;
        painted.push(node.textContent.trim());
        words += node.textContent.trim().split(/\\s+/).filter((word) => /[\\p{L}\\p{N}]/u.test(word)).length;
        const size = parseFloat(getComputedStyle(holder).fontSize);
        if (size < (holder.closest('.names') ? 12 : 16)) small.push(`${size}: ${node.textContent}`);
    }
    return {
        height: widget().getBoundingClientRect().height, words, small, painted,
        bottoms: [part('heading'), one('.reason'), one('.band-track'), part('button--primary')].map(bottom),
        primary: all('[part~=\"button--primary\"]').filter(shown).length,
        steps: all('.item .steps').filter(shown).length, titles: all('.item-title').filter(shown).length,
        rows: all('.part > [part~=chart] > li').filter(shown).length,
        folds: all('.fold').filter((fold) => fold.open).length,
        score: text(part('score')), wide: document.scrollingElement.scrollWidth - document.scrollingElement.clientWidth,
    };
})()";

fn read(browser: &Browser) {
    let assessment = open(&file("partner"));
    browser.resize(1400, 900);
    for language in languages() {
        browser.open_plain(json!({ "lang": language }), json!({}));
        browser.js("widget().style.display = 'block'");
        browser.hurry_to("result", &answers(2, &[]));
        for (name, place, own) in RESULTS {
            browser.js_with("widget().answers = arguments[0]; await drawn()", answers(place, own));
            if name == "own weights" {
                slide(browser, 50);
                browser.until("own weights", "widget().result.ownWeights");
            }
            for (width, height, screens, words) in [(390, 844.0, 3.5, 400), (1280, 800.0, 2.0, 400)] {
                browser.js(&format!("widget().style.width = '{width}px'; await drawn()"));
                let seen: Value = browser.now(MEASURES);
                let what = format!("{name}, {width}, {language}");
                let number = |key: &str| seen[key].as_f64().unwrap();
                let tall = number("height") / height;
                expect_that(&format!("at most {screens} screens: {what}"), tall <= screens, (tall, &seen["painted"]));
                expect_that(
                    &format!("at most {words} words: {what}"),
                    number("words") <= f64::from(words),
                    &seen["words"],
                );
                let last = seen["bottoms"].as_array().unwrap().iter().filter_map(Value::as_f64).fold(0.0, f64::max);
                expect_that(&format!("the opening within 700 px: {what}"), last <= 700.0, &seen["bottoms"]);
                expect(&format!("primary buttons: {what}"), number("primary"), 1.0);
                expect(&format!("letters that are too small: {what}"), &seen["small"], &json!([]));
                expect(&format!("actions with their steps: {what}"), number("steps"), 1.0);
                expect_that(
                    &format!("titles of actions: {what}"),
                    (1.0..=3.0).contains(&number("titles")),
                    &seen["titles"],
                );
                expect(&format!("rows of the chart: {what}"), number("rows"), 6.0);
                expect(&format!("folds that are open: {what}"), number("folds"), 0.0);
                expect_that(&format!("nothing to scroll sideways: {what}"), number("wide") <= 0.0, &seen["wide"]);
                let painted: Vec<&str> = seen["painted"].as_array().unwrap().iter().filter_map(Value::as_str).collect();
                for (_, question) in assessment.questions() {
                    let text = question.text.get(language);
                    let times: usize = painted.iter().map(|words| words.matches(text).count()).sum();
                    expect_that(&format!("{text:?} once at most: {what}"), times <= 1, times);
                }
                let score = seen["score"].as_str().unwrap();
                let alone =
                    |words: &str| words.split(|c: char| !c.is_alphanumeric() && c != '–').any(|word| word == score);
                let times = painted.iter().filter(|words| alone(words)).count();
                expect_that(&format!("the score {score} once: {what}"), times == 1, times);
            }
        }
    }
    browser.resize(1280, 900);
}

/// Moves the first slider as a reader does.
fn slide(browser: &Browser, to: u32) {
    browser.act(&format!(
        "const slider = one('.slider'); slider.value = '{to}';
         slider.dispatchEvent(new InputEvent('input', {{ bubbles: true, composed: true }}))"
    ));
}

fn weights(browser: &Browser) {
    browser.open_plain(json!({}), json!({}));
    browser.js("widget().style.display = 'block'; widget().style.width = '390px'");
    browser.hurry_to("result", &answers(2, &[]));
    browser.expect("said before anything is moved", "text(one('.weights [aria-live]'))", String::new());
    browser.click("one('.weights > summary')");
    browser.until("the sliders", "shown(one('.slider'))");
    let before: String = browser.now("text(one('.weights .row-value'))");
    slide(browser, 60);
    browser.until("another weight", &format!("text(one('.weights .row-value')) !== '{before}'"));
    browser.until("the move, said", "text(one('.weights [aria-live]')).startsWith('Market alignment: ')");
    browser.expect(
        "its value for a screen reader",
        "one('.slider').getAttribute('aria-valuetext') === text(one('.weights .row-value'))",
        true,
    );
    browser.expect("in the Report", "widget().result.ownWeights", true);
    browser.js("all('.slider').at(-1).scrollIntoView({ block: 'end', behavior: 'instant' })");
    browser.until(
        "the score in view beside the last slider",
        "(() => { const box = part('score').getBoundingClientRect(); return box.top >= -1 && box.bottom <= innerHeight; })()",
    );
    browser.click("one('.weights button')");
    browser.until(
        "the given weights again",
        &format!("text(one('.weights .row-value')) === '{before}' && !widget().result.ownWeights"),
    );
    browser.expect("focus", "active() === one('.slider')", true);
    browser.no_faults();
}

fn trial(browser: &Browser) {
    let given = answers(2, &[]);
    browser.open_plain(json!({}), json!({}));
    browser.hurry_to("result", &given);
    let score: f64 = browser.now("widget().result.score");
    browser.click("one('.topic > summary')");
    browser.click("one('.trial button')");
    browser.until("an answer that has the focus", "active().type === 'radio' && active().name.startsWith('try-')");
    browser.expect(
        "effects beside the answers",
        "all('.trial .amount').every((node) => /^[0-9.]+( to [0-9.]+)?: ./.test(text(node)))",
        true,
    );
    browser.click("all('.trial .option')[4]");
    browser.until("what it would do", "text(one('.trial [aria-live]')).includes('instead of')");
    browser.expect("answers", "widget().answers", json!(given));
    browser.expect("score", "widget().result.score", score);
    browser.click("all('.trial button')[0]");
    browser.until("no trial", "!one('.trial fieldset')");
    browser.expect("focus", "active() === one('.trial button')", true);
    browser.no_faults();
}

fn comparison(browser: &Browser) {
    browser.open_plain(json!({}), json!({}));
    browser.hurry_to("result", &answers(2, &[]));
    let link: String = browser.now("await widget().exportResult('link')");
    browser.js_with("widget().answers = arguments[0]; await drawn()", answers(3, &[]));
    browser.act("one('#save').open = true; one('#open details').open = true");
    browser.click("one('#open input[type=url]')");
    browser.press(link.chars());
    browser.click("one('#open form.open-link button')");
    browser.until("the focus on its heading", "active() === one('#earlier')");
    browser.expect(
        "it stands above",
        "one('.compare').getBoundingClientRect().top < part('heading').getBoundingClientRect().top",
        true,
    );
    browser.expect("two marks on one track", "one('.compare .band-track').querySelectorAll('.marker').length", 2);
    browser.expect("parts of the result", "[all('[part~=score]').length, all('[part~=band]').length]", json!([1, 1]));
    let words: Vec<String> = browser.now("all('.compare .row .row-value').map(text)");
    let differences =
        words.iter().filter_map(|words| words.rsplit_once('(')?.1.trim_end_matches(')').parse::<f64>().ok());
    let differences: Vec<f64> = differences.map(f64::abs).collect();
    expect_that("a difference for each topic", differences.len() >= 5, &words);
    expect_that("the greatest first", differences.windows(2).all(|pair| pair[0] >= pair[1]), &words);
    browser.expect("answers that differ", "all('.differing li').length > 5", true);
    browser.no_faults();
}
