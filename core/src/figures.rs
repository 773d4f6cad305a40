//! The shapes of a result's pictures, as plain data: where a bar begins and how long it is, where the axes of a radar
//! end. A view only turns them into marks on a screen, and says nothing by them that the words beside them do not.

pub mod bars;
pub mod measured;
pub mod radar;

use crate::report::Report;
use crate::wording::Wording;

/// The score to aim at: the edge of the next band, or in the top band of that one.
#[must_use]
pub fn next_edge(wording: &Wording, report: &Report) -> Option<f64> {
    let bands = &wording.assessment.bands;
    let place = bands.iter().position(|band| band.id == report.band.id)?;
    bands.get(place + 1).or(bands.get(place)).map(|band| band.from)
}
