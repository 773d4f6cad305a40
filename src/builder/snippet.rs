//! What is copied: each text made of a configuration, the folder of the release and the way in which the widget stands
//! in a site. Pure, and safe whatever the texts of a configuration hold: see `escape` and `json`.

mod element;
mod frame;
mod hash;
mod policy;
mod preview;
mod recipe;
mod wordpress;

use super::catalogue::{self, Catalogue, Words};
use super::choice::{Choice as _, Language, Mode};
use super::config::Config;
use super::site::Site;
use partner_fit_core::input::map::Map;

pub use self::frame::{HEIGHT as FRAME_HEIGHT, query};
pub use self::preview::Preview;

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
    /// The language of the page, for a widget that speaks the language of its own page.
    pub language: &'a str,
    /// Words for the readers of a site, by key, in the widget's language.
    pub words: &'a Map<String>,
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

/// The texts of a snippet's name in the order in which they are shown.
pub const NAMES: [&str; 8] = ["snippet", "block", "shortcode", "policy", "gtm", "hubspot", "webhook", "mail"];

impl<'a> Source<'a> {
    /// The language of the widget, as far as it is known here.
    #[must_use]
    pub fn widget_language(&self) -> &'a str {
        match self.config.language {
            Language::Page => self.language,
            chosen => chosen.name(),
        }
    }

    /// The title of the check, with what stands for its placeholders.
    #[must_use]
    pub fn title(&self) -> String {
        self.fill(&self.catalogue.check(self.config.audience).title, self.widget_language())
    }

    /// A text of the check with what stands for its placeholders.
    #[must_use]
    pub fn fill(&self, words: &Words, language: &str) -> String {
        let mut text = catalogue::say(words, language).to_owned();
        for (name, default) in &self.catalogue.check(self.config.audience).profile {
            let own = self.config.own.profile.get(name).map(String::as_str);
            text = text.replace(&format!("{{{name}}}"), own.unwrap_or_else(|| catalogue::say(default, language)));
        }
        text
    }

    fn word(&self, key: &str) -> &'a str {
        self.words.get(key).map_or("", String::as_str)
    }
}
