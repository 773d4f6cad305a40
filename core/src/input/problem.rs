//! Problems: what is wrong with an input, in words with which its author can mend it.
//!
//! Every reader of input (an assessment file, answers, a profile) collects all its problems and returns them together.
//! What counts as a problem is decided by the reader; a [`Path`] says where it is.

use std::fmt;

use serde::Serialize;

use crate::input::hints::nearest;
use crate::input::quoted::Quoted;

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

/// How many problems of an input are kept; who has more than these is helped by none of them.
pub const MAX_PROBLEMS: usize = 1_000;

/// After how many problems no hint is looked for any more: finding one compares a name with all that are known.
pub const MAX_HINTS: usize = 200;

/// The problems of an input while it is read, never more than [`MAX_PROBLEMS`].
#[derive(Debug, Default)]
pub struct Problems(Vec<Problem>);

impl Problems {
    /// Notes a problem.
    #[inline(never)]
    pub fn note(&mut self, at: &Path, message: String, hint: Option<String>) {
        if self.0.len() < MAX_PROBLEMS {
            self.0.push(Problem { path: at.to_string(), message, hint });
        }
    }

    /// The hint for a name that is not known, as long as hints are looked for.
    #[must_use]
    pub fn nearest<'a>(&self, name: &str, known: impl IntoIterator<Item = &'a str>) -> Option<String> {
        if self.0.len() < MAX_HINTS { nearest(name, known) } else { None }
    }

    /// Adds problems that were found elsewhere.
    pub fn extend(&mut self, more: impl IntoIterator<Item = Problem>) {
        self.0.extend(more.into_iter().take(MAX_PROBLEMS.saturating_sub(self.0.len())));
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// `value` if nothing was noted.
    ///
    /// # Errors
    /// All that was noted, in that order.
    pub fn or<T>(self, value: T) -> Result<T, Vec<Problem>> {
        if self.0.is_empty() { Ok(value) } else { Err(self.0) }
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
}
