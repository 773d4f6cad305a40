//! What follows from a result: verdict, partnership model, types of partner, benefits and drawbacks, plan.
//!
//! The rules are data in the assessment ([`crate::assessment::advice`]); this applies them and says on which answers
//! each recommendation rests. Nothing is weighed here that a file does not say.

use crate::answers::{Answer, Answers};
use crate::assessment::advice::{Clause, Effect, Entry, Rule};
use crate::assessment::{Assessment, Question, Test};
use crate::input::ordered::insert_ordered;
use crate::scoring::gates::{self, Cap};
use crate::scoring::{EDGE_TOLERANCE, QuestionScore, Score};

/// How many items a plan has at most.
pub const MAX_PLAN: usize = 5;

/// How many answers stand for a whole result at most.
const MAX_EVIDENCE: usize = 3;

/// What rules are held against.
#[derive(Clone, Copy)]
pub struct Facts<'a> {
    /// What was asked.
    pub assessment: &'a Assessment,
    /// What was said.
    pub answers: &'a Answers,
    /// What that is worth.
    pub score: &'a Score,
    /// The rules that cap the band.
    pub caps: &'a [Cap<'a>],
    /// The band after them, as a place in the assessment's bands.
    pub band: usize,
}

/// Why something is advised: the author's sentence, and the questions whose answers it rests on.
#[derive(Clone, Debug, PartialEq)]
pub struct Because<'a> {
    /// The rule that holds.
    pub rule: &'a Rule,
    /// The questions, each once, in the order of the rule.
    pub questions: Vec<&'a Question>,
}

/// Something advised, and why.
#[derive(Clone, Debug, PartialEq)]
pub struct Advised<'a> {
    /// What.
    pub entry: &'a Entry,
    /// Why: the reasons that hold.
    pub because: Vec<Because<'a>>,
}

/// What fits, most points first, and what is ruled out, in the author's order.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Fits<'a> {
    /// What has points, each with its reasons, the weightiest first.
    pub fitting: Vec<Advised<'a>>,
    /// What is ruled out, each with the first rule that does so.
    pub ruled_out: Vec<Advised<'a>>,
}

