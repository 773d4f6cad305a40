//! The smallest change: the same as trying every combination in exact arithmetic, and what it promises in the Report.

use std::sync::Arc;

use partner_fit_core::answers::{Answer, Answers};
use partner_fit_core::report::report;
use partner_fit_core::scoring::lift::{Lift, lift};
use partner_fit_core::scoring::score;
use proptest::prelude::*;
use proptest::test_runner::Config;
use serde_json::{Value, json};

use crate::common::{choice, criterion, file, read, text};
use crate::draw::specs;
use crate::exact::Numbers;
use crate::place;
use crate::small::{Given, Small};

/// How many options up are believable of a question, where steps are limited.
fn most_steps(index: usize) -> usize {
    1 + index % 3
}

/// What is smaller in a change, in this order: questions, steps (or steps, questions, where steps are limited), points missed, levels, caps left, moves of unscored ones.
type Size = (usize, usize, u64, Vec<usize>, usize, Vec<usize>);

/// The options that a question may take from the present one, by preference, and whether they are levels.
fn options(small: &Small, index: usize, limited: bool) -> (Vec<usize>, bool) {
    let most = if limited { most_steps(index) } else { usize::MAX };
    let question = &small.questions[index];
    let Given::Option(present) = question.answer else { return (Vec::new(), false) };
    if question.locked {
        return (Vec::new(), false);
    }
    let count = question.values.len();
    if question.values[0].is_none() {
        return ((present + 1..count).take(most).chain((0..present).rev()).collect(), false);
    }
    let mut ladder: Vec<usize> = (0..count).collect();
    ladder.sort_by_key(|option| (question.values[*option], *option));
    let level = ladder.iter().position(|option| *option == present).unwrap();
    (ladder[level + 1..].iter().copied().take(most).collect(), true)
}

/// The smallest change to reach `target`, by trying all.
fn exhaustive(small: &Small, target: usize, limited: bool) -> Option<(Size, Vec<Given>)> {
    let present = small.given();
    let choices: Vec<(Vec<usize>, bool)> = (0..present.len()).map(|index| options(small, index, limited)).collect();
    let mut best: Option<(Size, Vec<Given>)> = None;
    let mut picks = vec![0_usize; present.len()];
    loop {
        let mut given = present.clone();
        let (mut changed, mut steps, mut levels, mut moves) = (0, 0, Vec::new(), Vec::new());
        for (index, pick) in picks.iter().enumerate() {
            let (options, scored) = &choices[index];
            if *pick > 0 {
                given[index] = Given::Option(options[pick - 1]);
                changed += 1;
                steps += if *scored { *pick } else { 1 };
            }
            levels.push(if *scored { *pick } else { (*pick).min(1) });
            moves.push(if *scored { 0 } else { *pick });
        }
        let outcome = small.outcome(&given);
        if outcome.band(&small.edges).is_some_and(|band| band >= target) {
            let (sum, whole) = outcome.score.unwrap();
            let (first, second) = if limited { (steps, changed) } else { (changed, steps) };
            let size = (first, second, whole - sum, levels, outcome.caps.len(), moves);
            if best.as_ref().is_none_or(|(smallest, _)| size < *smallest) {
                best = Some((size, given));
            }
        }
        let Some(next) = (0..picks.len()).find(|index| picks[*index] < choices[*index].0.len()) else { return best };
        picks[next] += 1;
        picks[..next].fill(0);
    }
}

fn apply(lift: &Lift, answers: &Answers, undo: bool) -> Answers {
    let mut answers = answers.clone();
    for change in &lift.changes {
        let (from, to) = if undo { (&change.to, &change.from) } else { (&change.from, &change.to) };
        assert_eq!(answers.get(&change.question), Some(from));
        answers.set(&change.question, to.clone());
    }
    answers
}

#[test]
fn the_smallest_change_is_what_trying_all_finds() {
    compare(false, 20_261_201);
}

#[test]
fn the_smallest_believable_change_is_what_trying_all_finds() {
    compare(true, 20_261_126);
}

