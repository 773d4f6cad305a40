//! For which weights the band holds: a line for each criterion with a dot at its weight now.

use crate::report::Report;
use crate::wording::Wording;
use crate::wording::result::robustness::with_intervals;

/// A line with its words.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// What it is of.
    pub label: String,
    /// What it says: "from 12% to 40%".
    pub value: String,
    /// Where it begins.
    pub from: f64,
    /// Where it ends.
    pub to: f64,
    /// Where the dot stands.
    pub now: f64,
}

/// The lines of a result, in the author's order.
#[must_use]
pub fn lines(wording: &Wording, report: &Report) -> Vec<Line> {
    let mut lines = Vec::new();
    for (interval, criterion) in with_intervals(report) {
        lines.push(Line {
            label: criterion.label.clone(),
            value: wording.interval(interval),
            from: 100.0 * interval.low,
            to: 100.0 * interval.high,
            now: 100.0 * criterion.weight,
        });
    }
    lines
}
