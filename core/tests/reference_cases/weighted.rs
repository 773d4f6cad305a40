//! The weighted sum and missing answers: one criterion for each value, with options worth 0, the value and 1.

use partner_fit_core::answers::{Answer, Answers};
use partner_fit_core::assessment::Assessment;
use partner_fit_core::input::problem::Problem;
use partner_fit_core::input::value::Tree;
use partner_fit_core::scoring::{self, Score};
use serde_json::{Value, json};

use crate::check::{Check, refusal};
use crate::common::{choice, criterion, file, tree};
use crate::loose_json;

pub fn weighted_sum(case: &Value, check: &mut Check) {
    let (input, expected) = (&case["input"], &case["expected"]);
    if input.get("matrix").is_some() && input.get("values").is_none() {
        return check.unused("with named normalisations, not used");
    }
    let alternatives = match input["values"].as_array() {
        Some(rows) if rows.iter().all(Value::is_array) && !rows.is_empty() => rows.clone(),
        _ => vec![input["values"].clone()],
    };
    let scores: Result<Vec<Score>, _> = alternatives.iter().map(|values| score(&input["weights"], values)).collect();
    let Some(scores) = judged(scores, expected, check) else { return };
    let got: Vec<Option<f64>> = scores.iter().map(|score| score.score).collect();
    let list = |value: &Value| if value.is_array() { value.clone() } else { json!([value]) };
    for key in ["score_0_100", "score"] {
        if let Some(expected) = expected.get(key) {
            check.numbers(key, &got, &list(expected));
        }
    }
    if let Some(expected) = expected.get("score_0_1") {
        let shares: Vec<_> = got.iter().map(|score| score.map(|score| score / 100.0)).collect();
        check.numbers("score_0_1", &shares, &list(expected));
    }
    if let Some(Value::Array(rows)) = expected.get("contribution") {
        for (score, row) in scores.iter().zip(rows) {
            let shares: Vec<_> = score.criteria.iter().map(|criterion| Some(criterion.points / 100.0)).collect();
            check.numbers("contribution", &shares, row);
        }
    }
    if let Some(Value::Array(ranks)) = expected.get("rank_competition") {
        // The engine ranks nobody; its scores stand in the order that the ranks say.
        for (a, b) in (0..ranks.len()).flat_map(|a| (0..ranks.len()).map(move |b| (a, b))) {
            if ranks[a].as_u64() < ranks[b].as_u64() {
                check.equal(&format!("alternative {a} before {b}"), got[a] > got[b], true);
            }
        }
    }
}

pub fn missing(case: &Value, check: &mut Check) {
    let (input, expected) = (&case["input"], &case["expected"]);
    let scored = score(&input["weights"], &input["values"]);
    let Some(scores) = judged(scored.map(|score| vec![score]), expected, check) else { return };
    let score = &scores[0];
    check.number("score", score.score, &expected["score"]);
    check.number("low", Some(score.low), &expected["low"]);
    check.number("high", Some(score.high), &expected["high"]);
    check.number("coverage", Some(score.coverage), &expected["coverage"]);
    let answered = score.criteria.iter().filter(|criterion| criterion.value.is_some()).count();
    check.equal("answered", Some(answered as u64), expected["answered"].as_u64());
    let next = expected["next_best_question"].as_u64().map(|index| format!("q{index}"));
    check.equal("next", score.next.clone(), next);
}

/// The scores, unless the case says that there are none, or there are none and it does not.
fn judged(scores: Result<Vec<Score>, Vec<Problem>>, expected: &Value, check: &mut Check) -> Option<Vec<Score>> {
    match (scores, refusal(expected)) {
        (Err(problems), true) => check.equal("problems", problems.is_empty(), false),
        (Err(problems), false) => check.fault(format!("the checker refuses it: {problems:?}")),
        (Ok(_), true) => check.fault("the checker accepts what is to be refused"),
        (Ok(scores), false) => return Some(scores),
    }
    None
}

/// The score of `values`, of which `null` is an unknown one, under `weights`.
fn score(weights: &Value, values: &Value) -> Result<Score, Vec<Problem>> {
    let weights = weights.as_array().map(Vec::as_slice).unwrap_or_default();
    let values = values.as_array().map(Vec::as_slice).unwrap_or_default();
    let criteria = weights.iter().zip(values).enumerate().map(|(index, (weight, value))| {
        let middle = if value.is_null() { vec![] } else { vec![value.clone()] };
        let options = [vec![json!(0)], middle, vec![json!(1)]].concat();
        criterion(&format!("c{index}"), weight, vec![choice(&format!("q{index}"), &options)])
    });
    let mut tree = tree(&file(criteria.collect(), &[0.0], vec![]));
    restore_numbers(&mut tree);
    let assessment = Assessment::read(&tree, &Default::default())?;
    let known = values.iter().enumerate().filter(|(_, value)| !value.is_null());
    let answers: Answers = known.map(|(index, _)| (format!("q{index}"), Answer::Option("o1".to_owned()))).collect();
    Ok(scoring::score(&assessment, &answers))
}

/// Weights that JSON cannot hold (`"NaN"`, `"Infinity"`) as the numbers they stand for.
fn restore_numbers(tree: &mut Tree) {
    match tree {
        Tree::List(items) => items.iter_mut().for_each(restore_numbers),
        Tree::Object(entries) => {
            for (key, value) in entries {
                match value {
                    Tree::Text(words) if key == "weight" => {
                        if let Some(number) = loose_json::number(&json!(words)) {
                            *value = Tree::Number(number);
                        }
                    }
                    other => restore_numbers(other),
                }
            }
        }
        _ => {}
    }
}
