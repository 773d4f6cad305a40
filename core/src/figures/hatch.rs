//! Hatching: slanted strokes over a part of a bar. What is hatched can be told from what is filled without colour: on
//! grey paper, and by people who do not see the difference between two hues.

use crate::input::number::JsNumber;

/// The distance between two strokes.
const STEP: f64 = 1.75;

/// How far a stroke leans.
const LEAN: f64 = 1.0;

/// Strokes from `from` to `to` over a bar that is 10 high, as the data of an SVG path; empty where there is no room.
///
/// # Example
/// ```
/// use partner_fit_core::figures::hatch::hatch;
///
/// assert_eq!(hatch(10.0, 13.0), "M10 10L11 0M11.75 10L12.75 0");
/// assert_eq!(hatch(10.0, 10.0), "");
/// ```
#[must_use]
pub fn hatch(from: f64, to: f64) -> String {
    let mut path = String::new();
    let mut x = from;
    while x + LEAN <= to {
        path.push_str(&format!("M{} 10L{} 0", JsNumber(x), JsNumber(x + LEAN)));
        x += STEP;
    }
    path
}
