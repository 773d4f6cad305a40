//! The texts to copy. Each is made from a configuration, the release's folder, and the choice between element and
//! frame. They are pure and safe for any configuration: see `escape` and `json`.

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
use super::site::Site;
use partner_fit_core::input::placeholders::fill;

pub use self::address::query;
pub use self::frame::HEIGHT as FRAME_HEIGHT;
pub use self::preview::Preview;

/// How a site embeds the widget.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Mode {
    /// As an element of the page.
    #[default]
    Element,
    /// In a frame.
    Frame,
}

impl Mode {
    /// Both modes with their names.
    pub const ALL: [(Mode, &'static str); 2] = [(Mode::Element, "element"), (Mode::Frame, "frame")];
}

/// A text to copy.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Snippet {
    /// Its name, which is part of the id of its text area.
    pub name: &'static str,
    /// The text.
    pub text: String,
    /// The lines that a site's content security policy needs for it, in addition to the present ones.
    pub policy: String,
}

/// The input of a snippet.
#[derive(Clone, Copy, Debug)]
pub struct Source<'a> {
    /// The configuration.
    pub config: &'a Config,
    /// The catalogue that it was chosen from.
    pub catalogue: &'a Catalogue,
    /// The release's files.
    pub site: &'a Site,
    /// The language of this page, used if the site's own language is not known.
    pub language: &'a str,
    /// The texts for readers of the site, by key, in the widget's language.
    pub texts: &'a BTreeMap<String, String>,
}

/// Makes all texts for this mode.
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

/// The names of all texts, in the order in which they are shown.
pub const NAMES: [&str; 8] = ["snippet", "block", "shortcode", "policy", "gtm", "hubspot", "webhook", "mail"];

impl<'a> Source<'a> {
    /// The language of the widget, as far as it is known on this page.
    #[must_use]
    pub fn widget_language(&self) -> &'a str {
        self.config.language.as_deref().unwrap_or(self.language)
    }

    /// The chosen check.
    #[must_use]
    pub fn check(&self) -> &'a Check {
        self.config.check(self.catalogue)
    }

    /// The title of the check, with its placeholders filled in.
    #[must_use]
    pub fn title(&self) -> String {
        self.fill(&self.check().title, self.widget_language())
    }

    /// A text of the check with its placeholders filled in.
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
