//! What is left of a file once questions are out: what is still asked, and what of it counts.

use super::changes::{criterion_ids, question_ids};
use crate::input::value::Tree;

/// What is still asked, and what of it counts.
pub struct Left {
    /// The ids of the questions.
    pub questions: Vec<String>,
    criteria: Vec<String>,
}

impl Left {
    pub fn of(file: &Tree) -> Self {
        Self { questions: question_ids(file), criteria: criterion_ids(file, &counts) }
    }

    /// Whether every condition of a gate or a rule is about what is left.
    pub fn can_hold(&self, rule: &Tree) -> bool {
        rule.list("when").iter().all(|condition| self.is_known(condition))
    }

    /// Whether a condition is about what is left.
    pub fn is_known(&self, condition: &Tree) -> bool {
        let known = |key: &str, ids: &[String]| condition.get(key).is_none_or(|id| is_one_of(id, ids));
        known("question", &self.questions) && known("criterion", &self.criteria)
    }
}

pub fn counts(criterion: &Tree) -> bool {
    criterion.number("weight").is_some_and(|weight| weight > 0.0)
}

/// Whether this is one of these names.
pub fn is_one_of(name: &Tree, names: &[String]) -> bool {
    matches!(name, Tree::Text(name) if names.contains(name))
}
