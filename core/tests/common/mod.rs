//! What the tests share: JSON in and out, the shipped assessments, and the smallest assessment that is valid.
//!
//! Everything goes through the door that hosts use: JSON becomes a `Tree`, a tree an `Assessment` or its problems.

#![allow(dead_code)] // every test uses its own part

pub mod broken;

use std::path::{Path, PathBuf};
use std::rc::Rc;
use std::{env, fs};

use partner_fit_core::answers::{Answer, Answers};
use partner_fit_core::assessment::{Assessment, QuestionKind};
use partner_fit_core::input::problem::Problem;
use partner_fit_core::input::value::Tree;
use partner_fit_core::wording::{PlainFormat, Texts};
use serde::Deserialize as _;
use serde_json::{Value, json};

/// The names of the assessments that are shipped, as `static/assessments/index.json` lists them.
pub fn built_in() -> Vec<&'static str> {
    listed("assessments", "id")
}

/// The languages that all of our own texts are in, as `static/locales/index.json` lists them.
pub fn languages() -> Vec<&'static str> {
    listed("locales", "tag")
}

/// What each entry of a folder's list has under `key`. A test runs once, so what is listed may live as long as it does.
fn listed(folder: &str, key: &str) -> Vec<&'static str> {
    let list = read_json(&root().join("static").join(folder).join("index.json"));
    list.as_array().unwrap().iter().map(|entry| &*entry[key].as_str().unwrap().to_owned().leak()).collect()
}

/// The project's folder: that of the package that is tested, or the one above it.
pub fn root() -> PathBuf {
    let package = Path::new(env!("CARGO_MANIFEST_DIR"));
    package.ancestors().find(|folder| folder.join("static/assessments").is_dir()).unwrap().to_owned()
}

/// Whether checked-in files are to be rewritten instead of compared: `PARTNER_FIT_BLESS=1`.
pub fn blessing() -> bool {
    env::var_os("PARTNER_FIT_BLESS").is_some_and(|value| value == "1")
}

/// How many cases a property is tried with: the usual ones, or that many times more in a long run, which
/// `cargo xtask test --soak` makes.
pub fn cases(usual: u32) -> u32 {
    let factor = env::var("PARTNER_FIT_SOAK").ok().and_then(|factor| factor.parse::<u32>().ok());
    usual * factor.unwrap_or(1)
}

/// The JSON in a file.
pub fn read_json(path: &Path) -> Value {
    let text = fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    serde_json::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// The JSON files of a folder, by name.
pub fn json_files(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let mut files: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).collect();
    files.retain(|path| path.extension().is_some_and(|extension| extension == "json"));
    files.sort();
    files
}

/// The name of a file without its extension.
pub fn stem(path: &Path) -> String {
    path.file_stem().unwrap().to_string_lossy().into_owned()
}

/// A shipped assessment, as its author wrote it.
pub fn shipped_file(name: &str) -> Value {
    read_json(&root().join("static/assessments").join(name).with_extension("json"))
}

/// A shipped assessment, read.
pub fn shipped(name: &str) -> Assessment {
    read(&shipped_file(name)).unwrap_or_else(|problems| panic!("{name}: {problems:#?}"))
}

/// JSON as the engine receives it.
pub fn tree(value: &Value) -> Tree {
    Tree::deserialize(value).unwrap()
}

/// Reads an assessment.
pub fn read(file: &Value) -> Result<Assessment, Vec<Problem>> {
    Assessment::read(&tree(file), &Default::default())
}

/// Reads answers that must be good ones.
pub fn answers(value: &Value, assessment: &Assessment) -> Answers {
    Answers::read(&tree(value), assessment).unwrap_or_else(|problems| panic!("{problems:#?}"))
}

/// An answer to every question: the option with this index, or the last where there are fewer; 12.5 to numbers.
pub fn all_answers(assessment: &Assessment, option: usize) -> Answers {
    let answer = |kind: &QuestionKind| match kind {
        QuestionKind::Choice(options) => Answer::Option(options[option.min(options.len() - 1)].id.clone()),
        QuestionKind::Number(_) => Answer::Number(12.5),
    };
    assessment.questions().map(|(_, question)| (question.id.clone(), answer(&question.kind))).collect()
}

/// The product's texts in a language.
pub fn texts(language: &str) -> Texts {
    let file = read_json(&root().join("static/locales").join(language).with_extension("json"));
    Texts::read(&tree(&file), language, Rc::new(PlainFormat)).unwrap()
}

/// A text in the one language of the small assessments here.
pub fn text(words: &str) -> Value {
    json!({ "en": words })
}

/// An assessment file in English with these criteria, bands (edges from low to high) and gates.
pub fn file(criteria: Vec<Value>, edges: &[f64], gates: Vec<Value>) -> Value {
    let band = |(index, from)| json!({ "id": format!("band-{index}"), "label": text("Band"), "from": from });
    let mut file = json!({
        "id": "small",
        "version": "1",
        "languages": ["en"],
        "title": text("Small"),
        "bands": edges.iter().enumerate().map(band).collect::<Vec<_>>(),
        "criteria": criteria,
    });
    if !gates.is_empty() {
        file["gates"] = gates.into();
    }
    file
}

/// A criterion called `id`, with questions.
pub fn criterion(id: &str, weight: &Value, questions: Vec<Value>) -> Value {
    json!({ "id": id, "title": text("Criterion"), "weight": weight, "questions": questions })
}

/// A choice whose options `o0`, `o1` … are worth `values`.
pub fn choice(id: &str, values: &[Value]) -> Value {
    let option = |(index, value)| json!({ "id": format!("o{index}"), "label": text("Option"), "value": value });
    let options: Vec<Value> = values.iter().enumerate().map(option).collect();
    json!({ "id": id, "text": text("Question"), "kind": "choice", "options": options })
}
