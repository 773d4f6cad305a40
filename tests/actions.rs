//! The primary control of a result, drawn natively: there is one, whatever the file and the page say, it leads where it
//! should, and its press is told. What a host's listener can do about it is checked in browsers.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, missing_docs)]

mod common;

use std::sync::Arc;

use common::{all_answers, built_in, drawn, languages, shipped, tree, view};
use partner_fit::flow::{Action, Event, Flow, Screen};
use partner_fit_core::assessment::Assessment;
use partner_fit_core::assessment::file::actions::own_actions;
use partner_fit_core::input::map::Map;
use partner_fit_core::report::report;
use serde_json::{Value, json};

/// The same assessment with these buttons of a page.
fn with(assessment: &Assessment, id: &str, actions: &Value) -> Assessment {
    let mut assessment = assessment.clone();
    let file = tree(&common::shipped_file(id));
    assessment.actions.of_page = Arc::new(own_actions(&file, &Map::default(), &tree(actions)).unwrap());
    assessment
}

fn result(assessment: &Assessment) -> Flow {
    Flow { screen: Screen::Result, answers: all_answers(assessment, 4), ..Flow::default() }
}

/// The HTML of the primary control: an element with its attributes and what is in it.
fn primary(html: &str) -> &str {
    assert_eq!(html.matches("button--primary").count(), 1, "one primary control");
    let mark = html.find("button--primary").unwrap();
    let start = html[..mark].rfind('<').unwrap();
    let end = html[mark..].find("</").unwrap();
    &html[start..mark + end]
}

#[test]
fn a_result_has_one_primary_control_with_and_without_an_action() {
    for id in built_in() {
        let assessment = shipped(id);
        for language in languages() {
            let label = json!({ "en": "Become a <b>partner</b>", "nl": "Word <b>partner</b>" });
            let words = ["Become a &lt;b&gt;partner", "Word &lt;b&gt;partner"][usize::from(language == "nl")];
            for (given, begin) in [
                (json!({ "*": { "label": label, "href": "https://example.com/?a=1&b=2" } }), "<a "),
                (json!({ "*": { "label": label, "href": "mailto:partners@example.com" } }), "<a "),
                (json!({ "*": { "label": label } }), "<button "),
            ] {
                let assessment = with(&assessment, id, &given);
                let html = common::html(&assessment, &result(&assessment), language, false);
                let control = primary(&html);
                assert!(control.starts_with(begin) && control.contains(words), "{id} {language}: {control}");
                assert!(!control.contains("target") && !html.contains("<b>"), "{control}");
                let href = given["*"]["href"].as_str().map(|href| format!("href=\"{}\"", href.replace('&', "&amp;")));
                assert_eq!(control.contains("href"), href.is_some(), "{control}");
                assert!(href.is_none_or(|href| control.contains(&href)), "{control}");
            }
            let html = common::html(&assessment, &result(&assessment), language, false);
            assert!(primary(&html).starts_with("<button "), "{html}");
        }
    }
}

#[test]
fn the_button_is_that_of_the_band() {
    let plain = shipped("partner");
    let band = report(&plain, &all_answers(&plain, 4), "en").band.id;
    let given = json!({ (band.as_str()): { "label": "For this band" }, "*": { "label": "For any" } });
    let assessment = with(&plain, "partner", &given);
    let html = common::html(&assessment, &result(&assessment), "en", false);
    assert!(primary(&html).contains("For this band"), "{html}");
    assert!(!html.contains("For any"));
    // And the answers can still be looked at.
    assert!(html.contains("change answers"), "{html}");
    let other = if band == "ready" { "strong" } else { "ready" };
    let assessment = with(&plain, "partner", &json!({ (other): { "label": "For another band" } }));
    let html = common::html(&assessment, &result(&assessment), "en", false);
    assert!(!html.contains("For another band"), "{html}");
    assert!(primary(&html).starts_with("<button "));
}

#[test]
fn out_of_a_frame_a_link_leads_into_a_tab_of_its_own_and_a_mail_does_not() {
    let plain = shipped("company");
    for (href, expected) in [("https://example.com", true), ("mailto:a@example.com", false)] {
        let assessment = with(&plain, "company", &json!({ "*": { "label": "Go", "href": href } }));
        let mut view = view(&assessment, &result(&assessment), "en", false);
        view.in_frame = true;
        let html = drawn(view);
        let control = primary(&html);
        assert_eq!(
            control.contains("target=\"_blank\"") && control.contains("rel=\"noopener\""),
            expected,
            "{control}"
        );
        assert_eq!(control.contains("target"), expected, "{control}");
    }
}

#[test]
fn on_paper_there_is_no_button() {
    let plain = shipped("partner");
    let assessment = with(&plain, "partner", &json!({ "*": { "label": "Only on a screen" } }));
    assert!(!common::html(&assessment, &result(&assessment), "en", true).contains("Only on a screen"));
}

#[test]
fn a_press_is_told_and_changes_nothing() {
    let assessment = shipped("partner");
    let before = result(&assessment);
    let (after, events) = before.reduce(Action::CallToAction, &assessment);
    assert_eq!(events, [Event::CallToAction]);
    assert_eq!((after.screen, &after.answers, after.focus), (before.screen, &before.answers, before.focus.clone()));
}
