//! The tail of a mean under a Dirichlet distribution with whole parameters, for many pairs: the recursion of
//! [`crate::scoring::robustness::chance`] over values that stand several times each.
//!
//! Values that are the same share their two factors, so that nothing is divided inside; and four rows of the recursion
//! go on at once, each a cell behind the one above it, since a row alone waits for its own last result at every cell.

use crate::scoring::robustness::TOLERANCE;

/// How many rows go on at once.
const ROWS: usize = 4;

/// Memory that is used again from pair to pair.
#[derive(Clone, Debug, Default)]
pub struct Race {
    row: Vec<f64>,
    /// For each cell from right to left, with room for the rows that lag behind: the factors of what is to the left and
    /// of what is above.
    factors: Vec<(f64, f64)>,
}

impl Race {
    /// The chance that the weighted mean of `values` is above 0, or on it where nothing is below; each value stands as
    /// often as its number in `times` says.
    pub fn chance(&mut self, values: &[f64], times: &[usize]) -> f64 {
        let side = |sign: f64| {
            let pairs = values.iter().zip(times).map(move |(value, times)| (sign * value, *times));
            pairs.filter(|(distance, _)| *distance > TOLERANCE)
        };
        self.row.clear();
        self.row.resize(side(-1.0).map(|(_, times)| times).sum(), 1.0);
        for (up, count) in side(1.0) {
            self.factors.clear();
            self.factors.resize(ROWS - 1, (0.0, 0.0));
            for (down, times) in side(-1.0) {
                let factor = (up / (up + down), down / (up + down));
                self.factors.resize(self.factors.len() + times, factor);
            }
            self.factors.resize(self.factors.len() + ROWS - 1, (0.0, 0.0));
            for _ in 0..count / ROWS {
                self.rows();
            }
            for _ in 0..count % ROWS {
                self.one();
            }
        }
        self.row.last().map_or(1.0, |under| (1.0 - under).max(0.0))
    }

    /// One row of the recursion.
    fn one(&mut self) {
        let mut left = 0.0;
        for (cell, (own, above)) in self.row.iter_mut().zip(self.factors.iter().skip(ROWS - 1)) {
            left = own * left + above * *cell;
            *cell = left;
        }
    }

    /// [`ROWS`] rows of the recursion.
    fn rows(&mut self) {
        let Self { row, factors } = self;
        let (mut first, mut second, mut third, mut fourth) = (0.0, 0.0, 0.0, 0.0);
        let length = row.len();
        for (step, window) in factors.windows(ROWS).enumerate() {
            let [d, c, b, a] = window else { continue };
            let cell = row.get(step).copied().unwrap_or_default();
            fourth = d.0 * fourth + d.1 * third;
            third = c.0 * third + c.1 * second;
            second = b.0 * second + b.1 * first;
            first = a.0 * first + a.1 * cell;
            if step >= ROWS - 1
                && step < length + ROWS - 1
                && let Some(cell) = row.get_mut(step + 1 - ROWS)
            {
                *cell = fourth;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scoring::robustness::{chance, repeated};

    #[test]
    fn it_is_the_chance_of_values_that_stand_several_times() {
        let mut seed = 5_u64;
        let mut below = |count: u64| {
            seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            (seed >> 33) % count
        };
        let mut race = Race::default();
        for _ in 0..2_000 {
            let count = 1 + below(7);
            let values: Vec<f64> = (0..count).map(|_| (below(201) as f64 - 100.0) / 100.0).collect();
            let times: Vec<usize> = (0..count).map(|_| 1 + below(40) as usize).collect();
            let (got, expected) = (race.chance(&values, &times), chance(&repeated(&values, &times), 0.0));
            assert!((got - expected).abs() < 1e-12, "{values:?} {times:?}: {got} {expected}");
        }
    }
}