fn compare(limited: bool, seed: u64) {
    let mut numbers = Numbers(seed);
    let (mut compared, mut reached, mut unreachable, mut many, mut moved, mut branched) = (0, 0, 0, 0, 0, 0);
    while compared < 1_000 {
        let small = Small::draw(&mut numbers);
        let (mut assessment, answers) = small.read();
        for question in assessment.criteria.iter_mut().flat_map(|criterion| Arc::make_mut(&mut criterion.questions)) {
            let index: usize = question.id[1..].parse().unwrap();
            question.steps = limited.then(|| most_steps(index));
        }
        let assessment = assessment;
        let lift = lift(&assessment, &answers);
        let present = small.outcome(&small.given()).band(&small.edges);
        let Some(target) = present.map(|band| band + 1).filter(|target| *target < small.edges.len()) else {
            assert_eq!(lift, None);
            continue;
        };
        compared += 1;
        let lift = lift.unwrap();
        assert_eq!(lift.target, target);
        let Some((size, given)) = exhaustive(&small, target, limited) else {
            unreachable += 1;
            let present = score(&assessment, &answers).score;
            assert_eq!((lift.within, lift.changes, lift.score), (false, vec![], present));
            assert_eq!(lift.reachable, limited && exhaustive(&small, target, false).is_some());
            continue;
        };
        let expected: Vec<(String, Answer)> = given
            .iter()
            .enumerate()
            .filter(|(index, answer)| **answer != small.questions[*index].answer)
            .map(|(index, answer)| {
                let Given::Option(option) = answer else { panic!("only options change") };
                (format!("q{index}"), Answer::Option(format!("o{option}")))
            })
            .collect();
        let found: Vec<(String, Answer)> = lift.changes.iter().map(|c| (c.question.clone(), c.to.clone())).collect();
        assert_eq!((lift.within, found), (true, expected), "problem {compared}, size {size:?}");
        let after = report(&assessment, &apply(&lift, &answers, false), "en");
        assert_eq!(after.score, lift.score);
        assert!(place(&after.band.id) >= target);
        reached += 1;
        many += usize::from(lift.changes.len() > 1);
        moved += usize::from(size.5.iter().any(|pick| *pick > 0));
        branched += usize::from(small.gates.iter().any(|gate| gate.when.len() > 1 && gate.cap < target));
    }
    let seen = [reached, unreachable, many, moved, branched];
    assert!(seen.iter().all(|count| *count >= 20), "too few of a kind were drawn: {seen:?}");
}

#[test]
fn the_largest_assessments_get_a_change_that_reaches_the_band() {
    for (floors, gates) in [(false, 0), (true, 0), (false, 20), (true, 20)] {
        let id = |place: usize| format!("q{place}");
        let criteria = (0..10).map(|place| {
            let questions = (0..10).map(|own| {
                let value = |level: usize| json!((level as f64 / 19.0).powf(1.0 + own as f64 / 10.0));
                let mut question = choice(&id(10 * place + own), &(0..20).map(value).collect::<Vec<_>>());
                question["weight"] = json!(1 + own * 3 % 5);
                question
            });
            let mut criterion = criterion(&format!("c{place}"), &json!(1 + place % 7), questions.collect());
            if floors {
                criterion["floor"] = json!({ "below": 0.5, "cap": "band-0", "reason": text("Floor") });
            }
            criterion
        });
        let low: Vec<String> = (0..10).map(|level| format!("o{level}")).collect();
        let gates = (0..gates).map(|gate| {
            let when: Vec<Value> =
                (0..3).map(|turn| json!({ "question": id((gate * 7 + turn * 3) % 100), "is": low })).collect();
            json!({ "id": format!("g{gate}"), "when": when, "cap": "band-0", "reason": text("Gate") })
        });
        let assessment = read(&file(criteria.collect(), &[0.0, 50.0], gates.collect())).unwrap();
        let answers: Answers = (0..100).map(|place| (id(place), Answer::Option("o0".to_owned()))).collect();
        let lift = lift(&assessment, &answers).unwrap();
        assert!(lift.reachable);
        assert_eq!(report(&assessment, &apply(&lift, &answers, false), "en").band.id, "band-1");
    }
}

proptest! {
    #![proptest_config(Config { cases: crate::common::cases(256), failure_persistence: None, ..Config::default() })]

    #[test]
    fn a_lift_reaches_its_band_and_undone_leaves_no_trace(spec in specs(false)) {
        let (assessment, answers) = spec.read();
        let before = report(&assessment, &answers, "en");
        let text = |answers: &Answers| serde_json::to_string(&report(&assessment, answers, "en")).unwrap();
        let found = lift(&assessment, &answers);
        prop_assert_eq!(&found, &lift(&assessment, &answers));
        let top = place(&before.band.id) + 1 == spec.edges.len();
        prop_assert_eq!(found.is_none(), before.score.is_none() || top);
        if let Some(lift) = found {
            prop_assert_eq!(lift.target, place(&before.band.id) + 1);
            prop_assert_eq!(lift.reachable, !lift.changes.is_empty());
            let changed = apply(&lift, &answers, false);
            let after = report(&assessment, &changed, "en");
            prop_assert_eq!(lift.score, after.score);
            prop_assert_eq!(lift.reachable, place(&after.band.id) >= lift.target);
            prop_assert!(after.score >= before.score.map(|score| score - crate::TINY));
            prop_assert_eq!(text(&apply(&lift, &changed, true)), text(&answers));
        }
    }
}
