//! How a result is told: every sentence and number as people read it, each in one place.
//!
//! The product's own texts are in [`locale`] by [`Key`], an author's in the assessment. A [`Wording`] has both and the
//! answers; screens, paper, plain text and tables all say what it says ([`result`]).

pub mod answer;
pub mod format;
pub mod key;
pub mod locale;
pub mod measured;
pub mod result;
pub mod table;

pub use self::format::{Format, PlainFormat};
pub use self::key::Key;
pub use self::locale::Texts;
use crate::answers::Answers;
use crate::assessment::{Assessment, Text};
use crate::report::Report;

/// What the words for a result are made of.
#[derive(Clone, Copy)]
pub struct Wording<'a> {
    /// What was asked, with the reader's own weights if there are any.
    pub assessment: &'a Assessment,
    /// The product's texts, in the reader's language.
    pub texts: &'a Texts,
    /// What was answered.
    pub answers: &'a Answers,
    /// The result with the author's weights, where the reader has put others.
    pub with_author_weights: Option<&'a Report>,
}

impl<'a> Wording<'a> {
    /// The product's text of `key`.
    #[must_use]
    pub fn text(&self, key: Key) -> String {
        self.texts.get(key)
    }

    /// An author's text in the reader's language.
    #[must_use]
    pub fn author_text(&self, text: &'a Text) -> &'a str {
        text.get(self.texts.language())
    }
}
