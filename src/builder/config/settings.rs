//! [`Config`]: what was chosen on the page.

use std::collections::BTreeMap;

use super::{Accent, Adaptation, HandOff};
use crate::builder::catalogue::{Catalogue, Check};
use crate::builder::colour::{DARK, LIGHT, Scheme};

/// The maximum length of a text, in characters.
pub const MAX_TEXT: usize = 2_000;

/// A configuration. Without a choice the shipped value applies.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Config {
    /// The id of the shipped check; `None` is the first.
    pub assessment: Option<String>,
    /// The tag of the language; `None` takes that of the page around the widget.
    pub language: Option<String>,
    /// The attributes of the element by name, if their values differ from the default.
    pub attributes: BTreeMap<String, String>,
    /// The accent colour.
    pub accent: Option<Accent>,
    /// The changes to the check.
    pub adaptation: Adaptation,
    /// Texts of the widget that are replaced, by key.
    pub texts: BTreeMap<String, String>,
    /// The values that hand-offs need.
    pub hand_off: HandOff,
}

impl Config {
    /// The chosen check.
    #[must_use]
    pub fn check<'a>(&self, catalogue: &'a Catalogue) -> &'a Check {
        catalogue.check(self.assessment.as_deref())
    }

    /// The value of an attribute, if it differs from the default.
    #[must_use]
    pub fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.get(name).map(String::as_str)
    }

    /// Sets an attribute, or leaves it out.
    pub fn set_attribute(&mut self, name: &str, value: Option<String>) {
        match value {
            Some(value) => self.attributes.insert(name.to_owned(), value),
            None => self.attributes.remove(name),
        };
    }

    /// The colour schemes in which the widget can be seen.
    #[must_use]
    pub fn schemes(&self) -> &'static [Scheme] {
        match self.attribute("theme") {
            Some("light") => &[LIGHT],
            Some("dark") => &[DARK],
            _ => &[LIGHT, DARK],
        }
    }

    /// Whether the widget loads at once.
    #[must_use]
    pub fn loads_at_once(&self) -> bool {
        self.attribute("load") == Some("eager")
    }
}
