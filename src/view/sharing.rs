//! The pieces that the start screen and the result share: the line about what has happened to a shared result, buttons
//! and fields.

use partner_fit_core::wording::Key;
use yew::Callback;
use yew::virtual_dom::ListenerKind;

use super::button::{ButtonStyle, button};
use super::ui::Ui;
use crate::flow::sharing::ShareAction;
use crate::flow::{Action, By};

/// The line about what the reader has just done, which screen readers announce.
pub fn message(ui: &mut Ui) {
    let sharing = &ui.view.flow.sharing;
    let message = sharing.message;
    ui.element("p.said|aria-live=polite|aria-atomic=true", |ui| {
        if let Some((By::Reader, key)) = message {
            let mut text = ui.view.text(key);
            // Some screen readers take the same text for the same message.
            if sharing.ended.is_multiple_of(2) {
                text.push('\u{a0}');
            }
            ui.text(&text);
        }
    });
}

/// The line about what has happened without the reader, which nothing announces.
pub fn host_message(ui: &mut Ui) {
    let message = ui.view.flow.sharing.message;
    ui.element("div.slot", |ui| {
        if let Some((By::Host, key)) = message {
            ui.key_element("p.said", key);
        }
    });
}

/// A button that dispatches `action`.
pub fn share_button(ui: &mut Ui, action: ShareAction, key: Key) {
    button(ui, ButtonStyle::Plain, Action::Sharing(action), key);
}

/// Dispatches an action with the text of the open field.
pub fn on_typing(ui: &mut Ui, action: fn(String) -> ShareAction) {
    ui.on_value(|| ListenerKind::oninput, Callback::from(move |text| Action::Sharing(action(text))));
}
