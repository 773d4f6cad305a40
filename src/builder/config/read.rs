//! Reading a configuration from a file that may hold anything. Every problem is found; where there is one, there is no
//! configuration.

use super::write::{EDITION, MARK};
use super::{Accent, Config, HandOffField, HeadingLevel, MAX_TEXT, MAX_WEIGHT, Own};
use crate::builder::catalogue::{Catalogue, Check};
use crate::builder::choice::Choice;
use crate::builder::colour::Colour;
use partner_fit_core::input::hints::{nearest, unquoted_number};
use partner_fit_core::input::map::Map;
use partner_fit_core::input::problem::{Path, Problem};
use partner_fit_core::input::quoted::listed;
use partner_fit_core::input::value::Tree;

const KEYS: [&str; 16] = [
    MARK,
    "assessment",
    "language",
    "theme",
    "accent",
    "layout",
    "review",
    "storage",
    "load",
    "headingLevel",
    "weights",
    "without",
    "profile",
    "texts",
    "handOff",
    "$schema",
];

/// The configuration in `file`.
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
    reader.keys(file, &KEYS, root);
    let mut config = Config::default();
    reader.choose(file, "assessment", &mut config.audience);
    reader.choose(file, "language", &mut config.language);
    reader.choose(file, "theme", &mut config.theme);
    reader.choose(file, "layout", &mut config.layout);
    reader.choose(file, "storage", &mut config.storage);
    reader.choose(file, "load", &mut config.load);
    config.accent = file.get("accent").and_then(|accent| reader.accent(accent));
    match file.get("review") {
        None => {}
        Some(Tree::Bool(review)) => config.no_review = !review,
        Some(other) => reader.expected("true or false", other, root.key("review")),
    }
    if let Some(level) = file.get("headingLevel") {
        match (1..=6).find(|known| *level == Tree::Number(f64::from(*known))).and_then(HeadingLevel::new) {
            Some(level) => config.heading_level = level,
            None => reader.expected("a whole number from 1 to 6", level, root.key("headingLevel")),
        }
    }
    config.own = reader.own(file, catalogue.check(config.audience));
    let keys: Vec<&str> = catalogue.texts.iter().map(|(key, _)| key.as_str()).collect();
    config.texts = reader.words(file, "texts", &keys);
    let fields = HandOffField::ALL.map(|(_, key)| key);
    let filled = reader.words(file, "handOff", &fields);
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
        let got = partner_fit_core::input::quoted::quoted(name);
        self.note(path, format!("expected one of {}, got {got}", listed(known.clone())), nearest(name, known));
    }

    fn choose<T: Choice>(&mut self, file: &Tree, key: &str, place: &mut T) {
        let known: Vec<&str> = T::ALL.iter().map(|choice| choice.name()).collect();
        match file.get(key) {
            None => {}
            Some(Tree::Text(name)) => match T::of(name) {
                Some(choice) => *place = choice,
                None => self.unknown(name, &known, Path::Root.key(key)),
            },
            Some(other) => {
                self.expected(&format!("one of {}", listed(known.iter().copied())), other, Path::Root.key(key));
            }
        }
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

    fn own(&mut self, file: &Tree, check: &Check) -> Own {
        let before = self.0.len();
        let own = Own {
            weights: self.weights(file, check),
            without: self.without(file, check),
            profile: {
                let names: Vec<&str> = check.profile.iter().map(|(name, _)| name.as_str()).collect();
                self.words(file, "profile", &names)
            },
        };
        let root = Path::Root;
        if self.0.len() == before && own.total(check) <= 0.0 && !check.criteria.is_empty() {
            let (key, what) = if check.criteria.iter().any(|criterion| own.asks_any(criterion)) {
                ("weights", "a weight above 0 for something that is asked, got none")
            } else {
                ("without", "at least one question to stay, got none")
            };
            self.note(root.key(key), format!("expected {what}"), None);
        }
        own
    }

    fn weights(&mut self, file: &Tree, check: &Check) -> Map<f64> {
        let root = Path::Root;
        let path = root.key("weights");
        let mut weights = Map::default();
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
                    // What is as it is shipped is not set.
                    if *number != criterion.weight {
                        weights.insert(id, *number);
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
        for (place, item) in items.iter().enumerate() {
            match item {
                Tree::Text(id) if known.contains(&id.as_str()) => without.push(id.clone()),
                Tree::Text(id) => self.unknown(id, &known, path.index(place)),
                other => self.expected("the id of a question", other, path.index(place)),
            }
        }
        // In the order of the check, each once: a configuration is the same however it was made.
        known.into_iter().filter(|id| without.iter().any(|left| left == id)).map(str::to_owned).collect()
    }

    fn words(&mut self, file: &Tree, key: &str, known: &[&str]) -> Map<String> {
        let root = Path::Root;
        let path = root.key(key);
        let mut words = Map::default();
        let entries = match file.get(key) {
            None => return words,
            Some(Tree::Object(entries)) => entries,
            Some(other) => {
                self.expected("an object of texts", other, path);
                return words;
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
                Tree::Text(text) if text.chars().any(forbidden) => {
                    let message = "expected a text on one line, got a line break or another control character";
                    self.note(at, message.to_owned(), None);
                }
                Tree::Text(text) if text.trim().is_empty() => {}
                Tree::Text(text) => words.insert(name, text.clone()),
                other => self.expected("a text", other, at),
            }
        }
        words
    }
}

/// Control characters, and those that turn the direction of what stands around them: the page in a frame refuses both.
pub(crate) fn forbidden(c: char) -> bool {
    c.is_control() || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}
