//! How far a Report's band depends on the weights: the exact figures of [`crate::scoring::robustness`] as plain data.

use serde::Serialize;

use crate::assessment::Assessment;
use crate::scoring::gates::Cap;
use crate::scoring::{Score, robustness as exact};

/// How far the band depends on the weights. Lists have a share, 0 to 1, for each band from the lowest up, and sum to
/// 1; with nothing known all are 0.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct RobustnessReport {
    /// The share of all possible weightings that lead to each band.
    pub any_weights: Vec<f64>,
    /// The same among those that keep the order of importance.
    pub same_order: Vec<f64>,
    /// What becomes of the result near the stated weights.
    pub near_weights: NearWeights,
    /// For each criterion with weight and a known value, the weights between which the band holds.
    pub intervals: Vec<IntervalReport>,
}

/// What becomes of the result near the stated weights.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct NearWeights {
    /// The lowest score, 0 to 100, with every weight moved by up to 20 % of itself.
    pub low: f64,
    /// The highest score, 0 to 100, with every weight moved by up to 20 % of itself.
    pub high: f64,
    /// Whether the band is the same for all those weights.
    pub holds: bool,
    /// The share of weightings drawn near the stated ones (a Dirichlet distribution with 100 as the sum of its
    /// parameters) that lead to each band.
    pub chances: Vec<f64>,
}

/// Between which weights of one criterion the band holds, the others keeping their proportions.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct IntervalReport {
    /// The id of the criterion.
    pub criterion: String,
    /// The lowest weight, as a share from 0 to 1.
    pub low: f64,
    /// The highest weight, as a share from 0 to 1.
    pub high: f64,
}

/// The figures for `score` under the rules that cap it.
pub fn robustness(assessment: &Assessment, score: &Score, caps: &[Cap]) -> RobustnessReport {
    let top = assessment.bands.len().saturating_sub(1);
    let cap = caps.iter().map(Cap::band).fold(top, usize::min);
    let Some(exact) = exact::robustness(assessment, score, cap) else {
        let nothing = vec![0.0; assessment.bands.len()];
        return RobustnessReport {
            any_weights: nothing.clone(),
            same_order: nothing.clone(),
            near_weights: NearWeights { low: score.low, high: score.high, holds: false, chances: nothing },
            intervals: Vec::new(),
        };
    };
    let mut intervals = Vec::new();
    for ((criterion, score), interval) in assessment.criteria.iter().zip(&score.criteria).zip(&exact.intervals) {
        if score.value.is_some() && score.weight > 0.0 {
            let (criterion, low, high) = (criterion.id.clone(), interval.low, interval.high);
            intervals.push(IntervalReport { criterion, low, high });
        }
    }
    let near = exact.near_weights;
    RobustnessReport {
        any_weights: exact.any_weights,
        same_order: exact.same_order,
        near_weights: NearWeights { low: near.low, high: near.high, holds: near.holds, chances: near.chances },
        intervals,
    }
}
