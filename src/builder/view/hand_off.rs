//! Hand-offs: the fields that each needs, and its script.

use yew::prelude::*;

use super::Page;
use super::fields::{Field, copied};
use crate::builder::config::HandOffField;
use crate::builder::editor::Edit;
use crate::builder::snippet::{Mode, Snippet};

const RECIPES: [(&str, &[HandOffField]); 4] = [
    ("gtm", &[]),
    ("hubspot", &[HandOffField::HubspotPortal, HandOffField::HubspotForm, HandOffField::Consent]),
    ("webhook", &[HandOffField::Webhook]),
    ("mail", &[HandOffField::Mail]),
];

pub fn hand_off(page: &Page, snippets: &[Snippet]) -> Html {
    let origin = if page.editor.mode == Mode::Frame {
        let is_missing = page.config().hand_off.origin.is_empty();
        html! {
            <div class="card">
                { field(page, HandOffField::Origin) }
                <p class="wrong">{ if is_missing { page.text("hand-off.origin.missing") } else { String::new() } }</p>
            </div>
        }
    } else {
        html! {}
    };
    let folds = RECIPES.iter().map(|(name, fields)| {
        let snippet = snippets.iter().find(|snippet| snippet.name == *name);
        let policy = snippet
            .filter(|snippet| snippet.closed.is_none())
            .map(|snippet| snippet.policy.clone())
            .unwrap_or_default();
        let lines = if policy.is_empty() {
            html! {}
        } else {
            html! {
                <>
                    <p class="hint">{ page.text("hand-off.policy") }</p>
                    <pre class="code" tabindex="0" aria-label={page.text("copy.policy")}>{ policy }</pre>
                </>
            }
        };
        html! {
            <details class="card fold" key={*name} id={format!("recipe-{name}")}>
                <summary><h4>{ page.text(&format!("hand-off.{name}")) }</h4></summary>
                <div class="fold-inside">
                    <p>{ page.text(&format!("hand-off.{name}.about")) }</p>
                    { for fields.iter().map(|one| field(page, *one)) }
                    { snippet.map(|snippet| copied(page, snippet, page.text("hand-off.script"))).unwrap_or_default() }
                    <div class="slot">{ lines }</div>
                </div>
            </details>
        }
    });
    html! { <><div class="slot">{ origin }</div><div class="folds">{ for folds }</div></> }
}

fn field(page: &Page, field: HandOffField) -> Html {
    let name = HandOffField::ALL.iter().find(|(known, _)| *known == field).map_or("", |(_, name)| name);
    let hand_off = &page.config().hand_off;
    let problem = hand_off.problem(field);
    let placeholder = match field {
        HandOffField::Consent => page.source().texts.get("recipe.consent").cloned().unwrap_or_default(),
        _ => page.text(&format!("hand-off.{name}.example")),
    };
    let drawn = Field {
        id: format!("hand-off-{name}"),
        label: page.text(&format!("hand-off.{name}.label")),
        hint: page.text(problem.unwrap_or(&format!("hand-off.{name}.hint"))),
        wrong: problem.is_some(),
        value: hand_off.get(field),
        placeholder,
    };
    drawn.draw(page, move |typed| Edit::HandOff(field, typed))
}
