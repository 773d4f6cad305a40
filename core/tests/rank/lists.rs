//! What holds of every list: a candidate's numbers are its own, order of rows and criteria changes nothing, expected
//! places sum to what places do; and what a list at the edge comes to.

use std::collections::BTreeMap;

use partner_fit_core::answers::Answers;
use partner_fit_core::rank::candidate::Candidate;
use partner_fit_core::rank::options::RankOptions;
use partner_fit_core::rank::rank;
use partner_fit_core::rank::ranking::{RankedCandidate, Ranking};
use partner_fit_core::rank::sheet::Sheet;
use partner_fit_core::report::report;
use proptest::prelude::*;
use proptest::test_runner::Config;
use serde_json::json;

use crate::common::cases;
use crate::draw::specs;
use crate::spec::{Given, Spec};
use crate::worked;

/// A list of candidates by an assessment: each with the answers of a sheet that was turned a little.
fn list(spec: &Spec, seeds: &[u64]) -> Vec<Spec> {
    let turned = |seed: &u64| {
        let mut spec = spec.clone();
        let mut seed = *seed;
        for question in spec.questions_mut() {
            seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            let telling = question.telling_answers();
            question.answer = match (seed >> 33) % 12 {
                0 => Given::Nothing,
                1 => Given::Unsure,
                2 => Given::NotApplicable,
                _ => telling[(seed >> 40) as usize % telling.len()].clone(),
            };
        }
        spec
    };
    seeds.iter().map(turned).collect()
}

fn candidates(list: &[Spec]) -> Vec<Candidate> {
    let (assessment, _) = list[0].read();
    let one = |(place, spec): (usize, &Spec)| Candidate {
        id: Some(format!("id-{place}")),
        name: format!("name {}", place % 3),
        sheet: Sheet::of(&assessment, &spec.answers(&assessment)),
        ideal: None,
    };
    list.iter().enumerate().map(one).collect()
}

/// What is a candidate's own: everything but places and comparisons.
fn own(candidate: &RankedCandidate) -> RankedCandidate {
    RankedCandidate {
        name: String::new(),
        place: None,
        place_low: 0,
        place_high: 0,
        tied: false,
        close: Vec::new(),
        dominated_by: None,
        expected_place: None,
        ..candidate.clone()
    }
}

fn by_id(ranking: &Ranking) -> BTreeMap<String, RankedCandidate> {
    ranking.candidates.iter().map(|candidate| (candidate.id.clone(), candidate.clone())).collect()
}

fn ranked(list: &[Spec], candidates: &[Candidate]) -> Ranking {
    rank(&list[0].read().0, candidates, &RankOptions::default()).unwrap()
}

/// The share of each pair of ids.
fn shares(ranking: &Ranking) -> BTreeMap<(String, String), [u64; 2]> {
    let Some(pairs) = &ranking.pairs else { return BTreeMap::new() };
    let mut shares = BTreeMap::new();
    for (row, a) in pairs.ids.iter().enumerate() {
        for (column, b) in pairs.ids.iter().enumerate() {
            let both = [pairs.any_weights[row][column].to_bits(), pairs.same_order[row][column].to_bits()];
            shares.insert((a.clone(), b.clone()), both);
        }
    }
    shares
}

