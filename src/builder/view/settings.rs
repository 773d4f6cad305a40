//! The settings, from those that everybody decides to those that few need.

use yew::prelude::*;

use super::fields::{Tile, attribute, tiles};
use super::{Page, accent, texts, weights};
use crate::builder::editor::{Action, Edit};

pub fn settings(page: &Page) -> Html {
    let config = page.config();
    let adaptation = &config.adaptation;
    let in_section =
        |name: &'static str| page.catalogue.attributes.iter().filter(move |attribute| attribute.section == name);
    let drawn = |name: &'static str| in_section(name).map(|one| attribute(page, one)).collect::<Html>();
    let has_behaviour = in_section("behaviour").any(|attribute| config.attribute(&attribute.name).is_some());
    let has_texts = !adaptation.profile.is_empty() || !config.texts.is_empty();
    html! {
        <>
            <div class="card">
                { assessment(page) }
                { language(page) }
                { drawn("look") }
                { accent::accent(page) }
            </div>
            { section(page, "weights", !adaptation.weights.is_empty(), weights::weights(page)) }
            { section(page, "questions", !adaptation.without.is_empty(), weights::questions(page)) }
            { section(page, "texts", has_texts, texts::texts(page)) }
            { section(page, "behaviour", has_behaviour, drawn("behaviour")) }
        </>
    }
}

/// The choice of the shipped check.
fn assessment(page: &Page) -> Html {
    let current = &page.config().check(&page.catalogue).id;
    let tile =
        |id: &String| Tile::of(page, "assessment", id, id == current, Action::Edit(Edit::Assessment(id.clone())));
    tiles(page, "assessment", page.catalogue.checks.iter().map(|check| tile(&check.id)))
}

/// The choice of the language: that of the page around the widget, or one of the list, each by its own name.
fn language(page: &Page) -> Html {
    let current = &page.config().language;
    let choose = |tag: Option<String>| Action::Edit(Edit::Language(tag));
    let of_page = Tile::of(page, "language", "page", current.is_none(), choose(None));
    let named = page.catalogue.languages.iter().map(|(tag, name)| Tile {
        value: tag.clone(),
        label: name.clone(),
        hint: String::new(),
        is_chosen: current.as_ref() == Some(tag),
        action: choose(Some(tag.clone())),
    });
    tiles(page, "language", [of_page].into_iter().chain(named))
}

/// A section that is folded away. A badge says that something in it was changed.
fn section(page: &Page, name: &'static str, is_changed: bool, inside: Html) -> Html {
    let badge = if is_changed { page.text("changed") } else { String::new() };
    html! {
        <details class="card fold" id={format!("section-{name}")} key={name}>
            <summary>
                <h3>{ page.text(&format!("{name}.section")) }</h3>
                <span class="badge">{ badge }</span>
            </summary>
            <div class="fold-inside">{ inside }</div>
        </details>
    }
}
