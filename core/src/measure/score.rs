//! What a sheet comes to: every indicator computed, the score over them and the answers, and how far both can still move.
//!
//! An indicator is scored as the question that it has become. What rests on few cases counts at what it is in the score, and as
//! unknown within its interval in the range: so no number is invented for it, and none is thrown away.

use std::sync::Arc;

use super::Programme;
use super::figures::figure;
use super::indicator::{Reading, State};
use super::inputs::Gathered;
use super::programme::CONTRIBUTION;
use super::tier::decision::{Decision, Past, Standing};
use crate::answers::{Answer, Answers};
use crate::assessment::{Assessment, Condition, Criterion, QuestionKind};
use crate::scoring::gates::{Cap, caps, holds};
use crate::scoring::{EDGE_TOLERANCE, Score, score, sum};

/// What a sheet comes to.
#[derive(Clone, Debug, PartialEq)]
pub struct Measured<'a> {
    /// What was asked.
    pub programme: &'a Programme,
    /// What was filled in.
    pub answers: &'a Answers,
    /// What each indicator comes to.
    pub readings: Vec<Reading>,
    /// The inputs of the economics as far as they are there.
    pub gathered: Option<Gathered>,
    /// What was filled in and what is computed from it: the answers to [`Programme::scored`].
    pub derived: Answers,
    /// What that is worth, small samples taken as they are.
    pub score: Score,
    /// The lowest and the highest that the score can be, 0 to 100.
    pub range: [f64; 2],
    /// The same for the value of each criterion, 0 to 1.
    pub ranges: Vec<[f64; 2]>,
}

impl Programme {
    /// What a sheet comes to.
    #[must_use]
    pub fn measure<'a>(&'a self, answers: &'a Answers) -> Measured<'a> {
        let readings: Vec<Reading> =
            self.indicators.iter().map(|indicator| indicator.read(&|id| figure(answers, id))).collect();
        let gathered = self.gather(answers);
        let mut derived = answers.clone();
        for (indicator, reading) in self.indicators.iter().zip(&readings) {
            let answer = match (reading.state, reading.x) {
                (State::Out, _) => Answer::NotApplicable,
                (State::Known | State::Estimated, Some(x)) => Answer::Number(x),
                _ => Answer::Unsure,
            };
            derived.set(&indicator.id, answer);
        }
        if let Some(gathered) = &gathered {
            derived.set(CONTRIBUTION, gathered.contribution().map_or(Answer::Unsure, Answer::Number));
        }
        let scored = score(&self.scored, &derived);
        let (range, ranges) = self.ranges(&readings, &derived, &scored);
        Measured { programme: self, answers, readings, gathered, derived, score: scored, range, ranges }
    }

    /// How far the score and each criterion can still move.
    fn ranges(&self, readings: &[Reading], derived: &Answers, scored: &Score) -> ([f64; 2], Vec<[f64; 2]>) {
        let ends = |score: &Score| score.criteria.iter().map(|criterion| [criterion.low, criterion.high]).collect();
        if readings.iter().all(|reading| reading.state != State::Estimated) {
            return ([scored.low, scored.high], ends(scored));
        }
        let (open, unsure) = self.with_samples_open(readings, derived);
        let open = score(&open, &unsure);
        let ranges: Vec<[f64; 2]> = ends(&open);
        let end = |place: usize| {
            let terms = open.criteria.iter().zip(&ranges);
            let terms = terms.filter_map(|(criterion, ends)| Some(criterion.weight * ends.get(place)?));
            100.0 * sum(terms.collect())
        };
        let [low, high] = [end(0), end(1)].map(|end| end.clamp(0.0, 100.0));
        // Only rounding can put an end on the wrong side of the score.
        (scored.score.map_or([low, high], |score| [low.min(score), high.max(score)]), ranges)
    }

    /// The assessment and the answers with every estimate unknown within its interval.
    fn with_samples_open(&self, readings: &[Reading], derived: &Answers) -> (Assessment, Answers) {
        let (mut open, mut answers) = (self.scored.clone(), derived.clone());
        let estimates =
            || self.indicators.iter().zip(readings).filter(|(_, reading)| reading.state == State::Estimated);
        for (place, criterion) in open.criteria.iter_mut().enumerate() {
            if estimates().all(|(one, _)| one.criterion != place) {
                continue;
            }
            let mut questions = criterion.questions.to_vec();
            for question in &mut questions {
                let interval = estimates().find(|(one, _)| one.id == question.id).and_then(|(_, one)| one.interval);
                if let (Some([low, high]), QuestionKind::Number(field)) = (interval, &mut question.kind) {
                    (field.min, field.max) = (Some(low), Some(high));
                    answers.set(&question.id, Answer::Unsure);
                }
            }
            criterion.questions = Arc::new(questions);
        }
        (open, answers)
    }
}

