//! One list of what to do: what clears a gate first, then what the answers lose most by, in the author's order among
//! equals, each with its effect.
//!
//! The smallest change and the plan are about the same actions: only a question that some item is about may be lifted,
//! and a lifted question has its item in the plan.

use super::evidence::is_behind;
use super::{Advised, Because, Facts};
use crate::answers::{Answer, Answers};
use crate::assessment::advice::{Call, Clause, Effect, Entry, Rule, Saying};
use crate::assessment::{Question, Test};
use crate::input::ordered::insert_ordered;
use crate::scoring::gates::{Cap, caps};
use crate::scoring::lift::{Change, Lift, Limits, ladder, lift_within, raised};
use crate::scoring::{band_of, score};

/// How many items a plan has, unless more of them keep their place.
pub const MAX_PLAN: usize = 5;

/// How many answers the smallest change may change where a plan has to say how.
const MAX_CHANGES: usize = 3;

/// Something to do, and what it brings.
#[derive(Clone, Debug, PartialEq)]
pub struct Action<'a> {
    /// What, and why.
    pub advised: Advised<'a>,
    /// What it brings.
    pub gain: Gain,
}

/// What an action brings by itself.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Gain {
    /// How many points; `None` where it is about no answer that counts.
    pub points: Option<f64>,
    /// The gates and floors that it clears, by their ids.
    pub clears: Vec<String>,
    /// The lowest band to which those hold the result.
    limit: Option<usize>,
    /// The band that it reaches, where that is a higher one.
    pub reaches: Option<usize>,
}

/// By what an item is ranked, the smallest first: the lowest band to which it frees the way, whether only the smallest
/// change calls for it, and the points behind it.
type Rank = (u8, usize, bool, i64);

impl<'a> Facts<'a> {
    /// What to do, and the smallest change that reaches the next band; `None` where there is no next band or no score.
    #[must_use]
    pub fn plan(&self) -> (Vec<Action<'a>>, Option<Lift>) {
        let questions = self.changeable();
        let changes = questions.as_ref().map(|_| MAX_CHANGES);
        let mut lift = lift_within(self.assessment, self.answers, &Limits { questions, changes, any_steps: false });
        let mut actions = self.actions(lift.as_ref().map_or(&[], |lift| &lift.changes));
        if let Some(lift) = lift.as_mut().filter(|lift| !lift.within && lift.blocked_by.is_empty()) {
            self.in_a_year(&mut actions, lift);
        }
        (actions, lift)
    }

    /// Where a few changes are not enough: what the whole plan brings in a year.
    fn in_a_year(&self, actions: &mut [Action<'a>], lift: &mut Lift) {
        let questions: Vec<String> = actions.iter().flat_map(|action| action.advised.entry.improves.clone()).collect();
        if questions.is_empty() {
            return;
        }
        let limits = Limits { questions: Some(questions), ..Limits::default() };
        match lift_within(self.assessment, self.answers, &limits) {
            Some(found) if found.within => {
                for action in actions {
                    action.gain = self.gain(action.advised.entry, &found.changes);
                }
                *lift = found;
            }
            _ => {
                lift.changes = raised(self.assessment, self.answers, &limits);
                lift.score = score(self.assessment, &changed(self.answers, &lift.changes)).score;
            }
        }
    }

    /// The questions that the smallest change may raise: those for which some item would then be called for. `None`
    /// where no item asks for the smallest change.
    fn changeable(&self) -> Option<Vec<String>> {
        let mut asked = false;
        let mut questions: Vec<String> = Vec::new();
        for entry in &self.assessment.advice.plan {
            for rule in &entry.rules {
                let lifts = |clause: &&Clause| matches!(clause, Clause::Said(Saying::Lift, _));
                asked |= rule.when.iter().any(|clause| lifts(&clause));
                if !self.is_open(entry) || !rule.when.iter().all(|c| lifts(&c) || self.clause_holds(c, &[])) {
                    continue;
                }
                let lifted = rule.when.iter().filter(lifts).flat_map(|clause| match clause {
                    Clause::Said(_, questions) => questions.as_slice(),
                    _ => &[],
                });
                questions.extend(lifted.cloned());
                if !rule.when.iter().any(|clause| lifts(&clause)) {
                    questions.extend(entry.improves.iter().cloned());
                }
            }
        }
        asked.then_some(questions)
    }

    /// Whether an item may be called for under the verdict.
    fn is_open(&self, entry: &Entry) -> bool {
        let [_, verdict, _] = self.said;
        entry.verdicts.is_empty() || verdict.is_some_and(|verdict| entry.verdicts.iter().any(|id| id == verdict))
    }

    fn actions(&self, lift: &[Change]) -> Vec<Action<'a>> {
        let mut ranked: Vec<(Rank, bool, Action)> = Vec::new();
        for entry in self.assessment.advice.plan.iter().filter(|entry| self.is_open(entry)) {
            let holding: Vec<&Rule> = entry.rules.iter().filter(|rule| self.holds_with(rule, lift)).collect();
            if holding.is_empty() {
                continue;
            }
            let gain = self.gain(entry, lift);
            let any = |wanted: fn(&Call) -> bool| {
                holding.iter().any(|rule| matches!(&rule.effect, Effect::Calls(call) if wanted(call)))
            };
            let first = any(|call| call.first);
            let lifted = lift.iter().any(|change| entry.improves.contains(&change.question));
            let only_lifted = !holding.iter().any(|rule| self.holds(rule));
            // What holds the result in the lowest band comes before everything, even before what the author puts first.
            let class = match gain.limit {
                Some(0) => 0,
                _ if first => 1,
                _ => 2,
            };
            let rank = (class, gain.limit.unwrap_or(usize::MAX), only_lifted, -self.lost(entry, &gain));
            let because = holding.iter().map(|rule| Because { rule, questions: self.evidence(rule) }).collect();
            let advised = Advised { entry, because, once: Vec::new() };
            let keeps = first || lifted || any(|call| call.keeps);
            insert_ordered(&mut ranked, (rank, keeps, Action { advised, gain }), |(other, ..)| rank < *other);
        }
        while ranked.len() > MAX_PLAN {
            let Some(last) = ranked.iter().rposition(|(_, keeps, _)| !keeps) else { break };
            ranked.remove(last);
        }
        ranked.into_iter().map(|(.., action)| action).collect()
    }

