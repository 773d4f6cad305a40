//! The engine's module: one [`widget::Widget`] for each element, exported to JavaScript. The element (`static/element`)
//! loads files and owns the shadow root; the engine holds the flow, computes every Report, draws the view, and calls
//! the element back with events. It fetches and stores nothing, and listens to nothing outside the mount.

mod evaluator;
mod intl;
pub mod opened;
mod script;
mod sharing;
mod values;
pub mod widget;

use js_sys::Function;
use wasm_bindgen::prelude::*;

/// Calls `report` with the message of every panic. After a panic the module cannot be used any more.
#[wasm_bindgen(js_name = onPanic)]
pub fn on_panic(report: Function) {
    yew::set_custom_panic_hook(Box::new(move |panic| {
        report.call1(&JsValue::NULL, &JsValue::from_str(&panic.to_string())).ok();
    }));
}
