//! What unknown inputs leave open: the result at every corner of the box that they span.
//!
//! The difference rises or falls all the way along each input by itself, whatever the others are, so that its lowest and its
//! highest value stand at corners. Years and discount are choices: along them it can turn, and they are never unknown.

use super::Inputs;

/// How many inputs may be unknown at most: 64 corners.
pub const MAX_UNKNOWN: usize = 6;

/// An input by its name in files, and where it stands.
pub struct Place {
    /// Its name.
    pub id: &'static str,
    /// What it is.
    pub get: fn(&Inputs) -> f64,
    /// Puts another number there.
    pub set: fn(&mut Inputs, f64),
}

macro_rules! places {
    ($($id:literal $field:ident,)+) => {
        /// Every input, in the order in which they are asked.
        pub const PLACES: &[Place] =
            &[$(Place { id: $id, get: |inputs| inputs.$field, set: |inputs, number| inputs.$field = number },)+];

        /// The names of the inputs.
        pub const NAMES: &[&str] = &[$($id,)+];
    };
}

places! {
    "contract-value" contract_value,
    "margin-direct" margin_direct,
    "margin-partner" margin_partner,
    "share-first" share_first,
    "share-renewal" share_renewal,
    "retention-direct" retention_direct,
    "retention-partner" retention_partner,
    "growth-direct" growth_direct,
    "growth-partner" growth_partner,
    "cac-direct" cac_direct,
    "variable-cost" variable_cost,
    "fixed-cost" fixed_cost,
    "customers" customers,
    "years" years,
    "discount" discount,
    "overlap" overlap,
    "ramp" ramp,
    "full" full,
}

/// An input that is known only to lie between two numbers. Where one question stands for two inputs, both are named.
#[derive(Clone, Debug, PartialEq)]
pub struct Unknown {
    /// The inputs, by their places in [`PLACES`].
    pub places: Vec<usize>,
    /// The lowest.
    pub low: f64,
    /// The highest.
    pub high: f64,
}

/// The lowest and the highest of `result` with each unknown input at either end; `None` where there are more than
/// [`MAX_UNKNOWN`], or where there is no result at a corner.
pub fn corners(inputs: &Inputs, unknown: &[Unknown], result: &dyn Fn(&Inputs) -> Option<f64>) -> Option<[f64; 2]> {
    if unknown.len() > MAX_UNKNOWN {
        return None;
    }
    let mut range: Option<[f64; 2]> = None;
    for corner in 0..1_usize << unknown.len() {
        let mut at = *inputs;
        for (bit, input) in unknown.iter().enumerate() {
            let number = if corner >> bit & 1 == 1 { input.high } else { input.low };
            input.places.iter().filter_map(|place| PLACES.get(*place)).for_each(|place| (place.set)(&mut at, number));
        }
        let found = result(&at)?;
        range = Some(range.map_or([found; 2], |[low, high]| [low.min(found), high.max(found)]));
    }
    range
}
