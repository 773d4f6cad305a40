//! How an author's file is read: tables say what a value may be ([`FieldKind`]), one reader walks them.
//!
//! Reading never stops at the first problem: a field that cannot be used is left out, its problem is noted, and reading
//! goes on. What comes out is a tree again, of which everything may be trusted by itself: known keys, values within
//! bounds, an item of a list that cannot be used as null in its place. What the fields of the format are is in `format`;
//! rules between fields are in `rules`.

use super::actions;
use super::profile;
use super::reader::{FileReader, MAX_ITEMS};
use super::texts;
use super::values::{self, OneOf, Pattern, Range};
use crate::input::problem::Path;
use crate::input::value::Tree;

/// A kind of value that an author can write.
#[derive(Debug)]
pub enum FieldKind {
    /// A string of a certain form.
    Pattern(&'static Pattern),
    /// A number within bounds.
    Number(&'static Range),
    /// `true` or `false`.
    Flag,
    /// `true` or `false`, or a text in every language, which means `true`.
    FlagOrText,
    /// One of some names.
    OneOf(&'static OneOf),
    /// A text in every language.
    Text,
    /// The words that stand for placeholders.
    Profile,
    /// The buttons of results by band.
    Actions,
    /// An object with known keys.
    Object(&'static Record),
    /// A list of at least one.
    List(&'static FieldKind),
}

/// An object of the format.
#[derive(Debug)]
pub struct Record {
    /// What it is, for the schema.
    #[cfg(not(target_arch = "wasm32"))]
    pub about: &'static str,
    /// Its keys, the only ones allowed.
    pub fields: &'static [Field],
}

/// A key of an object of the format.
#[derive(Debug)]
pub struct Field {
    /// The key.
    pub key: &'static str,
    /// What it may hold.
    pub kind: FieldKind,
    /// Whether it must be there.
    pub required: bool,
    /// What it means, for the schema.
    #[cfg(not(target_arch = "wasm32"))]
    pub about: &'static str,
}

impl FieldKind {
    /// What a message says was expected.
    pub fn expected(&self) -> &'static str {
        match self {
            FieldKind::Pattern(pattern) => pattern.expected,
            FieldKind::Number(range) => range.expected,
            FieldKind::Flag => "true or false",
            FieldKind::FlagOrText => "true, false or a text in each language",
            FieldKind::OneOf(names) => names.expected,
            FieldKind::Text => texts::EXPECTED,
            FieldKind::Profile => profile::EXPECTED,
            FieldKind::Actions => actions::EXPECTED,
            FieldKind::Object(_) => "an object",
            FieldKind::List(_) => "a list",
        }
    }

    /// What can be used of `tree`, or `None`, with the reasons noted in `reader`.
    pub fn read(&self, tree: &Tree, at: &Path, reader: &mut FileReader) -> Option<Tree> {
        match self {
            FieldKind::Pattern(pattern) => values::string(tree, pattern, at, reader),
            FieldKind::Number(range) => values::number(tree, range, at, reader),
            FieldKind::Flag => values::flag(tree, at, reader),
            FieldKind::FlagOrText if matches!(tree, Tree::Object(_)) => texts::text(tree, at, reader),
            FieldKind::FlagOrText => values::flag(tree, at, reader),
            FieldKind::OneOf(names) => values::one_of(tree, names, at, reader),
            FieldKind::Text => texts::text(tree, at, reader),
            FieldKind::Profile => profile::profile(tree, at, reader),
            FieldKind::Actions => actions::actions(tree, at, reader),
            FieldKind::Object(record) => record.read(tree, at, reader),
            FieldKind::List(kind) => list(kind, tree, at, reader),
        }
    }
}

impl Record {
    /// What can be used of an object.
    pub fn read(&self, tree: &Tree, at: &Path, reader: &mut FileReader) -> Option<Tree> {
        let known: Vec<&str> = self.fields.iter().map(|field| field.key).collect();
        reader.object(tree, at, &known)?;
        let mut read = Vec::new();
        for field in self.fields {
            let at = at.key(field.key);
            match tree.get(field.key) {
                Some(value) => {
                    if let Some(value) = field.kind.read(value, &at, reader) {
                        read.push((field.key.to_owned(), value));
                    }
                }
                None if field.required => {
                    reader.problem(&at, format!("expected {}, got nothing", field.kind.expected()), None);
                }
                None => {}
            }
        }
        Some(Tree::Object(read))
    }
}

fn list(kind: &FieldKind, tree: &Tree, at: &Path, reader: &mut FileReader) -> Option<Tree> {
    let Tree::List(items) = tree else {
        reader.unexpected(at, "a list", tree);
        return None;
    };
    if items.is_empty() {
        reader.problem(at, "expected at least one item, got an empty list".to_owned(), None);
    }
    if items.len() > MAX_ITEMS {
        reader.problem(at, format!("expected at most {MAX_ITEMS} items, got {}", items.len()), None);
    }
    let mut read = Vec::new();
    for (index, item) in items.iter().enumerate().take(MAX_ITEMS) {
        read.push(kind.read(item, &at.index(index), reader).unwrap_or(Tree::Null));
    }
    Some(Tree::List(read))
}

/// Declares objects of the format, each once: the tables that are read, and that the JSON Schema is made from.
macro_rules! record {
    ($($(#[doc = $about:literal])+ $name:ident {
        $($(#[doc = $doc:literal])+ $key:literal $kind:expr, $need:ident;)+
    })+) => {$(
        $(#[doc = $about])+
        pub static $name: $crate::assessment::file::field::Record = $crate::assessment::file::field::Record {
            #[cfg(not(target_arch = "wasm32"))]
            about: concat!($($about),+),
            fields: &[$(
                $crate::assessment::file::field::Field {
                    key: $key,
                    kind: $kind,
                    required: record!($need),
                    #[cfg(not(target_arch = "wasm32"))]
                    about: concat!($($doc),+),
                },
            )+],
        };
    )+};
    (required) => { true };
    (optional) => { false };
}
pub(crate) use record;
