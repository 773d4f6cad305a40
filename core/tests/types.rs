//! The types for TypeScript that follow from other files: Report and Assessment from their JSON Schemas, the keys of
//! texts from the locale file. They stand at the end of `static/partner-fit.d.ts`; what is written by hand stands above.
//!
//! `PARTNER_FIT_BLESS=1 cargo test --test types` rewrites them. That a compiler accepts them is tested in `tests/package`.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, missing_docs)]

mod common;

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;

use common::{blessing, read_json, root};
use serde_json::Value;

/// What stands above the types that are made.
const LINE: &str =
    "// ---- From here on made from the JSON Schemas: PARTNER_FIT_BLESS=1 cargo test --test types ----\n\n";

/// Names for the objects of an assessment, which its schema does not name: by the name of what they are in, and the key.
const NAMES: [(&str, &str); 33] = [
    ("Assessment.criteria", "Criterion"),
    ("Assessment.bands", "Band"),
    ("Assessment.gates", "Gate"),
    ("Assessment.glossary", "GlossaryEntry"),
    ("Assessment.advice", "Advice"),
    ("Assessment.clashes", "Clash"),
    ("Assessment.need", "NeedLevel"),
    ("Assessment.actions", "CallToAction"),
    ("Criterion.questions", "Question"),
    ("Criterion.floor", "Floor"),
    ("Question.options", "QuestionOption"),
    ("Question.points", "NumberPoint"),
    ("Question.ideal", "IdealRange"),
    ("Gate.when", "GateCondition"),
    ("Clash.when", "GateCondition"),
    ("Floor.unless", "GateCondition"),
    ("NeedLevel.rules", "VerdictRule"),
    ("Advice.verdicts", "Verdict"),
    ("Advice.models", "Model"),
    ("Advice.partnerTypes", "PartnerType"),
    ("Advice.benefits", "Benefit"),
    ("Advice.drawbacks", "Drawback"),
    ("Advice.plan", "PlanEntry"),
    ("Verdict.rules", "VerdictRule"),
    ("Model.rules", "PointsRule"),
    ("PartnerType.rules", "PointsRule"),
    ("Benefit.rules", "StrengthRule"),
    ("Drawback.rules", "StrengthRule"),
    ("PlanEntry.rules", "PlanRule"),
    ("VerdictRule.when", "Condition"),
    ("PointsRule.when", "Condition"),
    ("StrengthRule.when", "Condition"),
    ("PlanRule.when", "Condition"),
];

#[test]
fn the_types_are_what_the_schemas_make() {
    let path = root().join("static/partner-fit.d.ts");
    let text = fs::read_to_string(&path).unwrap();
    let by_hand = text.split(LINE).next().unwrap();
    let wanted = format!("{}\n\n{LINE}{}", by_hand.trim_end(), made());
    if blessing() {
        fs::write(path, wanted).unwrap();
    } else {
        assert!(text == wanted, "PARTNER_FIT_BLESS=1 cargo test --test types rewrites what is meant to change");
    }
}

#[test]
fn every_key_of_the_schemas_has_a_type() {
    let made = made();
    for name in ["assessment", "report"] {
        let mut keys = Vec::new();
        properties(&schema(name), &mut keys);
        assert!(keys.len() > 40, "only {} keys of {name} were found", keys.len());
        for key in keys {
            let key = if key.starts_with('$') { format!("\"{key}\"") } else { key };
            assert!(made.contains(&format!("  {key}: ")) || made.contains(&format!("  {key}?: ")), "{name}: {key}");
        }
    }
}

fn properties(schema: &Value, keys: &mut Vec<String>) {
    if let Some(properties) = schema.get("properties").and_then(Value::as_object) {
        keys.extend(properties.keys().cloned());
    }
    match schema {
        Value::Object(entries) => entries.values().for_each(|value| properties(value, keys)),
        Value::Array(items) => items.iter().for_each(|value| properties(value, keys)),
        _ => {}
    }
}

fn schema(name: &str) -> Value {
    read_json(&root().join(format!("static/schema/{name}.schema.json")))
}

