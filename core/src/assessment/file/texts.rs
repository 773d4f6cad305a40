//! The texts of an assessment file: words in every language of the file.
//!
//! A text is plain: it is never markup, and characters that could reverse its direction are refused. Beside each language
//! it may have a form that speaks of a candidate.

use super::placeholders::check_placeholders;
use super::reader::{FileReader, MAX_ITEMS};
use crate::assessment::text::CANDIDATE;
use crate::input::plain_text::text_problem;
use crate::input::problem::Path;
use crate::input::quoted::listed;
use crate::input::value::Tree;

/// What a message says was expected.
pub(super) const EXPECTED: &str = "a text in each language";

/// A text in every language.
pub(super) fn text(tree: &Tree, at: &Path, reader: &mut FileReader) -> Option<Tree> {
    in_each_language(tree, at, reader, true)
}

/// A text in every language. `allow_placeholders` is false for the values of a profile, which may not contain any.
pub(super) fn in_each_language(
    tree: &Tree,
    at: &Path,
    reader: &mut FileReader,
    allow_placeholders: bool,
) -> Option<Tree> {
    let Tree::Object(entries) = tree else {
        let languages: Vec<String> = reader.languages.iter().map(|language| format!("\"{language}\": …")).collect();
        let hint = format!("did you mean {{ {} }}?", languages.join(", "));
        let hint = Some(hint).filter(|_| matches!(tree, Tree::Text(_)) && !languages.is_empty());
        reader.problem(at, format!("expected {EXPECTED}, got {tree}"), hint);
        return None;
    };
    for language in reader.languages.clone() {
        if !reader.is_full() && tree.get(&language).is_none() {
            let found = listed(entries.iter().map(|(key, _)| key.as_str()));
            let got = if found.is_empty() { "nothing".to_owned() } else { format!("only {found}") };
            reader.problem(&at.key(&language), format!("expected this text in {language} too, got {got}"), None);
        }
    }
    let mut texts = Vec::new();
    // Without a list of languages anything may stand here; more than a file can have is not worth reading.
    for (language, value) in entries.iter().take(MAX_ITEMS) {
        let at = at.key(language);
        let tag = language.strip_suffix(CANDIDATE).filter(|_| allow_placeholders).unwrap_or(language);
        if !reader.languages.is_empty() && !reader.languages.iter().any(|known| known == tag) {
            let hint = reader.nearest(language, reader.languages.iter().map(String::as_str));
            let languages = listed(reader.languages.iter().map(String::as_str));
            let message = format!("expected one of the file's languages ({languages}), got an unknown key");
            reader.problem(&at, message, hint);
        } else if let Some(text) = plain_text(value, &at, reader) {
            if allow_placeholders {
                check_placeholders(&text, &at, reader);
            }
            texts.push((language.clone(), Tree::Text(text)));
        }
    }
    Some(Tree::Object(texts))
}

/// A text in one language: not empty, bounded, without control characters or marks that reverse its direction.
fn plain_text(tree: &Tree, at: &Path, reader: &mut FileReader) -> Option<String> {
    let Tree::Text(text) = tree else {
        reader.unexpected(at, "a text", tree);
        return None;
    };
    if let Some(problem) = text_problem(text) {
        reader.problem(at, problem, None);
        return None;
    }
    Some(text.to_owned())
}
