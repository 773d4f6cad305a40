//! What a partner customer is worth beside a direct one: over some years, with the share of the partner counted once.
//!
//! Everything is a contribution after cost of delivery, never revenue. What partners get in a customer's first year belongs to
//! the cost of winning it; what they get of renewals lowers the margin of those years. Months and cash are in [`cash`], what
//! moves the result in [`drivers`], unknown inputs in [`range`].

pub mod cash;
pub mod drivers;
pub mod range;

/// The numbers that the economics are made of. Money is in one currency, shares and rates run from 0 to 1.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Inputs {
    /// What a customer pays in a year.
    pub contract_value: f64,
    /// What is left of a direct sale after delivery, as a share.
    pub margin_direct: f64,
    /// What is left of a partner sale after delivery, before the partner's share.
    pub margin_partner: f64,
    /// The partner's share of the price in a customer's first year.
    pub share_first: f64,
    /// The partner's share of the price in later years.
    pub share_renewal: f64,
    /// The share of direct customers that stay for another year.
    pub retention_direct: f64,
    /// The share of partner customers that stay for another year.
    pub retention_partner: f64,
    /// By how much a direct customer that stays grows in a year.
    pub growth_direct: f64,
    /// By how much a partner customer that stays grows in a year.
    pub growth_partner: f64,
    /// What winning a direct customer costs.
    pub cac_direct: f64,
    /// What winning a partner customer costs beside the partner's share, for each.
    pub variable_cost: f64,
    /// What the channel costs in a year, whatever it sells.
    pub fixed_cost: f64,
    /// How many customers partners win in a year.
    pub customers: f64,
    /// How many years are counted, a whole number from 1 to 10.
    pub years: f64,
    /// By how much money loses worth in a year.
    pub discount: f64,
    /// The share of partner customers that would have been won directly.
    pub overlap: f64,
    /// The months until the first deal.
    pub ramp: f64,
    /// The months until partners sell at full speed.
    pub full: f64,
}

/// What the inputs come to.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Economics {
    /// What a direct customer brings in all years, before the cost of winning it.
    pub lifetime_direct: f64,
    /// What a partner customer brings in all years, before its first-year share and other cost of winning it.
    pub lifetime_partner: f64,
    /// What a direct customer brings in all years.
    pub direct: f64,
    /// What a partner customer brings before the fixed cost, after what overlap takes: the *contribution*.
    pub contribution: f64,
    /// What winning a partner customer costs, all in; `None` without customers.
    pub cac_partner: Option<f64>,
    /// What a partner customer brings in all years; `None` without customers.
    pub partner: Option<f64>,
    /// How much more a partner customer brings than a direct one; `None` without customers.
    pub difference: Option<f64>,
    /// From how many customers a year the channel pays its fixed cost; `None` where it never does.
    pub cover: Option<f64>,
    /// From how many customers a year a partner customer brings as much as a direct one; `None` where it never does.
    pub equal: Option<f64>,
    /// The highest first-year share at which a partner customer brings as much as a direct one. Below 0 nothing is left to
    /// give. `None` without customers.
    pub share_equal: Option<f64>,
    /// The same for a share that is paid in all years.
    pub share_equal_all: Option<f64>,
}

/// The sum `1 + q + q² + …` over `years` years. By Horner's rule: exact where `q` is 1, and without the difference of near
/// numbers that the closed form has beside it.
#[must_use]
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // 1 to 10
pub fn life(q: f64, years: f64) -> f64 {
    let mut sum = 0.0;
    for _ in 0..years.max(0.0) as u32 {
        sum = 1.0 + q * sum;
    }
    sum
}

/// Compares a partner customer with a direct one.
#[must_use]
pub fn economics(inputs: &Inputs) -> Economics {
    let i = inputs;
    let kept = |retention: f64, growth: f64| life(retention * (1.0 + growth) / (1.0 + i.discount), i.years);
    let life_partner = kept(i.retention_partner, i.growth_partner);
    let lifetime_direct = i.contract_value * i.margin_direct * kept(i.retention_direct, i.growth_direct);
    let renewals = i.contract_value * (i.margin_partner - i.share_renewal) * (life_partner - 1.0);
    let lifetime_partner = i.contract_value * i.margin_partner + renewals;
    let direct = lifetime_direct - i.cac_direct;
    let won = i.contract_value * i.share_first + i.variable_cost;
    let contribution = lifetime_partner - won - i.overlap * direct;
    let fixed = (i.customers > 0.0).then(|| i.fixed_cost / i.customers);
    let partner = fixed.map(|fixed| contribution - fixed);
    let volume = |brings: f64| (brings > 0.0).then(|| i.fixed_cost / brings);
    // What is left for the partner where a partner customer is to bring as much as a direct one.
    let left = |brings: f64| fixed.map(|fixed| brings - i.variable_cost - fixed - (1.0 + i.overlap) * direct);
    Economics {
        lifetime_direct,
        lifetime_partner,
        direct,
        contribution,
        cac_partner: fixed.map(|fixed| won + fixed),
        partner,
        difference: partner.map(|partner| partner - direct),
        cover: volume(contribution),
        equal: volume(contribution - direct),
        share_equal: left(lifetime_partner).map(|left| left / i.contract_value),
        share_equal_all: left(i.contract_value * i.margin_partner * life_partner)
            .map(|left| left / (i.contract_value * life_partner)),
    }
}
