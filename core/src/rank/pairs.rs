//! How sure an order is: for every pair, the exact share of weightings under which one is ahead of the other.
//!
//! One candidate is ahead where the weighted mean of the differences of their values is above 0: a tail of the same
//! kind as that of a band's edge, so it comes from the same formula ([`chance`]). A candidate's expected place is exact
//! as well, since expectations add: 1 and the chances of all others to be ahead of it.

use crate::rank::race::Race;
use crate::rank::values::{Value, Values};
use crate::scoring::robustness::{TOLERANCE, by_importance, chance, concentrations, running_means};

/// Over which weightings a share is taken.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Shares {
    /// All weightings.
    pub any_weights: f64,
    /// Those that keep the order of importance.
    pub same_order: f64,
    /// Those near the stated ones: a Dirichlet distribution about them.
    pub near_weights: f64,
}

impl Shares {
    fn map(self, part: impl Fn(f64) -> f64) -> Self {
        let Self { any_weights, same_order, near_weights } = self;
        Self { any_weights: part(any_weights), same_order: part(same_order), near_weights: part(near_weights) }
    }

    fn add(&mut self, other: Self) {
        self.any_weights += other.any_weights;
        self.same_order += other.same_order;
        self.near_weights += other.near_weights;
    }
}

/// The comparison of every pair of some candidates.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Pairs {
    /// For each candidate a row: the shares under which it is ahead of each candidate; ½ beside itself.
    pub ahead: Vec<Vec<Shares>>,
    /// The expected place of each candidate, from 1.
    pub expected: Vec<Shares>,
    /// The pairs in which a value is missing for one of the two, its own score standing in for it.
    pub approximate: Vec<(usize, usize)>,
}

/// The differences of two candidates by criterion, of what applies to one of them at least.
struct Differences {
    values: Vec<f64>,
    weights: Vec<f64>,
    approximate: bool,
}

/// Compares the candidates in `who`, which are places in `values`, each with its score from 0 to 100.
#[must_use]
pub fn pairs(values: &Values, who: &[(usize, f64)]) -> Pairs {
    let order = by_importance(&values.weights);
    let one = Shares { any_weights: 1.0, same_order: 1.0, near_weights: 1.0 };
    let mut pairs = Pairs {
        ahead: vec![vec![one.map(|_| 0.5); who.len()]; who.len()],
        expected: vec![one; who.len()],
        approximate: Vec::new(),
    };
    let mut race = Race::default();
    for (first, a) in who.iter().enumerate() {
        for (second, b) in who.iter().enumerate().skip(first + 1) {
            let differences = differences(values, &order, *a, *b);
            let ahead = shares(&differences, &mut race);
            for (row, column, share) in [(first, second, ahead), (second, first, ahead.map(|share| 1.0 - share))] {
                pairs.ahead.get_mut(row).and_then(|row| row.get_mut(column)).into_iter().for_each(|cell| *cell = share);
                pairs.expected.get_mut(column).into_iter().for_each(|expected| expected.add(share));
            }
            if differences.approximate {
                pairs.approximate.push((first, second));
            }
        }
    }
    pairs
}

/// The differences, the most important criterion first.
fn differences(values: &Values, order: &[usize], a: (usize, f64), b: (usize, f64)) -> Differences {
    let mut found = Differences { values: Vec::new(), weights: Vec::new(), approximate: false };
    let (own, other) = (values.row(a.0), values.row(b.0));
    for place in order {
        let (Some(one), Some(two), Some(weight)) = (own.get(*place), other.get(*place), values.weights.get(*place))
        else {
            continue;
        };
        if (*one, *two) == (Value::Out, Value::Out) {
            continue;
        }
        // What is missing is worth there what the candidate is worth as a whole.
        let mut worth = |value: &Value, score: f64| match value {
            Value::Known(value) | Value::Partly(value) => *value,
            Value::Nothing | Value::Out => {
                found.approximate = true;
                score / 100.0
            }
        };
        let difference = worth(one, a.1) - worth(two, b.1);
        found.values.push(difference);
        found.weights.push(*weight);
    }
    found
}

/// The shares under which the weighted mean of the differences is above 0; ½ where all of them are 0.
fn shares(differences: &Differences, race: &mut Race) -> Shares {
    let Differences { values, weights, .. } = differences;
    if values.iter().all(|value| value.abs() <= TOLERANCE) {
        return Shares { any_weights: 0.5, same_order: 0.5, near_weights: 0.5 };
    }
    let total: f64 = weights.iter().sum();
    let near: Vec<f64> = weights.iter().map(|weight| weight / total).collect();
    Shares {
        any_weights: chance(values, 0.0),
        same_order: chance(&running_means(values), 0.0),
        near_weights: race.chance(values, &concentrations(&near)),
    }
}
