//! The lists that everything reads: of the shipped assessments, of the languages, and of the element's attributes.
//!
//! What follows from the attributes in other files (types, the manifest, the README's table) is made from their table:
//! `PARTNER_FIT_BLESS=1 cargo test --test lists` rewrites it. And no other file holds a list of its own.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, missing_docs)]

#[path = "../core/tests/common/mod.rs"]
mod common;

use std::fs;
use std::path::Path;

use common::{blessing, built_in, languages, read_json, root};
use serde_json::{Value, json};

/// An attribute of the table, with what is said of it.
struct Attribute {
    name: String,
    property: String,
    /// Its type in TypeScript and in the manifest.
    kind: String,
    /// What an absent attribute means, as JSON.
    default: Value,
    about: String,
    values: String,
    /// Its name in the address of a frame.
    parameter: Option<String>,
}

fn attributes() -> Vec<Attribute> {
    let table = read_json(&root().join("static/attributes.json"));
    let names = built_in().iter().map(|id| format!("`{id}`")).collect::<Vec<_>>().join(", ");
    let entries = table["attributes"].as_array().unwrap();
    assert_eq!(entries.len(), table["docs"].as_object().unwrap().len());
    let attribute = |entry: &Value| {
        let text = |value: &Value| value.as_str().unwrap_or_else(|| panic!("{entry}: expected a text")).to_owned();
        let name = text(&entry["name"]);
        let docs = &table["docs"][&name];
        let first = entry["values"].get(0).cloned();
        let (kind, default) = match entry["type"].as_str().unwrap() {
            "assessment" => ("string".to_owned(), json!(built_in()[0])),
            "language" | "address" => ("string".to_owned(), Value::Null),
            "choice" => {
                let values = entry["values"].as_array().unwrap();
                (values.iter().map(Value::to_string).collect::<Vec<_>>().join(" | "), first.unwrap())
            }
            "level" => ("number".to_owned(), entry["default"].clone()),
            "switch" => ("boolean".to_owned(), json!(false)),
            other => panic!("{name}: a type {other}"),
        };
        let parameter =
            entry["frame"].as_bool().unwrap_or(false).then(|| entry["opposite"].as_str().unwrap_or(&name).to_owned());
        Attribute {
            property: text(&entry["property"]),
            about: text(&docs["about"]).replace("{assessments}", &names),
            values: text(&docs["values"]).replace("{assessments}", &names),
            name,
            kind,
            default,
            parameter,
        }
    };
    entries.iter().map(attribute).collect()
}

impl Attribute {
    fn is_assessment(&self) -> bool {
        self.name == "assessment"
    }

    /// Its property in the class, for TypeScript.
    fn declared(&self) -> String {
        let Self { property, kind, about, .. } = self;
        let at_first = match &self.default {
            Value::Null | Value::Bool(_) => String::new(),
            Value::String(text) => format!("; at first `{text}`"),
            other => format!("; at first {other}"),
        };
        let comment = format!("  /** {about} Attribute `{}`{at_first}. */\n", self.name);
        match kind.as_str() {
            "number" => {
                format!("{comment}  get {property}(): number;\n  set {property}(level: 1 | 2 | 3 | 4 | 5 | 6);\n")
            }
            "string" if self.is_assessment() => format!("{comment}  {property}: BuiltIn | (string & {{}});\n"),
            kind => format!("{comment}  {property}: {kind};\n"),
        }
    }

    /// The attribute for the manifest.
    fn described(&self) -> String {
        let mut entry = vec![
            format!("\"name\": {}", json!(self.name)),
            format!("\"fieldName\": {}", json!(self.property)),
            format!("\"type\": {{\n                \"text\": {}\n              }}", json!(self.kind)),
            format!("\"description\": {}", json!(self.about)),
        ];
        match &self.default {
            Value::Null | Value::Bool(_) => {}
            Value::String(text) => entry.push(format!("\"default\": {}", json!(text))),
            other => entry.push(format!("\"default\": {}", json!(other.to_string()))),
        }
        object(&entry)
    }

