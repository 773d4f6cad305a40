//! Partner-fit: an evaluator of partner fit and channel readiness that lives inside any web page.
#![forbid(unsafe_code)]

use wasm_bindgen::prelude::wasm_bindgen;

/// The engine's version, as the Report names it.
#[wasm_bindgen]
#[must_use]
pub fn version() -> String {
    env!("CARGO_PKG_VERSION").to_owned()
}
