//! From a file without problems to the [`Assessment`]. Nothing is checked here; a `None` would be a fault of `rules`.

mod advice;
pub mod fields;

use std::cell::Cell;
use std::sync::Arc;

use self::fields::Item;
use super::placeholders::filled;
use crate::assessment::actions::{self, Actions};
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
    let of_file = Arc::new(actions::read(file.get("actions")));
    let faulty = Cell::new(false);
    let file = Item::new(file, &faulty);
    let bands = file.each("bands", band);
    let criteria = file.each("criteria", |entry| criterion(entry, &bands));
    let mut assessment = Assessment {
        id: file.name("id"),
        version: file.name("version"),
        fingerprint: String::new(),
        languages: file.names("languages"),
        title: file.text("title"),
        intro: file.optional_text("intro"),
        minutes: file.optional_number("minutes"),
        advice: Arc::new(advice::advice(file, &advice::Places { bands: &bands, criteria: &criteria })),
        glossary: Arc::new(file.each("glossary", term)),
        criteria,
        gates: Arc::new(file.each("gates", |entry| gate(entry, &bands))),
        bands: Arc::new(bands),
        borderline: file.optional_number("borderline").unwrap_or(BORDERLINE_POINTS),
        actions: Actions { of_file, ..Actions::default() },
        own_weights: false,
        adapted: file.flag("adapted", false),
    };
    assessment.fingerprint = fingerprint::fingerprint(&assessment);
    (!faulty.get()).then_some(assessment)
}

/// The place of the band that is named at `key`.
fn cap(entry: Item, bands: &[Band]) -> usize {
    let cap = entry.found("cap");
    entry.needed(bands.iter().position(|band| Some(band.id.as_str()) == cap))
}

fn term(entry: Item) -> Term {
    Term { id: entry.name("id"), term: entry.text("term"), meaning: entry.text("meaning") }
}

fn band(entry: Item) -> Band {
    let (label, meaning) = (entry.text("label"), entry.optional_text("meaning"));
    Band { id: entry.name("id"), label, from: entry.number("from"), meaning }
}

fn criterion(entry: Item, bands: &[Band]) -> Criterion {
    let floor = |floor: Item| {
        let unless = floor.each("unless", |condition| condition.condition());
        Floor { below: floor.number("below"), cap: cap(floor, bands), reason: floor.text("reason"), unless }
    };
    Criterion {
        id: entry.name("id"),
        title: entry.text("title"),
        why: entry.optional_text("why"),
        weight: entry.number("weight"),
        floor: entry.get("floor").map(|entry| Arc::new(floor(entry))),
        questions: Arc::new(entry.each("questions", question)),
    }
}

fn question(entry: Item) -> Question {
    let option = |option: Item| Choice {
        id: option.name("id"),
        label: option.text("label"),
        value: option.optional_number("value"),
    };
    let not_applicable_label = entry.get("notApplicable").filter(Item::is_object);
    Question {
        id: entry.name("id"),
        text: entry.text("text"),
        hint: entry.optional_text("hint"),
        weight: entry.optional_number("weight").unwrap_or(1.0),
        unsure: entry.flag("unsure", true),
        not_applicable: not_applicable_label.is_some() || entry.flag("notApplicable", false),
        not_applicable_label: not_applicable_label.map(|label| label.as_text()),
        steps: entry.optional_number("steps").map(whole),
        locked: entry.flag("locked", false),
        kind: if entry.found("kind") == Some("number") {
            QuestionKind::Number(NumberField {
                unit: entry.optional_text("unit"),
                min: entry.optional_number("min"),
                max: entry.optional_number("max"),
                value: value_function(entry),
            })
        } else {
            entry.needed(entry.found("kind").filter(|kind| *kind == "choice"));
            QuestionKind::Choice(entry.each("options", option))
        },
    }
}

/// A small number that was checked to be from 1 to 19, without what is behind its point.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
fn whole(number: f64) -> usize {
    number as usize
}

pub fn value_function(entry: Item) -> Option<ValueFunction> {
    let scale = if entry.found("scale") == Some("log") { Scale::Log } else { Scale::Linear };
    if let Some(ideal) = entry.get("ideal") {
        let corners = ["zeroBelow", "from", "to", "zeroAbove"].map(|key| ideal.number(key));
        return Some(ValueFunction::Trapezoid { corners, scale });
    }
    entry.get("points")?;
    let points = entry.each("points", |point| (point.number("at"), point.number("value")));
    Some(ValueFunction::Piecewise { points, scale })
}

fn gate(entry: Item, bands: &[Band]) -> Gate {
    Gate {
        id: entry.name("id"),
        when: entry.each("when", |condition| condition.condition()),
        coverage_below: entry.optional_number("coverageBelow"),
        cap: cap(entry, bands),
        reason: entry.text("reason"),
    }
}
