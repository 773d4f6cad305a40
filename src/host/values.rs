//! Values on their way in and out: JavaScript to trees, Reports and details of events to plain objects.

use std::cell::Cell;
use std::rc::Rc;

use js_sys::{Array, Object};
use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::{JsCast as _, JsValue};

use super::intl::Intl;
use crate::answers::Answers;
use crate::assessment::Assessment;
use crate::map::Map;
use crate::problem::Problem;
use crate::report::Report;
use crate::text::Texts;
use crate::tree::{Limits, MAX_BYTES, Tree};

/// Data as a plain JavaScript value. Ours always serialises; `undefined` would be a fault.
pub fn plain<T: Serialize + ?Sized>(value: &T) -> JsValue {
    value.serialize(&Serializer::json_compatible()).unwrap_or(JsValue::UNDEFINED)
}

fn problems(problems: Vec<Problem>) -> JsValue {
    plain(&problems)
}

/// Untrusted data as a tree: what `JSON.parse` gives, or an object of the page's own. Read by hand, because serde's
/// reading of values, with the float formatting of its messages, would add 10 KB to the download.
pub fn tree(value: &JsValue) -> Result<Tree, JsValue> {
    let bytes_left = Cell::new(MAX_BYTES);
    branch(value, Limits::new(&bytes_left)).ok_or_else(|| {
        let message = "expected plain data (null, true or false, numbers, strings, lists, objects), got something else";
        problems(vec![Problem { path: String::new(), message: message.to_owned(), hint: None }])
    })
}

fn branch(value: &JsValue, limits: Limits) -> Option<Tree> {
    let scalar = if value.is_null() || value.is_undefined() {
        (4, Tree::Null)
    } else if let Some(value) = value.as_bool() {
        (4, Tree::Bool(value))
    } else if let Some(number) = value.as_f64() {
        (1, Tree::Number(number))
    } else if let Some(text) = value.as_string() {
        (text.len() + 2, Tree::Text(text))
    } else if value.is_object() {
        return match limits.deeper() {
            Some(inside) => children(value, inside),
            None => Some(Tree::TooDeep),
        };
    } else {
        return None;
    };
    Some(if limits.take(scalar.0) { scalar.1 } else { Tree::TooLarge })
}

fn children(value: &JsValue, inside: Limits) -> Option<Tree> {
    if let Some(list) = value.dyn_ref::<Array>() {
        let mut items = Vec::new();
        for item in list.iter() {
            items.push(branch(&item, inside)?);
            if !inside.take(1) {
                items.push(Tree::TooLarge);
                break;
            }
        }
        return Some(Tree::List(items));
    }
    let mut entries = Vec::new();
    for entry in Object::entries(value.unchecked_ref()).iter() {
        let entry: Array = entry.unchecked_into();
        let key = entry.get(0).as_string().unwrap_or_default();
        if !inside.take(key.len() + 4) {
            entries.push((key, Tree::TooLarge));
            break;
        }
        entries.push((key, branch(&entry.get(1), inside)?));
    }
    Some(Tree::Object(entries))
}

/// An assessment, or the list of its problems.
pub fn assessment(file: &JsValue, profile: &Map<String>) -> Result<Assessment, JsValue> {
    Assessment::read(&tree(file)?, profile).map_err(problems)
}

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
