//! The JSON Schema (2020-12) of the assessment file, made from the same declarations that read it.
//!
//! `static/schema/assessment.schema.json` is this, checked in and tested equal. A schema says what one field may
//! hold; rules between fields (unique ids, references) are the checker's alone.

use serde_json::{Value, json};

use super::field::Field as _;
use super::kinds::LanguageTag;
use super::wire::AssessmentFile;
use super::words::MAX_CHARACTERS;

/// The schema of an assessment file.
#[must_use]
#[allow(clippy::indexing_slicing)] // serde_json adds a key that is assigned to
pub fn assessment() -> Value {
    let mut schema = AssessmentFile::schema();
    schema["$schema"] = "https://json-schema.org/draft/2020-12/schema".into();
    schema["title"] = "A Partner-fit assessment".into();
    schema["$defs"] = json!({
        "text": {
            "type": "object",
            "description": "A text in every language of the file. It may hold {placeholders} of the profile.",
            "propertyNames": LanguageTag::schema(),
            "additionalProperties": { "type": "string", "minLength": 1, "maxLength": MAX_CHARACTERS },
        },
    });
    schema
}