impl Measured<'_> {
    /// The rules that cap the band.
    #[must_use]
    pub fn caps(&self) -> Vec<Cap<'_>> {
        caps(&self.programme.scored, &self.derived, &self.score)
    }

    /// Whether nothing of a criterion counts, because none of it applies.
    fn is_out(&self, criterion: &Criterion) -> bool {
        let counts = criterion.questions.iter().filter(|question| question.is_scored() && question.weight > 0.0);
        let mut answers = counts.map(|question| self.derived.get(&question.id));
        answers.all(|answer| matches!(answer, Some(Answer::NotApplicable)))
    }

    /// The value of each criterion as `value` gives it; `None` where it is out of the sum.
    fn criteria(&self, value: &dyn Fn(usize) -> Option<f64>) -> Vec<Option<f64>> {
        let criteria = self.programme.scored.criteria.iter().enumerate();
        criteria.map(|(place, one)| if self.is_out(one) { None } else { value(place).or(Some(0.0)) }).collect()
    }

    /// Whether a floor holds where criteria are worth this.
    fn is_floored(&self, values: &[Option<f64>]) -> bool {
        self.programme.scored.criteria.iter().zip(values).any(|(criterion, value)| {
            criterion.floor.as_ref().is_some_and(|floor| {
                value.is_some_and(|value| value < floor.below - EDGE_TOLERANCE)
                    && !floor.unless.iter().any(|condition| holds(condition, &self.derived))
            })
        })
    }

    /// Whether a condition holds, or does once everything is known.
    fn may_hold(&self, condition: &Condition) -> bool {
        let unknown = matches!(self.derived.get(&condition.question), None | Some(Answer::Unsure));
        unknown || holds(condition, &self.derived)
    }

    /// What the partner had before, and how long it has been one.
    #[must_use]
    pub fn past(&self) -> Past {
        let tiers = self.programme.ladder.iter().flat_map(|ladder| &ladder.tiers);
        let named = |id: &str| match self.answers.get(id) {
            Some(Answer::Option(option)) => Some(option.as_str()),
            _ => None,
        };
        Past {
            months: match self.answers.get("months-in") {
                Some(Answer::Number(months)) => Some(*months),
                _ => None,
            },
            before: named("tier-before")
                .and_then(|before| tiers.map(|tier| tier.id.as_str()).position(|id| id == before)),
            warned: named("warned") == Some("yes"),
        }
    }

    /// The tier of the partner; `None` where the file has no tiers, or no score is known.
    #[must_use]
    pub fn tier(&self) -> Option<Decision> {
        let ladder = self.programme.ladder.as_ref()?;
        let present = self.score.score?;
        let known = self.criteria(&|place| self.score.criteria.get(place)?.value);
        let met = |tier: &super::tier::Tier| tier.needs.iter().all(|need| holds(need, &self.derived));
        let may_be_met = |tier: &super::tier::Tier| tier.needs.iter().all(|need| self.may_hold(need));
        let floored = self.caps().iter().any(|cap| matches!(cap, Cap::Floor(..)));
        let earned = ladder.earned(&Standing { score: present, criteria: &known, floored, meets: &met });
        let [low, high] = self.range;
        let end = |which: usize, score: f64, meets: &dyn Fn(&super::tier::Tier) -> bool| {
            let ends = self.criteria(&|place| self.ranges.get(place)?.get(which).copied());
            ladder.earned(&Standing { score, criteria: &ends, floored: self.is_floored(&ends), meets })
        };
        let ends = [end(0, low, &met), end(1, high, &may_be_met)];
        Some(ladder.decide(ladder.by_score(present), earned, ends, &self.past()))
    }

    /// The messages that are called for with this tier.
    pub fn messages(&self, decision: Decision) -> impl Iterator<Item = &super::message::Message> {
        self.programme.messages.iter().filter(move |message| {
            (message.change.is_empty() || message.change.contains(&decision.change))
                && message.when.iter().all(|condition| holds(condition, &self.derived))
        })
    }
}
