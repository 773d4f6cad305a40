//! Replaced texts: the words for a check's placeholders, and texts of the widget.

use yew::prelude::*;

use super::Page;
use super::event::value;
use super::fields::Field;
use crate::builder::catalogue::translated;
use crate::builder::editor::{Action, Edit};

/// The texts of the widget that always have a field; fields for others can be added.
pub const OFFERED: [&str; 4] = ["start.button", "step.continue", "review.button", "share.title"];

pub fn texts(page: &Page) -> Html {
    let language = page.source().widget_language();
    let profile = &page.config().adaptation.profile;
    let placeholders = page.config().check(&page.catalogue).profile.iter().map(|(name, words)| {
        let field = Field {
            id: format!("profile-{name}"),
            label: page.optional_text(&format!("profile.{name}")).unwrap_or_else(|| name.clone()),
            hint: page.optional_text(&format!("profile.{name}.hint")).unwrap_or_default(),
            wrong: false,
            value: profile.get(name).map_or("", String::as_str),
            placeholder: translated(words, language).to_owned(),
        };
        let name = name.clone();
        field.draw(page, move |typed| Edit::Profile(name.clone(), typed))
    });
    let placeholders: Vec<Html> = placeholders.collect();
    let about = page.text(if placeholders.is_empty() { "profile.none" } else { "profile.hint" });
    html! {
        <>
            <fieldset class="group">
                <legend>{ page.text("profile.title") }</legend>
                <p class="hint">{ about }</p>
                { for placeholders }
            </fieldset>
            { replaced_texts(page, language) }
        </>
    }
}

fn replaced_texts(page: &Page, language: &str) -> Html {
    let texts = &page.config().texts;
    let shows = |key: &str| {
        OFFERED.contains(&key) || texts.get(key).is_some() || page.editor.shown_texts.iter().any(|shown| shown == key)
    };
    let known = &page.catalogue.texts;
    let fields = known.iter().filter(|(key, _)| shows(key)).map(|(key, words)| {
        let default = translated(words, language).to_owned();
        let field = Field {
            id: format!("text-{key}"),
            label: default.clone(),
            hint: String::new(),
            wrong: false,
            value: texts.get(key).map_or("", String::as_str),
            placeholder: default,
        };
        let key = key.clone();
        field.draw(page, move |typed| Edit::Text(key.clone(), typed))
    });
    let more = known.iter().filter(|(key, _)| !shows(key)).map(|(key, words)| {
        html! { <option key={key.clone()} value={key.clone()}>{ translated(words, language) }</option> }
    });
    let dispatch = page.dispatch.clone();
    let add = move |event: Event| {
        let key = value(&event);
        if !key.is_empty() {
            dispatch.emit(Action::AddText(key));
        }
    };
    html! {
        <fieldset class="group">
            <legend>{ page.text("replaced-texts.title") }</legend>
            <p class="hint">{ page.text("replaced-texts.hint") }</p>
            { for fields }
            <div class="field">
                <label for="more-texts">{ page.text("replaced-texts.more") }</label>
                <p class="hint">{ page.text("replaced-texts.more-hint") }</p>
                // The key resets the `<select>` to its placeholder after each choice.
                <div class="slot">
                    <select key={page.editor.shown_texts.len()} id="more-texts" class="text" onchange={Callback::from(add)}>
                        // The first entry is marked as selected: yew inserts it last, and a browser selects the first
                        // one that is inserted.
                        <option value="" selected=true>{ page.text("replaced-texts.choose") }</option>
                        { for more }
                    </select>
                </div>
            </div>
        </fieldset>
    }
}
