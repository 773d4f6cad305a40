//! A result in words: the sentence at its top, its numbers, and what they rest on.
//!
//! Scores are rounded here, and only here: a number that people read never lies in another band than the score.

mod advice;
mod comparison;
mod criteria;
mod lift;
pub(crate) mod robustness;

pub use self::criteria::Ranked;
use super::Wording;
use super::key::Key;
use crate::report::Report;
use crate::scoring::{band_of, gates};

/// Under which known share of the weight a headline names no band.
const HALF: f64 = 0.5;

/// With how many decimals a score is written at most, just under the edge of a band.
const MAX_DECIMALS: u8 = 9;

impl Wording<'_> {
    /// The result in one sentence.
    #[must_use]
    pub fn headline(&self, report: &Report) -> String {
        let Some(score) = report.score else {
            return self.text(Key::ResultHeadlineNone);
        };
        let [low, high] = [report.low, report.high].map(|bound| self.score_text(bound));
        let band = report.band.label.as_str();
        if report.coverage < HALF {
            self.texts.fill(Key::ResultHeadlineFew, &[("low", &low), ("high", &high)])
        } else if report.is_uncertain() {
            self.texts.fill(Key::ResultHeadlineRange, &[("low", &low), ("high", &high), ("band", band)])
        } else {
            let capped = report.band.id != report.band_by_score.id;
            let key = if capped { Key::ResultHeadlineCapped } else { Key::ResultHeadline };
            self.texts.fill(key, &[("score", &self.score_text(score)), ("band", band)])
        }
    }

    /// What readers see of the band with this id.
    fn band_label(&self, id: &str) -> &str {
        let band = self.assessment.bands.iter().find(|band| band.id == id);
        band.map(|band| self.author_text(&band.label)).unwrap_or_default()
    }

    /// What it means to be in the reader's band; empty while nothing is known.
    #[must_use]
    pub fn meaning(&self, report: &Report) -> String {
        let band = self.assessment.bands.iter().find(|band| report.score.is_some() && band.id == report.band.id);
        band.and_then(|band| band.meaning.as_ref())
            .map(|meaning| self.author_text(meaning).to_owned())
            .unwrap_or_default()
    }

    /// A score from 0 to 100 as a whole number; cut to as many decimals as it takes where rounding would show it in another
    /// band.
    #[must_use]
    pub fn score_text(&self, score: f64) -> String {
        let bands = &self.assessment.bands;
        let (mut shown, mut decimals, mut factor) = (score.round(), 0, 1.0);
        while band_of(shown, bands) != band_of(score, bands) && decimals < MAX_DECIMALS {
            decimals += 1;
            factor *= 10.0;
            shown = (score * factor).floor() / factor;
        }
        self.texts.number(shown, decimals)
    }

    /// The score as a number, or the range in which it lies.
    #[must_use]
    pub fn score_or_range(&self, report: &Report) -> String {
        match report.score {
            Some(score) if !report.is_uncertain() => self.score_text(score),
            _ => format!("{}–{}", self.score_text(report.low), self.score_text(report.high)),
        }
    }

    /// "brings 12 points": whole points, with a decimal under ten.
    #[must_use]
    pub fn points(&self, key: Key, points: f64) -> String {
        if points.round() >= 10.0 {
            return self.texts.count(key, points.round(), &[]);
        }
        let tenths = (points * 10.0).round() / 10.0;
        let written = self.texts.number(tenths, 1);
        self.texts.count(key, tenths, &[("count", &written)])
    }

    /// What the result rests on and what limits it, in sentences.
    #[must_use]
    pub fn notes(&self, report: &Report) -> Vec<String> {
        let bands = &self.assessment.bands;
        let label =
            |score| bands.get(band_of(score, bands)).map(|band| self.author_text(&band.label)).unwrap_or_default();
        let mut notes = Vec::new();
        if report.about == "candidate" {
            notes.push(self.text(Key::CandidateNote));
        }
        notes.extend(self.own_weights());
        if report.band.id != report.band_by_score.id {
            let labels = [("byScore", report.band_by_score.label.as_str()), ("band", &report.band.label)];
            notes.push(self.texts.fill(Key::ResultCapped, &labels));
        }
        if report.is_uncertain() {
            // Rounded down: what is unknown must not look known.
            let coverage = self.texts.number((100.0 * report.coverage).floor(), 0);
            if let Some(score) = report.score {
                let values = [("score", &*self.score_text(score)), ("coverage", &coverage)];
                notes.push(self.texts.fill(Key::ResultCoverage, &values));
            }
        }
        if report.provisional {
            let labels = [("low", label(report.low)), ("high", label(report.high))];
            notes.push(self.texts.fill(Key::ResultProvisional, &labels));
        }
        if report.borderline {
            notes.push(self.text(Key::ResultBorderline));
        }
        for gate in gates::undecided(self.assessment, self.answers) {
            let question = gate.when.iter().find_map(|condition| self.assessment.question(&condition.question));
            let cap = bands.get(gate.cap);
            if let (Some(question), Some(cap)) = (question, cap) {
                let values = [("question", self.author_text(&question.text)), ("band", self.author_text(&cap.label))];
                notes.push(self.texts.fill(Key::ResultOpenGates, &values));
            }
        }
        notes
    }

    /// That the weights are the reader's own, and what the result is with the author's.
    #[must_use]
    pub fn own_weights(&self) -> Option<String> {
        let report = self.with_author_weights?;
        let score = report.score.map(|score| self.score_text(score)).unwrap_or_default();
        Some(self.texts.fill(Key::WeightsOwn, &[("score", &score), ("band", &report.band.label)]))
    }

    /// Why gates and floors cap the band, and how to clear them. Two rules may say the same about one fact; it is said
    /// once.
    #[must_use]
    pub fn cap_reasons<'r>(&self, report: &'r Report) -> Vec<&'r str> {
        let mut reasons: Vec<&str> = Vec::new();
        for gate in &report.gates {
            if !reasons.contains(&gate.reason.as_str()) {
                reasons.push(&gate.reason);
            }
        }
        reasons
    }

    /// What this result is: self-reported, of which version and when, with whose weights, and whether a page has changed
    /// what was asked.
    #[must_use]
    pub fn about(&self, report: &Report) -> Vec<String> {
        let mut about = vec![self.text(if report.self_reported { Key::AboutSelf } else { Key::AboutCandidate })];
        about.extend(report.adapted.then(|| self.text(Key::AboutAdapted)));
        about.extend(report.own_weights.then(|| self.text(Key::ExportOwnWeights)));
        about.push(self.about_version());
        about
    }

    /// Of which assessment and version this result is, and of which day.
    #[must_use]
    pub fn about_version(&self) -> String {
        let title = self.author_text(&self.assessment.title);
        let values = [("title", title), ("version", &self.assessment.version), ("date", &self.texts.today())];
        self.texts.fill(Key::AboutVersion, &values)
    }
}
