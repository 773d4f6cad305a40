//! The advice over 33 programmes and 40 partners. The tables were written down before any rule ran over them; where the two
//! differed, the history says which of them was wrong.

use serde_json::Value;

use crate::common::{read_json, root};
use crate::sheets::{content, sheet};

/// A table with its base and cases.
fn cases(name: &str) -> Vec<(Value, Value)> {
    let table = read_json(&root().join("core/tests/measure/advice").join(name).with_extension("json"));
    let with = |case: &Value| {
        let mut sheet = table["base"].clone();
        match case.get("sheet") {
            Some(own) => sheet = own.clone(),
            None => sheet.as_object_mut().unwrap().extend(case["set"].as_object().unwrap().clone()),
        }
        (case.clone(), sheet)
    };
    table["cases"].as_array().unwrap().iter().map(with).collect()
}

#[test]
fn programmes_are_told_what_was_expected() {
    let programme = content("programme");
    let mut wrong = Vec::new();
    for (case, value) in cases("programmes") {
        let report = programme.report(&sheet(&programme, &value), "en").report;
        let verdict = report.verdict.map(|verdict| verdict.id).unwrap_or_default();
        let first = report.plan.first().map(|item| item.id.clone()).unwrap_or_default();
        if case["verdict"] != verdict.as_str() || case["first"] != first.as_str() {
            wrong.push(format!(
                "{}: {} {} expected, got {verdict} {first} ({:?} {})",
                case["name"], case["verdict"], case["first"], report.score, report.band.id
            ));
        }
    }
    assert_eq!(wrong, Vec::<String>::new(), "{wrong:#?}");
}

#[test]
fn partners_are_told_what_was_expected() {
    let programme = content("scorecard");
    let mut wrong = Vec::new();
    for (case, value) in cases("partners") {
        let found = programme.report(&sheet(&programme, &value), "en");
        let (tier, change) = found.tier.as_ref().map_or(("null", "null"), |tier| (tier.id.as_str(), tier.change));
        let first = found.report.plan.first().map(|item| item.id.as_str()).unwrap_or_default();
        if case["tier"] != tier || case["change"] != change || case["first"] != first {
            let [t, c, f] = ["tier", "change", "first"].map(|key| case[key].as_str().unwrap_or_default());
            wrong.push(format!(
                "{}: {t} {c} {f} expected, got {tier} {change} {first} ({:?} {:?})",
                case["name"],
                found.report.score,
                found.report.criteria.iter().map(|c| c.value).collect::<Vec<_>>()
            ));
        }
    }
    assert_eq!(wrong, Vec::<String>::new(), "{wrong:#?}");
}
