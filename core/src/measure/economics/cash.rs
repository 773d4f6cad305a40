//! The money of a channel month by month: fixed cost from the first day, customers after a ramp, and what each brings while
//! it stays.

use super::Inputs;

/// How many months are looked at.
pub const MONTHS: usize = 60;

/// The money of a channel over [`MONTHS`] months.
#[derive(Clone, Debug, PartialEq)]
pub struct Cash {
    /// What has come in less what was spent, at the end of each month from the first.
    pub balance: Vec<f64>,
    /// The first month after the ramp from which the balance stays at 0 or more; `None` where none does.
    pub pay_month: Option<usize>,
    /// The month in which the balance is lowest, 0 for the start, and that balance.
    pub deepest: (usize, f64),
}

/// The balance at the end of each month. In month `k` partners win `n/12 · min(1, (k − ramp)/(full − ramp))` customers,
/// none up to the ramp; a customer of age `a` months brings `A/12 · (m − share) · (r (1 + x))^(a/12)`, the first-year share
/// before its twelfth month and that of renewals after.
#[must_use]
#[allow(clippy::cast_precision_loss)] // months
pub fn cash(inputs: &Inputs) -> Cash {
    let i = inputs;
    let kept = i.retention_partner * (1.0 + i.growth_partner);
    let brought: Vec<f64> = (0..MONTHS)
        .map(|age| {
            let share = if age < 12 { i.share_first } else { i.share_renewal };
            i.contract_value / 12.0 * (i.margin_partner - share) * libm::pow(kept, age as f64 / 12.0)
        })
        .collect();
    let won: Vec<f64> = (1..=MONTHS)
        .map(|month| {
            let after = month as f64 - i.ramp;
            let pace = if i.full > i.ramp { (after / (i.full - i.ramp)).min(1.0) } else { 1.0 };
            if after <= 0.0 { 0.0 } else { i.customers / 12.0 * pace }
        })
        .collect();
    let (mut sum, mut balance, mut deepest, mut pay_month) = (0.0, Vec::with_capacity(MONTHS), (0, 0.0), None);
    for month in 1..=MONTHS {
        let new = won.get(month - 1).copied().unwrap_or_default();
        let mut income = 0.0;
        for (new, brings) in won.iter().take(month).zip(brought.iter().take(month).rev()) {
            income += new * brings;
        }
        sum += income - i.fixed_cost / 12.0 - i.variable_cost * new;
        balance.push(sum);
        if sum < deepest.1 {
            deepest = (month, sum);
        }
        pay_month = pay_month.filter(|_| sum >= 0.0).or((sum >= 0.0 && month as f64 > i.ramp).then_some(month));
    }
    Cash { balance, pay_month, deepest }
}
