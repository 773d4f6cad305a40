//! Plain values at the border to JavaScript: answers and locale files on their way in, the details of events on their
//! way out.

use std::rc::Rc;

use wasm_bindgen::JsValue;

use super::intl::Intl;
use crate::flow::{Layout, StepPlan};
use crate::js_value::{object, problems, tree};
use partner_fit_core::answers::{Answer, Answers};
use partner_fit_core::assessment::Assessment;
use partner_fit_core::report::Report;
use partner_fit_core::wording::Texts;

/// Reads answers, or gives the list of their problems.
pub fn answers(value: &JsValue, assessment: &Assessment) -> Result<Answers, JsValue> {
    Answers::read(&tree(value)?, assessment).map_err(problems)
}

/// Writes answers.
pub fn written(answers: &Answers) -> JsValue {
    object(&answers.iter().map(|(question, given)| (question, answer(given))).collect::<Vec<_>>())
}

fn answer(answer: &Answer) -> JsValue {
    match answer {
        Answer::Number(number) => (*number).into(),
        named => named.name().into(),
    }
}

/// Reads the texts of a locale file, or gives the list of its problems.
pub fn texts(file: &JsValue, language: &str) -> Result<Texts, JsValue> {
    Texts::read(&tree(file)?, language, Rc::new(Intl::new(language))).map_err(problems)
}

/// The detail of `pf-share`.
pub fn share(kind: &str) -> JsValue {
    object(&[("kind", kind.into())])
}

/// The detail of `pf-action`: the band of the result, and where its button leads, if anywhere.
pub fn action(band: &str, href: Option<&str>) -> JsValue {
    object(&[("band", band.into()), ("href", href.map_or(JsValue::NULL, JsValue::from))])
}

/// The detail of `pf-start` and `pf-reset`.
pub fn start(assessment: &Assessment) -> JsValue {
    object(&[("assessment", assessment.id.as_str().into())])
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
    object(&[("index", index.into()), ("total", steps.len().into()), ("id", id.unwrap_or_default().into())])
}

/// The detail of `pf-answer`: the question, and its answer if the host asks for answers.
pub fn answered(question: &str, value: Option<&Answer>) -> JsValue {
    object(&[("question", question.into()), ("value", value.map_or(JsValue::UNDEFINED, answer))])
}

/// The detail of `pf-complete`.
pub fn complete(report: &Report) -> JsValue {
    object(&[
        ("assessment", report.assessment.id.as_str().into()),
        ("version", report.assessment.version.as_str().into()),
        ("band", report.band.id.as_str().into()),
        ("score", report.score.map_or(JsValue::NULL, JsValue::from)),
        ("low", report.low.into()),
        ("high", report.high.into()),
        ("adapted", report.adapted.into()),
    ])
}
