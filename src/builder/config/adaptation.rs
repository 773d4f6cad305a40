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

    /// The sum of the weights of all criteria of which something is asked that counts. If it is 0, nothing can be scored.
    #[must_use]
    pub fn total_weight(&self, check: &Check) -> f64 {
        let counts = |criterion: &&Criterion| criterion.counting.iter().any(|id| self.asks(id));
        check.criteria.iter().filter(counts).map(|criterion| self.weight(criterion)).sum()
    }

    /// The key of the text about what is wrong with the weight of a criterion: it cannot count, because the answers to what
    /// is asked in it have no points, or because nothing in it counts.
    #[must_use]
    pub fn weight_problem(&self, criterion: &Criterion) -> Option<&'static str> {
        let is_wanted = self.weights.get(&criterion.id).is_some_and(|weight| *weight > 0.0);
        let mut asked = criterion.counting.iter().filter(|id| self.asks(id)).peekable();
        let cannot_count = asked.peek().is_none() || asked.any(|id| criterion.without_points.contains(id));
        (is_wanted && self.asks_criterion(criterion) && cannot_count).then_some("weights.no-points")
    }

    /// Whether `adapt()` would refuse these weights.
    #[must_use]
    pub fn has_problem(&self, check: &Check) -> bool {
        check.criteria.iter().any(|criterion| self.weight_problem(criterion).is_some())
    }

    /// Whether the check differs from the shipped one, so that the page has to call `adapt()`.
    #[must_use]
    pub fn is_adapted(&self) -> bool {
        !self.weights.is_empty() || !self.without.is_empty()
    }
}
