//! The order of problems: that of the file, so that an author meets them from top to bottom.
//!
//! Fields are read before the rules between them are checked, and keys by name; both find problems out of order.

use crate::input::ordered::insert_ordered;
use crate::input::problem::{Path, Problem};
use crate::input::value::Tree;

/// A problem with the way to its place.
#[derive(Debug)]
pub struct Located {
    /// What was found.
    pub problem: Problem,
    way: Vec<Segment>,
}

/// A step on the way to a place.
#[derive(Clone, Debug, PartialEq)]
pub enum Segment {
    /// A key of an object.
    Key(String),
    /// An item of a list.
    Index(usize),
}

impl Located {
    /// A problem at this place.
    pub fn new(at: &Path, message: String, hint: Option<String>) -> Self {
        Self { problem: Problem { path: at.to_string(), message, hint }, way: way(at) }
    }

    /// The same problem where it has its origin, which `origin` tells of a way.
    pub fn at_origin(mut self, origin: &dyn Fn(&mut Vec<Segment>)) -> Self {
        origin(&mut self.way);
        self.problem.path = written(&self.way, Path::Root);
        self
    }
}

/// A way from a place inwards, as messages write it.
fn written(way: &[Segment], from: Path) -> String {
    match way.split_first() {
        None => from.to_string(),
        Some((Segment::Key(key), rest)) => written(rest, from.key(key)),
        Some((Segment::Index(index), rest)) => written(rest, from.index(*index)),
    }
}

fn way(at: &Path) -> Vec<Segment> {
    let (parent, step) = match at {
        Path::Root => return Vec::new(),
        Path::Key(parent, key) => (parent, Segment::Key((*key).to_owned())),
        Path::Index(parent, index) => (parent, Segment::Index(*index)),
    };
    let mut way = way(parent);
    way.push(step);
    way
}

/// The problems in the order of their places in `file`: a list or object before what is inside it, what is missing
/// behind what is there. At one place, in the order in which they were found.
pub fn in_file_order(found: Vec<Located>, file: &Tree) -> Vec<Problem> {
    let mut ordered: Vec<(Vec<usize>, Problem)> = Vec::new();
    for found in found {
        let places = places(&found.way, file);
        let at = places.clone();
        insert_ordered(&mut ordered, (places, found.problem), |(other, _)| *other > at);
    }
    ordered.into_iter().map(|(_, problem)| problem).collect()
}

/// The places along a way, from the file inwards; of a key that is missing, one behind all others.
fn places(way: &[Segment], file: &Tree) -> Vec<usize> {
    let mut tree = Some(file);
    let mut places = Vec::with_capacity(way.len());
    for step in way {
        let (place, child) = match (step, tree) {
            (Segment::Index(index), Some(Tree::List(items))) => (*index, items.get(*index)),
            (Segment::Key(key), Some(Tree::Object(entries))) => {
                let place = entries.iter().position(|(known, _)| known == key);
                (place.unwrap_or(usize::MAX), place.and_then(|place| entries.get(place)).map(|(_, value)| value))
            }
            (Segment::Index(index), _) => (*index, None),
            (Segment::Key(_), _) => (usize::MAX, None),
        };
        places.push(place);
        tree = child;
    }
    places
}
