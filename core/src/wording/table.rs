//! A table as people read it: what it is of, its columns and rows, all in words.

use super::key::Key;

/// A table in words.
#[derive(Clone, Debug, PartialEq)]
pub struct Table {
    /// What it is of.
    pub title: Key,
    /// The heading of each column.
    pub columns: &'static [Key],
    /// The rows; the first cell of each is its heading.
    pub rows: Vec<Vec<String>>,
    /// Whether the last row is a total.
    pub has_total: bool,
}