    /// The property for the manifest; `lang` is every element's.
    fn member(&self) -> Option<String> {
        let entry = [
            "\"kind\": \"field\"".to_owned(),
            format!("\"name\": {}", json!(self.property)),
            "\"privacy\": \"public\"".to_owned(),
            format!("\"type\": {{\n                \"text\": {}\n              }}", json!(self.kind)),
            format!("\"description\": {}", json!(self.about)),
            format!("\"default\": {}", json!(self.default.to_string())),
            format!("\"attribute\": {}", json!(self.name)),
            "\"reflects\": true".to_owned(),
        ];
        (self.name != "lang").then(|| object(&entry))
    }

    /// Its row in the README.
    fn row(&self) -> String {
        let Self { name, property, values, .. } = self;
        let named = if name == property { String::new() } else { format!(" (`{property}`)") };
        format!("| `{name}`{named} | {values} |\n")
    }
}

/// An object as the manifest writes one.
fn object(entries: &[String]) -> String {
    format!("            {{\n              {}\n            }}", entries.join(",\n              "))
}

/// Puts `made` between two lines of a file, or fails where something else is there.
fn make(path: &str, after: &str, before: &str, made: &str) {
    let place = root().join(path);
    let text = fs::read_to_string(&place).unwrap();
    let (head, rest) = text.split_once(after).unwrap_or_else(|| panic!("{path}: expected `{after}`"));
    let end = rest.find(before).unwrap_or_else(|| panic!("{path}: expected `{before}` after `{after}`"));
    let wanted = format!("{head}{after}{made}{}", &rest[end..]);
    if blessing() {
        fs::write(place, wanted).unwrap();
    } else {
        assert!(text == wanted, "{path}: PARTNER_FIT_BLESS=1 cargo test --test lists rewrites what is meant to change");
    }
}

#[test]
fn types_and_manifest_and_readme_are_what_the_table_makes() {
    let all = attributes();
    let text = |part: fn(&Attribute) -> String| all.iter().map(part).collect::<String>();
    let types = "static/partner-fit.d.ts";
    make(
        types,
        "  // ---- Properties of attributes, made from attributes.json ----\n",
        "  // ----",
        &text(Attribute::declared),
    );
    let ids: Vec<String> = built_in().iter().map(|id| format!("\"{id}\"")).collect();
    make(types, "export type BuiltIn = ", ";", &ids.join(" | "));

    let manifest = "static/custom-elements.json";
    let described: Vec<String> = all.iter().map(Attribute::described).collect();
    make(manifest, "          \"attributes\": [\n", "\n          ],\n          \"members\": [", &described.join(",\n"));
    let members: Vec<String> = all.iter().filter_map(Attribute::member).collect();
    let first_by_hand = ",\n            {\n              \"kind\": \"field\",\n              \"name\": \"model\"";
    make(manifest, "          \"members\": [\n", first_by_hand, &members.join(",\n"));

    let named: Vec<&Attribute> = all.iter().filter(|one| one.name != "lang" && one.kind != "number").collect();
    let properties: Vec<String> = named.iter().map(|one| format!("\"{}\"", one.property)).collect();
    make("static/react.d.ts", "type AttributeProperties = ", ";", &properties.join(" | "));
    let properties: Vec<String> =
        all.iter().filter(|one| one.name != "lang").map(|one| format!("\"{}\"", one.property)).collect();
    make("static/element/attributes.js", "@typedef {", "} Property", &properties.join(" | "));
    let differing = all.iter().filter(|one| one.name != one.property);
    let attributes: Vec<String> = differing
        .map(|one| format!("\"{}\"?: {}", one.name, if one.kind == "boolean" { "\"\"" } else { "string" }))
        .collect();
    make("static/react.d.ts", "type Attributes = { ", " };", &attributes.join("; "));

    make(
        "README.md",
        "| attribute (property) | values, the default first |\n|---|---|\n",
        "\n\n",
        text(Attribute::row).trim_end(),
    );
    let rows: String = read_json(&root().join("static/assessments/index.json"))
        .as_array()
        .unwrap()
        .iter()
        .map(|one| {
            let text = |key: &str| one[key].as_str().unwrap().to_owned();
            format!("| {} | *{}* (`{}`) |\n", text("for"), text("asks"), text("id"))
        })
        .collect();
    make("README.md", "| For | it answers |\n|---|---|\n", "| whoever has a site", &rows);
}

