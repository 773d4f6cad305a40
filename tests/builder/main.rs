//! The page that makes snippets, natively: colours, configurations and their files, the editor, and every text that is
//! copied, whatever somebody writes into it.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, missing_docs)]

mod colours;
#[path = "../../core/tests/common/mod.rs"]
mod common;
mod configs;
mod drawn;
mod editor;
mod hostile;
mod keys;
mod new_language;
mod snippets;

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::LazyLock;

use partner_fit::builder::catalogue::{Catalogue, Files};
use partner_fit::builder::config::Config;
use partner_fit::builder::site::Site;
use partner_fit::builder::snippet::{self, Mode, Snippet, Source};
use partner_fit_core::input::value::Tree;
use serde_json::{Value, json};

pub fn tree(value: &Value) -> Tree {
    serde_json::from_value(value.clone()).unwrap()
}

/// What can be chosen, as the shipped files say.
pub fn catalogue() -> Catalogue {
    SHIPPED.clone()
}

/// Read once: most tests ask for it, and many times.
static SHIPPED: LazyLock<Catalogue> = LazyLock::new(|| catalogue_in(&common::root().join("static")));

/// What can be chosen, as the files in this folder say.
pub fn catalogue_in(folder: &Path) -> Catalogue {
    let read = |path: &str| tree(&common::read_json(&folder.join(path)));
    let ids = entries(&folder.join("assessments/index.json"), "id");
    let assessments: Vec<(String, Tree)> =
        ids.into_iter().map(|id| (id.clone(), read(&format!("assessments/{id}.json")))).collect();
    let tags = entries(&folder.join("locales/index.json"), "tag");
    let locales = tags.into_iter().map(|tag| (tag.clone(), read(&format!("locales/{tag}.json"))));
    Catalogue::new(&Files {
        assessments: &assessments,
        languages: &read("locales/index.json"),
        locales: &Tree::Object(locales.collect()),
        attributes: &read("attributes.json"),
    })
}

/// What each entry of a list has under `key`.
pub fn entries(list: &Path, key: &str) -> Vec<String> {
    let list = common::read_json(list);
    list.as_array().unwrap().iter().map(|entry| entry[key].as_str().unwrap().to_owned()).collect()
}

/// The texts of the page in a language.
pub fn texts(language: &str) -> BTreeMap<String, String> {
    texts_in(&common::root().join("static"), language)
}

/// The texts of the page in a language, as a file in this folder has them.
pub fn texts_in(folder: &Path, language: &str) -> BTreeMap<String, String> {
    let file = common::read_json(&folder.join(format!("site/{language}.json")));
    file.as_object().unwrap().iter().map(|(key, text)| (key.clone(), text.as_str().unwrap().to_owned())).collect()
}

/// A folder of a release.
pub fn site() -> Site {
    let hashes = ["partner-fit.js", "resize.js", "assessments/partner.json", "engine_bg.wasm", "locales/nl.json"];
    let files: serde_json::Map<String, Value> =
        hashes.iter().map(|path| ((*path).to_owned(), json!(format!("sha384-{path}")))).collect();
    Site::new("https://cdn.example/pf/1.2.3/", true, &tree(&json!({ "files": files })))
}

/// Every text that is copied.
pub fn copied(config: &Config, mode: Mode) -> Vec<Snippet> {
    let (site, texts) = (site(), texts("en"));
    snippet::all(&Source { config, catalogue: &SHIPPED, site: &site, language: "en", texts: &texts }, mode)
}

/// One text that is copied.
pub fn text(config: &Config, mode: Mode, name: &str) -> String {
    copied(config, mode).into_iter().find(|snippet| snippet.name == name).unwrap().text
}
