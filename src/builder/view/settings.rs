//! What can be chosen, from what everybody decides to what few need.

use yew::prelude::*;

use super::fields::{choice, tick};
use super::{Page, accent, texts, weights};
use crate::builder::state::{Action, Edit};

pub fn settings(page: &Page) -> Html {
    let config = page.config();
    let own = &config.own;
    let behaviour = config.no_review
        || config.layout != Default::default()
        || config.storage != Default::default()
        || config.load != Default::default()
        || config.heading_level != Default::default();
    html! {
        <>
            <div class="card">
                { choice(page, "audience", config.audience, Edit::Audience) }
                { choice(page, "language", config.language, Edit::Language) }
                { choice(page, "theme", config.theme, Edit::Theme) }
                { accent::accent(page) }
            </div>
            { section(page, "weights", !own.weights.is_empty(), weights::weights(page)) }
            { section(page, "questions", !own.without.is_empty(), weights::questions(page)) }
            { section(page, "texts", !own.profile.is_empty() || !config.texts.is_empty(), texts::texts(page)) }
            { section(page, "behaviour", behaviour, html! {
                <>
                    { choice(page, "layout", config.layout, Edit::Layout) }
                    <fieldset class="group">
                        <legend>{ page.say("review.title") }</legend>
                        <p class="hint">{ page.say("review.hint") }</p>
                        { tick(page, "review", page.say("review.label"), !config.no_review, Edit::Review) }
                    </fieldset>
                    { choice(page, "storage", config.storage, Edit::Storage) }
                    { choice(page, "load", config.load, Edit::Load) }
                    { heading_level(page) }
                </>
            }) }
        </>
    }
}

/// A part that is folded away until it is wanted; whether something in it was changed shows all the same.
fn section(page: &Page, name: &'static str, changed: bool, inside: Html) -> Html {
    let badge = if changed { page.say("changed") } else { String::new() };
    html! {
        <details class="card fold" id={format!("section-{name}")} key={name}>
            <summary>
                <h3>{ page.say(&format!("{name}.section")) }</h3>
                <span class="badge">{ badge }</span>
            </summary>
            <div class="fold-inside">{ inside }</div>
        </details>
    }
}

fn heading_level(page: &Page) -> Html {
    let current = page.config().heading_level.number();
    let levels = (1..=6u8).map(|level| {
        let (dispatch, action) = (page.dispatch.clone(), Action::Edit(Edit::HeadingLevel(level)));
        html! {
            <label class="tile small" key={level}>
                <input type="radio" name="heading-level" value={level.to_string()} checked={level == current}
                    onchange={Callback::from(move |_: Event| dispatch.emit(action.clone()))} />
                <span class="tile-text"><span class="tile-label">{ format!("H{level}") }</span></span>
            </label>
        }
    });
    html! {
        <fieldset class="group">
            <legend>{ page.say("heading.title") }</legend>
            <p class="hint">{ page.say("heading.hint") }</p>
            <div class="tiles row">{ for levels }</div>
        </fieldset>
    }
}
