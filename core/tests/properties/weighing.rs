//! How far a band depends on the weights: exact chances against drawn weights, and the bounds that they keep.

use partner_fit_core::answers::Answer;
use partner_fit_core::assessment::{Assessment, QuestionKind};
use partner_fit_core::scoring::robustness::{Robustness, chance, cumulative_means, repeated, robustness};
use partner_fit_core::scoring::{Score, band_of, score};
use proptest::prelude::*;
use proptest::test_runner::Config;

use crate::draw::specs;
use crate::exact::Numbers;
use crate::small::Small;

/// Rounding in a chance.
const ROUNDING: f64 = 1e-12;

/// How many weights are drawn against each exact chance.
const DRAWS: usize = 2_500;

/// Weights from a Dirichlet distribution: each the waiting time for so many events, over their sum.
fn draw_weights(numbers: &mut Numbers, times: &[usize]) -> Vec<f64> {
    let waits: Vec<f64> =
        times.iter().map(|times| -(0..*times).map(|_| numbers.share()).product::<f64>().ln()).collect();
    let total: f64 = waits.iter().sum();
    waits.iter().map(|wait| wait / total).collect()
}

#[test]
fn exact_chances_agree_with_drawn_weights() {
    let mut numbers = Numbers(20_261_202);
    for problem in 0..200 {
        let count = 2 + numbers.below(7) as usize;
        let values: Vec<f64> = (0..count)
            .map(|_| if numbers.one_in(2) { numbers.below(5) as f64 / 4.0 } else { numbers.share() })
            .collect();
        let times: Vec<usize> = (0..count).map(|_| 1 + numbers.below(8) as usize).collect();
        let importance: Vec<f64> = (0..count).map(|_| numbers.share()).collect();
        let mut order: Vec<usize> = (0..count).collect();
        order.sort_by(|a, b| importance[*b].total_cmp(&importance[*a]));
        // Mostly between the values, where a chance is neither 0 nor 1.
        let threshold = values[numbers.below(count as u64) as usize] * 0.5 + 0.5 * values[0] + 0.01;
        let ones = vec![1; count];
        let exact = [
            chance(&values, threshold),
            chance(&cumulative_means(&values, &importance), threshold),
            chance(&repeated(&values, &times), threshold),
        ];
        let mut reached = [0_usize; 3];
        for _ in 0..DRAWS {
            let any = draw_weights(&mut numbers, &ones);
            let mut sorted = any.clone();
            sorted.sort_by(|a, b| b.total_cmp(a));
            let mut ordered = vec![0.0; count];
            order.iter().zip(&sorted).for_each(|(place, weight)| ordered[*place] = *weight);
            let about = draw_weights(&mut numbers, &times);
            for (reached, weights) in reached.iter_mut().zip([any, ordered, about]) {
                let mean: f64 = weights.iter().zip(&values).map(|(weight, value)| weight * value).sum();
                *reached += usize::from(mean >= threshold);
            }
        }
        for (exact, reached) in exact.iter().zip(reached) {
            let draws = DRAWS as f64;
            let error = (exact * (1.0 - exact) / draws).max(0.0).sqrt();
            let difference = (reached as f64 / draws - exact).abs();
            assert!(difference <= 4.0 * error + 1.0 / draws, "problem {problem}: {exact}, drawn {reached} of {DRAWS}");
        }
    }
}

fn lists(robust: &Robustness) -> [&Vec<f64>; 3] {
    [&robust.any_weights, &robust.same_order, &robust.near_weights.chances]
}

fn of(assessment: &Assessment, score: &Score) -> Option<Robustness> {
    robustness(assessment, score, assessment.bands.len() - 1)
}

#[test]
fn a_better_answer_never_makes_a_band_less_likely() {
    let mut numbers = Numbers(20_261_203);
    let mut tried = 0;
    for _ in 0..500 {
        let (assessment, answers) = Small::draw(&mut numbers).read();
        let Some(before) = of(&assessment, &score(&assessment, &answers)) else { continue };
        for (_, question) in assessment.questions() {
            let (QuestionKind::Choice(options), Some(Answer::Option(id))) = (&question.kind, answers.get(&question.id))
            else {
                continue;
            };
            let value = options.iter().find(|option| option.id == *id).unwrap().value;
            for better in options.iter().filter(|option| option.value > value) {
                let mut answers = answers.clone();
                answers.set(&question.id, Answer::Option(better.id.clone()));
                let after = of(&assessment, &score(&assessment, &answers)).unwrap();
                for (before, after) in lists(&before).into_iter().zip(lists(&after)) {
                    for band in 0..before.len() {
                        let tail = |list: &[f64]| list[band..].iter().sum::<f64>();
                        assert!(tail(after) >= tail(before) - ROUNDING, "{before:?} became {after:?}");
                    }
                }
                assert!(after.near_weights.low >= before.near_weights.low - crate::TINY);
                assert!(after.near_weights.high >= before.near_weights.high - crate::TINY);
                tried += 1;
            }
        }
    }
    assert!(tried > 1_000, "only {tried} tried");
}

