//! Firms with all their answers, and what somebody who sells through partners for a living would tell them:
//! `core/tests/advice/<assessment>.json`, with one line for each why.

use std::collections::BTreeSet;

use partner_fit_core::report::{Report, report};
use serde::Deserialize;
use serde_json::Value;

use crate::common::{answers, built_in, root, shipped};

/// A firm, its answers and what should come out.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Firm {
    name: String,
    firm: String,
    answers: Value,
    verdict: String,
    model: String,
    /// The first item of the plan.
    plan: String,
    /// The type of partner that fits best, where the expert has a view on it.
    #[serde(rename = "type")]
    best_type: Option<String>,
    because: String,
}

fn firms(name: &str) -> Vec<Firm> {
    let path = root().join("core/tests/advice").join(name).with_extension("json");
    serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap_or_else(|error| panic!("{name}: {error}"))
}

fn reports(name: &str) -> Vec<(Firm, Report)> {
    let assessment = shipped(name);
    let report = |firm: Firm| {
        let answers = answers(&firm.answers, &assessment);
        assert!(answers.complete(&assessment), "{name}: {}: an answer is missing", firm.name);
        let report = report(&assessment, &answers, "en");
        (firm, report)
    };
    firms(name).into_iter().map(report).collect()
}

#[test]
fn every_firm_is_told_what_an_expert_would_say() {
    let mut wrong = Vec::new();
    for name in built_in() {
        for (firm, report) in reports(name) {
            let mut tell = |what: &str, expected: &str, got: Option<&String>| {
                if got.is_none_or(|got| got != expected) {
                    let because = &firm.because;
                    wrong.push(format!("{name}: {}: {what} {expected}, got {got:?}: {because}", firm.name));
                }
            };
            tell("verdict", &firm.verdict, report.verdict.as_ref().map(|verdict| &verdict.id));
            tell("model", &firm.model, report.model.as_ref().map(|model| &model.chosen));
            tell("plan", &firm.plan, report.plan.first().map(|item| &item.id));
            if let Some(best) = &firm.best_type {
                tell("type", best, report.partner_types.first().map(|fitting| &fitting.id));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_tables_are_large_enough_and_say_why() {
    for name in built_in() {
        let firms = firms(name);
        assert!(firms.len() >= 25, "{name}: {} firms", firms.len());
        let names: BTreeSet<&str> = firms.iter().map(|firm| firm.name.as_str()).collect();
        let sheets: BTreeSet<String> = firms.iter().map(|firm| firm.answers.to_string()).collect();
        assert_eq!((names.len(), sheets.len()), (firms.len(), firms.len()), "{name}: a firm twice");
        for firm in &firms {
            assert!(firm.firm.len() > 20 && firm.because.len() > 20, "{name}: {} says too little", firm.name);
        }
    }
}

/// The tests that can write their files keep away from these, and those here write none: what people wrote down is only
/// ever changed by people.
#[test]
fn no_test_writes_what_people_wrote_down() {
    let sources = |folder: &str| {
        let entries = std::fs::read_dir(root().join(folder)).unwrap().map(|entry| entry.unwrap().path());
        entries.filter(|path| path.extension().is_some_and(|ending| ending == "rs")).collect::<Vec<_>>()
    };
    let [here, beside] = [sources("core/tests/advice"), sources("core/tests")];
    assert!(here.len() > 5 && beside.len() > 5);
    // In two parts, because this is one of the sources.
    let (writes, blesses) = (concat!("fs::", "write"), concat!("bless", "ing("));
    for path in here {
        let source = std::fs::read_to_string(&path).unwrap();
        assert!(!source.contains(writes) && !source.contains(blesses), "{}", path.display());
    }
    for path in beside {
        let source = std::fs::read_to_string(&path).unwrap();
        assert!(!source.contains(blesses) || !source.contains("tests/advice"), "{}", path.display());
    }
}
