//! What moves the result most: the difference with one input a fifth lower and a fifth higher, the others as they are.

use super::range::PLACES;
use super::{Inputs, economics};
use crate::input::ordered::insert_ordered;

/// By how much of itself an input is moved.
const STEP: f64 = 0.2;

/// The inputs that are moved, those of one line together: both margins are one margin where they are equal.
const MOVED: [&[&str]; 15] = [
    &["contract-value"],
    &["margin-direct", "margin-partner"],
    &["margin-direct"],
    &["margin-partner"],
    &["share-first"],
    &["share-renewal"],
    &["retention-direct"],
    &["retention-partner"],
    &["growth-direct"],
    &["growth-partner"],
    &["cac-direct"],
    &["variable-cost"],
    &["fixed-cost"],
    &["customers"],
    &["overlap"],
];

/// The inputs that are shares of a whole, and end at 1.
const SHARES: [&str; 7] = [
    "margin-direct",
    "margin-partner",
    "share-first",
    "share-renewal",
    "retention-direct",
    "retention-partner",
    "overlap",
];

/// What one input does to the difference.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Driver {
    /// The input.
    pub input: &'static str,
    /// The lowest difference with the input a fifth lower or higher.
    pub low: f64,
    /// The highest difference with the input a fifth lower or higher.
    pub high: f64,
}

/// What each input does, the widest first; of equals, in the order of the inputs. An input that is 0 moves nothing and is
/// left out. Cost that goes with customers stays what it is for each when there are more of them.
#[must_use]
#[allow(clippy::float_cmp)] // equal because one was copied from the other
pub fn drivers(inputs: &Inputs) -> Vec<Driver> {
    let same_margin = inputs.margin_direct == inputs.margin_partner;
    let mut drivers: Vec<Driver> = Vec::new();
    for names in MOVED {
        let is_margin = names.iter().all(|name| name.starts_with("margin"));
        if is_margin && same_margin != (names.len() == 2) {
            continue;
        }
        let Some(driver) = driver(inputs, names) else { continue };
        insert_ordered(&mut drivers, driver, |other| other.high - other.low < driver.high - driver.low);
    }
    drivers
}

fn driver(inputs: &Inputs, names: &[&'static str]) -> Option<Driver> {
    let moved = |factor: f64| {
        let mut at = *inputs;
        for place in PLACES.iter().filter(|place| names.contains(&place.id)) {
            let number = (place.get)(inputs) * factor;
            (place.set)(&mut at, if SHARES.contains(&place.id) { number.min(1.0) } else { number });
        }
        (at != *inputs).then(|| economics(&at).difference)?
    };
    let (low, high) = (moved(1.0 - STEP)?, moved(1.0 + STEP).or(economics(inputs).difference)?);
    Some(Driver { input: names.first()?, low: low.min(high), high: low.max(high) })
}
