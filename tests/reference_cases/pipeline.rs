//! The whole way from answers to a band, with knock-outs as gates. Weights from an importance order, the smallest
//! change and robustness are not built yet: the weights come from the case, the rest is left out.

use partner_fit::report::report;
use serde_json::{Value, json};

use crate::check::Check;
use crate::common::{answers, choice, criterion, file, read, text};

pub fn run(case: &Value, check: &mut Check) {
    check.part("values, score, points, tiers, knock-outs, strengths and gaps");
    let (input, expected) = (&case["input"], &case["expected"]);
    let assessment = match read(&assessment(input, expected)) {
        Ok(assessment) => assessment,
        Err(problems) => return check.fault(format!("the checker refuses it: {problems:?}")),
    };
    let levels = input["answers_0_4"].as_array().unwrap();
    let given: serde_json::Map<String, Value> =
        levels.iter().enumerate().map(|(index, level)| (format!("q{index}"), json!(format!("o{level}")))).collect();
    let report = report(&assessment, &answers(&given.into(), &assessment), "en");

    let each = |pick: fn(&partner_fit::report::CriterionReport) -> Option<f64>| -> Vec<Option<f64>> {
        report.criteria.iter().map(pick).collect()
    };
    check.number("score", report.score, &expected["score"]);
    check.numbers("weights", &each(|criterion| Some(criterion.weight)), &expected["weights"]);
    check.numbers("values", &each(|criterion| criterion.value), &expected["values"]);
    check.numbers("points", &each(|criterion| Some(criterion.points)), &expected["points"]);
    check.numbers("points_lost", &each(|criterion| Some(criterion.lost)), &expected["points_lost"]);
    check.equal("tier_by_score", report.band_by_score.id.clone(), format!("band-{}", expected["tier_by_score"]));
    check.equal("tier", report.band.id.clone(), format!("band-{}", expected["tier"]));
    let fired = expected["fired"].as_array().unwrap().iter().map(|index| format!("gate-{index}")).collect::<Vec<_>>();
    check.equal("fired", report.gates.iter().map(|gate| gate.id.clone()).collect(), fired);
    check.equal("strengths", report.strengths.clone(), ids(&expected["strengths"]));
    check.equal("gaps", report.gaps.clone(), ids(&expected["gaps"]));
}

/// Names of a case as ids of an assessment.
fn ids(names: &Value) -> Vec<String> {
    names.as_array().unwrap().iter().map(|name| name.as_str().unwrap().replace('_', "-")).collect()
}

/// The case as an assessment: a choice of five levels for each criterion, a gate for each knock-out.
fn assessment(input: &Value, expected: &Value) -> Value {
    let names = ids(&input["criteria"]);
    let weights = if input["weights"].is_array() { &input["weights"] } else { &expected["weights"] };
    let levels: Vec<Value> = (0..5_u8).map(|level| json!(f64::from(level) / 4.0)).collect();
    let criteria = names
        .iter()
        .enumerate()
        .map(|(index, name)| criterion(name, &weights[index], vec![choice(&format!("q{index}"), &levels)]));
    let gates = input["knockouts"].as_array().unwrap().iter().enumerate().map(|(index, knockout)| {
        let name = knockout["criterion"].as_str().map(|name| name.replace('_', "-"));
        let place = name.map_or_else(
            || knockout["criterion"].as_u64().unwrap() as usize,
            |name| names.iter().position(|id| *id == name).unwrap(),
        );
        let below: Vec<String> =
            (0..knockout["min_level"].as_u64().unwrap()).map(|level| format!("o{level}")).collect();
        json!({
            "id": format!("gate-{index}"),
            "when": [{ "question": format!("q{place}"), "is": below }],
            "cap": format!("band-{}", knockout["cap_tier"]),
            "reason": text("Too low"),
        })
    });
    let thresholds = input["thresholds_0_100"].as_array().unwrap().iter().map(|edge| edge.as_f64().unwrap());
    let edges: Vec<f64> = [0.0].into_iter().chain(thresholds).collect();
    file(criteria.collect(), &edges, gates.collect())
}
