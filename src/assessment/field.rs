//! How a field of an author's file is read: one trait for every kind of value, and the [`record!`] macro that
//! declares an object once and gives its struct, its reader and its JSON Schema.
//!
//! Reading never stops at the first problem: a field that cannot be used is `None`, its problem is noted, and
//! reading goes on. What the fields of the format are is in `wire`; rules between fields are in `check`.

use super::order::{Found, MAX_PROBLEMS, in_file_order};
use crate::map::Map;
use crate::problem::{Path, Problem, listed, nearest};
use crate::tree::Tree;

/// A kind of value that an author can write.
pub trait Field: Sized {
    /// What a message says was expected.
    const EXPECTED: &'static str;

    /// The value, or `None` with the reason noted in `reader`.
    fn read(tree: &Tree, at: &Path, reader: &mut Reader) -> Option<Self>;

    /// The value's JSON Schema.
    #[cfg(not(target_arch = "wasm32"))]
    fn schema() -> serde_json::Value;
}

/// The state of one reading: the problems so far, and what every text has to agree with.
#[derive(Debug, Default)]
pub struct Reader {
    /// Everything found so far, in the order of reading.
    found: Vec<Found>,
    /// The languages in which every text must be written.
    pub languages: Vec<String>,
    /// The values that placeholders stand for, by placeholder and language.
    pub profile: Map<Map<String>>,
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

    /// The field `key` of an object, which must be there.
    pub fn required<T: Field>(&mut self, object: &Tree, at: &Path, key: &str) -> Option<T> {
        self.present(object, at, key, T::EXPECTED).and_then(|tree| T::read(tree, &at.key(key), self))
    }

    /// What is at `key`, which must be there.
    #[inline(never)]
    fn present<'t>(&mut self, object: &'t Tree, at: &Path, key: &str, expected: &str) -> Option<&'t Tree> {
        let found = object.get(key);
        if found.is_none() {
            self.problem(&at.key(key), format!("expected {expected}, got nothing"), None);
        }
        found
    }

    /// The field `key` of an object, if it is there.
    pub fn optional<T: Field>(&mut self, object: &Tree, at: &Path, key: &str) -> Option<T> {
        object.get(key).and_then(|tree| T::read(tree, &at.key(key), self))
    }
}

/// How many items a list may have; every list that means something has a lower limit of its own.
pub const MAX_ITEMS: usize = 500;

/// The items of a list that could be read, each with its place in the file.
pub type Items<T> = Vec<(usize, T)>;

impl<T: Field> Field for Items<T> {
    const EXPECTED: &'static str = "a list";

    fn read(tree: &Tree, at: &Path, reader: &mut Reader) -> Option<Self> {
        let Tree::List(items) = tree else {
            reader.unexpected(at, Self::EXPECTED, tree);
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
            read.extend(T::read(item, &at.index(index), reader).map(|value| (index, value)));
        }
        Some(read)
    }

    #[cfg(not(target_arch = "wasm32"))]
    fn schema() -> serde_json::Value {
        serde_json::json!({ "type": "array", "minItems": 1, "items": T::schema() })
    }
}

/// Declares an object of the format: its doc comments become the schema's descriptions, its keys the only ones
/// allowed. Every field is an `Option` in the struct, because a field with a problem is absent.
macro_rules! record {
    ($($(#[doc = $about:literal])+ $name:ident {
        $($(#[doc = $doc:literal])+ $key:literal $field:ident: $kind:ty, $need:ident;)+
    })+) => {$(
        $(#[doc = $about])+
        #[derive(Clone, Debug, Default)]
        pub struct $name {
            $($(#[doc = $doc])+ pub $field: Option<$kind>,)+
        }

        impl $crate::assessment::field::Field for $name {
            const EXPECTED: &'static str = "an object";

            fn read(
                tree: &$crate::tree::Tree,
                at: &$crate::problem::Path,
                reader: &mut $crate::assessment::field::Reader,
            ) -> Option<Self> {
                reader.object(tree, at, &[$($key),+])?;
                Some(Self { $($field: reader.$need(tree, at, $key),)+ })
            }

            #[cfg(not(target_arch = "wasm32"))]
            #[allow(clippy::indexing_slicing)] // serde_json adds a key that is assigned to
            fn schema() -> serde_json::Value {
                let mut properties = serde_json::Map::new();
                let mut required = Vec::new();
                $(
                    let mut field = <$kind as $crate::assessment::field::Field>::schema();
                    field["description"] = concat!($($doc),+).trim().into();
                    properties.insert($key.to_owned(), field);
                    if stringify!($need) == "required" {
                        required.push($key);
                    }
                )+
                serde_json::json!({
                    "type": "object",
                    "description": concat!($($about),+).trim(),
                    "additionalProperties": false,
                    "required": required,
                    "properties": properties,
                })
            }
        }
    )+};
}
pub(crate) use record;
