//! A text of an assessment in each of its languages. It is plain: never markup.

use crate::input::map::Map;
use crate::input::value::Tree;

/// What stands behind a language for the form of a text that speaks of a candidate, where an author has written one:
/// "the firm" in place of "you".
pub const CANDIDATE: &str = "-x-candidate";

/// A text in every language of the file, its placeholders filled in.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Text(pub Map<String>);

impl Text {
    /// The text in `language`, which is one of the file's; with [`CANDIDATE`] behind it, as it speaks of a candidate,
    /// where it does.
    #[must_use]
    pub fn get(&self, language: &str) -> &str {
        let plain = || language.strip_suffix(CANDIDATE).and_then(|language| self.0.get(language));
        self.0.get(language).or_else(plain).map_or("", String::as_str)
    }

    /// A text of a file without problems.
    pub(crate) fn of(tree: &Tree) -> Self {
        Self::new(Some(tree))
    }

    /// From a text of a file without problems; empty where there is none.
    pub(crate) fn new(tree: Option<&Tree>) -> Self {
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
