//! The state of reading one file: the problems so far, and what every text has to agree with.

pub use super::problem_order::Segment;
use super::problem_order::{Located, in_file_order};
use crate::input::hints::nearest;
use crate::input::problem::{MAX_HINTS, MAX_PROBLEMS, Path, Problem};
use crate::input::quoted::listed;
use crate::input::value::Tree;

/// How many items a list may have; every list that means something has a lower limit of its own.
pub const MAX_ITEMS: usize = 500;

/// The state of one reading: the problems so far, and what every text has to agree with.
#[derive(Debug, Default)]
pub struct FileReader {
    /// Everything found so far, in the order of reading.
    found: Vec<Located>,
    /// The languages in which every text must be written.
    pub languages: Vec<String>,
    /// The placeholders that texts may have.
    pub profile: Vec<String>,
    /// Whether every placeholder that the file has can be told.
    pub profile_is_readable: bool,
}

impl FileReader {
    /// Notes a problem.
    #[inline(never)]
    pub fn problem(&mut self, at: &Path, message: String, hint: Option<String>) {
        if !self.is_full() {
            self.found.push(Located::new(at, message, hint));
        }
    }

    /// Whether no more problems are kept, so that looking for others is of no use.
    pub fn is_full(&self) -> bool {
        self.found.len() >= MAX_PROBLEMS
    }

    /// The hint for a name that is not known, as long as hints are looked for.
    pub fn nearest<'a>(&self, name: &str, known: impl IntoIterator<Item = &'a str>) -> Option<String> {
        if self.found.len() < MAX_HINTS { nearest(name, known) } else { None }
    }

    /// Whether something was already said about this place or a place inside it.
    pub fn noted(&self, at: &Path) -> bool {
        let path = at.to_string();
        self.found.iter().any(|found| found.problem.path.starts_with(&path))
    }

    /// Takes over what was found in a file that was made of this one, each at the place where `origin` says that it comes
    /// from; without what was noted there already, and what is not `wanted`.
    pub fn adopt(&mut self, other: Self, origin: &dyn Fn(&mut Vec<Segment>), wanted: &dyn Fn(&Problem) -> bool) {
        let before = self.found.len();
        for found in other.found.into_iter().filter(|found| wanted(&found.problem)) {
            let found = found.at_origin(origin);
            let noted = self.found.iter().take(before).any(|own| own.problem.path.starts_with(&found.problem.path));
            if !noted && self.found.len() < MAX_PROBLEMS {
                self.found.push(found);
            }
        }
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
            if !self.is_full() && !known.contains(&key.as_str()) {
                let hint = self.nearest(key, known.iter().copied());
                let names = listed(known.iter().copied());
                self.problem(&at.key(key), format!("expected one of the keys {names}, got an unknown key"), hint);
            }
        }
        Some(entries)
    }
}
