//! The fingerprint: the same for the same numbers, another as soon as anything that decides a score is another.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, missing_docs)]

mod common;

use std::collections::BTreeSet;

use common::broken::{base, remove, set};
use common::tree;
use partner_fit_core::assessment::Assessment;
use partner_fit_core::input::value::Tree;
use serde_json::{Value, json};

fn fingerprint(file: &Tree) -> String {
    Assessment::read(file, &Default::default()).unwrap_or_else(|problems| panic!("{problems:#?}")).fingerprint
}

/// The fingerprint of the base file with some values set.
fn with(changes: &[(&str, Value)]) -> String {
    let mut file = base();
    for (pointer, value) in changes {
        set(&mut file, pointer, tree(value));
    }
    fingerprint(&file)
}

#[test]
fn it_is_16_hexadecimal_digits() {
    let print = with(&[]);
    assert!(print.len() == 16 && print.bytes().all(|byte| byte.is_ascii_hexdigit()), "{print}");
}

#[test]
fn texts_leave_it_as_it_is() {
    let words = json!({ "en": "Other words for {vendor}", "nl": "Andere woorden voor {vendor}" });
    for pointer in [
        "/title",
        "/intro",
        "/bands/1/label",
        "/bands/1/meaning",
        "/criteria/0/title",
        "/criteria/0/why",
        "/criteria/0/floor/reason",
        "/criteria/0/questions/0/text",
        "/criteria/0/questions/0/hint",
        "/criteria/0/questions/0/options/0/label",
        "/criteria/0/questions/1/unit",
        "/gates/0/reason",
    ] {
        assert_eq!(with(&[(pointer, words.clone())]), with(&[]), "{pointer}");
    }
    assert_eq!(with(&[("/minutes", json!(5))]), with(&[]));
    let button = json!({ "label": words, "href": "https://example.com" });
    assert_eq!(with(&[("/actions", json!({ "*": button }))]), with(&[]));
}

#[test]
fn whatever_decides_a_score_changes_it() {
    let (overlap, sites, revenue) = ("/criteria/0/questions/0", "/criteria/0/questions/1", "/criteria/1/questions/0");
    let changes: Vec<(String, Value)> = vec![
        ("/id".into(), json!("other")),
        ("/version".into(), json!("1.0.1")),
        ("/borderline".into(), json!(3)),
        ("/bands/1/from".into(), json!(51)),
        ("/bands/1/from".into(), json!(52)),
        ("/criteria/0/weight".into(), json!(4)),
        ("/criteria/0/floor/below".into(), json!(0.3)),
        ("/criteria/0/floor/cap".into(), json!("low")),
        (format!("{overlap}/weight"), json!(2)),
        (format!("{overlap}/unsure"), json!(false)),
        (format!("{overlap}/notApplicable"), json!(false)),
        (format!("{overlap}/options/1/value"), json!(0.25)),
        (format!("{overlap}/options/1/id"), json!("few")),
        (format!("{sites}/min"), json!(1)),
        (format!("{sites}/max"), json!(99)),
        (format!("{sites}/points/1/at"), json!(11)),
        (format!("{sites}/points/1/value"), json!(0.9)),
        (format!("{sites}/points/2"), json!({ "at": 20, "value": 1 })),
        (format!("{revenue}/scale"), json!("linear")),
        (format!("{revenue}/ideal/from"), json!(6)),
        ("/gates/0/id".into(), json!("other")),
        ("/gates/0/cap".into(), json!("middle")),
        ("/gates/0/when/0/is/0".into(), json!("some")),
        ("/gates/0/when/0/is/1".into(), json!("some")),
        ("/gates/1/when/0/below".into(), json!(2)),
        ("/gates/1/when/0".into(), json!({ "question": "sites", "atLeast": 1 })),
    ];
    let mut prints: BTreeSet<String> =
        changes.iter().map(|(pointer, value)| with(&[(pointer.as_str(), value.clone())])).collect();
    prints.insert(with(&[]));
    for pointer in ["/criteria/0/floor", "/gates/1", "/criteria/0/questions/1/max"] {
        let mut file = base();
        remove(&mut file, pointer);
        prints.insert(fingerprint(&file));
    }
    assert_eq!(prints.len(), changes.len() + 4, "two different files have the same fingerprint");
}

#[test]
fn shapes_of_the_same_numbers_are_told_apart() {
    let sites = |key: &str, shape: Value| {
        let mut file = base();
        remove(&mut file, "/criteria/0/questions/1/points");
        set(&mut file, &format!("/criteria/0/questions/1/{key}"), tree(&shape));
        fingerprint(&file)
    };
    let points = sites("points", json!([{ "at": 0, "value": 0 }, { "at": 1, "value": 1 }]));
    let ideal = sites("ideal", json!({ "zeroBelow": 0, "from": 0, "to": 1, "zeroAbove": 1 }));
    assert_ne!(points, ideal);
}
