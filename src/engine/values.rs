//! Plain values at the border to JavaScript: answers and locale files on their way in, the details of events on their
//! way out.

use std::rc::Rc;

use serde::Serialize;
use wasm_bindgen::JsValue;

use super::intl::Intl;
use crate::flow::{Layout, StepPlan};
use crate::js_value::{plain, problems, tree};
use partner_fit_core::answers::{Answer, Answers};
use partner_fit_core::assessment::Assessment;
use partner_fit_core::report::Report;
use partner_fit_core::wording::Texts;

/// Reads answers, or gives the list of their problems.
pub fn answers(value: &JsValue, assessment: &Assessment) -> Result<Answers, JsValue> {
    Answers::read(&tree(value)?, assessment).map_err(problems)
}

/// Reads the texts of a locale file, or gives the list of its problems.
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
    #[serde(skip_serializing_if = "Option::is_none")]
    value: Option<&'a Answer>,
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

/// The detail of `pf-step`: the step's number in the plan, and the ids of what it asks.
pub fn step(assessment: &Assessment, plan: StepPlan, index: usize) -> JsValue {
    let steps = plan.steps(assessment);
    let part = steps.get(index).and_then(|parts| parts.first());
    let id = match plan.layout {
        Layout::Criterion => part.map(|part| part.criterion.id.as_str()),
        Layout::Question => part.and_then(|part| part.questions.first()).map(|question| question.id.as_str()),
        Layout::All => Some("all"),
    };
    plain(&Step { index, total: steps.len(), id: id.unwrap_or_default() })
}

/// The detail of `pf-answer`: the question, and its answer if the host asks for answers.
pub fn answered(question: &str, value: Option<&Answer>) -> JsValue {
    plain(&Answered { question, value })
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
