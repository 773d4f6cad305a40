//! What the element gives and is told, as plain values: answers and texts on their way in, details of events on their
//! way out.

use std::rc::Rc;

use serde::Serialize;
use wasm_bindgen::JsValue;

use super::intl::Intl;
use crate::answers::Answers;
use crate::assessment::Assessment;
use crate::js::{plain, problems, tree};
use crate::report::Report;
use crate::text::Texts;

/// Answers, or the list of their problems.
pub fn answers(value: &JsValue, assessment: &Assessment) -> Result<Answers, JsValue> {
    Answers::read(&tree(value)?, assessment).map_err(problems)
}

/// The texts of a locale file, or the list of its problems.
pub fn texts(file: &JsValue, language: &str) -> Result<Texts, JsValue> {
    Texts::read(&tree(file)?, language, Rc::new(Intl::new(language))).map_err(problems)
}

#[derive(Serialize)]
struct Share<'a> {
    kind: &'a str,
}

#[derive(Serialize)]
struct Start<'a> {
    assessment: &'a str,
}

#[derive(Serialize)]
struct Step<'a> {
    index: usize,
    total: usize,
    id: &'a str,
}

#[derive(Serialize)]
struct Answered<'a> {
    question: &'a str,
}

#[derive(Serialize)]
struct Complete<'a> {
    assessment: &'a str,
    version: &'a str,
    band: &'a str,
    score: Option<f64>,
    low: f64,
    high: f64,
}

/// The detail of `pf-share`.
pub fn share(kind: &str) -> JsValue {
    plain(&Share { kind })
}

/// The detail of `pf-start`.
pub fn start(assessment: &Assessment) -> JsValue {
    plain(&Start { assessment: &assessment.id })
}

/// The detail of `pf-step`.
pub fn step(assessment: &Assessment, index: usize) -> JsValue {
    let id = assessment.criteria.get(index).map_or("", |criterion| criterion.id.as_str());
    plain(&Step { index, total: assessment.criteria.len(), id })
}

/// The detail of `pf-answer`, without the answer itself.
pub fn answered(question: &str) -> JsValue {
    plain(&Answered { question })
}

/// The detail of `pf-complete`.
pub fn complete(report: &Report) -> JsValue {
    plain(&Complete {
        assessment: &report.assessment.id,
        version: &report.assessment.version,
        band: &report.band.id,
        score: report.score,
        low: report.low,
        high: report.high,
    })
}
