//! Bars under each other, each with its words. All measures run from 0 to 100.

use super::next_edge;
use crate::report::Report;
use crate::wording::result::robustness::with_intervals;
use crate::wording::{Key, Wording};

/// A bar with its words.
#[derive(Clone, Debug, PartialEq)]
pub struct Bar {
    /// What it is of.
    pub label: String,
    /// What it says.
    pub value: String,
    /// Where the filled part begins, and how long it is.
    pub solid: [f64; 2],
    /// Where the part begins that is possible or lost, and how long it is.
    pub maybe: [f64; 2],
    /// Where a mark stands.
    pub tick: Option<f64>,
}

/// The scale from 0 to 100 under the score.
#[derive(Clone, Debug, PartialEq)]
pub struct Scale {
    /// How far it is filled: the score, or the lowest that it can be.
    pub solid: [f64; 2],
    /// Where the score can still lie.
    pub maybe: [f64; 2],
    /// The edges between the bands.
    pub edges: Vec<f64>,
}

/// The scale of a result.
#[must_use]
pub fn scale(wording: &Wording, report: &Report) -> Scale {
    let solid = if report.is_uncertain() { report.low } else { report.score.unwrap_or(0.0) };
    Scale {
        solid: [0.0, solid],
        maybe: [report.low, report.high - report.low],
        edges: wording.assessment.bands.iter().skip(1).map(|band| band.from).collect(),
    }
}

/// The value of each criterion, with a tick at the edge of the next band.
#[must_use]
pub fn criteria(wording: &Wording, report: &Report) -> Vec<Bar> {
    let tick = next_edge(wording, report);
    let mut bars = Vec::new();
    for criterion in wording.weighted_criteria(report) {
        let applies = criterion.weight > 0.0;
        let [low, high] = if applies { [criterion.low, criterion.high].map(|v| 100.0 * v) } else { [0.0, 0.0] };
        bars.push(Bar {
            label: criterion.label.clone(),
            value: wording.criterion_value(criterion),
            solid: [0.0, low],
            maybe: [low, high - low],
            tick,
        });
    }
    bars
}

/// How the points add up to the score: each bar begins where the one before it ends; what is lost is an outline.
#[must_use]
pub fn waterfall(wording: &Wording, report: &Report) -> Vec<Bar> {
    let texts = wording.texts;
    let mut from = 0.0;
    let mut bars = Vec::new();
    for criterion in wording.weighted_criteria(report) {
        let points = wording.points_text(criterion.points);
        let all = texts.number(criterion.points + criterion.lost, 1);
        bars.push(Bar {
            label: criterion.label.clone(),
            value: texts.fill(Key::WaterfallValue, &[("points", &points), ("all", &all)]),
            solid: [from, criterion.points],
            maybe: [from + criterion.points, criterion.lost],
            tick: None,
        });
        from += criterion.points;
    }
    bars.push(Bar {
        label: wording.text(Key::CriteriaTotal),
        value: report.score.map(|score| wording.score_text(score)).unwrap_or_default(),
        solid: [0.0, from],
        maybe: [0.0, 0.0],
        tick: next_edge(wording, report),
    });
    bars
}

/// For which weights of each criterion the band holds, with a tick at the weight now.
#[must_use]
pub fn intervals(wording: &Wording, report: &Report) -> Vec<Bar> {
    let mut bars = Vec::new();
    for (interval, criterion) in with_intervals(report) {
        bars.push(Bar {
            label: criterion.label.clone(),
            value: wording.interval(interval),
            solid: [100.0 * interval.low, 100.0 * (interval.high - interval.low)],
            maybe: [0.0, 0.0],
            tick: Some(100.0 * criterion.weight),
        });
    }
    bars
}
