//! The assessment: what is asked and how it counts.
//!
//! An [`Assessment`] exists only if its file had no problem, so everything here may be trusted: ids are unique,
//! references lead somewhere, bands rise from 0, and some weight is above 0. How a file is read is in [`mod@file`]; how
//! answers are scored is in [`crate::scoring`].

pub mod actions;
pub mod advice;
pub mod condition;
pub mod file;
pub(crate) mod fingerprint;
pub mod text;
pub mod value_function;

use std::sync::Arc;

pub use self::actions::{Actions, CallToAction};
pub use self::advice::Advice;
pub use self::condition::{Condition, Test};
use self::file::values::AMOUNT;
pub use self::text::Text;
use self::value_function::ValueFunction;

/// What is asked and how it counts. Copies, which differ in weights, share what has no weight of its own.
#[derive(Clone, Debug, PartialEq)]
pub struct Assessment {
    /// The name by which pages and results refer to it.
    pub id: String,
    /// The version of the content.
    pub version: String,
    /// A hash of everything that decides a score, 16 hexadecimal digits; texts are left out.
    pub fingerprint: String,
    /// The languages of every text, at least one.
    pub languages: Vec<String>,
    /// The heading of the start screen.
    pub title: Text,
    /// What it is for.
    pub intro: Option<Text>,
    /// How long it takes.
    pub minutes: Option<f64>,
    /// The criteria, at least one, in the author's order.
    pub criteria: Vec<Criterion>,
    /// Rules that cap the band.
    pub gates: Arc<Vec<Gate>>,
    /// The bands, lowest first, the first from 0.
    pub bands: Arc<Vec<Band>>,
    /// Within how many points of an edge a score is borderline.
    pub borderline: f64,
    /// Words explained.
    pub glossary: Arc<Vec<Term>>,
    /// What is advised, and when.
    pub advice: Arc<Advice>,
    /// What a reader can do next, by band.
    pub actions: Actions,
    /// Whether the weights are a reader's own in place of the author's.
    pub own_weights: bool,
    /// Whether somebody has changed weights, questions or texts of the author's file for a page.
    pub adapted: bool,
}

/// A word explained.
#[derive(Clone, Debug, PartialEq)]
pub struct Term {
    /// Its name.
    pub id: String,
    /// The word.
    pub term: Text,
    /// What it means.
    pub meaning: Text,
}

/// One thing that counts.
#[derive(Clone, Debug, PartialEq)]
pub struct Criterion {
    /// Its name, unique among the criteria.
    pub id: String,
    /// What the reader sees.
    pub title: Text,
    /// Why it counts.
    pub why: Option<Text>,
    /// Its weight beside the others, 0 or more; not normalised.
    pub weight: f64,
    /// The least that is needed here.
    pub floor: Option<Arc<Floor>>,
    /// Its questions, at least one.
    pub questions: Arc<Vec<Question>>,
}

/// A question.
#[derive(Clone, Debug, PartialEq)]
pub struct Question {
    /// Its name, unique in the assessment.
    pub id: String,
    /// The question.
    pub text: Text,
    /// Why it is asked.
    pub hint: Option<Text>,
    /// Its weight beside the other questions of its criterion; not normalised.
    pub weight: f64,
    /// Whether "Not sure" is offered.
    pub unsure: bool,
    /// Whether "Does not apply" is offered.
    pub not_applicable: bool,
    /// What "Does not apply" is called here, where the author has words of its own for it.
    pub not_applicable_label: Option<Text>,
    /// How many options up are believable in a year; `None` for any.
    pub steps: Option<usize>,
    /// Whether it cannot be changed at will, so that the smallest change never asks for it.
    pub locked: bool,
    /// How it is answered.
    pub kind: QuestionKind,
}

/// How a question is answered, and what the answers are worth.
#[derive(Clone, Debug, PartialEq)]
pub enum QuestionKind {
    /// One of some options.
    Choice(Vec<Choice>),
    /// A number.
    Number(NumberField),
}

/// An option of a choice.
#[derive(Clone, Debug, PartialEq)]
pub struct Choice {
    /// Its name, unique in its question.
    pub id: String,
    /// What the reader sees.
    pub label: Text,
    /// What it is worth, 0 to 1; `None` where the answer is kept but not scored.
    pub value: Option<f64>,
}

