//! The checker's module: finds the problems of an author's file. A page loads it only for a file that is not part of
//! the release, and tools load it to check files.

use wasm_bindgen::prelude::*;

use crate::js_value;
use partner_fit_core::assessment::file::{adapt, problems};

/// The problems of an assessment file; an empty list where it has none. Never throws.
#[wasm_bindgen]
#[must_use]
pub fn check(assessment: &JsValue) -> JsValue {
    js_value::tree(assessment).map_or_else(|unreadable| unreadable, |file| js_value::problems(problems(&file)))
}

/// Makes a new assessment with other weights, or without some questions, according to `changes`.
///
/// # Errors
/// The list of problems of the changes, or of the file where it has no criteria.
#[wasm_bindgen(js_name = adapt)]
pub fn adapted(assessment: &JsValue, changes: &JsValue) -> Result<JsValue, JsValue> {
    let file = adapt::adapt(&js_value::tree(assessment)?, &js_value::tree(changes)?).map_err(js_value::problems)?;
    Ok(js_value::value(&file))
}
