//! The fields of a file without problems, as what an assessment is made of.
//!
//! What is missing is taken for empty and noted once for the whole file, because a way out at every field would be code
//! at every field.

use std::cell::Cell;

use crate::assessment::condition::{Condition, Test};
use crate::assessment::text::Text;
use crate::input::value::Tree;

/// A value of a file.
#[derive(Clone, Copy)]
pub struct Item<'t> {
    tree: &'t Tree,
    /// Whether something was missing in the file.
    faulty: &'t Cell<bool>,
}

impl<'t> Item<'t> {
    pub fn new(tree: &'t Tree, faulty: &'t Cell<bool>) -> Self {
        Self { tree, faulty }
    }

    /// What was found, or an empty value and a note.
    pub fn needed<T: Default>(&self, found: Option<T>) -> T {
        if found.is_none() {
            self.faulty.set(true);
        }
        found.unwrap_or_default()
    }

    /// What `build` makes of each item of the list at `key`; nothing where there is no list.
    pub fn each<T>(&self, key: &str, build: impl Fn(Item<'t>) -> T) -> Vec<T> {
        let mut built = Vec::new();
        for tree in self.tree.list(key) {
            built.push(build(Item { tree, ..*self }));
        }
        built
    }

    /// What is at `key`.
    pub fn get(&self, key: &str) -> Option<Item<'t>> {
        self.tree.get(key).map(|tree| Item { tree, ..*self })
    }

    pub fn found(&self, key: &str) -> Option<&'t str> {
        self.tree.text(key)
    }

    pub fn name(&self, key: &str) -> String {
        self.needed(self.tree.text(key)).to_owned()
    }

    pub fn number(&self, key: &str) -> f64 {
        self.needed(self.tree.number(key))
    }

    pub fn optional_number(&self, key: &str) -> Option<f64> {
        self.tree.number(key)
    }

    pub fn flag(&self, key: &str, otherwise: bool) -> bool {
        self.tree.flag(key, otherwise)
    }

    /// The strings of a list.
    pub fn names(&self, key: &str) -> Vec<String> {
        let mut names = Vec::new();
        for item in self.tree.list(key) {
            if let Tree::Text(name) = item {
                names.push(name.clone());
            }
        }
        names
    }

    pub fn text(&self, key: &str) -> Text {
        Text::new(self.tree.get(key))
    }

    /// This value as a text.
    pub fn as_text(&self) -> Text {
        Text::of(self.tree)
    }

    pub fn optional_text(&self, key: &str) -> Option<Text> {
        self.get(key).map(|text| text.as_text())
    }

    /// Whether this is an object.
    pub fn is_object(&self) -> bool {
        matches!(self.tree, Tree::Object(_))
    }

    pub fn condition(&self) -> Condition {
        Condition { question: self.name("question"), test: self.test() }
    }

    pub fn test(&self) -> Test {
        match (self.tree.number("below"), self.tree.number("atLeast")) {
            (Some(below), _) => Test::Below(below),
            (None, Some(least)) => Test::AtLeast(least),
            (None, None) => {
                self.needed(self.get("is").map(|_| ()));
                Test::Is(self.names("is"))
            }
        }
    }
}
