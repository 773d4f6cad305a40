//! How firm a result is, in four words and a sentence: from the share of all weightings with the same order of
//! importance that lead to the same band, and from what is still unknown. The bounds are editorial, and in `docs/method.md`.

use crate::report::{GateReport, Report};
use crate::scoring::band_of;
use crate::scoring::gates::{self, Cap};
use crate::wording::Wording;
use crate::wording::key::Key;

/// From which share of the weightings a result is very firm.
const VERY_FIRM: f64 = 0.95;

/// From which share of the weightings a result is firm.
const FIRM: f64 = 0.8;

/// From which share of the weightings a result is fairly firm.
const FAIRLY_FIRM: f64 = 0.5;

/// How firm a result is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Firmness {
    /// It can still be another band.
    Open,
    /// In half of all weightings it would be the same band, or in more.
    Fairly,
    /// In most weightings it would be the same band.
    Firm,
    /// In nearly all weightings it would be the same band.
    Very,
}

impl Wording<'_> {
    /// How firm the result is.
    #[must_use]
    pub fn firmness(&self, report: &Report) -> Firmness {
        if self.is_open(report) {
            return Firmness::Open;
        }
        match self.share_of_weightings(report) {
            share if share >= VERY_FIRM => Firmness::Very,
            share if share >= FIRM => Firmness::Firm,
            share if share >= FAIRLY_FIRM => Firmness::Fairly,
            _ => Firmness::Open,
        }
    }

    /// The share of the weightings with the same order of importance that lead to the same band, 0 to 1.
    fn share_of_weightings(&self, report: &Report) -> f64 {
        let place = self.assessment.bands.iter().position(|band| band.id == report.band.id);
        place.and_then(|place| report.robustness.same_order.get(place)).copied().unwrap_or(0.0)
    }

    /// How firm the result is, in a sentence.
    #[must_use]
    pub fn firmness_sentence(&self, report: &Report) -> String {
        let [lowest, highest] = self.span(report);
        let bands = &self.assessment.bands;
        let label = |place: usize| bands.get(place).map(|band| self.author_text(&band.label)).unwrap_or_default();
        if self.is_open(report) {
            return self.texts.fill(Key::FirmUnknown, &[("low", label(lowest)), ("high", label(highest))]);
        }
        let band = ("band", report.band.label.as_str());
        if self.is_capped_whatever(report) {
            return self.texts.fill(Key::FirmCapped, &[band]);
        }
        let key = match self.firmness(report) {
            Firmness::Very => Key::FirmVery,
            Firmness::Firm => Key::FirmFirm,
            Firmness::Fairly => Key::FirmFairly,
            Firmness::Open => Key::FirmOpen,
        };
        let count = self.texts.number((10.0 * self.share_of_weightings(report)).floor(), 0);
        self.texts.fill(key, &[band, ("count", &count)])
    }

    /// Whether a cap holds the result at its band whatever the weights are.
    pub(super) fn is_capped_whatever(&self, report: &Report) -> bool {
        let place = self.assessment.bands.iter().position(|band| band.id == report.band.id);
        let always =
            place.and_then(|place| report.robustness.any_weights.get(place)).is_some_and(|share| *share >= 1.0);
        always && report.gates.iter().any(|gate| gate.cap == report.band.id)
    }

    /// Whether what is unknown can still change the band.
    #[must_use]
    pub fn is_open(&self, report: &Report) -> bool {
        let [lowest, highest] = self.span(report);
        report.score.is_none() || lowest != highest
    }

    /// The bands between which the result can still move once everything is known, by their places.
    pub(super) fn span(&self, report: &Report) -> [usize; 2] {
        let bands = &self.assessment.bands;
        let place = |id: &str| bands.iter().position(|band| band.id == id).unwrap_or(bands.len());
        // A gate that asks for more to be known is gone by then.
        let asks_for_more = |gate: &GateReport| {
            self.assessment.gates.iter().any(|other| other.id == gate.id && other.coverage_below.is_some())
        };
        let lasting = report.gates.iter().filter(|gate| !asks_for_more(gate));
        let cap = lasting.map(|gate| place(&gate.cap)).fold(bands.len(), usize::min);
        let open = gates::undecided(self.assessment, self.answers);
        let may_cap = open.iter().map(|gate| Cap::Gate(gate).band()).fold(cap, usize::min);
        let [low, high] = [report.low, report.high].map(|score| band_of(score, bands));
        [low.min(may_cap), high.min(cap)]
    }
}
