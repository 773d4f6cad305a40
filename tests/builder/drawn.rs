//! The page as it is drawn, natively: every part in every state, without a word that is missing.

use std::rc::Rc;

use partner_fit::builder::choice::{Audience, Mode, Theme};
use partner_fit::builder::colour::LIGHT;
use partner_fit::builder::state::{Action, Edit, State};
use partner_fit::builder::view::{App, Page, Part};
use serde_json::json;
use yew::{Callback, LocalServerRenderer};

use crate::{catalogue, site, texts, tree};

fn draw(state: &State, part: Part, language: &str) -> String {
    let page = Page {
        part,
        state: Rc::new(state.clone()),
        catalogue: Rc::new(catalogue()),
        site: Rc::new(site()),
        texts: Rc::new(["en", "nl"].map(|language| (language.to_owned(), texts(language))).into_iter().collect()),
        language: language.to_owned(),
        dispatch: Callback::noop(),
    };
    let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
    runtime.block_on(LocalServerRenderer::<App>::with_props(page).hydratable(false).render())
}

fn after(actions: Vec<Action>) -> State {
    let catalogue = catalogue();
    actions.into_iter().fold(State::default(), |state, action| state.reduce(action, &catalogue).0)
}

fn states() -> Vec<State> {
    let accent = Action::Edit(Edit::Accent(LIGHT, "#ffcc00".to_owned()));
    vec![
        State::default(),
        after(vec![accent, Action::Edit(Edit::Audience(Audience::Company)), Action::AskReset]),
        after(vec![Action::Show(Mode::Frame), Action::Copied("gtm", false), Action::Edit(Edit::Theme(Theme::Dark))]),
        after(vec![
            Action::Open(Some(tree(&json!({ "partnerFitBuilder": 1, "theme": "x" })))),
            Action::AddText("reset.button".to_owned()),
        ]),
    ]
}

#[test]
fn every_part_is_drawn_with_words() {
    let keys = texts("en");
    for state in states() {
        for part in [Part::Bar, Part::Settings, Part::Copy] {
            for language in ["en", "nl"] {
                let html = draw(&state, part, language);
                assert!(html.len() > 500, "{html}");
                // A key that has no text would be shown as it is.
                for key in keys.keys().filter(|key| key.contains('.')) {
                    assert!(!html.contains(&format!(">{key}<")), "{key} in {part:?}");
                }
            }
        }
    }
}

#[test]
fn a_colour_that_cannot_be_read_comes_with_one_that_can() {
    let html = draw(&states()[1], Part::Settings, "en");
    assert!(html.contains("id=\"accent-light-offer\"") && html.contains("needs 4.5 : 1"));
    assert!(!draw(&states()[0], Part::Settings, "en").contains("accent-light-offer"));
}

#[test]
fn problems_are_shown_with_their_paths() {
    let html = draw(&states()[3], Part::Bar, "nl");
    assert!(html.contains("<code>theme</code>") && html.contains("expected one of auto, system, light, dark, got"));
}
