//! The texts of an assessment file: words in every language, and the profile whose values fill their placeholders.
//!
//! A text is plain: it is never markup, and characters that could reverse its direction are refused.

use super::check::MAX_PROFILE;
use super::field::{Kind, MAX_ITEMS, Reader};
use super::kinds::{ID, is_id};
use crate::map::Map;
use crate::problem::{Path, Problem, listed, nearest, quoted};
use crate::tree::Tree;

/// How long a text may be, in characters.
pub const MAX_CHARACTERS: usize = 2_000;

/// A text in every language of the file, its placeholders filled in.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Text(pub Map<String>);

impl Text {
    /// The text in `language`, which is one of the file's.
    #[must_use]
    pub fn get(&self, language: &str) -> &str {
        self.0.get(language).map_or("", String::as_str)
    }

    /// From a text of a file without problems; empty where there is none.
    pub(super) fn new(tree: Option<&Tree>) -> Self {
        let mut texts = Map::default();
        if let Some(Tree::Object(entries)) = tree {
            for (language, words) in entries {
                if let Tree::Text(words) = words {
                    texts.insert(language, words.clone());
                }
            }
        }
        Self(texts)
    }
}

/// A text in every language.
pub(super) fn text(tree: &Tree, at: &Path, reader: &mut Reader) -> Option<Tree> {
    plain(tree, at, reader, true)
}

/// A text in every language; with placeholders if `filling`, which the values of a profile have none of.
fn plain(tree: &Tree, at: &Path, reader: &mut Reader, filling: bool) -> Option<Tree> {
    let expected = Kind::Text.expected();
    let Tree::Object(entries) = tree else {
        let languages: Vec<String> = reader.languages.iter().map(|language| format!("\"{language}\": …")).collect();
        let hint = format!("did you mean {{ {} }}?", languages.join(", "));
        let hint = Some(hint).filter(|_| matches!(tree, Tree::Text(_)) && !languages.is_empty());
        reader.problem(at, format!("expected {expected}, got {tree}"), hint);
        return None;
    };
    for language in reader.languages.clone() {
        if tree.get(&language).is_none() {
            let found = listed(entries.iter().map(|(key, _)| key.as_str()));
            let got = if found.is_empty() { "nothing".to_owned() } else { format!("only {found}") };
            reader.problem(&at.key(&language), format!("expected this text in {language} too, got {got}"), None);
        }
    }
    let mut texts = Vec::new();
    // Without a list of languages anything may stand here; more than a file can have is not worth reading.
    for (language, value) in entries.iter().take(MAX_ITEMS) {
        let at = at.key(language);
        if !reader.languages.is_empty() && !reader.languages.contains(language) {
            let hint = nearest(language, reader.languages.iter().map(String::as_str));
            let languages = listed(reader.languages.iter().map(String::as_str));
            let message = format!("expected one of the file's languages ({languages}), got an unknown key");
            reader.problem(&at, message, hint);
        } else if let Some(text) = plain_text(value, &at, reader) {
            if filling {
                check_placeholders(&text, &at, reader);
            }
            texts.push((language.clone(), Tree::Text(text)));
        }
    }
    Some(Tree::Object(texts))
}

/// A text in one language: not empty, bounded, without control characters or marks that reverse its direction.
pub(super) fn plain_text(tree: &Tree, at: &Path, reader: &mut Reader) -> Option<String> {
    let Tree::Text(text) = tree else {
        reader.unexpected(at, "a text", tree);
        return None;
    };
    if let Some(fault) = fault(text) {
        reader.problem(at, fault, None);
        return None;
    }
    Some(text.to_owned())
}

/// What keeps words from being a text in one language; nothing where nothing does.
#[must_use]
pub fn fault(words: &str) -> Option<String> {
    let characters = words.chars().count();
    if words.trim().is_empty() {
        return Some("expected a text, got an empty one".to_owned());
    }
    if characters > MAX_CHARACTERS {
        return Some(format!("expected at most {MAX_CHARACTERS} characters, got {characters}"));
    }
    let direction_trick = |c: char| matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    let control = words.chars().find(|c| c.is_control() || direction_trick(*c))?;
    Some(format!("expected plain text, got the control character U+{:04X}", u32::from(control)))
}

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
        } else if let Some(fault) = fault(words) {
            note(&at, fault, None);
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
pub(super) fn placeholders<'t>(tree: &'t Tree, profile: &[String], names: &mut Vec<&'t str>) {
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
fn check_placeholders(words: &str, at: &Path, reader: &mut Reader) {
    let mut rest = words;
    while let Some((_, name, after)) = split_placeholder(rest) {
        if reader.profile_is_readable && !reader.profile.iter().any(|known| known == name) {
            let known = reader.profile.iter().map(String::as_str);
            let hint = nearest(name, known.clone());
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

/// The texts of `tree` with every `{placeholder}` replaced: by the page's `own` words, or by the file's in the same
/// language. `key` is what `tree` stands at, which is the language where `tree` is a text.
pub(super) fn filled(tree: &Tree, key: &str, profile: Option<&Tree>, own: &Map<String>) -> Tree {
    match tree {
        Tree::Text(words) => {
            let mut done = String::new();
            let mut rest = words.as_str();
            while let Some((before, name, after)) = split_placeholder(rest) {
                done.push_str(before);
                let texts = profile.and_then(|profile| profile.get(name));
                match texts.and_then(|texts| own.get(name).map(String::as_str).or_else(|| texts.text(key))) {
                    Some(words) => done.push_str(words),
                    None => done.extend(["{", name, "}"]),
                }
                rest = after;
            }
            Tree::Text(done + rest)
        }
        Tree::List(items) => Tree::List(items.iter().map(|item| filled(item, "", profile, own)).collect()),
        Tree::Object(entries) => {
            let fill = |(key, value): &(String, Tree)| (key.clone(), filled(value, key, profile, own));
            Tree::Object(entries.iter().map(fill).collect())
        }
        other => other.clone(),
    }
}

/// The words that stand for placeholders, each a text in every language.
pub(super) fn profile(tree: &Tree, at: &Path, reader: &mut Reader) -> Option<Tree> {
    let Tree::Object(entries) = tree else {
        reader.unexpected(at, Kind::Profile.expected(), tree);
        return None;
    };
    if entries.len() > MAX_PROFILE {
        reader.problem(at, format!("expected at most {MAX_PROFILE} values, got {}", entries.len()), None);
    }
    let mut profile = Vec::new();
    for (name, value) in entries.iter().take(MAX_PROFILE) {
        let at = at.key(name);
        if !is_id(name) {
            let message = format!("expected {} as a placeholder's name, got {}", ID.expected(), quoted(name));
            reader.problem(&at, message, None);
        } else if let Some(text) = plain(value, &at, reader, false) {
            profile.push((name.clone(), text));
        }
    }
    Some(Tree::Object(profile))
}
