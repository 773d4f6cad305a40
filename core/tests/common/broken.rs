//! Broken assessment files: a small valid one, and cases that each break it in one way.
//!
//! `core/tests/problems/*.json` hold the cases: what is set and removed (by JSON pointer), the exact problems expected, and
//! whether a JSON Schema can see it (`structural`). Patches work on trees, which keep the order of the file.

use partner_fit_core::input::value::Tree;
use serde::Deserialize;
use serde_json::Value;
use std::collections::BTreeMap;
use std::fs;

use super::{json_files, root, stem, tree};

/// A way to break the base file.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Case {
    pub name: String,
    /// Whether the file has advice and a glossary, which `base-advice.json` holds.
    #[serde(default)]
    pub advice: bool,
    #[serde(default)]
    pub set: BTreeMap<String, Value>,
    #[serde(default)]
    pub remove: Vec<String>,
    pub structural: bool,
    pub problems: Vec<Value>,
}

impl Case {
    /// The broken file.
    pub fn file(&self) -> Tree {
        let mut file = if self.advice { base_with_advice() } else { base() };
        for (pointer, value) in &self.set {
            set(&mut file, pointer, tree(value));
        }
        for pointer in &self.remove {
            remove(&mut file, pointer);
        }
        file
    }
}

/// The small valid file.
pub fn base() -> Tree {
    let text = fs::read_to_string(root().join("core/tests/problems/base.json")).unwrap();
    serde_json::from_str(&text).unwrap()
}

/// The small valid file with advice and a glossary.
pub fn base_with_advice() -> Tree {
    let text = fs::read_to_string(root().join("core/tests/problems/base-advice.json")).unwrap();
    let (mut file, more): (Tree, Tree) = (base(), serde_json::from_str(&text).unwrap());
    let Tree::Object(entries) = more else { panic!("base-advice.json: expected an object") };
    for (key, value) in entries {
        set(&mut file, &format!("/{key}"), value);
    }
    file
}

/// Every case, each with the name of its file.
pub fn cases() -> Vec<(String, Case)> {
    let mut cases = Vec::new();
    for path in json_files(&root().join("core/tests/problems")) {
        if !stem(&path).starts_with("base") {
            let text = fs::read_to_string(&path).unwrap();
            let read: Vec<Case> =
                serde_json::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
            cases.extend(read.into_iter().map(|case| (stem(&path), case)));
        }
    }
    cases
}

/// Puts `value` at `pointer`; behind the others where the key is new or the index is the length of the list.
pub fn set(file: &mut Tree, pointer: &str, value: Tree) {
    let (parent, last) = pointer.rsplit_once('/').unwrap();
    match place(file, parent) {
        Tree::List(items) => {
            let index: usize = last.parse().unwrap();
            if index == items.len() { items.push(value) } else { items[index] = value }
        }
        Tree::Object(entries) => match entries.iter_mut().find(|(key, _)| key == last) {
            Some((_, place)) => *place = value,
            None => entries.push((last.to_owned(), value)),
        },
        other => panic!("{pointer}: {other} has no places"),
    }
}

/// Takes away what is at `pointer`.
pub fn remove(file: &mut Tree, pointer: &str) {
    let (parent, last) = pointer.rsplit_once('/').unwrap();
    match place(file, parent) {
        Tree::List(items) => drop(items.remove(last.parse().unwrap())),
        Tree::Object(entries) => entries.retain(|(key, _)| key != last),
        other => panic!("{pointer}: {other} has no places"),
    }
}

/// What is at `pointer`.
fn place<'t>(file: &'t mut Tree, pointer: &str) -> &'t mut Tree {
    pointer.split('/').skip(1).fold(file, |tree, step| match tree {
        Tree::List(items) => &mut items[step.parse::<usize>().unwrap()],
        Tree::Object(entries) => {
            &mut entries.iter_mut().find(|(key, _)| key == step).unwrap_or_else(|| panic!("{pointer}: no {step}")).1
        }
        other => panic!("{pointer}: {other} has no places"),
    })
}

/// A tree as JSON, if JSON can hold it.
pub fn json(tree: &Tree) -> Option<Value> {
    Some(match tree {
        Tree::Null => Value::Null,
        Tree::Bool(value) => Value::Bool(*value),
        Tree::Number(number) => Value::Number(serde_json::Number::from_f64(*number)?),
        Tree::Text(text) => Value::String(text.clone()),
        Tree::List(items) => Value::Array(items.iter().map(json).collect::<Option<_>>()?),
        Tree::Object(entries) => {
            Value::Object(entries.iter().map(|(key, value)| Some((key.clone(), json(value)?))).collect::<Option<_>>()?)
        }
        Tree::TooDeep | Tree::TooLarge => return None,
    })
}