#[test]
fn the_readme_names_every_parameter_of_a_frame() {
    let readme = fs::read_to_string(root().join("README.md")).unwrap();
    let (_, table) = readme.split_once("| parameter | values, the default first |").unwrap();
    let (table, _) = table.split_once("\n\n").unwrap();
    let names: Vec<&str> = table.lines().filter_map(|row| row.split('|').nth(1)).collect();
    for parameter in attributes().into_iter().filter_map(|attribute| attribute.parameter) {
        assert!(names.iter().any(|row| row.contains(&format!("`{parameter}`"))), "{parameter} is not in the table");
    }
}

/// Each listed assessment and language has its files, and no file is there that no list names.
#[test]
fn what_is_listed_is_there_and_what_is_there_is_listed() {
    let of = |folder: &str| -> Vec<String> {
        let files = common::json_files(&root().join("static").join(folder));
        files.iter().map(|path| common::stem(path)).filter(|name| name != "index").collect()
    };
    let sorted = |mut names: Vec<&'static str>| {
        names.sort_unstable();
        names
    };
    assert_eq!(of("assessments"), sorted(built_in()));
    assert_eq!(of("locales"), sorted(languages()));
    assert_eq!(of("site"), sorted(languages()));
}

/// A list of its own in another file would have to be found by whoever adds an assessment or a language.
#[test]
fn nobody_else_lists_assessments_or_languages() {
    let quoted = |names: Vec<&str>, sign: char| -> Vec<String> {
        names.iter().map(|name| format!("{sign}{name}{sign}")).collect()
    };
    let mut lists = Vec::new();
    for sign in ['"', '\''] {
        for names in [quoted(built_in(), sign), quoted(languages(), sign)] {
            lists.extend([format!("[{}]", names.join(", ")), names.join(" | ")]);
        }
    }
    let mut found = Vec::new();
    scan(&root(), &mut |path, text| {
        found
            .extend(lists.iter().filter(|list| text.contains(*list)).map(|list| format!("{}: {list}", path.display())));
    });
    // Types that are made from the list, and the files of assessments themselves, which say what they are written in.
    let may = [
        "static/partner-fit.d.ts",
        "static/assessments",
        "core/content",
        "core/tests/golden",
        "core/tests/problems",
        "tests/cases",
        "tests/zoo",
    ];
    found.retain(|one| !may.iter().any(|path| one.starts_with(path)));
    assert_eq!(found, Vec::<String>::new());
}

/// Reads every text of ours below a folder.
fn scan(folder: &Path, read: &mut impl FnMut(&Path, &str)) {
    const ENDINGS: [&str; 7] = ["rs", "js", "ts", "json", "html", "toml", "jsx"];
    const OTHERS: [&str; 4] = ["target", "node_modules", "dist", ".git"];
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        if path.is_dir() {
            if !OTHERS.contains(&name.as_str()) {
                scan(&path, read);
            }
        } else if path.extension().is_some_and(|ending| ENDINGS.iter().any(|known| ending == *known)) {
            let text = fs::read_to_string(&path).unwrap_or_default();
            read(path.strip_prefix(root()).unwrap_or(&path), &text);
        }
    }
}