proptest! {
    #![proptest_config(Config { cases: cases(96), failure_persistence: None, ..Config::default() })]

    #[test]
    fn who_else_is_listed_changes_no_number(spec in specs(false), seeds in prop::collection::vec(any::<u64>(), 2..8), out: prop::sample::Index) {
        let list = list(&spec, &seeds);
        let all = candidates(&list);
        let out = out.index(all.len());
        let (assessment, _) = list[0].read();
        let whole = ranked(&list, &all);
        let mut fewer = all.clone();
        fewer.remove(out);
        let without = ranked(&list, &fewer);
        let numbers = by_id(&whole);
        for candidate in &without.candidates {
            prop_assert_eq!(own(candidate), own(&numbers[&candidate.id]));
        }
        let pairs = shares(&whole);
        prop_assert!(shares(&without).iter().all(|(pair, share)| pairs[pair] == *share));
        // And they are those of a Report on it alone.
        for (spec, candidate) in list.iter().zip(&all) {
            let report = report(&assessment, &spec.answers(&assessment), "en");
            let ranked = &numbers[candidate.id.as_ref().unwrap()];
            prop_assert_eq!((report.score, report.low, report.high), (ranked.score, ranked.low, ranked.high));
            prop_assert_eq!((&report.band, &report.band_by_score), (&ranked.band, &ranked.band_by_score));
            prop_assert_eq!((report.coverage, report.provisional), (ranked.coverage, ranked.provisional));
            let gates: Vec<&String> = report.gates.iter().map(|gate| &gate.id).collect();
            prop_assert_eq!(gates, ranked.gates.iter().collect::<Vec<_>>());
            prop_assert_eq!(report.gaps.first(), ranked.shortfall.as_ref());
        }
    }

    #[test]
    fn order_of_rows_changes_nothing(spec in specs(false), seeds in prop::collection::vec(any::<u64>(), 2..8), turn: prop::sample::Index) {
        let list = list(&spec, &seeds);
        let mut all = candidates(&list);
        all.iter_mut().enumerate().for_each(|(place, candidate)| candidate.name = format!("name {place}"));
        let before = ranked(&list, &all);
        let turn = turn.index(all.len());
        all.rotate_left(turn);
        all.swap(0, 1);
        prop_assert_eq!(before, ranked(&list, &all));
    }

    #[test]
    fn order_of_criteria_of_different_weight_changes_nothing(spec in specs(false), seeds in prop::collection::vec(any::<u64>(), 2..6), turn: prop::sample::Index) {
        let mut spec = spec;
        for (place, criterion) in spec.criteria.iter_mut().enumerate().filter(|(_, criterion)| criterion.weight > 0.0) {
            criterion.weight = (criterion.weight * (1.0 - place as f64 / 100.0)).max(1e-6);
        }
        let mut weights: Vec<f64> = spec.criteria.iter().map(|criterion| criterion.weight).collect();
        weights.sort_by(f64::total_cmp);
        weights.retain(|weight| *weight > 0.0);
        prop_assume!(weights.windows(2).all(|pair| pair[1] - pair[0] > 1e-6 * pair[1]));
        let list = list(&spec, &seeds);
        let mut turned = list.clone();
        for spec in &mut turned {
            let turn = turn.index(spec.criteria.len());
            spec.criteria.rotate_left(turn);
        }
        // Places of answers in a sheet follow the criteria, so that both are read anew.
        let (before, after) = (ranked(&list, &candidates(&list)), ranked(&turned, &candidates(&turned)));
        let told = |ranking: &Ranking| -> Vec<_> {
            let places = ranking.candidates.iter().map(|c| (c.id.clone(), c.place, c.place_low, c.place_high, c.tied, c.score));
            places.collect()
        };
        prop_assert_eq!(told(&before), told(&after));
        let near = |a: f64, b: f64| (a - b).abs() < 1e-9;
        for (a, b) in before.candidates.iter().zip(&after.candidates) {
            prop_assert_eq!(&a.dominated_by, &b.dominated_by);
            match (a.expected_place, b.expected_place) {
                (Some(a), Some(b)) => prop_assert!(
                    near(a.any_weights, b.any_weights) && near(a.same_order, b.same_order) && near(a.near_weights, b.near_weights)
                ),
                (a, b) => prop_assert_eq!(a, b),
            }
        }
    }

    #[test]
    fn expected_places_sum_to_what_places_do(spec in specs(false), seeds in prop::collection::vec(any::<u64>(), 2..8)) {
        let list = list(&spec, &seeds);
        let ranking = ranked(&list, &candidates(&list));
        let expected: Vec<_> = ranking.candidates.iter().filter_map(|candidate| candidate.expected_place).collect();
        let known = ranking.candidates.iter().filter(|candidate| candidate.score.is_some()).count();
        if known < 2 {
            prop_assert!(ranking.pairs.is_none() && expected.is_empty());
        } else {
            let whole = (known * (known + 1)) as f64 / 2.0;
            for sum in [
                expected.iter().map(|place| place.any_weights).sum::<f64>(),
                expected.iter().map(|place| place.same_order).sum(),
                expected.iter().map(|place| place.near_weights).sum(),
            ] {
                prop_assert!((sum - whole).abs() < 1e-9, "{sum} {whole}");
            }
        }
    }

    #[test]
    fn whatever_unknown_answers_turn_out_to_be_a_place_stays_in_its_range(
        spec in specs(false),
        seeds in prop::collection::vec(any::<u64>(), 2..7),
        turn: u64,
    ) {
        let list = list(&spec, &seeds);
        let before = by_id(&ranked(&list, &candidates(&list)));
        let mut turn = turn;
        let mut complete = list.clone();
        for question in complete.iter_mut().flat_map(Spec::questions_mut).filter(|question| question.answer.is_unknown()) {
            turn = turn.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            let telling = question.telling_answers();
            question.answer = telling[(turn >> 33) as usize % telling.len()].clone();
        }
        for candidate in ranked(&complete, &candidates(&complete)).candidates {
            let then = &before[&candidate.id];
            let place = candidate.place.unwrap_or(then.place_low);
            prop_assert!((then.place_low..=then.place_high).contains(&place), "{} of {} to {}", place, then.place_low, then.place_high);
        }
    }

    #[test]
    fn a_place_lies_in_its_range_and_who_is_beaten_is_behind(spec in specs(true), seeds in prop::collection::vec(any::<u64>(), 2..8)) {
        let list = list(&spec, &seeds);
        let ranking = ranked(&list, &candidates(&list));
        let numbers = by_id(&ranking);
        let pairs = shares(&ranking);
        for candidate in &ranking.candidates {
            prop_assert!(1 <= candidate.place_low && candidate.place_low <= candidate.place_high);
            prop_assert!(candidate.place_high <= ranking.candidates.len());
            if let Some(by) = &candidate.dominated_by {
                let better = &numbers[by];
                // A weight may be so small that its points are no more than rounding.
                prop_assert!(better.place <= candidate.place && better.dominated_by.is_none());
                let share = pairs[&(by.clone(), candidate.id.clone())].map(f64::from_bits);
                prop_assert!(share.iter().all(|share| *share >= 1.0), "{share:?}");
            }
        }
        let places: Vec<usize> = ranking.candidates.iter().map(|c| c.place.unwrap_or(usize::MAX)).collect();
        prop_assert!(places.windows(2).all(|pair| pair[0] <= pair[1]));
    }
}

