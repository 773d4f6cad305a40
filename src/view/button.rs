//! Buttons. Each works by click and by form submit: a sandboxed frame without `allow-forms` forbids submit, a host that
//! captures clicks prevents click, and Enter in a field submits.

use partner_fit_core::wording::Key;
use yew::virtual_dom::ListenerKind;

use super::ui::Ui;
use crate::flow::Action;

/// The styles of buttons.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ButtonStyle {
    /// The primary button, which moves forward.
    Primary,
    /// Any other.
    Plain,
    /// A button in running text.
    Quiet,
}

/// A button in a form that holds nothing else.
pub fn button(ui: &mut Ui, style: ButtonStyle, action: Action, label: Key) {
    button_about(ui, style, action, label, "");
}

/// A button in a form that holds nothing else; the form has no role, so that screen readers do not speak of it. Adds
/// `about` as visually hidden text, so that each button has a unique accessible name.
pub fn button_about(ui: &mut Ui, style: ButtonStyle, action: Action, label: Key, about: &str) {
    ui.element("form.inline|novalidate=true|role=none", |ui| {
        ui.on(|| ListenerKind::onsubmit, action.clone());
        ui.element("div.controls", |_| {});
        submit(ui, style, action, label, about);
    });
}

/// A form around some controls, with the button that submits it.
pub fn form(
    ui: &mut Ui,
    element: &'static str,
    (style, label): (ButtonStyle, Key),
    action: Action,
    controls: impl FnOnce(&mut Ui),
) {
    ui.element(element, |ui| {
        ui.on(|| ListenerKind::onsubmit, action.clone());
        ui.element("div.controls", controls);
        submit(ui, style, action, label, "");
    });
}

/// The submit button of a form. Its click dispatches the action and prevents the submit that would follow, so that the
/// action happens once.
fn submit(ui: &mut Ui, style: ButtonStyle, action: Action, label: Key, about: &str) {
    let element = match style {
        ButtonStyle::Primary => "button.button.primary|part=button button--primary|type=submit",
        ButtonStyle::Plain => "button.button|part=button|type=submit",
        ButtonStyle::Quiet => "button.button.quiet|part=button|type=submit",
    };
    ui.element(element, |ui| {
        ui.on(|| ListenerKind::onclick, action);
        ui.key_text(label);
        if !about.is_empty() {
            ui.element("span.unseen", |ui| {
                ui.text(": ");
                ui.text(about);
            });
        }
    });
}
