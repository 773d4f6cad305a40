//! TOPSIS, VIKOR and PROMETHEE II. A criterion of which less is better is turned round first: the product's own values
//! always rise.

use partner_fit_core::rank::agree::places;
use partner_fit_core::rank::methods::{self, linear, promethee, vikor};
use serde_json::Value;

use crate::check::Check;
use crate::robustness::{numbers, some};

/// The matrix of a case, the more the better.
fn matrix(input: &Value) -> Vec<Vec<f64>> {
    let types = numbers(&input["types"]);
    let rows = input["matrix"].as_array().map(Vec::as_slice).unwrap_or_default();
    let row = |row: &Value| numbers(row).into_iter().zip(&types).map(|(x, sign)| x * sign).collect();
    rows.iter().map(row).collect()
}

/// Places by a measure, where the case has them.
fn ranks(key: &str, measure: &[f64], expected: &Value, check: &mut Check) {
    if let Some(expected) = expected.get(key) {
        let got: Vec<f64> = places(measure).into_iter().map(|place| place as f64).collect();
        check.numbers(key, &some(&got), expected);
    }
}

pub fn topsis(case: &Value, check: &mut Check) {
    let (input, expected) = (&case["input"], &case["expected"]);
    let (mut matrix, weights) = (matrix(input), numbers(&input["weights"]));
    let nearness = methods::topsis(&matrix, &weights);
    if let Some(place) = input["drop"].as_u64() {
        // What it says of some changes with who else is in the list.
        check.numbers("closeness_all", &some(&nearness), &expected["closeness_all"]);
        matrix.remove(usize::try_from(place).unwrap());
        let without = methods::topsis(&matrix, &weights);
        return check.numbers("closeness_without_last", &some(&without), &expected["closeness_without_last"]);
    }
    match &expected["closeness"] {
        // In words: 0/0, of which the specification makes ½.
        Value::String(words) => {
            check.equal("closeness", words.contains("0/0"), true);
            check.equal("closeness", nearness.iter().all(|nearness| *nearness == 0.5), true);
        }
        numbers => check.numbers("closeness", &some(&nearness), numbers),
    }
    ranks("rank", &nearness, expected, check);
}

pub fn vikor_cases(case: &Value, check: &mut Check) {
    let (input, expected) = (&case["input"], &case["expected"]);
    let said = vikor(&matrix(input), &numbers(&input["weights"]), input["v"].as_f64().unwrap_or(0.5));
    check.numbers("S", &some(&said.group), &expected["S"]);
    check.numbers("R", &some(&said.regret), &expected["R"]);
    check.numbers("Q", &some(&said.compromise), &expected["Q"]);
    let falling: Vec<f64> = said.compromise.iter().map(|measure| -measure).collect();
    ranks("rank_Q", &falling, expected, check);
}

pub fn promethee2(case: &Value, check: &mut Check) {
    let (input, expected) = (&case["input"], &case["expected"]);
    let preferences = input["preference"].as_array().cloned().unwrap_or_default();
    let preference = |place: usize, difference: f64| preferred(&preferences[place], difference);
    let flows = promethee(&matrix(input), &numbers(&input["weights"]), &preference);
    for (key, flow) in [("phi_plus", &flows.leaving), ("phi_minus", &flows.entering), ("phi", &flows.net())] {
        if let Some(expected) = expected.get(key) {
            check.numbers(key, &some(flow), expected);
        }
    }
    ranks("rank", &flows.net(), expected, check);
}

/// The preference of a kind that a case names; the product itself uses the linear one.
fn preferred(preference: &Value, difference: f64) -> f64 {
    let of = |key: &str| preference[key].as_f64().unwrap_or(0.0);
    match preference["kind"].as_str().unwrap() {
        "usual" => 1.0,
        "u-shape" => f64::from(u8::from(difference > of("q"))),
        "v-shape" => linear(difference, 0.0, of("p")),
        "linear" => linear(difference, of("q"), of("p")),
        "level" => (f64::from(u8::from(difference > of("q"))) + f64::from(u8::from(difference > of("p")))) / 2.0,
        "gaussian" => 1.0 - (-difference * difference / (2.0 * of("s") * of("s"))).exp(),
        other => panic!("a preference {other}"),
    }
}
