//! What holds of every assessment and every sheet of answers.
//!
//! [`draw`] draws them; here are the properties of the score and the Report. Those of the range of a score are in
//! [`range`], of the compiled table in [`table`], of its robustness to weights in [`weighing`], of the smallest change in
//! [`lifting`], scores exactly on the edge of a band in [`exact`], input that is no assessment at all in [`fuzz`],
//! and that is no table of candidates in [`fuzz_tables`].

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, missing_docs)]

#[path = "../common/mod.rs"]
mod common;
mod draw;
mod exact;
mod fuzz;
mod fuzz_tables;
mod lifting;
mod range;
mod small;
mod spec;
mod table;
mod weighing;

use partner_fit_core::report::{CriterionReport, Report};
use proptest::prelude::*;
use proptest::test_runner::Config;

use draw::specs;
use spec::{Given, Kind};

/// Rounding that no reader can see.
const TINY: f64 = 1e-9;

/// The number of the band called `id`.
fn place(id: &str) -> usize {
    id.strip_prefix("band-").unwrap().parse().unwrap()
}

/// A name and numbers that belong to it, bit for bit.
type Bits = (String, Vec<Option<u64>>);

/// Everything that a criterion and its questions bring, by name.
fn bits(criterion: &CriterionReport) -> Vec<Bits> {
    let CriterionReport { weight, value, low, high, points, lost, .. } = criterion;
    let bits = |numbers: &[Option<f64>]| numbers.iter().map(|number| number.map(f64::to_bits)).collect();
    let own = bits(&[Some(*weight), *value, Some(*low), Some(*high), Some(*points), Some(*lost)]);
    let questions = criterion.questions.iter().map(|q| (q.id.clone(), bits(&[q.value, Some(q.points), Some(q.lost)])));
    let mut all: Vec<Bits> = [(criterion.id.clone(), own)].into_iter().chain(questions).collect();
    all.sort();
    all
}

/// The numbers of the whole, bit for bit.
fn totals(report: &Report) -> [Option<u64>; 4] {
    [report.score, Some(report.low), Some(report.high), Some(report.coverage)].map(|number| number.map(f64::to_bits))
}