#[test]
fn none_and_one_and_those_of_whom_nothing_is_known() {
    let assessment = worked::assessment();
    let rank = |list: &[Candidate]| rank(&assessment, list, &RankOptions::default()).unwrap();
    let empty = rank(&[]);
    assert!(empty.candidates.is_empty() && empty.pairs.is_none() && empty.agreement.is_none());
    let one = worked::candidate(&assessment, "one", &[Some(2); 6]);
    let alone = rank(std::slice::from_ref(&one));
    assert_eq!((alone.candidates[0].place, alone.candidates[0].place_high), (Some(1), 1));
    assert!(alone.pairs.is_none() && alone.candidates[0].expected_place.is_none());
    let unknown = worked::candidate(&assessment, "unknown", &[None; 6]);
    let both = rank(&[unknown, one]);
    let last = &both.candidates[1];
    assert_eq!((last.name.as_str(), last.place, last.place_low, last.place_high), ("unknown", None, 1, 2));
    assert_eq!((last.low, last.high, last.provisional), (0.0, 100.0, true));
    // The one that is known may still be overtaken.
    assert_eq!((both.candidates[0].place, both.candidates[0].place_high), (Some(1), 2));
}

#[test]
fn options_are_applied_or_every_problem_is_told() {
    let assessment = worked::assessment();
    let list: Vec<Candidate> =
        (0..4).map(|option| worked::candidate(&assessment, &format!("n{option}"), &[Some(option); 6])).collect();
    let weights = |pairs: &[(&str, f64)]| pairs.iter().map(|(id, weight)| ((*id).to_owned(), *weight)).collect();
    let options = RankOptions {
        weights: weights(&[("c0", 0.0), ("c1", 1e-6)]),
        pairs: 2,
        methods: false,
        limit: Some(3),
        ..Default::default()
    };
    let ranking = rank(&assessment, &list, &options).unwrap();
    assert!(ranking.own_weights && ranking.agreement.is_none());
    assert_eq!((ranking.candidates.len(), ranking.pairs.unwrap().ids), (3, vec!["n3".to_owned(), "n2".to_owned()]));

    let options = RankOptions {
        language: Some("xx".to_owned()),
        weights: weights(&[("c9", 1.0), ("c1", -1.0), ("c2", f64::NAN)]),
        pairs: 1_001,
        ..Default::default()
    };
    let problems: Vec<String> =
        rank(&assessment, &list, &options).unwrap_err().iter().map(ToString::to_string).collect();
    assert_eq!(
        problems,
        [
            "language: expected one of en, got \"xx\"",
            "pairs: expected at most 1000, got 1001",
            "weights.c1: expected 0 or a weight from 0.000001 to 1000000, got -1",
            "weights.c2: expected 0 or a weight from 0.000001 to 1000000, got NaN",
            "weights.c9: expected the id of a criterion, got an unknown one (did you mean \"c0\"?)",
        ]
    );
    let nothing = (0..6).map(|place| (format!("c{place}"), 0.0)).collect();
    let options = RankOptions { weights: nothing, ..Default::default() };
    assert_eq!(rank(&assessment, &list, &options).unwrap_err()[0].message, "expected a weight above 0, got none");
}

#[test]
fn a_ranking_is_written_with_the_names_that_hosts_read() {
    let assessment = worked::assessment();
    let list: Vec<Candidate> =
        (1..3).map(|option| worked::candidate(&assessment, &format!("n{option}"), &[Some(option); 6])).collect();
    let ranking = serde_json::to_value(rank(&assessment, &list, &RankOptions::default()).unwrap()).unwrap();
    let keys = |value: &serde_json::Value| value.as_object().unwrap().keys().cloned().collect::<Vec<_>>().join(" ");
    assert_eq!(
        keys(&ranking),
        "agreement assessment candidates engine language ownWeights pairs selfReported shortfalls skipped"
    );
    assert_eq!(
        keys(&ranking["candidates"][0]),
        "band bandByScore close coverage criteria dominatedBy expectedPlace fit gates high id low name place placeHigh \
         placeLow provisional score shortfall tied tier"
    );
    assert_eq!(keys(&ranking["pairs"]), "anyWeights approximate ids sameOrder");
    assert_eq!(ranking["candidates"][1]["dominatedBy"], json!("n2"));
    assert_eq!(ranking["agreement"]["first"], json!(1));
    let _: Answers = list[0].sheet.answers(&assessment);
}