/// Everything that is made, as text.
fn made() -> String {
    let mut types = Types::default();
    types.interface("Assessment", &schema("assessment"));
    types.interface("Report", &schema("report"));
    let text = read_json(&root().join("static/locales/en.json"));
    let keys: Vec<String> = text.as_object().unwrap().keys().map(|key| format!("\n  | \"{key}\"")).collect();
    let keys = format!("/** The keys of the element's own texts. */\nexport type TextKey ={};", keys.concat());
    types.order.iter().map(|name| types.made[name].as_str()).chain([keys.as_str()]).collect::<Vec<_>>().join("\n\n")
        + "\n"
}

/// The types so far, by name, and the order in which they were met.
#[derive(Default)]
struct Types {
    made: BTreeMap<String, String>,
    order: Vec<String>,
}

impl Types {
    /// An object's type. Two objects with one name must be alike.
    fn interface(&mut self, name: &str, schema: &Value) {
        let place = self.order.len();
        let mut text = format!("{}export interface {name} {{\n", about(schema, ""));
        let required: Vec<&str> =
            schema["required"].as_array().into_iter().flatten().map(|key| key.as_str().unwrap()).collect();
        if !self.order.iter().any(|known| known == name) {
            self.order.insert(place, name.to_owned());
        }
        for (key, property) in schema["properties"].as_object().unwrap() {
            let optional = if required.contains(&key.as_str()) { "" } else { "?" };
            let shown = if key.starts_with('$') { format!("\"{key}\"") } else { key.clone() };
            let kind = self.kind(property, &format!("{name}.{key}"));
            writeln!(text, "{}  {shown}{optional}: {kind};", about(property, "  ")).unwrap();
        }
        text.push('}');
        let defs = schema.get("$defs").and_then(Value::as_object).into_iter().flatten();
        let before = self.made.insert(name.to_owned(), text.clone());
        assert!(before.is_none_or(|before| before == text), "{name} names two kinds of objects");
        for (name, def) in defs {
            let name = pascal(name);
            if def.get("properties").is_some() {
                self.interface(&name, def);
            } else {
                let kind = self.kind(def, &name);
                self.made.insert(name.clone(), format!("{}export type {name} = {kind};", about(def, "")));
                self.order.push(name);
            }
        }
    }

    /// The type of a value at `place`, which is the name of an object and a key.
    fn kind(&mut self, schema: &Value, place: &str) -> String {
        if let Some(path) = schema["$ref"].as_str() {
            return pascal(path.rsplit('/').next().unwrap());
        }
        if let Some(values) = schema["enum"].as_array() {
            return values.iter().map(Value::to_string).collect::<Vec<_>>().join(" | ");
        }
        if let Some(kinds) = schema["anyOf"].as_array() {
            return kinds.iter().map(|kind| self.kind(kind, place)).collect::<Vec<_>>().join(" | ");
        }
        match &schema["type"] {
            Value::Array(kinds) => {
                let each = |kind: &Value| {
                    let mut one = schema.clone();
                    one["type"] = kind.clone();
                    one
                };
                kinds.iter().map(|kind| self.kind(&each(kind), place)).collect::<Vec<_>>().join(" | ")
            }
            Value::String(kind) => match kind.as_str() {
                "string" | "boolean" | "null" => kind.clone(),
                "number" | "integer" => "number".to_owned(),
                "array" => {
                    let item = self.kind(&schema["items"], place);
                    if item.contains(' ') { format!("({item})[]") } else { format!("{item}[]") }
                }
                "object" if schema.get("properties").is_some() => {
                    let found = NAMES.iter().find(|(of, _)| *of == place);
                    let (_, name) = found.unwrap_or_else(|| panic!("{place} has no name in NAMES"));
                    self.interface(name, schema);
                    (*name).to_owned()
                }
                "object" => format!("Record<string, {}>", self.kind(&schema["additionalProperties"], place)),
                other => panic!("{place}: a type {other}"),
            },
            other => panic!("{place}: a schema with the type {other}"),
        }
    }
}

/// The name of a definition, as types have it; a `Text` would hide the browser's own.
fn pascal(name: &str) -> String {
    match name {
        "text" => "LocalText".to_owned(),
        other => other.to_owned(),
    }
}

fn about(schema: &Value, indent: &str) -> String {
    let text = schema["description"].as_str().unwrap_or_default().replace("*/", "* /");
    let lines: Vec<&str> = text.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    if lines.is_empty() { String::new() } else { format!("{indent}/** {} */\n", lines.join(" ")) }
}
