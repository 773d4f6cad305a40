//! The page as it is drawn, natively: every part in every state, without a word that is missing.

use std::collections::BTreeMap;
use std::rc::Rc;

use partner_fit::builder::catalogue::Catalogue;
use partner_fit::builder::colour::LIGHT;
use partner_fit::builder::editor::{Action, Edit, Editor};
use partner_fit::builder::snippet::Mode;
use partner_fit::builder::view::{App, Page, Region};
use serde_json::json;
use yew::{Callback, LocalServerRenderer};

use crate::{catalogue, common, site, texts, tree};

pub const REGIONS: [Region; 3] = [Region::Bar, Region::Settings, Region::Copy];

/// The page's texts by language and key.
pub type PageTexts = BTreeMap<String, BTreeMap<String, String>>;

fn draw(editor: &Editor, region: Region, language: &str) -> String {
    let texts = common::languages().into_iter().map(|tag| (tag.to_owned(), texts(tag))).collect();
    draw_with(editor, region, language, catalogue(), texts)
}

/// The HTML of a region with other files than the shipped ones.
pub fn draw_with(editor: &Editor, region: Region, language: &str, catalogue: Catalogue, texts: PageTexts) -> String {
    let page = Page {
        region,
        editor: Rc::new(editor.clone()),
        catalogue: Rc::new(catalogue),
        site: Rc::new(site()),
        texts: Rc::new(texts),
        language: language.to_owned(),
        decimal_sign: ",".to_owned(),
        dispatch: Callback::noop(),
    };
    let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
    runtime.block_on(LocalServerRenderer::<App>::with_props(page).hydratable(false).render())
}

fn after(actions: Vec<Action>) -> Editor {
    let catalogue = catalogue();
    actions.into_iter().fold(Editor::default(), |editor, action| editor.reduce(action, &catalogue).0)
}

/// The page in several states.
pub fn editors() -> Vec<Editor> {
    let accent = Action::Edit(Edit::Accent(LIGHT, "#ffcc00".to_owned()));
    vec![
        Editor::default(),
        after(vec![accent, Action::Edit(Edit::Assessment("company".to_owned())), Action::AskReset]),
        after(vec![
            Action::Show(Mode::Frame),
            Action::Copied("gtm", false),
            Action::Edit(Edit::Attribute("theme".to_owned(), Some("dark".to_owned()))),
        ]),
        after(vec![
            Action::Open(Some(tree(&json!({ "partnerFitBuilder": 1, "theme": "x" })))),
            Action::AddText("reset.button".to_owned()),
        ]),
    ]
}

#[test]
fn every_part_is_drawn_with_words() {
    let keys = texts("en");
    for editor in editors() {
        for region in REGIONS {
            for language in common::languages() {
                let html = draw(&editor, region, language);
                assert!(html.len() > 500, "{html}");
                // A key that has no text would be shown as it is.
                for key in keys.keys().filter(|key| key.contains('.')) {
                    assert!(!html.contains(&format!(">{key}<")), "{key} in {region:?}");
                }
            }
        }
    }
}

#[test]
fn a_colour_that_cannot_be_read_comes_with_one_that_can() {
    let html = draw(&editors()[1], Region::Settings, "en");
    assert!(html.contains("id=\"accent-light-offer\"") && html.contains("needs 4,5 : 1"));
    assert!(!draw(&editors()[0], Region::Settings, "en").contains("accent-light-offer"));
}

#[test]
fn problems_are_shown_with_their_paths() {
    let html = draw(&editors()[3], Region::Bar, "nl");
    assert!(html.contains("<code>theme</code>") && html.contains("expected one of auto, system, light, dark, got"));
}

/// yew puts the entries into the list from the last to the first, and a browser chooses the first that it gets.
#[test]
fn the_list_of_texts_shows_its_first_entry() {
    for editor in editors() {
        let html = draw(&editor, Region::Settings, "en");
        let (_, list) = html.split_once("id=\"more-texts\"").unwrap();
        let (_, first) = list.split_once("<option").unwrap();
        assert!(first.split('>').next().unwrap().contains("selected"), "{first}");
    }
}
