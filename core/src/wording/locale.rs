//! The product's own words in the reader's language: looked up by [`Key`], with numbers and plurals as that
//! language writes them. The words of an assessment are the author's and live there.
//!
//! A locale file is flat JSON: a key for each text, a plural as `{ "one": "…", "other": "…" }`, values as `{name}`.
//! How numbers are written comes through a [`Format`].

use std::cell::Cell;
use std::rc::Rc;

use super::format::{Format, parse_number};
use super::key::Key;
use crate::assessment::text::CANDIDATE;
use crate::input::map::Map;
use crate::input::placeholders::fill;
use crate::input::plain_text::text_problem;
use crate::input::problem::{Path, Problem, Problems};
use crate::input::value::Tree;

/// The texts of one language.
#[derive(Clone)]
pub struct Texts {
    /// The language, with [`CANDIDATE`] behind it.
    form: String,
    /// Whether the author's texts speak of a candidate. A cell, because every view shares these texts.
    candidate: Cell<bool>,
    /// One for each of [`Key::ALL`], in its order.
    phrases: Vec<Phrase>,
    /// Whether a page has replaced texts of the assessment or of the result.
    adapted: bool,
    format: Rc<dyn Format>,
}

/// A text: one form, or one for each plural form of a language.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Phrase {
    /// The same whatever the count.
    Plain(String),
    /// By the name of the plural form.
    Plural(Map<String>),
}

impl Texts {
    /// Reads the texts of `language` from a locale file.
    ///
    /// # Errors
    /// Every key that is missing or not a text.
    pub fn read(file: &Tree, language: &str, format: Rc<dyn Format>) -> Result<Self, Vec<Problem>> {
        let mut problems = Vec::new();
        let mut phrases = Vec::new();
        for key in Key::ALL {
            match file.get(key.name()).and_then(phrase) {
                Some(phrase) => phrases.push(phrase),
                None => {
                    let message = "expected a text or an object of plural forms, got something else or nothing";
                    problems.push(Problem { path: key.name().to_owned(), message: message.to_owned(), hint: None });
                }
            }
        }
        if problems.is_empty() {
            let form = format!("{language}{CANDIDATE}");
            Ok(Self { form, candidate: Cell::default(), phrases, adapted: false, format })
        } else {
            Err(problems)
        }
    }

    /// These texts with some replaced by a host's own, the same in every language.
    ///
    /// # Errors
    /// Every key that is none of ours or that no page may replace, and every value that is no plain text.
    pub fn with(mut self, own: &Tree) -> Result<Self, Vec<Problem>> {
        let root = Path::Root.key("strings");
        let mut problems = Problems::default();
        match own {
            Tree::Null => {}
            Tree::Object(entries) => {
                for (name, value) in entries {
                    let at = root.key(name);
                    let known = Key::ALL.iter().position(|key| key.name() == name);
                    let key = known.and_then(|place| Key::ALL.get(place));
                    if key.is_some_and(|key| key.is_fixed()) {
                        let got = "one that says what a result is";
                        problems.note(&at, format!("expected the key of a text that may be replaced, got {got}"), None);
                        continue;
                    }
                    match (known.and_then(|place| self.phrases.get_mut(place)), plain(value)) {
                        (Some(old), Ok(phrase)) => {
                            self.adapted |= *old != phrase && key.is_some_and(|key| !key.is_of_controls());
                            *old = phrase;
                        }
                        (Some(_), Err(message)) => problems.note(&at, message, None),
                        (None, _) => {
                            let hint = problems.nearest(name, Key::ALL.iter().map(|key| key.name()));
                            problems.note(&at, "expected the key of a text, got an unknown one".to_owned(), hint);
                        }
                    }
                }
            }
            other => problems.note(&root, format!("expected an object of texts by key, got {other}"), None),
        }
        problems.or(self)
    }

