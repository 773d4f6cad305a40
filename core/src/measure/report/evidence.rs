//! The advice of a Report where it rests on indicators: their numbers as people read them, and what an item of the plan brings.

use crate::answers::Answer;
use crate::assessment::Test;
use crate::assessment::advice::Clause;
use crate::input::number::JsNumber;
use crate::measure::Measured;
use crate::measure::indicator::{Comparison, Indicator, Reading};
use crate::measure::programme::CONTRIBUTION;
use crate::report::Report;
use crate::report::advice::Reason;
use crate::scoring::gates::holds;
use crate::scoring::score;

/// Writes the evidence of every reason anew where it is a number that was computed.
pub(super) fn retell(measured: &Measured, report: &mut Report, language: &str) {
    if let Some(verdict) = &mut report.verdict {
        verdict.reasons.iter_mut().for_each(|reason| tell(measured, reason, language));
    }
    for weighed in report.ledger.benefits.iter_mut().chain(&mut report.ledger.drawbacks) {
        weighed.reasons.iter_mut().for_each(|reason| tell(measured, reason, language));
    }
}

/// What items of the plan bring that are about indicators: with each of these at the number from which its rules no longer call
/// for the item.
pub(super) fn weigh(measured: &Measured, report: &mut Report) {
    let advice = &measured.programme.scored.advice;
    for item in &mut report.plan {
        let Some(entry) = advice.plan.iter().find(|entry| entry.id == item.id) else { continue };
        let mut after = measured.derived.clone();
        let mut moved = false;
        for condition in entry.rules.iter().flat_map(|rule| &rule.when).filter_map(|clause| match clause {
            Clause::Answer(condition) => Some(condition),
            _ => None,
        }) {
            let known = matches!(after.get(&condition.question), Some(Answer::Number(_)));
            let is_improved = entry.improves.contains(&condition.question);
            let limit = match condition.test {
                Test::Below(limit) | Test::AtLeast(limit) => limit,
                Test::Is(_) => continue,
            };
            if known && is_improved && holds(condition, &after) {
                after.set(&condition.question, Answer::Number(limit));
                moved = true;
            }
        }
        let gain = score(&measured.programme.scored, &after).score.zip(measured.score.score);
        if let (true, Some((after, before))) = (moved && item.effect.points.is_none(), gain) {
            item.effect.points = Some(after - before);
        }
    }
}

fn tell(measured: &Measured, reason: &mut Reason, language: &str) {
    for (id, evidence) in reason.questions.iter().zip(&mut reason.evidence) {
        let place = measured.programme.indicators.iter().position(|indicator| indicator.id == *id);
        let found =
            place.and_then(|place| Some((measured.programme.indicators.get(place)?, measured.readings.get(place)?)));
        if let Some((indicator, reading)) = found {
            *evidence = written(indicator, reading, language);
        } else if id == CONTRIBUTION
            && let Some(Answer::Number(number)) = measured.derived.get(id)
        {
            *evidence = JsNumber(number.round()).to_string();
        }
    }
}

/// An indicator with its number and unit: shares as percent, anything else to two digits behind the point.
#[must_use]
pub fn written(indicator: &Indicator, reading: &Reading, language: &str) -> String {
    let label = indicator.label.get(language);
    let Some(x) = reading.x.filter(|x| x.is_finite()) else { return label.to_owned() };
    let unit = indicator.unit.as_ref().map(|unit| unit.get(language)).unwrap_or_default();
    let is_share = indicator.subset && !matches!(indicator.against, Some((Comparison::Ratio, _)));
    let number = if is_share {
        format!("{} %", JsNumber((1_000.0 * x).round() / 10.0))
    } else if x.abs() >= 100.0 {
        JsNumber(x.round()).to_string()
    } else {
        JsNumber((100.0 * x).round() / 100.0).to_string()
    };
    format!("{label}: {number} {unit}").trim_end().to_owned()
}
