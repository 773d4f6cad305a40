//! How far a band depends on the weights: exact probabilities, not samples.
//!
//! Weights are opinions, so a result says for which of them it holds: for all weights, for those that keep the order
//! of importance, for those near the stated ones, and for one weight moved by itself. What is known is taken as it
//! is; what unknown answers can change is the range of the score in [`crate::scoring`].

use crate::assessment::{Assessment, Band};
use crate::scoring::{CriterionScore, EDGE_TOLERANCE, Score, band_of, differ};

/// By how much of itself each weight may move to be "near": 20 %.
pub const NEAR: f64 = 0.2;

/// How strongly weights drawn near the stated ones keep to them: the sum of the parameters of the Dirichlet
/// distribution. With 100 the standard deviation of a weight of 0.2 is 0.04.
pub const CONCENTRATION: f64 = 100.0;

/// How near a value may be under an edge and still reach it, on the scale from 0 to 1.
pub const TOLERANCE: f64 = EDGE_TOLERANCE / 100.0;

/// For which weights the band holds. Lists have a chance, 0 to 1, for each band from the lowest up, and sum to 1.
#[derive(Clone, Debug, PartialEq)]
pub struct Robustness {
    /// The share of all possible weights that lead to each band.
    pub any_weights: Vec<f64>,
    /// The same among the weights that keep the order of importance.
    pub same_order: Vec<f64>,
    /// The same near the stated weights.
    pub near_weights: Nearby,
    /// For each criterion, in the author's order, the weights between which the band holds.
    pub intervals: Vec<Interval>,
}

/// What becomes of the result near the stated weights.
#[derive(Clone, Debug, PartialEq)]
pub struct Nearby {
    /// The lowest score, 0 to 100, with every weight moved by at most [`NEAR`] of itself.
    pub low: f64,
    /// The highest score, 0 to 100, with every weight moved by at most [`NEAR`] of itself.
    pub high: f64,
    /// Whether all those weights lead to the same band.
    pub holds: bool,
    /// The chance of each band with weights from a Dirichlet distribution about the stated ones, its parameters
    /// `max(1, round(100 w))` ([`CONCENTRATION`]): the standard deviation of a weight of 0.2 is then 0.04.
    pub chances: Vec<f64>,
}

/// Between which weights of one criterion the band holds, the other weights keeping their proportions.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Interval {
    /// The lowest weight, as a share from 0 to 1.
    pub low: f64,
    /// The highest weight, as a share from 0 to 1. Where the score rises into a higher band at an end, the band holds
    /// up to that end and not at it.
    pub high: f64,
    /// The band, as a place in the assessment's bands, under `low`; `None` where `low` is 0.
    pub below: Option<usize>,
    /// The band, as a place in the assessment's bands, over `high`; `None` where `high` is 1.
    pub above: Option<usize>,
}

/// How far the band of `score` depends on the weights. `cap` is the highest band that gates and floors leave, as a
/// place in the bands; where nothing caps it, the top one. What would be above it counts as it.
///
/// `None` where no score is known. Criteria of which nothing is known, or that have no weight, take no part; a
/// criterion of which a part is known counts for that part.
#[must_use]
pub fn robustness(assessment: &Assessment, score: &Score, cap: usize) -> Option<Robustness> {
    let (known, present) = (score.mean?, score.score?);
    let mean = known / 100.0;
    let bands = assessment.bands.as_slice();
    let share = |criterion: &CriterionScore| (criterion.points + criterion.lost) / 100.0;
    let (mut importance, mut shares, mut values) = (Vec::new(), Vec::new(), Vec::new());
    for criterion in score.criteria.iter().filter(|criterion| share(criterion) > 0.0) {
        if let Some(value) = criterion.mean {
            importance.push(criterion.weight);
            shares.push(share(criterion));
            values.push(value);
        }
    }

    let band_at = |score: f64| band_of(score, bands).min(cap);
    // What unknown answers can change may hold the score apart from the mean of what is known; it is among these too.
    let [low, high] = range_near(&shares, &values, NEAR).map(|bound| 100.0 * bound);
    let (low, high) =
        if known.to_bits() == present.to_bits() { (low, high) } else { (low.min(present), high.max(present)) };
    let band = band_at(100.0 * mean);
    let edge = |place: usize| bands.get(place).map(|band| band.from / 100.0);
    let (lower, upper) = (edge(band).filter(|_| band > 0), edge(band + 1).filter(|_| band < cap));
    let mut intervals = Vec::new();
    for criterion in &score.criteria {
        let share = share(criterion);
        let line = criterion.mean.and_then(|value| Some((share, value, slope(share, value, mean)?)));
        intervals.push(interval(line, band, lower, upper));
    }
    Some(Robustness {
        any_weights: chances(&values, bands, cap),
        same_order: chances(&cumulative_means(&values, &importance), bands, cap),
        near_weights: Nearby {
            low,
            high,
            holds: band_at(low) == band_at(high),
            chances: chances(&repeated(&values, &concentrations(&shares)), bands, cap),
        },
        intervals,
    })
}

