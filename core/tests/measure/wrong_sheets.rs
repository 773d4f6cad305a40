//! Sheets with something wrong: each a problem with its place, what was expected, and a hint where one is near.

use partner_fit_core::input::problem::Problem;
use partner_fit_core::measure::Programme;
use serde_json::{Value, json};

use crate::common::tree;
use crate::sheets::{case_a_with, content};

/// The problems of the case A with these entries, as they are shown.
fn shown(programme: &Programme, set: &Value) -> Vec<String> {
    let problems = programme.read_sheet(&tree(&case_a_with(set))).err().unwrap_or_default();
    problems.iter().map(Problem::to_string).collect()
}

#[test]
fn every_wrong_figure_is_refused_in_words() {
    let programme = content("programme");
    let cases = [
        // Every part that is more than its whole.
        (json!({ "direct-kept": 301 }), "direct-kept: expected at most 300 (direct-start), got 301"),
        (json!({ "direct-grown": 265 }), "direct-grown: expected at most 264 (direct-kept), got 265"),
        (json!({ "partner-kept": 51 }), "partner-kept: expected at most 50 (partner-start), got 51"),
        (json!({ "partner-grown": 47 }), "partner-grown: expected at most 46 (partner-kept), got 47"),
        (json!({ "material": 41 }), "material: expected at most 40 (partners), got 41"),
        (json!({ "events": 41 }), "events: expected at most 40 (partners), got 41"),
        (json!({ "tried": 41 }), "tried: expected at most 40 (partners), got 41"),
        (json!({ "lead": 41 }), "lead: expected at most 40 (partners), got 41"),
        (json!({ "certified": 13 }), "certified: expected at most 12 (tried), got 13"),
        (
            json!({ "decided": 120.0, "registered": 100, "accepted": 1 }),
            "decided: expected at most 100 (registered), got 120",
        ),
        (json!({ "accepted": 120 }), "accepted: expected at most 100 (decided), got 120"),
        // Counts are whole.
        (json!({ "partners": 40.5 }), "partners: expected a whole number, got 40.5"),
        (json!({ "direct-new": 0.5 }), "direct-new: expected a whole number, got 0.5"),
        (json!({ "lead": 1.25 }), "lead: expected a whole number, got 1.25"),
        (json!({ "programme-age": 11.5 }), "programme-age: expected a whole number, got 11.5"),
        // Bounds.
        (json!({ "partners": 0 }), "partners: expected a number from 1 to 100000, got 0"),
        (json!({ "partners": 100_001 }), "partners: expected a number from 1 to 100000, got 100001"),
        (json!({ "channel-fixed": -1 }), "channel-fixed: expected a number from 0 to 1000000000000, got -1"),
        (json!({ "share-paid": 1e16 }), "share-paid: expected a number from 0 to 1000000000000, got 10000000000000000"),
        (json!({ "direct-cost": 1e13 }), "direct-cost: expected a number from 0 to 1000000000000, got 10000000000000"),
        (json!({ "programme-age": 601 }), "programme-age: expected a number from 0 to 600, got 601"),
        (json!({ "sales-cycle": 0 }), "sales-cycle: expected a number from 0.1 to 60, got 0"),
        (json!({ "registered": -3 }), "registered: expected a number from 0 to 10000000, got -3"),
        // Texts for numbers.
        (
            json!({ "lead": "12" }),
            "lead: expected a number or one of unsure, got \"12\" (did you mean 12, without quotation marks?)",
        ),
        (
            json!({ "sales-cycle": "4,5" }),
            "sales-cycle: expected a number or one of unsure, got \"4,5\" (did you mean 4.5, without quotation marks?)",
        ),
        (
            json!({ "channel-fixed": "1 250 000" }),
            "channel-fixed: expected a number or one of unsure, got \"1 250 000\" (did you mean 1250000, without quotation marks?)",
        ),
        (
            json!({ "channel-fixed": "1.234,5" }),
            "channel-fixed: expected a number or one of unsure, got \"1.234,5\" (did you mean 1234.5, without quotation marks?)",
        ),
        (json!({ "lead": "many" }), "lead: expected a number or one of unsure, got \"many\""),
        (json!({ "lead": "" }), "lead: expected a number or one of unsure, got \"\""),
        (
            json!({ "lead": "unsur" }),
            "lead: expected a number or one of unsure, got \"unsur\" (did you mean \"unsure\"?)",
        ),
        (json!({ "direct-new": "n.a." }), "direct-new: expected a number or one of unsure, n/a, got \"n.a.\""),
        // Figures as options, options as figures.
        (json!({ "lead": "from-25" }), "lead: expected a number or one of unsure, got \"from-25\""),
        (
            json!({ "operational": 0.5 }),
            "operational: expected one of not-tracked, under-25, from-25, from-50, from-75, unsure, got 0.5",
        ),
        (
            json!({ "operational": "half" }),
            "operational: expected one of not-tracked, under-25, from-25, from-50, from-75, unsure, got \"half\"",
        ),
        (
            json!({ "largest-share": "from-57" }),
            "largest-share: expected one of from-75, from-50, from-25, under-25, unsure, got \"from-57\" (did you mean \"from-75\"?)",
        ),
        // What is not offered.
        (json!({ "partners": "n/a" }), "partners: expected a number or one of unsure, got \"n/a\""),
        (json!({ "channel-fixed": "n/a" }), "channel-fixed: expected a number or one of unsure, got \"n/a\""),
        (json!({ "lead": null }), "lead: expected a number or one of unsure, got null"),
        (json!({ "lead": [1] }), "lead: expected a number or one of unsure, got a list"),
        (json!({ "lead": true }), "lead: expected a number or one of unsure, got true"),
        // What is not asked: indicators are computed, and never filled in.
        (json!({ "cac-ratio": 0.5 }), "cac-ratio: expected the id of a question, got an unknown one"),
        (json!({ "contribution": 5 }), "contribution: expected the id of a question, got an unknown one"),
        (
            json!({ "partner": 5 }),
            "partner: expected the id of a question, got an unknown one (did you mean \"partners\"?)",
        ),
        // Inputs of the economics.
        (json!({ "margin-direct": 75 }), "margin-direct: expected a number from 0 to 1, got 75"),
        (json!({ "years": 0 }), "years: expected a number from 1 to 10, got 0"),
        (json!({ "discount": "unsure" }), "discount: expected a number, got \"unsure\""),
        (json!({ "overlap": 1 }), "overlap: expected a number from 0 to 0.99, got 1"),
        (json!({ "contract-value": 0 }), "contract-value: expected a number from 0.01 to 1000000000, got 0"),
    ];
    assert!(cases.len() >= 40);
    for (set, expected) in cases {
        let got = shown(&programme, &set);
        assert!(got.len() == 1 && got[0].starts_with(expected), "{set}: expected {expected}, got {got:#?}");
    }
}

#[test]
fn all_that_is_wrong_is_said_together() {
    let programme = content("programme");
    let got = shown(&programme, &json!({ "lead": 41, "decided": "ten", "direct-new": 0.5, "accepted": 120 }));
    assert_eq!(got.len(), 3, "{got:#?}"); // 120 accepted of what could not be read is no contradiction
    let problems = programme.read_sheet(&tree(&json!([1]))).unwrap_err();
    assert_eq!(problems[0].to_string(), "expected an object of answers by question id, got a list");
}

#[test]
fn years_are_whole() {
    let programme = content("programme");
    let got = shown(&programme, &json!({ "years": 4.5 }));
    assert_eq!(got, ["years: expected a whole number, got 4.5"]);
}
