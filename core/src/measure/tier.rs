//! Tiers: which one a partner has earned, and what becomes of the one that it had. Up at once, down only with notice, and never
//! down on figures that are not known.

pub mod decision;
pub mod rewards;

use crate::assessment::Condition;
use crate::assessment::text::Text;

/// The tiers of a programme.
#[derive(Clone, Debug, PartialEq)]
pub struct Ladder {
    /// The tiers, lowest first, the first from 0.
    pub tiers: Vec<Tier>,
    /// The first months of a partner.
    pub newcomer: Option<Newcomer>,
    /// Whether a partner keeps its tier for one period in spite of lower figures.
    pub grace: bool,
    /// How many tiers a partner goes down at most at once.
    pub step: usize,
}

/// A tier.
#[derive(Clone, Debug, PartialEq)]
pub struct Tier {
    /// Its name.
    pub id: String,
    /// What the reader sees.
    pub label: Text,
    /// What is done with its partners.
    pub about: Option<Text>,
    /// The lowest score that reaches it, 0 to 100.
    pub from: f64,
    /// What criteria, by their places, must be worth at least, 0 to 1.
    pub least: Vec<(usize, f64)>,
    /// What else must hold, all of it.
    pub needs: Vec<Condition>,
    /// What its partners get, by ids.
    pub rewards: Vec<String>,
}

/// The first months of a partner.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Newcomer {
    /// How many there are.
    pub months: f64,
    /// The tier that a partner then has, as a place in the tiers.
    pub tier: usize,
}

/// What partners of a tier get.
#[derive(Clone, Debug, PartialEq)]
pub struct Reward {
    /// Its name.
    pub id: String,
    /// What the reader sees.
    pub label: Text,
    /// What it is.
    pub about: Option<Text>,
    /// What it costs for each partner in a year.
    pub cost: Option<f64>,
    /// Whether it is given in numbers, such as tickets.
    pub countable: bool,
}

/// What becomes of a tier.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change {
    /// The partner is in its first months.
    New,
    /// It has earned a higher one.
    Up,
    /// It keeps the one that it had, or had none.
    Same,
    /// It keeps it this once.
    Warned,
    /// It goes down.
    Down,
    /// It keeps it because too little is known.
    Unclear,
}

impl Change {
    const ALL: [Change; 6] = [Change::New, Change::Up, Change::Same, Change::Warned, Change::Down, Change::Unclear];

    /// The change as data names it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Change::New => "new",
            Change::Up => "up",
            Change::Same => "same",
            Change::Warned => "warned",
            Change::Down => "down",
            Change::Unclear => "unclear",
        }
    }

    /// The change of this name.
    #[must_use]
    pub fn called(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|change| change.name() == name)
    }
}