/// The chance that the weighted mean of `values` is `threshold` or more, with weights drawn uniformly from all that
/// are 0 or more and sum to 1.
///
/// Exact, by the recursion of Varsi (1973) and Ali (1973): with `u` the distances of values above the threshold and `x`
/// of those below, `F(0, k) = 1`, `F(j, 0) = 0`, `F(j, k) = (u_j F(j, k−1) + x_k F(j−1, k)) / (u_j + x_k)`, the chance
/// is `1 − F`. Every term is positive, so nothing cancels. A value within rounding of the threshold is on it, and
/// weighs for neither side; values that are all on it reach it.
///
/// Values that stand `a_i` times each give the chance under a Dirichlet distribution with parameters `a_i`
/// ([`repeated`]), cumulative means that under weights in a given order ([`cumulative_means`]).
///
/// # Example
/// ```
/// use partner_fit_core::scoring::robustness::chance;
///
/// assert_eq!(chance(&[0.0, 1.0], 0.75), 0.25);
/// assert_eq!(chance(&[0.5, 0.2, 0.1], 0.5), 0.0);
/// ```
#[must_use]
#[inline(never)]
pub fn chance(values: &[f64], threshold: f64) -> f64 {
    let distances = |sign: f64| -> Vec<f64> {
        values.iter().map(|value| sign * (value - threshold)).filter(|distance| *distance > TOLERANCE).collect()
    };
    let (above, below) = (distances(1.0), distances(-1.0));
    let mut row = vec![1.0; below.len()];
    for u in above {
        let mut left = 0.0;
        for (cell, x) in row.iter_mut().zip(&below) {
            left = (u * left + x * *cell) / (u + x);
            *cell = left;
        }
    }
    row.last().map_or(1.0, |under| (1.0 - under).max(0.0))
}

/// The chance of each band with these nodes ([`chance`]), those above `cap` counted as `cap`.
#[must_use]
pub fn chances(nodes: &[f64], bands: &[Band], cap: usize) -> Vec<f64> {
    let mut reached = 1.0;
    let mut chances = Vec::new();
    for place in 0..bands.len() {
        let above = bands.get(place + 1).filter(|_| place < cap);
        let next = above.map_or(0.0, |band| chance(nodes, band.from / 100.0).min(reached));
        chances.push(reached - next);
        reached = next;
    }
    chances
}

/// The means of the one most important value, the two most important, and so on; of equal `importance` the first
/// counts as more important. These are the extreme points of the rank-ordered simplex: weights that keep the order are
/// a mixture of equal weights for the first k (F. H. Barron & B. E. Barrett, *Decision quality using ranked attribute
/// weights*, Management Science 42, 1996).
#[must_use]
pub fn cumulative_means(values: &[f64], importance: &[f64]) -> Vec<f64> {
    let order = by_importance(importance);
    let ordered: Vec<f64> = order.iter().filter_map(|place| values.get(*place).copied()).collect();
    running_means(&ordered)
}