impl<'a> Facts<'a> {
    /// The verdict: that of the first rule that holds. `None` where the author gives none.
    #[must_use]
    pub fn verdict(&self) -> Option<Advised<'a>> {
        let entry = self.assessment.advice.verdicts.iter().find(|entry| entry.rules.iter().any(|r| self.holds(r)))?;
        Some(Advised { entry, because: self.because(entry, |_| true) })
    }

    /// Which of `entries` (models, or types of partner) fit, and which are ruled out.
    #[must_use]
    pub fn fits(&self, entries: &'a [Entry]) -> Fits<'a> {
        let mut fits = Fits::default();
        let mut ranked: Vec<(f64, Advised)> = Vec::new();
        for entry in entries {
            let out = self.because(entry, |rule| rule.effect == Effect::RulesOut);
            if let Some(first) = out.into_iter().next() {
                fits.ruled_out.push(Advised { entry, because: vec![first] });
                continue;
            }
            let mut because: Vec<Because> = Vec::new();
            let mut sum = 0.0;
            for reason in self.because(entry, |rule| matches!(rule.effect, Effect::Points(_))) {
                sum += points(reason.rule);
                let worth = points(reason.rule);
                insert_ordered(&mut because, reason, |other| points(other.rule) < worth);
            }
            if sum > 0.0 {
                insert_ordered(&mut ranked, (sum, Advised { entry, because }), |(other, _)| *other < sum);
            }
        }
        fits.fitting = ranked.into_iter().map(|(_, advised)| advised).collect();
        fits
    }

    /// How strong each of `entries` (benefits, or drawbacks) is, by the first of its rules that holds.
    #[must_use]
    pub fn weighed(&self, entries: &'a [Entry]) -> Vec<(&'a str, Advised<'a>)> {
        let weigh = |entry: &'a Entry| {
            let because = self.because(entry, |_| true).into_iter().next()?;
            match &because.rule.effect {
                Effect::Weighs(strength) => Some((strength.as_str(), Advised { entry, because: vec![because] })),
                _ => None,
            }
        };
        entries.iter().filter_map(weigh).collect()
    }

    /// What to do: what limits the band most first, then by the points that the answers cost; at most [`MAX_PLAN`]
    /// items.
    #[must_use]
    pub fn plan(&self) -> Vec<Advised<'a>> {
        let mut ranked: Vec<(usize, f64, Advised)> = Vec::new();
        for entry in &self.assessment.advice.plan {
            let because = self.because(entry, |_| true);
            if because.is_empty() {
                continue;
            }
            let mut questions: Vec<&Question> = Vec::new();
            because.iter().flat_map(|because| &because.questions).for_each(|question| add(&mut questions, question));
            let limit = questions.iter().filter_map(|question| self.limit(question)).min().unwrap_or(usize::MAX);
            // In the author's order of questions, so that the sum does not hang on how a rule lists them.
            let lost = self.scored().filter(|(q, _)| questions.iter().any(|other| other.id == q.id));
            let lost: f64 = lost.map(|(_, score)| score.lost).sum();
            insert_ordered(&mut ranked, (limit, lost, Advised { entry, because }), |(other_limit, other_lost, _)| {
                limit < *other_limit || (limit == *other_limit && lost > other_lost + EDGE_TOLERANCE)
            });
        }
        ranked.into_iter().take(MAX_PLAN).map(|(_, _, advised)| advised).collect()
    }

    /// The rules of `entry` that hold and are `wanted`, with what they rest on.
    fn because(&self, entry: &'a Entry, wanted: impl Fn(&Rule) -> bool) -> Vec<Because<'a>> {
        let holding = entry.rules.iter().filter(|rule| wanted(rule) && self.holds(rule));
        holding.map(|rule| Because { rule, questions: self.evidence(rule) }).collect()
    }

    fn holds(&self, rule: &Rule) -> bool {
        rule.when.iter().all(|clause| match clause {
            Clause::Answer(condition) => gates::holds(condition, self.answers),
            Clause::Criterion(place, test) => {
                let value = self.score.criteria.get(*place).and_then(|criterion| criterion.value);
                value.is_some_and(|value| meets(test, value))
            }
            Clause::Band(places) => self.score.score.is_some() && places.contains(&self.band),
            Clause::Coverage(test) => meets(test, self.score.coverage),
        })
    }

    /// The questions whose answers a rule rests on.
    fn evidence(&self, rule: &'a Rule) -> Vec<&'a Question> {
        let mut questions = Vec::new();
        for clause in &rule.when {
            match clause {
                Clause::Answer(condition) => {
                    self.assessment.question(&condition.question).into_iter().for_each(|q| add(&mut questions, q));
                }
                Clause::Criterion(place, test) => self.of_criterion(*place, test, &mut questions),
                // A tip that goes with a band is not called for by the answers behind the band.
                Clause::Band(_) if matches!(rule.effect, Effect::Calls(_)) => {}
                Clause::Band(_) => self.of_band(&mut questions),
                Clause::Coverage(Test::Below(_)) => {
                    let unknown = |q: &&Question| matches!(self.answers.get(&q.id), None | Some(Answer::Unsure));
                    let all = self.assessment.questions().map(|(_, question)| question);
                    all.filter(unknown).take(MAX_EVIDENCE).for_each(|q| add(&mut questions, q));
                }
                Clause::Coverage(_) => {}
            }
        }
        if let Effect::Calls(about) = &rule.effect {
            about.iter().filter_map(|id| self.assessment.question(id)).for_each(|q| add(&mut questions, q));
        }
        questions
    }

    /// The questions of a criterion that cost points, where its value is low, or bring them, where it is high.
    fn of_criterion(&self, place: usize, test: &Test, questions: &mut Vec<&'a Question>) {
        let Some((criterion, score)) = self.assessment.criteria.get(place).zip(self.score.criteria.get(place)) else {
            return;
        };
        let low = matches!(test, Test::Below(_));
        for (question, score) in criterion.questions.iter().zip(&score.questions) {
            if (if low { score.lost } else { score.points }) > 0.0 {
                add(questions, question);
            }
        }
    }

    /// What a band rests on: the answers behind what caps it, or those that cost most, or at the top bring most.
    fn of_band(&self, questions: &mut Vec<&'a Question>) {
        let capped = self.assessment.questions().map(|(_, question)| question).filter(|q| self.limit(q).is_some());
        let before = questions.len();
        capped.for_each(|question| add(questions, question));
        if questions.len() > before {
            return;
        }
        let top = self.band + 1 >= self.assessment.bands.len();
        let amount = |score: &QuestionScore| if top { score.points } else { score.lost };
        let mut ranked: Vec<(f64, &Question)> = Vec::new();
        for (question, score) in self.scored().filter(|(_, score)| amount(score) > 0.0) {
            let amount = amount(score);
            insert_ordered(&mut ranked, (amount, question), |(other, _)| amount > other + EDGE_TOLERANCE);
        }
        ranked.into_iter().take(MAX_EVIDENCE).for_each(|(_, question)| add(questions, question));
    }

    /// The lowest band to which a gate or a floor limits the result because of the answer to a question.
    fn limit(&self, question: &Question) -> Option<usize> {
        let behind = |cap: &&Cap| match cap {
            Cap::Gate(gate) => gate.when.iter().any(|condition| condition.question == question.id),
            Cap::Floor(criterion, _) => criterion.questions.iter().any(|other| other.id == question.id),
        };
        self.caps.iter().filter(behind).map(Cap::band).min()
    }

    /// Every question with what its answer is worth.
    fn scored(&self) -> impl Iterator<Item = (&'a Question, &'a QuestionScore)> {
        let criteria = self.assessment.criteria.iter().zip(&self.score.criteria);
        criteria.flat_map(|(criterion, score)| criterion.questions.iter().zip(&score.questions))
    }
}

fn points(rule: &Rule) -> f64 {
    match rule.effect {
        Effect::Points(points) => points,
        _ => 0.0,
    }
}

fn meets(test: &Test, value: f64) -> bool {
    match test {
        Test::Below(limit) => value < limit - EDGE_TOLERANCE,
        Test::AtLeast(limit) => value >= limit - EDGE_TOLERANCE,
        Test::Is(_) => false,
    }
}

/// Adds a question that is not there yet.
fn add<'a>(questions: &mut Vec<&'a Question>, question: &'a Question) {
    if questions.iter().all(|other| other.id != question.id) {
        questions.push(question);
    }
}
