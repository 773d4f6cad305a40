//! The primary button of a result: whose counts for a band, in which words, and what a page may not give.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, missing_docs)]

mod common;

use std::sync::Arc;

use common::broken::{base, set};
use common::tree;
use partner_fit_core::assessment::file::actions::own_actions;
use partner_fit_core::assessment::file::adapt::adapt;
use partner_fit_core::assessment::file::profile::own_profile;
use partner_fit_core::assessment::{Actions, Assessment};
use partner_fit_core::input::map::Map;
use partner_fit_core::input::problem::Problem;
use partner_fit_core::input::value::Tree;
use serde_json::{Value, json};

/// The small valid file with these buttons.
fn file(actions: &Value) -> Tree {
    let mut file = base();
    set(&mut file, "/actions", tree(actions));
    file
}

fn read(file: &Tree, profile: &Map<String>) -> Assessment {
    Assessment::read(file, profile).unwrap_or_else(|problems| panic!("{problems:#?}"))
}

fn in_both(en: &str, nl: &str) -> Value {
    json!({ "en": en, "nl": nl })
}

/// What the button under a band says in English, and where it leads.
fn of(actions: &Actions, band: &str) -> Option<(String, Option<String>)> {
    actions.of(band).map(|action| (action.label.get("en").to_owned(), action.href.clone()))
}

fn given(given: &Value) -> Result<Actions, Vec<Problem>> {
    let of_page = own_actions(&base(), &Map::default(), &tree(given))?;
    Ok(Actions { of_page: Arc::new(of_page), ..Actions::default() })
}

fn shown(value: &Value) -> Vec<String> {
    given(value).unwrap_err().iter().map(Problem::to_string).collect()
}

#[test]
fn a_file_without_buttons_has_none() {
    assert_eq!(of(&read(&base(), &Map::default()).actions, "low"), None);
}

#[test]
fn a_band_s_own_button_comes_before_that_of_any_band() {
    let href = "https://example.com/apply";
    let assessment = read(
        &file(&json!({
            "*": { "label": in_both("Read more", "Lees meer"), "href": "mailto:a@example.com" },
            "high": { "label": in_both("Apply", "Meld je aan"), "href": href },
            "low": { "label": in_both("Come back later", "Kom later terug") },
        })),
        &Map::default(),
    );
    for (band, label, href) in [
        ("high", "Apply", Some(href)),
        ("low", "Come back later", None),
        ("middle", "Read more", Some("mailto:a@example.com")),
    ] {
        assert_eq!(of(&assessment.actions, band), Some((label.to_owned(), href.map(str::to_owned))), "{band}");
    }
    let apply = assessment.actions.of("high").unwrap();
    assert_eq!([apply.label.get("nl"), apply.label.get("nl-x-candidate")], ["Meld je aan"; 2]);
}

#[test]
fn the_page_s_buttons_come_before_the_author_s() {
    let mut actions = read(
        &file(&json!({ "*": { "label": in_both("File", "Bestand") }, "low": { "label": in_both("Low", "Laag") } })),
        &Map::default(),
    )
    .actions;
    actions.of_page = given(&json!({ "high": { "label": "Page" } })).unwrap().of_page;
    let labels = |actions: &Actions| ["low", "middle", "high"].map(|band| of(actions, band).unwrap().0);
    assert_eq!(labels(&actions), ["Low", "File", "Page"]);
    actions.of_page = given(&json!({ "high": { "label": "Page" }, "*": { "label": "Any" } })).unwrap().of_page;
    assert_eq!(labels(&actions), ["Any", "Any", "Page"]);
}

#[test]
fn placeholders_of_a_label_are_filled_and_an_address_never() {
    let label = in_both("Talk to {vendor}", "Praat met {vendor}");
    let file = file(&json!({ "*": { "label": label, "href": "https://example.com/vendor" } }));
    let own = own_profile(&file, &tree(&json!({ "vendor": "Acme" }))).unwrap();
    assert_eq!(of(&read(&file, &own).actions, "low").unwrap().0, "Talk to Acme");
    let nl = |actions: &[partner_fit_core::assessment::CallToAction]| actions[0].label.get("nl").to_owned();
    assert_eq!(nl(&read(&file, &Map::default()).actions.of_file), "Praat met de leverancier");
    // The same in a page's own, for which one text may do.
    let by_page = |label: &Value| own_actions(&file, &own, &tree(&json!({ "*": { "label": label } }))).unwrap();
    assert_eq!(nl(&by_page(&label)), "Praat met Acme");
    assert_eq!(nl(&by_page(&json!("{vendor}!"))), "Acme!");
    let words = own_actions(&file, &Map::default(), &tree(&json!({ "*": { "label": "{vendor}!" } }))).unwrap();
    assert_eq!(nl(&words), "de leverancier!");
}

#[test]
fn what_a_page_gives_is_held_to_the_rules_of_a_file() {
    let cases = common::broken::cases();
    let mut checked = 0;
    for (_, case) in cases.iter().filter(|(file, _)| file == "actions") {
        let buttons = case.file().get("actions").unwrap().clone();
        // What a file has to write out, and a script need not.
        if case.name.contains("a string") || case.name.contains("null") {
            continue;
        }
        let problems = serde_json::to_value(own_actions(&base(), &Map::default(), &buttons).unwrap_err()).unwrap();
        assert_eq!(problems, Value::Array(case.problems.clone()), "{}", case.name);
        checked += 1;
    }
    assert!(checked >= 10, "only {checked} cases were checked");
    assert_eq!(shown(&json!(7)), ["actions: expected an object of buttons by the id of a band, got 7"]);
    assert_eq!(shown(&json!({ "*": { "label": " " } })), ["actions.*.label: expected a text, got an empty one"]);
    assert_eq!(
        shown(&json!({ "*": { "label": "Go to {vendr}" } })),
        ["actions.*.label: expected a placeholder of the profile (vendor), got {vendr} (did you mean \"vendor\"?)"]
    );
    assert_eq!(
        shown(&json!({ "*": { "label": "Go\u{202e}", "href": "x".repeat(2_001) } })),
        [
            "actions.*.href: expected at most 2000 characters, got 2001",
            "actions.*.label: expected plain text, got the control character U+202E"
        ]
    );
    let many: Value = (0..501).map(|index| (format!("b{index}"), json!({ "label": "Go" }))).collect();
    assert!(shown(&many).contains(&"actions: expected at most 500 items, got 501".to_owned()));
}

#[test]
fn a_page_that_gives_nothing_has_no_buttons_and_an_absent_address_is_none() {
    assert_eq!(given(&Value::Null).unwrap(), Actions::default());
    assert_eq!(given(&json!({})).unwrap(), Actions::default());
    let actions = given(&json!({ "*": { "label": "Ask us", "href": null } })).unwrap();
    assert_eq!(of(&actions, "low"), Some(("Ask us".to_owned(), None)));
}

#[test]
fn a_button_stays_where_questions_are_left_out() {
    let file = file(&json!({ "*": { "label": in_both("Ask {vendor}", "Vraag {vendor}") } }));
    let adapted = adapt(&file, &tree(&json!({ "without": ["sites"] }))).unwrap();
    assert_eq!(of(&read(&adapted, &Map::default()).actions, "high").unwrap().0, "Ask the vendor");
}