/// The places of the most important one, of the next one, and so on; of equal `importance` the first comes first.
#[must_use]
pub fn by_importance(importance: &[f64]) -> Vec<usize> {
    let mut left: Vec<(usize, f64)> = importance.iter().copied().enumerate().collect();
    let mut order = Vec::with_capacity(left.len());
    while let Some(highest) = left.iter().map(|(_, importance)| *importance).reduce(f64::max) {
        let Some(first) = left.iter().position(|(_, importance)| !differ(*importance, highest)) else { break };
        order.push(left.remove(first).0);
    }
    order
}

/// The means of the first value, the first two, and so on.
#[must_use]
pub fn running_means(values: &[f64]) -> Vec<f64> {
    let (mut sum, mut count) = (0.0, 0.0);
    let mut means = Vec::with_capacity(values.len());
    for value in values {
        sum += value;
        count += 1.0;
        means.push(sum / count);
    }
    means
}

/// Each value as often as its number in `times` says.
#[must_use]
pub fn repeated(values: &[f64], times: &[usize]) -> Vec<f64> {
    let mut all = Vec::new();
    for (value, times) in values.iter().zip(times) {
        all.resize(all.len() + times, *value);
    }
    all
}

/// The parameters of the Dirichlet distribution about weights that sum to 1: `max(1, round(100 w))`.
#[must_use]
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // from 1 to 100
pub fn concentrations(weights: &[f64]) -> Vec<usize> {
    // A half that rounding in sums has put just under itself goes up as well.
    weights.iter().map(|weight| ((CONCENTRATION * weight + 0.5 + EDGE_TOLERANCE) as usize).max(1)).collect()
}

/// The lowest and the highest weighted mean of `values` when each weight moves by at most the share `delta` of itself
/// and their sum stays 1: a fractional knapsack, filled from the lowest value or from the highest.
#[must_use]
pub fn range_near(weights: &[f64], values: &[f64], delta: f64) -> [f64; 2] {
    [1.0, -1.0].map(|sign| {
        let mut left: Vec<(f64, f64)> = values.iter().map(|value| sign * value).zip(weights.iter().copied()).collect();
        let total: f64 = weights.iter().sum();
        let mut sum: f64 = left.iter().map(|(value, weight)| value * weight * (1.0 - delta)).sum();
        let mut room = delta * total;
        while let Some(lowest) = left.iter().map(|(value, _)| *value).reduce(f64::min) {
            let Some(first) = left.iter().position(|(value, _)| *value <= lowest) else { break };
            let (value, weight) = left.remove(first);
            let taken = room.min(2.0 * delta * weight);
            sum += value * taken;
            room -= taken;
        }
        sign * sum
    })
}

/// How the weighted mean, 0 to 1, changes with the weight of one criterion while the others keep their proportions:
/// its value less the mean of the others. So many points does a hundredth of weight bring. `None` where it carries all
/// the weight.
#[must_use]
pub fn slope(weight: f64, value: f64, mean: f64) -> Option<f64> {
    let others = 1.0 - weight;
    (others > TOLERANCE).then(|| value - (mean - weight * value) / others)
}

/// Where the mean, `value + (weight − 1) slope` at any weight, stays from `lower` to under `upper`; `line` is the
/// present weight, the value and the slope, `None` where no weight changes anything.
fn interval(line: Option<(f64, f64, f64)>, band: usize, lower: Option<f64>, upper: Option<f64>) -> Interval {
    let everywhere = Interval { low: 0.0, high: 1.0, below: None, above: None };
    let Some((weight, value, slope)) = line.filter(|(_, _, slope)| slope.abs() > TOLERANCE) else { return everywhere };
    let crossing = |edge: Option<f64>| edge.map(|edge| 1.0 + (edge - value) / slope);
    let (down, up) = (crossing(lower), crossing(upper));
    let (under, over) = (band.checked_sub(1), Some(band + 1));
    let (low, high, below, above) = if slope > 0.0 { (down, up, under, over) } else { (up, down, over, under) };
    // The present weight is inside, whatever rounding says.
    let (low, high) = (low.unwrap_or(0.0).min(weight), high.unwrap_or(1.0).max(weight));
    let low = if low > TOLERANCE { low } else { 0.0 };
    let high = if high < 1.0 - TOLERANCE { high } else { 1.0 };
    Interval { low, high, below: below.filter(|_| low > 0.0), above: above.filter(|_| high < 1.0) }
}
