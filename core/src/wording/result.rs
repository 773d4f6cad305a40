//! A result in words: its opening, its numbers, and what they rest on.
//!
//! Scores are rounded here, and only here: a number that people read never lies in another band than the score.

mod advice;
mod comparison;
mod criteria;
mod firmness;
mod lift;
mod opening;
pub(crate) mod robustness;

pub use self::criteria::{Ranked, shares};
pub use self::firmness::Firmness;
use super::Wording;
use super::key::Key;
use crate::report::Report;
use crate::scoring::{band_of, gates};

/// With how many decimals a score is written at most, just under the edge of a band.
const MAX_DECIMALS: u8 = 9;

impl Wording<'_> {
    /// The score and its band in one sentence.
    #[must_use]
    pub fn score_sentence(&self, report: &Report) -> String {
        let Some(score) = report.score else {
            return self.text(Key::ResultHeadlineNone);
        };
        let [low, high] = [report.low, report.high].map(|bound| self.score_text(bound));
        let band = report.band.label.as_str();
        if !self.names_band(report) {
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

    /// The score as a number, or the range in which it lies, in words: voices read a dash in many ways.
    #[must_use]
    pub fn score_or_range(&self, report: &Report) -> String {
        match report.score {
            Some(score) if !report.is_uncertain() => self.score_text(score),
            _ => {
                let [low, high] = [report.low, report.high].map(|bound| self.score_text(bound));
                self.texts.fill(Key::ScoreRange, &[("low", &low), ("high", &high)])
            }
        }
    }

    /// "brings 12 points": whole points, with a decimal under ten.
    #[must_use]
    pub fn points(&self, key: Key, points: f64) -> String {
        let points = if points.round() >= 10.0 { points.round() } else { (points * 10.0).round() / 10.0 };
        self.texts.count(key, points, &[("count", &self.texts.number(points, 1))])
    }

    /// A whole number of points with its sign: "+25", "−10", "0".
    #[must_use]
    pub fn signed(&self, points: f64) -> String {
        let number = self.texts.number(points.abs(), 0);
        match points {
            _ if points > 0.0 => format!("+{number}"),
            _ if points < 0.0 => format!("\u{2212}{number}"),
            _ => number,
        }
    }

    /// What has to be known before the result is read: that it is about a candidate, and that its weights are the
    /// reader's own.
    #[must_use]
    pub fn remarks(&self, report: &Report) -> Vec<String> {
        let candidate = (report.about == "candidate").then(|| self.text(Key::CandidateNote));
        candidate.into_iter().chain(self.own_weights()).collect()
    }

    /// The score and the band that a tried answer leads to: "61: Emerging".
    #[must_use]
    pub fn outcome(&self, report: &Report) -> String {
        let values = [("score", &*self.score_or_range(report)), ("band", &report.band.label)];
        self.texts.fill(Key::TryEffect, &values)
    }

    /// What moving the weight of a criterion has done: its weight now, and the score and band that follow.
    #[must_use]
    pub fn weighed(&self, report: &Report, index: usize) -> String {
        let title = self.assessment.criteria.get(index).map(|criterion| self.author_text(&criterion.title));
        let total: f64 = self.assessment.criteria.iter().map(|criterion| criterion.weight).sum();
        let weight = self.assessment.criteria.get(index).map_or(0.0, |criterion| criterion.weight);
        let values = [
            ("criterion", title.unwrap_or_default()),
            ("share", &self.percent(weight / total)),
            ("score", &self.score_or_range(report)),
            ("band", &report.band.label),
        ];
        self.texts.fill(Key::WeightsStatus, &values)
    }

    /// What the result rests on, in sentences.
    #[must_use]
    pub fn notes(&self, report: &Report) -> Vec<String> {
        let bands = &self.assessment.bands;
        let mut notes = Vec::new();
        if report.is_uncertain() {
            // Rounded down: what is unknown must not look known.
            let coverage = self.texts.number((100.0 * report.coverage).floor(), 0);
            if let Some(score) = report.score {
                let values = [("score", &*self.score_text(score)), ("coverage", &coverage)];
                notes.push(self.texts.fill(Key::ResultCoverage, &values));
            }
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

    /// What this result is: self-reported, of which version and when, and with whose weights.
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
