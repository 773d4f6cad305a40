//! Buttons. Each works by click and by form submit: a sandboxed frame without `allow-forms` forbids submit, a host
//! that captures clicks forbids click, and Enter in a field is a submit.

use yew::prelude::*;

use super::View;
use crate::state::Action;

/// How a button looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Look {
    /// The one that moves on.
    Primary,
    /// Any other.
    Plain,
    /// One in running text.
    Quiet,
}

/// A button in a form of its own.
pub fn button(view: &View, look: Look, action: Action, label: Html) -> Html {
    form(view, action.clone(), "inline", html! {}, submit(view, look, action, label))
}

/// A form around some controls, closed by a button made with [`submit`].
pub fn form(view: &View, action: Action, class: &'static str, controls: Html, button: Html) -> Html {
    let onsubmit = view.on(move |event: SubmitEvent| {
        event.prevent_default();
        action.clone()
    });
    html! { <form novalidate=true class={class} {onsubmit}><div class="controls">{ controls }</div>{ button }</form> }
}

/// The button of a form. Its click is the action; the submit that would follow is prevented, so that it happens once.
pub fn submit(view: &View, look: Look, action: Action, label: Html) -> Html {
    let onclick = view.on(move |event: MouseEvent| {
        event.prevent_default();
        action.clone()
    });
    let (part, class) = match look {
        Look::Primary => ("button button--primary", "button primary"),
        Look::Plain => ("button", "button"),
        Look::Quiet => ("button", "button quiet"),
    };
    html! { <button type="submit" {part} {class} {onclick}>{ label }</button> }
}
