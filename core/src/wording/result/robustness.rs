//! How far the band depends on the weights, in words.

use crate::report::robustness::IntervalReport;
use crate::report::{CriterionReport, Report};
use crate::wording::Wording;
use crate::wording::key::Key;
use crate::wording::table::Table;

impl Wording<'_> {
    /// A share as a percentage: whole, but never 0 or 100 where it is not quite.
    #[must_use]
    pub fn percent(&self, share: f64) -> String {
        let whole = (100.0 * share).round();
        let key = match whole {
            _ if whole >= 100.0 && share < 1.0 => Key::PercentMore,
            _ if whole <= 0.0 && share > 0.0 => Key::PercentLess,
            _ => Key::Percent,
        };
        self.texts.fill(key, &[("number", &self.texts.number(whole, 0))])
    }

    /// How sure the band is, in sentences; none where nothing is known.
    #[must_use]
    pub fn robustness(&self, report: &Report) -> Vec<String> {
        let robustness = &report.robustness;
        let Some(place) = self.assessment.bands.iter().position(|band| band.id == report.band.id) else {
            return Vec::new();
        };
        if report.score.is_none() {
            return Vec::new();
        }
        let chance = |chances: &[f64]| self.percent(chances.get(place).copied().unwrap_or(0.0));
        let near = &robustness.near_weights;
        let sentence = |key, chances: &[f64]| {
            self.texts.fill(key, &[("band", report.band.label.as_str()), ("chance", &chance(chances))])
        };
        let box_key = if near.holds { Key::SureBoxHolds } else { Key::SureBoxChanges };
        let [low, high] = [near.low, near.high].map(|score| self.score_text(score));
        // Under a cap that every weight leaves in place, a share of 100 % says nothing of the firm.
        if self.is_capped_whatever(report) {
            return Vec::new();
        }
        vec![
            sentence(Key::SureOrder, &robustness.same_order),
            sentence(Key::SureAny, &robustness.any_weights),
            sentence(Key::SureNear, &near.chances),
            self.texts.fill(box_key, &[("low", &low), ("high", &high), ("band", &report.band.label)]),
        ]
    }

    /// The weights between which the band holds: "12% to 40%".
    #[must_use]
    pub fn interval(&self, interval: &IntervalReport) -> String {
        let [low, high] = [interval.low, interval.high].map(|share| self.percent(share));
        self.texts.fill(Key::SureInterval, &[("low", &low), ("high", &high)])
    }

    /// For each criterion its weight, and those between which the band holds.
    #[must_use]
    pub fn interval_table(&self, report: &Report) -> Table {
        let mut rows = Vec::new();
        for (interval, criterion) in with_intervals(report) {
            let mut row = vec![criterion.label.clone()];
            for share in [criterion.weight, interval.low, interval.high] {
                row.push(self.percent(share));
            }
            rows.push(row);
        }
        let columns = &[Key::CriteriaCriterion, Key::SureNow, Key::SureFrom, Key::SureTo];
        Table { title: Key::SureChart, columns, rows, has_total: false }
    }
}

/// The criteria with the weights between which the band holds.
pub(crate) fn with_intervals(report: &Report) -> impl Iterator<Item = (&IntervalReport, &CriterionReport)> {
    let criterion = |interval: &IntervalReport| report.criteria.iter().find(|other| other.id == interval.criterion);
    report.robustness.intervals.iter().filter_map(move |interval| Some((interval, criterion(interval)?)))
}
