//! Opening an earlier result: from a file, from a link, or from this device. The file is read by the element, which
//! listens for its choice.

use super::button::{Look, open_form, submit};
use super::parts::open_on_demand;
use super::share::{press, typed};
use super::ui::Ui;
use crate::flow::Action;
use crate::flow::sharing::{Storage, Take};
use partner_fit_core::wording::Key;

pub fn open(ui: &mut Ui) {
    let taking = &ui.view.state.taking;
    let action = Action::Take(Take::OpenPasted);
    ui.open("div.open|id=open");
    ui.open("div.slot");
    if taking.saved && taking.storage == Storage::Local {
        ui.said("p", Key::OpenSaved);
        ui.open("div.actions");
        press(ui, Take::Recall, Key::OpenSavedButton);
        press(ui, Take::Forget, Key::ShareForget);
        ui.close();
    }
    ui.close();
    open_on_demand(ui, Key::OpenTitle);
    ui.open("label.named");
    ui.said("span", Key::OpenFile);
    ui.open("input.file|type=file|accept=.json,application/json");
    ui.close();
    ui.close();
    open_form(ui, "form.open-link|novalidate=true", &action);
    ui.open("label.named");
    ui.said("span", Key::OpenLink);
    // Not a text field: what is pasted is an address, and keyboards of phones know it.
    ui.open("input.field|type=url|autocomplete=off|maxlength=8192");
    ui.attr("value", taking.pasted.clone());
    typed(ui, Take::Paste);
    ui.close();
    ui.close();
    submit(ui, Look::Plain, action, Key::OpenButton, "");
    ui.close();
    ui.close();
}
