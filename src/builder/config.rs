//! What was chosen. `read` reads a settings file, `write` writes one.

mod accent;
mod adaptation;
mod hand_off;
mod read;
mod write;

use std::collections::BTreeMap;

pub use self::accent::Accent;
pub use self::adaptation::{Adaptation, MAX_WEIGHT};
pub use self::hand_off::{HandOff, HandOffField};
pub use self::read::{is_forbidden, read};
pub(crate) use self::write::{ids_tree, texts_tree, weights_tree};
pub use self::write::{tree, write};
use super::catalogue::{Catalogue, Check};
use super::colour::{DARK, LIGHT, Scheme};

/// How long a text that somebody fills in may be.
pub const MAX_TEXT: usize = 2_000;

/// A configuration: whatever is not set is as it is shipped.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Config {
    /// The shipped check, by its id; none means the first.
    pub assessment: Option<String>,
    /// The language it speaks, by its tag; none means that of the page around it.
    pub language: Option<String>,
    /// The attributes of the element by name, where they differ from what an absent attribute means.
    pub attributes: BTreeMap<String, String>,
    /// The accent colour.
    pub accent: Option<Accent>,
    /// What is changed in the check.
    pub adaptation: Adaptation,
    /// Texts of the widget that are replaced, by key.
    pub texts: BTreeMap<String, String>,
    /// Where a result is handed on to.
    pub hand_off: HandOff,
}

impl Config {
    /// The chosen check.
    #[must_use]
    pub fn check<'a>(&self, catalogue: &'a Catalogue) -> &'a Check {
        catalogue.check(self.assessment.as_deref())
    }

    /// The value of an attribute, where it differs from what an absent attribute means.
    #[must_use]
    pub fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.get(name).map(String::as_str)
    }

    /// Sets an attribute, or leaves it absent.
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
