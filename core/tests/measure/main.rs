//! Measuring: figures, indicators, tiers and economics, against the numbers of the specification and by their properties.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, missing_docs)]

mod advice;
#[path = "../common/mod.rs"]
mod common;
mod decided;
mod economics;
mod golden;
mod indicators;
mod oracle;
mod pasted;
mod properties;
mod reports;
mod sheets;
mod tiers;
mod told;
mod wrong_files;
mod wrong_sheets;

/// Whether two numbers are the same as far as 1e-9 of their size, or 1e-9 for small ones.
fn near(a: f64, b: f64) -> bool {
    (a - b).abs() <= 1e-9 * a.abs().max(b.abs()).max(1.0)
}
