//! The way out of the core and into a page: one [`widget::Widget`] for each element, exported to JavaScript.
//!
//! The element (`static/element`) loads files and owns the shadow root; this holds the state, hands every Report to the
//! view, answers the element's calls and tells it what happened. Nothing here fetches, stores or listens outside the
//! mount.

mod evaluator;
mod intl;
pub mod opened;
mod script;
mod sharing;
mod values;
pub mod widget;

use js_sys::Function;
use wasm_bindgen::prelude::*;

/// Calls `report` with the message of every panic, before the module stops for good.
#[wasm_bindgen(js_name = onPanic)]
pub fn on_panic(report: Function) {
    yew::set_custom_panic_hook(Box::new(move |panic| {
        report.call1(&JsValue::NULL, &JsValue::from_str(&panic.to_string())).ok();
    }));
}
