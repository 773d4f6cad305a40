//! The JSON Schema (2020-12) of a file that measures: that of an assessment, and what only measuring knows.

use serde_json::{Value, json};

use super::format::{ECONOMIC, FIGURE_KEYS, INDICATOR_ENTRY, MEASURED_FILE};
use crate::assessment::file::schema;

/// The schema of a file that measures.
#[must_use]
#[allow(clippy::indexing_slicing)] // serde_json adds a key that is assigned to
pub fn programme() -> Value {
    let mut schema = schema::assessment();
    schema["title"] = "A Partner-fit assessment that measures".into();
    add(&mut schema, &schema::of_record(&MEASURED_FILE));
    schema["properties"]["tiers"]["items"]["properties"]["least"] = json!({
        "type": "object",
        "description": "What criteria must be worth at least, from 0 to 1, by their ids.",
        "additionalProperties": { "type": "number", "minimum": 0, "maximum": 1 },
    });
    let criterion = &mut schema["properties"]["criteria"]["items"];
    criterion["properties"]["indicators"] = json!({
        "type": "array",
        "description": "What figures come to: leaves of the score beside the questions.",
        "minItems": 1,
        "items": schema::of_record(&INDICATOR_ENTRY),
    });
    add(&mut criterion["properties"]["questions"]["items"], &schema::of_record(&FIGURE_KEYS));
    with_subjects(&mut schema);
    schema
}

/// Adds the properties of one object to another.
fn add(to: &mut Value, from: &Value) {
    let to = to.pointer_mut("/properties").and_then(Value::as_object_mut);
    if let (Some(to), Some(from)) = (to, from.get("properties").and_then(Value::as_object)) {
        to.extend(from.clone());
    }
}

/// Lets every condition name a figure, an indicator or the contribution in place of a question.
fn with_subjects(schema: &mut Value) {
    match schema {
        Value::Array(items) => items.iter_mut().for_each(with_subjects),
        Value::Object(entries) => {
            let is_condition = |value: &Value| value.get("question").is_some() && value.get("atLeast").is_some();
            if let Some(properties) = entries.get_mut("properties").filter(|value| is_condition(value))
                && let Some(properties) = properties.as_object_mut()
            {
                for key in ["figure", "indicator"] {
                    let id = properties.get("question").and_then(|question| question.get("pattern")).cloned();
                    let about = format!(
                        "The id of {} {key}, in place of a question.",
                        if key == "figure" { "a" } else { "an" }
                    );
                    properties.insert(key.to_owned(), json!({ "type": "string", "pattern": id, "description": about }));
                }
                let about = "What a partner customer brings before the fixed cost, in place of a question.";
                properties.insert("economics".to_owned(), json!({ "enum": ECONOMIC.names, "description": about }));
            }
            if let Some(Value::Array(required)) = entries.get_mut("required") {
                required.retain(|key| key != "question");
            }
            entries.iter_mut().for_each(|(_, value)| with_subjects(value));
        }
        _ => {}
    }
}
