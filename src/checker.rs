//! The second module: what is wrong with an author's file. A page asks for it only where a file is not one of ours, and
//! tools where they check files.

use wasm_bindgen::prelude::*;

use crate::js_value;
use partner_fit_core::assessment::Assessment;
use partner_fit_core::input::map::Map;

/// The problems of an assessment file; an empty list where it has none. Never throws.
#[wasm_bindgen]
#[must_use]
pub fn check(assessment: &JsValue) -> JsValue {
    let found = js_value::tree(assessment)
        .and_then(|file| Assessment::read(&file, &Map::default()).map_err(js_value::problems));
    found.err().unwrap_or_else(|| js_value::problems(Vec::new()))
}
