//! From a file without problems to the [`Assessment`]. Nothing is checked here; a `None` would be a fault of `rules`.

mod advice;
mod fields;

use std::sync::Arc;

use self::fields::{condition, each, name, names, optional_text, text};
use super::placeholders::filled;
use crate::assessment::text::Text;
use crate::assessment::value_function::{Scale, ValueFunction};
use crate::assessment::{
    Assessment, Band, Choice, Criterion, Floor, Gate, NumberField, Question, QuestionKind, Term, fingerprint,
};
use crate::input::map::Map;
use crate::input::value::Tree;

/// Within how many points of an edge a score is borderline, where the author does not say.
const BORDERLINE_POINTS: f64 = 2.5;

/// The assessment that `file` describes, its placeholders filled in from the page's own profile and the file's.
pub fn assessment(file: &Tree, profile: &Map<String>) -> Option<Assessment> {
    let file = &filled(file, "", file.get("profile"), profile);
    let bands = each(file, "bands", band)?;
    let criteria = each(file, "criteria", |entry| criterion(entry, &bands))?;
    let mut assessment = Assessment {
        id: name(file, "id")?,
        version: name(file, "version")?,
        fingerprint: String::new(),
        languages: names(file, "languages"),
        title: text(file, "title"),
        intro: optional_text(file, "intro"),
        minutes: file.number("minutes"),
        advice: Arc::new(advice::advice(file, &advice::Places { bands: &bands, criteria: &criteria })?),
        glossary: Arc::new(each(file, "glossary", term)?),
        criteria,
        gates: Arc::new(each(file, "gates", |entry| gate(entry, &bands))?),
        bands: Arc::new(bands),
        borderline: file.number("borderline").unwrap_or(BORDERLINE_POINTS),
        own_weights: false,
    };
    assessment.fingerprint = fingerprint::fingerprint(&assessment);
    Some(assessment)
}

/// The place of the band that is named at `key`.
fn cap(tree: &Tree, bands: &[Band]) -> Option<usize> {
    let cap = tree.text("cap")?;
    bands.iter().position(|band| band.id == cap)
}

fn term(entry: &Tree) -> Option<Term> {
    Some(Term { id: name(entry, "id")?, term: text(entry, "term"), meaning: text(entry, "meaning") })
}

fn band(entry: &Tree) -> Option<Band> {
    Some(Band {
        id: name(entry, "id")?,
        label: text(entry, "label"),
        from: entry.number("from")?,
        meaning: optional_text(entry, "meaning"),
    })
}

fn criterion(entry: &Tree, bands: &[Band]) -> Option<Criterion> {
    Some(Criterion {
        id: name(entry, "id")?,
        title: text(entry, "title"),
        why: optional_text(entry, "why"),
        weight: entry.number("weight")?,
        floor: match entry.get("floor") {
            Some(floor) => {
                let unless = each(floor, "unless", condition)?;
                let (below, cap) = (floor.number("below")?, cap(floor, bands)?);
                Some(Arc::new(Floor { below, cap, reason: text(floor, "reason"), unless }))
            }
            None => None,
        },
        questions: Arc::new(each(entry, "questions", question)?),
    })
}

fn question(entry: &Tree) -> Option<Question> {
    let option = |option: &Tree| {
        Some(Choice { id: name(option, "id")?, label: text(option, "label"), value: option.number("value") })
    };
    Some(Question {
        id: name(entry, "id")?,
        text: text(entry, "text"),
        hint: optional_text(entry, "hint"),
        weight: entry.number("weight").unwrap_or(1.0),
        unsure: entry.flag("unsure", true),
        not_applicable: offers_not_applicable(entry),
        not_applicable_label: entry.get("notApplicable").filter(|it| matches!(it, Tree::Object(_))).map(Text::of),
        steps: entry.number("steps").map(whole),
        locked: entry.flag("locked", false),
        kind: match entry.text("kind")? {
            "choice" => QuestionKind::Choice(each(entry, "options", option)?),
            "number" => QuestionKind::Number(NumberField {
                unit: optional_text(entry, "unit"),
                min: entry.number("min"),
                max: entry.number("max"),
                value: match (entry.get("points"), entry.get("ideal")) {
                    (None, None) => None,
                    (_, ideal) => Some(value_function(entry, ideal)?),
                },
            }),
            _ => return None,
        },
    })
}

/// Whether a question offers "Does not apply", under that name or one of its own.
fn offers_not_applicable(question: &Tree) -> bool {
    question.flag("notApplicable", false) || matches!(question.get("notApplicable"), Some(Tree::Object(_)))
}

/// A small number that was checked to be from 1 to 19, without what is behind its point.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
fn whole(number: f64) -> usize {
    number as usize
}

fn value_function(entry: &Tree, ideal: Option<&Tree>) -> Option<ValueFunction> {
    let scale = if entry.text("scale") == Some("log") { Scale::Log } else { Scale::Linear };
    if let Some(ideal) = ideal {
        let corner = |key| ideal.number(key);
        let corners = [corner("zeroBelow")?, corner("from")?, corner("to")?, corner("zeroAbove")?];
        return Some(ValueFunction::Trapezoid { corners, scale });
    }
    let points = each(entry, "points", |point| Some((point.number("at")?, point.number("value")?)))?;
    Some(ValueFunction::Piecewise { points, scale })
}

fn gate(entry: &Tree, bands: &[Band]) -> Option<Gate> {
    Some(Gate {
        id: name(entry, "id")?,
        when: each(entry, "when", condition)?,
        coverage_below: entry.number("coverageBelow"),
        cap: cap(entry, bands)?,
        reason: text(entry, "reason"),
    })
}
