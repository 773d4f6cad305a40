//! The exports of the builder's module: one [`Builder`]. The page's script (`static/builder/main.js`) loads files and
//! owns the preview, the clipboard and the file dialog.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

use js_sys::{Array, Function};
use wasm_bindgen::prelude::*;
use web_sys::Element;
use yew::{AppHandle, Callback, Renderer};

use super::catalogue::{Catalogue, Files};
use super::config;
use super::editor::{Action, Editor, Effect};
use super::site::{Site, VERSION};
use super::snippet;
use super::view::{App, Page, Region};
use crate::js_value as js;
use partner_fit_core::input::value::Tree;

/// The version of this release, which is the name of its folder.
#[wasm_bindgen]
#[must_use]
pub fn version() -> String {
    VERSION.to_owned()
}

/// Calls `report` with the message of every panic. After a panic the module cannot be used any more.
#[wasm_bindgen(js_name = onPanic)]
pub fn on_panic(report: Function) {
    yew::set_custom_panic_hook(Box::new(move |panic| {
        report.call1(&JsValue::NULL, &JsValue::from_str(&panic.to_string())).ok();
    }));
}

/// The builder: the editor with its three regions of the page.
#[wasm_bindgen]
pub struct Builder(Rc<Inner>);

struct Inner {
    editor: RefCell<Rc<Editor>>,
    catalogue: Rc<Catalogue>,
    site: Rc<Site>,
    texts: Rc<BTreeMap<String, BTreeMap<String, String>>>,
    language: RefCell<String>,
    /// The page's listener, called with `(name, value)`.
    tell: Function,
    apps: RefCell<Vec<(Region, AppHandle<App>)>>,
}

#[wasm_bindgen]
impl Builder {
    /// Draws the page into three elements. `files` contains `assessments` (a list of objects with `id` and `file`),
    /// `languages` and `attributes` (their lists), `locales` and `texts` (by language), `base`, `versioned` and
    /// `integrity`.
    ///
    /// # Errors
    /// The files are not plain data.
    #[wasm_bindgen(constructor)]
    pub fn new(mounts: &Array, files: &JsValue, language: &str, tell: Function) -> Result<Builder, JsValue> {
        let at = |key: &str| js_sys::Reflect::get(files, &key.into()).and_then(|value| js::tree(&value));
        // Each file is converted separately, because together they may exceed the size limit of an input.
        let list: Array = js_sys::Reflect::get(files, &"assessments".into())?.unchecked_into();
        let mut assessments = Vec::new();
        for entry in list.iter() {
            let id = js_sys::Reflect::get(&entry, &"id".into())?.as_string().unwrap_or_default();
            assessments.push((id, js::tree(&js_sys::Reflect::get(&entry, &"file".into())?)?));
        }
        let catalogue = Catalogue::new(&Files {
            assessments: &assessments,
            languages: &at("languages")?,
            locales: &at("locales")?,
            attributes: &at("attributes")?,
        });
        let site =
            Site::new(text(&at("base")?).unwrap_or_default(), at("versioned")? == Tree::Bool(true), &at("integrity")?);
        let inner = Rc::new(Inner {
            editor: RefCell::default(),
            catalogue: Rc::new(catalogue),
            site: Rc::new(site),
            texts: Rc::new(texts(&at("texts")?)),
            language: RefCell::new(language.to_owned()),
            tell,
            apps: RefCell::default(),
        });
        for (region, mount) in [Region::Bar, Region::Settings, Region::Copy].into_iter().zip(mounts.iter()) {
            let mount: Element = mount.unchecked_into();
            let app = Renderer::<App>::with_root_and_props(mount, Inner::page(&inner, region)).render();
            inner.apps.borrow_mut().push((region, app));
        }
        Inner::tell_change(&inner);
        Ok(Builder(inner))
    }

    /// Changes the language of the page.
    #[wasm_bindgen(js_name = setLanguage)]
    pub fn set_language(&self, language: &str) {
        language.clone_into(&mut self.0.language.borrow_mut());
        Inner::draw(&self.0);
    }

    /// Undoes the last change.
    pub fn undo(&self) {
        Inner::act(&self.0, Action::Undo);
    }

    /// Repeats the change that was undone last.
    pub fn redo(&self) {
        Inner::act(&self.0, Action::Redo);
    }

    /// Opens the content of a settings file; `undefined` if it was not JSON.
    pub fn open(&self, value: &JsValue) {
        let file = if value.is_undefined() { None } else { js::tree(value).ok() };
        Inner::act(&self.0, Action::Open(file));
    }

    /// Reports whether a text could be copied.
    pub fn copied(&self, name: &str, done: bool) {
        if let Some(name) = snippet::NAMES.into_iter().find(|known| *known == name) {
            Inner::act(&self.0, Action::Copied(name, done));
        }
    }

    /// The text of this name.
    #[must_use]
    pub fn text(&self, name: &str) -> String {
        let page = Inner::page(&self.0, Region::Copy);
        let all = snippet::all(&page.source(), page.editor.mode);
        let open = all.into_iter().find(|snippet| snippet.name == name && snippet.closed.is_none());
        open.map(|snippet| snippet.text).unwrap_or_default()
    }

    /// The configuration as a file.
    #[must_use]
    pub fn file(&self) -> String {
        config::write(self.0.editor.borrow().config(), &self.0.catalogue)
    }
}

impl Inner {
    fn page(this: &Rc<Self>, region: Region) -> Page {
        // The reference is weak, because the builder holds the apps, and they hold their pages.
        let weak = Rc::downgrade(this);
        Page {
            region,
            editor: this.editor.borrow().clone(),
            catalogue: this.catalogue.clone(),
            site: this.site.clone(),
            texts: this.texts.clone(),
            language: this.language.borrow().clone(),
            decimal_sign: decimal_sign(&this.language.borrow()),
            dispatch: Callback::from(move |action| {
                if let Some(this) = weak.upgrade() {
                    Inner::act(&this, action);
                }
            }),
        }
    }

    fn draw(this: &Rc<Self>) {
        for (region, app) in this.apps.borrow_mut().iter_mut() {
            app.update(Inner::page(this, *region));
        }
    }

    fn act(this: &Rc<Self>, action: Action) {
        let (next, effect) = this.editor.borrow().reduce(action, &this.catalogue);
        let is_changed = next.config() != this.editor.borrow().config();
        *this.editor.borrow_mut() = Rc::new(next);
        Inner::draw(this);
        if is_changed {
            Inner::tell_change(this);
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

    fn tell_change(this: &Rc<Self>) {
        let page = Inner::page(this, Region::Settings);
        this.tell("change", &js::plain(&snippet::Preview::new(&page.source())));
    }
}

/// The decimal sign of a language, as the browser writes it.
fn decimal_sign(language: &str) -> String {
    let shown = js_sys::Number::from(0.5).to_locale_string(language);
    shown.as_string().and_then(|shown| shown.chars().find(|c| !c.is_numeric())).unwrap_or('.').to_string()
}

fn texts(tree: &Tree) -> BTreeMap<String, BTreeMap<String, String>> {
    let Tree::Object(languages) = tree else { return BTreeMap::new() };
    let texts = languages.iter().map(|(language, texts)| {
        let Tree::Object(entries) = texts else { return (language.clone(), BTreeMap::new()) };
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
