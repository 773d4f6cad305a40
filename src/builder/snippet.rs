//! What is copied: each text is made of a configuration, the folder of the release and the way in which the widget stands
//! in a site. Pure, and safe whatever a configuration holds: see `escape` and `json`.

mod accent;
mod address;
mod element;
mod frame;
mod hash;
mod policy;
mod preview;
mod recipe;
mod wordpress;

use std::collections::BTreeMap;

use super::catalogue::{Catalogue, Check, Translations, translated};
use super::config::Config;
use super::placeholders::fill;
use super::site::Site;

pub use self::address::query;
pub use self::frame::HEIGHT as FRAME_HEIGHT;
pub use self::preview::Preview;

/// How the widget stands in a site.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Mode {
    /// As an element of the page.
    #[default]
    Element,
    /// In a frame.
    Frame,
}

impl Mode {
    /// Both, with their names.
    pub const ALL: [(Mode, &'static str); 2] = [(Mode::Element, "element"), (Mode::Frame, "frame")];
}

/// A text to be copied.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Snippet {
    /// What it is called, here and by its text area.
    pub name: &'static str,
    /// The text.
    pub text: String,
    /// What a site with a content security policy has to allow for it, beside what it allows already.
    pub policy: String,
}

/// What a snippet is made of.
#[derive(Clone, Copy, Debug)]
pub struct Source<'a> {
    /// What was chosen.
    pub config: &'a Config,
    /// What there was to choose from.
    pub catalogue: &'a Catalogue,
    /// Where the files lie.
    pub site: &'a Site,
    /// The language of this page, which stands for that of a site that is not known.
    pub language: &'a str,
    /// Texts for the readers of a site, by key, in the widget's language.
    pub texts: &'a BTreeMap<String, String>,
}

/// Every text, for this way of standing in a site.
#[must_use]
pub fn all(source: &Source, mode: Mode) -> Vec<Snippet> {
    let snippet = match mode {
        Mode::Element => element::snippet(source),
        Mode::Frame => frame::snippet(source),
    };
    let mut all =
        vec![wordpress::block(&snippet), wordpress::shortcode(&frame::snippet(source)), policy::lines(&snippet)];
    all.insert(0, snippet);
    all.extend(recipe::all(source, mode));
    all
}

/// The names of the texts, in the order in which they are shown.
pub const NAMES: [&str; 8] = ["snippet", "block", "shortcode", "policy", "gtm", "hubspot", "webhook", "mail"];

impl<'a> Source<'a> {
    /// The language of the widget, as far as it is known here.
    #[must_use]
    pub fn widget_language(&self) -> &'a str {
        self.config.language.as_deref().unwrap_or(self.language)
    }

    /// The chosen check.
    #[must_use]
    pub fn check(&self) -> &'a Check {
        self.config.check(self.catalogue)
    }

    /// The title of the check, with what stands for its placeholders.
    #[must_use]
    pub fn title(&self) -> String {
        self.fill(&self.check().title, self.widget_language())
    }

    /// A text of the check with what stands for its placeholders.
    #[must_use]
    pub fn fill(&self, text: &Translations, language: &str) -> String {
        fill(translated(text, language), |name| {
            let (_, default) = self.check().profile.iter().find(|(known, _)| known == name)?;
            let filled_in = self.config.adaptation.profile.get(name).map(String::as_str);
            Some(filled_in.unwrap_or_else(|| translated(default, language)))
        })
    }

    fn text(&self, key: &str) -> &'a str {
        self.texts.get(key).map_or("", String::as_str)
    }
}
