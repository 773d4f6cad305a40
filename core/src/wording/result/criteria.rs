//! The criteria in words: what each is worth, which carry the result, and which cost most.

use crate::report::{CriterionReport, QuestionReport, Report};
use crate::scoring::{EDGE_TOLERANCE, band_of};
use crate::wording::Wording;
use crate::wording::key::Key;
use crate::wording::table::Table;

/// How many criteria are named among the strongest, and among those that cost most; a table has them all.
const MAX_RANKED: usize = 3;

/// A criterion by what it brings or costs.
#[derive(Clone, Debug, PartialEq)]
pub struct Ranked<'r> {
    /// Its title.
    pub label: &'r str,
    /// "brings 12 points"; `None` where it is known in part, for points would then look out of order.
    pub points: Option<String>,
}

/// The points of a criterion, of 100 together with the others: what it brings for certain, what is unknown, and what is
/// lost for certain.
#[must_use]
pub fn shares(criterion: &CriterionReport) -> [f64; 3] {
    let all = 100.0 * criterion.weight;
    [all * criterion.low, all * (criterion.high - criterion.low), all * (1.0 - criterion.high)]
}

impl Wording<'_> {
    /// The criteria that carry the result, strongest first.
    #[must_use]
    pub fn strongest<'r>(&self, report: &'r Report) -> Vec<Ranked<'r>> {
        self.ranked(report, &report.strengths, Key::StrengthsBrings, |criterion| criterion.points)
    }

    /// The criteria that leave most to gain, most first.
    #[must_use]
    pub fn costliest<'r>(&self, report: &'r Report) -> Vec<Ranked<'r>> {
        self.ranked(report, &report.gaps, Key::GapsCosts, |criterion| criterion.lost)
    }

    fn ranked<'r>(
        &self,
        report: &'r Report,
        ids: &[String],
        key: Key,
        points: fn(&CriterionReport) -> f64,
    ) -> Vec<Ranked<'r>> {
        // What weighs nothing neither carries nor costs.
        let criteria = ids.iter().filter_map(|id| report.criteria.iter().find(|c| c.id == *id && c.weight > 0.0));
        let ranked = |criterion: &'r CriterionReport| Ranked {
            label: &criterion.label,
            points: (criterion.high <= criterion.low).then(|| self.points(key, points(criterion))),
        };
        criteria.take(MAX_RANKED).map(ranked).collect()
    }

    /// The points of a criterion and how many it can bring: "10 of 20", "9 to 21 of 24".
    #[must_use]
    pub fn points_of(&self, criterion: &CriterionReport) -> String {
        if criterion.weight <= 0.0 {
            return self.text(Key::CriteriaOut);
        }
        let tenths = |points: f64| self.texts.number((points * 10.0).round() / 10.0, 1);
        let [gained, unknown, left] = shares(criterion);
        let [low, high, all] = [gained, gained + unknown, gained + unknown + left].map(tenths);
        if low == high {
            return self.texts.fill(Key::PointsOf, &[("points", &low), ("all", &all)]);
        }
        self.texts.fill(Key::PointsRange, &[("low", &low), ("high", &high), ("all", &all)])
    }

    /// What an answer brings: "5 of 10 points"; `None` where it does not count.
    #[must_use]
    pub fn points_of_answer(&self, question: &QuestionReport) -> Option<String> {
        let all = question.points + question.lost;
        let [points, all] = [question.points, all].map(|points| (points * 10.0).round() / 10.0);
        let values = [("points", &*self.texts.number(points, 1)), ("all", &self.texts.number(all, 1))];
        (all > 0.0).then(|| self.texts.fill(Key::PointsQuestionOf, &values))
    }

    /// The value of a criterion from 0 to 100, or what is known of it.
    #[must_use]
    pub fn criterion_value(&self, criterion: &CriterionReport) -> String {
        // What lies under the floor of its criterion is not shown as if it were at it.
        let floor = self.assessment.criteria.iter().find(|other| other.id == criterion.id);
        let floor = floor.and_then(|criterion| criterion.floor.as_ref()).map_or(0.0, |floor| floor.below);
        let percent = |value: f64| {
            let rounded = (100.0 * value).round();
            let is_raised = value < floor - EDGE_TOLERANCE && rounded >= 100.0 * floor;
            self.texts.number(if is_raised { (1000.0 * value).floor() / 10.0 } else { rounded }, 1)
        };
        match criterion.value {
            None if criterion.weight > 0.0 => self.text(Key::CriteriaUnknown),
            None => self.text(Key::CriteriaOut),
            Some(_) if criterion.high > criterion.low => {
                let [low, high] = [criterion.low, criterion.high].map(percent);
                self.texts.fill(Key::CriteriaRange, &[("low", &low), ("high", &high)])
            }
            Some(value) => percent(value),
        }
    }

    /// Every criterion that can bring points with its value, weight and points, down to the total.
    #[must_use]
    pub fn criteria_table(&self, report: &Report) -> Table {
        let tenths = |number: f64| self.texts.number(number, 1);
        let mut rows: Vec<Vec<String>> = Vec::new();
        let mut lost = 0.0;
        for criterion in self.weighted_criteria(report) {
            lost += criterion.lost;
            let points = [self.points_text(criterion.points), tenths(criterion.lost)];
            let words = [criterion.label.clone(), self.criterion_value(criterion), self.percent(criterion.weight)];
            rows.push(words.into_iter().chain(points).collect());
        }
        let total = report.score.map_or_else(|| self.text(Key::CriteriaUnknown), |score| self.score_text(score));
        let points = [self.points_text(report.score.unwrap_or(0.0)), tenths(lost)];
        rows.push([self.text(Key::CriteriaTotal), total, self.percent(1.0)].into_iter().chain(points).collect());
        let columns =
            &[Key::CriteriaCriterion, Key::CriteriaValue, Key::CriteriaWeight, Key::CriteriaPoints, Key::CriteriaLost];
        Table { title: Key::CriteriaTitle, columns, rows, has_total: true }
    }

    /// Points that may be all of a score, with a decimal; cut where rounding would show them in another band.
    #[must_use]
    pub fn points_text(&self, points: f64) -> String {
        let bands = &self.assessment.bands;
        let tenths = (points * 10.0).round() / 10.0;
        if band_of(tenths, bands) == band_of(points, bands) {
            self.texts.number(tenths, 1)
        } else {
            self.score_text(points)
        }
    }

    /// The criteria that can bring points: those with a weight.
    #[must_use]
    pub fn weighted_criteria<'r>(&self, report: &'r Report) -> Vec<&'r CriterionReport> {
        let criteria = &self.assessment.criteria;
        let weighs = |id: &str| criteria.iter().any(|criterion| criterion.id == *id && criterion.weight > 0.0);
        report.criteria.iter().filter(|criterion| weighs(&criterion.id)).collect()
    }
}