/// A number to fill in.
#[derive(Clone, Debug, PartialEq)]
pub struct NumberField {
    /// What is counted.
    pub unit: Option<Text>,
    /// The lowest that is accepted.
    pub min: Option<f64>,
    /// The highest that is accepted.
    pub max: Option<f64>,
    /// What a number is worth; `None` where the answer is kept but not scored.
    pub value: Option<ValueFunction>,
}

/// A band of the score.
#[derive(Clone, Debug, PartialEq)]
pub struct Band {
    /// Its name.
    pub id: String,
    /// What the reader sees.
    pub label: Text,
    /// The lowest score that reaches it, 0 to 100.
    pub from: f64,
    /// What it means to be in it.
    pub meaning: Option<Text>,
}

/// The least that is needed of a criterion.
#[derive(Clone, Debug, PartialEq)]
pub struct Floor {
    /// The value, 0 to 1, under which the floor caps the band.
    pub below: f64,
    /// The highest band that can then be reached, as a place in [`Assessment::bands`].
    pub cap: usize,
    /// Why, and what clears it.
    pub reason: Text,
    /// Answers of which one is enough to take the floor away.
    pub unless: Vec<Condition>,
}

/// Answers that cap the band.
#[derive(Clone, Debug, PartialEq)]
pub struct Gate {
    /// Its name.
    pub id: String,
    /// The conditions, which must all hold.
    pub when: Vec<Condition>,
    /// The known share of the weight, 0 to 1, from which the gate opens whatever the answers are.
    pub coverage_below: Option<f64>,
    /// The highest band that can then be reached, as a place in [`Assessment::bands`].
    pub cap: usize,
    /// Why, and what clears it.
    pub reason: Text,
}

impl Question {
    /// Whether its answers can be worth something.
    #[must_use]
    pub fn is_scored(&self) -> bool {
        match &self.kind {
            QuestionKind::Choice(options) => options.iter().all(|option| option.value.is_some()),
            QuestionKind::Number(field) => field.value.is_some(),
        }
    }
}

impl Assessment {
    /// The same assessment with other weights for its criteria, one for each in the author's order; `None` where they
    /// do not fit: another count, one below 0, too small to count or not finite, or none above 0. The fingerprint stays that of the file.
    #[must_use]
    pub fn weighted(&self, weights: &[f64]) -> Option<Self> {
        let good = weights.iter().all(|weight| AMOUNT.accepts(*weight)) && weights.iter().any(|weight| *weight > 0.0);
        if !good || weights.len() != self.criteria.len() {
            return None;
        }
        let mut own = self.clone();
        for (criterion, weight) in own.criteria.iter_mut().zip(weights) {
            criterion.weight = *weight;
        }
        own.own_weights = true;
        Some(own)
    }

    /// Every question with its criterion, in the order in which they are asked.
    pub fn questions(&self) -> impl Iterator<Item = (&Criterion, &Question)> {
        self.criteria.iter().flat_map(|criterion| criterion.questions.iter().map(move |q| (criterion, q)))
    }

    /// The question called `id`.
    #[must_use]
    pub fn question(&self, id: &str) -> Option<&Question> {
        self.questions().map(|(_, question)| question).find(|question| question.id == id)
    }

    /// The file's language that serves `wanted`: itself, or without its region (`nl` for `nl-BE`), or a regional
    /// form of the same language.
    #[must_use]
    pub fn language_for(&self, wanted: &str) -> Option<&str> {
        // Systems other than the web write `nl_BE.UTF-8`.
        let primary = |tag: &str| tag.split(['-', '_', '.', '@']).next().unwrap_or_default().to_ascii_lowercase();
        let find = |accept: &dyn Fn(&str) -> bool| self.languages.iter().map(String::as_str).find(|l| accept(l));
        find(&|l| l.eq_ignore_ascii_case(wanted))
            .or_else(|| find(&|l| l.eq_ignore_ascii_case(&primary(wanted))))
            .or_else(|| find(&|l| primary(l) == primary(wanted)))
    }
}
