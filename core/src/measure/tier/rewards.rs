//! Whether tiers pay for themselves, how partners are spread over them, and what other edges would do.

use super::{Change, Ladder, Reward};
use crate::input::ordered::insert_ordered;

/// A partner of a tier, with the revenue that it brings in a year.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Member {
    /// Its tier, as a place in the tiers.
    pub tier: usize,
    /// The revenue that it brings in a year; `None` where that is unknown.
    pub revenue: Option<f64>,
}

/// What a tier costs and brings in a year.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct TierSum {
    /// How many partners it has.
    pub partners: usize,
    /// Their share of all partners, 0 to 1.
    pub share: f64,
    /// What its rewards cost.
    pub cost: f64,
    /// What is left of its partners' sales after delivery and their share; `None` where a revenue is unknown.
    pub contribution: Option<f64>,
}

impl TierSum {
    /// Whether it brings what it costs; `None` where that is unknown, or nobody is in it.
    #[must_use]
    pub fn pays(&self) -> Option<bool> {
        self.contribution.filter(|_| self.partners > 0).map(|contribution| contribution >= self.cost)
    }
}

/// A rule of thumb of practitioners about how partners are spread; no study stands behind it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Spread {
    /// Nobody is in the highest tier.
    TopEmpty,
    /// More than 40 % are in the highest tier.
    TopFull,
    /// More than 80 % are in the lowest tier.
    BottomFull,
    /// Fewer than 50 partners are in more than two tiers.
    ManyTiers,
}

impl Spread {
    /// The rule as data names it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Spread::TopEmpty => "top-empty",
            Spread::TopFull => "top-full",
            Spread::BottomFull => "bottom-full",
            Spread::ManyTiers => "many-tiers",
        }
    }
}

/// What each tier costs and brings, where `margin` of a sale is left after delivery and `share` of it goes to the partner.
#[must_use]
#[allow(clippy::cast_precision_loss)] // counts of partners
pub fn tier_sums(ladder: &Ladder, rewards: &[Reward], members: &[Member], margin: f64, share: f64) -> Vec<TierSum> {
    let mut sums = Vec::new();
    for (place, tier) in ladder.tiers.iter().enumerate() {
        let own: Vec<&Member> = members.iter().filter(|member| member.tier == place).collect();
        let given = rewards.iter().filter(|reward| tier.rewards.contains(&reward.id));
        let each: f64 = given.filter_map(|reward| reward.cost).sum();
        let revenue: Option<f64> = own.iter().map(|member| member.revenue).sum();
        sums.push(TierSum {
            partners: own.len(),
            share: if members.is_empty() { 0.0 } else { own.len() as f64 / members.len() as f64 },
            cost: each * own.len() as f64,
            contribution: revenue.map(|revenue| revenue * (margin - share)),
        });
    }
    sums
}

/// Which rules of thumb the spread of partners over tiers breaks; none without partners.
#[must_use]
pub fn spread(sums: &[TierSum]) -> Vec<Spread> {
    let partners: usize = sums.iter().map(|sum| sum.partners).sum();
    let (Some(lowest), Some(highest)) = (sums.first(), sums.last()) else { return Vec::new() };
    if partners == 0 || sums.len() < 2 {
        return Vec::new();
    }
    let held = sums.iter().filter(|sum| sum.partners > 0).count();
    let rules = [
        (highest.partners == 0, Spread::TopEmpty),
        (highest.share > 0.4, Spread::TopFull),
        (lowest.share > 0.8, Spread::BottomFull),
        (partners < 50 && held > 2, Spread::ManyTiers),
    ];
    rules.into_iter().filter(|(broken, _)| *broken).map(|(_, rule)| rule).collect()
}

/// Where each partner would be with other edges: its place in the list, and whether it goes up or down. Who stays is left out.
#[must_use]
pub fn moved(now: &[usize], then: &[usize]) -> Vec<(usize, Change)> {
    let places = now.iter().zip(then).enumerate();
    let change = |(place, (now, then)): (usize, (&usize, &usize))| match then.cmp(now) {
        std::cmp::Ordering::Greater => Some((place, Change::Up)),
        std::cmp::Ordering::Less => Some((place, Change::Down)),
        std::cmp::Ordering::Equal => None,
    };
    places.filter_map(change).collect()
}

/// How much of a whole a few parts hold: the share of the largest fifth (of `n` parts the `n/5` largest, at least one), and the
/// effective number `1 / Σ p²` of parts (the reciprocal of the Herfindahl index). `None` where there is nothing.
#[must_use]
pub fn concentration(parts: &[f64]) -> Option<(f64, f64)> {
    let whole: f64 = parts.iter().sum();
    if parts.is_empty() || whole <= 0.0 {
        return None;
    }
    let mut falling: Vec<f64> = Vec::new();
    for part in parts {
        insert_ordered(&mut falling, *part, |other| other < part);
    }
    let top: f64 = falling.iter().take((parts.len() / 5).max(1)).sum();
    let squares: f64 = parts.iter().map(|part| part / whole * (part / whole)).sum();
    Some((top / whole, 1.0 / squares))
}
