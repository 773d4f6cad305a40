//! What the page sets on its preview: the attributes, properties and tokens that the snippet of the element sets, as
//! plain data.

use std::collections::BTreeMap;

use serde::Serialize;

use super::{Source, accent, element};

/// The settings of the preview.
#[derive(Debug, Serialize)]
pub struct Preview<'a> {
    assessment: &'a str,
    attributes: BTreeMap<&'a str, String>,
    profile: &'a BTreeMap<String, String>,
    strings: &'a BTreeMap<String, String>,
    /// The arguments of `adapt()`; null for the shipped check.
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
    /// The settings that a configuration makes.
    #[must_use]
    pub fn new(source: &Source<'a>) -> Self {
        let config = source.config;
        let adaptation = &config.adaptation;
        // The preview loads at once, even if the configuration says otherwise.
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
