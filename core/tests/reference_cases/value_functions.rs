//! Value functions: what a number is worth, asked of a number question whose shape is the case's.
//!
//! The exponential curve has no shape in an assessment file, so there the engine's function is called.

use partner_fit_core::answers::{Answer, Answers};
use partner_fit_core::assessment::Assessment;
use partner_fit_core::assessment::value_function::exponential;
use partner_fit_core::scoring::score;
use serde_json::{Value, json};

use crate::check::{Check, refusal};
use crate::common::{criterion, file, read, text};
use crate::loose_json;

pub fn run(case: &Value, check: &mut Check) {
    let spec = &case["input"]["spec"];
    let expected = case["expected"].get("value").or(case["expected"].get("values")).unwrap_or(&case["expected"]);
    let numbers: Vec<f64> = match &case["input"]["x"] {
        Value::Array(numbers) => numbers.iter().filter_map(loose_json::number).collect(),
        one => loose_json::number(one).into_iter().collect(),
    };
    let expected = if expected.is_number() { json!([expected]) } else { expected.clone() };
    if spec["kind"] == "exponential" {
        let [Some(lo), Some(hi), Some(rho)] = ["lo", "hi", "rho"].map(|key| loose_json::number(&spec[key])) else {
            return check.fault(format!("lo, hi and rho are not numbers: {spec}"));
        };
        let turn = |value: f64| if reversed(spec) { 1.0 - value } else { value };
        let got: Vec<_> = numbers.iter().map(|x| Some(turn(exponential(lo, hi, rho, *x)))).collect();
        return check.numbers("value", &got, &expected);
    }
    let Some(question) = question(spec) else {
        return check.fault(format!("an unknown kind of value function: {spec}"));
    };
    match read(&file(vec![criterion("c", &json!(1), vec![question])], &[0.0], vec![])) {
        Err(problems) if refusal(&case["expected"]) => check.equal("problems", problems.is_empty(), false),
        Err(problems) => check.fault(format!("the checker refuses it: {problems:?}")),
        Ok(_) if refusal(&case["expected"]) => check.fault("the checker accepts what is to be refused"),
        Ok(assessment) => {
            let got: Vec<_> = numbers.iter().map(|x| value(&assessment, *x)).collect();
            check.numbers("value", &got, &expected);
        }
    }
}

/// What the engine says that `x` is worth.
fn value(assessment: &Assessment, x: f64) -> Option<f64> {
    let answers: Answers = [("q".to_owned(), Answer::Number(x))].into_iter().collect();
    score(assessment, &answers).criteria[0].questions[0].value
}

fn reversed(spec: &Value) -> bool {
    ["reverse", "reversed"].iter().any(|key| spec[*key] == true)
}

/// The number question that says what `spec` says.
fn question(spec: &Value) -> Option<Value> {
    let at = |key: &str| spec[key].clone();
    let (low, high) = if reversed(spec) { (1, 0) } else { (0, 1) };
    let point = |at: &Value, value: &Value| json!({ "at": at, "value": value });
    let line = |from: Value, to: Value| vec![point(&from, &json!(low)), point(&to, &json!(high))];
    let mut question = json!({ "id": "q", "text": text("How many?"), "kind": "number" });
    let mut points = match spec["kind"].as_str()? {
        "linear" => line(at("lo"), at("hi")),
        "likert" => line(json!(1), at("m")),
        "log" | "log_linear" | "log-linear" | "loglinear" => {
            question["scale"] = "log".into();
            line(at("lo"), at("hi"))
        }
        "piecewise" | "piecewise_linear" | "piecewise-linear" => {
            let turn = |value: &Value| value.as_f64().map(|v| if reversed(spec) { 1.0 - v } else { v });
            at("points").as_array()?.iter().map(|pair| point(&pair[0], &json!(turn(&pair[1])))).collect()
        }
        "trapezoid" | "triangle" => {
            let [a, b, c, d] = corners(spec);
            question["ideal"] = json!({ "zeroBelow": a, "from": b, "to": c, "zeroAbove": d });
            return Some(question);
        }
        _ => return None,
    };
    // A line that falls is written from its other end, as a file has its points in rising order.
    if points.len() == 2 && points[1]["at"].as_f64() < points[0]["at"].as_f64() {
        points.reverse();
    }
    question["points"] = points.into();
    Some(question)
}

/// The corners of a trapezoid; a triangle may name only one best number.
fn corners(spec: &Value) -> [Value; 4] {
    match spec.get("d") {
        Some(d) => [spec["a"].clone(), spec["b"].clone(), spec["c"].clone(), d.clone()],
        None => [spec["a"].clone(), spec["b"].clone(), spec["b"].clone(), spec["c"].clone()],
    }
}
