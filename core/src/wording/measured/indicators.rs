//! Indicators in words: what each is, how far it may be off, and what it is made of.

use super::{MeasureKey, MeasureTexts, WordTable};
use crate::answers::Answer;
use crate::measure::Programme;
use crate::measure::indicator::{Comparison, Indicator};
use crate::measure::report::MeasuredReport;
use crate::measure::report::indicators::IndicatorReport;

/// From what size on a number has no decimals.
const LARGE: f64 = 100.0;

impl MeasureTexts<'_> {
    /// A number of an indicator as people read it: a share as percent, a difference of shares in points, else with its unit.
    #[must_use]
    pub fn indicator_number(&self, indicator: &Indicator, x: f64) -> String {
        match (indicator.subset, &indicator.against) {
            (true, None) => self.fill(MeasureKey::IndicatorsShare, &[("number", &self.texts.number(100.0 * x, 1))]),
            (true, Some((Comparison::Difference, _))) => {
                let points = 100.0 * x;
                let number = self.texts.number(points.abs(), 1);
                let key = match points {
                    more if more >= 0.05 => MeasureKey::IndicatorsPointsMore,
                    less if less <= -0.05 => MeasureKey::IndicatorsPointsLess,
                    _ => MeasureKey::IndicatorsPointsSame,
                };
                self.fill(key, &[("number", &number)])
            }
            _ => {
                let number = self.texts.number(x, if x.abs() >= LARGE { 0 } else { 2 });
                let unit = indicator.unit.as_ref().map(|unit| unit.get(self.texts.language())).unwrap_or_default();
                self.fill(MeasureKey::IndicatorsNumber, &[("number", &number), ("unit", unit)]).trim_end().to_owned()
            }
        }
    }

    /// What an indicator is, or why that is not known.
    #[must_use]
    pub fn indicator_value(&self, indicator: &Indicator, report: &IndicatorReport) -> String {
        match (report.x, report.note) {
            (Some(x), _) => self.indicator_number(indicator, x),
            (None, Some(note)) => self.named("note", note, &[]),
            (None, None) if report.value_low.is_none() && report.scored => self.get(MeasureKey::IndicatorsOut),
            (None, None) => self.get(MeasureKey::IndicatorsUnknown),
        }
    }

    /// Between what an indicator lies in truth; empty where it rests on no count.
    #[must_use]
    pub fn indicator_range(&self, indicator: &Indicator, report: &IndicatorReport) -> String {
        let Some((low, high)) = report.low.zip(report.high) else { return String::new() };
        let [low, high] = [low, high].map(|bound| self.indicator_number(indicator, bound));
        self.fill(MeasureKey::IndicatorsBetween, &[("low", &low), ("high", &high)])
    }

    /// What is to be said of an indicator beside its number; empty where there is nothing.
    #[must_use]
    pub fn indicator_note(&self, report: &IndicatorReport) -> String {
        match (report.note, report.sample) {
            (Some("small-sample"), Some(sample)) => self.count(MeasureKey::NoteSmallSample, sample.count, &[]),
            (Some(note), _) => self.named("note", note, &[]),
            (None, _) => String::new(),
        }
    }

    /// What an indicator is made of: each figure with what was filled in.
    #[must_use]
    pub fn indicator_parts(&self, programme: &Programme, report: &IndicatorReport) -> String {
        let mut parts = Vec::new();
        for part in &report.parts {
            let question = programme.asked.question(&part.figure);
            let figure = question.map(|question| question.text.get(self.texts.language())).unwrap_or_default();
            let value = match &part.value {
                Some(Answer::Number(number)) => self.texts.number(*number, 2),
                Some(Answer::NotApplicable) => self.get(MeasureKey::IndicatorsOut),
                _ => self.get(MeasureKey::IndicatorsUnknown),
            };
            parts.push(self.fill(MeasureKey::IndicatorsPart, &[("figure", figure), ("value", &value)]));
        }
        parts.join("; ")
    }

    /// Every indicator in a row.
    #[must_use]
    pub fn indicators_table(&self, programme: &Programme, report: &MeasuredReport) -> WordTable {
        use MeasureKey::{
            IndicatorsIndicator, IndicatorsMadeOf, IndicatorsNotScored, IndicatorsPoints, IndicatorsRange,
            IndicatorsTitle, IndicatorsValue, IndicatorsWorth,
        };
        let mut rows = Vec::new();
        for one in &report.indicators {
            let Some(indicator) = programme.indicator(&one.id) else { continue };
            let worth = one.value.map(|value| self.texts.number(100.0 * value, 0)).unwrap_or_default();
            let points = if one.scored { self.texts.number(one.points, 1) } else { self.get(IndicatorsNotScored) };
            rows.push(vec![
                one.label.clone(),
                self.indicator_value(indicator, one),
                self.indicator_range(indicator, one),
                worth,
                points,
                self.indicator_parts(programme, one),
            ]);
        }
        let columns = [
            IndicatorsIndicator,
            IndicatorsValue,
            IndicatorsRange,
            IndicatorsWorth,
            IndicatorsPoints,
            IndicatorsMadeOf,
        ];
        self.table(IndicatorsTitle, &columns, rows)
    }
}
