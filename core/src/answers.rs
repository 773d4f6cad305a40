//! What a visitor has said: an option, a number, "not sure" or "does not apply" for each question answered so far.
//!
//! Answers are read against an assessment, so that nothing foreign gets in and nothing is silently dropped.

use serde::{Serialize, Serializer};

use crate::assessment::{Assessment, Question, QuestionKind};
use crate::input::hints::{nearest, unquoted_number};
use crate::input::map::Map;
use crate::input::number::JsNumber;
use crate::input::problem::{Path, Problem, Problems};
use crate::input::quoted::listed;
use crate::input::value::Tree;

/// The answer to one question.
#[derive(Clone, Debug, PartialEq)]
pub enum Answer {
    /// The option with this id.
    Option(String),
    /// A finite number.
    Number(f64),
    /// "Not sure": an unknown, which widens the range of the result.
    Unsure,
    /// "Does not apply": the question leaves the sum.
    NotApplicable,
}

impl Answer {
    /// The answer as conditions, radios and files name it; `None` for a number.
    #[must_use]
    pub fn name(&self) -> Option<&str> {
        match self {
            Answer::Option(id) => Some(id),
            Answer::Number(_) => None,
            Answer::Unsure => Some("unsure"),
            Answer::NotApplicable => Some("n/a"),
        }
    }
}

impl Serialize for Answer {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Answer::Number(number) => serializer.serialize_f64(*number),
            named => serializer.serialize_str(named.name().unwrap_or_default()),
        }
    }
}

/// The answers so far, by question id. A question that is missing here is unanswered.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[serde(transparent)]
pub struct Answers(Map<Answer>);

impl Answers {
    /// Reads answers to `assessment` from untrusted data.
    ///
    /// # Errors
    /// Every problem: an unknown question, an option that is not there, a number that is not finite or out of
    /// bounds, "unsure" or "n/a" where it is not offered. At most [`crate::input::problem::MAX_PROBLEMS`] of them.
    pub fn read(tree: &Tree, assessment: &Assessment) -> Result<Self, Vec<Problem>> {
        let Tree::Object(entries) = tree else {
            let message = format!("expected an object of answers by question id, got {tree}");
            return Err(vec![Problem { path: String::new(), message, hint: None }]);
        };
        let mut answers = Map::default();
        let mut problems = Problems::default();
        for (id, value) in entries {
            let answer = match assessment.question(id) {
                Some(question) => answer(value, question),
                None => Err((
                    "expected the id of a question, got an unknown one".to_owned(),
                    problems.nearest(id, assessment.questions().map(|(_, question)| question.id.as_str())),
                )),
            };
            match answer {
                Ok(answer) => answers.insert(id, answer),
                Err((message, hint)) => problems.note(&Path::Root.key(id), message, hint),
            }
        }
        problems.or(Self(answers))
    }

    /// The answer to the question called `id`, if there is one.
    #[must_use]
    pub fn get(&self, id: &str) -> Option<&Answer> {
        self.0.get(id)
    }

    /// The answers with the ids of their questions, sorted by id.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &Answer)> {
        self.0.iter()
    }

    /// Sets an answer. The caller vouches that it is one of the question's.
    pub fn set(&mut self, id: &str, answer: Answer) {
        self.0.insert(id, answer);
    }

    /// Takes an answer away.
    pub fn remove(&mut self, id: &str) {
        self.0.remove(id);
    }

    /// Whether every question of the assessment has an answer.
    #[must_use]
    pub fn complete(&self, assessment: &Assessment) -> bool {
        assessment.questions().all(|(_, question)| self.0.get(&question.id).is_some())
    }
}

impl FromIterator<(String, Answer)> for Answers {
    fn from_iter<I: IntoIterator<Item = (String, Answer)>>(answers: I) -> Self {
        Self(answers.into_iter().collect())
    }
}

/// The shape of an answer in the JSON Schema.
#[cfg(not(target_arch = "wasm32"))]
#[derive(schemars::JsonSchema)]
#[serde(untagged)]
#[allow(dead_code)] // only its schema is used
pub(crate) enum AnswerValue {
    /// An option id, "unsure" or "n/a".
    Name(String),
    /// A number.
    Number(f64),
}

/// Why a value is no answer: what was expected and got, and a hint.
type Refusal = (String, Option<String>);

/// The answer that `value` is to `question`.
///
/// # Errors
/// Says what the question takes.
pub fn answer(value: &Tree, question: &Question) -> Result<Answer, Refusal> {
    match (value, &question.kind) {
        (Tree::Text(text), _) if text == "unsure" && question.unsure => Ok(Answer::Unsure),
        (Tree::Text(text), _) if text == "n/a" && question.not_applicable => Ok(Answer::NotApplicable),
        (Tree::Text(text), QuestionKind::Choice(options)) if options.iter().any(|option| option.id == *text) => {
            Ok(Answer::Option(text.clone()))
        }
        (Tree::Number(number), QuestionKind::Number(field)) => {
            let low = field.min.unwrap_or(f64::MIN);
            let high = field.max.unwrap_or(f64::MAX);
            if number.is_finite() && (low..=high).contains(number) {
                return Ok(Answer::Number(*number));
            }
            let bounds = match (field.min, field.max) {
                (Some(min), Some(max)) => format!("a number from {} to {}", JsNumber(min), JsNumber(max)),
                (Some(min), None) => format!("a number of {} or more", JsNumber(min)),
                (None, Some(max)) => format!("a number of {} or less", JsNumber(max)),
                (None, None) => "a finite number".to_owned(),
            };
            Err((format!("expected {bounds}, got {value}"), None))
        }
        _ => {
            let options = match &question.kind {
                QuestionKind::Choice(options) => options.as_slice(),
                QuestionKind::Number(_) => &[],
            };
            let unsure = question.unsure.then_some("unsure");
            let not_applicable = question.not_applicable.then_some("n/a");
            let names: Vec<_> =
                options.iter().map(|option| option.id.as_str()).chain(unsure).chain(not_applicable).collect();
            let expected = match (&question.kind, names.is_empty()) {
                (QuestionKind::Number(_), true) => "a number".to_owned(),
                (QuestionKind::Number(_), false) => format!("a number or one of {}", listed(names.iter().copied())),
                (QuestionKind::Choice(_), _) => format!("one of {}", listed(names.iter().copied())),
            };
            let hint = match (value, &question.kind) {
                (Tree::Text(text), QuestionKind::Choice(_)) => nearest(text, names),
                (Tree::Text(text), QuestionKind::Number(_)) => unquoted_number(value).or_else(|| nearest(text, names)),
                _ => None,
            };
            Err((format!("expected {expected}, got {value}"), hint))
        }
    }
}
