//! The economics of a Report: both sides, what makes them equal, the line of cash, and what moves the difference.

use serde::Serialize;

use crate::measure::Measured;
use crate::measure::economics::cash::cash;
use crate::measure::economics::drivers::drivers;
use crate::measure::economics::economics as compare;
use crate::measure::economics::range::{PLACES, corners};

/// What a partner customer is worth beside a direct one. Where an input is unknown, numbers that need it are null, and the range
/// of the difference is that over all it may be.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct EconomicsReport {
    /// What it is made of, in the order in which it is asked.
    pub inputs: Vec<InputReport>,
    /// A direct customer; null where something that it needs is not known.
    pub direct: Option<SideReport>,
    /// A partner customer; null where something that it needs is not known, or partners win nobody.
    pub partner: Option<SideReport>,
    /// What a partner customer brings before the fixed cost, after what overlap takes; null where that is not known.
    pub contribution: Option<f64>,
    /// How much more a partner customer brings than a direct one.
    pub difference: Option<f64>,
    /// The least that the difference may be.
    pub low: Option<f64>,
    /// The most that the difference may be.
    pub high: Option<f64>,
    /// From how many customers a year the channel pays its fixed cost; null where it never does, or that is not known.
    pub cover: Option<f64>,
    /// From how many customers a year a partner customer brings as much as a direct one; null likewise.
    pub equal: Option<f64>,
    /// The highest first-year share, 0 to 1, at which a partner customer brings as much as a direct one. 0: nothing is left to give.
    pub share_equal: Option<f64>,
    /// The same for one share in all years.
    pub share_equal_all: Option<f64>,
    /// What has come in less what was spent at the end of each month; empty where an input of it is not known.
    pub cash: Vec<f64>,
    /// The month from which that stays at 0 or more; null where none does.
    pub pay_month: Option<usize>,
    /// The lowest point of that; null where an input of it is not known.
    pub deepest: Option<DeepestReport>,
    /// What moves the difference, the widest first.
    pub drivers: Vec<DriverReport>,
}

/// An input of the economics.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct InputReport {
    /// Its name.
    pub id: &'static str,
    /// The number; null where it is not known.
    pub value: Option<f64>,
    /// "entered", "figures", "default", "unknown" or "missing".
    pub source: &'static str,
}

/// One side of the comparison.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct SideReport {
    /// What a customer brings in all years, before the cost of winning it.
    pub lifetime: f64,
    /// What winning it costs, all in.
    pub cac: f64,
    /// What it brings in all years.
    pub value: f64,
}

/// The lowest point of the line of cash.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct DeepestReport {
    /// The month, 0 for the start.
    pub month: usize,
    /// The money.
    pub value: f64,
}

/// What one input does to the difference.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct DriverReport {
    /// The name of the input.
    pub input: &'static str,
    /// The lowest difference with the input a fifth lower or higher.
    pub low: f64,
    /// The highest difference with the input a fifth lower or higher.
    pub high: f64,
}

/// The economics of a sheet; `None` where nobody has said enough of the partner side.
pub(super) fn economics(measured: &Measured) -> Option<EconomicsReport> {
    let gathered = measured.gathered.as_ref().filter(|gathered| gathered.has_partner())?;
    let inputs = gathered.inputs();
    let found = compare(inputs);
    let (partner_known, direct_known) = (gathered.knows_partner(), gathered.knows_direct());
    // Without overlap the partner side stands by itself.
    let stands = partner_known && (direct_known || inputs.overlap == 0.0);
    let both = partner_known && direct_known;
    let difference = found.difference.filter(|_| both);
    let comparable = gathered.has_direct();
    let range = if comparable { corners(inputs, &gathered.unknown, &|at| compare(at).difference) } else { None };
    let share = |share: Option<f64>| share.filter(|_| both).map(|share| share.clamp(0.0, 1.0));
    let money = gathered.knows_cash().then(|| cash(inputs));
    let given = PLACES.iter().zip(&gathered.given);
    let sides = found.partner.zip(found.cac_partner).filter(|_| stands);
    let direct = SideReport { lifetime: found.lifetime_direct, cac: inputs.cac_direct, value: found.direct };
    Some(EconomicsReport {
        inputs: given
            .map(|(place, (value, source))| InputReport { id: place.id, value: *value, source: source.name() })
            .collect(),
        direct: direct_known.then_some(direct),
        partner: sides.map(|(value, cac)| SideReport { lifetime: found.lifetime_partner, cac, value }),
        contribution: gathered.contribution(),
        difference,
        low: range.map(|[low, _]| low),
        high: range.map(|[_, high]| high),
        cover: found.cover.filter(|_| stands),
        equal: found.equal.filter(|_| both),
        share_equal: share(found.share_equal),
        share_equal_all: share(found.share_equal_all),
        pay_month: money.as_ref().and_then(|cash| cash.pay_month),
        deepest: money.as_ref().map(|cash| DeepestReport { month: cash.deepest.0, value: cash.deepest.1 }),
        cash: money.map(|cash| cash.balance).unwrap_or_default(),
        drivers: if difference.is_some() {
            let of = |driver: &crate::measure::economics::drivers::Driver| DriverReport {
                input: driver.input,
                low: driver.low,
                high: driver.high,
            };
            drivers(inputs).iter().map(of).collect()
        } else {
            Vec::new()
        },
    })
}
