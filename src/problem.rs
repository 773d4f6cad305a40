//! Problems: what is wrong with an input, said so that its author can mend it.
//!
//! Every reader of input (an assessment file, answers, a profile) collects all its problems and returns them
//! together. What counts as a problem is decided by the reader; this module only holds the words and the path.

use std::fmt;

use serde::Serialize;

use crate::tree::Tree;

/// One thing that is wrong with an input.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Problem {
    /// Where: `criteria[2].questions[0].options[1].value`; empty for the input as a whole.
    pub path: String,
    /// What was expected and what was found, on one line.
    pub message: String,
    /// What the author probably meant.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub hint: Option<String>,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if !self.path.is_empty() {
            write!(f, "{}: ", self.path)?;
        }
        f.write_str(&self.message)?;
        match &self.hint {
            Some(hint) => write!(f, " ({hint})"),
            None => Ok(()),
        }
    }
}

/// A place in an input, built while reading without allocating.
#[derive(Clone, Copy, Debug)]
pub enum Path<'a> {
    /// The input as a whole.
    Root,
    /// A key of an object.
    Key(&'a Path<'a>, &'a str),
    /// An item of a list, from 0.
    Index(&'a Path<'a>, usize),
}

impl<'a> Path<'a> {
    /// The place of `key` inside this one.
    #[must_use]
    pub fn key(&'a self, key: &'a str) -> Path<'a> {
        Path::Key(self, key)
    }

    /// The place of item `index` inside this one.
    #[must_use]
    pub fn index(&'a self, index: usize) -> Path<'a> {
        Path::Index(self, index)
    }
}

impl fmt::Display for Path<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Path::Root => Ok(()),
            Path::Key(Path::Root, key) => write!(f, "{}", Quoted(key, 64)),
            Path::Key(parent, key) => write!(f, "{parent}.{}", Quoted(key, 64)),
            Path::Index(parent, index) => write!(f, "{parent}[{index}]"),
        }
    }
}

/// A text of an input inside a message: bounded, and on one line.
struct Quoted<'a>(&'a str, usize);

impl fmt::Display for Quoted<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (count, c) in self.0.chars().enumerate() {
            if count == self.1 {
                return f.write_str("…");
            }
            write!(f, "{}", if c.is_control() { '\u{fffd}' } else { c })?;
        }
        Ok(())
    }
}

/// `text` in quotation marks for a message, cut after 40 characters.
#[must_use]
pub fn quoted(text: &str) -> String {
    format!("\"{}\"", Quoted(text, 40))
}

/// How many names a message lists at most.
const MAX_LISTED: usize = 30;

/// The names as a message lists them: `a, b, c`; bounded, and on one line.
#[must_use]
pub fn listed<'a>(names: impl IntoIterator<Item = &'a str>) -> String {
    let mut list = String::new();
    for (count, name) in names.into_iter().enumerate() {
        if count > 0 {
            list.push_str(", ");
        }
        if count == MAX_LISTED {
            list.push('…');
            break;
        }
        list.push_str(&Quoted(name, 64).to_string());
    }
    list
}

/// The hint for a number that was written in quotation marks.
#[must_use]
pub fn unquoted_number(tree: &Tree) -> Option<String> {
    let Tree::Text(text) = tree else { return None };
    let mut parts = text.strip_prefix('-').unwrap_or(text).split('.');
    let digits = |part: &str| (1..=15).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit());
    let is_number = parts.next().is_some_and(digits) && parts.next().is_none_or(digits) && parts.next().is_none();
    is_number.then(|| format!("did you mean {text}, without quotation marks?"))
}

/// The hint for a name that is not known: the nearest known one, if it is near enough to be meant.
///
/// Near enough is an edit distance of at most a third of the name's length, and at least 2; or that one is the
/// beginning of the other.
#[must_use]
pub fn nearest<'a>(name: &str, known: impl IntoIterator<Item = &'a str>) -> Option<String> {
    if name.len() > 64 {
        return None;
    }
    let near_enough = (name.chars().count() / 3).max(2);
    known
        .into_iter()
        .map(|candidate| (strsim::osa_distance(name, candidate), candidate))
        .filter(|(distance, candidate)| {
            let begins =
                candidate.len().min(name.len()) >= 3 && (name.starts_with(*candidate) || candidate.starts_with(name));
            begins || (*distance <= near_enough && *distance < candidate.chars().count())
        })
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, candidate)| format!("did you mean \"{candidate}\"?"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_read_like_code() {
        let root = Path::Root;
        let criteria = root.key("criteria");
        let third = criteria.index(2);
        assert_eq!(third.key("weight").to_string(), "criteria[2].weight");
        assert_eq!(root.to_string(), "");
    }

    #[test]
    fn the_nearest_name_is_offered_only_when_near() {
        let known = ["weight", "why", "title"];
        assert_eq!(nearest("wieght", known).as_deref(), Some("did you mean \"weight\"?"));
        assert_eq!(nearest("colour", known), None);
        assert_eq!(nearest("weights-of-all", known).as_deref(), Some("did you mean \"weight\"?"));
        assert_eq!(nearest("wh", ["a-wholly-other-name"]), None);
    }

    #[test]
    fn a_number_in_quotation_marks_is_offered_without_them() {
        let hint = |text: &str| unquoted_number(&Tree::Text(text.to_owned()));
        assert_eq!(hint("-0.5").as_deref(), Some("did you mean -0.5, without quotation marks?"));
        assert_eq!(["", "-", "1.2.3", "1e3", ".5", "5.", "five"].map(hint), [const { None }; 7]);
    }

    #[test]
    fn a_long_list_of_names_is_cut() {
        assert_eq!(listed(["a", "b\n"]), "a, b\u{fffd}");
        assert!(listed(vec!["name"; 1_000]).ends_with("name, …"));
    }

    #[test]
    fn input_in_a_message_is_bounded_and_on_one_line() {
        assert_eq!(quoted(&"x".repeat(90)), format!("\"{}…\"", "x".repeat(40)));
        assert_eq!(quoted("a\nb"), "\"a\u{fffd}b\"");
    }
}