proptest! {
    #![proptest_config(Config { cases: common::cases(256), failure_persistence: None, ..Config::default() })]

    #[test]
    fn every_number_is_within_its_bounds(spec in specs(false)) {
        let report = spec.report();
        let percent = 0.0..=100.0;
        prop_assert!(report.score.is_none_or(|score| percent.contains(&score)));
        prop_assert!(percent.contains(&report.low) && percent.contains(&report.high) && report.low <= report.high);
        prop_assert!((0.0..=1.0).contains(&report.coverage));
        for criterion in &report.criteria {
            let CriterionReport { weight, value, low, high, points, lost, .. } = criterion;
            prop_assert!([weight, low, high].into_iter().chain(value).all(|share| (0.0..=1.0).contains(share)));
            prop_assert!(percent.contains(points) && percent.contains(lost) && low <= high, "{:?}", criterion);
        }
        prop_assert_eq!(report.score.is_none(), report.coverage == 0.0);
    }

    #[test]
    fn points_sum_to_the_score_and_with_what_is_lost_to_100(spec in specs(false)) {
        let report = spec.report();
        let near = |a: f64, b: f64| (a - b).abs() < TINY;
        let points: f64 = report.criteria.iter().map(|criterion| criterion.points).sum();
        let lost: f64 = report.criteria.iter().map(|criterion| criterion.lost).sum();
        match report.score {
            Some(score) => prop_assert!(near(points, score) && near(points + lost, 100.0), "{points} {lost} {score}"),
            None => prop_assert_eq!((points, lost), (0.0, 0.0)),
        }
        for criterion in &report.criteria {
            let points: f64 = criterion.questions.iter().map(|question| question.points).sum();
            let lost: f64 = criterion.questions.iter().map(|question| question.lost).sum();
            prop_assert!(near(points, criterion.points) && near(lost, criterion.lost));
        }
        let weights: f64 = report.criteria.iter().map(|criterion| criterion.weight).sum();
        prop_assert!(weights == 0.0 || near(weights, 1.0));
    }

    #[test]
    fn a_better_answer_never_lowers_anything(spec in specs(false), index: prop::sample::Index, to: prop::sample::Index) {
        let place_of = index.index(spec.questions().count());
        let answers = spec.questions().nth(place_of).unwrap().telling_answers();
        let with = |answer: &Given| {
            let mut spec = spec.clone();
            spec.questions_mut().nth(place_of).unwrap().answer = answer.clone();
            spec.gates.clear();
            spec.report()
        };
        let value = |report: &Report| report.criteria.iter().flat_map(|c| &c.questions).nth(place_of).unwrap().value;
        let (mut worse, mut better) = (with(to.get(&answers)), with(index.get(&answers)));
        if value(&worse) > value(&better) {
            std::mem::swap(&mut worse, &mut better);
        }
        prop_assert!(worse.score.is_none() || better.score >= worse.score.map(|score| score - TINY));
        prop_assert!(better.low >= worse.low - TINY && better.high >= worse.high - TINY);
        prop_assert!(place(&better.band_by_score.id) >= place(&worse.band_by_score.id));
        prop_assert!(place(&better.band.id) >= place(&worse.band.id));
    }

    #[test]
    fn order_changes_nothing(spec in specs(false), seed: u64) {
        let mut turned = spec.clone();
        let mut seed = seed;
        let mut next = |count: usize| {
            seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            (seed >> 33) as usize % count
        };
        let turn = next(turned.criteria.len());
        turned.criteria.rotate_left(turn);
        turned.criteria.reverse();
        for criterion in &mut turned.criteria {
            let turn = next(criterion.questions.len());
            criterion.questions.rotate_left(turn);
            for question in &mut criterion.questions {
                if let Kind::Choice(options) = &mut question.kind {
                    let turn = next(options.len());
                    options.rotate_left(turn);
                }
            }
        }
        let (before, after) = (spec.report(), turned.report());
        prop_assert_eq!(totals(&before), totals(&after));
        let sorted = |report: &Report| {
            let mut criteria: Vec<_> = report.criteria.iter().map(bits).collect();
            criteria.sort();
            criteria
        };
        prop_assert_eq!(sorted(&before), sorted(&after));
        prop_assert_eq!((before.band, before.provisional, before.borderline), (after.band, after.provisional, after.borderline));
    }

    #[test]
    fn what_does_not_apply_is_as_if_it_were_not_asked(spec in specs(false)) {
        let mut without = spec.clone();
        without.gates.clear();
        for criterion in &mut without.criteria {
            criterion.questions.retain(|question| question.answer != Given::NotApplicable);
        }
        without.criteria.retain(|criterion| criterion.questions.iter().any(|q| q.weight > 0.0 || criterion.weight == 0.0));
        let report = spec.report();
        if without.criteria.iter().all(|criterion| criterion.weight == 0.0) {
            prop_assert_eq!((report.score, report.coverage), (None, 0.0));
        } else {
            prop_assert_eq!(totals(&report), totals(&without.report()));
        }
    }

    #[test]
    fn gates_and_floors_cap_the_band_and_nothing_else(spec in specs(false)) {
        let mut free = spec.clone();
        free.gates.clear();
        free.criteria.iter_mut().for_each(|criterion| criterion.floor = None);
        let (report, free) = (spec.report(), free.report());
        prop_assert_eq!(totals(&report), totals(&free));
        prop_assert_eq!(report.criteria.iter().map(bits).collect::<Vec<_>>(), free.criteria.iter().map(bits).collect::<Vec<_>>());
        prop_assert_eq!(&free.band, &free.band_by_score);
        prop_assert_eq!(&report.band_by_score, &free.band_by_score);
        prop_assert_eq!((report.provisional, &report.next), (free.provisional, &free.next));
        let caps = report.gates.iter().map(|gate| place(&gate.cap));
        prop_assert_eq!(place(&report.band.id), caps.fold(place(&free.band.id), usize::min));
    }

    #[test]
    fn a_floor_holds_of_the_known_value_alone(spec in specs(false)) {
        let report = spec.report();
        for (spec, criterion) in spec.criteria.iter().zip(&report.criteria) {
            let fired = report.gates.iter().any(|gate| gate.kind == "floor" && gate.id == criterion.id);
            let expected = spec.floor.zip(criterion.value).is_some_and(|((below, _), value)| value < below - TINY);
            prop_assert_eq!(fired, expected);
        }
    }

    #[test]
    fn next_is_unknown_and_null_only_when_nothing_is(spec in specs(false)) {
        let report = spec.report();
        let unknown: Vec<String> =
            spec.questions().filter(|q| q.answer.is_unknown()).map(|q| format!("q{}", q.id)).collect();
        prop_assert_eq!(report.next.is_none(), unknown.is_empty());
        prop_assert!(report.next.is_none_or(|next| unknown.contains(&next)));
    }

    #[test]
    fn the_same_input_gives_the_same_report(spec in specs(false)) {
        prop_assert_eq!(spec.report(), spec.report());
    }

    #[test]
    fn an_order_of_strengths_and_gaps_follows_what_they_bring(spec in specs(false)) {
        let report = spec.report();
        let of = |id: &String| report.criteria.iter().find(|criterion| criterion.id == *id).unwrap();
        let lost: Vec<f64> = report.gaps.iter().map(|id| of(id).lost).collect();
        prop_assert!(lost.windows(2).all(|pair| pair[0] >= pair[1] - TINY) && lost.iter().all(|lost| *lost > 0.0));
        let brings: Vec<f64> =
            report.strengths.iter().map(|id| of(id).weight * (of(id).value.unwrap() - 0.5)).collect();
        prop_assert!(brings.windows(2).all(|pair| pair[0] >= pair[1] - TINY) && brings.iter().all(|lead| *lead > 0.0));
        let with_loss = report.criteria.iter().filter(|criterion| criterion.lost > 0.0).count();
        prop_assert_eq!(report.gaps.len(), with_loss);
    }
}
