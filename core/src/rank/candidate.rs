//! A candidate: who it is, and its answers. And how a list of them gets ids and names that differ.

use std::collections::BTreeMap;

use crate::input::plain_text::clean_name;
use crate::input::problem::Problem;
use crate::input::quoted::quoted;
use crate::rank::ideal::wish::Ideal;
use crate::rank::ranking::Skipped;
use crate::rank::sheet::Sheet;

/// How many characters of a name or an id are kept.
pub const MAX_NAME: usize = 80;

/// One who is compared.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Candidate {
    /// A name for programs; without one, its name serves.
    pub id: Option<String>,
    /// Plain text by a stranger; empty where nobody gave one.
    pub name: String,
    /// Its answers.
    pub sheet: Sheet,
    /// What it wishes of the one who compares.
    pub ideal: Option<Ideal>,
}

/// A candidate with an id and a name that no other one of the list has.
#[derive(Clone, Debug, PartialEq)]
pub struct Distinct<'a> {
    /// Its place in the list, from 0.
    pub index: usize,
    /// Unique in the list.
    pub id: String,
    /// Unique in the list.
    pub name: String,
    /// The candidate as it was given.
    pub candidate: &'a Candidate,
}

/// Gives every candidate a name and an id of its own: names lose what hides in them, and those that come twice are
/// numbered, as are ids with the same answers. One whose id comes with other answers is left out, since nobody could
/// say which of them is meant; `path` says where the id of the candidate at a place stands.
pub fn distinct<'a>(list: &'a [Candidate], path: &dyn Fn(usize) -> String) -> (Vec<Distinct<'a>>, Vec<Skipped>) {
    let (mut names, mut ids) = (Taken::default(), Taken::default());
    let mut first: BTreeMap<&str, usize> = BTreeMap::new();
    let (mut kept, mut skipped) = (Vec::new(), Vec::new());
    for (index, candidate) in list.iter().enumerate() {
        let given = clean_name(&candidate.name, MAX_NAME);
        let name = if given.is_empty() { format!("Candidate {}", index + 1) } else { given };
        if let Some(id) = candidate.id.as_deref() {
            let before = *first.entry(id).or_insert(index);
            if list.get(before).is_some_and(|before| before.sheet != candidate.sheet) {
                let at = path(before);
                let message = format!("expected an id of its own, got {} with other answers than at {at}", quoted(id));
                let problem = Problem { path: path(index), message, hint: None };
                skipped.push(Skipped { index, name, problems: vec![problem] });
                continue;
            }
        }
        let name = names.unique(name);
        let id = candidate.id.as_deref().map(|id| clean_name(id, MAX_NAME)).filter(|id| !id.is_empty());
        let id = ids.unique(id.unwrap_or_else(|| name.clone()));
        kept.push(Distinct { index, id, name, candidate });
    }
    (kept, skipped)
}

/// Names that are taken, each with the number that the next one of the same name gets.
#[derive(Default)]
struct Taken(BTreeMap<String, usize>);

impl Taken {
    /// `name`, or the same with a number behind it where it is taken.
    fn unique(&mut self, name: String) -> String {
        let mut unique = name.clone();
        while self.0.contains_key(&unique) {
            let next = self.0.entry(name.clone()).or_insert(1);
            *next += 1;
            unique = format!("{name} ({next})");
        }
        self.0.insert(unique.clone(), 1);
        unique
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rank::sheet::Cell;

    #[test]
    fn names_and_ids_that_come_twice_are_numbered_and_other_answers_are_refused() {
        let one = |id: Option<&str>, name: &str, cell| Candidate {
            id: id.map(str::to_owned),
            name: name.to_owned(),
            sheet: Sheet(vec![cell]),
            ideal: None,
        };
        let list = [
            one(None, "Acme", Cell::Empty),
            one(None, "Acme", Cell::Unsure),
            one(None, "Acme (2)", Cell::Empty),
            one(Some("a"), "", Cell::Empty),
            one(Some("a"), "B\u{202e}ee", Cell::Empty),
            one(Some("a"), "Cee", Cell::Unsure),
        ];
        let (kept, skipped) = distinct(&list, &|index| format!("candidates[{index}].id"));
        let named: Vec<(&str, &str)> = kept.iter().map(|one| (one.id.as_str(), one.name.as_str())).collect();
        let expected = [
            ("Acme", "Acme"),
            ("Acme (2)", "Acme (2)"),
            ("Acme (2) (2)", "Acme (2) (2)"),
            ("a", "Candidate 4"),
            ("a (2)", "Bee"),
        ];
        assert_eq!(named, expected);
        assert_eq!((skipped.len(), skipped[0].index), (1, 5));
        assert_eq!(
            skipped[0].problems[0].to_string(),
            "candidates[5].id: expected an id of its own, got \"a\" with other answers than at candidates[3].id"
        );
    }
}