#[test]
fn the_band_holds_inside_an_interval_and_changes_outside() {
    let mut numbers = Numbers(20_261_204);
    let (mut inside, mut outside) = (0, 0);
    for _ in 0..500 {
        let (mut assessment, answers) = Small::draw(&mut numbers).read();
        let scored = score(&assessment, &answers);
        let Some(robust) = of(&assessment, &scored).filter(|_| scored.coverage > 1.0 - ROUNDING) else { continue };
        let band = band_of(scored.score.unwrap(), &assessment.bands);
        let shares: Vec<f64> = scored.criteria.iter().map(|criterion| criterion.weight).collect();
        for (moved, interval) in robust.intervals.iter().enumerate() {
            assert!(interval.low <= shares[moved] + ROUNDING && shares[moved] <= interval.high + ROUNDING);
            if scored.criteria[moved].value.is_none() || shares[moved] > 1.0 - ROUNDING {
                assert_eq!((interval.low, interval.high), (0.0, 1.0));
                continue;
            }
            // With more weight of its own, what is unknown of it would have a part in the score.
            if scored.criteria[moved].low < scored.criteria[moved].high {
                continue;
            }
            let mut band_at = |weight: f64| {
                let rest = (1.0 - weight) / (1.0 - shares[moved]);
                for (index, share) in shares.iter().enumerate() {
                    assessment.criteria[index].weight = if index == moved { weight } else { share * rest };
                }
                band_of(score(&assessment, &answers).score.unwrap(), &assessment.bands)
            };
            let step = 1e-4;
            if interval.high - interval.low > 4.0 * step {
                for weight in [interval.low + step, (interval.low + interval.high) / 2.0, interval.high - step] {
                    assert_eq!(band_at(weight), band, "{interval:?} at {weight}");
                    inside += 1;
                }
            }
            let ends = [(interval.below, interval.low - step), (interval.above, interval.high + step)];
            for (next, weight) in ends.into_iter().filter(|(_, weight)| (0.0..=1.0).contains(weight)) {
                assert_eq!(Some(band_at(weight)), next, "{interval:?} at {weight}");
                outside += 1;
            }
        }
    }
    assert!(inside > 1_000 && outside > 200, "only {inside} inside and {outside} outside");
}

proptest! {
    #![proptest_config(Config { cases: crate::common::cases(128), failure_persistence: None, ..Config::default() })]

    #[test]
    fn chances_are_chances_and_sum_to_one(spec in specs(false), cap in any::<prop::sample::Index>()) {
        let (assessment, answers) = spec.read();
        let scored = score(&assessment, &answers);
        let cap = cap.index(assessment.bands.len());
        let robust = robustness(&assessment, &scored, cap);
        prop_assert_eq!(robust.is_none(), scored.score.is_none());
        prop_assert_eq!(&robust, &robustness(&assessment, &scored, cap));
        if let (Some(robust), Some(score)) = (robust, scored.score) {
            for list in lists(&robust) {
                prop_assert_eq!(list.len(), assessment.bands.len());
                prop_assert!((list.iter().sum::<f64>() - 1.0).abs() < ROUNDING, "{:?}", list);
                prop_assert!(list.iter().all(|chance| (0.0..=1.0).contains(chance)), "{:?}", list);
                prop_assert!(list.iter().skip(cap + 1).all(|chance| *chance == 0.0), "{:?} over {}", list, cap);
            }
            let near = &robust.near_weights;
            prop_assert!(near.low <= score + crate::TINY && score <= near.high + crate::TINY);
            prop_assert!(near.low >= -crate::TINY && near.high <= 100.0 + crate::TINY);
            prop_assert_eq!(robust.intervals.len(), assessment.criteria.len());
            for interval in &robust.intervals {
                prop_assert!(0.0 <= interval.low && interval.low <= interval.high && interval.high <= 1.0);
                prop_assert!(interval.below.is_none() == (interval.low == 0.0));
                prop_assert!(interval.above.is_none() == (interval.high == 1.0));
            }
        }
    }
}
