//! What may change: the questions whose answers a lift may raise, and the ways to do so.
//!
//! Answers are only raised. What may not change stays: numbers, what is unknown or does not apply, questions that the
//! author locked.

use super::knapsack::{Combination, Table};
use crate::answers::{Answer, Answers};
use crate::assessment::{Choice, Condition, Question, QuestionKind, Test};
use crate::input::ordered::insert_ordered;

/// What a change may ask for.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Limits {
    /// The questions whose answers may change; `None` for all that are not locked.
    pub questions: Option<Vec<String>>,
    /// How many of them may change at once; `None` for any number.
    pub changes: Option<usize>,
    /// Whether the options up that the author finds believable in a year are left out of account.
    pub any_steps: bool,
}

/// A question whose answer may change.
pub struct Candidate<'a> {
    pub question: &'a Question,
    /// The place of its criterion.
    pub criterion: usize,
    /// The present option, then those that it may become in the order of preference: up by value where it is scored.
    pub options: Vec<&'a Choice>,
    /// Its share of the known weight of its criterion, 0 to 1; `None` where it is not scored.
    pub share: Option<f64>,
}

impl Candidate<'_> {
    /// What option `pick` brings to the value of the criterion.
    fn gain(&self, pick: usize) -> f64 {
        let value = |pick: usize| self.options.get(pick).and_then(|option| option.value).unwrap_or_default();
        self.share.map_or(0.0, |share| share * (value(pick) - value(0)))
    }

    /// The options that meet a condition, as bits.
    pub fn meeting(&self, condition: &Condition) -> u32 {
        let Test::Is(wanted) = &condition.test else { return 0 };
        let meets = |option: &&Choice| wanted.contains(&option.id);
        self.options.iter().zip(0..).filter(|(option, _)| meets(option)).fold(0, |bits, (_, pick)| bits | bit(pick))
    }

    /// The ways to treat one question, what they bring counted `share` times.
    pub fn ways(&self, allowed: u32, share: f64, count_steps: bool) -> Table {
        let way = |pick: usize| Combination {
            changed: usize::from(pick > 0),
            steps: if count_steps { pick } else { 0 },
            gain: share * self.gain(pick),
            picks: u8::try_from(pick).into_iter().collect(),
        };
        let picks = (0..self.options.len()).filter(|pick| allowed & bit(*pick) != 0);
        // An unscored answer has nothing to gain: it stays, or moves by one step.
        if self.share.is_none() {
            picks.take(1).map(|pick| way(pick.min(1))).collect()
        } else {
            picks.map(way).collect()
        }
    }
}

/// One bit for one option.
pub fn bit(pick: usize) -> u32 {
    u32::try_from(pick).ok().and_then(|pick| 1_u32.checked_shl(pick)).unwrap_or(0)
}

/// The present option of a question whose answer may change, then what it may become; nothing where it may not.
pub fn options<'a>(question: &'a Question, answers: &Answers, limits: &Limits) -> Vec<&'a Choice> {
    let (QuestionKind::Choice(options), Some(Answer::Option(id))) = (&question.kind, answers.get(&question.id)) else {
        return Vec::new();
    };
    let Some(present) = options.iter().position(|option| option.id == *id) else { return Vec::new() };
    let allowed = limits.questions.as_ref().is_none_or(|questions| questions.contains(&question.id));
    if question.locked || !allowed {
        return Vec::new();
    }
    // The present option stands before those that it may become.
    let most = question.steps.filter(|_| !limits.any_steps).map_or(usize::MAX, |steps| steps + 1);
    let (before, after) = options.split_at(present);
    let scored = options.iter().all(|option| option.value.is_some());
    if !scored {
        return after.iter().take(most).chain(before.iter().rev()).collect();
    }
    let mut ladder: Vec<&Choice> = Vec::with_capacity(options.len());
    for option in options {
        insert_ordered(&mut ladder, option, |other| other.value > option.value);
    }
    ladder.into_iter().skip_while(|option| option.id != *id).take(most).collect()
}
