//! Rank acceptability: the share of weightings that give each place to each of the first few (R. Lahdelma & P. Salminen,
//! *SMAA-2*, Operations Research 49, 2001). Sampled, and called so; held against the expected places, which are exact.

use crate::rank::pairs::pairs;
use crate::rank::values::{Value, Values};

/// How many candidates take part at most.
pub const MAX_CANDIDATES: usize = 20;

/// How many weightings are drawn.
pub const DRAWS: u32 = 10_000;

/// What no difference is between two weighted means, for rounding in sums.
const TIE: f64 = 1e-12;

/// The shares of places under weightings that are drawn from all.
#[derive(Clone, Debug, PartialEq)]
pub struct Acceptability {
    /// For each candidate, the share of weightings that give it each place, from the first; equals share theirs.
    pub shares: Vec<Vec<f64>>,
    /// The standard error of each candidate's mean place.
    pub errors: Vec<f64>,
}

impl Acceptability {
    /// How far a share may be off: its standard error.
    #[must_use]
    pub fn error(share: f64) -> f64 {
        libm::sqrt(share * (1.0 - share) / f64::from(DRAWS))
    }
}

/// The generator SplitMix64 (G. L. Steele, D. Lea & C. H. Flood, 2014): the same numbers everywhere from one seed.
struct Generator(u64);

impl Generator {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// A number with the standard exponential distribution: weights in these proportions are uniform.
    #[allow(clippy::cast_precision_loss)] // 53 bits
    fn exponential(&mut self) -> f64 {
        -libm::log((((self.next() >> 11) + 1) as f64) / 9_007_199_254_740_992.0)
    }
}

/// The shares of places among the candidates in `who`, which are places in `values`, each with its score from 0 to 100;
/// the first [`MAX_CANDIDATES`] of them. `fingerprint` is the assessment's, and decides what is drawn.
///
/// `None` where fewer than two take part, or where the sampled mean place of one of them is further than four standard
/// errors from the exact one.
#[must_use]
pub fn acceptability(values: &Values, who: &[(usize, f64)], fingerprint: &str) -> Option<Acceptability> {
    let who = who.get(..who.len().min(MAX_CANDIDATES)).filter(|who| who.len() > 1)?;
    let count = who.len();
    // What is missing is worth what the candidate is worth as a whole, as in a pair.
    let rows: Vec<Vec<f64>> = who
        .iter()
        .map(|(place, score)| {
            let worth = |value: &Value| match value {
                Value::Known(value) | Value::Partly(value) => *value,
                Value::Nothing | Value::Out => score / 100.0,
            };
            values.row(*place).iter().map(worth).collect()
        })
        .collect();
    let mut generator = Generator(u64::from_str_radix(fingerprint, 16).unwrap_or(0));
    let mut counts = vec![vec![0.0; count]; count];
    let mut moments = vec![(0.0, 0.0); count];
    for _ in 0..DRAWS {
        let weights: Vec<f64> = values.weights.iter().map(|_| generator.exponential()).collect();
        let total: f64 = weights.iter().sum();
        let mean = |row: &Vec<f64>| row.iter().zip(&weights).map(|(value, weight)| value * weight).sum::<f64>() / total;
        let means: Vec<f64> = rows.iter().map(mean).collect();
        for ((own, counts), (sum, squares)) in means.iter().zip(&mut counts).zip(&mut moments) {
            let before = means.iter().filter(|other| **other > own + TIE).count();
            let equal = means.iter().filter(|other| (**other - own).abs() <= TIE).count();
            let share = 1.0 / count_f64(equal);
            counts.iter_mut().skip(before).take(equal).for_each(|count| *count += share);
            let place = count_f64(before) + (count_f64(equal) + 1.0) / 2.0;
            *sum += place;
            *squares += place * place;
        }
    }
    let draws = f64::from(DRAWS);
    let exact = pairs(values, who).expected;
    let mut errors = Vec::new();
    for ((sum, squares), exact) in moments.iter().zip(exact) {
        let mean = sum / draws;
        let error = libm::sqrt((squares / draws - mean * mean).max(0.0) / draws);
        if (mean - exact.any_weights).abs() > 4.0 * error + TIE {
            return None;
        }
        errors.push(error);
    }
    let shares = counts.into_iter().map(|row| row.into_iter().map(|count| count / draws).collect()).collect();
    Some(Acceptability { shares, errors })
}

#[allow(clippy::cast_precision_loss)] // at most MAX_CANDIDATES
fn count_f64(count: usize) -> f64 {
    count as f64
}
