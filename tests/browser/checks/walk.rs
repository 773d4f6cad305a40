//! From the page's choice of assessment to the result by mouse, in both languages.

use crate::answer_sheet::{self, assessments, languages};
use crate::browser::Browser;
use crate::reading::expect;
use crate::runner::Check;

pub fn checks() -> Vec<Check> {
    let mut checks = Vec::new();
    // Each assessment in every language but the one in which `keyboard` walks.
    for (index, assessment) in assessments().into_iter().enumerate() {
        for (_, language) in
            languages().into_iter().enumerate().filter(|(place, _)| *place != index % languages().len())
        {
            let name = format!("walk by mouse, {assessment}, {language}");
            checks.push(Check::new(name, move |browser| whole_walk(browser, assessment, language)));
        }
    }
    checks
}

fn whole_walk(browser: &Browser, assessment: &str, language: &str) {
    browser.open(&browser.site.url(&format!("/?lang={language}")));
    browser.until("the page in its language", &format!("document.documentElement.lang === '{language}'"));
    browser.click(&format!("document.querySelector('a[href*=\"assessment={assessment}\"]')"));
    browser.until("the widget", "!!document.querySelector('partner-fit')");
    let opened = answer_sheet::open(&answer_sheet::file(assessment));
    let answers = answer_sheet::mixed(&opened);
    let headings = browser.walk_by_mouse(&answers, language);
    let titles = opened.criteria.iter().map(|criterion| criterion.title.get(language));
    for (heading, title) in headings[1..].iter().zip(titles) {
        assert!(heading.ends_with(title), "expected a heading that ends in {title:?}, got {heading:?}");
    }
    expect("number of screens", headings.len(), opened.criteria.len() + 3);

    let expected = answer_sheet::native_report(&opened, &answers, language);
    browser.expect("band shown", "text(part('band'))", &expected["band"]["label"]);
    browser.expect("after the walk", "widget().result", &expected);
}
