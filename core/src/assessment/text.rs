//! A text of an assessment in each of its languages. It is plain: never markup.

use crate::input::map::Map;
use crate::input::value::Tree;

/// A text in every language of the file, its placeholders filled in.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Text(pub Map<String>);

impl Text {
    /// The text in `language`, which is one of the file's.
    #[must_use]
    pub fn get(&self, language: &str) -> &str {
        self.0.get(language).map_or("", String::as_str)
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
