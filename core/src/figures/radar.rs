//! A radar: an axis for each criterion, the shape of their values, and the ring of the next band. It lies in a square
//! from 0 to 200, its centre at 100.

use std::f64::consts::FRAC_1_SQRT_2;

use super::next_edge;
use crate::input::number::JsNumber;
use crate::report::{CriterionReport, Report};
use crate::wording::Wording;

/// Cosine and sine of a third to an eighth of a turn: general ones are 4 KB of code.
const TURNS: [[f64; 2]; 6] = [
    [-0.5, 0.866_025_403_784_438_6],
    [0.0, 1.0],
    [0.309_016_994_374_947_45, 0.951_056_516_295_153_5],
    [0.5, 0.866_025_403_784_438_6],
    [0.623_489_801_858_733_6, 0.781_831_482_468_029_8],
    [FRAC_1_SQRT_2, FRAC_1_SQRT_2],
];

/// A radar of the criteria.
#[derive(Clone, Debug, PartialEq)]
pub struct Radar {
    /// The outermost ring, the ring of the next band, and the shape of the values; each as the points of a polygon.
    pub polygons: [String; 3],
    /// The axes, in the order of the criteria.
    pub axes: Vec<Axis>,
    /// What each axis says, in words.
    pub legend: Vec<String>,
}

/// An axis of a radar.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Axis {
    /// Where it ends.
    pub end: [f64; 2],
    /// Where the value lies on it.
    pub value: [f64; 2],
    /// Where its number stands.
    pub number: [f64; 2],
}

/// The radar of a result; `None` with fewer than three criteria, which make no shape, and with more than eight, which
/// nobody can read.
#[must_use]
pub fn radar(wording: &Wording, report: &Report) -> Option<Radar> {
    let criteria = wording.weighted_criteria(report);
    let [cos, sin] = criteria.len().checked_sub(3).and_then(|place| TURNS.get(place)).copied()?;
    // The directions of the axes, from the top on clockwise.
    let mut directions = Vec::new();
    let mut direction = [0.0, -1.0];
    for _ in &criteria {
        directions.push(direction);
        direction = [direction[0] * cos - direction[1] * sin, direction[0] * sin + direction[1] * cos];
    }
    let polygon = |value: &dyn Fn(&CriterionReport) -> f64| {
        let mut points = String::new();
        for (criterion, direction) in criteria.iter().zip(&directions) {
            let [x, y] = at(value(criterion), *direction);
            points.push_str(&format!("{},{} ", JsNumber(x), JsNumber(y)));
        }
        points
    };
    let known = |criterion: &CriterionReport| criterion.value.unwrap_or(0.0);
    let edge = next_edge(wording, report).unwrap_or(0.0) / 100.0;
    let axis = |(criterion, direction): (&&CriterionReport, &[f64; 2])| Axis {
        end: at(1.0, *direction),
        value: at(known(criterion), *direction),
        number: at(1.08, *direction),
    };
    Some(Radar {
        polygons: [polygon(&|_| 1.0), polygon(&|_| edge), polygon(&known)],
        axes: criteria.iter().zip(&directions).map(axis).collect(),
        legend: criteria.iter().map(|c| format!("{}: {}", c.label, wording.criterion_value(c))).collect(),
    })
}

/// The point at `share` of the way from the centre along a direction; to a tenth, which is enough for a picture.
fn at(share: f64, direction: [f64; 2]) -> [f64; 2] {
    direction.map(|part| (1000.0 + 900.0 * share * part).round() / 10.0)
}
