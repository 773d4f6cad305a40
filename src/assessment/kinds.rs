//! The simple kinds of value in an assessment file: ids, numbers with bounds, names from a list.
//!
//! Each reads itself from a [`Tree`] and describes itself as JSON Schema. Texts are in `words`, objects in `wire`.

use super::field::{Field, Reader};
use super::words::MAX_CHARACTERS;
use crate::number::Shown;
use crate::problem::{Path, nearest, unquoted_number};
use crate::tree::Tree;

/// How long a plain name may be, in characters.
const MAX_NAME: usize = 64;

/// Whether `id` is a letter from a to z and then up to 63 letters, digits and hyphens.
#[must_use]
pub fn is_id(id: &str) -> bool {
    let allowed = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    id.len() <= 64 && id.starts_with(|c: char| c.is_ascii_lowercase()) && id.chars().all(allowed)
}

/// A finite number within bounds, or `None` with the problem noted.
#[inline(never)]
fn number(tree: &Tree, expected: &str, bounds: [f64; 2], at: &Path, reader: &mut Reader) -> Option<f64> {
    match tree {
        Tree::Number(n) if n.is_finite() && (bounds[0]..=bounds[1]).contains(n) => Some(*n),
        Tree::Number(n) if n.is_finite() => {
            let hint = likely_number(*n, bounds).map(|m| format!("did you mean {}?", Shown(m)));
            reader.problem(at, format!("expected {expected}, got {tree}"), hint);
            None
        }
        _ => {
            reader.problem(at, format!("expected {expected}, got {tree}"), unquoted_number(tree));
            None
        }
    }
}

/// The number inside the bounds that was probably meant: without a stray minus, or as a share where a digit or a
/// percentage was written.
fn likely_number(got: f64, [low, high]: [f64; 2]) -> Option<f64> {
    let positive = got.abs();
    if (low..=high).contains(&positive) {
        return Some(positive);
    }
    let share = if positive <= 10.0 { positive / 10.0 } else { positive / 100.0 };
    (high <= 1.0 && share <= 1.0).then_some(share)
}

