//! What the start screen and the result share about results that are taken along: the line that says what has happened,
//! buttons and fields.

use partner_fit_core::wording::Key;
use yew::Callback;
use yew::virtual_dom::ListenerKind;

use super::button::{ButtonStyle, button};
use super::ui::Ui;
use crate::flow::sharing::ShareAction;
use crate::flow::{Action, By};

/// What has just happened; announced only when the reader made it happen.
pub fn message(ui: &mut Ui) {
    let message = ui.view.flow.sharing.message;
    ui.element("p.said|role=status", |ui| {
        if let Some((By::Reader, key)) = message {
            ui.key_text(key);
        }
    });
    ui.element("div.slot", |ui| {
        if let Some((By::Host, key)) = message {
            ui.key_element("p.said", key);
        }
    });
}

/// A button that does `action`.
pub fn share_button(ui: &mut Ui, action: ShareAction, key: Key) {
    button(ui, ButtonStyle::Plain, Action::Sharing(action), key);
}

/// Lets the open field tell what is in it.
pub fn on_typing(ui: &mut Ui, action: fn(String) -> ShareAction) {
    ui.on_value(ListenerKind::oninput, Callback::from(move |text| Action::Sharing(action(text))));
}
