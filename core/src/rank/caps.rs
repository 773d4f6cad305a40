//! What caps the band of a sheet: the gates and floors of [`crate::scoring::gates`], by places instead of names.

use crate::rank::scorer::Numbers;
use crate::rank::sheet::Cell;
use crate::rank::table::Table;
use crate::rank::table::condition::Test;
use crate::scoring::{EDGE_TOLERANCE, band_of};

/// A rule that caps the band, by its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CapAt {
    /// The gate at this place in the assessment.
    Gate(usize),
    /// The floor of the criterion at this place.
    Floor(usize),
}

/// What caps the band of a sheet, and which bands it can still reach; bands are places in the assessment's.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Caps {
    /// The rules that hold: gates first, then floors, each in the author's order.
    pub holding: Vec<CapAt>,
    /// The lowest band that they leave; the top one where none holds.
    pub cap: usize,
    /// The band of the score alone; with nothing known, that of `low`.
    pub by_score: usize,
    /// The band after gates and floors.
    pub band: usize,
    /// The band at the worst: that of `low`, under gates that hold or could, and the floors at the worst values.
    pub low: usize,
    /// The band at the best: that of `high`, under gates that hold whatever unknown answers turn out to be, and the
    /// floors at the best values. A gate that holds since an answer or too much is unknown may still open.
    pub high: usize,
}

impl Table {
    /// What caps the band of `sheet`, whose numbers are `numbers`, into `caps`.
    pub fn caps(&self, sheet: &[Cell], numbers: &Numbers, caps: &mut Caps) {
        caps.holding.clear();
        let top = self.top();
        let (mut cap, mut cap_low, mut cap_high) = (top, top, top);
        let unknown = |test: &Test| test.cell(sheet).is_unknown();
        for (place, gate) in self.gates.iter().enumerate() {
            let applies = gate.coverage_below.is_none_or(|limit| numbers.coverage < limit - EDGE_TOLERANCE);
            let holds = gate.when.iter().all(|test| test.holds(sheet));
            if applies && holds {
                caps.holding.push(CapAt::Gate(place));
                (cap, cap_low) = (cap.min(gate.cap), cap_low.min(gate.cap));
                if gate.coverage_below.is_none() && !gate.when.iter().any(unknown) {
                    cap_high = cap_high.min(gate.cap);
                }
            }
            // It does not hold now, and could once unknown answers are known.
            let may = |test: &Test| unknown(test) || test.holds(sheet);
            if gate.coverage_below.is_none() && !holds && gate.when.iter().all(may) {
                cap_low = cap_low.min(gate.cap);
            }
        }
        for (place, (criterion, numbers)) in self.criteria.iter().zip(&numbers.criteria).enumerate() {
            let Some(floor) = &criterion.floor else { continue };
            if numbers.out {
                continue;
            }
            let under = |value: f64| value < floor.below - EDGE_TOLERANCE;
            let mut unless = floor.unless.iter().filter(|test| test.holds(sheet));
            if numbers.value.is_some_and(under) && unless.clone().next().is_none() {
                caps.holding.push(CapAt::Floor(place));
                cap = cap.min(floor.cap);
            }
            // What takes the floor away for certain, and what may.
            if under(numbers.low) && unless.all(unknown) {
                cap_low = cap_low.min(floor.cap);
            }
            if under(numbers.high) && !floor.unless.iter().any(|test| unknown(test) || test.holds(sheet)) {
                cap_high = cap_high.min(floor.cap);
            }
        }
        caps.cap = cap;
        caps.by_score = band_of(numbers.score.unwrap_or(numbers.low), &self.bands);
        caps.band = caps.by_score.min(cap);
        caps.low = band_of(numbers.low, &self.bands).min(cap_low);
        caps.high = band_of(numbers.high, &self.bands).min(cap_high);
    }
}
