//! The simple kinds of value in an assessment file: ids, numbers with bounds, names from a list.
//!
//! Each is a line of a table; how one is read stands once. Texts are in `texts`, objects in `field`.

use super::reader::FileReader;
use crate::input::hints::unquoted_number;
use crate::input::number::JsNumber;
use crate::input::plain_text::MAX_CHARACTERS;
use crate::input::problem::Path;
use crate::input::value::Tree;

/// A string of a certain form.
#[derive(Debug)]
pub struct Pattern {
    /// What a message says was expected.
    pub expected: &'static str,
    /// The form, for the schema.
    #[cfg_attr(target_arch = "wasm32", allow(dead_code))] // schemas are made natively
    pub pattern: &'static str,
    /// Whether a string has the form.
    pub accepts: fn(&str) -> bool,
}

/// A number within range.
#[derive(Debug)]
pub struct Range {
    /// What a message says was expected.
    pub expected: &'static str,
    /// The lowest.
    pub low: f64,
    /// The highest.
    pub high: f64,
    /// The least above the lowest: numbers between the two are too small to be summed with others.
    pub least: f64,
}

impl Range {
    pub const fn new(expected: &'static str, low: f64, high: f64) -> Self {
        Self { expected, low, high, least: low }
    }

    /// What a message says was expected in place of this number.
    pub fn expected_for(&self, number: f64) -> String {
        if (self.low..self.least).contains(&number) {
            return format!("{} or a number of at least {}", JsNumber(self.low), JsNumber(self.least));
        }
        self.expected.to_owned()
    }

    /// Whether a number, which may be any, lies within.
    pub fn accepts(&self, number: f64) -> bool {
        (self.least..=self.high).contains(&number) || (self.low..=self.low).contains(&number)
    }
}

/// One of some names.
#[derive(Debug)]
pub struct OneOf {
    /// What a message says was expected.
    pub expected: &'static str,
    /// The names.
    pub names: &'static [&'static str],
}

/// A name for machines: `market-alignment`.
pub static ID: Pattern = Pattern {
    expected: "an id (a to z, then letters, digits and hyphens, at most 64)",
    pattern: "^[a-z][a-z0-9-]{0,63}$",
    accepts: is_id,
};

/// A language: `nl`, `pt-BR`.
pub static LANGUAGE_TAG: Pattern = Pattern {
    expected: "a language tag such as en or nl-BE",
    pattern: "^[a-z]{2,3}(-[A-Za-z]{4})?(-([A-Za-z]{2}|[0-9]{3}))?(-([0-9][A-Za-z0-9]{3}|[A-Za-z0-9]{5,8}))?$",
    accepts: is_language_tag,
};

/// A short string that is not shown as a text.
pub static NAME: Pattern = Pattern {
    expected: "a string of 1 to 64 characters on one line",
    pattern: "^.{1,64}$",
    accepts: |text| !text.is_empty() && is_line(text, MAX_NAME),
};

/// A string that the product ignores.
pub static PLAIN: Pattern = Pattern {
    expected: "a string of at most 2000 characters on one line",
    pattern: "^.{0,2000}$",
    accepts: |text| is_line(text, MAX_CHARACTERS),
};

/// A value or a share, from 0 to 1.
pub static SHARE: Range = Range::new("a number from 0 to 1", 0.0, 1.0);

/// A score, from 0 to 100.
pub static POINTS: Range = Range::new("a number from 0 to 100", 0.0, 100.0);

/// A weight. The bounds keep sums exact enough for any file: beside another, a smaller weight would be lost in rounding.
pub static AMOUNT: Range = Range { least: 1e-6, ..Range::new("a number from 0 to 1000000", 0.0, 1e6) };

/// How much a rule speaks for something.
pub static FIT_POINTS: Range = Range::new("a number from 1 to 100", 1.0, 100.0);

/// How many options up are believable in a year.
pub static STEPS: Range = Range::new("a number from 1 to 19", 1.0, 19.0);

/// A duration in minutes.
pub static MINUTES: Range = Range::new("a number of minutes from 1 to 240", 1.0, 240.0);

/// Any other number: larger ones would overflow where the distance between two counts.
pub static NUMBER: Range = Range::new("a number from -1e15 to 1e15", -1e15, 1e15);

/// The kinds of question: one of some options, or a number to fill in.
pub static QUESTION_KIND: OneOf = OneOf { expected: "\"choice\" or \"number\"", names: &["choice", "number"] };

/// How a number becomes a value: in a straight line, or by factors.
pub static SCALE_NAME: OneOf = OneOf { expected: "\"linear\" or \"log\"", names: &["linear", "log"] };

/// What a clause of a rule can ask of the result.
pub static RESULT_NAME: OneOf = OneOf {
    expected: "\"band\", \"coverage\", \"openGates\", \"need\", \"verdict\", \"type\" or \"lift\"",
    names: &["band", "coverage", "openGates", "need", "verdict", "type", "lift"],
};

/// How much a partner would add.
pub static NEED_LEVEL: OneOf = OneOf { expected: "\"low\", \"some\" or \"high\"", names: &["low", "some", "high"] };

/// How strong a benefit or a drawback is.
pub static STRENGTH: OneOf =
    OneOf { expected: "\"strong\", \"some\" or \"little\"", names: &["strong", "some", "little"] };

