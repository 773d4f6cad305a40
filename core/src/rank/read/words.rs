//! What an answer is called in a table: its id, or its label in any language of the assessment or of ours.

use std::collections::BTreeMap;

use crate::assessment::{Question, QuestionKind, Text};
use crate::rank::sheet::Cell;

/// The words that our own texts have, in every language that is at hand.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OwnWords {
    /// What "Not sure" is called.
    pub unsure: Vec<String>,
    /// What "Does not apply" is called.
    pub not_applicable: Vec<String>,
    /// What a candidate without a name is called, with `{number}` in it; without one, "Candidate {number}".
    pub candidate: Option<String>,
}

/// The answers to one question by what they are called.
#[derive(Clone, Debug)]
pub struct Words {
    /// By name as it is compared; with the second of two options that are called the same.
    cells: BTreeMap<String, (Cell, Option<Cell>)>,
    /// The same by what has been read before, as it stood there: some few, which are looked through.
    seen: Vec<(String, Cell)>,
}

/// How many different writings of answers are kept.
const MAX_SEEN: usize = 24;

/// `text` as it is compared: in lower case, without outer space and trailing dots, any space within as one.
fn compared(text: &str) -> String {
    let text = text.trim().trim_end_matches('.');
    let mut lower = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !lower.is_empty() {
            lower.push(' ');
        }
        lower.extend(word.chars().flat_map(char::to_lowercase));
    }
    lower
}

impl Words {
    /// The words for the answers to `question`.
    #[must_use]
    pub fn new(question: &Question, own: &OwnWords) -> Self {
        let mut words = Self { cells: BTreeMap::new(), seen: Vec::new() };
        if let QuestionKind::Choice(options) = &question.kind {
            let cell = |place: usize| u16::try_from(place).map_or(Cell::Empty, Cell::Option);
            for (place, option) in options.iter().enumerate() {
                words.cells.insert(option.id.clone(), (cell(place), None));
            }
            for (place, option) in options.iter().enumerate() {
                words.text(&option.label, cell(place));
            }
        }
        if question.unsure {
            let ours = own.unsure.iter().map(String::as_str);
            ["?", "unsure"].into_iter().chain(ours).for_each(|word| words.add(word, Cell::Unsure));
        }
        if question.not_applicable {
            let ours = own.not_applicable.iter().map(String::as_str);
            ["n/a"].into_iter().chain(ours).for_each(|word| words.add(word, Cell::NotApplicable));
            question.not_applicable_label.iter().for_each(|label| words.text(label, Cell::NotApplicable));
        }
        words
    }

    fn text(&mut self, text: &Text, cell: Cell) {
        text.0.iter().for_each(|(_, words)| self.add(words, cell));
    }

    fn add(&mut self, word: &str, cell: Cell) {
        let (known, other) = self.cells.entry(compared(word)).or_insert((cell, None));
        if *known != cell {
            *other = Some(cell);
        }
    }

    /// The answer that `text` is; with the other one where two are called so.
    pub fn cell(&mut self, text: &str) -> Option<(Cell, Option<Cell>)> {
        if let Some((_, cell)) = self.seen.iter().find(|(seen, _)| seen == text) {
            return Some((*cell, None));
        }
        let found = self.cells.get(&compared(text)).copied()?;
        if self.seen.len() < MAX_SEEN && found.1.is_none() {
            self.seen.push((text.to_owned(), found.0));
        }
        Some(found)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn case_outer_space_and_trailing_dots_make_no_difference() {
        assert_eq!(compared(" Ja,  Zeker.\u{a0}"), "ja, zeker");
        assert_eq!(compared("n/a."), "n/a");
        assert_eq!(compared("ÉÉN"), "één");
    }
}
