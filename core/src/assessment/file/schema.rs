//! The JSON Schema (2020-12) of the assessment file, made from the same declarations that read it.
//!
//! `static/schema/assessment.schema.json` is this, checked in and tested equal. A schema says what one field may
//! hold; rules between fields (unique ids, references) are the checker's alone.

use serde_json::{Value, json};

use super::field::{Field, FieldKind, Record};
use super::format::ASSESSMENT_FILE;
use super::values::{ID, LANGUAGE_TAG, Pattern};
use crate::assessment::actions::ANY_BAND;
use crate::input::address;
use crate::input::plain_text::MAX_CHARACTERS;

/// The schema of an assessment file.
#[must_use]
#[allow(clippy::indexing_slicing)] // serde_json adds a key that is assigned to
pub fn assessment() -> Value {
    let mut schema = of_record(&ASSESSMENT_FILE);
    schema["$schema"] = "https://json-schema.org/draft/2020-12/schema".into();
    schema["title"] = "A Partner-fit assessment".into();
    schema["$defs"] = json!({
        "text": {
            "type": "object",
            "description": "A text in every language of the file. It may hold {placeholders} of the profile. With \"-x-candidate\" behind a language stands the form that is shown where somebody fills it in about a candidate; without one, the text itself is.",
            "propertyNames": { "type": "string", "pattern": LANGUAGE_TAG.pattern.replace('$', "(-x-candidate)?$") },
            "additionalProperties": { "type": "string", "minLength": 1, "maxLength": MAX_CHARACTERS },
        },
    });
    schema
}

fn of_pattern(pattern: &Pattern) -> Value {
    json!({ "type": "string", "pattern": pattern.pattern })
}

#[allow(clippy::indexing_slicing)] // serde_json adds a key that is assigned to
fn of_kind(kind: &FieldKind) -> Value {
    match kind {
        FieldKind::Pattern(pattern) => of_pattern(pattern),
        FieldKind::Number(range) if range.least > range.low => {
            let mut schema = of_range(range.low, range.high);
            schema["not"] = json!({ "exclusiveMinimum": range.low, "exclusiveMaximum": range.least });
            schema
        }
        FieldKind::Number(range) => of_range(range.low, range.high),
        FieldKind::Flag => json!({ "type": "boolean" }),
        FieldKind::FlagOrText => json!({ "anyOf": [{ "type": "boolean" }, { "$ref": "#/$defs/text" }] }),
        FieldKind::OneOf(names) => json!({ "enum": names.names }),
        FieldKind::Text => json!({ "$ref": "#/$defs/text" }),
        FieldKind::Profile => json!({
            "type": "object",
            "propertyNames": of_pattern(&ID),
            "additionalProperties": { "$ref": "#/$defs/text" },
        }),
        FieldKind::Actions => json!({
            "type": "object",
            "propertyNames": { "anyOf": [{ "const": ANY_BAND }, of_pattern(&ID)] },
            "additionalProperties": of_button(),
        }),
        FieldKind::Object(record) => of_record(record),
        FieldKind::List(kind) => json!({ "type": "array", "minItems": 1, "items": of_kind(kind) }),
    }
}

fn of_range(low: f64, high: f64) -> Value {
    json!({ "type": "number", "minimum": low, "maximum": high })
}

fn of_button() -> Value {
    json!({
        "type": "object",
        "description": "The primary button of a result.",
        "additionalProperties": false,
        "required": ["label"],
        "properties": {
            "label": { "$ref": "#/$defs/text", "description": "What it says." },
            "href": {
                "type": "string",
                "pattern": address::PATTERN,
                "maxLength": MAX_CHARACTERS,
                "description": "Where it leads: an https: or mailto: address. Left out: nowhere, and the page around the evaluator acts on \"pf-action\".",
            },
        },
    })
}

#[allow(clippy::indexing_slicing)] // serde_json adds a key that is assigned to
pub(crate) fn of_record(record: &Record) -> Value {
    let described = |field: &Field| {
        let mut schema = of_kind(&field.kind);
        schema["description"] = field.about.trim().into();
        (field.key.to_owned(), schema)
    };
    let properties: serde_json::Map<_, _> = record.fields.iter().map(described).collect();
    let required: Vec<_> = record.fields.iter().filter(|field| field.required).map(|field| field.key).collect();
    json!({
        "type": "object",
        "description": record.about.trim(),
        "additionalProperties": false,
        "required": required,
        "properties": properties,
    })
}
