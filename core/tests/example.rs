//! The example of a command: it says a result, or every problem.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, missing_docs)]

mod common;
#[allow(dead_code)]
#[path = "../examples/evaluate.rs"]
mod evaluate;

use std::path::PathBuf;
use std::{env, fs};

use common::{all_answers, root, shipped};
use evaluate::evaluate;

#[test]
fn a_command_says_the_sentence_the_score_and_the_plan_or_every_problem() {
    let file = |path: &str| root().join("static").join(path);
    let (assessment, locale) = (file("assessments/partner.json"), file("locales/en.json"));
    let written = |name: &str, text: &str| -> PathBuf {
        let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
        fs::write(&path, text).unwrap();
        path
    };
    let answers = serde_json::to_string(&all_answers(&shipped("partner"), usize::MAX)).unwrap();
    let said = evaluate(&assessment, &written("answers.json", &answers), &locale).unwrap();
    let lines: Vec<&str> = said.lines().collect();
    assert!(lines[0].contains("of 100 points"), "{said}");
    assert!(lines[1].parse::<f64>().is_ok_and(|score| (80.0..=100.0).contains(&score)), "{said}");
    assert!(lines.len() > 2 && lines[2..].iter().all(|line| line.starts_with("- ")), "{said}");
    let bad = written("bad-answers.json", r#"{ "product-fit": "prefect", "nothing": 1 }"#);
    let problems = evaluate(&assessment, &bad, &locale).unwrap_err().to_string();
    assert_eq!(problems.lines().count(), 2, "{problems}");
    assert!(problems.starts_with("product-fit: expected one of"), "{problems}");
}
