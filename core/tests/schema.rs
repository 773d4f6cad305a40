//! The JSON Schemas: checked in as the code makes them, and of one mind with the checker.
//!
//! `PARTNER_FIT_BLESS=1 cargo test --test schema` rewrites the checked-in files. What the schema refuses the checker
//! refuses; the checker also knows the rules between fields, which are no business of a schema.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, missing_docs)]

mod common;

use std::fs;

use common::broken::{self, base, cases};
use common::{blessing, built_in, json_files, read, read_json, root, shipped_file};
use jsonschema::Validator;
use partner_fit_core::assessment::file;
use partner_fit_core::report;
use serde_json::{Value, json};

/// The schemas by the names of their files.
fn schemas() -> [(&'static str, Value); 2] {
    [("assessment", file::schema::assessment()), ("report", report::schema())]
}

fn validator(schema: &Value) -> Validator {
    jsonschema::draft202012::new(schema).unwrap()
}

fn assessment_validator() -> Validator {
    validator(&file::schema::assessment())
}

/// What a validator says of a value, for the message of a failed assertion.
fn complaints(validator: &Validator, value: &Value) -> Vec<String> {
    validator.iter_errors(value).map(|error| format!("{}: {error}", error.instance_path())).collect()
}

#[test]
fn the_checked_in_schemas_are_what_the_code_makes() {
    for (name, schema) in schemas() {
        let path = root().join(format!("static/schema/{name}.schema.json"));
        if blessing() {
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, serde_json::to_string_pretty(&schema).unwrap() + "\n").unwrap();
        } else {
            assert_eq!(read_json(&path), schema, "{name}: PARTNER_FIT_BLESS=1 rewrites what is meant to change");
        }
    }
}

#[test]
fn they_are_schemas_of_2020_12() {
    for (name, schema) in schemas() {
        assert_eq!(schema["$schema"], "https://json-schema.org/draft/2020-12/schema", "{name}");
        assert!(jsonschema::meta::is_valid(&schema), "{name}");
    }
}

#[test]
fn every_key_of_the_file_format_is_described() {
    let mut keys = 0;
    described(&file::schema::assessment(), &mut keys);
    assert!(keys > 40, "only {keys} keys were found");
}

/// Every property has a description, and no object takes unknown keys unless it takes any of a kind.
fn described(schema: &Value, keys: &mut usize) {
    if let Some(properties) = schema.get("properties").and_then(Value::as_object) {
        assert_eq!(schema["additionalProperties"], false, "{schema}");
        for (key, property) in properties {
            *keys += 1;
            assert!(property["description"].as_str().is_some_and(|about| about.len() > 5), "{key}");
            described(property, keys);
        }
    }
    if let Some(items) = schema.get("items") {
        described(items, keys);
    }
}

#[test]
fn the_shipped_assessments_pass() {
    let validator = assessment_validator();
    for name in built_in() {
        assert_eq!(complaints(&validator, &shipped_file(name)), Vec::<String>::new(), "{name}");
    }
    assert_eq!(complaints(&validator, &broken::json(&base()).unwrap()), Vec::<String>::new());
}

#[test]
fn a_broken_file_fails_exactly_when_the_problem_is_structural() {
    let validator = assessment_validator();
    let cases = cases();
    for (file, case) in &cases {
        let complaints = complaints(&validator, &broken::json(&case.file()).unwrap());
        assert_eq!(!complaints.is_empty(), case.structural, "{file}: {}: {complaints:?}", case.name);
    }
    let structural = cases.iter().filter(|(_, case)| case.structural).count();
    assert!(structural > 40 && cases.len() - structural > 40, "both kinds are well represented");
}

#[test]
fn what_the_schema_refuses_the_checker_refuses_too() {
    let validator = assessment_validator();
    let file = broken::json(&base()).unwrap();
    let strange = [
        Value::Null,
        json!(true),
        json!(-1),
        json!(0),
        json!(0.5),
        json!(1e16),
        json!(""),
        json!("x\ny"),
        json!("unsure"),
        json!([]),
        json!(["a"]),
        json!({}),
        json!({ "a": 1 }),
    ];
    let mut refused = 0;
    for pointer in pointers(&file) {
        for value in &strange {
            let mut changed = file.clone();
            *changed.pointer_mut(&pointer).unwrap() = value.clone();
            if !validator.is_valid(&changed) {
                refused += 1;
                assert!(read(&changed).is_err(), "the checker accepts {value} at {pointer}");
            }
        }
    }
    assert!(refused > 1_000, "only {refused} files were refused");
}

/// A pointer to every place.
fn pointers(value: &Value) -> Vec<String> {
    let children: Vec<(String, &Value)> = match value {
        Value::Object(entries) => entries.iter().map(|(key, value)| (key.clone(), value)).collect(),
        Value::Array(items) => items.iter().enumerate().map(|(index, value)| (index.to_string(), value)).collect(),
        _ => Vec::new(),
    };
    let inside = children.into_iter().flat_map(|(key, value)| {
        let key = key.replace('~', "~0").replace('/', "~1");
        pointers(value).into_iter().map(move |rest| format!("/{key}{rest}"))
    });
    [String::new()].into_iter().chain(inside).collect()
}

#[test]
fn golden_reports_pass() {
    let validator = validator(&report::schema());
    let mut reports = 0;
    for path in built_in().iter().flat_map(|name| json_files(&root().join("core/tests/golden").join(name))) {
        let golden = read_json(&path);
        assert_eq!(complaints(&validator, &golden["report"]), Vec::<String>::new(), "{}", path.display());
        reports += 1;
    }
    assert!(reports >= 16);
}

#[test]
fn a_report_with_a_key_less_or_a_wrong_type_fails() {
    let validator = validator(&report::schema());
    let golden = read_json(&root().join("core/tests/golden/partner/all-best-is-ready.json"))["report"].clone();
    for key in golden.as_object().unwrap().keys() {
        let mut without = golden.clone();
        without.as_object_mut().unwrap().remove(key);
        assert!(!validator.is_valid(&without), "{key} may be left out");
        let mut wrong = golden.clone();
        wrong[key] = json!(["x", 1]);
        assert!(!validator.is_valid(&wrong), "{key} may be anything");
    }
}
