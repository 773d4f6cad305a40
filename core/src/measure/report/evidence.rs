//! The advice of a Report where it rests on indicators: their numbers as people read them, and what an item of the plan brings.

use crate::answers::Answer;
use crate::assessment::advice::Clause;
use crate::assessment::{Question, QuestionKind, Test};
use crate::input::number::JsNumber;
use crate::measure::Measured;
use crate::measure::indicator::{Comparison, Indicator, Reading};
use crate::measure::programme::CONTRIBUTION;
use crate::report::Report;
use crate::report::advice::Reason;
use crate::scoring::gates::holds;
use crate::scoring::{EDGE_TOLERANCE, score};

/// Writes the evidence of every reason anew where it is a number that was computed.
pub(super) fn retell(measured: &Measured, report: &mut Report, language: &str) {
    if let Some(verdict) = &mut report.verdict {
        verdict.reasons.iter_mut().for_each(|reason| tell(measured, reason, language));
    }
    name_gap(measured, report, language);
    for weighed in report.ledger.benefits.iter_mut().chain(&mut report.ledger.drawbacks) {
        weighed.reasons.iter_mut().for_each(|reason| tell(measured, reason, language));
    }
}

/// Names the largest gap in a verdict that rests on nothing else: the leaf that costs most of the criterion that costs most.
fn name_gap(measured: &Measured, report: &mut Report, language: &str) {
    let programme = measured.programme;
    let advice = &programme.scored.advice;
    let Some(verdict) = &mut report.verdict else { return };
    let entry = advice.verdicts.iter().find(|entry| entry.id == verdict.id);
    let rests_on_nothing = entry.is_some_and(|entry| entry.rules.iter().all(|rule| rule.when.is_empty()));
    let place = report.gaps.first().and_then(|gap| programme.scored.criteria.iter().position(|one| one.id == *gap));
    let Some(place) = place.filter(|_| rests_on_nothing) else { return };
    let Some((criterion, score)) = programme.scored.criteria.get(place).zip(measured.score.criteria.get(place)) else {
        return;
    };
    let mut most: Option<(f64, &Question)> = None;
    for (question, score) in criterion.questions.iter().zip(&score.questions) {
        if score.lost > most.map_or(0.0, |(lost, _)| lost + EDGE_TOLERANCE) {
            most = Some((score.lost, question));
        }
    }
    if let (Some((_, question)), Some(reason)) = (most, verdict.reasons.first_mut()) {
        let answer = match (measured.derived.get(&question.id), &question.kind) {
            (Some(Answer::Option(id)), QuestionKind::Choice(options)) => {
                options.iter().find(|option| option.id == *id).map(|option| option.label.get(language))
            }
            _ => None,
        };
        let text = question.text.get(language);
        reason.questions.push(question.id.clone());
        reason.evidence.push(answer.map_or_else(|| text.to_owned(), |answer| format!("{text} {answer}")));
        tell(measured, reason, language);
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

/// An indicator with its number and unit: shares as percent, differences of shares with their sign, anything else to two
/// digits behind the point.
#[must_use]
pub fn written(indicator: &Indicator, reading: &Reading, language: &str) -> String {
    let label = indicator.label.get(language);
    let Some(x) = reading.x.filter(|x| x.is_finite()) else { return label.to_owned() };
    let unit = indicator.unit.as_ref().map(|unit| unit.get(language)).unwrap_or_default();
    let percent = || JsNumber((1_000.0 * x).round() / 10.0);
    match (indicator.subset, &indicator.against) {
        (true, Some((Comparison::Difference, _))) => {
            return format!("{label}: {}{} %", if x > 0.0 { "+" } else { "" }, percent());
        }
        (true, None) => return format!("{label}: {} % {unit}", percent()).trim_end().to_owned(),
        _ => {}
    }
    let number = JsNumber(if x.abs() >= 100.0 { x.round() } else { (100.0 * x).round() / 100.0 });
    format!("{label}: {number} {unit}").trim_end().to_owned()
}
