//! A table of what was measured, as people read it: all in words.

/// A table in words.
#[derive(Clone, Debug, PartialEq)]
pub struct WordTable {
    /// What it is of.
    pub title: String,
    /// The heading of each column.
    pub columns: Vec<String>,
    /// The rows; the first cell of each is its heading.
    pub rows: Vec<Vec<String>>,
}
