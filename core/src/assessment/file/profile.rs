//! The profile: the words that stand for the placeholders of a file, by its author or by the page around it.

use super::reader::FileReader;
use super::texts::in_each_language;
use super::values::{ID, is_id};
use crate::input::hints::nearest;
use crate::input::map::Map;
use crate::input::plain_text::text_problem;
use crate::input::problem::{Path, Problem};
use crate::input::quoted::{listed, quoted};
use crate::input::value::Tree;

/// What a message says was expected.
pub(super) const EXPECTED: &str = "an object of texts";

/// How many values a profile may have.
pub const MAX_PROFILE: usize = 32;

/// Tells `note` what is wrong with a page's own words for the placeholders of `file`: they become part of its texts.
pub fn check_own_profile(file: &Tree, own: &Map<String>, mut note: impl FnMut(&Path, String, Option<String>)) {
    let entries = match file.get("profile") {
        Some(Tree::Object(entries)) => entries.as_slice(),
        _ => &[],
    };
    let known = || entries.iter().map(|(name, _)| name.as_str());
    let root = Path::Root.key("profile");
    for (name, words) in own.iter() {
        let at = root.key(name);
        if known().all(|known| known != name) {
            let message = format!("expected a placeholder of the assessment ({}), got an unknown one", listed(known()));
            note(&at, message, nearest(name, known()));
        } else if let Some(problem) = text_problem(words) {
            note(&at, problem, None);
        }
    }
}

/// A page's own words for the placeholders of `file`, from what it gave; none from `null`.
///
/// # Errors
/// All that is wrong with them.
pub fn own_profile(file: &Tree, given: &Tree) -> Result<Map<String>, Vec<Problem>> {
    let root = Path::Root.key("profile");
    let mut own = Map::default();
    let mut problems = Vec::new();
    let mut note = |at: &Path, message, hint| problems.push(Problem { path: at.to_string(), message, hint });
    match given {
        Tree::Null => {}
        Tree::Object(entries) => {
            for (name, value) in entries {
                match value {
                    Tree::Text(words) => own.insert(name, words.clone()),
                    other => note(&root.key(name), format!("expected a text, got {other}"), None),
                }
            }
        }
        other => note(&root, format!("expected an object of words by placeholder, got {other}"), None),
    }
    check_own_profile(file, &own, note);
    if problems.is_empty() { Ok(own) } else { Err(problems) }
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
