//! The way out of the pure part and into the page: one [`Builder`], exported to JavaScript. The page's script
//! (`static/builder-page.js`) loads files, owns the preview, the clipboard and the file dialog.

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::{Array, Function};
use wasm_bindgen::prelude::*;
use web_sys::Element;
use yew::{AppHandle, Callback, Renderer};

use super::catalogue::Catalogue;
use super::config;
use super::site::{Site, VERSION};
use super::snippet;
use super::state::{Action, Effect, State};
use super::view::{App, Page, Part};
use crate::js_value;
use partner_fit_core::input::map::Map;
use partner_fit_core::input::value::Tree;

/// The version of this release, by which its folder is called.
#[wasm_bindgen]
#[must_use]
pub fn version() -> String {
    VERSION.to_owned()
}

/// Calls `report` with the message of every panic, before the module stops for good.
#[wasm_bindgen(js_name = onPanic)]
pub fn on_panic(report: Function) {
    yew::set_custom_panic_hook(Box::new(move |panic| {
        report.call1(&JsValue::NULL, &JsValue::from_str(&panic.to_string())).ok();
    }));
}

/// The work on a configuration, and the page around it.
#[wasm_bindgen]
pub struct Builder(Rc<Inner>);

struct Inner {
    state: RefCell<Rc<State>>,
    catalogue: Rc<Catalogue>,
    site: Rc<Site>,
    texts: Rc<Map<Map<String>>>,
    language: RefCell<String>,
    /// What the page's script is told: `(name, value)`.
    tell: Function,
    apps: RefCell<Vec<(Part, AppHandle<App>)>>,
}

#[wasm_bindgen]
impl Builder {
    /// Draws the page into three elements. `files` holds `assessments` (a list), `locales` and `texts` (by language),
    /// `base`, `versioned` and `integrity`.
    ///
    /// # Errors
    /// Where the files are no plain data.
    #[wasm_bindgen(constructor)]
    pub fn new(mounts: &Array, files: &JsValue, language: &str, tell: Function) -> Result<Builder, JsValue> {
        let at = |key: &str| js_sys::Reflect::get(files, &key.into()).and_then(|value| js_value::tree(&value));
        // Each by itself: together they may be larger than one input may be.
        let list: Array = js_sys::Reflect::get(files, &"assessments".into())?.unchecked_into();
        let assessments: Vec<Tree> = list.iter().map(|file| js_value::tree(&file)).collect::<Result<_, _>>()?;
        let locales = match at("locales")? {
            Tree::Object(entries) => entries,
            _ => Vec::new(),
        };
        let locales: Vec<(&str, Tree)> = locales.iter().map(|(name, file)| (name.as_str(), file.clone())).collect();
        let site =
            Site::new(text(&at("base")?).unwrap_or_default(), at("versioned")? == Tree::Bool(true), &at("integrity")?);
        let inner = Rc::new(Inner {
            state: RefCell::default(),
            catalogue: Rc::new(Catalogue::new(&assessments, &locales)),
            site: Rc::new(site),
            texts: Rc::new(texts(&at("texts")?)),
            language: RefCell::new(language.to_owned()),
            tell,
            apps: RefCell::default(),
        });
        for (part, mount) in [Part::Bar, Part::Settings, Part::Copy].into_iter().zip(mounts.iter()) {
            let mount: Element = mount.unchecked_into();
            let app = Renderer::<App>::with_root_and_props(mount, Inner::page(&inner, part)).render();
            inner.apps.borrow_mut().push((part, app));
        }
        inner.tell_change();
        Ok(Builder(inner))
    }

    /// Shows the page in another language.
    #[wasm_bindgen(js_name = setLanguage)]
    pub fn set_language(&self, language: &str) {
        language.clone_into(&mut self.0.language.borrow_mut());
        Inner::draw(&self.0);
    }

    /// Undoes the last change.
    pub fn undo(&self) {
        Inner::act(&self.0, Action::Undo);
    }

    /// Does again what was undone last.
    pub fn redo(&self) {
        Inner::act(&self.0, Action::Redo);
    }

    /// Opens what was in a file; `undefined` if that was no JSON.
    pub fn open(&self, value: &JsValue) {
        let file = if value.is_undefined() { None } else { js_value::tree(value).ok() };
        Inner::act(&self.0, Action::Open(file));
    }

    /// Hears whether a text could be copied.
    pub fn copied(&self, name: &str, done: bool) {
        if let Some(name) = snippet::NAMES.into_iter().find(|known| *known == name) {
            Inner::act(&self.0, Action::Copied(name, done));
        }
    }

    /// The text of this name.
    #[must_use]
    pub fn text(&self, name: &str) -> String {
        let page = Inner::page(&self.0, Part::Copy);
        let none = Map::default();
        let all = snippet::all(&page.source(&none), page.state.mode);
        all.into_iter().find(|snippet| snippet.name == name).map(|snippet| snippet.text).unwrap_or_default()
    }

    /// The configuration as a file.
    #[must_use]
    pub fn file(&self) -> String {
        config::write(self.0.state.borrow().config())
    }
}

impl Inner {
    fn page(this: &Rc<Self>, part: Part) -> Page {
        // Weak, because the page is kept by what it would keep.
        let weak = Rc::downgrade(this);
        Page {
            part,
            state: this.state.borrow().clone(),
            catalogue: this.catalogue.clone(),
            site: this.site.clone(),
            texts: this.texts.clone(),
            language: this.language.borrow().clone(),
            dispatch: Callback::from(move |action| {
                if let Some(this) = weak.upgrade() {
                    Inner::act(&this, action);
                }
            }),
        }
    }

    fn draw(this: &Rc<Self>) {
        for (part, app) in this.apps.borrow_mut().iter_mut() {
            app.update(Inner::page(this, *part));
        }
    }

    fn act(this: &Rc<Self>, action: Action) {
        let (next, effect) = this.state.borrow().reduce(action, &this.catalogue);
        let changed = next.config() != this.state.borrow().config();
        *this.state.borrow_mut() = Rc::new(next);
        Inner::draw(this);
        if changed {
            this.tell_change();
        }
        if let Some(effect) = effect {
            let (name, value) = match &effect {
                Effect::Copy(name) => ("copy", *name),
                Effect::Select(name) => ("select", *name),
                Effect::Focus(id) => ("focus", id.as_str()),
                Effect::Download => ("download", ""),
            };
            this.tell(name, &value.into());
        }
    }

    fn tell(&self, name: &str, value: &JsValue) {
        self.tell.call2(&JsValue::NULL, &name.into(), value).ok();
    }

    fn tell_change(&self) {
        self.tell("change", &js_value::plain(&snippet::Preview::new(self.state.borrow().config())));
    }
}

fn texts(tree: &Tree) -> Map<Map<String>> {
    let Tree::Object(languages) = tree else { return Map::default() };
    let texts = languages.iter().map(|(language, texts)| {
        let Tree::Object(entries) = texts else { return (language.clone(), Map::default()) };
        let texts = entries.iter().filter_map(|(key, text)| Some((key.clone(), self::text(text)?.to_owned())));
        (language.clone(), texts.collect())
    });
    texts.collect()
}

fn text(tree: &Tree) -> Option<&str> {
    match tree {
        Tree::Text(text) => Some(text),
        _ => None,
    }
}
