//! Trust in a result: who has changed what is asked, counted or said is told; what says so cannot be replaced; and no
//! number is rounded into another band.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, missing_docs)]

mod common;

use common::{all_answers, choice, criterion, file, read, shipped_file, texts, tree};
use partner_fit_core::answers::Answers;
use partner_fit_core::assessment::Assessment;
use partner_fit_core::assessment::file::adapt::adapt;
use partner_fit_core::report::report;
use partner_fit_core::scoring::band_of;
use partner_fit_core::sharing::{csv, text};
use partner_fit_core::wording::{Key, Wording};
use proptest::prelude::*;
use serde_json::{Value, json};

#[test]
fn only_a_change_of_what_is_asked_or_said_of_it_is_an_adaptation() {
    let adapted = |strings: Value| texts("en").with(&tree(&strings)).map(|texts| texts.is_adapted());
    let same = texts("en").get(Key::FirmTitle);
    for (strings, expected) in [
        (json!({}), false),
        (
            json!({ "start.button": "Go", "step.continue": "On", "share.title": "Keep it", "reset.button": "Anew" }),
            false,
        ),
        (json!({ "firm.title": same }), false),
        (json!({ "result.headline": "{band}" }), true),
        (json!({ "answer.unsure": "No idea" }), true),
        (json!({ "start.privacy": "We keep all of it." }), true),
    ] {
        assert_eq!(adapted(strings.clone()), Ok(expected), "{strings}");
    }
}

#[test]
fn what_says_what_a_result_is_cannot_be_replaced() {
    let fixed: Vec<&Key> = Key::ALL.iter().filter(|key| key.is_fixed()).collect();
    assert!(fixed.len() >= 8);
    for key in fixed {
        let problems = texts("en").with(&tree(&json!({ key.name(): "Verified by us." }))).map(|_| ()).unwrap_err();
        assert_eq!(problems.len(), 1);
        assert_eq!(problems[0].path, format!("strings.{}", key.name()));
    }
}

#[test]
fn an_adapted_file_says_so_in_every_form_of_its_result() {
    let partner = tree(&shipped_file("partner"));
    let unchanged = adapt(&partner, &tree(&json!({}))).unwrap();
    assert_eq!(unchanged, partner);
    let same_weights = adapt(&partner, &tree(&json!({ "weights": { "location": partner_weight() } }))).unwrap();
    assert_eq!(same_weights, partner, "a wish for what is there changes nothing");
    for wish in [json!({ "weights": { "location": 50 } }), json!({ "without": ["contract-bar"] })] {
        let adapted = adapt(&partner, &tree(&wish)).unwrap();
        for (file, expected) in [(&partner, false), (&adapted, true)] {
            let assessment = Assessment::read(file, &Default::default()).unwrap();
            let answers = all_answers(&assessment, 1);
            let (report, texts) = (report(&assessment, &answers, "en"), texts("en"));
            let wording =
                Wording { assessment: &assessment, texts: &texts, answers: &answers, with_author_weights: None };
            assert_eq!(report.adapted, expected);
            assert_eq!(serde_json::to_value(&report).unwrap()["adapted"], json!(expected));
            assert_eq!(csv::csv(&report, &assessment, &texts).contains(",adapted,,true,"), expected);
            assert_eq!(text::text(&wording, &report).contains(&texts.get(Key::AboutAdapted)), expected);
            assert_eq!(wording.about(&report).contains(&texts.get(Key::AboutAdapted)), expected);
        }
    }
}

fn partner_weight() -> Value {
    let criteria = shipped_file("partner")["criteria"].clone();
    criteria.as_array().unwrap().iter().find(|criterion| criterion["id"] == "location").unwrap()["weight"].clone()
}

proptest! {
    #[test]
    fn a_score_is_never_written_into_another_band(
        edge in prop_oneof![(1..100_u8).prop_map(f64::from), 0.001..100.0_f64],
        under in prop_oneof![Just(0.0), 1e-8..1.0_f64],
        sign in prop_oneof![Just(1.0), Just(-1.0)],
    ) {
        let value = ((edge + sign * under) / 100.0).clamp(0.0, 1.0);
        let questions = vec![choice("q", &[json!(value), json!(0.5)])];
        let assessment = read(&file(vec![criterion("only", &json!(1), questions)], &[0.0, edge], Vec::new())).unwrap();
        let answers: Answers = all_answers(&assessment, 0);
        let report = report(&assessment, &answers, "en");
        let texts = texts("en");
        let wording = Wording { assessment: &assessment, texts: &texts, answers: &answers, with_author_weights: None };
        let score = report.score.unwrap();
        for written in [wording.score_text(score), wording.points_text(report.criteria[0].points)] {
            let shown: f64 = written.parse().unwrap();
            prop_assert_eq!(band_of(shown, &assessment.bands), band_of(score, &assessment.bands), "{} for {}", written, score);
        }
    }
}
