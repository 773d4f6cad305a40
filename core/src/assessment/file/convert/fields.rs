//! The fields of a file without problems, as what an assessment is made of.

use crate::assessment::condition::{Condition, Test};
use crate::assessment::text::Text;
use crate::input::value::Tree;

/// What `build` makes of each item of the list at `key`; nothing where there is no list.
pub fn each<T>(tree: &Tree, key: &str, build: impl Fn(&Tree) -> Option<T>) -> Option<Vec<T>> {
    let mut built = Vec::new();
    for item in tree.list(key) {
        built.push(build(item)?);
    }
    Some(built)
}

pub fn name(tree: &Tree, key: &str) -> Option<String> {
    tree.text(key).map(str::to_owned)
}

/// The strings of a list.
pub fn names(tree: &Tree, key: &str) -> Vec<String> {
    let mut names = Vec::new();
    for item in tree.list(key) {
        if let Tree::Text(name) = item {
            names.push(name.clone());
        }
    }
    names
}

pub fn text(tree: &Tree, key: &str) -> Text {
    Text::new(tree.get(key))
}

pub fn optional_text(tree: &Tree, key: &str) -> Option<Text> {
    tree.get(key).map(|text| Text::new(Some(text)))
}

pub fn condition(entry: &Tree) -> Option<Condition> {
    Some(Condition { question: name(entry, "question")?, test: test(entry)? })
}

pub fn test(entry: &Tree) -> Option<Test> {
    if entry.get("is").is_some() {
        return Some(Test::Is(names(entry, "is")));
    }
    let below = entry.number("below").map(Test::Below);
    below.or_else(|| entry.number("atLeast").map(Test::AtLeast))
}
