//! What the page sets on the widget that it shows: the same attributes and properties that the snippet of the element
//! sets, as plain data.

use serde::Serialize;

use super::element;
use crate::builder::choice::Choice as _;
use crate::builder::config::Config;
use partner_fit_core::input::map::Map;

/// What the widget on the page is given.
#[derive(Debug, Serialize)]
pub struct Preview<'a> {
    audience: &'static str,
    attributes: Map<String>,
    profile: &'a Map<String>,
    strings: &'a Map<String>,
    /// What `adapt()` is told; null where the check is the shipped one.
    changes: Option<Changes<'a>>,
    accent: Option<String>,
}

#[derive(Debug, Serialize)]
struct Changes<'a> {
    weights: &'a Map<f64>,
    without: &'a [String],
}

impl<'a> Preview<'a> {
    /// What a configuration asks for.
    #[must_use]
    pub fn new(config: &'a Config) -> Self {
        let attributes = element::attributes(config, false).into_iter().filter(|(name, _)| *name != "load");
        Self {
            audience: config.audience.name(),
            attributes: attributes.map(|(name, value)| (name.to_owned(), value)).collect(),
            profile: &config.own.profile,
            strings: &config.texts,
            changes: config
                .own
                .adapts()
                .then_some(Changes { weights: &config.own.weights, without: &config.own.without }),
            accent: config.accent.map(|accent| element::accent(accent, config.theme.schemes())),
        }
    }
}
