//! How far a band depends on the weights: the chance alone, and everything that is said of one assessment.

use partner_fit_core::report::report;
use partner_fit_core::scoring::robustness::{chance, cumulative_means, range_near, repeated, robustness, slope};
use partner_fit_core::scoring::{band_of, score};
use serde_json::{Value, json};

use crate::check::Check;
use crate::common::{answers, choice, criterion, file, read};

pub fn tier_acceptability(case: &Value, check: &mut Check) {
    let (input, expected) = (&case["input"], &case["expected"]);
    let values = numbers(&input["values"]);
    let words = input["weights"].as_str().unwrap_or_default().to_lowercase();
    let nodes = if let Some(alpha) = input["alpha"].as_array() {
        let times: Vec<usize> = alpha.iter().map(|times| times.as_f64().unwrap() as usize).collect();
        repeated(&values, &times)
    } else if words.contains(">=") || words.contains("ordinal") {
        // The values come in the order of importance.
        let importance: Vec<f64> = (0..values.len()).rev().map(|place| place as f64).collect();
        cumulative_means(&values, &importance)
    } else {
        values
    };
    let threshold = input["threshold"].as_f64().unwrap();
    check.number("p_at_or_above", Some(chance(&nodes, threshold)), &expected["p_at_or_above"]);
}

pub fn weight_sensitivity(case: &Value, check: &mut Check) {
    let (input, expected) = (&case["input"], &case["expected"]);
    let (weights, values) = (numbers(&input["weights"]), numbers(&input["values"]));
    let criteria = weights.iter().zip(&values).enumerate().map(|(index, (weight, value))| {
        let options = [json!(0), json!(value), json!(1)];
        criterion(&format!("c{index}"), &json!(weight), vec![choice(&format!("q{index}"), &options)])
    });
    let edges: Vec<f64> = [0.0].into_iter().chain(numbers(&input["thresholds_0_100"])).collect();
    let assessment = match read(&file(criteria.collect(), &edges, vec![])) {
        Ok(assessment) => assessment,
        Err(problems) => return check.fault(format!("the checker refuses it: {problems:?}")),
    };
    let given: serde_json::Map<String, Value> =
        (0..values.len()).map(|index| (format!("q{index}"), json!("o1"))).collect();
    let answers = answers(&given.into(), &assessment);
    let scored = score(&assessment, &answers);
    let robust = robustness(&assessment, &scored, assessment.bands.len() - 1).unwrap();
    let band = report(&assessment, &answers, "en").band.id;

    check.number("score", scored.score, &expected["score"]);
    check.equal("tier", band, format!("band-{}", expected["tier"]));
    check.numbers("uniform", &some(&robust.any_weights), &expected["tier_acceptability_uniform"]);
    check.numbers("ordinal", &some(&robust.same_order), &expected["tier_acceptability_ordinal"]);
    for (index, interval) in robust.intervals.iter().enumerate() {
        let what = format!("weight_stability_interval[{index}]");
        check.numbers(&what, &[Some(interval.low), Some(interval.high)], &expected["weight_stability_interval"][index]);
    }
    check.equal(
        "intervals",
        Some(robust.intervals.len()),
        expected["weight_stability_interval"].as_array().map(Vec::len),
    );
    let shares: Vec<f64> =
        scored.criteria.iter().map(|criterion| (criterion.points + criterion.lost) / 100.0).collect();
    let range = range_near(&shares, &values, input["delta"].as_f64().unwrap()).map(|bound| 100.0 * bound);
    check.numbers("score_range_box", &some(&range), &expected["score_range_box"]);
    let tiers = range.map(|bound| Some(band_of(bound, &assessment.bands) as f64));
    check.numbers("tier_range_box", &tiers, &expected["tier_range_box"]);
    let gradient = |(share, value): (&f64, &f64)| slope(*share, *value, scored.score? / 100.0);
    let gradients: Vec<Option<f64>> = shares.iter().zip(&values).map(gradient).collect();
    check.numbers("gradient", &gradients, &expected["gradient_points_per_0_01_weight"]);
}

/// Numbers that are all there.
pub fn some(numbers: &[f64]) -> Vec<Option<f64>> {
    numbers.iter().copied().map(Some).collect()
}

/// The numbers in a list.
pub fn numbers(value: &Value) -> Vec<f64> {
    value.as_array().map(Vec::as_slice).unwrap_or_default().iter().filter_map(Value::as_f64).collect()
}
