//! The address of the page that shows the check, with all choices in its query.

use super::{Source, accent};
use crate::builder::escape;
use partner_fit_core::input::number::JsNumber;

/// The address of the page.
#[must_use]
pub fn address(source: &Source) -> String {
    format!("{}?{}", source.site.base, query(source))
}

/// The query of the address.
#[must_use]
pub fn query(source: &Source) -> String {
    let config = source.config;
    let mut parts = vec![format!("assessment={}", source.check().id)];
    let mut put = |name: &str, value: &str| parts.push(format!("{}={}", escape::query(name), escape::query(value)));
    if let Some(language) = &config.language {
        put("lang", language);
    }
    for attribute in source.catalogue.attributes.iter().filter(|attribute| attribute.in_frame) {
        if let Some(value) = config.attribute(&attribute.name) {
            let (name, value) = attribute.parameter(value);
            put(name, value);
        }
    }
    if let Some(accent) = config.accent {
        put("accent", &accent::parameter(accent, config.schemes()));
    }
    let adaptation = &config.adaptation;
    if !adaptation.weights.is_empty() {
        let pairs = adaptation.weights.iter().map(|(id, weight)| format!("{id}:{}", JsNumber(*weight)));
        put("weights", &pairs.collect::<Vec<_>>().join(","));
    }
    if !adaptation.without.is_empty() {
        put("without", &adaptation.without.join(","));
    }
    adaptation.profile.iter().for_each(|(name, text)| put(&format!("profile-{name}"), text));
    config.texts.iter().for_each(|(key, text)| put(&format!("text-{key}"), text));
    parts.join("&")
}
