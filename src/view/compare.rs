//! An earlier result beside the present one: score, band and criteria in a table, then the answers that differ.

use partner_fit_core::report::Report;
use partner_fit_core::wording::Key;

use super::parts::table;
use super::share::press;
use super::ui::Ui;
use crate::flow::sharing::Take;

pub fn compare(ui: &mut Ui, now: &Report) {
    let view = ui.view;
    let (Some(answers), Some(earlier)) = (&view.state.taking.earlier, &view.earlier) else { return };
    let differing = view.wording().changed_answers_table(answers);
    ui.open("div.compare");
    ui.open_heading(1, "subheading");
    ui.attr("id", "earlier".to_owned());
    ui.attr("tabindex", "-1".to_owned());
    ui.say(Key::CompareTitle);
    ui.close();
    ui.said("p", Key::CompareIntro);
    table(ui, &view.wording().comparison_table(earlier, now));
    ui.open("div.slot");
    if differing.rows.is_empty() {
        ui.said("p", Key::CompareSame);
    } else {
        ui.said("p", Key::CompareAnswers);
        table(ui, &differing);
    }
    ui.close();
    ui.open("div.actions");
    press(ui, Take::TakeOver, Key::CompareTake);
    press(ui, Take::PutAside, Key::CompareClose);
    ui.close();
    ui.close();
}

/// Whose result a link says it is; plain text of a stranger's, so it is set apart.
pub fn company(ui: &mut Ui) {
    let view = ui.view;
    let Some(name) = &view.state.taking.company else { return };
    ui.open("p.company");
    ui.leaf("bdi", &view.texts.fill(Key::OpenCompany, &[("company", name)]));
    ui.close();
}
