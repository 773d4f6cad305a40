//! The track of the bands: every band with its name, and on it the score, or the range in which it lies. What a gate or
//! a floor puts out of reach is hatched.

use super::hatch::hatch;
use crate::report::Report;
use crate::wording::Wording;

/// How near to an end the middle of a number may stand, so that it is not cut off.
const MARGIN: f64 = 5.0;

/// A track with its words.
#[derive(Clone, Debug, PartialEq)]
pub struct Track {
    /// The bands, lowest first.
    pub segments: Vec<Segment>,
    /// Whether enough is known to mark the band of the result: nothing unknown can change it any more.
    pub names_band: bool,
    /// Where the score stands; `None` where it is only known between two bounds.
    pub marker: Option<f64>,
    /// Whether two results are compared on it.
    pub is_comparison: bool,
    /// Where the earlier score stands, where two results are compared.
    pub earlier: Option<f64>,
    /// Where the range begins and how long it is; `None` where the score is certain.
    pub range: Option<[f64; 2]>,
    /// The score or the range in words.
    pub number: String,
    /// Where the middle of those words stands.
    pub number_at: f64,
    /// Where the part begins that gates and floors put out of reach.
    pub limit: Option<f64>,
    /// The strokes over that part, as the data of an SVG path.
    pub hatch: String,
}

/// One band on the track.
#[derive(Clone, Debug, PartialEq)]
pub struct Segment {
    /// The name of the band.
    pub label: String,
    /// Its edges in words: "45–65".
    pub edges: String,
    /// Where it begins.
    pub from: f64,
    /// How long it is.
    pub length: f64,
    /// Whether it is that of the result.
    pub is_here: bool,
}

/// The track of a result.
#[must_use]
pub fn track(wording: &Wording, report: &Report) -> Track {
    let bands = &wording.assessment.bands;
    let mut segments = Vec::new();
    let mut limit = None;
    for (place, band) in bands.iter().enumerate() {
        let to = bands.get(place + 1).map_or(100.0, |next| next.from);
        let is_here = band.id == report.band.id;
        if is_here && report.band.id != report.band_by_score.id {
            limit = Some(to);
        }
        segments.push(Segment {
            label: wording.author_text(&band.label).to_owned(),
            edges: format!("{}–{}", wording.texts.number(band.from, 1), wording.texts.number(to, 1)),
            from: band.from,
            length: to - band.from,
            is_here,
        });
    }
    let certain = report.score.filter(|_| !report.is_uncertain());
    let middle = certain.unwrap_or((report.low + report.high) / 2.0);
    let margin = if certain.is_some() { MARGIN } else { 2.0 * MARGIN };
    Track {
        segments,
        names_band: wording.names_band(report) && !wording.is_open(report),
        marker: certain,
        is_comparison: false,
        earlier: None,
        range: certain.is_none().then_some([report.low, report.high - report.low]),
        number: match certain {
            Some(score) => wording.score_text(score),
            None => format!("{}–{}", wording.score_text(report.low), wording.score_text(report.high)),
        },
        number_at: middle.max(margin).min(100.0 - margin),
        limit,
        hatch: limit.map(|from| hatch(from, 100.0)).unwrap_or_default(),
    }
}
