//! A configuration as a file: what is as it is shipped is written too where it is a choice, and left out where it is a
//! list of one's own.

use super::{Config, HandOffField};
use crate::builder::choice::Choice;
use crate::builder::json;
use partner_fit_core::input::map::Map;
use partner_fit_core::input::value::Tree;

/// The key that says that a file is one of these, and which edition of them.
pub const MARK: &str = "partnerFitBuilder";

/// The edition of the format.
pub const EDITION: f64 = 1.0;

/// The text of a file.
#[must_use]
pub fn write(config: &Config) -> String {
    json::file(&tree(config))
}

/// What is in a file.
#[must_use]
pub fn tree(config: &Config) -> Tree {
    let Config {
        audience, language, theme, accent, layout, no_review, storage, load, heading_level, own, texts, ..
    } = config;
    let mut entries = vec![
        (MARK.to_owned(), Tree::Number(EDITION)),
        ("assessment".to_owned(), name(*audience)),
        ("language".to_owned(), name(*language)),
        ("theme".to_owned(), name(*theme)),
    ];
    let mut put = |key: &str, value: Tree| entries.push((key.to_owned(), value));
    if let Some(accent) = accent {
        let colour = |key: &str, colour| (key.to_owned(), Tree::Text(format!("{colour}")));
        put("accent", Tree::Object(vec![colour("light", accent.light), colour("dark", accent.dark)]));
    }
    put("layout", name(*layout));
    put("review", Tree::Bool(!no_review));
    put("storage", name(*storage));
    put("load", name(*load));
    put("headingLevel", Tree::Number(f64::from(heading_level.number())));
    if !own.weights.is_empty() {
        put("weights", weights(&own.weights));
    }
    if !own.without.is_empty() {
        put("without", without(&own.without));
    }
    if !own.profile.is_empty() {
        put("profile", words(&own.profile));
    }
    if !texts.is_empty() {
        put("texts", words(texts));
    }
    let filled = HandOffField::ALL.iter().filter(|(field, _)| !config.hand_off.get(*field).is_empty());
    let hand_off: Vec<(String, Tree)> =
        filled.map(|(field, key)| ((*key).to_owned(), Tree::Text(config.hand_off.get(*field).to_owned()))).collect();
    if !hand_off.is_empty() {
        put("handOff", Tree::Object(hand_off));
    }
    Tree::Object(entries)
}

fn name(choice: impl Choice) -> Tree {
    Tree::Text(choice.name().to_owned())
}

/// Weights as plain data.
pub(crate) fn weights(weights: &Map<f64>) -> Tree {
    Tree::Object(weights.iter().map(|(id, weight)| (id.to_owned(), Tree::Number(*weight))).collect())
}

/// Ids as plain data.
pub(crate) fn without(ids: &[String]) -> Tree {
    Tree::List(ids.iter().map(|id| Tree::Text(id.clone())).collect())
}

/// Words as plain data.
pub(crate) fn words(words: &Map<String>) -> Tree {
    Tree::Object(words.iter().map(|(name, text)| (name.to_owned(), Tree::Text(text.clone()))).collect())
}
