//! The Ranking as a table for a spreadsheet: CSV as in RFC 4180, a row for each candidate in order of place.
//!
//! Text that a spreadsheet would run as a formula is defused; numbers stay numbers, in full precision.

use crate::input::number::JsNumber;
use crate::rank::ranking::{RankedCandidate, Ranking};
use crate::sharing::csv::text;

/// The columns before those of the criteria.
const COLUMNS: [&str; 16] = [
    "place",
    "placeLow",
    "placeHigh",
    "name",
    "id",
    "band",
    "bandByScore",
    "score",
    "low",
    "high",
    "coverage",
    "provisional",
    "dominatedBy",
    "expectedPlace",
    "fit",
    "tier",
];

/// The Ranking as CSV: the columns of a candidate, then the points that each criterion brings, called by its id.
#[must_use]
pub fn csv(ranking: &Ranking) -> String {
    let mut table = COLUMNS.join(",");
    for criterion in ranking.candidates.iter().take(1).flat_map(|candidate| &candidate.criteria) {
        table.push(',');
        text(&mut table, &criterion.id, ',');
    }
    table.push_str("\r\n");
    for candidate in &ranking.candidates {
        row(&mut table, candidate);
    }
    table
}

fn row(table: &mut String, candidate: &RankedCandidate) {
    let number = |number: Option<f64>| number.map_or_else(String::new, |number| JsNumber(number).to_string());
    let words = |words: &str| {
        let mut cell = String::new();
        text(&mut cell, words, ',');
        cell
    };
    let fit = candidate.fit.as_ref().and_then(|fit| fit.mutual.or(fit.vendor).or(fit.partner));
    let cells: [String; 16] = [
        candidate.place.map_or_else(String::new, |place| place.to_string()),
        candidate.place_low.to_string(),
        candidate.place_high.to_string(),
        words(&candidate.name),
        words(&candidate.id),
        words(&candidate.band.id),
        words(&candidate.band_by_score.id),
        number(candidate.score),
        number(Some(candidate.low)),
        number(Some(candidate.high)),
        number(Some(candidate.coverage)),
        candidate.provisional.to_string(),
        words(candidate.dominated_by.as_deref().unwrap_or_default()),
        number(candidate.expected_place.map(|expected| expected.any_weights)),
        number(fit),
        String::new(),
    ];
    table.push_str(&cells.join(","));
    for criterion in &candidate.criteria {
        table.push(',');
        table.push_str(&number(Some(criterion.points)));
    }
    table.push_str("\r\n");
}
