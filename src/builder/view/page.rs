//! The data of a region ([`Page`]), and what every part needs from it: texts, numbers, and callbacks.

use std::collections::BTreeMap;
use std::rc::Rc;

use partner_fit_core::input::placeholders::fill;
use yew::prelude::*;

use super::event::value;
use crate::builder::catalogue::Catalogue;
use crate::builder::config::Config;
use crate::builder::editor::{Action, Edit, Editor};
use crate::builder::site::Site;
use crate::builder::snippet::Source;

/// A region of the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Region {
    /// The bar with the actions on the whole configuration.
    Bar,
    /// The settings.
    Settings,
    /// The texts to copy.
    Copy,
}

/// The data of a region.
#[derive(Clone, Properties)]
pub struct Page {
    /// The region to draw.
    pub region: Region,
    /// The editor with the present configuration.
    pub editor: Rc<Editor>,
    /// The catalogue of what can be chosen.
    pub catalogue: Rc<Catalogue>,
    /// The release's files.
    pub site: Rc<Site>,
    /// The page's texts, by language and key.
    pub texts: Rc<BTreeMap<String, BTreeMap<String, String>>>,
    /// The language of the page.
    pub language: String,
    /// The decimal sign of this language.
    pub decimal_sign: String,
    /// The callback that takes actions.
    pub dispatch: Callback<Action>,
}

/// Never equal: the page's script sets a page only after a change, so every new page is drawn.
impl PartialEq for Page {
    fn eq(&self, _: &Self) -> bool {
        false
    }
}

impl Page {
    pub(super) fn config(&self) -> &Config {
        self.editor.config()
    }

    /// The text of `key`, or the key itself if there is no such text, which a test forbids.
    pub(super) fn text(&self, key: &str) -> String {
        self.optional_text(key).unwrap_or_else(|| key.to_owned())
    }

    /// The text of `key`, if there is one.
    pub(super) fn optional_text(&self, key: &str) -> Option<String> {
        self.texts.get(&self.language).and_then(|texts| texts.get(key)).cloned()
    }

    /// The text of `key` with `values` in its placeholders.
    pub(super) fn text_with(&self, key: &str, values: &[(&str, &str)]) -> String {
        fill(&self.text(key), |name| values.iter().find(|(known, _)| *known == name).map(|(_, value)| *value))
    }

    /// Formats a ratio with one decimal digit. It is cut, not rounded: a ratio below a limit must not look as if it met
    /// it.
    pub(super) fn ratio(&self, ratio: f64) -> String {
        let tenths = libm::floor(ratio * 10.0 + 1e-9);
        let (whole, rest) = (libm::floor(tenths / 10.0), tenths % 10.0);
        format!(
            "{}{}{}",
            partner_fit_core::input::number::JsNumber(whole),
            self.decimal_sign,
            partner_fit_core::input::number::JsNumber(rest)
        )
    }

    /// The source that snippets are made from.
    #[must_use]
    pub fn source(&self) -> Source<'_> {
        const NO_TEXTS: &BTreeMap<String, String> = &BTreeMap::new();
        let mut source = Source {
            config: self.config(),
            catalogue: &self.catalogue,
            site: &self.site,
            language: &self.language,
            texts: NO_TEXTS,
        };
        source.texts = self.texts.get(source.widget_language()).unwrap_or(NO_TEXTS);
        source
    }

    pub(super) fn act(&self, action: Action) -> Callback<MouseEvent> {
        let dispatch = self.dispatch.clone();
        Callback::from(move |_| dispatch.emit(action.clone()))
    }

    /// Dispatches an edit with the text of the field.
    pub(super) fn edit<E>(&self, edit: impl Fn(String) -> Edit + 'static) -> Callback<E>
    where
        E: AsRef<web_sys::Event> + 'static,
    {
        let dispatch = self.dispatch.clone();
        Callback::from(move |event: E| dispatch.emit(Action::Edit(edit(value(event.as_ref())))))
    }
}
