//! Two results beside each other: both scores on one track, and a line for each criterion from its earlier value to
//! the present one, the greatest difference first.

use super::track::{Track, track};
use crate::input::ordered::insert_ordered;
use crate::report::{CriterionReport, Report};
use crate::wording::Wording;

/// A criterion in both results.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// Its name.
    pub label: String,
    /// Its earlier value, 0 to 100; `None` where it is not known or does not apply.
    pub earlier: Option<f64>,
    /// Its value now, 0 to 100; `None` where it is not known or does not apply.
    pub now: Option<f64>,
    /// Both values and the difference in words: "50 → 75 (+25)".
    pub words: String,
}

/// The track of the present result with the earlier score on it.
#[must_use]
pub fn both(wording: &Wording, earlier: &Report, now: &Report) -> Track {
    let earlier = earlier.score.filter(|_| !earlier.is_uncertain());
    Track { is_comparison: true, earlier, ..track(wording, now) }
}

/// The criteria that can bring points, the greatest difference first; of equals the author's order.
#[must_use]
pub fn rows(wording: &Wording, earlier: &Report, now: &Report) -> Vec<Row> {
    let value = |criterion: &CriterionReport| criterion.value.filter(|_| criterion.weight > 0.0).map(|v| 100.0 * v);
    let mut rows: Vec<(f64, Row)> = Vec::new();
    for (before, after) in earlier.criteria.iter().zip(&now.criteria) {
        if before.weight <= 0.0 && after.weight <= 0.0 {
            continue;
        }
        let values = [value(before), value(after)];
        let difference = values[0].zip(values[1]).map(|(before, after)| (after - before).round());
        // What cannot be compared stands last.
        let order = difference.map_or(-1.0, f64::abs);
        let row = Row {
            label: after.label.clone(),
            earlier: values[0],
            now: values[1],
            words: wording.change_of(before, after, difference),
        };
        insert_ordered(&mut rows, (order, row), |(other, _)| *other < order);
    }
    rows.into_iter().map(|(_, row)| row).collect()
}
