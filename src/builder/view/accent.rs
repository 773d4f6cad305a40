//! The accent: a field for each scheme that the theme can show, its contrasts there, and the nearest readable colour if
//! it fails.

use yew::prelude::*;

use super::Page;
use crate::builder::colour::{BORDER, Colour, Scheme, TEXT};
use crate::builder::editor::{Action, Edit};

pub fn accent(page: &Page) -> Html {
    let config = page.config();
    let reset = match config.accent {
        Some(_) => html! {
            <button type="button" class="button" id="accent-reset" onclick={page.act(Action::Edit(Edit::NoAccent))}>{ page.text("accent.reset") }</button>
        },
        None => html! {},
    };
    html! {
        <fieldset class="group" id="accent">
            <legend>{ page.text("accent.title") }</legend>
            <p class="hint">{ page.text("accent.hint") }</p>
            <div class="schemes">{ for config.schemes().iter().map(|scheme| field(page, *scheme)) }</div>
            <div class="slot">{ reset }</div>
        </fieldset>
    }
}

fn field(page: &Page, scheme: Scheme) -> Html {
    let name = scheme.name;
    let chosen = page.config().accent.map(|accent| accent.in_scheme(&scheme));
    let colour = chosen.unwrap_or(scheme.accent);
    let draft = page.editor.drafts.get(&format!("accent.{name}"));
    let typed = draft.cloned().unwrap_or_else(|| chosen.map(|colour| colour.to_string()).unwrap_or_default());
    let settle = page.dispatch.clone();
    let (id, label) = (format!("accent-{name}"), page.text(&format!("accent.{name}")));
    let is_wrong = draft.is_some_and(|typed| !typed.trim().is_empty() && Colour::read(typed).is_none());
    let wrong = if is_wrong { page.text("accent.wrong") } else { String::new() };
    html! {
        <div class="scheme" key={name}>
            <label for={id.clone()}>{ label.clone() }</label>
            <div class="colour-line">
                <input type="color" value={colour.to_string()} aria-label={page.text_with("accent.pick", &[("scheme", &label)])}
                    oninput={page.edit::<InputEvent>(move |typed| Edit::Accent(scheme, typed))} />
                <input id={id} type="text" class="text hex" autocomplete="off" spellcheck="false" maxlength="20" value={typed}
                    placeholder={scheme.accent.to_string()} aria-describedby={format!("accent-{name}-verdict")}
                    aria-invalid={is_wrong.then_some("true")}
                    oninput={page.edit::<InputEvent>(move |typed| Edit::Accent(scheme, typed))}
                    onblur={Callback::from(move |_: FocusEvent| settle.emit(Action::Settle))} />
                { sample(page, &scheme, colour) }
            </div>
            <p class="wrong">{ wrong }</p>
            <div id={format!("accent-{name}-verdict")}>{ verdict(page, &scheme, colour) }</div>
            <div class="slot">{ offer(page, scheme, colour) }</div>
        </div>
    }
}

/// A sample button and text as SVG, because the page's own policy forbids inline styles.
fn sample(page: &Page, scheme: &Scheme, colour: Colour) -> Html {
    let (surface, accent, on) = (scheme.surface.to_string(), colour.to_string(), scheme.on(colour).to_string());
    html! {
        <svg class="sample" viewBox="0 0 150 44" aria-hidden="true">
            <rect width="150" height="44" rx="8" fill={surface} />
            <rect x="7" y="7" width="68" height="30" rx="8" fill={accent.clone()} />
            <text x="41" y="27" text-anchor="middle" font-size="13" font-weight="600" fill={on}>{ page.text("accent.sample-button") }</text>
            <text x="112" y="27" text-anchor="middle" font-size="13" font-weight="600" text-decoration="underline" fill={accent}>{ page.text("accent.sample-text") }</text>
        </svg>
    }
}

fn verdict(page: &Page, scheme: &Scheme, colour: Colour) -> Html {
    let found = scheme.judge(colour);
    let line = |key: &'static str, ratio: f64, least: f64| {
        let passes = ratio >= least;
        let word =
            page.text_with(if passes { "accent.passes" } else { "accent.fails" }, &[("least", &page.ratio(least))]);
        let numbers = page.text_with("accent.ratio", &[("ratio", &page.ratio(ratio))]);
        html! {
            <li key={key} class={if passes { "passes" } else { "fails" }}>
                <span>{ page.text(key) }</span><span>{ numbers }</span><strong>{ word }</strong>
            </li>
        }
    };
    html! {
        <ul class="verdict">
            { line("accent.text", found.text, TEXT) }
            { line("accent.button", found.button, TEXT) }
            { line("accent.border", found.border, BORDER) }
        </ul>
    }
}

fn offer(page: &Page, scheme: Scheme, colour: Colour) -> Html {
    let nearest = scheme.nearest(colour);
    if nearest == colour {
        return html! {};
    }
    html! {
        <button type="button" class="button offer" id={format!("accent-{}-offer", scheme.name)}
            onclick={page.act(Action::Edit(Edit::NearestAccent(scheme)))}>
            <svg class="dot" viewBox="0 0 16 16" aria-hidden="true"><circle cx="8" cy="8" r="7" fill={nearest.to_string()} /></svg>
            { page.text_with("accent.offer", &[("colour", &nearest.to_string())]) }
        </button>
    }
}
