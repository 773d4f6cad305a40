//! The values of many candidates by criterion: what comparisons between candidates are made of.
//!
//! Only criteria with weight take part.

use crate::rank::scorer::CriterionNumbers;

/// What a criterion is worth to one candidate, 0 to 1.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Value {
    /// No answer that counts is unknown.
    Known(f64),
    /// By the answers that are known; others are not.
    Partly(f64),
    /// No answer that counts is known.
    Nothing,
    /// Nothing of it applies.
    Out,
}

impl Value {
    /// What the numbers of a criterion say.
    #[must_use]
    pub fn of(numbers: &CriterionNumbers) -> Self {
        match numbers.mean {
            _ if numbers.out => Value::Out,
            None => Value::Nothing,
            Some(value) if numbers.open => Value::Partly(value),
            Some(value) => Value::Known(value),
        }
    }
}

/// A row of values for each candidate.
#[derive(Clone, Debug)]
pub struct Values {
    /// The weights of the criteria that take part, in the author's order; not normalised.
    pub weights: Vec<f64>,
    /// Their places among all criteria.
    places: Vec<usize>,
    cells: Vec<Value>,
}

impl Values {
    /// No candidate yet, of an assessment whose criteria have these weights.
    #[must_use]
    pub fn new(weights: &[f64]) -> Self {
        let weighty = weights.iter().enumerate().filter(|(_, weight)| **weight > 0.0);
        let (places, weights) = weighty.unzip();
        Self { weights, places, cells: Vec::new() }
    }

    /// Adds a candidate's criteria, all of them in the author's order.
    pub fn push(&mut self, criteria: &[CriterionNumbers]) {
        let values = self.places.iter().filter_map(|place| criteria.get(*place));
        self.cells.extend(values.map(Value::of));
    }

    /// The values of one candidate.
    #[must_use]
    pub fn row(&self, candidate: usize) -> &[Value] {
        let columns = self.places.len();
        self.cells.get(candidate * columns..(candidate + 1) * columns).unwrap_or_default()
    }
}