    /// The language of these texts, which is also the one in which the assessment is shown; with [`CANDIDATE`] behind it
    /// where the author's texts speak of one.
    #[must_use]
    pub fn language(&self) -> &str {
        if self.candidate.get() { &self.form } else { self.form.strip_suffix(CANDIDATE).unwrap_or_default() }
    }

    /// Whether the author's texts speak of a candidate.
    #[must_use]
    pub fn is_about_candidate(&self) -> bool {
        self.candidate.get()
    }

    /// Lets the author's texts speak of a candidate, or of the reader.
    pub fn set_about_candidate(&self, candidate: bool) {
        self.candidate.set(candidate);
    }

    /// Whether a page has replaced texts of the assessment or of the result.
    #[must_use]
    pub fn is_adapted(&self) -> bool {
        self.adapted
    }

    /// The text of `key`.
    #[must_use]
    pub fn get(&self, key: Key) -> String {
        self.fill(key, &[])
    }

    /// The text of `key` with every `{name}` replaced.
    #[must_use]
    pub fn fill(&self, key: Key, values: &[(&str, &str)]) -> String {
        match self.phrases.get(key as usize) {
            Some(Phrase::Plain(text)) => filled(text, values),
            Some(Phrase::Plural(forms)) => filled(forms.get("other").map_or("", String::as_str), values),
            None => String::new(),
        }
    }

    /// The text of `key` in the form that goes with `count`, with `{count}` and the other values replaced.
    #[must_use]
    pub fn count(&self, key: Key, count: f64, values: &[(&str, &str)]) -> String {
        let written = self.number(count, 0);
        let values: Vec<_> = values.iter().copied().chain([("count", written.as_str())]).collect();
        match self.phrases.get(key as usize) {
            Some(Phrase::Plural(forms)) => {
                let form = forms.get(&self.format.plural(count)).or_else(|| forms.get("other"));
                filled(form.map_or("", String::as_str), &values)
            }
            _ => self.fill(key, &values),
        }
    }

    /// A number as this language writes it, with at most `decimals` digits after the decimal sign.
    #[must_use]
    pub fn number(&self, number: f64, decimals: u8) -> String {
        self.format.number(number, decimals)
    }

    /// The sign before the decimals of a number.
    #[must_use]
    pub fn decimal_sign(&self) -> char {
        self.format.decimal_sign()
    }

    /// Which plural form goes with `count` in this language.
    #[must_use]
    pub fn plural(&self, count: f64) -> String {
        self.format.plural(count)
    }

    /// Today's date in words.
    #[must_use]
    pub fn today(&self) -> String {
        self.format.today()
    }

    /// The number that a reader of this language means by `text`: with or without thousands separators, with
    /// either decimal sign where only one reading is possible. `None` if it is no number.
    #[must_use]
    pub fn parse_number(&self, text: &str) -> Option<f64> {
        parse_number(text, self.format.decimal_sign())
    }
}

/// A host's own text, or what keeps it from being one.
fn plain(tree: &Tree) -> Result<Phrase, String> {
    let phrase = phrase(tree).ok_or_else(|| format!("expected a text or an object of plural forms, got {tree}"))?;
    let problem = match &phrase {
        Phrase::Plain(text) => text_problem(text),
        Phrase::Plural(forms) => forms.iter().find_map(|(_, text)| text_problem(text)),
    };
    problem.map_or(Ok(phrase), Err)
}

pub(crate) fn phrase(tree: &Tree) -> Option<Phrase> {
    match tree {
        Tree::Text(text) => Some(Phrase::Plain(text.clone())),
        Tree::Object(entries) => {
            let forms = entries.iter().map(|(form, text)| match text {
                Tree::Text(text) => Some((form.clone(), text.clone())),
                _ => None,
            });
            let forms: Option<Map<String>> = forms.collect();
            forms.filter(|forms| forms.get("other").is_some()).map(Phrase::Plural)
        }
        _ => None,
    }
}

pub(crate) fn filled(text: &str, values: &[(&str, &str)]) -> String {
    fill(text, |name| values.iter().find(|(known, _)| *known == name).map(|(_, value)| *value))
}
