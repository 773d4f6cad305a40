//! The report on paper: a separate document, printed on A4, whose text is real text.

use std::io::Read as _;

use serde_json::{Value, json};
use test_support::browsers::{Engine, fantoccini::wd::PrintConfiguration};

use crate::answer_sheet::{self, assessments, file, languages, locale, open};
use crate::browser::Browser;
use crate::reading::{expect, expect_that};

/// A4 in points, 210 by 297 mm at 72 to the inch, and how far a driver may round.
const A4: ([f64; 2], f64) = ([595.28, 841.89], 1.0);

pub(super) fn paper(browser: &Browser) {
    for (name, language) in
        assessments().into_iter().flat_map(|name| languages().into_iter().map(move |language| (name, language)))
    {
        let assessment = open(&file(name));
        browser.open_plain(json!({ "assessment": name, "lang": language }), json!({}));
        browser.hurry_to("result", &answer_sheet::mixed(&assessment));
        super::unfold(browser);
        let words = locale(language)["share.print"].clone();
        // The page asks the browser to print, but its driver does it, and Chromium does not print twice at once.
        browser.js("window.asked = 0; const open = window.open.bind(window);
             window.open = (...how) => { const page = open(...how); page.print = () => window.asked++; return page; }");
        let client = browser.client();
        let here = browser.command("window", async { client.window().await });
        browser.click(&format!("all('button').find((button) => text(button) === {words})"));
        browser.wait_for("a window of its own", || {
            let windows = browser.command("windows", async { client.windows().await });
            // A window that is just opening may not be ready yet, and Firefox may still list one that was closed.
            let mut refused = "none".to_owned();
            for there in windows.into_iter().filter(|window| *window != here) {
                match browser.attempt("to it", async { client.switch_to_window(there).await }) {
                    Ok(()) => return Ok(()),
                    Err(error) => refused = error.to_string(),
                }
            }
            Err(refused)
        });
        browser.until("the report", "!!document.querySelector('.appendix')");
        if browser.engine == Engine::Chromium {
            browser.until("a wish to print", "window.opener.asked === 1"); // Firefox replaces the document
        }
        let seen: Value = browser.now(
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
        browser.expect_events("events", "pf-share", vec![json!({ "kind": "print" })]);
        browser.no_faults();
    }
}

/// A PDF followed by its uncompressed streams, in which Firefox stores its pages.
fn unpacked(pdf: &[u8]) -> String {
    let mut text = String::from_utf8_lossy(pdf).into_owned();
    let starts = pdf.windows(7).enumerate().filter(|(_, window)| window.starts_with(b"stream"));
    for (start, window) in starts {
        let packed = &pdf[start + if window[6] == b'\r' { 8 } else { 7 }..];
        let mut bytes = Vec::new();
        // Other data gives an error or nothing.
        flate2::read::ZlibDecoder::new(packed).read_to_end(&mut bytes).ok();
        text.push_str(&String::from_utf8_lossy(&bytes));
    }
    text
}

/// Panics unless every page is A4 and the text is real: its fonts map to characters.
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
