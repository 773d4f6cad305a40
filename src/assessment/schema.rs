//! The JSON Schema (2020-12) of the assessment file, made from the same declarations that read it.
//!
//! `static/schema/assessment.schema.json` is this, checked in and tested equal. A schema says what one field may
//! hold; rules between fields (unique ids, references) are the checker's alone.

use serde_json::{Value, json};

use super::field::{Kind, Record};
use super::kinds::{ID, LANGUAGE_TAG};
use super::wire::ASSESSMENT_FILE;
use super::words::MAX_CHARACTERS;

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
            "description": "A text in every language of the file. It may hold {placeholders} of the profile.",
            "propertyNames": of_kind(&LANGUAGE_TAG),
            "additionalProperties": { "type": "string", "minLength": 1, "maxLength": MAX_CHARACTERS },
        },
    });
    schema
}

fn of_kind(kind: &Kind) -> Value {
    match kind {
        Kind::Words(words) => json!({ "type": "string", "pattern": words.pattern }),
        Kind::Number(bounds) => json!({ "type": "number", "minimum": bounds.low, "maximum": bounds.high }),
        Kind::Flag => json!({ "type": "boolean" }),
        Kind::OneOf(names) => json!({ "enum": names.names }),
        Kind::Text => json!({ "$ref": "#/$defs/text" }),
        Kind::Profile => json!({
            "type": "object",
            "propertyNames": of_kind(&ID),
            "additionalProperties": { "$ref": "#/$defs/text" },
        }),
        Kind::Object(record) => of_record(record),
        Kind::List(kind) => json!({ "type": "array", "minItems": 1, "items": of_kind(kind) }),
    }
}

#[allow(clippy::indexing_slicing)] // serde_json adds a key that is assigned to
fn of_record(record: &Record) -> Value {
    let described = |field: &super::field::Field| {
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
