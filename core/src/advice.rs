//! What follows from a result: need, verdict, partnership model, types of partner, benefits and drawbacks, plan.
//!
//! The rules are data in the assessment ([`crate::assessment::advice`]); this applies them and says on which answers
//! each recommendation rests (`evidence`). Nothing is weighed here that a file does not say. What is found first may
//! be asked by what comes after it: need, verdict, types of partner, models and the ledger, the smallest change, plan.

mod evidence;
pub mod plan;

use crate::answers::{Answer, Answers};
use crate::assessment::advice::{Clause, Effect, Entry, Rule, Saying};
use crate::assessment::{Assessment, Question, Test};
use crate::input::ordered::insert_ordered;
use crate::scoring::gates::{self, Cap};
use crate::scoring::lift::Change;
use crate::scoring::{EDGE_TOLERANCE, Score};

/// What rules are held against.
#[derive(Clone, Copy, Debug)]
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
    /// The level of need, the verdict, and the type of partner that fits best, by their ids.
    said: [Option<&'a str>; 3],
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
    /// The questions to be settled before it fits.
    pub once: Vec<&'a Question>,
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
    /// The facts of a result, with what it says of need, verdict and types of partner.
    #[must_use]
    pub fn new(
        assessment: &'a Assessment,
        answers: &'a Answers,
        score: &'a Score,
        caps: &'a [Cap<'a>],
        band: usize,
    ) -> Self {
        let id = |advised: Advised<'a>| advised.entry.id.as_str();
        let mut facts = Self { assessment, answers, score, caps, band, said: [None; 3] };
        facts.said[0] = facts.need().map(id);
        facts.said[1] = facts.verdict().map(id);
        facts.said[2] = facts.fits(&assessment.advice.partner_types).fitting.into_iter().next().map(id);
        facts
    }

    /// How much a partner would add: the level of the first rule that holds. `None` where the author gives none.
    #[must_use]
    pub fn need(&self) -> Option<Advised<'a>> {
        self.first_holding(&self.assessment.advice.need)
    }

    /// The verdict: that of the first rule that holds. `None` where the author gives none.
    #[must_use]
    pub fn verdict(&self) -> Option<Advised<'a>> {
        self.first_holding(&self.assessment.advice.verdicts)
    }

    fn first_holding(&self, entries: &'a [Entry]) -> Option<Advised<'a>> {
        let entry = entries.iter().find(|entry| entry.rules.iter().any(|rule| self.holds(rule)))?;
        Some(Advised { entry, because: self.because(entry, |_| true), once: Vec::new() })
    }

    /// Which of `entries` (models, or types of partner) fit, and which are ruled out.
    #[must_use]
    pub fn fits(&self, entries: &'a [Entry]) -> Fits<'a> {
        let mut fits = Fits::default();
        let mut ranked: Vec<(f64, Advised)> = Vec::new();
        for entry in entries {
            let out = self.because(entry, |rule| rule.effect == Effect::RulesOut);
            if let Some(first) = out.into_iter().next() {
                let because = vec![first];
                fits.ruled_out.push(Advised { entry, because, once: Vec::new() });
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
                let once = self.once(entry);
                insert_ordered(&mut ranked, (sum, Advised { entry, because, once }), |(other, _)| *other < sum);
            }
        }
        fits.fitting = ranked.into_iter().map(|(_, advised)| advised).collect();
        fits
    }

    /// What is to be settled before something fits: what its rules name, and what is unknown but could still rule it
    /// out.
    fn once(&self, entry: &'a Entry) -> Vec<&'a Question> {
        let mut questions = Vec::new();
        for rule in &entry.rules {
            let more = match rule.effect {
                Effect::Once if self.holds(rule) => self.evidence(rule),
                Effect::Once | Effect::RulesOut => self.undecided(rule),
                _ => continue,
            };
            more.into_iter().for_each(|question| add(&mut questions, question));
        }
        questions
    }

    /// How strong each of `entries` (benefits, or drawbacks) is, by the first of its rules that holds.
    #[must_use]
    pub fn weighed(&self, entries: &'a [Entry]) -> Vec<(&'a str, Advised<'a>)> {
        let weigh = |entry: &'a Entry| {
            let because = self.because(entry, |_| true).into_iter().next()?;
            let Effect::Weighs(strength) = &because.rule.effect else { return None };
            Some((strength.as_str(), Advised { entry, because: vec![because], once: Vec::new() }))
        };
        entries.iter().filter_map(weigh).collect()
    }

    /// The rules of `entry` that hold and are `wanted`, with what they rest on.
    fn because(&self, entry: &'a Entry, wanted: fn(&Rule) -> bool) -> Vec<Because<'a>> {
        let holding = entry.rules.iter().filter(|rule| wanted(rule) && self.holds(rule));
        holding.map(|rule| Because { rule, questions: self.evidence(rule) }).collect()
    }

    fn holds(&self, rule: &Rule) -> bool {
        self.holds_with(rule, &[])
    }

    /// Whether a rule holds, where `lift` is the smallest change.
    fn holds_with(&self, rule: &Rule, lift: &[Change]) -> bool {
        rule.when.iter().all(|clause| self.clause_holds(clause, lift))
    }

    fn clause_holds(&self, clause: &Clause, lift: &[Change]) -> bool {
        match clause {
            Clause::Answer(condition) => gates::holds(condition, self.answers),
            Clause::Criterion(place, test) => {
                let value = self.score.criteria.get(*place).and_then(|criterion| criterion.value);
                value.is_some_and(|value| meets(test, value))
            }
            Clause::Band(places) => self.score.score.is_some() && places.contains(&self.band),
            Clause::Coverage(test) => meets(test, self.score.coverage),
            #[allow(clippy::cast_precision_loss)] // at most some hundred
            Clause::OpenGates(test) => meets(test, gates::undecided(self.assessment, self.answers).len() as f64),
            Clause::Said(Saying::Lift, questions) => lift.iter().any(|change| questions.contains(&change.question)),
            Clause::Said(saying, names) => {
                let [need, verdict, best_type] = self.said;
                let said = match saying {
                    Saying::Need => need,
                    Saying::Verdict => verdict,
                    Saying::PartnerType | Saying::Lift => best_type,
                };
                said.is_some_and(|said| names.iter().any(|name| name == said))
            }
        }
    }

    /// The unknown questions whose answers decide whether a rule holds; none where it holds, or cannot.
    fn undecided(&self, rule: &'a Rule) -> Vec<&'a Question> {
        let mut questions = Vec::new();
        for clause in rule.when.iter().filter(|clause| !self.clause_holds(clause, &[])) {
            match clause {
                Clause::Answer(condition) if is_unknown(self.answers, &condition.question) => {
                    self.add_named(&condition.question, &mut questions);
                }
                _ => return Vec::new(),
            }
        }
        questions
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

/// Whether nothing is known of the answer to a question.
fn is_unknown(answers: &Answers, question: &str) -> bool {
    matches!(answers.get(question), None | Some(Answer::Unsure))
}

/// Adds a question that is not there yet.
fn add<'a>(questions: &mut Vec<&'a Question>, question: &'a Question) {
    if questions.iter().all(|other| other.id != question.id) {
        questions.push(question);
    }
}
