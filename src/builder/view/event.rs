//! What an event says about the control that it comes from.

use js_sys::Reflect;

/// The value of the control that an event comes from.
pub fn value(event: &web_sys::Event) -> String {
    let target = event.target();
    let value = target.and_then(|target| Reflect::get(&target, &"value".into()).ok());
    value.and_then(|value| value.as_string()).unwrap_or_default()
}

/// Whether the checkbox that an event comes from is checked.
pub fn checked(event: &web_sys::Event) -> bool {
    let target = event.target();
    let checked = target.and_then(|target| Reflect::get(&target, &"checked".into()).ok());
    checked.and_then(|checked| checked.as_bool()).unwrap_or_default()
}
