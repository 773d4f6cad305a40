//! An indicator on its value line: from the number that is worth least on the left to the one that is worth most on the right.

use super::place;
use crate::assessment::value_function::ValueFunction;
use crate::measure::Programme;
use crate::measure::report::MeasuredReport;
use crate::wording::measured::MeasureTexts;

/// An indicator on its line. All measures run from 0 to 100.
#[derive(Clone, Debug, PartialEq)]
pub struct ValueLine {
    /// What it is.
    pub label: String,
    /// What it says.
    pub value: String,
    /// Where its number stands; `None` where that is not known.
    pub at: Option<f64>,
    /// Where the truth may lie, from and to; `None` where it rests on no count.
    pub range: Option<[f64; 2]>,
    /// The corners of its value: where each stands, its number in words, and what it is worth, 0 to 1.
    pub ticks: Vec<Tick>,
}

/// A corner of a value.
#[derive(Clone, Debug, PartialEq)]
pub struct Tick {
    /// Where it stands.
    pub at: f64,
    /// Its number in words.
    pub label: String,
    /// What it is worth, 0 to 1.
    pub value: f64,
}

/// The lines of the indicators that count, in their order.
#[must_use]
pub fn value_lines(programme: &Programme, texts: &MeasureTexts, report: &MeasuredReport) -> Vec<ValueLine> {
    let mut lines = Vec::new();
    for one in &report.indicators {
        let Some(indicator) = programme.indicator(&one.id) else { continue };
        let Some(function) = &indicator.value else { continue };
        let corners: Vec<f64> = match function {
            ValueFunction::Piecewise { points, .. } => points.iter().map(|(at, _)| *at).collect(),
            ValueFunction::Trapezoid { corners, .. } => corners.to_vec(),
        };
        let (Some(first), Some(last)) = (corners.first().copied(), corners.last().copied()) else { continue };
        // Less is better: then the line runs the other way.
        let turned = function.value(first) > function.value(last);
        let at = |x: f64| {
            let at = place(x, first, last);
            if turned { 100.0 - at } else { at }
        };
        let mut ticks = Vec::new();
        for corner in &corners {
            let label = texts.indicator_number(indicator, *corner);
            ticks.push(Tick { at: at(*corner), label, value: function.value(*corner) });
        }
        let range = one.low.zip(one.high).map(|(low, high)| [at(low), at(high)]);
        lines.push(ValueLine {
            label: one.label.clone(),
            value: texts.indicator_value(indicator, one),
            at: one.x.map(at),
            range: range.map(|[a, b]| [a.min(b), a.max(b)]),
            ticks,
        });
    }
    lines
}