/// How long a plain name may be, in characters.
const MAX_NAME: usize = 64;

/// Whether `id` is a letter from a to z and then up to 63 letters, digits and hyphens.
#[must_use]
pub fn is_id(id: &str) -> bool {
    let allowed = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    id.len() <= 64 && id.starts_with(|c: char| c.is_ascii_lowercase()) && id.chars().all(allowed)
}

/// Whether `tag` names a language in a form that every browser's `Intl` takes: a language, and behind it, each at most once and
/// in this order, a script, a region and a variant (`nl`, `pt-BR`, `zh-Hant-TW`, `ca-valencia`).
pub(super) fn is_language_tag(tag: &str) -> bool {
    let mut parts = tag.split('-');
    let primary = parts.next().unwrap_or_default();
    let mut place = 0;
    (2..=3).contains(&primary.len())
        && primary.bytes().all(|byte| byte.is_ascii_lowercase())
        && parts.all(|part| {
            let before = place;
            place = place_in_tag(part.as_bytes());
            place > before
        })
}

/// The place of a part in a tag: 1 for a script, 2 for a region, 3 for a variant, and 0 for what is none of them.
fn place_in_tag(part: &[u8]) -> u8 {
    let letters = part.iter().all(u8::is_ascii_alphabetic);
    match part.len() {
        _ if !part.iter().all(u8::is_ascii_alphanumeric) => 0,
        4 if letters => 1,
        2 if letters => 2,
        3 if part.iter().all(u8::is_ascii_digit) => 2,
        4 if part.first().is_some_and(u8::is_ascii_digit) => 3,
        5..=8 => 3,
        _ => 0,
    }
}

/// Whether `text` is on one line and has at most `most` characters.
fn is_line(text: &str, most: usize) -> bool {
    text.chars().count() <= most && !text.chars().any(|c| matches!(c, '\n' | '\r' | '\u{2028}' | '\u{2029}'))
}

/// `text` as an id or a tag would be written: `market-alignment` for `Market alignment`.
pub(super) fn plain_form(text: &str) -> String {
    text.trim().to_ascii_lowercase().replace([' ', '_'], "-")
}

/// A finite number within bounds, or `None` with the problem noted.
pub(super) fn number(tree: &Tree, range: &Range, at: &Path, reader: &mut FileReader) -> Option<Tree> {
    let expected = range.expected;
    match tree {
        Tree::Number(n) if range.accepts(*n) => return Some(Tree::Number(*n)),
        Tree::Number(n) if (range.low..range.least).contains(n) => {
            reader.problem(at, format!("expected {}, got {tree}", range.expected_for(*n)), None);
        }
        Tree::Number(n) if n.is_finite() => {
            let hint = likely_number(*n, range).map(|m| format!("did you mean {}?", JsNumber(m)));
            reader.problem(at, format!("expected {expected}, got {tree}"), hint);
        }
        _ => reader.problem(at, format!("expected {expected}, got {tree}"), unquoted_number(tree)),
    }
    None
}

/// The number inside the bounds that was probably meant: without a stray minus, or as a share where a digit or a
/// percentage was written.
fn likely_number(got: f64, range: &Range) -> Option<f64> {
    let positive = got.abs();
    if range.accepts(positive) {
        return Some(positive);
    }
    let share = if positive <= 10.0 { positive / 10.0 } else { positive / 100.0 };
    (range.high <= 1.0 && share <= 1.0).then_some(share)
}

/// `true` or `false`, or `None` with the problem noted.
pub(super) fn flag(tree: &Tree, at: &Path, reader: &mut FileReader) -> Option<Tree> {
    let hint = match tree {
        Tree::Bool(flag) => return Some(Tree::Bool(*flag)),
        Tree::Text(text) if matches!(text.as_str(), "true" | "false") => {
            Some(format!("did you mean {text}, without quotation marks?"))
        }
        _ => None,
    };
    reader.problem(at, format!("expected true or false, got {tree}"), hint);
    None
}

/// A string of the right form, or `None` with the problem noted.
pub(super) fn string(tree: &Tree, pattern: &Pattern, at: &Path, reader: &mut FileReader) -> Option<Tree> {
    let meant = match tree {
        Tree::Text(text) if (pattern.accepts)(text) => return Some(tree.clone()),
        Tree::Text(text) => plain_form(text),
        Tree::Number(_) => tree.to_string(),
        _ => String::new(),
    };
    let hint = (pattern.accepts)(&meant).then(|| format!("did you mean \"{meant}\"?"));
    reader.problem(at, format!("expected {}, got {tree}", pattern.expected), hint.filter(|_| !meant.is_empty()));
    None
}

/// One of the names, or `None` with the problem noted.
pub(super) fn one_of(tree: &Tree, names: &OneOf, at: &Path, reader: &mut FileReader) -> Option<Tree> {
    let Tree::Text(text) = tree else {
        reader.unexpected(at, names.expected, tree);
        return None;
    };
    if names.names.contains(&text.as_str()) {
        return Some(tree.clone());
    }
    let hint = reader.nearest(text, names.names.iter().copied());
    reader.problem(at, format!("expected {}, got {tree}", names.expected), hint);
    None
}
