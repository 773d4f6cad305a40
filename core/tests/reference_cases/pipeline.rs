//! The whole way: weights from an importance order, answers, score, knock-outs as gates, band, the smallest change, and
//! how far the band of the score depends on the weights.

use partner_fit_core::assessment::Assessment;
use partner_fit_core::report::{CriterionReport, report};
use partner_fit_core::scoring::robustness::robustness;
use partner_fit_core::scoring::score;
use partner_fit_core::scoring::weights::by_rank;
use serde_json::{Value, json};

use crate::check::Check;
use crate::common::{choice, criterion, file, read};
use crate::counterfactual::{at_levels, gates, smallest, tiers};
use crate::rank_weights::surrogate;
use crate::robustness::numbers;

pub fn run(case: &Value, check: &mut Check) {
    let (input, expected) = (&case["input"], &case["expected"]);
    let assessment = match assessment(input) {
        Ok(assessment) => assessment,
        Err(fault) => return check.fault(fault),
    };
    let answers = at_levels(&input["answers_0_4"], &assessment);
    let report = report(&assessment, &answers, "en");
    let each =
        |pick: fn(&CriterionReport) -> Option<f64>| -> Vec<Option<f64>> { report.criteria.iter().map(pick).collect() };
    check.numbers("weights", &each(|criterion| Some(criterion.weight)), &expected["weights"]);
    check.numbers("values", &each(|criterion| criterion.value), &expected["values"]);
    check.numbers("points", &each(|criterion| Some(criterion.points)), &expected["points"]);
    check.numbers("points_lost", &each(|criterion| Some(criterion.lost)), &expected["points_lost"]);
    tiers(&report, expected, check);
    check.equal("strengths", report.strengths.clone(), ids(&expected["strengths"]));
    check.equal("gaps", report.gaps.clone(), ids(&expected["gaps"]));
    smallest(&assessment, &answers, &input["answers_0_4"], &expected["counterfactual"], check);

    // The cases count bands before caps.
    let robust = robustness(&assessment, &score(&assessment, &answers), assessment.bands.len() - 1).unwrap();
    let some = |numbers: &[f64]| numbers.iter().copied().map(Some).collect::<Vec<_>>();
    check.numbers("ordinal", &some(&robust.same_order), &expected["tier_acceptability_by_score_ordinal"]);
    check.numbers("uniform", &some(&robust.any_weights), &expected["tier_acceptability_by_score_uniform"]);
    let near = &robust.near_weights;
    check.numbers("score_range_box_20", &some(&[near.low, near.high]), &expected["score_range_box_20"]);
}

/// Names of a case as ids of an assessment.
fn ids(names: &Value) -> Vec<String> {
    names.as_array().unwrap().iter().map(|name| name.as_str().unwrap().replace('_', "-")).collect()
}

/// The case as an assessment: a choice of five levels for each criterion, a gate for each knock-out.
fn assessment(input: &Value) -> Result<Assessment, String> {
    let names = ids(&input["criteria"]);
    let weights = if input["weights"].is_array() {
        numbers(&input["weights"])
    } else {
        let order = ids(&input["importance_order"]);
        let rank = |name: &String| order.iter().position(|other| other == name).map(|place| place as f64);
        let ranks: Option<Vec<f64>> = names.iter().map(rank).collect();
        let ranks = ranks.ok_or("a criterion is missing in the order of importance")?;
        by_rank(&ranks, surrogate(input["weights"].as_str().unwrap_or_default()))
    };
    let levels: Vec<Value> = (0..5_u8).map(|level| json!(f64::from(level) / 4.0)).collect();
    let criteria =
        names.iter().zip(weights).enumerate().map(|(index, (name, weight))| {
            criterion(name, &json!(weight), vec![choice(&format!("q{index}"), &levels)])
        });
    let edges: Vec<f64> = [0.0].into_iter().chain(numbers(&input["thresholds_0_100"])).collect();
    let file = file(criteria.collect(), &edges, gates(&input["knockouts"], &names));
    read(&file).map_err(|problems| format!("the checker refuses it: {problems:?}"))
}
