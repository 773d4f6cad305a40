//! The texts about what is measured, in the reader's language.

use super::key::MeasureKey;
use super::table::WordTable;
use crate::input::problem::Problem;
use crate::input::value::Tree;
use crate::wording::Texts;
use crate::wording::locale::{Phrase, filled, phrase};

/// The texts of one language, beside the product's own.
#[derive(Clone)]
pub struct MeasureTexts<'a> {
    /// The product's texts, which write numbers.
    pub texts: &'a Texts,
    /// One for each of [`MeasureKey::ALL`], in its order.
    phrases: Vec<Phrase>,
}

impl<'a> MeasureTexts<'a> {
    /// Reads the texts of a file, in the language of `texts`.
    ///
    /// # Errors
    /// Every key that is missing or not a text.
    pub fn read(file: &Tree, texts: &'a Texts) -> Result<Self, Vec<Problem>> {
        let (mut phrases, mut problems) = (Vec::new(), Vec::new());
        for key in MeasureKey::ALL {
            match file.get(key.name()).and_then(phrase) {
                Some(phrase) => phrases.push(phrase),
                None => {
                    let message = "expected a text or an object of plural forms, got something else or nothing";
                    problems.push(Problem { path: key.name().to_owned(), message: message.to_owned(), hint: None });
                }
            }
        }
        if problems.is_empty() { Ok(Self { texts, phrases }) } else { Err(problems) }
    }

    /// The text of `key`.
    #[must_use]
    pub fn get(&self, key: MeasureKey) -> String {
        self.fill(key, &[])
    }

    /// The text of `key` with every `{name}` replaced.
    #[must_use]
    pub fn fill(&self, key: MeasureKey, values: &[(&str, &str)]) -> String {
        match self.phrases.get(key as usize) {
            Some(Phrase::Plain(text)) => filled(text, values),
            Some(Phrase::Plural(forms)) => filled(forms.get("other").map_or("", String::as_str), values),
            None => String::new(),
        }
    }

    /// The text of `key` in the form that goes with `count`, with `{count}` and the other values replaced.
    #[must_use]
    pub fn count(&self, key: MeasureKey, count: f64, values: &[(&str, &str)]) -> String {
        let written = self.texts.number(count, 0);
        let values: Vec<_> = values.iter().copied().chain([("count", written.as_str())]).collect();
        match self.phrases.get(key as usize) {
            Some(Phrase::Plural(forms)) => {
                let form = forms.get(&self.texts.plural(count)).or_else(|| forms.get("other"));
                filled(form.map_or("", String::as_str), &values)
            }
            _ => self.fill(key, &values),
        }
    }

    /// The text of the key that is called `folder.name`; empty where there is none.
    #[must_use]
    pub fn named(&self, folder: &str, name: &str, values: &[(&str, &str)]) -> String {
        let wanted = format!("{folder}.{name}");
        let key = MeasureKey::ALL.iter().find(|key| key.name() == wanted);
        key.map_or_else(String::new, |key| self.fill(*key, values))
    }

    /// An amount of money, in whole units of whatever money it is.
    #[must_use]
    pub fn money(&self, amount: f64) -> String {
        let rounded = amount.round();
        // No minus before a zero.
        self.texts.number(if rounded == 0.0 { 0.0 } else { rounded }, 0)
    }

    /// A table whose title and columns are texts of ours.
    #[must_use]
    pub fn table(&self, title: MeasureKey, columns: &[MeasureKey], rows: Vec<Vec<String>>) -> WordTable {
        WordTable { title: self.get(title), columns: columns.iter().map(|column| self.get(*column)).collect(), rows }
    }
}
