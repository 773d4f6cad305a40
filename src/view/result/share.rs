//! The part that saves, shares and compares: links, files, paper and this device, with one line about what has happened;
//! and an earlier result to open beside this one.

use partner_fit_core::report::Report;
use partner_fit_core::sharing::link::MAX_NAME;
use partner_fit_core::wording::Key;

use crate::flow::sharing::{ShareAction, ShareForm, Storage};
use crate::view::layout::fold;
use crate::view::open;
use crate::view::sharing::{message, on_typing, share_button};
use crate::view::ui::Ui;

pub fn share(ui: &mut Ui, _: &Report) {
    let about = ui.view.text(Key::SaveAbout);
    fold(ui, "save", Key::SaveTitle, &about, |ui| {
        ui.element("div.share", |ui| {
            forms(ui);
        });
        open::open(ui);
    });
}

fn forms(ui: &mut Ui) {
    let sharing = &ui.view.flow.sharing;
    ui.key_element("p", Key::ShareIntro);
    ui.element("div.slot", |ui| {
        if !sharing.without_links {
            ui.element("label.named", |ui| {
                ui.key_element("span", Key::ShareName);
                ui.element("input.field|type=text|autocomplete=organization|aria-describedby=link-note", |ui| {
                    ui.attr("maxlength", MAX_NAME.to_string());
                    ui.attr("value", sharing.name.clone());
                    on_typing(ui, ShareAction::Name);
                });
            });
            ui.key_element("p.hint|id=link-note", Key::ShareNote);
        }
    });
    ui.element("div.actions", |ui| {
        for (form, key) in [
            (ShareForm::Link, Key::ShareLink),
            (ShareForm::Text, Key::ShareText),
            (ShareForm::Print, Key::SharePrint),
            (ShareForm::Json, Key::ShareJson),
            (ShareForm::Csv, Key::ShareCsv),
        ] {
            if form != ShareForm::Link || !sharing.without_links {
                share_button(ui, ShareAction::Share(form), key);
            }
        }
    });
    ui.element("div.slot", |ui| {
        if sharing.storage == Storage::Local {
            ui.element("div.actions.kept", |ui| {
                share_button(ui, ShareAction::Share(ShareForm::Save), Key::ShareSave);
                ui.element("div.slot", |ui| {
                    if sharing.saved {
                        share_button(ui, ShareAction::Forget, Key::ShareForget);
                    }
                });
            });
            ui.key_element("p.hint", Key::ShareSaveNote);
        }
    });
    message(ui);
    ui.element("div.slot", |ui| {
        // The text that the browser refused to copy, for copying by hand.
        if let Some(text) = &sharing.uncopied {
            ui.element("textarea.field|id=uncopied|readonly=true|rows=4", |ui| {
                ui.attr("aria-label", ui.view.text(Key::ShareUncopied));
                ui.attr("value", text.clone());
            });
        }
    });
}
