//! How an author's file is read: tables say what a value may be ([`Kind`]), one reader walks them.
//!
//! Reading never stops at the first problem: a field that cannot be used is left out, its problem is noted, and reading
//! goes on. What comes out is a tree again, of which everything may be trusted by itself: known keys, values within
//! bounds, an item of a list that cannot be used as null in its place. What the fields of the format are is in `wire`;
//! rules between fields are in `check`.

use super::kinds::{self, Bounds, Names, Words};
use super::order::{Found, MAX_PROBLEMS, in_file_order};
use super::words;
use crate::problem::{Path, Problem, listed, nearest};
use crate::tree::Tree;

/// A kind of value that an author can write.
#[derive(Debug)]
pub enum Kind {
    /// A string of a certain form.
    Words(&'static Words),
    /// A number within bounds.
    Number(&'static Bounds),
    /// `true` or `false`.
    Flag,
    /// One of some names.
    OneOf(&'static Names),
    /// A text in every language.
    Text,
    /// The words that stand for placeholders.
    Profile,
    /// An object with known keys.
    Object(&'static Record),
    /// A list of at least one.
    List(&'static Kind),
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
    pub kind: Kind,
    /// Whether it must be there.
    pub required: bool,
    /// What it means, for the schema.
    #[cfg(not(target_arch = "wasm32"))]
    pub about: &'static str,
}

impl Kind {
    /// What a message says was expected.
    pub fn expected(&self) -> &'static str {
        match self {
            Kind::Words(words) => words.expected,
            Kind::Number(bounds) => bounds.expected,
            Kind::Flag => "true or false",
            Kind::OneOf(names) => names.expected,
            Kind::Text => "a text in each language",
            Kind::Profile => "an object of texts",
            Kind::Object(_) => "an object",
            Kind::List(_) => "a list",
        }
    }

    /// What can be used of `tree`, or `None`, with the reasons noted in `reader`.
    pub fn read(&self, tree: &Tree, at: &Path, reader: &mut Reader) -> Option<Tree> {
        match self {
            Kind::Words(words) => kinds::string(tree, words, at, reader),
            Kind::Number(bounds) => kinds::number(tree, bounds, at, reader),
            Kind::Flag => kinds::flag(tree, at, reader),
            Kind::OneOf(names) => kinds::one_of(tree, names, at, reader),
            Kind::Text => words::text(tree, at, reader),
            Kind::Profile => words::profile(tree, at, reader),
            Kind::Object(record) => record.read(tree, at, reader),
            Kind::List(kind) => list(kind, tree, at, reader),
        }
    }
}

impl Record {
    /// What can be used of an object.
    pub fn read(&self, tree: &Tree, at: &Path, reader: &mut Reader) -> Option<Tree> {
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

/// How many items a list may have; every list that means something has a lower limit of its own.
pub const MAX_ITEMS: usize = 500;

fn list(kind: &Kind, tree: &Tree, at: &Path, reader: &mut Reader) -> Option<Tree> {
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

/// The state of one reading: the problems so far, and what every text has to agree with.
#[derive(Debug, Default)]
pub struct Reader {
    /// Everything found so far, in the order of reading.
    found: Vec<Found>,
    /// The languages in which every text must be written.
    pub languages: Vec<String>,
    /// The placeholders that texts may have.
    pub profile: Vec<String>,
    /// Whether every placeholder that the file has can be told.
    pub profile_is_readable: bool,
}

impl Reader {
    /// Notes a problem.
    #[inline(never)]
    pub fn problem(&mut self, at: &Path, message: String, hint: Option<String>) {
        if self.found.len() < MAX_PROBLEMS {
            self.found.push(Found::new(at, message, hint));
        }
    }

    /// Whether something was already said about this place or a place inside it.
    pub fn noted(&self, at: &Path) -> bool {
        let path = at.to_string();
        self.found.iter().any(|found| found.problem.path.starts_with(&path))
    }

    /// Everything found, in the order of the file.
    pub fn problems(self, file: &Tree) -> Vec<Problem> {
        in_file_order(self.found, file)
    }

    /// Notes that `expected` was expected where `tree` was found.
    #[inline(never)]
    pub fn unexpected(&mut self, at: &Path, expected: &str, tree: &Tree) {
        self.problem(at, format!("expected {expected}, got {tree}"), None);
    }

    /// The entries of an object, whose keys must be among `known`.
    pub fn object<'t>(&mut self, tree: &'t Tree, at: &Path, known: &[&str]) -> Option<&'t [(String, Tree)]> {
        let Tree::Object(entries) = tree else {
            self.unexpected(at, "an object", tree);
            return None;
        };
        for (key, _) in entries {
            if !known.contains(&key.as_str()) {
                let hint = nearest(key, known.iter().copied());
                let names = listed(known.iter().copied());
                self.problem(&at.key(key), format!("expected one of the keys {names}, got an unknown key"), hint);
            }
        }
        Some(entries)
    }
}

/// Declares objects of the format, each once: the tables that are read, and that the JSON Schema is made from.
macro_rules! record {
    ($($(#[doc = $about:literal])+ $name:ident {
        $($(#[doc = $doc:literal])+ $key:literal $kind:expr, $need:ident;)+
    })+) => {$(
        $(#[doc = $about])+
        pub static $name: $crate::assessment::field::Record = $crate::assessment::field::Record {
            #[cfg(not(target_arch = "wasm32"))]
            about: concat!($($about),+),
            fields: &[$(
                $crate::assessment::field::Field {
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
