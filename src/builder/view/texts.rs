//! Texts of one's own: the words that stand for a check's placeholders, and texts of the widget in place of ours.

use yew::prelude::*;

use super::Page;
use super::fields::{Field, value};
use crate::builder::catalogue::say;
use crate::builder::state::{Action, Edit};

/// The texts of the widget that are always shown here; the others can be asked for.
pub const OFFERED: [&str; 4] = ["start.button", "step.continue", "review.button", "share.title"];

pub fn texts(page: &Page) -> Html {
    let none = Default::default();
    let language = page.source(&none).widget_language();
    let own = &page.config().own;
    let placeholders = page.catalogue.check(page.config().audience).profile.iter().map(|(name, words)| {
        let field = Field {
            id: format!("profile-{name}"),
            label: page.has(&format!("profile.{name}")).unwrap_or_else(|| name.clone()),
            hint: page.has(&format!("profile.{name}.hint")).unwrap_or_default(),
            wrong: false,
            value: own.profile.get(name).map_or("", String::as_str),
            placeholder: say(words, language).to_owned(),
        };
        let name = name.clone();
        field.draw(page, move |typed| Edit::Profile(name.clone(), typed))
    });
    let placeholders: Vec<Html> = placeholders.collect();
    let about = page.say(if placeholders.is_empty() { "profile.none" } else { "profile.hint" });
    html! {
        <>
            <fieldset class="group">
                <legend>{ page.say("profile.title") }</legend>
                <p class="hint">{ about }</p>
                { for placeholders }
            </fieldset>
            { own_texts(page, language) }
        </>
    }
}

fn own_texts(page: &Page, language: &str) -> Html {
    let texts = &page.config().texts;
    let shows = |key: &str| {
        OFFERED.contains(&key) || texts.get(key).is_some() || page.state.shown_texts.iter().any(|shown| shown == key)
    };
    let known = &page.catalogue.texts;
    let fields = known.iter().filter(|(key, _)| shows(key)).map(|(key, words)| {
        let default = say(words, language).to_owned();
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
        html! { <option key={key.clone()} value={key.clone()}>{ say(words, language) }</option> }
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
            <legend>{ page.say("own-texts.title") }</legend>
            <p class="hint">{ page.say("own-texts.hint") }</p>
            { for fields }
            <div class="field">
                <label for="more-texts">{ page.say("own-texts.more") }</label>
                <p class="hint">{ page.say("own-texts.more-hint") }</p>
                // Made anew once a text was chosen, so that it stands on nothing again.
                <div class="slot">
                    <select key={page.state.shown_texts.len()} id="more-texts" class="text" onchange={Callback::from(add)}>
                        <option value="">{ page.say("own-texts.choose") }</option>
                        { for more }
                    </select>
                </div>
            </div>
        </fieldset>
    }
}
