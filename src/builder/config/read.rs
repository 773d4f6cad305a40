//! Reads a settings file, which may contain anything. It collects every problem, and gives a configuration only if
//! there is none.

use std::collections::BTreeMap;

use super::write::{EDITION, MARK, PAGE_LANGUAGE};
use super::{Accent, Adaptation, Config, HandOffField, MAX_TEXT, MAX_WEIGHT};
use crate::builder::attribute::{Attribute, Values};
use crate::builder::catalogue::{Catalogue, Check};
use crate::builder::colour::Colour;
use partner_fit_core::input::hints::{nearest, unquoted_number};
use partner_fit_core::input::problem::{Path, Problem};
use partner_fit_core::input::quoted::{listed, quoted};
use partner_fit_core::input::value::Tree;

/// The keys of a settings file, apart from those of the attributes.
const KEYS: [&str; 10] =
    [MARK, "assessment", "language", "accent", "weights", "without", "profile", "texts", "handOff", "$schema"];

/// Reads the configuration in `file`.
///
/// # Errors
/// Every problem, in the order of the format.
pub fn read(file: &Tree, catalogue: &Catalogue) -> Result<Config, Vec<Problem>> {
    let mut reader = Reader(Vec::new());
    let root = Path::Root;
    let Tree::Object(_) = file else {
        reader.expected("a configuration of this page (an object)", file, root);
        return Err(reader.0);
    };
    if file.get(MARK) != Some(&Tree::Number(EDITION)) {
        let got = file.get(MARK).unwrap_or(&Tree::Null);
        reader.expected("1, which says that this file was made here", got, root.key(MARK));
    }
    let known: Vec<&str> = KEYS.into_iter().chain(catalogue.attributes.iter().map(Attribute::key)).collect();
    reader.keys(file, &known, root);
    let checks = catalogue.checks.iter().map(|check| check.id.as_str());
    let languages = catalogue.languages.iter().map(|(tag, _)| tag.as_str());
    let mut config = Config {
        assessment: reader.name(file, "assessment", &checks.collect::<Vec<_>>()),
        language: reader.name(file, "language", &[PAGE_LANGUAGE].into_iter().chain(languages).collect::<Vec<_>>()),
        accent: file.get("accent").and_then(|accent| reader.accent(accent)),
        ..Config::default()
    };
    config.assessment = config.assessment.filter(|id| catalogue.check(None).id != *id);
    config.language = config.language.filter(|tag| tag != PAGE_LANGUAGE);
    for attribute in &catalogue.attributes {
        let value = reader.attribute(file, attribute);
        config.set_attribute(&attribute.name, value);
    }
    config.adaptation = reader.adaptation(file, config.check(catalogue));
    let keys: Vec<&str> = catalogue.texts.iter().map(|(key, _)| key.as_str()).collect();
    config.texts = reader.texts(file, "texts", &keys);
    let filled = reader.texts(file, "handOff", &HandOffField::ALL.map(|(_, key)| key));
    for (field, key) in HandOffField::ALL {
        config.hand_off.set(field, filled.get(key).cloned().unwrap_or_default());
    }
    if reader.0.is_empty() { Ok(config) } else { Err(reader.0) }
}

struct Reader(Vec<Problem>);

impl Reader {
    fn note(&mut self, path: Path, message: String, hint: Option<String>) {
        self.0.push(Problem { path: path.to_string(), message, hint });
    }

    fn expected(&mut self, what: &str, got: &Tree, path: Path) {
        let got = if *got == Tree::Null { "nothing".to_owned() } else { got.to_string() };
        self.note(path, format!("expected {what}, got {got}"), None);
    }

    fn keys(&mut self, object: &Tree, known: &[&str], path: Path) {
        let Tree::Object(entries) = object else { return };
        for (key, _) in entries {
            if !known.contains(&key.as_str()) {
                self.unknown(key, known, path.key(key));
            }
        }
    }

    fn unknown(&mut self, name: &str, known: &[&str], path: Path) {
        let known = known.iter().copied();
        let got = quoted(name);
        self.note(path, format!("expected one of {}, got {got}", listed(known.clone())), nearest(name, known));
    }

    /// Reads one of the `known` names at `key`; gives `None` if the file has no such key.
    fn name(&mut self, file: &Tree, key: &str, known: &[&str]) -> Option<String> {
        match file.get(key)? {
            Tree::Text(name) if known.contains(&name.as_str()) => return Some(name.clone()),
            Tree::Text(name) => self.unknown(name, known, Path::Root.key(key)),
            other => {
                let names = listed(known.iter().copied());
                self.expected(&format!("one of {names}"), other, Path::Root.key(key));
            }
        }
        None
    }

    fn attribute(&mut self, file: &Tree, attribute: &Attribute) -> Option<String> {
        let key = attribute.key();
        if let Values::Choice(names) = &attribute.values {
            let known: Vec<&str> = names.iter().map(String::as_str).collect();
            return attribute.differing(&self.name(file, key, &known)?);
        }
        let found = file.get(key)?;
        attribute.of_file(found).unwrap_or_else(|expected| {
            self.expected(expected, found, Path::Root.key(key));
            None
        })
    }

