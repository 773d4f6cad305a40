//! Partners between potential (revenue and strategic advantage) and practice (operations and relationship): four fields, of which
//! high potential with low practice is the best use of the next hour.

use crate::report::Report;

/// Where the fields meet, 0 to 100: as the verdicts of the scorecard draw the line.
pub const EDGE: f64 = 60.0;

/// A partner in the picture.
#[derive(Clone, Debug, PartialEq)]
pub struct Spot {
    /// Potential from left to right and practice from bottom to top, 0 to 100.
    pub at: [f64; 2],
    /// "protect", "invest", "thank" or "let-go".
    pub field: &'static str,
}

/// Where a partner stands, by the weighted values of the criteria on each side; `None` where nothing of a side is known.
#[must_use]
pub fn spot(report: &Report) -> Option<Spot> {
    let side = |ids: [&str; 2]| {
        let (mut sum, mut weight) = (0.0, 0.0);
        for criterion in report.criteria.iter().filter(|criterion| ids.contains(&criterion.id.as_str())) {
            if let Some(value) = criterion.value {
                sum += criterion.weight * value;
                weight += criterion.weight;
            }
        }
        (weight > 0.0).then(|| 100.0 * sum / weight)
    };
    let potential = side(["revenue-potential", "strategic-advantage"])?;
    let practice = side(["operational", "relationship"])?;
    let field = match (potential >= EDGE, practice >= EDGE) {
        (true, true) => "protect",
        (true, false) => "invest",
        (false, true) => "thank",
        (false, false) => "let-go",
    };
    Some(Spot { at: [potential, practice], field })
}
