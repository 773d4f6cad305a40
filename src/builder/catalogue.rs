//! What can be chosen: the shipped checks with their criteria, questions and placeholders, and the widget's own texts.
//! Read from the shipped files, so nothing about them is said a second time here.

use crate::builder::choice::{Audience, Choice as _};
use partner_fit_core::input::map::Map;
use partner_fit_core::input::value::Tree;

/// Words by language.
pub type Words = Map<String>;

/// Everything that can be chosen from.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Catalogue {
    checks: Vec<Check>,
    /// What stands for a check whose file was not there.
    none: Check,
    /// The widget's own texts that have no plural forms, by key, in the order of their file.
    pub texts: Vec<(String, Words)>,
}

/// A shipped check.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Check {
    /// Its title.
    pub title: Words,
    /// Its criteria.
    pub criteria: Vec<Criterion>,
    /// The placeholders in its texts, with what stands for them.
    pub profile: Vec<(String, Words)>,
    /// Its bands: id and label.
    pub bands: Vec<(String, Words)>,
}

/// A criterion of a check.
#[derive(Clone, Debug, PartialEq)]
pub struct Criterion {
    /// Its id.
    pub id: String,
    /// Its title.
    pub title: Words,
    /// Its author's weight.
    pub weight: f64,
    /// Its questions: id and text.
    pub questions: Vec<(String, Words)>,
}

/// Words in a language, or in the first there is.
#[must_use]
pub fn say<'a>(words: &'a Words, language: &str) -> &'a str {
    words.get(language).or_else(|| words.iter().next().map(|(_, words)| words)).map_or("", String::as_str)
}

fn words(tree: Option<&Tree>) -> Words {
    let Some(Tree::Object(entries)) = tree else { return Words::default() };
    let texts = entries.iter().filter_map(|(language, text)| match text {
        Tree::Text(text) => Some((language.clone(), text.clone())),
        _ => None,
    });
    texts.collect()
}

impl Catalogue {
    /// Reads the assessment files, in the order of [`Audience::ALL`], and the locale files with their languages.
    #[must_use]
    pub fn new(files: &[Tree], locales: &[(&str, Tree)]) -> Self {
        let mut texts = Vec::new();
        if let Some((_, Tree::Object(entries))) = locales.first() {
            for (key, text) in entries {
                if matches!(text, Tree::Text(_)) {
                    let by_language = locales.iter().filter_map(|(language, locale)| {
                        locale.text(key).map(|text| ((*language).to_owned(), text.to_owned()))
                    });
                    texts.push((key.clone(), by_language.collect()));
                }
            }
        }
        Self { checks: files.iter().map(Check::new).collect(), none: Check::default(), texts }
    }

    /// The check for an audience.
    #[must_use]
    pub fn check(&self, audience: Audience) -> &Check {
        let place = Audience::ALL.iter().position(|known| *known == audience);
        place.and_then(|place| self.checks.get(place)).unwrap_or(&self.none)
    }

    /// The words of a text of the widget.
    #[must_use]
    pub fn text(&self, key: &str) -> Option<&Words> {
        self.texts.iter().find(|(known, _)| known == key).map(|(_, words)| words)
    }
}

impl Check {
    fn new(file: &Tree) -> Self {
        let criteria = file.list("criteria").iter().map(|criterion| Criterion {
            id: criterion.text("id").unwrap_or_default().to_owned(),
            title: words(criterion.get("title")),
            weight: criterion.number("weight").unwrap_or(0.0),
            questions: {
                let questions = criterion.list("questions").iter();
                questions
                    .map(|question| (question.text("id").unwrap_or_default().to_owned(), words(question.get("text"))))
                    .collect()
            },
        });
        let profile = match file.get("profile") {
            Some(Tree::Object(entries)) => {
                entries.iter().map(|(name, text)| (name.clone(), words(Some(text)))).collect()
            }
            _ => Vec::new(),
        };
        let bands = file
            .list("bands")
            .iter()
            .map(|band| (band.text("id").unwrap_or_default().to_owned(), words(band.get("label"))));
        Self { title: words(file.get("title")), criteria: criteria.collect(), profile, bands: bands.collect() }
    }

    /// The criterion of this id.
    #[must_use]
    pub fn criterion(&self, id: &str) -> Option<&Criterion> {
        self.criteria.iter().find(|criterion| criterion.id == id)
    }

    /// The ids of all questions.
    pub fn questions(&self) -> impl Iterator<Item = &str> {
        self.criteria.iter().flat_map(|criterion| criterion.questions.iter().map(|(id, _)| id.as_str()))
    }
}
