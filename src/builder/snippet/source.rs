//! The input of the snippets ([`Source`]) and their output ([`Snippet`]).

use std::collections::BTreeMap;

use partner_fit_core::input::placeholders::fill;

use crate::builder::catalogue::{Catalogue, Check, Translations, translated};
use crate::builder::config::Config;
use crate::builder::site::Site;

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
    /// The key of the text that says why it is not offered: pasted like this, it could not work.
    pub closed: Option<&'static str>,
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

    pub(super) fn text(&self, key: &str) -> &'a str {
        self.texts.get(key).map_or("", String::as_str)
    }
}
