//! What a side wishes of the other: the data of an ideal profile.

use crate::input::map::Map;

/// The wishes of one side over the answers of the other.
#[derive(Clone, Debug, PartialEq)]
pub struct Ideal {
    /// Whose wishes they are.
    pub side: Side,
    /// By the id of the question.
    pub wishes: Map<Wish>,
}

/// Whose wishes they are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// The vendor's, over what a partner answers.
    Vendor,
    /// The partner's, over what a vendor answers.
    Partner,
}

impl Side {
    /// Its name in files and results.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Side::Vendor => "vendor",
            Side::Partner => "partner",
        }
    }
}

/// What is wished of one answer.
#[derive(Clone, Debug, PartialEq)]
pub struct Wish {
    /// What the right answer is.
    pub wanted: Wanted,
    /// How much it counts: 0 (not at all) to 3.
    pub importance: f64,
    /// Whether anything else is no match.
    pub must: bool,
}

/// The right answers to a question.
#[derive(Clone, Debug, PartialEq)]
pub enum Wanted {
    /// One of the options at these places, at least one.
    Options(Vec<usize>),
    /// A number from the first to the second; `None` for no bound.
    Numbers(Option<f64>, Option<f64>),
}
