//! What the page shows: pure functions from a [`Page`] to HTML, one part a file.
//!
//! The page has three places that are drawn here ([`Part`]); the widget between them is the released element, and is
//! set by the page's script. Nothing here decides anything.

mod accent;
mod bar;
mod copy;
mod fields;
mod hand_off;
mod places;
mod settings;
mod texts;
mod weights;

use std::rc::Rc;

use yew::prelude::*;

use super::catalogue::Catalogue;
use super::config::Config;
use super::site::Site;
use super::snippet::Source;
use super::state::{Action, Edit, State};
use partner_fit_core::input::map::Map;

/// A place of the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// What is done with the configuration as a whole.
    Bar,
    /// What can be chosen.
    Settings,
    /// What can be copied.
    Copy,
}

/// Everything that a part is drawn from.
#[derive(Clone, Properties)]
pub struct Page {
    /// Which part.
    pub part: Part,
    /// Where the work stands.
    pub state: Rc<State>,
    /// What can be chosen from.
    pub catalogue: Rc<Catalogue>,
    /// Where the files lie.
    pub site: Rc<Site>,
    /// The page's texts, by language and key.
    pub texts: Rc<Map<Map<String>>>,
    /// The language of the page.
    pub language: String,
    /// Where actions go.
    pub dispatch: Callback<Action>,
}

/// A page is drawn when it is given: whoever gives one knows that something changed.
impl PartialEq for Page {
    fn eq(&self, _: &Self) -> bool {
        false
    }
}

impl Page {
    fn config(&self) -> &Config {
        self.state.config()
    }

    /// The text of `key`; the key itself where there is none, which a test forbids.
    fn say(&self, key: &str) -> String {
        self.has(key).unwrap_or_else(|| key.to_owned())
    }

    /// The text of `key`, where there is one.
    fn has(&self, key: &str) -> Option<String> {
        self.texts.get(&self.language).and_then(|texts| texts.get(key)).cloned()
    }

    /// The text of `key` with values in it.
    fn say_with(&self, key: &str, values: &[(&str, &str)]) -> String {
        values.iter().fold(self.say(key), |text, (name, value)| text.replace(&format!("{{{name}}}"), value))
    }

    /// A number with one decimal digit, cut rather than rounded: what is below a limit must not look as if it met it.
    fn ratio(&self, ratio: f64) -> String {
        let tenths = libm::floor(ratio * 10.0 + 1e-9);
        let sign = if self.language == "nl" { ',' } else { '.' };
        let (whole, rest) = (libm::floor(tenths / 10.0), tenths % 10.0);
        format!(
            "{}{sign}{}",
            partner_fit_core::input::number::Shown(whole),
            partner_fit_core::input::number::Shown(rest)
        )
    }

    /// What texts to be copied are made of.
    #[must_use]
    pub fn source<'a>(&'a self, none: &'a Map<String>) -> Source<'a> {
        let mut source = Source {
            config: self.config(),
            catalogue: &self.catalogue,
            site: &self.site,
            language: &self.language,
            words: none,
        };
        source.words = self.texts.get(source.widget_language()).unwrap_or(none);
        source
    }

    fn act(&self, action: Action) -> Callback<MouseEvent> {
        let dispatch = self.dispatch.clone();
        Callback::from(move |_| dispatch.emit(action.clone()))
    }

    /// Passes on what is in a field as an edit.
    fn edit<E>(&self, edit: impl Fn(String) -> Edit + 'static) -> Callback<E>
    where
        E: AsRef<web_sys::Event> + 'static,
    {
        let dispatch = self.dispatch.clone();
        Callback::from(move |event: E| dispatch.emit(Action::Edit(edit(fields::value(event.as_ref())))))
    }
}

/// A part of the page.
pub struct App;

impl Component for App {
    type Message = ();
    type Properties = Page;

    fn create(_: &Context<Self>) -> Self {
        Self
    }

    fn view(&self, context: &Context<Self>) -> Html {
        draw(context.props())
    }
}

/// The HTML of a part.
pub fn draw(page: &Page) -> Html {
    match page.part {
        Part::Bar => bar::bar(page),
        Part::Settings => settings::settings(page),
        Part::Copy => copy::copy(page),
    }
}
