//! Opening a Report again: from its JSON, as it was exported, to the answers it was made from.
//!
//! Only the answers are taken; every number is worked out anew. What the file says of itself decides whether it
//! belongs to this assessment.

use super::OpenError;
use crate::answers::{Answers, answer};
use crate::assessment::Assessment;
use crate::input::hints::nearest;
use crate::input::problem::{Path, Problem};
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

/// The answers in the JSON of a Report of `assessment`.
///
/// # Errors
/// Another assessment or another version of it, and then nothing else; or every problem of the file.
pub fn read(file: &Tree, assessment: &Assessment) -> Result<Answers, Refused> {
    let refused = |error, path: &str, expected: String, got: String| {
        let message = format!("expected {expected}, got {got}");
        Err(Refused { error, problems: vec![Problem { path: path.to_owned(), message, hint: None }] })
    };
    let name = |key: &str| match file.get("assessment").and_then(|of| of.get(key)) {
        Some(Tree::Text(text)) => Some(text.as_str()),
        _ => None,
    };
    let (Some(id), Some(version), Some(fingerprint)) = (name("id"), name("version"), name("fingerprint")) else {
        let expected = "a result with the id, version and fingerprint of its assessment".to_owned();
        return refused(OpenError::NotOurs, "assessment", expected, "none".to_owned());
    };
    if id != assessment.id {
        return refused(OpenError::OtherAssessment, "assessment.id", quoted(&assessment.id), quoted(id));
    }
    if fingerprint != assessment.fingerprint {
        let [own, other] = [(&*assessment.version, &*assessment.fingerprint), (version, fingerprint)]
            .map(|(version, fingerprint)| format!("version {} ({})", quoted(version), quoted(fingerprint)));
        return refused(OpenError::OtherVersion, "assessment.fingerprint", own, other);
    }
    let Some(Tree::List(criteria)) = file.get("criteria") else {
        return refused(OpenError::NotOurs, "criteria", "a list".to_owned(), "none".to_owned());
    };
    let mut answers = Answers::default();
    let mut problems = Vec::new();
    let root = Path::Root;
    let list = root.key("criteria");
    for (place, criterion) in criteria.iter().enumerate() {
        let path = list.index(place);
        questions(criterion, &path.key("questions"), assessment, &mut answers, &mut problems);
    }
    if problems.is_empty() { Ok(answers) } else { Err(Refused { error: OpenError::Damaged, problems }) }
}

/// The answers to the questions of one criterion.
fn questions(
    criterion: &Tree,
    path: &Path,
    assessment: &Assessment,
    answers: &mut Answers,
    problems: &mut Vec<Problem>,
) {
    let mut problem = |path: &Path, message: String, hint: Option<String>| {
        problems.push(Problem { path: path.to_string(), message, hint });
    };
    let Some(Tree::List(questions)) = criterion.get("questions") else {
        let got = criterion.get("questions").unwrap_or(&Tree::Null);
        return problem(path, format!("expected a list, got {got}"), None);
    };
    for (place, entry) in questions.iter().enumerate() {
        let path = path.index(place);
        let id = match entry.get("id") {
            Some(Tree::Text(id)) => id,
            other => {
                let got = other.unwrap_or(&Tree::Null);
                problem(&path.key("id"), format!("expected the id of a question, got {got}"), None);
                continue;
            }
        };
        let Some(question) = assessment.question(id) else {
            let hint = nearest(id, assessment.questions().map(|(_, question)| question.id.as_str()));
            problem(&path.key("id"), format!("expected the id of a question, got {}", quoted(id)), hint);
            continue;
        };
        if answers.get(id).is_some() {
            problem(&path.key("id"), format!("expected each question once, got {} again", quoted(id)), None);
            continue;
        }
        match entry.get("answer") {
            Some(Tree::Null) => {}
            Some(value) => match answer(value, question) {
                Ok(answer) => answers.set(id, answer),
                Err((message, hint)) => problem(&path.key("answer"), message, hint),
            },
            None => problem(&path.key("answer"), "expected an answer or null, got nothing".to_owned(), None),
        }
    }
}
