//! Weights from what people can say: an order of importance, or points for the swing from worst to best.
//!
//! Surrogate weights are the usual ones of the field: Stillwell, Seaver & Edwards (1981) for rank-sum and
//! rank-reciprocal, Barron & Barrett (1996) for the rank-order centroid. How far a result depends on weights is in
//! [`super::robustness`].

/// How weights follow from an order of importance.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Surrogate {
    /// The mean of all weights that keep the order: `w_i = (1/n) Σ_{k=i..n} 1/k`. The steepest of the three.
    RankOrderCentroid,
    /// Falling by equal steps: `w_i = 2 (n + 1 − i) / (n (n + 1))`. Nearest to what practitioners publish.
    RankSum,
    /// Falling as `1, 1/2, 1/3 …`: `w_i = (1/i) / Σ 1/j`.
    RankReciprocal,
}

/// The weights of `count` places in an order of importance, the most important first. They sum to 1.
///
/// # Example
/// ```
/// use partner_fit_core::scoring::weights::{Surrogate, by_place};
///
/// assert_eq!(by_place(3, Surrogate::RankSum), [3.0 / 6.0, 2.0 / 6.0, 1.0 / 6.0]);
/// ```
#[must_use]
#[allow(clippy::cast_precision_loss)] // counts of criteria, far below 2^53
pub fn by_place(count: usize, surrogate: Surrogate) -> Vec<f64> {
    let n = count as f64;
    // From the least important up, so that sums of 1/k start with the smallest terms.
    let mut harmonic = 0.0;
    let mut weights: Vec<f64> = (1..=count)
        .rev()
        .map(|place| {
            let i = place as f64;
            harmonic += 1.0 / i;
            match surrogate {
                Surrogate::RankOrderCentroid => harmonic / n,
                Surrogate::RankSum => 2.0 * (n + 1.0 - i) / (n * (n + 1.0)),
                Surrogate::RankReciprocal => 1.0 / i,
            }
        })
        .collect();
    weights.reverse();
    if surrogate == Surrogate::RankReciprocal {
        weights.iter_mut().for_each(|weight| *weight /= harmonic);
    }
    weights
}

/// The weights of criteria with these ranks, the lowest rank being the most important. Of equal ranks each gets the
/// mean of the places that they hold together, so that it makes no difference whether a tie for places 2 and 3 is
/// written as 2 and 2, as 2.5 and 2.5, or the next rank as 3 or 4. They sum to 1.
///
/// # Example
/// ```
/// use partner_fit_core::scoring::weights::{Surrogate, by_rank};
///
/// assert_eq!(by_rank(&[2.0, 1.0, 2.0], Surrogate::RankSum), [1.5 / 6.0, 3.0 / 6.0, 1.5 / 6.0]);
/// ```
#[must_use]
#[allow(clippy::cast_precision_loss)] // counts of criteria, far below 2^53
pub fn by_rank(ranks: &[f64], surrogate: Surrogate) -> Vec<f64> {
    let places = by_place(ranks.len(), surrogate);
    let weight = |rank: &f64| {
        let before = ranks.iter().filter(|other| *other < rank).count();
        let tied = ranks.iter().filter(|other| *other == rank).count();
        places.iter().skip(before).take(tied).sum::<f64>() / tied as f64
    };
    ranks.iter().map(weight).collect()
}

/// The weights of criteria by swing points: 100 for the criterion whose step from worst to best is worth most, for the
/// others what theirs is worth beside it. They sum to 1; `None` where a number is below 0 or not finite, or all are 0.
#[must_use]
pub fn by_swing(points: &[f64]) -> Option<Vec<f64>> {
    let total: f64 = points.iter().sum();
    let good = points.iter().all(|points| *points >= 0.0) && total > 0.0 && total.is_finite();
    good.then(|| points.iter().map(|points| points / total).collect())
}
