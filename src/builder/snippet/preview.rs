//! What the page sets on the widget that it shows: the same attributes, properties and tokens that the snippet of the
//! element sets, as plain data.

use std::collections::BTreeMap;

use serde::Serialize;

use super::{Source, accent, element};

/// What the widget on the page is given.
#[derive(Debug, Serialize)]
pub struct Preview<'a> {
    assessment: &'a str,
    attributes: BTreeMap<&'a str, String>,
    profile: &'a BTreeMap<String, String>,
    strings: &'a BTreeMap<String, String>,
    /// What `adapt()` is told; null where the check is the shipped one.
    changes: Option<Changes<'a>>,
    /// Tokens of the style sheet, by name.
    tokens: BTreeMap<&'static str, String>,
}

#[derive(Debug, Serialize)]
struct Changes<'a> {
    weights: &'a BTreeMap<String, f64>,
    without: &'a [String],
}

impl<'a> Preview<'a> {
    /// What a configuration asks for.
    #[must_use]
    pub fn new(source: &Source<'a>) -> Self {
        let config = source.config;
        let adaptation = &config.adaptation;
        // The widget on this page loads at once, whatever was chosen.
        let attributes = element::attributes(source).into_iter().filter(|(name, _)| *name != "load");
        Self {
            assessment: &source.check().id,
            attributes: attributes.collect(),
            profile: &adaptation.profile,
            strings: &config.texts,
            changes: adaptation
                .is_adapted()
                .then_some(Changes { weights: &adaptation.weights, without: &adaptation.without }),
            tokens: accent::tokens(config).into_iter().collect(),
        }
    }
}