    /// The whole points that the answers behind an item cost; none behind gates, where the author's order counts.
    #[allow(clippy::cast_possible_truncation)] // from 0 to 100
    fn lost(&self, entry: &Entry, gain: &Gain) -> i64 {
        if gain.limit.is_some() {
            return 0;
        }
        let lost: f64 =
            self.scored().filter(|(q, _)| entry.improves.contains(&q.id)).map(|(_, score)| score.lost).sum();
        (lost + 0.5).floor() as i64
    }

    /// What an item brings by itself: with the answers that it improves as far up as the smallest change takes them, or
    /// else until they no longer call for it. What is locked counts as settled, and brings no points.
    fn gain(&self, entry: &Entry, lift: &[Change]) -> Gain {
        let lifted: Vec<Change> =
            lift.iter().filter(|change| entry.improves.contains(&change.question)).cloned().collect();
        let mut settled: Vec<&Question> = Vec::new();
        let mut changes = lifted;
        if changes.is_empty() {
            for question in entry.improves.iter().filter_map(|id| self.assessment.question(id)) {
                if question.locked {
                    settled.push(question);
                } else {
                    changes.extend(self.until_not_called(entry, question));
                }
            }
        }
        let after = changed(self.answers, &changes);
        let scored = score(self.assessment, &after);
        let mut left = caps(self.assessment, &after, &scored);
        let is_settled = |cap: &Cap| settled.iter().any(|question| is_behind(cap, question));
        left.retain(|cap| !(matches!(cap, Cap::Gate(_)) && is_settled(cap)));
        let cleared: Vec<&Cap> = self.caps.iter().filter(|cap| left.iter().all(|l| l.id() != cap.id())).collect();
        let counts = |change: &Change| self.assessment.question(&change.question).is_some_and(Question::is_scored);
        let by_score = band_of(scored.score.unwrap_or(scored.low), &self.assessment.bands);
        let band = left.iter().map(Cap::band).fold(by_score, usize::min);
        Gain {
            points: scored
                .score
                .zip(self.score.score)
                .map(|(after, now)| after - now)
                .filter(|_| changes.iter().any(counts)),
            clears: cleared.iter().map(|cap| cap.id().to_owned()).collect(),
            limit: cleared.iter().map(|cap| cap.band()).min(),
            reaches: (band > self.band).then_some(band),
        }
    }

    /// The answer to a question with which the rules that call for an item now would not hold, or the best that is
    /// believable in a year; `None` where no rule that calls for it is about that answer.
    fn until_not_called(&self, entry: &Entry, question: &Question) -> Option<Change> {
        let holding = entry.rules.iter().filter(|rule| self.holds(rule)).flat_map(|rule| &rule.when);
        let calls: Vec<&[String]> = holding
            .filter_map(|clause| match clause {
                Clause::Answer(condition) if condition.question == question.id => match &condition.test {
                    Test::Is(answers) => Some(answers.as_slice()),
                    Test::Below(_) | Test::AtLeast(_) => None,
                },
                _ => None,
            })
            .collect();
        let calls_for = |change: &&Change| {
            let Answer::Option(id) = &change.to else { return false };
            calls.iter().any(|answers| answers.contains(id))
        };
        let limits = Limits { questions: Some(vec![question.id.clone()]), ..Limits::default() };
        let ladder = ladder(self.assessment, self.answers, &limits);
        let enough = ladder.iter().find(|change| !calls_for(change)).or(ladder.last());
        enough.filter(|_| !calls.is_empty()).cloned()
    }
}

/// The answers after some changes.
fn changed(answers: &Answers, changes: &[Change]) -> Answers {
    let mut after = answers.clone();
    changes.iter().for_each(|change| after.set(&change.question, change.to.clone()));
    after
}
