//! The profile: the words that stand for the placeholders of a file, by its author or by the page around it.

use super::placeholders::Filling;
use super::reader::FileReader;
use super::texts::in_each_language;
use super::values::{ID, is_id};
use crate::input::map::Map;
use crate::input::plain_text::text_problem;
use crate::input::problem::{Path, Problem, Problems};
use crate::input::quoted::{listed, quoted};
use crate::input::value::Tree;

/// What a message says was expected.
pub(super) const EXPECTED: &str = "an object of texts";

/// How many values a profile may have.
pub const MAX_PROFILE: usize = 32;

/// A page's own words for the placeholders of `file`, from what it gave; none from `null`. They become part of its texts.
///
/// # Errors
/// All that is wrong with them, and with the texts that they would make.
pub fn own_profile(file: &Tree, given: &Tree) -> Result<Map<String>, Vec<Problem>> {
    let known = match file.get("profile") {
        Some(Tree::Object(entries)) => entries.get(..entries.len().min(MAX_PROFILE)).unwrap_or_default(),
        _ => &[],
    };
    let known = || known.iter().map(|(name, _)| name.as_str());
    let root = Path::Root.key("profile");
    let mut own = Map::default();
    let mut problems = Problems::default();
    match given {
        Tree::Null => {}
        Tree::Object(entries) => {
            let is_text = |value: &Tree| matches!(value, Tree::Text(_));
            let others = entries.iter().filter(|(_, value)| !is_text(value));
            for (name, value) in others.chain(entries.iter().filter(|(_, value)| is_text(value))) {
                let at = root.key(name);
                match value {
                    Tree::Text(_) if known().all(|known| known != name) => {
                        let expected = format!("a placeholder of the assessment ({})", listed(known()));
                        let hint = problems.nearest(name, known());
                        problems.note(&at, format!("expected {expected}, got an unknown one"), hint);
                    }
                    Tree::Text(words) => match text_problem(words) {
                        Some(problem) => problems.note(&at, problem, None),
                        None => own.insert(name, words.clone()),
                    },
                    other => problems.note(&at, format!("expected a text, got {other}"), None),
                }
            }
        }
        other => problems.note(&root, format!("expected an object of words by placeholder, got {other}"), None),
    }
    if problems.is_empty() && !own.is_empty() {
        Filling::new(file, &own).check(file, &mut |at, message| {
            problems.note(&root, format!("{message} ({at})"), None);
        });
    }
    problems.or(own)
}

/// What is wrong with a page's own words for the placeholders of `file`.
pub(crate) fn own_problems(file: &Tree, own: &Map<String>) -> Vec<Problem> {
    let given = own.iter().map(|(name, words)| (name.to_owned(), Tree::Text(words.clone()))).collect();
    own_profile(file, &Tree::Object(given)).err().unwrap_or_default()
}

/// The names of the placeholders that the texts of `file` may have.
pub(super) fn placeholder_names(file: &Tree) -> Vec<String> {
    let Some(Tree::Object(entries)) = file.get("profile") else { return Vec::new() };
    entries.iter().take(MAX_PROFILE).map(|(name, _)| name.clone()).collect()
}

/// The words that stand for placeholders, each a text in every language.
pub(super) fn profile(tree: &Tree, at: &Path, reader: &mut FileReader) -> Option<Tree> {
    let Tree::Object(entries) = tree else {
        reader.unexpected(at, EXPECTED, tree);
        return None;
    };
    if entries.len() > MAX_PROFILE {
        reader.problem(at, format!("expected at most {MAX_PROFILE} values, got {}", entries.len()), None);
    }
    let mut profile = Vec::new();
    for (name, value) in entries.iter().take(MAX_PROFILE) {
        let at = at.key(name);
        if !is_id(name) {
            let message = format!("expected {} as a placeholder's name, got {}", ID.expected, quoted(name));
            reader.problem(&at, message, None);
        } else if let Some(text) = in_each_language(value, &at, reader, false) {
            profile.push((name.clone(), text));
        }
    }
    Some(Tree::Object(profile))
}
