//! The catalogue of what can be chosen: the shipped checks with their criteria, questions and placeholders, the
//! languages, the element's attributes, and the widget's texts. It is read from the shipped files, so that nothing is
//! listed a second time here.

use std::collections::BTreeMap;

use super::attribute::Attribute;
use partner_fit_core::input::value::Tree;

/// A text by language.
pub type Translations = BTreeMap<String, String>;

/// The catalogue of what can be chosen.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Catalogue {
    /// The shipped checks in the order of their list. The first is the default.
    pub checks: Vec<Check>,
    /// An empty check, used if a check's file is missing.
    none: Check,
    /// The languages: tag and own name.
    pub languages: Vec<(String, String)>,
    /// The attributes that this page offers.
    pub attributes: Vec<Attribute>,
    /// The widget's own texts that have no plural forms, by key, in the order of their file.
    pub texts: Vec<(String, Translations)>,
}

/// The shipped files that the catalogue is made from.
pub struct Files<'a> {
    /// The assessments with their ids, in the order of `assessments/index.json`.
    pub assessments: &'a [(String, Tree)],
    /// `locales/index.json`.
    pub languages: &'a Tree,
    /// The widget's own texts, in an object by language.
    pub locales: &'a Tree,
    /// `attributes.json`.
    pub attributes: &'a Tree,
}

/// A shipped check.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Check {
    /// Its id.
    pub id: String,
    /// Its title.
    pub title: Translations,
    /// Its criteria.
    pub criteria: Vec<Criterion>,
    /// The placeholders in its texts, with their default words.
    pub profile: Vec<(String, Translations)>,
    /// Its bands: id and label.
    pub bands: Vec<(String, Translations)>,
    /// The lowest score of each band.
    pub edges: Vec<f64>,
}

/// A criterion of a check.
#[derive(Clone, Debug, PartialEq)]
pub struct Criterion {
    /// Its id.
    pub id: String,
    /// Its title.
    pub title: Translations,
    /// Its author's weight.
    pub weight: f64,
    /// Its questions: id and text.
    pub questions: Vec<(String, Translations)>,
    /// The ids of those that count for something beside the others.
    pub counting: Vec<String>,
    /// The ids of those whose answers have no points, so that they cannot count.
    pub without_points: Vec<String>,
}

/// The text in a language, or in the first language that it has.
#[must_use]
pub fn translated<'a>(text: &'a Translations, language: &str) -> &'a str {
    text.get(language).or_else(|| text.values().next()).map_or("", String::as_str)
}

fn translations(tree: Option<&Tree>) -> Translations {
    let texts = entries(tree).iter().filter_map(|(language, text)| match text {
        Tree::Text(text) => Some((language.clone(), text.clone())),
        _ => None,
    });
    texts.collect()
}

fn entries(tree: Option<&Tree>) -> &[(String, Tree)] {
    match tree {
        Some(Tree::Object(entries)) => entries,
        _ => &[],
    }
}

impl Catalogue {
    /// Reads the shipped files.
    #[must_use]
    pub fn new(files: &Files) -> Self {
        let pair = |entry: &Tree| Some((entry.text("tag")?.to_owned(), entry.text("name")?.to_owned()));
        let languages: Vec<(String, String)> = match files.languages {
            Tree::List(list) => list.iter().filter_map(pair).collect(),
            _ => Vec::new(),
        };
        let of_language = |tag: &str| files.locales.get(tag);
        let first = languages.first().and_then(|(tag, _)| of_language(tag));
        let plain = entries(first).iter().filter(|(_, text)| matches!(text, Tree::Text(_)));
        let texts = plain.map(|(key, _)| {
            let texts =
                languages.iter().filter_map(|(tag, _)| Some((tag.clone(), of_language(tag)?.text(key)?.to_owned())));
            (key.clone(), texts.collect())
        });
        Self {
            texts: texts.collect(),
            checks: files.assessments.iter().map(|(id, file)| Check::new(id, file)).collect(),
            none: Check::default(),
            attributes: Attribute::offered(files.attributes),
            languages,
        }
    }

    /// The check with this id, or the first one.
    #[must_use]
    pub fn check(&self, id: Option<&str>) -> &Check {
        let known = self.checks.iter().find(|check| Some(check.id.as_str()) == id);
        known.or(self.checks.first()).unwrap_or(&self.none)
    }

    /// The attribute of this name.
    #[must_use]
    pub fn attribute(&self, name: &str) -> Option<&Attribute> {
        self.attributes.iter().find(|attribute| attribute.name == name)
    }

    /// The translations of a text of the widget.
    #[must_use]
    pub fn text(&self, key: &str) -> Option<&Translations> {
        self.texts.iter().find(|(known, _)| known == key).map(|(_, text)| text)
    }
}

/// Whether the answers to a question have points.
fn has_points(question: &Tree) -> bool {
    let of_number = question.get("points").or(question.get("ideal")).is_some();
    let options = question.list("options");
    of_number || (!options.is_empty() && options.iter().all(|option| option.get("value").is_some()))
}

impl Check {
    fn new(id: &str, file: &Tree) -> Self {
        let id_of = |entry: &Tree| entry.text("id").unwrap_or_default().to_owned();
        let criteria = file.list("criteria").iter().map(|criterion| {
            let questions = criterion.list("questions").iter();
            let ids = |wanted: &dyn Fn(&Tree) -> bool| {
                questions.clone().filter(|question| wanted(question)).map(id_of).collect::<Vec<_>>()
            };
            Criterion {
                counting: ids(&|question| question.number("weight") != Some(0.0)),
                without_points: ids(&|question| !has_points(question)),
                id: id_of(criterion),
                title: translations(criterion.get("title")),
                weight: criterion.number("weight").unwrap_or(0.0),
                questions: questions
                    .clone()
                    .map(|question| (id_of(question), translations(question.get("text"))))
                    .collect(),
            }
        });
        let profile = entries(file.get("profile")).iter();
        let bands = file.list("bands").iter();
        Self {
            id: id.to_owned(),
            title: translations(file.get("title")),
            criteria: criteria.collect(),
            profile: profile.map(|(name, text)| (name.clone(), translations(Some(text)))).collect(),
            edges: bands.clone().filter_map(|band| band.number("from")).collect(),
            bands: bands.map(|band| (id_of(band), translations(band.get("label")))).collect(),
        }
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
