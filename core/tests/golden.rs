//! Golden reports: whole Reports of the shipped assessments, compared exactly.
//!
//! Each file in `core/tests/golden/<assessment>` holds answers, a language and the Report; its name says what it shows. The
//! table here holds what was worked out by hand for each, so that `PARTNER_FIT_BLESS=1 cargo test --test golden`, which
//! rewrites the Reports, cannot bless a wrong score.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, missing_docs)]

mod common;

use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;

use common::{answers, blessing, built_in, json_files, read_json, root, shipped, stem};
use partner_fit_core::report::report;
use serde_json::{Value, json};

/// Score, band by score, band, gates and floors.
type Expected<'a> = (Option<f64>, &'a str, &'a str, &'a [&'a str]);

/// What each sheet comes to by hand: a question is worth the criterion's weight over the number of its questions.
const BY_HAND: [(&str, Expected); 24] = [
    ("partner/all-best-is-ready", (Some(100.0), "ready", "ready", &[])),
    (
        "partner/all-worst-meets-every-gate-and-floor",
        (
            Some(0.0),
            "not-yet",
            "not-yet",
            &[
                "no-territory",
                "unresolved-bar",
                "direct-rival",
                "no-owner",
                "market-alignment",
                "complementary-product",
                "technical-expertise",
                "sales-process",
                "location",
            ],
        ),
    ),
    ("partner/all-unsure-knows-nothing", (None, "not-yet", "not-yet", &["too-little-known"])),
    // 100 less half of 20
    ("partner/gate-direct-rival-caps-a-ready-score", (Some(90.0), "ready", "emerging", &["direct-rival"])),
    // 100 less half of 12
    ("partner/gate-no-territory-caps-a-ready-score", (Some(94.0), "ready", "not-yet", &["no-territory"])),
    ("partner/gate-unresolved-bar-caps-a-full-score", (Some(100.0), "ready", "not-yet", &["unresolved-bar"])),
    (
        "partner/gates-undisclosed-bar-and-no-owner-cap-at-emerging",
        (Some(100.0), "ready", "emerging", &["undisclosed-bar", "no-owner"]),
    ),
    // 100 less 12 and three quarters of 12: the criterion is worth an eighth
    ("partner/floor-of-market-alignment-caps-at-emerging", (Some(79.0), "strong", "emerging", &["market-alignment"])),
    // 100 less three quarters of 24: the criterion is worth a quarter, which is not under a quarter
    ("partner/floor-is-met-at-a-quarter-exactly", (Some(82.0), "ready", "ready", &[])),
    // 9 + 12.5 + 10 + 10 + 3 + 4 over the 78 that are known
    ("partner/mixed-unsure-unanswered-and-not-applicable", (Some(4850.0 / 78.0), "emerging", "emerging", &[])),
    // 24 + 10 + 10 + 8 + 6 + (4 + 2)
    ("partner/borderline-a-point-under-strong", (Some(64.0), "emerging", "emerging", &[])),
    ("partner/borderline-exactly-strong", (Some(65.0), "strong", "strong", &[])),
    // The square root of 0.25 × 5 is half-way by factors: 100 less half of 4
    ("partner/number-half-way-up-by-factors", (Some(98.0), "ready", "ready", &[])),
    ("partner/number-above-the-ideal-range-is-worth-nothing", (Some(96.0), "ready", "ready", &[])),
    ("company/all-best-is-ready", (Some(100.0), "ready", "ready", &[])),
    (
        "company/all-worst-meets-every-gate",
        (
            Some(0.0),
            "not-yet",
            "not-yet",
            &["no-customer", "no-deal", "no-margin", "nobody-runs-it", "unwritten", "repair-demand", "product"],
        ),
    ),
    (
        "company/all-unsure-knows-nothing",
        (None, "not-yet", "not-yet", &["unknown-margin", "unknown-lead", "half-known"]),
    ),
    // 100 less half of 22
    ("company/gate-no-customer-caps-a-ready-score", (Some(89.0), "ready", "not-yet", &["no-customer"])),
    // 100 less half of 20
    ("company/gate-no-margin-caps-a-ready-score", (Some(90.0), "ready", "not-yet", &["no-margin"])),
    // 100 less half of 16
    ("company/gate-nobody-runs-it-caps-at-emerging", (Some(92.0), "ready", "emerging", &["nobody-runs-it"])),
    ("company/gate-repair-demand-caps-at-emerging", (Some(100.0), "ready", "emerging", &["repair-demand"])),
    // 15 + 13.75 + 5 + 8 + 6 + 3 over the 90 that are known
    ("company/mixed-unsure-and-not-applicable", (Some(5075.0 / 90.0), "emerging", "emerging", &[])),
    // Half of all that is known
    (
        "company/one-answer-known-is-provisional",
        (Some(50.0), "emerging", "emerging", &["unknown-margin", "unknown-lead", "half-known"]),
    ),
    // The square root of 1 × 10 is half-way by factors: 100 less half of 10
    ("company/number-half-way-up-by-factors", (Some(95.0), "ready", "ready", &[])),
];

/// Every sheet: its name, its file and what is in it.
fn sheets() -> Vec<(String, PathBuf, Value)> {
    let folder = |name: &str| json_files(&root().join("core/tests/golden").join(name));
    let sheet = |name: &str, path: PathBuf| (format!("{name}/{}", stem(&path)), path.clone(), read_json(&path));
    built_in().iter().flat_map(|name| folder(name).into_iter().map(|path| sheet(name, path))).collect()
}

/// The Report on a sheet, as hosts receive it.
fn report_on(name: &str, sheet: &Value, language: &str) -> Value {
    let assessment = shipped(name.split_once('/').unwrap().0);
    serde_json::to_value(report(&assessment, &answers(&sheet["answers"], &assessment), language)).unwrap()
}

#[test]
fn every_sheet_was_worked_out_by_hand() {
    let sheets: BTreeSet<String> = sheets().into_iter().map(|(name, ..)| name).collect();
    assert_eq!(sheets, BY_HAND.iter().map(|(name, _)| (*name).to_owned()).collect());
}

#[test]
fn every_report_comes_to_what_was_worked_out_by_hand() {
    let sheets = sheets();
    for (name, (score, by_score, band, gates)) in BY_HAND {
        let (_, _, sheet) = sheets.iter().find(|(sheet, ..)| sheet == name).unwrap();
        let report = report_on(name, sheet, "en");
        let near = |(a, b): (f64, f64)| (a - b).abs() < 1e-9;
        assert_eq!(report["score"].is_null(), score.is_none(), "{name}");
        assert!(report["score"].as_f64().zip(score).is_none_or(near), "{name}: {}", report["score"]);
        assert_eq!((&report["bandByScore"]["id"], &report["band"]["id"]), (&json!(by_score), &json!(band)), "{name}");
        let fired: Vec<_> = report["gates"].as_array().unwrap().iter().map(|gate| &gate["id"]).collect();
        assert_eq!(fired, gates.iter().map(|id| json!(id)).collect::<Vec<_>>().iter().collect::<Vec<_>>(), "{name}");
    }
}

#[test]
fn every_report_is_as_it_was() {
    for (name, path, sheet) in sheets() {
        let language = sheet["language"].as_str().unwrap();
        let report = report_on(&name, &sheet, language);
        if blessing() {
            let blessed = json!({ "answers": sheet["answers"], "language": language, "report": report });
            // Another test reads the files at the same time: what is as it was is not written.
            let text = serde_json::to_string_pretty(&blessed).unwrap() + "\n";
            if fs::read_to_string(&path).unwrap() != text {
                fs::write(path, text).unwrap();
            }
        } else {
            assert_eq!(report, sheet["report"], "{name}: PARTNER_FIT_BLESS=1 rewrites what is meant to change");
        }
    }
}

#[test]
fn two_languages_differ_only_in_language_and_texts() {
    for (name, _, sheet) in sheets() {
        let mut different = BTreeSet::new();
        differences("", &report_on(&name, &sheet, "en"), &report_on(&name, &sheet, "nl"), &mut different);
        assert!(different.remove("language"), "{name}: both claim the same language");
        let texts = ["label", "title", "reason", "reasons", "steps", "text"];
        assert!(different.iter().all(|key| texts.contains(&key.as_str())), "{name}: {different:?}");
        let translated = ["label", "title", "reasons", "steps"].into_iter().all(|key| different.contains(key));
        assert!(translated, "{name}: only {different:?} is translated");
    }
}

/// The keys under which two values differ.
fn differences(key: &str, a: &Value, b: &Value, different: &mut BTreeSet<String>) {
    match (a, b) {
        (Value::Object(a), Value::Object(b)) if a.keys().eq(b.keys()) => {
            for (key, value) in a {
                differences(key, value, &b[key], different);
            }
        }
        (Value::Array(a), Value::Array(b)) if a.len() == b.len() => {
            a.iter().zip(b).for_each(|(a, b)| differences(key, a, b, different));
        }
        _ if a != b => drop(different.insert(key.to_owned())),
        _ => {}
    }
}
