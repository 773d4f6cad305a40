//! A score within its range: where the best or worst answer to an open question is worth less or more than what is known,
//! the mean of the known answers promises what cannot be had.

/// How far rounding in sums can put a mean beyond its range: the tolerance at an edge, on the scale from 0 to 1.
const ROUNDING: f64 = 1e-11;

/// How much the mean of the known answers lacks, until what it gives within its range reaches `edge`. Whatever it gains,
/// both ends of the range gain the known share of it.
#[must_use]
pub fn lacking(edge: f64, mean: f64, [low, high]: [f64; 2], coverage: f64) -> f64 {
    let by_range = |bound: f64| (edge - bound) / coverage;
    (edge - mean).max(by_range(high)).min(by_range(low))
}

/// A mean within its range. Only rounding can put it on the wrong side of a bound where unknown answers can be worth 0 and
/// 1: then the bound gives way. Where they cannot, the mean does.
pub fn within(mean: Option<f64>, [low, high]: [f64; 2]) -> (Option<f64>, [f64; 2]) {
    let Some(mean) = mean else { return (None, [low, high]) };
    let low = if low - mean < ROUNDING { low.min(mean) } else { low };
    let high = if mean - high < ROUNDING { high.max(mean) } else { high };
    (Some(mean.max(low).min(high)), [low, high])
}

/// How the values of the known answers are drawn to a score that can be had, so that points still sum to it: all by the
/// same share towards 0, or towards 1.
#[derive(Clone, Copy, Debug)]
pub struct Drawn {
    base: f64,
    slope: f64,
}

impl Drawn {
    /// As they are.
    pub const AS_THEY_ARE: Self = Self { base: 0.0, slope: 1.0 };

    /// From the mean of the known answers to the score, 0 to 1.
    pub fn new(mean: f64, score: f64) -> Self {
        if score < mean {
            Self { base: 0.0, slope: score / mean }
        } else if score > mean {
            let slope = (1.0 - score) / (1.0 - mean);
            Self { base: 1.0 - slope, slope }
        } else {
            Self::AS_THEY_ARE
        }
    }

    /// The value that counts for one of an answer.
    pub fn value(self, value: f64) -> f64 {
        (self.base + self.slope * value).min(1.0)
    }
}
