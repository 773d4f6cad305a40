//! The advice of the shipped assessments: firms of which somebody who knows the field says what should come out
//! ([`table`], [`experts`]), sheets drawn at random by the thousand, as rules ([`rules`], [`rules_matter`]) and as whole
//! Reports: what never stands on one page ([`absurd`]), that better answers never harm ([`monotone`]), and
//! what they are made of ([`reports`]).
//!
//! Here is what these share: the result that rules are held against, and how sheets are drawn.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, missing_docs)]

mod absurd;
#[path = "../common/mod.rs"]
mod common;
mod experts;
mod monotone;
mod reports;
mod rules;
mod rules_matter;
mod table;

use partner_fit_core::advice::Facts;
use partner_fit_core::answers::{Answer, Answers};
use partner_fit_core::assessment::{Assessment, Question, QuestionKind};
use partner_fit_core::scoring::gates::{self, Cap};
use partner_fit_core::scoring::{self};

/// What `look` sees of the facts of a sheet, the same as those of a Report.
fn with_facts<T>(assessment: &Assessment, answers: &Answers, look: impl FnOnce(&Facts) -> T) -> T {
    let score = scoring::score(assessment, answers);
    let caps = gates::caps(assessment, answers, &score);
    let by_score = scoring::band_of(score.score.unwrap_or(score.low), &assessment.bands);
    let band = caps.iter().map(Cap::band).fold(by_score, usize::min);
    look(&Facts::new(assessment, answers, &score, &caps, band))
}

/// Numbers in a sequence that looks random and is always the same (SplitMix64).
struct Dice(u64);

impl Dice {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// A number from 0 up to 1.
    #[allow(clippy::cast_precision_loss)] // 53 bits fit
    fn share(&mut self) -> f64 {
        (self.next() >> 11) as f64 / (1_u64 << 53) as f64
    }

    /// A whole number below `count`.
    fn below(&mut self, count: usize) -> usize {
        usize::try_from(self.next() % count as u64).unwrap()
    }
}

/// A firm: how much of what is asked it knows, and how good its answers tend to be. Without such a tendency hardly any
/// sheet would reach the lowest or the highest band.
fn sheet(assessment: &Assessment, dice: &mut Dice) -> Answers {
    let missing = [0.0, 0.0, 0.2][dice.below(3)];
    let unsure = [0.0, 0.05, 0.2, 0.6, 1.0][dice.below(5)];
    let tendency = [None, Some(0.0), Some(0.6), Some(0.9)][dice.below(4)];
    let mut answers = Answers::default();
    for (_, question) in assessment.questions() {
        if dice.share() < missing {
            continue;
        }
        let answer = if question.unsure && dice.share() < unsure {
            Answer::Unsure
        } else if question.not_applicable && dice.share() < 0.1 {
            Answer::NotApplicable
        } else {
            given(question, tendency, dice)
        };
        answers.set(&question.id, answer);
    }
    answers
}

/// An option, or a number in or out of the range that is best.
fn given(question: &Question, tendency: Option<f64>, dice: &mut Dice) -> Answer {
    match &question.kind {
        QuestionKind::Choice(options) => {
            let any = dice.below(options.len());
            let towards = tendency.filter(|_| dice.share() < 0.8).map(|tendency| {
                let wish = (tendency + 0.4 * dice.share() - 0.1).clamp(0.0, 1.0);
                let away = |place: &usize| options[*place].value.map_or(0.0, |value| (value - wish).abs());
                (0..options.len()).min_by(|a, b| away(a).total_cmp(&away(b))).unwrap()
            });
            let scored = options.iter().all(|option| option.value.is_some());
            Answer::Option(options[towards.filter(|_| scored).unwrap_or(any)].id.clone())
        }
        QuestionKind::Number(field) => {
            let edges = [0.0, 0.25, 1.0, 5.0, 10.0, 50.0, 100.0, 500.0, 1000.0, 100_000.0];
            let number = match dice.below(4) {
                0 => edges[dice.below(edges.len())],
                1 => 100.0 * dice.share(),
                _ => 10_f64.powf(-1.0 + 4.5 * dice.share()),
            };
            Answer::Number(number.clamp(field.min.unwrap_or(number), field.max.unwrap_or(number)))
        }
    }
}
