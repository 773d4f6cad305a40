//! The order of problems: that of the file, so that an author meets them from top to bottom.
//!
//! Fields are read before the rules between them are checked, and keys by name; both find problems out of order.

use std::collections::BTreeMap;

use crate::problem::{Path, Problem};
use crate::tree::Tree;

/// A problem with the way to its place.
#[derive(Debug)]
pub struct Found {
    /// What was found.
    pub problem: Problem,
    way: Vec<Step>,
}

/// A step on the way to a place.
#[derive(Clone, Debug, PartialEq)]
enum Step {
    Key(String),
    Index(usize),
}

impl Found {
    /// A problem at this place.
    pub fn new(at: &Path, message: String, hint: Option<String>) -> Self {
        Self { problem: Problem { path: at.to_string(), message, hint }, way: way(at) }
    }
}

fn way(at: &Path) -> Vec<Step> {
    let (parent, step) = match at {
        Path::Root => return Vec::new(),
        Path::Key(parent, key) => (parent, Step::Key((*key).to_owned())),
        Path::Index(parent, index) => (parent, Step::Index(*index)),
    };
    let mut way = way(parent);
    way.push(step);
    way
}

/// The problems in the order of their places in `file`: a list or object before what is inside it, what is missing
/// behind what is there. At one place, in the order in which they were found.
pub fn in_file_order(found: Vec<Found>, file: &Tree) -> Vec<Problem> {
    let mut ordered = Vec::with_capacity(found.len());
    sort(found, 0, Some(file), &mut ordered);
    ordered
}

/// Orders problems whose ways are the same for `depth` steps, which lead to `tree`.
fn sort(found: Vec<Found>, depth: usize, tree: Option<&Tree>, ordered: &mut Vec<Problem>) {
    let places: BTreeMap<&str, usize> = match tree {
        Some(Tree::Object(entries)) => entries.iter().enumerate().map(|(i, (key, _))| (key.as_str(), i)).collect(),
        _ => BTreeMap::new(),
    };
    let mut inside: BTreeMap<(usize, usize), Vec<Found>> = BTreeMap::new();
    let mut absent: BTreeMap<String, usize> = BTreeMap::new();
    for found in found {
        let place = match found.way.get(depth) {
            None => {
                ordered.push(found.problem);
                continue;
            }
            Some(Step::Index(index)) => (*index, 0),
            Some(Step::Key(key)) => match places.get(key.as_str()) {
                Some(place) => (*place, 0),
                None => {
                    let next = absent.len();
                    (usize::MAX, *absent.entry(key.clone()).or_insert(next))
                }
            },
        };
        inside.entry(place).or_default().push(found);
    }
    for ((place, _), found) in inside {
        let child = match tree {
            Some(Tree::List(items)) => items.get(place),
            Some(Tree::Object(entries)) => entries.get(place).map(|(_, value)| value),
            _ => None,
        };
        sort(found, depth + 1, child, ordered);
    }
}
