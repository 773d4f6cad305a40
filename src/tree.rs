//! Untrusted data as a tree: the one form in which JSON and JavaScript values enter.
//!
//! The browser's values arrive through serde-wasm-bindgen, files in tests through serde_json; both become the
//! same [`Tree`], so that what is checked natively is what is checked in a page. Reading is bounded in depth and
//! in size, which also makes a cyclic JavaScript object harmless. What the data means is not known here.

use std::cell::Cell;
use std::fmt;

use serde::de::{Deserialize, DeserializeSeed, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};

/// How deep lists and objects may nest.
pub const MAX_DEPTH: usize = 16;

/// How large an input may be, in bytes of compact JSON.
pub const MAX_BYTES: usize = 512 * 1024;

/// A value of untrusted data.
#[derive(Clone, Debug, PartialEq)]
pub enum Tree {
    /// `null`, and `undefined`.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// A number, which from JavaScript may be `NaN` or infinite.
    Number(f64),
    /// A string.
    Text(String),
    /// An array.
    List(Vec<Tree>),
    /// An object: its own keys, in order.
    Object(Vec<(String, Tree)>),
    /// What lies deeper than [`MAX_DEPTH`], left out.
    TooDeep,
    /// What lies beyond [`MAX_BYTES`], left out.
    TooLarge,
}

impl Tree {
    /// The value of `key`, if this is an object that has it. Of a key given twice the last counts, as in JavaScript.
    #[must_use]
    pub fn get(&self, key: &str) -> Option<&Tree> {
        match self {
            Tree::Object(entries) => entries.iter().rev().find(|(k, _)| k == key).map(|(_, v)| v),
            _ => None,
        }
    }

    /// Whether this or anything inside it is `wanted`, one of the two marks for what was left out.
    #[must_use]
    pub fn contains_mark(&self, wanted: &Tree) -> bool {
        match self {
            Tree::List(items) => items.iter().any(|item| item.contains_mark(wanted)),
            Tree::Object(entries) => entries.iter().any(|(_, value)| value.contains_mark(wanted)),
            mark => mark == wanted,
        }
    }
}

/// What a message says it got.
impl fmt::Display for Tree {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Tree::Null => f.write_str("null"),
            Tree::Bool(value) => write!(f, "{value}"),
            Tree::Number(value) if value.abs() >= 1e21 && value.is_finite() => write!(f, "{value:e}"),
            Tree::Number(value) => write!(f, "{value}"),
            Tree::Text(text) => f.write_str(&crate::problem::quoted(text)),
            Tree::List(_) => f.write_str("a list"),
            Tree::Object(_) => f.write_str("an object"),
            Tree::TooDeep => f.write_str("nesting that is too deep"),
            Tree::TooLarge => f.write_str("too much data"),
        }
    }
}

impl<'de> Deserialize<'de> for Tree {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let bytes_left = Cell::new(MAX_BYTES);
        Seed { depth: 0, bytes_left: &bytes_left }.deserialize(deserializer)
    }
}

/// The state of one reading: how deep it is, and how many bytes may still come.
#[derive(Clone, Copy)]
struct Seed<'a> {
    depth: usize,
    bytes_left: &'a Cell<usize>,
}

impl Seed<'_> {
    fn deeper(self) -> Self {
        Seed { depth: self.depth + 1, ..self }
    }

    /// Takes `bytes` from what may still come; the tree, or the mark when that was too much.
    fn within(self, bytes: usize, tree: impl FnOnce() -> Tree) -> Tree {
        match self.bytes_left.get().checked_sub(bytes) {
            Some(left) => {
                self.bytes_left.set(left);
                tree()
            }
            None => Tree::TooLarge,
        }
    }
}

impl<'de> DeserializeSeed<'de> for Seed<'_> {
    type Value = Tree;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Tree, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Seed<'_> {
    type Value = Tree;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("plain data (null, true or false, a number, a string, a list or an object)")
    }

    fn visit_unit<E>(self) -> Result<Tree, E> {
        Ok(self.within(4, || Tree::Null))
    }

    fn visit_none<E: serde::de::Error>(self) -> Result<Tree, E> {
        self.visit_unit()
    }

    fn visit_bool<E>(self, value: bool) -> Result<Tree, E> {
        Ok(self.within(4, || Tree::Bool(value)))
    }

    fn visit_f64<E>(self, value: f64) -> Result<Tree, E> {
        Ok(self.within(1, || Tree::Number(value)))
    }

    #[allow(clippy::cast_precision_loss)] // JavaScript's numbers are f64 as well
    fn visit_i64<E: serde::de::Error>(self, value: i64) -> Result<Tree, E> {
        self.visit_f64(value as f64)
    }

    #[allow(clippy::cast_precision_loss)]
    fn visit_u64<E: serde::de::Error>(self, value: u64) -> Result<Tree, E> {
        self.visit_f64(value as f64)
    }

    fn visit_str<E>(self, text: &str) -> Result<Tree, E> {
        Ok(self.within(text.len() + 2, || Tree::Text(text.to_owned())))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Tree, A::Error> {
        if self.depth == MAX_DEPTH {
            while seq.next_element::<IgnoredAny>()?.is_some() {}
            return Ok(Tree::TooDeep);
        }
        let mut items = Vec::new();
        while let Some(item) = seq.next_element_seed(self.deeper())? {
            items.push(item);
            self.bytes_left.set(self.bytes_left.get().saturating_sub(1));
            if self.bytes_left.get() == 0 {
                items.push(Tree::TooLarge);
                while seq.next_element::<IgnoredAny>()?.is_some() {}
                break;
            }
        }
        Ok(Tree::List(items))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Tree, A::Error> {
        if self.depth == MAX_DEPTH {
            while map.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {}
            return Ok(Tree::TooDeep);
        }
        let mut entries = Vec::new();
        while let Some(key) = map.next_key::<String>()? {
            self.bytes_left.set(self.bytes_left.get().saturating_sub(key.len() + 4));
            if self.bytes_left.get() == 0 {
                map.next_value::<IgnoredAny>()?;
                entries.push((key, Tree::TooLarge));
                while map.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {}
                break;
            }
            entries.push((key, map.next_value_seed(self.deeper())?));
        }
        Ok(Tree::Object(entries))
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn json_becomes_a_tree() {
        let tree: Tree = serde_json::from_str(r#"{"a":[1,"x",null,true]}"#).unwrap();
        let list = Tree::List(vec![Tree::Number(1.0), Tree::Text("x".into()), Tree::Null, Tree::Bool(true)]);
        assert_eq!(tree.get("a"), Some(&list));
    }

    #[test]
    fn what_is_too_deep_is_marked_and_the_rest_is_read() {
        let json = format!(r#"{{"deep":{}{},"after":1}}"#, "[".repeat(40), "]".repeat(40));
        let tree: Tree = serde_json::from_str(&json).unwrap();
        assert!(tree.contains_mark(&Tree::TooDeep));
        assert_eq!(tree.get("after"), Some(&Tree::Number(1.0)));
    }

    #[test]
    fn what_is_too_large_is_marked() {
        let json = format!(r#"{{"a":"{}"}}"#, "x".repeat(MAX_BYTES));
        let tree: Tree = serde_json::from_str(&json).unwrap();
        assert!(tree.contains_mark(&Tree::TooLarge));
    }
}
