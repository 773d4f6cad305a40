//! The smallest change: a choice for each criterion, a gate for each knock-out, and what the lift says of them.

use partner_fit_core::answers::{Answer, Answers};
use partner_fit_core::assessment::Assessment;
use partner_fit_core::report::{Report, report};
use partner_fit_core::scoring::lift::{lift, required_alone};
use partner_fit_core::scoring::score;
use serde_json::{Value, json};

use crate::check::Check;
use crate::common::{answers, choice, criterion, file, read, text};
use crate::robustness::numbers;

pub fn run(case: &Value, check: &mut Check) {
    let (input, expected) = (&case["input"], &case["expected"]);
    let weights = input["weights"].as_array().unwrap();
    let locked = numbers(&input["locked"]);
    let criteria = weights.iter().enumerate().map(|(index, weight)| {
        let mut question = choice(&format!("q{index}"), input["level_values"][index].as_array().unwrap());
        if locked.contains(&(index as f64)) {
            question["locked"] = json!(true);
        }
        criterion(&format!("c{index}"), weight, vec![question])
    });
    let edges: Vec<f64> = [0.0].into_iter().chain(numbers(&input["thresholds_0_100"])).collect();
    let names: Vec<String> = (0..weights.len()).map(|index| format!("c{index}")).collect();
    let assessment = match read(&file(criteria.collect(), &edges, gates(&input["knockouts"], &names))) {
        Ok(assessment) => assessment,
        Err(problems) => return check.fault(format!("the checker refuses it: {problems:?}")),
    };
    let answers = at_levels(&input["current"], &assessment);
    tiers(&report(&assessment, &answers, "en"), expected, check);
    smallest(&assessment, &answers, &input["current"], expected, check);
    if let Some(values @ Value::Array(_)) = expected.get("single_criterion_required_value") {
        let edge = assessment.bands[expected["target"].as_u64().unwrap() as usize].from;
        check.numbers("required alone", &required_alone(&score(&assessment, &answers), edge), values);
    } else if let Some(target) = expected["target"].as_u64() {
        let edge = assessment.bands[target as usize].from;
        let alone = required_alone(&score(&assessment, &answers), edge);
        check.equal("nothing required alone", alone, vec![None; weights.len()]);
    }
}

/// The score, the bands and the gates that fire.
pub fn tiers(report: &Report, expected: &Value, check: &mut Check) {
    check.number("score", report.score, &expected["score"]);
    check.equal("tier_by_score", report.band_by_score.id.clone(), format!("band-{}", expected["tier_by_score"]));
    check.equal("tier", report.band.id.clone(), format!("band-{}", expected["tier"]));
    let fired = expected["fired"].as_array().unwrap().iter().map(|index| format!("gate-{index}")).collect::<Vec<_>>();
    check.equal("fired", report.gates.iter().map(|gate| gate.id.clone()).collect(), fired);
}

/// What the lift says from these levels; `expected` is empty or `null` in the top band.
pub fn smallest(assessment: &Assessment, answers: &Answers, current: &Value, expected: &Value, check: &mut Check) {
    let lift = lift(assessment, answers);
    let Some(target) = expected.get("target").and_then(Value::as_u64) else {
        return check.equal("a lift", lift, None);
    };
    let Some(lift) = lift else { return check.fault("there is no lift") };
    check.equal("target", lift.target as u64, target);
    // A case that gives a solution says that there is one.
    let reachable =
        expected.get("reachable").and_then(Value::as_bool).unwrap_or(!expected["canonical_levels"].is_null());
    check.equal("reachable", lift.reachable, reachable);
    let present: Vec<u64> = current.as_array().unwrap().iter().map(|level| level.as_u64().unwrap()).collect();
    let mut levels = present.clone();
    for change in &lift.changes {
        let place: usize = change.question[1..].parse().unwrap();
        let level = |answer: &Answer| answer.name().unwrap()[1..].parse::<u64>().unwrap();
        check.equal("from", level(&change.from), present[place]);
        levels[place] = level(&change.to);
    }
    if !reachable {
        return check.equal("changes", lift.changes.len(), 0);
    }
    let steps: u64 = levels.iter().sum::<u64>() - present.iter().sum::<u64>();
    check.equal("min_cost", json!([lift.changes.len(), steps]), expected["min_cost"].clone());
    check.equal("canonical_levels", json!(levels), expected["canonical_levels"].clone());
    check.number("canonical_score", lift.score, &expected["canonical_score"]);
}

/// The answers to `q0`, `q1` … at these levels.
pub fn at_levels(levels: &Value, assessment: &Assessment) -> Answers {
    let levels = levels.as_array().unwrap().iter().enumerate();
    let given: serde_json::Map<String, Value> =
        levels.map(|(index, level)| (format!("q{index}"), json!(format!("o{level}")))).collect();
    answers(&given.into(), assessment)
}

/// A gate for each knock-out that can fire; `names` are the criteria, which a case names or counts.
pub fn gates(knockouts: &Value, names: &[String]) -> Vec<Value> {
    let gate = |(index, knockout): (usize, &Value)| {
        let name = knockout["criterion"].as_str().map(|name| name.replace('_', "-"));
        let place = name.map_or_else(
            || knockout["criterion"].as_u64().unwrap() as usize,
            |name| names.iter().position(|id| *id == name).unwrap(),
        );
        let below: Vec<String> =
            (0..knockout["min_level"].as_u64().unwrap()).map(|level| format!("o{level}")).collect();
        let gate = json!({
            "id": format!("gate-{index}"),
            "when": [{ "question": format!("q{place}"), "is": below }],
            "cap": format!("band-{}", knockout["cap_tier"]),
            "reason": text("Too low"),
        });
        (!below.is_empty()).then_some(gate)
    };
    knockouts.as_array().map(Vec::as_slice).unwrap_or_default().iter().enumerate().filter_map(gate).collect()
}
