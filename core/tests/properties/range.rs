//! The range of a score: where it can still go once what is unknown is known.

use partner_fit_core::report::{CriterionReport, report};
use partner_fit_core::scoring::score;
use proptest::prelude::*;
use proptest::test_runner::Config;
use serde_json::json;

use crate::common::{answers, choice, criterion, file, read};
use crate::draw::specs;
use crate::spec::{Given, Spec};
use crate::{TINY, place};

/// Every way to answer what is unknown by one of its telling answers; none if they are too many.
fn completions(spec: &Spec) -> Vec<Spec> {
    let mut complete = vec![spec.clone()];
    for index in 0..spec.questions().count() {
        let question = spec.questions().nth(index).unwrap();
        if question.answer.is_unknown() {
            let answers = question.telling_answers();
            if complete.len() * answers.len() > 200 {
                return Vec::new();
            }
            let with = |spec: Spec, answer: Given| {
                let mut spec = spec;
                spec.questions_mut().nth(index).unwrap().answer = answer;
                spec
            };
            complete = complete
                .into_iter()
                .flat_map(|spec| answers.iter().map(move |answer| (spec.clone(), answer.clone())))
                .map(|(spec, answer)| with(spec, answer))
                .collect();
        }
    }
    complete
}

proptest! {
    #![proptest_config(Config { cases: crate::common::cases(256), failure_persistence: None, ..Config::default() })]

    #[test]
    fn the_range_of_the_whole_is_the_weighted_range_of_the_criteria(spec in specs(false)) {
        let report = spec.report();
        prop_assume!(report.score.is_some());
        let of = |bound: fn(&CriterionReport) -> f64| -> f64 {
            report.criteria.iter().map(|criterion| 100.0 * criterion.weight * bound(criterion)).sum()
        };
        prop_assert!((of(|c| c.low) - report.low).abs() < TINY && (of(|c| c.high) - report.high).abs() < TINY);
    }

    #[test]
    fn the_score_lies_in_its_range_and_its_band_can_be_had(spec in specs(false)) {
        let report = spec.report();
        prop_assert!(report.score.is_none_or(|score| report.low <= score && score <= report.high), "{:?}", report);
        for criterion in &report.criteria {
            prop_assert!(criterion.value.is_none_or(|value| criterion.low <= value && value <= criterion.high));
        }
        let best = spec.edges.iter().filter(|edge| report.high >= **edge - TINY).count() - 1;
        prop_assert!(place(&report.band_by_score.id) <= best && place(&report.band.id) <= best);
    }

    #[test]
    fn a_score_is_the_mean_of_what_is_known_where_everything_spans_0_to_1(spec in specs(true)) {
        let (assessment, answers) = spec.read();
        let scored = score(&assessment, &answers);
        prop_assert_eq!(scored.score, scored.mean);
        for criterion in &scored.criteria {
            prop_assert_eq!(criterion.value, criterion.mean);
        }
    }

    #[test]
    fn some_completion_reaches_each_end_of_the_range_and_none_passes_it(spec in specs(false)) {
        let (assessment, answers) = spec.read();
        let report = report(&assessment, &answers, "en");
        let scored = |spec: &Spec| score(&assessment, &spec.answers(&assessment)).score;
        let scores: Vec<f64> = completions(&spec).iter().filter_map(scored).collect();
        prop_assume!(report.score.is_some() && !scores.is_empty());
        let lowest = scores.iter().copied().fold(f64::INFINITY, f64::min);
        let highest = scores.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        prop_assert!((lowest - report.low).abs() < TINY, "low {} but {lowest} is the lowest", report.low);
        prop_assert!((highest - report.high).abs() < TINY, "high {} but {highest} is the highest", report.high);
    }

    #[test]
    fn provisional_is_that_unknown_answers_can_change_the_band(spec in specs(false)) {
        let report = spec.report();
        let band = |score: f64| spec.edges.iter().filter(|edge| score >= **edge - TINY).count() - 1;
        prop_assert_eq!(report.provisional, report.score.is_none() || band(report.low) != band(report.high));
        prop_assert_eq!(place(&report.band_by_score.id), band(report.score.unwrap_or(report.low)));
    }
}

#[test]
fn a_band_above_what_can_still_be_reached_is_not_told() {
    // The open question is worth at most a half: 75 is the most that the whole can come to, and 25 the least.
    let half = |worst: f64, best: f64| choice("open", &[json!(worst), json!(best)]);
    for (known, open, score, band) in [(1.0, half(0.0, 0.5), 75.0, "band-1"), (0.0, half(0.5, 1.0), 25.0, "band-0")] {
        let questions = vec![choice("known", &[json!(known), json!(0.5)]), open];
        let file = file(vec![criterion("only", &json!(1), questions)], &[0.0, 50.0, 80.0], Vec::new());
        let assessment = read(&file).unwrap();
        let report = report(&assessment, &answers(&json!({ "known": "o0", "open": "unsure" }), &assessment), "en");
        assert_eq!(
            (report.score, report.band.id.as_str(), report.band_by_score.id.as_str()),
            (Some(score), band, band)
        );
        assert!(report.low <= score && score <= report.high);
        let [criterion] = report.criteria.as_slice() else { panic!("one criterion") };
        assert!((criterion.points - score).abs() < TINY && (criterion.points + criterion.lost - 100.0).abs() < TINY);
    }
}
