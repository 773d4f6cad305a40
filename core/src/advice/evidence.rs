//! On which answers a piece of advice rests: those that its rule reads, and no others.

use super::{Facts, add, is_unknown};
use crate::assessment::advice::{Clause, Effect, Rule};
use crate::assessment::{Question, Test};
use crate::input::ordered::insert_ordered;
use crate::scoring::gates::Cap;
use crate::scoring::{EDGE_TOLERANCE, QuestionScore};

/// How many answers stand for a band, or for a criterion, at most.
const MAX_COSTLIEST: usize = 2;

/// How many unknown answers stand for a low coverage at most.
const MAX_UNKNOWN: usize = 3;

impl<'a> Facts<'a> {
    /// The questions whose answers a rule rests on.
    pub(super) fn evidence(&self, rule: &'a Rule) -> Vec<&'a Question> {
        let mut questions = Vec::new();
        for clause in &rule.when {
            match clause {
                Clause::Answer(condition) => {
                    self.assessment.question(&condition.question).into_iter().for_each(|q| add(&mut questions, q));
                }
                Clause::Criterion(place, test) => self.of_criterion(*place, test, &mut questions),
                Clause::Coverage(Test::Below(_)) => {
                    let all = self.assessment.questions().map(|(_, question)| question);
                    let unknown = all.filter(|question| is_unknown(self.answers, &question.id));
                    unknown.take(MAX_UNKNOWN).for_each(|q| add(&mut questions, q));
                }
                Clause::Band(_) | Clause::Coverage(_) | Clause::OpenGates(_) | Clause::Said(..) => {}
            }
        }
        // A band beside other conditions adds nothing; in the plan, a tip that goes with a band is not called for by the
        // answers behind the band.
        let of_band = |clause: &Clause| matches!(clause, Clause::Band(_) | Clause::Coverage(_));
        let whole = rule.when.iter().any(|clause| matches!(clause, Clause::Band(_))) && rule.when.iter().all(of_band);
        match &rule.effect {
            Effect::Calls(call) if !rule.when.is_empty() => {
                let about = call.about.iter().filter_map(|id| self.assessment.question(id));
                about.for_each(|question| add(&mut questions, question));
            }
            Effect::Calls(_) => {}
            _ if whole => self.of_band(&mut questions),
            _ => {}
        }
        questions
    }

    /// The questions of a criterion that cost most points, where its value is low, or bring most, where it is high.
    fn of_criterion(&self, place: usize, test: &Test, questions: &mut Vec<&'a Question>) {
        let Some((criterion, score)) = self.assessment.criteria.get(place).zip(self.score.criteria.get(place)) else {
            return;
        };
        let low = matches!(test, Test::Below(_));
        let scored = criterion.questions.iter().zip(&score.questions);
        costliest(scored, |score| if low { score.lost } else { score.points }, questions);
    }

    /// What a band rests on: the answers behind what caps it, or those that cost most, or at the top bring most.
    fn of_band(&self, questions: &mut Vec<&'a Question>) {
        let behind = |question: &&Question| self.caps.iter().any(|cap| is_behind(cap, question));
        let all = self.assessment.questions().map(|(_, question)| question);
        let before = questions.len();
        all.filter(behind).take(MAX_COSTLIEST).for_each(|question| add(questions, question));
        if questions.len() > before {
            return;
        }
        let top = self.band + 1 >= self.assessment.bands.len();
        costliest(self.scored(), |score| if top { score.points } else { score.lost }, questions);
    }

    /// Every question with what its answer is worth.
    pub(super) fn scored(&self) -> impl Iterator<Item = (&'a Question, &'a QuestionScore)> {
        let criteria = self.assessment.criteria.iter().zip(&self.score.criteria);
        criteria.flat_map(|(criterion, score)| criterion.questions.iter().zip(&score.questions))
    }
}

/// Whether the answer to a question is behind a gate or a floor.
pub(super) fn is_behind(cap: &Cap, question: &Question) -> bool {
    match cap {
        Cap::Gate(gate) => gate.when.iter().any(|condition| condition.question == question.id),
        Cap::Floor(criterion, _) => criterion.questions.iter().any(|other| other.id == question.id),
    }
}

/// Adds the questions of which there is most, from the highest.
fn costliest<'a>(
    scored: impl Iterator<Item = (&'a Question, &'a QuestionScore)>,
    amount: impl Fn(&QuestionScore) -> f64,
    questions: &mut Vec<&'a Question>,
) {
    let mut ranked: Vec<(f64, &Question)> = Vec::new();
    for (question, score) in scored.filter(|(_, score)| amount(score) > 0.0) {
        let amount = amount(score);
        insert_ordered(&mut ranked, (amount, question), |(other, _)| amount > other + EDGE_TOLERANCE);
    }
    ranked.into_iter().take(MAX_COSTLIEST).for_each(|(_, question)| add(questions, question));
}
