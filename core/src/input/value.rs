//! Untrusted data as a tree: the one form in which JSON and JavaScript values enter.
//!
//! The browser's values and, natively, JSON (`input::json`) become the same [`Tree`], so that what is checked natively is
//! what is checked in a page. Reading is bounded in depth and in size by [`Limits`], which also makes a
//! cyclic JavaScript object harmless. What the data means is not known here.

use std::cell::Cell;
use std::fmt;

use crate::input::number::JsNumber;
use crate::input::quoted::quoted;

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

    /// The string at `key`, if there is one.
    #[must_use]
    pub fn text(&self, key: &str) -> Option<&str> {
        match self.get(key) {
            Some(Tree::Text(text)) => Some(text),
            _ => None,
        }
    }

    /// The number at `key`, if there is one.
    #[must_use]
    pub fn number(&self, key: &str) -> Option<f64> {
        match self.get(key) {
            Some(Tree::Number(number)) => Some(*number),
            _ => None,
        }
    }

    /// Whether `true` is at `key`; `otherwise` where neither `true` nor `false` is.
    #[must_use]
    pub fn flag(&self, key: &str, otherwise: bool) -> bool {
        match self.get(key) {
            Some(Tree::Bool(flag)) => *flag,
            _ => otherwise,
        }
    }

    /// The list at `key`; empty where there is none.
    #[must_use]
    pub fn list(&self, key: &str) -> &[Tree] {
        match self.get(key) {
            Some(Tree::List(items)) => items,
            _ => &[],
        }
    }

    /// The items of the list at `key` with their places, without those that are null; none where there is no list.
    pub fn items(&self, key: &str) -> impl Iterator<Item = (usize, &Tree)> + Clone {
        self.list(key).iter().enumerate().filter(|(_, item)| **item != Tree::Null)
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
            Tree::Number(value) => write!(f, "{}", JsNumber(*value)),
            Tree::Text(text) => f.write_str(&quoted(text)),
            Tree::List(_) => f.write_str("a list"),
            Tree::Object(_) => f.write_str("an object"),
            Tree::TooDeep => f.write_str("nesting that is too deep"),
            Tree::TooLarge => f.write_str("too much data"),
        }
    }
}

/// How far a reading has come: how deep it is, and how many bytes may still come.
#[derive(Clone, Copy, Debug)]
pub struct Limits<'a> {
    depth: usize,
    bytes_left: &'a Cell<usize>,
}

impl<'a> Limits<'a> {
    /// The limits of a whole input, of which at most `bytes_left` bytes are read: [`MAX_BYTES`] to begin with.
    #[must_use]
    pub fn new(bytes_left: &'a Cell<usize>) -> Self {
        Self { depth: 0, bytes_left }
    }

    /// The limits inside a list or an object, or `None` where that is too deep.
    #[must_use]
    pub fn deeper(self) -> Option<Self> {
        (self.depth < MAX_DEPTH).then_some(Limits { depth: self.depth + 1, ..self })
    }

    /// Takes `bytes` from what may still come; false when that is too much.
    #[must_use]
    pub fn take(self, bytes: usize) -> bool {
        let left = self.bytes_left.get().checked_sub(bytes);
        self.bytes_left.set(left.unwrap_or(0));
        left.is_some()
    }
}

#[cfg(test)]
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
