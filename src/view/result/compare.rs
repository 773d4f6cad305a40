//! Compares an earlier result with the present one: score, band and criteria in a table, then the answers that differ.

use partner_fit_core::report::Report;
use partner_fit_core::wording::Key;

use super::table::table;
use crate::flow::sharing::ShareAction;
use crate::view::sharing::share_button;
use crate::view::ui::Ui;

pub fn compare(ui: &mut Ui, now: &Report) {
    let view = ui.view;
    let (Some(answers), Some(earlier)) = (&view.flow.sharing.earlier, &view.earlier) else { return };
    let differing = view.wording().changed_answers_table(answers);
    ui.element("div.compare", |ui| {
        ui.heading(1, "subheading", |ui| {
            ui.attr("id", "earlier".to_owned());
            ui.attr("tabindex", "-1".to_owned());
            ui.key_text(Key::CompareTitle);
        });
        ui.key_element("p", Key::CompareIntro);
        table(ui, &view.wording().comparison_table(earlier, now));
        ui.element("div.slot", |ui| {
            if differing.rows.is_empty() {
                ui.key_element("p", Key::CompareSame);
            } else {
                ui.key_element("p", Key::CompareAnswers);
                table(ui, &differing);
            }
        });
        ui.element("div.actions", |ui| {
            share_button(ui, ShareAction::UseEarlier, Key::CompareTake);
            share_button(ui, ShareAction::CloseEarlier, Key::CompareClose);
        });
    });
}

/// The company name in the opened link. A stranger may have written it, so it is in an element of its own, apart from our
/// sentence about it.
pub fn company(ui: &mut Ui) {
    let view = ui.view;
    let Some(name) = &view.flow.sharing.company else { return };
    ui.element("p.company", |ui| {
        let sentence = view.text(Key::OpenCompany);
        // The one placeholder of the sentence.
        let (before, rest) = sentence.split_once('{').unwrap_or((&sentence, ""));
        ui.text(before);
        ui.text_element("bdi.name", name);
        ui.text(rest.split_once('}').map_or("", |(_, after)| after));
    });
}
