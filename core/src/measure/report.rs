//! The Report of a sheet: that of every assessment, and what only measuring says.
//!
//! Indicators are scored as questions; here they leave the questions and get a list of their own, with the figures they are made
//! of. What rests on few cases or is unknown has its range.

pub mod evidence;
pub mod indicators;
pub mod money;
pub mod tiers;

use serde::Serialize;

use self::indicators::IndicatorReport;
use self::money::EconomicsReport;
use self::tiers::TierReport;
use super::programme::{CONTRIBUTION, ECONOMICS};
use super::{Measured, Programme};
use crate::answers::Answers;
use crate::assessment::text::CANDIDATE;
use crate::report::lift::lift;
use crate::report::{Report, report};
use crate::scoring::band_of;

/// The result of a sheet, in one language.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct MeasuredReport {
    /// What every result says.
    #[serde(flatten)]
    pub report: Report,
    /// What figures come to, in the order of their criteria.
    pub indicators: Vec<IndicatorReport>,
    /// What a partner customer is worth beside a direct one; null where the file does not ask, or too little is known.
    pub economics: Option<EconomicsReport>,
    /// The tier of the partner; null where the file has no tiers, or no score is known.
    pub tier: Option<TierReport>,
}

impl Programme {
    /// The Report of a sheet, in `language`, which is one of the file's.
    ///
    /// # Example
    /// ```
    /// use partner_fit_core::{input::value::Tree, measure::Programme};
    ///
    /// let file: Tree = serde_json::from_str(include_str!("../../content/programme.json"))?;
    /// let programme = Programme::read(&file, &Default::default()).expect("ours has no problem");
    /// let sheet: Tree = serde_json::from_str(r#"{ "accepted": 3, "decided": 4 }"#)?;
    /// let answers = programme.read_sheet(&sheet).expect("3 is at most 4");
    /// let found = programme.report(&answers, "en");
    /// let accepted = found.indicators.iter().find(|indicator| indicator.id == "accepted-share").expect("it is one of ours");
    /// assert_eq!((accepted.x, accepted.note), (Some(0.75), Some("small-sample")));
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    #[must_use]
    pub fn report(&self, answers: &Answers, language: &str) -> MeasuredReport {
        let measured = self.measure(answers);
        let mut report = report(&self.scored, &measured.derived, language);
        let words = language;
        report.next = report.next.take().and_then(|next| self.figure_to_ask(answers, next));
        self.tell_ranges(&measured, &mut report);
        self.take_out_indicators(&mut report);
        evidence::retell(&measured, &mut report, words);
        evidence::weigh(&measured, &mut report);
        report.lift = measured.lift().and_then(|found| lift(&self.asked, found));
        let plain = language.strip_suffix(CANDIDATE).unwrap_or(language);
        plain.clone_into(&mut report.language);
        MeasuredReport {
            report,
            indicators: indicators::indicators(&measured, words),
            economics: money::economics(&measured),
            tier: tiers::tier(&measured, words),
        }
    }

    /// Puts small samples into the range of the score and of each criterion.
    fn tell_ranges(&self, measured: &Measured, report: &mut Report) {
        let [low, high] = measured.range;
        (report.low, report.high) = (low, high);
        let bands = &self.scored.bands;
        report.provisional = report.score.is_none() || band_of(low, bands) != band_of(high, bands);
        for (criterion, [low, high]) in report.criteria.iter_mut().zip(&measured.ranges) {
            (criterion.low, criterion.high) = (*low, *high);
        }
    }

    /// Leaves only what was asked among the questions.
    fn take_out_indicators(&self, report: &mut Report) {
        report.criteria.retain(|criterion| criterion.id != ECONOMICS);
        for criterion in &mut report.criteria {
            criterion.questions.retain(|question| self.indicator(&question.id).is_none());
        }
    }

    /// The question to be answered next: for an indicator the first of its figures that is unknown. Inputs of the economics
    /// score nothing and are never asked for here.
    fn figure_to_ask(&self, answers: &Answers, next: String) -> Option<String> {
        if next == CONTRIBUTION {
            return None;
        }
        let Some(indicator) = self.indicator(&next) else {
            return self.asked.question(&next).map(|_| next);
        };
        let unknown = |id: &str| super::figures::figure(answers, id) == super::indicator::Figure::Unknown;
        indicator.parts().find(|part| unknown(&part.figure)).map(|part| part.figure.clone())
    }
}

/// The JSON Schema (2020-12) of the Report of a sheet.
#[cfg(not(target_arch = "wasm32"))]
#[must_use]
pub fn schema() -> serde_json::Value {
    let settings = schemars::generate::SchemaSettings::draft2020_12().for_serialize();
    settings.into_generator().into_root_schema_for::<MeasuredReport>().to_value()
}
