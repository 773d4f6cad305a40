//! A thousand lists beside the oracle in Python, which was written from the specification and draws them from a kept
//! seed (`tests/oracles/rank.py`). Where python3 is missing this says so and compares nothing.

use std::env;
use std::process::Command;

use partner_fit_core::answers::Answers;
use partner_fit_core::rank::candidate::Candidate;
use partner_fit_core::rank::options::RankOptions;
use partner_fit_core::rank::rank;
use partner_fit_core::rank::sheet::Sheet;
use serde_json::{Value, json};

use crate::common::{read, root, tree};

/// How far two numbers may be apart: rounding in sums and in the recursion.
const TINY: f64 = 1e-9;

/// What differs between two values, numbers within rounding: the place and both values.
fn differences(at: &str, got: &Value, expected: &Value, found: &mut Vec<String>) {
    match (got, expected) {
        (Value::Number(a), Value::Number(b)) => {
            if (a.as_f64().unwrap() - b.as_f64().unwrap()).abs() > TINY {
                found.push(format!("{at}: got {got}, the oracle says {expected}"));
            }
        }
        (Value::Array(a), Value::Array(b)) if a.len() == b.len() => {
            for (place, (a, b)) in a.iter().zip(b).enumerate() {
                differences(&format!("{at}[{place}]"), a, b, found);
            }
        }
        (Value::Object(a), Value::Object(b)) if a.keys().eq(b.keys()) => {
            for (key, a) in a {
                differences(&format!("{at}.{key}"), a, &b[key], found);
            }
        }
        (a, b) if a == b => {}
        _ => found.push(format!("{at}: got {got}, the oracle says {expected}")),
    }
}

/// A ranking with the names of the oracle: bands by id, expected places as a list, shortfalls by criterion.
fn told(ranking: &Value) -> Value {
    let candidate = |candidate: &Value| {
        let mut told = candidate.clone();
        for key in ["band", "bandByScore"] {
            told[key] = candidate[key]["id"].clone();
        }
        if let Some(places) = candidate["expectedPlace"].as_object() {
            told["expectedPlace"] = ["anyWeights", "sameOrder", "nearWeights"].map(|key| places[key].clone()).into();
        }
        told.as_object_mut().unwrap().retain(|key, _| key != "fit" && key != "tier");
        told
    };
    let by_criterion = |one: &Value| (one["criterion"].as_str().unwrap().to_owned(), one["lost"].clone());
    json!({
        "candidates": ranking["candidates"].as_array().unwrap().iter().map(candidate).collect::<Value>(),
        "pairs": ranking["pairs"],
        "agreement": ranking["agreement"],
        "shortfalls": ranking["shortfalls"].as_array().unwrap().iter().map(by_criterion).collect::<serde_json::Map<_, _>>(),
    })
}

#[test]
fn a_thousand_lists_are_ranked_as_the_oracle_ranks_them() {
    let script = root().join("tests/oracles/rank.py");
    // More lists, or others: `PARTNER_FIT_LISTS="5000 7"`.
    let wanted = env::var("PARTNER_FIT_LISTS").unwrap_or_else(|_| "1000 20261127".to_owned());
    let Ok(output) = Command::new("python3").arg(&script).args(wanted.split(' ')).output() else {
        println!("skipped: python3 is missing, so that {} was not asked", script.display());
        return;
    };
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let text = String::from_utf8(output.stdout).unwrap();
    let mut lists = 0;
    let mut seen = [0; 5];
    for (number, line) in text.lines().enumerate() {
        let list: Value = serde_json::from_str(line).unwrap();
        let assessment = read(&list["assessment"]).unwrap_or_else(|problems| panic!("list {number}: {problems:#?}"));
        let candidate = |candidate: &Value| Candidate {
            id: Some(candidate["id"].as_str().unwrap().to_owned()),
            name: candidate["name"].as_str().unwrap().to_owned(),
            sheet: Sheet::of(&assessment, &Answers::read(&tree(&candidate["answers"]), &assessment).unwrap()),
            ideal: None,
        };
        let candidates: Vec<Candidate> = list["candidates"].as_array().unwrap().iter().map(candidate).collect();
        let ranking = rank(&assessment, &candidates, &RankOptions::default()).unwrap();
        let (got, expected) = (told(&serde_json::to_value(&ranking).unwrap()), &list["ranking"]);
        let mut found = Vec::new();
        differences("", &got, expected, &mut found);
        assert!(found.is_empty(), "list {number}: {}\n{line}", found.join("\n"));
        lists += 1;
        for one in &ranking.candidates {
            let said = [
                one.tied,
                one.dominated_by.is_some(),
                one.place_low < one.place_high,
                !one.gates.is_empty(),
                !one.close.is_empty(),
            ];
            seen.iter_mut().zip(said).for_each(|(seen, said)| *seen += usize::from(said));
        }
    }
    assert_eq!(Some(lists.to_string().as_str()), wanted.split(' ').next());
    // The lists are such that there is something to be said.
    assert!(seen.iter().all(|seen| *seen > 100), "{seen:?}");
}
