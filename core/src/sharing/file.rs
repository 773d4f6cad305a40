//! Opening a Report again: from its JSON, as it was exported, to the answers it was made from.
//!
//! Only the answers are taken; every number is worked out anew. What the file says of itself decides whether it
//! belongs to this assessment.

use super::OpenError;
use crate::answers::{Answers, answer};
use crate::assessment::Assessment;
use crate::input::hints::nearest;
use crate::input::problem::{Path, Problem, Problems};
use crate::input::quoted::quoted;
use crate::input::value::Tree;

/// Why a file cannot be opened: for the reader, and in every detail.
#[derive(Clone, Debug, PartialEq)]
pub struct Refused {
    /// In one sentence.
    pub error: OpenError,
    /// What was expected and what was found, at least one.
    pub problems: Vec<Problem>,
}

/// Where the details go. A page shows none of them, and downloads no words for them.
trait Details {
    fn note(&mut self, at: &Path, detail: impl FnOnce() -> Detail);
}

/// What was expected and what was found, and a hint.
type Detail = (String, Option<String>);

impl Details for Problems {
    fn note(&mut self, at: &Path, detail: impl FnOnce() -> Detail) {
        let (message, hint) = detail();
        Self::note(self, at, message, hint);
    }
}

impl Details for () {
    fn note(&mut self, _: &Path, _: impl FnOnce() -> Detail) {}
}

/// The answers in the JSON of a Report of `assessment`.
///
/// # Errors
/// Another assessment or another version of it, and then nothing else; or every problem of the file.
pub fn read(file: &Tree, assessment: &Assessment) -> Result<Answers, Refused> {
    let mut problems = Problems::default();
    match answers(file, assessment, &mut problems) {
        Ok(answers) => Ok(answers),
        Err(error) => Err(Refused { error, problems: problems.or(()).err().unwrap_or_default() }),
    }
}

/// The same, where nobody asks for the details.
///
/// # Errors
/// Why it cannot be opened.
pub fn open(file: &Tree, assessment: &Assessment) -> Result<Answers, OpenError> {
    answers(file, assessment, &mut ())
}

fn answers(file: &Tree, assessment: &Assessment, details: &mut impl Details) -> Result<Answers, OpenError> {
    let name = |key: &str| file.get("assessment").and_then(|of| of.text(key));
    let root = Path::Root;
    let of = root.key("assessment");
    let (Some(id), Some(version), Some(fingerprint)) = (name("id"), name("version"), name("fingerprint")) else {
        let expected = "expected a result with the id, version and fingerprint of its assessment, got none";
        details.note(&of, || (expected.to_owned(), None));
        return Err(OpenError::NotOurs);
    };
    if id != assessment.id {
        let message = || format!("expected {}, got {}", quoted(&assessment.id), quoted(id));
        details.note(&of.key("id"), || (message(), None));
        return Err(OpenError::OtherAssessment);
    }
    if fingerprint != assessment.fingerprint {
        let own = || (&*assessment.version, &*assessment.fingerprint);
        let told = |(version, fingerprint)| format!("version {} ({})", quoted(version), quoted(fingerprint));
        let message = || format!("expected {}, got {}", told(own()), told((version, fingerprint)));
        details.note(&of.key("fingerprint"), || (message(), None));
        return Err(OpenError::OtherVersion);
    }
    let list = root.key("criteria");
    let Some(Tree::List(criteria)) = file.get("criteria") else {
        details.note(&list, || ("expected a list, got none".to_owned(), None));
        return Err(OpenError::NotOurs);
    };
    let mut answers = Answers::default();
    let mut good = true;
    for (place, criterion) in criteria.iter().enumerate() {
        let path = list.index(place);
        good &= questions(criterion, &path.key("questions"), assessment, &mut answers, details);
    }
    if good { Ok(answers) } else { Err(OpenError::Damaged) }
}

/// Takes the answers to the questions of one criterion; whether all of them are good.
fn questions(
    criterion: &Tree,
    path: &Path,
    assessment: &Assessment,
    answers: &mut Answers,
    details: &mut impl Details,
) -> bool {
    let Some(Tree::List(questions)) = criterion.get("questions") else {
        let got = criterion.get("questions").unwrap_or(&Tree::Null);
        details.note(path, || (format!("expected a list, got {got}"), None));
        return false;
    };
    let mut good = true;
    for (place, entry) in questions.iter().enumerate() {
        let path = path.index(place);
        let taken = match entry.get("id") {
            Some(Tree::Text(id)) => take(id, entry, &path, assessment, answers, details),
            other => {
                let got = other.unwrap_or(&Tree::Null);
                details.note(&path.key("id"), || (format!("expected the id of a question, got {got}"), None));
                false
            }
        };
        good &= taken;
    }
    good
}

/// Takes the answer to the question called `id`; whether it is good.
fn take(
    id: &str,
    entry: &Tree,
    path: &Path,
    assessment: &Assessment,
    answers: &mut Answers,
    details: &mut impl Details,
) -> bool {
    let at_id = path.key("id");
    let Some(question) = assessment.question(id) else {
        let hint = || nearest(id, assessment.questions().map(|(_, question)| question.id.as_str()));
        details.note(&at_id, || (format!("expected the id of a question, got {}", quoted(id)), hint()));
        return false;
    };
    if answers.get(id).is_some() {
        details.note(&at_id, || (format!("expected each question once, got {} again", quoted(id)), None));
        return false;
    }
    let at_answer = path.key("answer");
    match entry.get("answer") {
        Some(Tree::Null) => {}
        Some(value) => match answer(value, question) {
            Ok(answer) => answers.set(id, answer),
            Err(refusal) => {
                details.note(&at_answer, || refusal);
                return false;
            }
        },
        None => {
            details.note(&at_answer, || ("expected an answer or null, got nothing".to_owned(), None));
            return false;
        }
    }
    true
}
