//! Placeholders: `{name}` in a text, which stands for a value of the profile.

use super::reader::FileReader;
use super::values::is_id;
use crate::assessment::text::CANDIDATE;
use crate::input::map::Map;
use crate::input::placeholders::{fill, pieces};
use crate::input::problem::Path;
use crate::input::quoted::listed;
use crate::input::value::Tree;

/// The next `{placeholder}` of a text: what comes before it, its name, and what comes after it.
fn split_placeholder(words: &str) -> Option<(&str, &str, &str)> {
    words.match_indices('{').find_map(|(start, _)| {
        let after = words.get(start + 1..)?;
        let end = after.bytes().take(65).position(|byte| byte == b'}')?;
        let name = after.get(..end).filter(|name| is_id(name))?;
        Some((words.get(..start)?, name, after.get(end + 1..)?))
    })
}

/// The names of the profile's placeholders that `tree` uses, each once.
pub(crate) fn placeholders<'t>(tree: &'t Tree, profile: &[String], names: &mut Vec<&'t str>) {
    match tree {
        Tree::Text(words) => {
            let mut rest = words.as_str();
            while let Some((_, name, after)) = split_placeholder(rest) {
                if profile.iter().any(|known| known == name) && !names.contains(&name) {
                    names.push(name);
                }
                rest = after;
            }
        }
        Tree::List(items) => items.iter().for_each(|item| placeholders(item, profile, names)),
        Tree::Object(entries) => entries.iter().for_each(|(_, value)| placeholders(value, profile, names)),
        _ => {}
    }
}

/// Notes every placeholder of `words` that the profile does not know.
pub(super) fn check_placeholders(words: &str, at: &Path, reader: &mut FileReader) {
    let mut rest = words;
    while let Some((_, name, after)) = split_placeholder(rest) {
        if reader.profile_is_readable && !reader.profile.iter().any(|known| known == name) {
            let known = reader.profile.iter().map(String::as_str);
            let hint = reader.nearest(name, known.clone());
            let known = listed(known);
            let expected = if known.is_empty() {
                "no placeholder, as there is no profile".to_owned()
            } else {
                format!("a placeholder of the profile ({known})")
            };
            reader.problem(at, format!("expected {expected}, got {{{name}}}"), hint);
        }
        rest = after;
    }
}

/// How long a text may be once its placeholders are filled in, in characters.
pub const MAX_FILLED_CHARACTERS: usize = 4_000;

/// How large a file may be once its placeholders are filled in, in bytes of its names and texts.
pub const MAX_FILLED_BYTES: usize = 1024 * 1024;

/// A count of what the placeholders of a file unfold to, before anything is unfolded.
pub(crate) struct Filling<'a> {
    profile: Option<&'a Tree>,
    own: &'a Map<String>,
    bytes: usize,
}

impl<'a> Filling<'a> {
    pub fn new(file: &'a Tree, own: &'a Map<String>) -> Self {
        Self { profile: file.get("profile"), own, bytes: 0 }
    }

    /// Tells `note` which texts of `file` become too long, and whether all of it becomes too large.
    pub fn check(mut self, file: &Tree, note: &mut dyn FnMut(&Path, String)) {
        self.count(file, "", &Path::Root, note);
        if self.bytes > MAX_FILLED_BYTES {
            let limit = MAX_FILLED_BYTES / 1024;
            note(
                &Path::Root,
                format!("expected a file of at most {limit} KB with its placeholders filled in, got more"),
            );
        }
    }

    fn count(&mut self, tree: &Tree, key: &str, at: &Path, note: &mut dyn FnMut(&Path, String)) {
        match tree {
            Tree::Text(words) => {
                let mut characters = 0;
                let value = |name: &str| word(name, key, self.profile, self.own);
                pieces(words, ['{', '}'], &value, &mut |piece| {
                    characters += piece.chars().count();
                    self.bytes += piece.len();
                    characters <= MAX_FILLED_CHARACTERS
                });
                if characters > MAX_FILLED_CHARACTERS {
                    let limit = MAX_FILLED_CHARACTERS;
                    note(at, format!("expected at most {limit} characters with its placeholders filled in, got more"));
                }
            }
            Tree::List(items) => {
                items.iter().enumerate().for_each(|(index, item)| self.count(item, "", &at.index(index), note));
            }
            Tree::Object(entries) => {
                for (key, value) in entries {
                    self.bytes += key.len();
                    self.count(value, key, &at.key(key), note);
                }
            }
            _ => {}
        }
    }
}

/// What stands for a placeholder: the page's own words, or the file's in the same language.
fn word<'w>(name: &str, language: &str, profile: Option<&'w Tree>, own: &'w Map<String>) -> Option<&'w str> {
    let texts = profile.and_then(|profile| profile.get(name))?;
    own.get(name).map(String::as_str).or_else(|| texts.text(language.strip_suffix(CANDIDATE).unwrap_or(language)))
}

/// The texts of `tree` with every `{placeholder}` replaced: by the page's `own` words, or by the file's in the same
/// language. `key` is what `tree` stands at, which is the language where `tree` is a text.
pub(crate) fn filled(tree: &Tree, key: &str, profile: Option<&Tree>, own: &Map<String>) -> Tree {
    match tree {
        Tree::Text(words) => Tree::Text(fill(words, |name| word(name, key, profile, own))),
        Tree::List(items) => Tree::List(items.iter().map(|item| filled(item, "", profile, own)).collect()),
        Tree::Object(entries) => {
            let fill = |(key, value): &(String, Tree)| (key.clone(), filled(value, key, profile, own));
            Tree::Object(entries.iter().map(fill).collect())
        }
        other => other.clone(),
    }
}
