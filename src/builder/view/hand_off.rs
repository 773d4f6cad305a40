//! Hand-offs: what each needs, and its script.

use yew::prelude::*;

use super::Page;
use super::copy::Find;
use super::fields::{Field, copied};
use crate::builder::choice::Mode;
use crate::builder::config::HandOffField;
use crate::builder::state::Edit;

const RECIPES: [(&str, &[HandOffField]); 4] = [
    ("gtm", &[]),
    ("hubspot", &[HandOffField::HubspotPortal, HandOffField::HubspotForm, HandOffField::Consent]),
    ("webhook", &[HandOffField::Webhook]),
    ("mail", &[HandOffField::Mail]),
];

pub fn hand_off(page: &Page, find: &Find) -> Html {
    let origin = if page.state.mode == Mode::Frame {
        let is_missing = page.config().hand_off.origin.is_empty();
        html! {
            <div class="card">
                { field(page, HandOffField::Origin) }
                <p class="wrong">{ if is_missing { page.say("hand-off.origin.missing") } else { String::new() } }</p>
            </div>
        }
    } else {
        html! {}
    };
    let folds = RECIPES.iter().map(|(name, fields)| {
        let snippet = find(name);
        let policy = snippet.map(|snippet| snippet.policy.clone()).unwrap_or_default();
        html! {
            <details class="card fold" key={*name} id={format!("recipe-{name}")}>
                <summary><h4>{ page.say(&format!("hand-off.{name}")) }</h4></summary>
                <div class="fold-inside">
                    <p>{ page.say(&format!("hand-off.{name}.about")) }</p>
                    { for fields.iter().map(|one| field(page, *one)) }
                    { snippet.map(|snippet| copied(page, snippet, page.say("hand-off.script"))).unwrap_or_default() }
                    <p class="hint">{ page.say("hand-off.policy") }</p>
                    <pre class="code" tabindex="0" aria-label={page.say("copy.policy")}>{ policy }</pre>
                </div>
            </details>
        }
    });
    html! { <><div class="slot">{ origin }</div><div class="folds">{ for folds }</div></> }
}

fn field(page: &Page, field: HandOffField) -> Html {
    let name = HandOffField::ALL.iter().find(|(known, _)| *known == field).map_or("", |(_, name)| name);
    let hand_off = &page.config().hand_off;
    let fault = hand_off.fault(field);
    let none = Default::default();
    let placeholder = match field {
        HandOffField::Consent => page.source(&none).words.get("recipe.consent").cloned().unwrap_or_default(),
        _ => page.say(&format!("hand-off.{name}.example")),
    };
    let drawn = Field {
        id: format!("hand-off-{name}"),
        label: page.say(&format!("hand-off.{name}.label")),
        hint: page.say(fault.unwrap_or(&format!("hand-off.{name}.hint"))),
        wrong: fault.is_some(),
        value: hand_off.get(field),
        placeholder,
    };
    drawn.draw(page, move |typed| Edit::HandOff(field, typed))
}
