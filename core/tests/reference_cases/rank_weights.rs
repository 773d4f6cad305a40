//! Weights from an order of importance, with and without ties, and from swing points.

use partner_fit_core::scoring::weights::{Surrogate, by_place, by_rank, by_swing};
use serde_json::Value;

use crate::check::{Check, refusal};
use crate::loose_json;

/// The rules, by the names that the cases have for them.
const RULES: [(&str, &str, Surrogate); 3] = [
    ("roc", "roc", Surrogate::RankOrderCentroid),
    ("rank_sum", "rank-sum", Surrogate::RankSum),
    ("rank_reciprocal", "rank-reciprocal", Surrogate::RankReciprocal),
];

/// The rule that words name; the centroid where they name none.
pub fn surrogate(words: &str) -> Surrogate {
    let words = words.to_lowercase().replace(['_', ' '], "-");
    RULES.iter().rev().find(|(_, name, _)| words.contains(name)).map_or(Surrogate::RankOrderCentroid, |rule| rule.2)
}

pub fn run(case: &Value, check: &mut Check) {
    let (input, expected) = (&case["input"], &case["expected"]);
    let some = |weights: Vec<f64>| weights.into_iter().map(Some).collect::<Vec<_>>();
    if let Some(points) = numbers(&input["swing_points"]) {
        match by_swing(&points) {
            None => check.equal("refused", true, refusal(expected) || expected["weights"].is_null()),
            Some(weights) => check.numbers("weights", &some(weights), &expected["weights"]),
        }
    } else if let Some(ranks) = numbers(&input["ranks"]) {
        let rule = surrogate(input["rule"].as_str().unwrap_or_default());
        check.numbers("weights", &some(by_rank(&ranks, rule)), &expected["weights"]);
    } else if let Some(count) = input["n"].as_u64() {
        for (key, _, rule) in RULES.iter().filter(|(key, _, _)| expected.get(key).is_some()) {
            check.numbers(key, &some(by_place(count as usize, *rule)), &expected[key]);
        }
    }
}

fn numbers(value: &Value) -> Option<Vec<f64>> {
    value.as_array()?.iter().map(loose_json::number).collect()
}
