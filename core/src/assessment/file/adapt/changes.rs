//! What a page wishes to be changed of an assessment: read and held against the ids of its file.

use crate::assessment::file::values::AMOUNT;
use crate::input::problem::{Path, Problem, Problems};
use crate::input::quoted::listed;
use crate::input::value::Tree;

/// The wishes, of which every id is known and every number a weight.
pub struct Changes {
    weights: Vec<(String, f64)>,
    without: Vec<String>,
}

impl Changes {
    /// Reads the wishes; absent and null mean none.
    ///
    /// # Errors
    /// Everything that is wrong with them.
    pub fn read(wishes: &Tree, file: &Tree) -> Result<Self, Vec<Problem>> {
        let mut problems = Problems::default();
        let entries = match wishes {
            Tree::Null => &[],
            Tree::Object(entries) => entries.as_slice(),
            other => return Err(vec![unexpected(&Path::Root, "an object with weights and without", Some(other))]),
        };
        for (key, _) in entries.iter().filter(|(key, _)| !["weights", "without"].contains(&key.as_str())) {
            let message = "expected one of the keys weights, without, got an unknown key".to_owned();
            problems.note(&Path::Root.key(key), message, None);
        }
        let without = without(wishes.get("without"), &question_ids(file), &mut problems);
        let weights = weights(wishes.get("weights"), &criterion_ids(file, &|_| true), &mut problems);
        problems.or(Self { weights, without })
    }

    /// Whether a question is left out.
    pub fn leaves_out(&self, question: &Tree) -> bool {
        question.text("id").is_some_and(|id| self.without.iter().any(|left_out| left_out == id))
    }

    /// The wanted weight of a criterion.
    pub fn weight(&self, criterion: &Tree) -> Option<f64> {
        let id = criterion.text("id")?;
        self.weights.iter().find(|(wanted, _)| wanted == id).map(|(_, weight)| *weight)
    }

    /// Whether any weight is wanted.
    pub fn has_weights(&self) -> bool {
        !self.weights.is_empty()
    }
}

fn without(wish: Option<&Tree>, questions: &[String], problems: &mut Problems) -> Vec<String> {
    let (root, mut left_out) = (Path::Root, Vec::new());
    let at = root.key("without");
    let items = match wish {
        None | Some(Tree::Null) => &[],
        Some(Tree::List(items)) => items.as_slice(),
        other => {
            problems.extend([unexpected(&at, "a list of ids of questions", other)]);
            &[]
        }
    };
    for (index, item) in items.iter().enumerate() {
        match item {
            Tree::Text(id) if questions.contains(id) => left_out.push(id.clone()),
            other => problems.extend([unexpected(&at.index(index), &id_of("question", questions), Some(other))]),
        }
    }
    left_out
}

fn weights(wish: Option<&Tree>, criteria: &[String], problems: &mut Problems) -> Vec<(String, f64)> {
    let (root, mut wanted) = (Path::Root, Vec::new());
    let at = root.key("weights");
    let entries = match wish {
        None | Some(Tree::Null) => &[],
        Some(Tree::Object(entries)) => entries.as_slice(),
        other => {
            problems.extend([unexpected(&at, "an object of numbers by the id of a criterion", other)]);
            &[]
        }
    };
    for (id, weight) in entries {
        let at = at.key(id);
        match weight {
            _ if !criteria.contains(id) => {
                problems.extend([unexpected(&at, &id_of("criterion", criteria), Some(&Tree::Text(id.clone())))]);
            }
            Tree::Number(weight) if AMOUNT.accepts(*weight) => wanted.push((id.clone(), *weight)),
            other => {
                let number = if let Tree::Number(number) = other { *number } else { -1.0 };
                problems.extend([unexpected(&at, &AMOUNT.expected_for(number), Some(other))]);
            }
        }
    }
    wanted
}

fn id_of(what: &str, known: &[String]) -> String {
    format!("the id of a {what} ({})", listed(known.iter().map(String::as_str)))
}

/// The problem that `got` stands where something else was expected.
pub fn unexpected(at: &Path, expected: &str, got: Option<&Tree>) -> Problem {
    let got = got.map_or_else(|| "nothing".to_owned(), Tree::to_string);
    Problem { path: at.to_string(), message: format!("expected {expected}, got {got}"), hint: None }
}

/// The ids of all questions.
pub fn question_ids(file: &Tree) -> Vec<String> {
    let mut ids = Vec::new();
    file.list("criteria").iter().for_each(|criterion| add_ids(criterion.list("questions"), &|_| true, &mut ids));
    ids
}

/// The ids of those criteria.
pub fn criterion_ids(file: &Tree, wanted: &dyn Fn(&Tree) -> bool) -> Vec<String> {
    let mut ids = Vec::new();
    add_ids(file.list("criteria"), wanted, &mut ids);
    ids
}

#[inline(never)]
fn add_ids(items: &[Tree], wanted: &dyn Fn(&Tree) -> bool, ids: &mut Vec<String>) {
    for item in items {
        if let Some(id) = item.text("id").filter(|_| wanted(item)) {
            ids.push(id.to_owned());
        }
    }
}
