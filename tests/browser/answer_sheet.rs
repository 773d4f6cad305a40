//! Answer sheets: answers chosen in advance, and the Report that the same core computes from them natively.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use partner_fit_core::answers::Answers;
use partner_fit_core::assessment::{Assessment, Question, QuestionKind};
use partner_fit_core::input::value::Tree;
use partner_fit_core::report::report;
use serde_json::{Value, json};

/// The assessments that are shipped, as `static/assessments/index.json` lists them.
pub fn assessments() -> Vec<&'static str> {
    listed("assessments", "id")
}

/// The languages of our own texts, as `static/locales/index.json` lists them.
pub fn languages() -> Vec<&'static str> {
    listed("locales", "tag")
}

/// The value at `key` of each entry in a folder's list. It is leaked, because the checks need it until the process
/// ends.
fn listed(folder: &str, key: &str) -> Vec<&'static str> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("static/{folder}/index.json"));
    let list: Vec<Value> = serde_json::from_str(&fs::read_to_string(path).expect("a list")).expect("a list");
    list.iter().map(|entry| &*entry[key].as_str().expect("a name").to_owned().leak()).collect()
}

/// Answers by question, in the format of the element's `answers`.
pub type Sheet = BTreeMap<String, Value>;

/// The file of a shipped assessment.
pub fn file(name: &str) -> Value {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("static/assessments/{name}.json"));
    serde_json::from_str(&fs::read_to_string(path).expect("an assessment")).expect("JSON")
}

/// The texts of a language.
pub fn locale(language: &str) -> Value {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("static/locales/{language}.json"));
    serde_json::from_str(&fs::read_to_string(path).expect("a locale")).expect("JSON")
}

/// An assessment as the core reads it.
pub fn open(file: &Value) -> Assessment {
    Assessment::read(&tree(file), &Default::default()).expect("a good assessment")
}

/// The Report that the core computes natively.
pub fn native_report(assessment: &Assessment, sheet: &Sheet, language: &str) -> Value {
    let answers = Answers::read(&tree(&json!(sheet)), assessment).expect("good answers");
    serde_json::to_value(report(assessment, &answers, language)).expect("plain data")
}

fn tree(value: &Value) -> Tree {
    serde_json::from_str(&value.to_string()).expect("a tree")
}

/// A sheet with the answer that `choose` gives to each question, by its index.
pub fn sheet(assessment: &Assessment, choose: impl Fn(usize, &Question) -> Value) -> Sheet {
    let questions = assessment.questions().map(|(_, question)| question);
    questions.enumerate().map(|(index, question)| (question.id.clone(), choose(index, question))).collect()
}

/// Good answers to every question: the last option but one, and a number in the best range.
pub fn good(assessment: &Assessment) -> Sheet {
    sheet(assessment, |_, question| match &question.kind {
        QuestionKind::Choice(options) => json!(options[options.len().saturating_sub(2)].id),
        QuestionKind::Number(_) => json!(12.5),
    })
}

/// Various options, with "not sure" and "does not apply" here and there.
pub fn mixed(assessment: &Assessment) -> Sheet {
    sheet(assessment, |index, question| match &question.kind {
        _ if question.not_applicable => json!("n/a"),
        _ if question.unsure && index % 4 == 1 => json!("unsure"),
        QuestionKind::Choice(options) => json!(options[index % options.len()].id),
        QuestionKind::Number(_) => json!(12.5),
    })
}

/// The best answers, except that every gate and floor holds.
pub fn gated(assessment: &Assessment) -> Sheet {
    sheet(assessment, |_, question| match &question.kind {
        QuestionKind::Choice(options) => json!(options[0].id),
        QuestionKind::Number(_) => json!(0.5),
    })
}

/// "Not sure" for every question that offers it.
pub fn unknown(assessment: &Assessment) -> Sheet {
    sheet(assessment, |_, question| match &question.kind {
        _ if question.unsure => json!("unsure"),
        QuestionKind::Choice(options) => json!(options[0].id),
        QuestionKind::Number(_) => json!(1),
    })
}

/// Panics unless two Reports are the same, every number bit for bit.
pub fn same_report(what: &str, got: &Value, expected: &Value) {
    if let Some(difference) = difference(got, expected, String::new()) {
        panic!("{what}: {difference}");
    }
}

/// Lists where two values differ and how, comparing numbers bit for bit.
pub fn difference(got: &Value, expected: &Value, path: String) -> Option<String> {
    let differs = || Some(format!("{path}: expected {expected}, got {got}"));
    match (got, expected) {
        (Value::Object(a), Value::Object(b)) => {
            let keys: Vec<_> = a.keys().chain(b.keys()).collect();
            keys.into_iter().find_map(|key| match (a.get(key), b.get(key)) {
                (Some(a), Some(b)) => difference(a, b, format!("{path}.{key}")),
                (a, b) => Some(format!("{path}.{key}: expected {b:?}, got {a:?}")),
            })
        }
        (Value::Array(a), Value::Array(b)) if a.len() == b.len() => {
            let mut pairs = a.iter().zip(b).enumerate();
            pairs.find_map(|(index, (a, b))| difference(a, b, format!("{path}[{index}]")))
        }
        // JavaScript and JSON have one type for whole numbers and others, Rust has two.
        (Value::Number(a), Value::Number(b)) => {
            if a.as_f64().map(f64::to_bits) == b.as_f64().map(f64::to_bits) {
                None
            } else {
                differs()
            }
        }
        _ => {
            if got == expected {
                None
            } else {
                differs()
            }
        }
    }
}
