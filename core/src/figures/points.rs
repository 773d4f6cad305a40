//! The chart of points: a bar for each criterion, as long as the points that it can bring. The first part is what it
//! brings, the hatched part is unknown, the rest is still to gain; what leaves most to gain stands first.

use super::hatch::hatch;
use crate::input::ordered::insert_ordered;
use crate::report::{CriterionReport, Report};
use crate::wording::Wording;
use crate::wording::result::shares;

/// A criterion with its bar. The longest bar of a chart runs from 0 to 100.
#[derive(Clone, Debug, PartialEq)]
pub struct Row<'r> {
    /// The criterion.
    pub criterion: &'r CriterionReport,
    /// What the bar says: "10 of 20".
    pub value: String,
    /// How long the part is that it brings.
    pub gained: f64,
    /// How long the part is that is unknown.
    pub unknown: f64,
    /// How long the part is that is still to gain.
    pub left: f64,
    /// The strokes over the unknown part, as the data of an SVG path.
    pub hatch: String,
}

/// The rows of a result, most to gain first; of equals the author's order. A criterion that does not apply has no bar
/// and stands last.
#[must_use]
pub fn rows<'r>(wording: &Wording, report: &'r Report) -> Vec<Row<'r>> {
    let criteria = wording.weighted_criteria(report);
    let longest = criteria.iter().map(|criterion| criterion.weight).fold(0.0, f64::max);
    let mut rows: Vec<([f64; 2], Row)> = Vec::new();
    for criterion in criteria {
        let [gained, unknown, left] =
            shares(criterion).map(|points| if longest > 0.0 { points / longest } else { 0.0 });
        let value = wording.points_of(criterion);
        let row = Row { criterion, value, gained, unknown, left, hatch: hatch(gained, gained + unknown) };
        // Rounding errors must not order what is equal.
        let [left, unknown] = [left, unknown].map(|length| (length * 1e6).round());
        let order = if criterion.weight > 0.0 { [left, unknown] } else { [-1.0, 0.0] };
        insert_ordered(&mut rows, (order, row), |(other, _)| *other < order);
    }
    rows.into_iter().map(|(_, row)| row).collect()
}
