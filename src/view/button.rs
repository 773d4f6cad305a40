//! Buttons. Each works by click and by form submit: a sandboxed frame without `allow-forms` forbids submit, a host
//! that captures clicks forbids click, and Enter in a field is a submit.

use yew::virtual_dom::ListenerKind;

use super::ui::Ui;
use crate::flow::Action;
use partner_fit_core::wording::Key;

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
pub fn button(ui: &mut Ui, look: Look, action: Action, label: Key) {
    named(ui, look, action, label, "");
}

/// A button in a form of its own, its label followed by what it is about, unseen, so that its name is its own.
pub fn named(ui: &mut Ui, look: Look, action: Action, label: Key, about: &str) {
    open_form(ui, "form.inline|novalidate=true", &action);
    submit(ui, look, action, label, about);
}

/// A small button that shows a sign and is called `name`.
pub fn press(ui: &mut Ui, action: Action, sign: &str, name: &str) {
    ui.open("form.inline|novalidate=true");
    ui.on(ListenerKind::onsubmit, action.clone());
    ui.open("button.button|part=button|type=submit");
    ui.on(ListenerKind::onclick, action);
    ui.leaf("span|aria-hidden=true", sign);
    ui.leaf("span.unseen", name);
    ui.close();
    ui.close();
}

/// Opens a form around some controls; [`submit`] closes it.
pub fn open_form(ui: &mut Ui, element: &'static str, action: &Action) {
    ui.open(element);
    ui.on(ListenerKind::onsubmit, action.clone());
    ui.open("div.controls");
}

/// The button of a form, which closes it. Its click is the action; the submit that would follow is prevented, so that
/// it happens once.
pub fn submit(ui: &mut Ui, look: Look, action: Action, label: Key, about: &str) {
    ui.close();
    ui.open(match look {
        Look::Primary => "button.button.primary|part=button button--primary|type=submit",
        Look::Plain => "button.button|part=button|type=submit",
        Look::Quiet => "button.button.quiet|part=button|type=submit",
    });
    ui.on(ListenerKind::onclick, action);
    ui.say(label);
    if !about.is_empty() {
        ui.open("span.unseen");
        ui.text(": ");
        ui.text(about);
        ui.close();
    }
    ui.close();
    ui.close();
}
