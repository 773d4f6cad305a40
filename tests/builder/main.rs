//! The page that makes snippets, natively: colours, configurations and their files, the reducer, and every text that is
//! copied, whatever somebody writes into it.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, missing_docs)]

mod colours;
#[path = "../../core/tests/common/mod.rs"]
mod common;
mod configs;
mod drawn;
mod hostile;
mod snippets;
mod states;
mod words;

use partner_fit::builder::catalogue::Catalogue;
use partner_fit::builder::choice::Mode;
use partner_fit::builder::config::Config;
use partner_fit::builder::site::Site;
use partner_fit::builder::snippet::{self, Snippet, Source};
use partner_fit_core::input::map::Map;
use partner_fit_core::input::value::Tree;
use serde_json::{Value, json};

pub fn tree(value: &Value) -> Tree {
    serde_json::from_value(value.clone()).unwrap()
}

/// What the page can be chosen from, of the shipped files.
pub fn catalogue() -> Catalogue {
    let files: Vec<Tree> = common::built_in().into_iter().map(|name| tree(&common::shipped_file(name))).collect();
    let languages = common::languages().into_iter();
    let locales: Vec<(&str, Tree)> = languages.map(|tag| (tag, tree(&locale("locales", tag)))).collect();
    Catalogue::new(&files, &locales)
}

/// A file of texts.
pub fn locale(folder: &str, language: &str) -> Value {
    common::read_json(&common::root().join("static").join(folder).join(language).with_extension("json"))
}

/// The texts of the page in a language.
pub fn texts(language: &str) -> Map<String> {
    let file = locale("builder", language);
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
    let (catalogue, site, words) = (catalogue(), site(), texts("en"));
    snippet::all(&Source { config, catalogue: &catalogue, site: &site, language: "en", words: &words }, mode)
}

/// One text that is copied.
pub fn text(config: &Config, mode: Mode, name: &str) -> String {
    copied(config, mode).into_iter().find(|snippet| snippet.name == name).unwrap().text
}
