//! The part that opens an earlier result: from a file, from a link, or from this device. The element reads the file; it
//! listens to the file field.

use partner_fit_core::wording::Key;

use super::button::{ButtonStyle, form};
use super::layout::on_demand;
use super::sharing::{on_typing, share_button};
use super::ui::Ui;
use crate::flow::Action;
use crate::flow::sharing::{ShareAction, Storage};

pub fn open(ui: &mut Ui) {
    let sharing = &ui.view.flow.sharing;
    let action = Action::Sharing(ShareAction::OpenPasted);
    ui.element("div.open|id=open", |ui| {
        ui.element("div.slot", |ui| {
            if sharing.saved && sharing.storage == Storage::Local {
                ui.key_element("p", Key::OpenSaved);
                ui.element("div.actions", |ui| {
                    share_button(ui, ShareAction::OpenSaved, Key::OpenSavedButton);
                    share_button(ui, ShareAction::Forget, Key::ShareForget);
                });
            }
        });
        on_demand(ui, Key::OpenTitle, |ui| {
            ui.element("label.named", |ui| {
                ui.key_element("span", Key::OpenFile);
                ui.element("input.file|type=file|accept=.json,application/json", |_| {});
            });
            let opens = (ButtonStyle::Plain, Key::OpenButton);
            form(ui, "form.open-link|novalidate=true", opens, action, |ui| {
                ui.element("label.named", |ui| {
                    ui.key_element("span", Key::OpenLink);
                    // The field has the type `url`, because readers paste an address, and phones then show a fitting
                    // keyboard.
                    ui.element("input.field|type=url|autocomplete=off|maxlength=8192", |ui| {
                        ui.attr("value", sharing.pasted.clone());
                        on_typing(ui, ShareAction::Paste);
                    });
                });
            });
        });
    });
}
