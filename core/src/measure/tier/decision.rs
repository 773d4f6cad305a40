//! Which tier a result reaches, and which one a partner then has.

use super::{Change, Ladder, Tier};
use crate::scoring::EDGE_TOLERANCE;

/// A result as tiers look at it: one way in which it may turn out.
pub struct Standing<'a> {
    /// The score, 0 to 100.
    pub score: f64,
    /// What each criterion is worth; `None` where it is out of the sum.
    pub criteria: &'a [Option<f64>],
    /// Whether a floor holds: then only the lowest tier is reached.
    pub floored: bool,
    /// Whether a need of a tier is met.
    pub meets: &'a dyn Fn(&Tier) -> bool,
}

/// What is known of a partner beside its result.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Past {
    /// How many months it has been a partner; `None` where that is unknown.
    pub months: Option<f64>,
    /// The tier that it had; `None` where it had none.
    pub before: Option<usize>,
    /// Whether it was warned.
    pub warned: bool,
}

/// The tier of a partner.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Decision {
    /// The tier that it has, as a place in the tiers; likewise the others.
    pub tier: usize,
    /// The tier that the score alone reaches.
    pub by_score: usize,
    /// The tier that it has earned.
    pub earned: usize,
    /// What became of the tier that it had.
    pub change: Change,
    /// Whether what is not known can still change what it has earned.
    pub provisional: bool,
}

impl Ladder {
    /// The highest tier that a score reaches.
    #[must_use]
    pub fn by_score(&self, score: f64) -> usize {
        self.tiers.iter().rposition(|tier| score >= tier.from - EDGE_TOLERANCE).unwrap_or_default()
    }

    /// The highest tier of which everything holds.
    #[must_use]
    pub fn earned(&self, standing: &Standing) -> usize {
        let holds = |tier: &Tier| {
            let least = |(place, least): &(usize, f64)| {
                let value = standing.criteria.get(*place).copied().flatten();
                value.is_none_or(|value| value >= least - EDGE_TOLERANCE)
            };
            standing.score >= tier.from - EDGE_TOLERANCE && tier.least.iter().all(least) && (standing.meets)(tier)
        };
        if standing.floored { 0 } else { self.tiers.iter().rposition(holds).unwrap_or_default() }
    }

    /// The tier of a partner that has earned `earned`, and between `low` and `high` once everything is known. Nobody goes down,
    /// and nobody is warned, because of what is not known.
    #[must_use]
    pub fn decide(&self, by_score: usize, earned: usize, [low, high]: [usize; 2], past: &Past) -> Decision {
        let provisional = low != high;
        let newcomer = self.newcomer.filter(|new| past.months.is_some_and(|months| months < new.months));
        let (tier, change) = match (newcomer, past.before) {
            (Some(newcomer), _) => (newcomer.tier, Change::New),
            (None, Some(before)) if earned > before => (earned, Change::Up),
            (None, Some(before)) if earned < before && provisional => (before, Change::Unclear),
            (None, Some(before)) if earned < before && self.grace && !past.warned => (before, Change::Warned),
            (None, Some(before)) if earned < before => (earned.max(before.saturating_sub(self.step)), Change::Down),
            (None, _) => (earned, Change::Same),
        };
        Decision { tier, by_score, earned, change, provisional }
    }
}
