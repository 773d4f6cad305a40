//! The assessment: what is asked and how it counts.
//!
//! An [`Assessment`] exists only if its file had no problem, so everything here may be trusted: ids are unique,
//! references lead somewhere, bands rise from 0, and some weight is above 0. The file's format is in [`wire`], the
//! rules between its fields in `check`; how answers are scored is in [`crate::scoring`].

pub mod adapt;
pub mod advice;
mod build;
mod check;
mod field;
mod fingerprint;
pub mod kinds;
mod order;
#[cfg(not(target_arch = "wasm32"))]
pub mod schema;
pub mod wire;
pub mod words;

pub use self::advice::Advice;
pub use self::words::Text;
use crate::map::Map;
use crate::problem::{Path, Problem};
use crate::scoring::value::ValueFunction;
use crate::tree::{MAX_BYTES, MAX_DEPTH, Tree};

/// What is asked and how it counts.
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
    pub gates: Vec<Gate>,
    /// The bands, lowest first, the first from 0.
    pub bands: Vec<Band>,
    /// Within how many points of an edge a score is borderline.
    pub borderline: f64,
    /// Words explained.
    pub glossary: Vec<Term>,
    /// What is advised, and when.
    pub advice: Advice,
    /// Whether the weights are a reader's own in place of the author's.
    pub own_weights: bool,
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
    pub floor: Option<Floor>,
    /// Its questions, at least one.
    pub questions: Vec<Question>,
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
    /// Whether it cannot be changed at will, so that the smallest change never asks for it.
    pub locked: bool,
    /// How it is answered.
    pub kind: Kind,
}

/// How a question is answered, and what the answers are worth.
#[derive(Clone, Debug, PartialEq)]
pub enum Kind {
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
}

/// Answers that cap the band.
#[derive(Clone, Debug, PartialEq)]
pub struct Gate {
    /// Its name.
    pub id: String,
    /// The conditions, which must all hold.
    pub when: Vec<Condition>,
    /// The highest band that can then be reached, as a place in [`Assessment::bands`].
    pub cap: usize,
    /// Why, and what clears it.
    pub reason: Text,
}

/// A condition on the answer to one question.
#[derive(Clone, Debug, PartialEq)]
pub struct Condition {
    /// The question.
    pub question: String,
    /// What must hold of its answer.
    pub test: Test,
}

/// What must hold of an answer.
#[derive(Clone, Debug, PartialEq)]
pub enum Test {
    /// It is one of these: option ids, `unsure`, `n/a`.
    Is(Vec<String>),
    /// It is a number below this one.
    Below(f64),
    /// It is this number or more.
    AtLeast(f64),
}

impl Question {
    /// Whether its answers can be worth something.
    #[must_use]
    pub fn is_scored(&self) -> bool {
        match &self.kind {
            Kind::Choice(options) => options.iter().all(|option| option.value.is_some()),
            Kind::Number(field) => field.value.is_some(),
        }
    }
}

impl Assessment {
    /// Reads an author's file. `profile` replaces values of the file's own profile, the same in every language.
    ///
    /// # Errors
    /// Every problem of the file, in its order.
    ///
    /// # Example
    /// ```
    /// use partner_fit::{assessment::Assessment, tree::Tree};
    ///
    /// let file: Tree = serde_json::from_str(r#"{ "id": "Partner" }"#)?;
    /// let problems = Assessment::read(&file, &Default::default()).unwrap_err();
    /// assert_eq!(problems[0].path, "id");
    /// assert_eq!(problems[0].hint.as_deref(), Some("did you mean \"partner\"?"));
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    pub fn read(file: &Tree, profile: &Map<String>) -> Result<Self, Vec<Problem>> {
        let mut reader = field::Reader::default();
        if file.contains_mark(&Tree::TooLarge) {
            let message = format!("expected a file of at most {} KB, got a larger one", MAX_BYTES / 1024);
            reader.problem(&Path::Root, message, None);
        }
        if file.contains_mark(&Tree::TooDeep) {
            let message = format!("expected nesting of at most {MAX_DEPTH} levels, got more");
            reader.problem(&Path::Root, message, None);
        }
        let wire = check::read(file, profile, &mut reader);
        let problems = reader.problems(file);
        match wire {
            Some(wire) if problems.is_empty() => build::assessment(&wire, profile).ok_or_else(|| {
                vec![Problem {
                    path: String::new(),
                    message: "expected a file without problems to make an assessment, got nothing: a fault of Partner-fit's own".to_owned(),
                    hint: None,
                }]
            }),
            _ => Err(problems),
        }
    }

    /// Makes an assessment of a file in which [`Assessment::read`] finds no problem, without looking for any: a file of
    /// ours, or one that was checked before. `None` where it is no such file; of a file with problems anything may
    /// come out.
    #[must_use]
    pub fn build(file: &Tree, profile: &Map<String>) -> Option<Self> {
        build::assessment(file, profile)
    }

    /// The same assessment with other weights for its criteria, one for each in the author's order; `None` where they
    /// do not fit: another count, one below 0 or not finite, or none above 0. The fingerprint stays that of the file.
    #[must_use]
    pub fn weighted(&self, weights: &[f64]) -> Option<Self> {
        let good =
            weights.iter().all(|weight| (0.0..=1e6).contains(weight)) && weights.iter().any(|weight| *weight > 0.0);
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
        let primary = |tag: &str| tag.split('-').next().unwrap_or_default().to_ascii_lowercase();
        let find = |accept: &dyn Fn(&str) -> bool| self.languages.iter().map(String::as_str).find(|l| accept(l));
        find(&|l| l.eq_ignore_ascii_case(wanted))
            .or_else(|| find(&|l| l.eq_ignore_ascii_case(&primary(wanted))))
            .or_else(|| find(&|l| primary(l) == primary(wanted)))
    }
}
