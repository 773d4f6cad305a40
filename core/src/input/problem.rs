//! Problems: what is wrong with an input, in words with which its author can mend it.
//!
//! Every reader of input (an assessment file, answers, a profile) collects all its problems and returns them together.
//! What counts as a problem is decided by the reader; a [`Path`] says where it is.

use std::fmt;

use serde::Serialize;

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
