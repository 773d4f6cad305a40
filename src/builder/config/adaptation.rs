//! The changes to a shipped check: its weights, the questions left out, and the words for its placeholders. They make
//! no sense for another check.

use std::collections::BTreeMap;

use crate::builder::catalogue::{Check, Criterion};

/// The highest weight that can be set.
pub const MAX_WEIGHT: f64 = 1_000.0;

/// The changes to one check.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Adaptation {
    /// Weights that differ from the author's, by criterion.
    pub weights: BTreeMap<String, f64>,
    /// Questions that are left out.
    pub without: Vec<String>,
    /// Words by placeholder.
    pub profile: BTreeMap<String, String>,
}

impl Adaptation {
    /// The weight of a criterion: the one that was set, else the author's.
    #[must_use]
    pub fn weight(&self, criterion: &Criterion) -> f64 {
        self.weights.get(&criterion.id).copied().unwrap_or(criterion.weight)
    }

    /// Whether a question is asked.
    #[must_use]
    pub fn asks(&self, question: &str) -> bool {
        !self.without.iter().any(|left_out| left_out == question)
    }

    /// Whether any question of a criterion is asked.
    #[must_use]
    pub fn asks_criterion(&self, criterion: &Criterion) -> bool {
        criterion.questions.iter().any(|(id, _)| self.asks(id))
    }

    /// The sum of the weights of all criteria that are asked. If it is 0, nothing can be scored.
    #[must_use]
    pub fn total_weight(&self, check: &Check) -> f64 {
        let asked = check.criteria.iter().filter(|criterion| self.asks_criterion(criterion));
        asked.map(|criterion| self.weight(criterion)).sum()
    }

    /// Whether the check differs from the shipped one, so that the page has to call `adapt()`.
    #[must_use]
    pub fn is_adapted(&self) -> bool {
        !self.weights.is_empty() || !self.without.is_empty()
    }
}