    fn accent(&mut self, accent: &Tree) -> Option<Accent> {
        let root = Path::Root;
        let path = root.key("accent");
        if let Tree::Text(_) = accent {
            let colour = self.colour(accent, path)?;
            return Some(Accent { light: colour, dark: colour });
        }
        let Tree::Object(_) = accent else {
            self.expected("a colour such as #0a5c9e, or an object with light and dark", accent, path);
            return None;
        };
        self.keys(accent, &["light", "dark"], path);
        let [light, dark] =
            ["light", "dark"].map(|key| self.colour(accent.get(key).unwrap_or(&Tree::Null), path.key(key)));
        Some(Accent { light: light?, dark: dark? })
    }

    fn colour(&mut self, tree: &Tree, path: Path) -> Option<Colour> {
        let colour = if let Tree::Text(text) = tree { Colour::read(text) } else { None };
        if colour.is_none() {
            self.expected("a colour such as #0a5c9e", tree, path);
        }
        colour
    }

    fn adaptation(&mut self, file: &Tree, check: &Check) -> Adaptation {
        let before = self.0.len();
        let adaptation = Adaptation {
            weights: self.weights(file, check),
            without: self.without(file, check),
            profile: {
                let names: Vec<&str> = check.profile.iter().map(|(name, _)| name.as_str()).collect();
                self.texts(file, "profile", &names)
            },
        };
        let root = Path::Root;
        if self.0.len() == before && adaptation.total_weight(check) <= 0.0 && !check.criteria.is_empty() {
            let (key, what) = if check.criteria.iter().any(|criterion| adaptation.asks_criterion(criterion)) {
                ("weights", "a weight above 0 for something that is asked, got none")
            } else {
                ("without", "at least one question to stay, got none")
            };
            self.note(root.key(key), format!("expected {what}"), None);
        }
        adaptation
    }

    fn weights(&mut self, file: &Tree, check: &Check) -> BTreeMap<String, f64> {
        let root = Path::Root;
        let path = root.key("weights");
        let mut weights = BTreeMap::new();
        let known: Vec<&str> = check.criteria.iter().map(|criterion| criterion.id.as_str()).collect();
        let entries = match file.get("weights") {
            None => return weights,
            Some(Tree::Object(entries)) => entries,
            Some(other) => {
                self.expected("an object of weights by criterion", other, path);
                return weights;
            }
        };
        for (id, weight) in entries {
            let at = path.key(id);
            match (check.criterion(id), weight) {
                (None, _) => self.unknown(id, &known, at),
                (Some(criterion), Tree::Number(number)) if (0.0..=MAX_WEIGHT).contains(number) => {
                    // The author's weight counts as no change.
                    if *number != criterion.weight {
                        weights.insert(id.clone(), *number);
                    }
                }
                (Some(_), other) => {
                    let message = format!("expected a number from 0 to 1000, got {other}");
                    self.note(at, message, unquoted_number(other));
                }
            }
        }
        weights
    }

    fn without(&mut self, file: &Tree, check: &Check) -> Vec<String> {
        let root = Path::Root;
        let path = root.key("without");
        let known: Vec<&str> = check.questions().collect();
        let mut without = Vec::new();
        let items = match file.get("without") {
            None => return without,
            Some(Tree::List(items)) => items,
            Some(other) => {
                self.expected("a list of questions", other, path);
                return without;
            }
        };
        for (index, item) in items.iter().enumerate() {
            match item {
                Tree::Text(id) if known.contains(&id.as_str()) => without.push(id.clone()),
                Tree::Text(id) => self.unknown(id, &known, path.index(index)),
                other => self.expected("the id of a question", other, path.index(index)),
            }
        }
        // The order is that of the check, and each id occurs once, so that the same choices make the same
        // configuration.
        known.into_iter().filter(|id| without.iter().any(|left| left == id)).map(str::to_owned).collect()
    }

    fn texts(&mut self, file: &Tree, key: &str, known: &[&str]) -> BTreeMap<String, String> {
        let root = Path::Root;
        let path = root.key(key);
        let mut texts = BTreeMap::new();
        let entries = match file.get(key) {
            None => return texts,
            Some(Tree::Object(entries)) => entries,
            Some(other) => {
                self.expected("an object of texts", other, path);
                return texts;
            }
        };
        for (name, value) in entries {
            let at = path.key(name);
            match value {
                _ if !known.contains(&name.as_str()) && known.is_empty() => {
                    self.note(at, "expected nothing here for this check, got a text".to_owned(), None);
                }
                _ if !known.contains(&name.as_str()) => self.unknown(name, known, at),
                Tree::Text(text) if text.chars().count() > MAX_TEXT => {
                    let message = format!("expected at most {MAX_TEXT} characters, got {}", text.chars().count());
                    self.note(at, message, None);
                }
                Tree::Text(text) if text.chars().any(is_forbidden) => {
                    let message = "expected a text on one line, got a line break or another control character";
                    self.note(at, message.to_owned(), None);
                }
                Tree::Text(text) if text.trim().is_empty() => {}
                Tree::Text(text) => {
                    texts.insert(name.clone(), text.clone());
                }
                other => self.expected("a text", other, at),
            }
        }
        texts
    }
}

/// Whether texts may not contain this character: it is a control character, or changes the direction of the text around
/// it. The page in a frame refuses the same ones (`static/page/plain_text.js`); a test compares the two.
#[must_use]
pub fn is_forbidden(c: char) -> bool {
    c.is_control() || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}
