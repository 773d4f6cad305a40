//! The indicators of a Report.

use serde::Serialize;

use crate::answers::Answer;
use crate::measure::Measured;
use crate::measure::indicator::State;

/// What figures come to.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct IndicatorReport {
    /// Its id.
    pub id: String,
    /// Its name in the Report's language.
    pub label: String,
    /// The id of its criterion.
    pub criterion: String,
    /// What it is counted in; null where it has no unit.
    pub unit: Option<String>,
    /// The number; null where it is unknown, does not apply, or money was spent and nobody won.
    pub x: Option<f64>,
    /// The number under which the truth lies with a chance of 5 %; null where it rests on no count.
    pub low: Option<f64>,
    /// The number over which the truth lies with a chance of 5 %; null where it rests on no count.
    pub high: Option<f64>,
    /// On how many cases it rests; null where it rests on no count.
    pub sample: Option<SampleReport>,
    /// Whether it counts in the score.
    pub scored: bool,
    /// What it is worth, 0 to 1; null where that is unknown, does not apply or is not scored.
    pub value: Option<f64>,
    /// The least that it may be worth; null where it does not apply or is not scored.
    pub value_low: Option<f64>,
    /// The most that it may be worth; null where it does not apply or is not scored.
    pub value_high: Option<f64>,
    /// Points that it brings to the score.
    pub points: f64,
    /// Points that it costs.
    pub lost: f64,
    /// "nothing-yet", "no-base", "none-won", "small-sample", or null.
    pub note: Option<&'static str>,
    /// The figures that it is made of, each once.
    pub parts: Vec<PartReport>,
}

/// On how many cases an indicator rests.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct SampleReport {
    /// How many there are; of a comparison, on the side with fewer.
    pub count: f64,
    /// From how many on it is no estimate.
    pub least: f64,
}

/// A figure of an indicator.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct PartReport {
    /// The id of the figure.
    pub figure: String,
    /// What was filled in: a number, "unsure", "n/a", or null.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(with = "Option<crate::answers::AnswerValue>"))]
    pub value: Option<Answer>,
}

/// The indicators of a sheet.
pub(super) fn indicators(measured: &Measured, language: &str) -> Vec<IndicatorReport> {
    let programme = measured.programme;
    let mut reports = Vec::new();
    for (indicator, reading) in programme.indicators.iter().zip(&measured.readings) {
        let criterion = programme.scored.criteria.get(indicator.criterion);
        let place = criterion.and_then(|one| one.questions.iter().position(|question| question.id == indicator.id));
        let scores = measured.score.criteria.get(indicator.criterion).map(|score| &score.questions);
        let score = place.zip(scores).and_then(|(place, scores)| scores.get(place));
        let [low, high] = [0, 1].map(|end| reading.interval.and_then(|interval| interval.get(end).copied()));
        let counts = indicator.value.is_some() && reading.state != State::Out;
        let mut parts: Vec<PartReport> = Vec::new();
        for part in indicator.parts() {
            if parts.iter().all(|other| other.figure != part.figure) {
                parts.push(PartReport {
                    figure: part.figure.clone(),
                    value: measured.answers.get(&part.figure).cloned(),
                });
            }
        }
        reports.push(IndicatorReport {
            id: indicator.id.clone(),
            label: indicator.label.get(language).to_owned(),
            criterion: criterion.map(|criterion| criterion.id.clone()).unwrap_or_default(),
            unit: indicator.unit.as_ref().map(|unit| unit.get(language).to_owned()),
            x: reading.x.filter(|x| x.is_finite()),
            low: low.filter(|bound| bound.is_finite()),
            high: high.filter(|bound| bound.is_finite()),
            sample: reading.sample.map(|count| SampleReport { count, least: indicator.least }),
            scored: indicator.value.is_some(),
            value: reading.value,
            value_low: counts.then_some(reading.range[0]),
            value_high: counts.then_some(reading.range[1]),
            points: score.map_or(0.0, |score| score.points),
            lost: score.map_or(0.0, |score| score.lost),
            note: reading.note.map(crate::measure::indicator::Note::name),
            parts,
        });
    }
    reports
}
