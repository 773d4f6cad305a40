//! The shapes of what is measured: indicators on their value lines, the line of cash, what moves the difference, and partners
//! between potential and practice. Each has its table in words in [`crate::wording::measured`].

pub mod cash;
pub mod drivers;
pub mod indicators;
pub mod quadrant;

/// Where `x` lies between `low` and `high`, from 0 to 100; ends of a line are never left.
fn place(x: f64, low: f64, high: f64) -> f64 {
    if high > low { (100.0 * ((x - low) / (high - low))).clamp(0.0, 100.0) } else { 50.0 }
}
