//! `custom-elements.json`: a manifest by its schema, and of one mind with the sources. What only a browser knows of the
//! class (its members) is compared there.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use serde_json::{Value, json};
use xtask::site::files;

use crate::{quoted, read, root};

/// The manifest as it is.
fn manifest() -> Value {
    serde_json::from_str(&read(&root().join("static/custom-elements.json"))).unwrap()
}

/// The declaration of the element in it.
fn element() -> Value {
    manifest()["modules"][0]["declarations"][0].clone()
}

/// The names in one of its lists.
fn names(list: &str) -> BTreeSet<String> {
    let element = element();
    let list = element[list].as_array().unwrap_or_else(|| panic!("no {list}"));
    list.iter().map(|one| one["name"].as_str().unwrap().to_owned()).collect()
}

fn set<'a>(names: impl IntoIterator<Item = &'a str>) -> BTreeSet<String> {
    names.into_iter().map(str::to_owned).collect()
}

/// The sources of what is drawn.
fn views() -> String {
    let folders = ["src/view", "src/view/result"].map(|folder| texts(&root().join(folder)).concat());
    read(&root().join("src/view.rs")) + &folders.concat()
}

/// The element's script, all of its modules.
fn script() -> String {
    let folder = root().join("static/element");
    files::list(&folder)
        .unwrap()
        .iter()
        .filter(|path| path.ends_with(".js"))
        .map(|path| read(&folder.join(path)))
        .collect()
}

/// What a schema of manifests says of one.
fn complaints(schema: &str, at: &str, value: &Value) -> Vec<String> {
    let mut schema: Value = serde_json::from_str(&read(&root().join("node_modules").join(schema))).unwrap();
    if !at.is_empty() {
        schema = json!({ "definitions": schema["definitions"], "$ref": format!("#/definitions/{at}") });
    }
    let validator = jsonschema::draft7::new(&schema).unwrap();
    validator.iter_errors(value).map(|error| format!("{}: {error}", error.instance_path())).collect()
}

/// The schema of the version that it names, and that of a later one, which also looks into the element.
#[test]
fn it_is_valid_by_the_schemas_of_manifests() {
    let manifest = manifest();
    assert_eq!(manifest["schemaVersion"], "1.0.0");
    let schemas = ["custom-elements-manifest/schema.json", "custom-elements-manifest-2/schema.json"];
    for schema in schemas {
        assert_eq!(complaints(schema, "", &manifest), Vec::<String>::new(), "{schema}");
        let mut broken = manifest.clone();
        broken["modules"][0]["path"] = json!(7);
        assert!(!complaints(schema, "", &broken).is_empty(), "{schema} accepts anything");
    }
    let element = element();
    assert_eq!(complaints(schemas[1], "CustomElementDeclaration", &element), Vec::<String>::new());
    for list in ["attributes", "members", "events", "slots", "cssParts", "cssProperties", "cssStates"] {
        let mut broken = element.clone();
        broken[list][0]["name"] = json!(7);
        assert!(!complaints(schemas[1], "CustomElementDeclaration", &broken).is_empty(), "{list}");
    }
}

#[test]
fn attributes_are_those_of_the_table_that_the_script_reads() {
    assert!(script().contains("from \"../attributes.json\""), "the script does not read the table");
    let table: Value = serde_json::from_str(&read(&root().join("static/attributes.json"))).unwrap();
    let named = table["attributes"].as_array().unwrap().iter().map(|one| one["name"].as_str().unwrap());
    assert_eq!(set(named), names("attributes"));
}

#[test]
fn attributes_and_fields_name_each_other() {
    let element = element();
    for attribute in element["attributes"].as_array().unwrap() {
        let field = attribute["fieldName"].as_str().unwrap();
        if field == "lang" {
            continue; // every element has it
        }
        let members = element["members"].as_array().unwrap();
        let member = members.iter().find(|member| member["name"] == field).unwrap_or_else(|| panic!("no {field}"));
        assert_eq!(member["attribute"], attribute["name"], "{field}");
    }
}

#[test]
fn events_are_those_that_are_told() {
    let mut sources = script() + &views();
    for path in ["src/engine.rs", "src/flow.rs", "src/flow", "src/engine"] {
        let path = root().join(path);
        let texts = if path.is_dir() { texts(&path) } else { vec![read(&path)] };
        texts.iter().for_each(|text| sources += text);
    }
    let told: BTreeSet<String> = quoted(&sources).filter(|name| name.starts_with("pf-")).map(str::to_owned).collect();
    assert_eq!(told, names("events"));
}

fn texts(folder: &Path) -> Vec<String> {
    fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.is_file())
        .map(|p| read(&p))
        .collect()
}

#[test]
fn codes_of_errors_are_those_that_are_told() {
    let types = read(&root().join("static/partner-fit.d.ts"));
    let (_, union) = types.split_once("export type ErrorCode =").unwrap();
    let named = set(quoted(union.split_once(';').unwrap().0));
    // That no other is told, the compiler sees to: `cargo xtask lint`.
    let script = script();
    let quoted = set(quoted(&script));
    assert!(named.len() > 5 && named.is_subset(&quoted), "expected {named:?} in the script");
}

#[test]
fn parts_are_those_that_are_drawn() {
    let views = views();
    let mut drawn = BTreeSet::new();
    for before in ["|part=", "part=\"", "\"part\", \""] {
        for rest in views.split(before).skip(1) {
            drawn.extend(set(rest.split(['|', '"']).next().unwrap().split(' ')));
        }
    }
    assert_eq!(drawn, names("cssParts"));
}

#[test]
fn slots_are_those_that_are_drawn() {
    let views = views();
    let mut drawn: BTreeSet<String> =
        views.split("\"slot|name=").skip(1).map(|rest| rest.split(['|', '"']).next().unwrap().to_owned()).collect();
    assert!(script().contains("document.createElement(\"slot\")"), "the default slot is gone");
    drawn.insert(String::new());
    assert_eq!(drawn, names("slots"));
}

#[test]
fn tokens_are_those_of_the_style_sheet() {
    let folder = root().join("static/element/styles");
    let css: String = files::list(&folder).unwrap().iter().map(|path| read(&folder.join(path))).collect();
    let read = css.split("--pf-").skip(1).map(|rest| {
        let end = rest.find(|c: char| !c.is_ascii_lowercase() && c != '-').unwrap();
        format!("--pf-{}", &rest[..end])
    });
    assert_eq!(read.collect::<BTreeSet<_>>(), names("cssProperties"));
}

#[test]
fn states_are_those_that_are_set() {
    let script = script();
    let lines = script.lines().filter(|line| line.contains("internals?.states?."));
    let set = lines.flat_map(quoted).filter(|word| !["add", "delete"].contains(word));
    assert_eq!(set.map(str::to_owned).collect::<BTreeSet<_>>(), names("cssStates"));
}
