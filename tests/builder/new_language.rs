//! A language is texts and a line in the list, and no code: in a copy of the shipped files a made-up one gets texts made
//! from the English ones, and everything that is drawn, copied or read speaks it.

use std::fs;
use std::path::{Path, PathBuf};
use std::rc::Rc;

use partner_fit::builder::config;
use partner_fit::builder::editor::Editor;
use partner_fit::builder::snippet::{self, Mode, Source};
use partner_fit_core::wording::{PlainFormat, Texts};
use serde_json::{Value, json};

use crate::common::{read_json, root};
use crate::drawn::{PageTexts, REGIONS, draw_with, editors};
use crate::{catalogue_in, entries, site, texts_in, tree};

/// A tag that nobody ships.
const TAG: &str = "qx";

/// The text of the made-up language for an English one.
fn made_up(text: &str) -> String {
    format!("¿{text}?")
}

/// A copy of the folders that hold texts, with the language in it.
fn with_language() -> tempfile::TempDir {
    let copy = tempfile::tempdir().unwrap();
    let to = copy.path();
    let from = root().join("static");
    for folder in ["assessments", "locales", "site"] {
        fs::create_dir(to.join(folder)).unwrap();
        for path in crate::common::json_files(&from.join(folder)) {
            fs::copy(&path, to.join(folder).join(path.file_name().unwrap())).unwrap();
        }
    }
    fs::copy(from.join("attributes.json"), to.join("attributes.json")).unwrap();
    // The line in the list.
    let list = to.join("locales/index.json");
    let mut languages = read_json(&list);
    languages.as_array_mut().unwrap().push(json!({ "tag": TAG, "name": "Qx", "failed": made_up("failed") }));
    write(&list, &languages);
    // A file for the widget, and one for builder and site.
    for folder in ["locales", "site"] {
        let mut file = read_json(&to.join(folder).join("en.json"));
        file.as_object_mut().unwrap().values_mut().for_each(translate);
        write(&to.join(folder).join(TAG).with_extension("json"), &file);
    }
    // The texts of each assessment.
    for id in entries(&to.join("assessments/index.json"), "id") {
        let path = to.join("assessments").join(id).with_extension("json");
        let mut file = read_json(&path);
        add(&mut file);
        write(&path, &file);
    }
    copy
}

fn write(path: &Path, value: &Value) {
    fs::write(path, value.to_string()).unwrap();
}

/// A text, or its plural forms, in the made-up language.
fn translate(text: &mut Value) {
    match text {
        Value::String(text) => *text = made_up(text),
        Value::Object(forms) => forms.values_mut().for_each(translate),
        _ => panic!("expected a text, got {text}"),
    }
}

/// Adds the language to every text of an assessment, and to its list of languages.
fn add(value: &mut Value) {
    match value {
        Value::Object(entries) => {
            if let Some(english) = entries.get("en").and_then(Value::as_str) {
                entries.insert(TAG.to_owned(), made_up(english).into());
                return;
            }
            if let Some(languages) = entries.get_mut("languages").and_then(Value::as_array_mut) {
                languages.push(TAG.into());
            }
            entries.values_mut().for_each(add);
        }
        Value::Array(items) => items.iter_mut().for_each(add),
        _ => {}
    }
}

fn all_texts(folder: &Path) -> PageTexts {
    let tags = entries(&folder.join("locales/index.json"), "tag");
    tags.into_iter().map(|tag| (tag.clone(), texts_in(folder, &tag))).collect()
}

#[test]
fn the_page_offers_it_and_speaks_it() {
    let copy = with_language();
    let folder = copy.path();
    let english = texts_in(folder, "en");
    for editor in editors() {
        for region in REGIONS {
            let html = draw_with(&editor, region, TAG, catalogue_in(folder), all_texts(folder));
            // A heading or a label in English would be one that the language cannot reach.
            for text in english.values().filter(|text| text.chars().all(char::is_alphabetic)) {
                assert!(!html.contains(&format!(">{text}<")), "{text} in {region:?}");
            }
            assert!(html.contains(&format!(">{}<", made_up(&english["copy.button"]))) || region != REGIONS[2]);
        }
    }
    let settings = draw_with(&Editor::default(), REGIONS[1], "en", catalogue_in(folder), all_texts(folder));
    assert!(settings.contains(&format!("value=\"{TAG}\"")) && settings.contains(">Qx<"));
}

#[test]
fn a_settings_file_may_choose_it_and_every_text_that_is_copied_takes_it() {
    let copy = with_language();
    let catalogue = catalogue_in(copy.path());
    let file = json!({ "partnerFitBuilder": 1, "language": TAG });
    let config = config::read(&tree(&file), &catalogue).unwrap();
    let texts = texts_in(copy.path(), TAG);
    let site = site();
    let source = Source { config: &config, catalogue: &catalogue, site: &site, language: "en", texts: &texts };
    for mode in [Mode::Element, Mode::Frame] {
        let all = snippet::all(&source, mode);
        let snippet = &all[0].text;
        assert!(snippet.contains(&format!("lang=\"{TAG}\"")) || snippet.contains(&format!("lang={TAG}")), "{snippet}");
        assert!(snippet.contains('¿'), "the title in the language: {snippet}");
        let mail = all.iter().find(|snippet| snippet.name == "mail").unwrap();
        assert!(mail.text.contains(&made_up("Mail us this result")), "{}", mail.text);
    }
}

#[test]
fn the_assessments_and_the_widget_s_texts_are_good_in_it() {
    let copy = with_language();
    for id in entries(&copy.path().join("assessments/index.json"), "id") {
        let path: PathBuf = copy.path().join("assessments").join(&id).with_extension("json");
        let assessment = crate::common::read(&read_json(&path)).unwrap_or_else(|problems| panic!("{id}: {problems:?}"));
        assert!(assessment.title.get(TAG).starts_with('¿'), "{id}");
    }
    let locale = tree(&read_json(&copy.path().join("locales").join(TAG).with_extension("json")));
    let texts = Texts::read(&locale, TAG, Rc::new(PlainFormat));
    assert!(texts.is_ok());
}
