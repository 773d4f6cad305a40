//! What moves the difference: a bar for each input, on one scale with the line of 0 and that of the present difference.

use super::place;
use crate::measure::report::money::EconomicsReport;
use crate::wording::measured::MeasureTexts;

/// Bars under each other on one scale. All measures run from 0 to 100.
#[derive(Clone, Debug, PartialEq)]
pub struct Tornado {
    /// Where a difference of 0 stands.
    pub zero: f64,
    /// Where the present difference stands.
    pub now: f64,
    /// The bars, the widest first.
    pub bars: Vec<DriverBar>,
}

/// What one input does.
#[derive(Clone, Debug, PartialEq)]
pub struct DriverBar {
    /// The input.
    pub label: String,
    /// The lowest and the highest difference, in words.
    pub ends: [String; 2],
    /// Where the bar begins, and how long it is.
    pub bar: [f64; 2],
    /// Whether it reaches over 0, so that this input alone can turn the answer round.
    pub turns: bool,
}

/// The bars; `None` where the difference is not known.
#[must_use]
pub fn tornado(texts: &MeasureTexts, report: &EconomicsReport) -> Option<Tornado> {
    let now = report.difference?;
    let low = report.drivers.iter().map(|driver| driver.low).fold(now.min(0.0), f64::min);
    let high = report.drivers.iter().map(|driver| driver.high).fold(now.max(0.0), f64::max);
    let at = |x: f64| place(x, low, high);
    let mut bars = Vec::new();
    for driver in &report.drivers {
        bars.push(DriverBar {
            label: texts.named("input", driver.input, &[]),
            ends: [texts.money(driver.low), texts.money(driver.high)],
            bar: [at(driver.low), at(driver.high) - at(driver.low)],
            turns: driver.low < 0.0 && driver.high > 0.0,
        });
    }
    Some(Tornado { zero: at(0.0), now: at(now), bars })
}
