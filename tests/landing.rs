//! The landing page and what it leads to, held without a browser: the sample result opens against the shipped assessment,
//! the paper on the method names files that are there and the numbers that are shipped, and our pages have one header.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, missing_docs)]

#[path = "../core/tests/common/mod.rs"]
mod common;

use std::fs;

use common::{answers, blessing, built_in, read_json, root, shipped};
use partner_fit_core::answers::Answers;
use partner_fit_core::assessment::Assessment;
use partner_fit_core::report::report;
use partner_fit_core::sharing::link::{self, Link};
use serde_json::Value;

const SAMPLE: &str = "static/page/sample.json";

/// The file of the sample, its assessment and its answers.
fn sample() -> (Value, Assessment, Answers) {
    let file = read_json(&root().join(SAMPLE));
    let assessment = shipped(file["assessment"].as_str().unwrap());
    // Where the assessment asks something else now, this says which answers of the sample no longer fit.
    let answers = answers(&file["answers"], &assessment);
    (file, assessment, answers)
}

#[test]
fn the_sample_opens_with_the_answers_that_stand_beside_its_link() {
    let (file, assessment, answers) = sample();
    let written = file["link"].as_str().unwrap();
    let now = link::encode(&assessment, &answers);
    if blessing() {
        let text = fs::read_to_string(root().join(SAMPLE)).unwrap();
        let [old, new] = [written, &now].map(|link| format!("\"link\": \"{link}\""));
        return fs::write(root().join(SAMPLE), text.replace(&old, &new)).unwrap();
    }
    let opened = link::open(&assessment, written);
    let expected = Link { answers, company: None, candidate: Some(false) };
    assert_eq!(
        opened,
        Ok(expected),
        "the assessment has changed: in {SAMPLE}, put \"link\": \"{now}\" (`cargo xtask bless` does it)"
    );
}

/// A sample that is answered in full opens on the result; one in the middle shows both what is good and what to do.
#[test]
fn the_sample_shows_a_whole_result_with_something_to_do() {
    let (_, assessment, answers) = sample();
    assert!(answers.complete(&assessment), "a question without an answer opens the review in place of the result");
    let report = report(&assessment, &answers, "en");
    let place = assessment.bands.iter().position(|band| band.id == report.band.id).unwrap();
    assert!(place > 0 && place + 1 < assessment.bands.len(), "expected a band in the middle, got {}", report.band.id);
    let lift = report.lift.unwrap();
    assert!(lift.within && lift.changes.len() > 1, "expected a way of more than one change, got {lift:?}");
    assert!(
        !report.strengths.is_empty() && report.plan.len() > 2 && report.verdict.is_some() && report.gates.is_empty()
    );
}

/// Each page has it in its own file, so that it stands there before a script runs.
#[test]
fn both_pages_have_the_same_header() {
    let header = |page: &str| {
        let html = fs::read_to_string(root().join(page)).unwrap();
        let (_, rest) = html.split_once("<header>").unwrap();
        rest.split_once("</header>").unwrap().0.to_owned()
    };
    assert_eq!(header("index.html"), header("static/builder.html"));
}

fn method() -> String {
    fs::read_to_string(root().join("docs/method.md")).unwrap()
}

/// Browsers guess the encoding of a plain text, so it has only characters that are the same in all.
#[test]
fn the_paper_on_the_method_is_plain_text_and_names_files_that_are_there() {
    let paper = method();
    assert!(paper.is_ascii());
    let named: Vec<&str> =
        paper.split('`').skip(1).step_by(2).filter(|word| word.contains('/') && !word.contains(' ')).collect();
    assert!(named.len() > 10, "{named:?}");
    let missing: Vec<&&str> = named.iter().filter(|path| !root().join(path).exists()).collect();
    assert!(missing.is_empty(), "{missing:?}");
}

#[test]
fn the_paper_on_the_method_has_the_weights_and_edges_that_are_shipped() {
    let paper = method().split_whitespace().collect::<Vec<_>>().join(" ");
    for id in built_in() {
        let assessment = shipped(id);
        let weights = assessment.criteria.iter().map(|one| format!("{} {}", one.id, one.weight));
        let edges = assessment.bands.iter().map(|band| format!("{} from {}", band.id, band.from));
        let [weights, edges] = [weights.collect::<Vec<_>>(), edges.collect()].map(|list| list.join(", "));
        let line = format!("- `{id}`: {weights}; {edges}; border {}.", assessment.borderline);
        assert!(paper.contains(&line), "expected in docs/method.md: {line}");
    }
}
