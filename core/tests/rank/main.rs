//! Many candidates: the numbers that the specification works out by hand, and what holds of every list.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, missing_docs)]

#[path = "../common/mod.rs"]
mod common;
#[path = "../properties/draw.rs"]
mod draw;
mod ideals;
mod lists;
mod oracle;
#[allow(dead_code)] // it serves the properties of one sheet as well
#[path = "../properties/spec.rs"]
mod spec;
mod worked;
