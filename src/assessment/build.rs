//! From a file without problems to the [`Assessment`]. Nothing is checked here; a `None` would be a fault of `check`.

mod advice;

use super::field::Items;
use super::kinds::{Flag, Id, KindName, Name, ScaleName};
use super::wire::{AssessmentFile, BandEntry, ConditionEntry, CriterionEntry, FloorEntry, GateEntry, QuestionEntry};
use super::{
    Assessment, Band, Choice, Condition, Criterion, Floor, Gate, Kind, NumberField, Question, Test, fingerprint,
};
use crate::scoring::value::{Scale, ValueFunction};

/// Within how many points of an edge a score is borderline, where the author does not say.
const BORDERLINE_POINTS: f64 = 2.5;

/// The assessment that `file` describes.
pub fn assessment(file: &AssessmentFile) -> Option<Assessment> {
    let bands = each(file.bands.as_ref()?, band)?;
    let criteria = each(file.criteria.as_ref()?, |entry| criterion(entry, &bands))?;
    let mut assessment = Assessment {
        id: name(&file.id)?,
        version: file.version.as_ref()?.0.clone(),
        fingerprint: String::new(),
        languages: file.languages.as_ref()?.iter().map(|(_, language)| language.0.clone()).collect(),
        title: file.title.clone()?,
        intro: file.intro.clone(),
        minutes: file.minutes.map(|minutes| minutes.0),
        advice: advice::advice(file.advice.as_ref(), &advice::Names { bands: &bands, criteria: &criteria })?,
        glossary: each(file.glossary.as_deref().unwrap_or_default(), advice::term)?,
        criteria,
        gates: each(file.gates.as_deref().unwrap_or_default(), |entry| gate(entry, &bands))?,
        bands,
        borderline: file.borderline.map_or(BORDERLINE_POINTS, |points| points.0),
        own_weights: false,
    };
    assessment.fingerprint = fingerprint::fingerprint(&assessment);
    Some(assessment)
}

fn each<T, U>(items: &[(usize, T)], build: impl Fn(&T) -> Option<U>) -> Option<Vec<U>> {
    items.iter().map(|(_, item)| build(item)).collect()
}

fn name(id: &Option<Id>) -> Option<String> {
    id.as_ref().map(|id| id.0.clone())
}

fn place(cap: &Option<Id>, bands: &[Band]) -> Option<usize> {
    let cap = cap.as_ref()?;
    bands.iter().position(|band| band.id == cap.0)
}

fn band(entry: &BandEntry) -> Option<Band> {
    Some(Band {
        id: name(&entry.id)?,
        label: entry.label.clone()?,
        from: entry.from?.0,
        meaning: entry.meaning.clone(),
    })
}

fn criterion(entry: &CriterionEntry, bands: &[Band]) -> Option<Criterion> {
    Some(Criterion {
        id: name(&entry.id)?,
        title: entry.title.clone()?,
        why: entry.why.clone(),
        weight: entry.weight?.0,
        floor: match &entry.floor {
            Some(entry) => Some(floor(entry, bands)?),
            None => None,
        },
        questions: each(entry.questions.as_ref()?, question)?,
    })
}

fn floor(entry: &FloorEntry, bands: &[Band]) -> Option<Floor> {
    Some(Floor { below: entry.below?.0, cap: place(&entry.cap, bands)?, reason: entry.reason.clone()? })
}

fn question(entry: &QuestionEntry) -> Option<Question> {
    Some(Question {
        id: name(&entry.id)?,
        text: entry.text.clone()?,
        hint: entry.hint.clone(),
        weight: entry.weight.map_or(1.0, |weight| weight.0),
        unsure: entry.unsure.unwrap_or(Flag(true)).0,
        not_applicable: entry.not_applicable.unwrap_or(Flag(false)).0,
        locked: entry.locked.unwrap_or(Flag(false)).0,
        kind: match entry.kind? {
            KindName::Choice => Kind::Choice(each(entry.options.as_ref()?, |option| {
                Some(Choice {
                    id: name(&option.id)?,
                    label: option.label.clone()?,
                    value: option.value.map(|value| value.0),
                })
            })?),
            KindName::Number => Kind::Number(NumberField {
                unit: entry.unit.clone(),
                min: entry.min,
                max: entry.max,
                value: match (&entry.points, &entry.ideal) {
                    (None, None) => None,
                    _ => Some(value_function(entry)?),
                },
            }),
        },
    })
}

fn value_function(entry: &QuestionEntry) -> Option<ValueFunction> {
    let scale = match entry.scale {
        Some(ScaleName::Log) => Scale::Log,
        Some(ScaleName::Linear) | None => Scale::Linear,
    };
    if let Some(ideal) = &entry.ideal {
        let corners = [ideal.zero_below?, ideal.from?, ideal.to?, ideal.zero_above?];
        return Some(ValueFunction::Trapezoid { corners, scale });
    }
    let points = each(entry.points.as_ref()?, |point| Some((point.at?, point.value?.0)))?;
    Some(ValueFunction::Piecewise { points, scale })
}

fn gate(entry: &GateEntry, bands: &[Band]) -> Option<Gate> {
    Some(Gate {
        id: name(&entry.id)?,
        when: each(entry.when.as_ref()?, condition)?,
        cap: place(&entry.cap, bands)?,
        reason: entry.reason.clone()?,
    })
}

fn condition(entry: &ConditionEntry) -> Option<Condition> {
    let test = test(entry.is.as_ref(), entry.below, entry.at_least)?;
    Some(Condition { question: name(&entry.question)?, test })
}

fn test(is: Option<&Items<Name>>, below: Option<f64>, at_least: Option<f64>) -> Option<Test> {
    match (is, below, at_least) {
        (Some(is), None, None) => Some(Test::Is(is.iter().map(|(_, name)| name.0.clone()).collect())),
        (None, Some(below), None) => Some(Test::Below(below)),
        (None, None, Some(at_least)) => Some(Test::AtLeast(at_least)),
        _ => None,
    }
}
