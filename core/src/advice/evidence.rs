//! On which answers a piece of advice rests: those that its rule reads, and no others.

use super::{Facts, add, is_unknown};
use crate::assessment::advice::{Clause, Effect, Rule};
use crate::assessment::{Condition, Question, QuestionKind, Test};
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
                Clause::Answer(condition) if self.admits_most(condition) => {}
                Clause::Answer(condition) => {
                    self.add_named(&condition.question, &mut questions);
                }
                Clause::Criterion(place, test) => self.of_criterion(*place, test, &mut questions),
                Clause::Coverage(Test::Below(_)) => {
                    self.add_some(MAX_UNKNOWN, &|question| is_unknown(self.answers, &question.id), &mut questions);
                }
                Clause::Band(_) | Clause::Coverage(_) | Clause::OpenGates(_) | Clause::Said(..) => {}
            }
        }
        // A band beside other conditions adds nothing; in the plan, a tip that goes with a band is not called for by the
        // answers behind the band.
        let of_band = |clause: &Clause| match clause {
            Clause::Answer(condition) => self.admits_most(condition),
            other => matches!(other, Clause::Band(_) | Clause::Coverage(_)),
        };
        let whole = rule.when.iter().any(|clause| matches!(clause, Clause::Band(_))) && rule.when.iter().all(of_band);
        match &rule.effect {
            Effect::Calls(call) if !rule.when.is_empty() => {
                call.about.iter().for_each(|id| self.add_named(id, &mut questions));
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
        let mut amounts = Vec::new();
        for (question, score) in criterion.questions.iter().zip(&score.questions) {
            amounts.push((if low { score.lost } else { score.points }, question));
        }
        costliest(amounts, questions);
    }

    /// Whether a condition shuts out only a few kinds of firm, and would hold if nothing were known: then the answer tells
    /// nothing.
    fn admits_most(&self, condition: &Condition) -> bool {
        let (Test::Is(names), Some(question)) = (&condition.test, self.assessment.question(&condition.question)) else {
            return false;
        };
        let QuestionKind::Choice(options) = &question.kind else { return false };
        let admitted = options.iter().filter(|option| names.contains(&option.id)).count();
        let open = names.iter().any(|name| name == "unsure") && 2 * admitted > options.len();
        open && question.locked && !question.is_scored()
    }

    /// Adds the question called `id`.
    pub(super) fn add_named(&self, id: &str, questions: &mut Vec<&'a Question>) {
        if let Some(question) = self.assessment.question(id) {
            add(questions, question);
        }
    }

    /// Adds the first questions that are `wanted`, at most so many.
    fn add_some(&self, most: usize, wanted: &dyn Fn(&Question) -> bool, questions: &mut Vec<&'a Question>) {
        let all = self.assessment.questions().map(|(_, question)| question);
        all.filter(|question| wanted(question)).take(most).for_each(|question| add(questions, question));
    }

    /// What a band rests on: the answers behind what caps it, or those that cost most, or at the top bring most.
    fn of_band(&self, questions: &mut Vec<&'a Question>) {
        let before = questions.len();
        self.add_some(MAX_COSTLIEST, &|question| self.caps.iter().any(|cap| is_behind(cap, question)), questions);
        if questions.len() > before {
            return;
        }
        let top = self.band + 1 >= self.assessment.bands.len();
        let mut amounts = Vec::new();
        for (question, score) in self.scored() {
            amounts.push((if top { score.points } else { score.lost }, question));
        }
        costliest(amounts, questions);
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
fn costliest<'a>(amounts: Vec<(f64, &'a Question)>, questions: &mut Vec<&'a Question>) {
    let mut ranked: Vec<(f64, &Question)> = Vec::new();
    for (amount, question) in amounts.into_iter().filter(|(amount, _)| *amount > 0.0) {
        insert_ordered(&mut ranked, (amount, question), |(other, _)| amount > other + EDGE_TOLERANCE);
    }
    ranked.into_iter().take(MAX_COSTLIEST).for_each(|(_, question)| add(questions, question));
}
