//! Writes a settings file. Choices are always written, defaults included; overrides (weights, texts, profile) and
//! hand-offs only when set.

use std::collections::BTreeMap;

use super::{Config, HandOffField};
use crate::builder::catalogue::Catalogue;
use crate::builder::json;
use partner_fit_core::input::value::Tree;

/// The key that marks a settings file; its value is the edition of the format.
pub const MARK: &str = "partnerFitBuilder";

/// The edition of the format.
pub const EDITION: f64 = 1.0;

/// The value that stands for the language of the page around the widget.
pub(super) const PAGE_LANGUAGE: &str = "page";

/// Writes a configuration as the text of a file.
#[must_use]
pub fn write(config: &Config, catalogue: &Catalogue) -> String {
    json::file(&tree(config, catalogue))
}

/// Writes a configuration as plain data.
#[must_use]
pub fn tree(config: &Config, catalogue: &Catalogue) -> Tree {
    let Config { accent, adaptation, texts, .. } = config;
    let text = |text: &str| Tree::Text(text.to_owned());
    let mut entries = vec![(MARK.to_owned(), Tree::Number(EDITION))];
    let mut put = |key: &str, value: Tree| entries.push((key.to_owned(), value));
    put("assessment", text(&config.check(catalogue).id));
    put("language", text(config.language.as_deref().unwrap_or(PAGE_LANGUAGE)));
    for attribute in &catalogue.attributes {
        put(attribute.key(), attribute.to_file(config.attribute(&attribute.name)));
    }
    if let Some(accent) = accent {
        let colour = |key: &str, colour| (key.to_owned(), Tree::Text(format!("{colour}")));
        put("accent", Tree::Object(vec![colour("light", accent.light), colour("dark", accent.dark)]));
    }
    if !adaptation.weights.is_empty() {
        put("weights", weights_tree(&adaptation.weights));
    }
    if !adaptation.without.is_empty() {
        put("without", ids_tree(&adaptation.without));
    }
    if !adaptation.profile.is_empty() {
        put("profile", texts_tree(&adaptation.profile));
    }
    if !texts.is_empty() {
        put("texts", texts_tree(texts));
    }
    let filled = HandOffField::ALL.iter().filter(|(field, _)| !config.hand_off.get(*field).is_empty());
    let hand_off: Vec<(String, Tree)> =
        filled.map(|(field, key)| ((*key).to_owned(), text(config.hand_off.get(*field)))).collect();
    if !hand_off.is_empty() {
        put("handOff", Tree::Object(hand_off));
    }
    Tree::Object(entries)
}

/// Weights as plain data.
pub(crate) fn weights_tree(weights: &BTreeMap<String, f64>) -> Tree {
    Tree::Object(weights.iter().map(|(id, weight)| (id.to_owned(), Tree::Number(*weight))).collect())
}

/// Ids as plain data.
pub(crate) fn ids_tree(ids: &[String]) -> Tree {
    Tree::List(ids.iter().map(|id| Tree::Text(id.clone())).collect())
}

/// Texts as plain data.
pub(crate) fn texts_tree(texts: &BTreeMap<String, String>) -> Tree {
    Tree::Object(texts.iter().map(|(name, text)| (name.to_owned(), Tree::Text(text.clone()))).collect())
}
