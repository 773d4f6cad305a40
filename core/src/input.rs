//! What comes in, and how it is refused: untrusted data as one kind of value, and problems that say what to mend.
//!
//! JSON and JavaScript values become a [`value::Tree`] within limits; whoever reads one collects every
//! [`problem::Problem`] with its path and, where one is near, a hint. Nothing here knows what the data means.

pub mod address;
pub mod hints;
#[cfg(not(target_arch = "wasm32"))]
mod json;
pub mod map;
pub mod number;
pub mod ordered;
pub mod percent;
pub mod placeholders;
pub mod plain_text;
pub mod problem;
pub mod quoted;
pub mod value;