macro_rules! numbers {
    ($($(#[doc = $about:literal])+ $name:ident $expected:literal $low:expr, $high:expr;)+) => {$(
        $(#[doc = $about])+
        #[derive(Clone, Copy, Debug, PartialEq)]
        pub struct $name(pub f64);

        impl Field for $name {
            const EXPECTED: &'static str = $expected;

            fn read(tree: &Tree, at: &Path, reader: &mut Reader) -> Option<Self> {
                number(tree, Self::EXPECTED, [$low, $high], at, reader).map(Self)
            }

            #[cfg(not(target_arch = "wasm32"))]
            fn schema() -> serde_json::Value {
                serde_json::json!({ "type": "number", "minimum": $low, "maximum": $high })
            }
        }
    )+};
}

numbers! {
    /// A value or a share, from 0 to 1.
    Share "a number from 0 to 1" 0.0, 1.0;
    /// A score, from 0 to 100.
    Points "a number from 0 to 100" 0.0, 100.0;
    /// A weight. The upper bound keeps sums exact enough for any file.
    Amount "a number from 0 to 1000000" 0.0, 1e6;
    /// How much a rule speaks for something.
    FitPoints "a number from 1 to 10" 1.0, 10.0;
    /// A duration in minutes.
    Minutes "a number of minutes from 1 to 240" 1.0, 240.0;
}

/// How large a number of the file may be: larger ones would overflow where the distance between two counts.
const LARGEST: f64 = 1e15;

impl Field for f64 {
    const EXPECTED: &'static str = "a number from -1e15 to 1e15";

    fn read(tree: &Tree, at: &Path, reader: &mut Reader) -> Option<Self> {
        number(tree, Self::EXPECTED, [-LARGEST, LARGEST], at, reader)
    }

    #[cfg(not(target_arch = "wasm32"))]
    fn schema() -> serde_json::Value {
        serde_json::json!({ "type": "number", "minimum": -LARGEST, "maximum": LARGEST })
    }
}

/// `true` or `false`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Flag(pub bool);

impl Field for Flag {
    const EXPECTED: &'static str = "true or false";

    fn read(tree: &Tree, at: &Path, reader: &mut Reader) -> Option<Self> {
        match tree {
            Tree::Bool(value) => Some(Self(*value)),
            _ => {
                let hint = match tree {
                    Tree::Text(text) if matches!(text.as_str(), "true" | "false") => {
                        Some(format!("did you mean {text}, without quotation marks?"))
                    }
                    _ => None,
                };
                reader.problem(at, format!("expected {}, got {tree}", Self::EXPECTED), hint);
                None
            }
        }
    }

    #[cfg(not(target_arch = "wasm32"))]
    fn schema() -> serde_json::Value {
        serde_json::json!({ "type": "boolean" })
    }
}

/// `text` as an id or a tag would be written: `market-alignment` for `Market alignment`.
pub(super) fn plain_form(text: &str) -> String {
    text.trim().to_ascii_lowercase().replace([' ', '_'], "-")
}

/// A string that is accepted, or `None` with the problem noted. Not part of the macro below, nor inlined where it is
/// used: each copy would be paid by every visitor.
#[inline(never)]
fn string(tree: &Tree, expected: &str, accepts: fn(&str) -> bool, at: &Path, reader: &mut Reader) -> Option<String> {
    let meant = match tree {
        Tree::Text(text) if accepts(text) => return Some(text.clone()),
        Tree::Text(text) => plain_form(text),
        Tree::Number(_) => tree.to_string(),
        _ => String::new(),
    };
    let hint = accepts(&meant).then(|| format!("did you mean \"{meant}\"?"));
    reader.problem(at, format!("expected {expected}, got {tree}"), hint.filter(|_| !meant.is_empty()));
    None
}

macro_rules! strings {
    ($($(#[doc = $about:literal])+ $name:ident $expected:literal $pattern:literal $accepts:expr;)+) => {$(
        $(#[doc = $about])+
        #[derive(Clone, Debug, PartialEq, Eq)]
        pub struct $name(pub String);

        impl Field for $name {
            const EXPECTED: &'static str = $expected;

            fn read(tree: &Tree, at: &Path, reader: &mut Reader) -> Option<Self> {
                string(tree, Self::EXPECTED, $accepts, at, reader).map(Self)
            }

            #[cfg(not(target_arch = "wasm32"))]
            fn schema() -> serde_json::Value {
                serde_json::json!({ "type": "string", "pattern": $pattern })
            }
        }
    )+};
}

strings! {
    /// A name for machines: `market-alignment`.
    Id "an id (a to z, then letters, digits and hyphens, at most 64)" "^[a-z][a-z0-9-]{0,63}$" is_id;
    /// A language: `nl`, `pt-BR`.
    LanguageTag "a language tag such as en or nl-BE" "^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$" is_language_tag;
    /// A short string that is not shown as a text.
    Name "a string of 1 to 64 characters on one line" "^.{1,64}$" |text| (1..=MAX_NAME).contains(&text.chars().count()) && !text.contains(['\n', '\r', '\u{2028}', '\u{2029}']);
    /// A string that the product ignores.
    Plain "a string of at most 2000 characters on one line" "^.{0,2000}$" |text| text.chars().count() <= MAX_CHARACTERS && !text.contains(['\n', '\r', '\u{2028}', '\u{2029}']);
}

/// Whether `tag` names a language: `nl`, `pt-BR`.
pub(super) fn is_language_tag(tag: &str) -> bool {
    let mut parts = tag.split('-');
    let primary = parts.next().unwrap_or_default();
    (2..=3).contains(&primary.len())
        && primary.chars().all(|c| c.is_ascii_lowercase())
        && parts.all(|part| (2..=8).contains(&part.len()) && part.chars().all(|c| c.is_ascii_alphanumeric()))
}

/// Which of `names` it is, or `None` with the problem noted.
#[inline(never)]
fn one_of(tree: &Tree, expected: &str, names: &[&str], at: &Path, reader: &mut Reader) -> Option<usize> {
    let Tree::Text(text) = tree else {
        reader.unexpected(at, expected, tree);
        return None;
    };
    let place = names.iter().position(|name| name == text);
    if place.is_none() {
        let hint = nearest(text, names.iter().copied());
        reader.problem(at, format!("expected {expected}, got {tree}"), hint);
    }
    place
}

macro_rules! names {
    ($($(#[doc = $about:literal])+ $name:ident $expected:literal {
        $($(#[doc = $doc:literal])+ $variant:ident = $text:literal,)+
    })+) => {$(
        $(#[doc = $about])+
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum $name { $($(#[doc = $doc])+ $variant,)+ }

        impl Field for $name {
            const EXPECTED: &'static str = $expected;

            fn read(tree: &Tree, at: &Path, reader: &mut Reader) -> Option<Self> {
                let all = [$(($text, Self::$variant)),+];
                let place = one_of(tree, Self::EXPECTED, &all.map(|(name, _)| name), at, reader)?;
                all.get(place).map(|(_, variant)| *variant)
            }

            #[cfg(not(target_arch = "wasm32"))]
            fn schema() -> serde_json::Value {
                serde_json::json!({ "enum": [$($text),+] })
            }
        }
    )+};
}

names! {
    /// The kinds of question.
    KindName "\"choice\" or \"number\"" {
        /// One of some options.
        Choice = "choice",
        /// A number to fill in.
        Number = "number",
    }
    /// How a number becomes a value.
    ScaleName "\"linear\" or \"log\"" {
        /// In a straight line.
        Linear = "linear",
        /// By factors.
        Log = "log",
    }
    /// What a clause of a rule can ask of the result.
    ResultName "\"band\" or \"coverage\"" {
        /// The band after gates and floors.
        Band = "band",
        /// The known share of the weight.
        Coverage = "coverage",
    }
    /// How strong a benefit or a drawback is.
    Strength "\"strong\", \"some\" or \"little\"" {
        /// It weighs a lot.
        Strong = "strong",
        /// It weighs something.
        Some = "some",
        /// It hardly weighs.
        Little = "little",
    }
}
