//! The result. First what a reader with two minutes needs: the advice, the reason, where the score stands, one button,
//! one plan and one chart. Everything else is one press deeper. The browser loads this module and those inside it while
//! the reader answers the first questions.

mod about;
mod action;
mod compare;
mod firm;
mod plan;
mod points;
pub mod print;
mod reasons;
mod share;
mod summary;
mod table;
mod together;
mod track;
mod trial;
mod weights;

use super::ui::Ui;
use partner_fit_core::wording::Key;

/// The result. Never a part of its caller: it loads later.
#[inline(never)]
pub fn result(ui: &mut Ui) {
    let view = ui.view;
    let Some(report) = view.report.as_deref() else { return };
    // Each part has a wrapper, so that a part that appears or disappears does not move the others. The first stands before
    // the score, so that nobody reads one of a changed check without it.
    ui.element("div.slot", |ui| {
        if report.adapted {
            ui.key_element("p.adapted", Key::AboutAdapted);
        }
    });
    ui.element("div.slot", |ui| {
        compare::company(ui);
    });
    ui.element("div.slot", |ui| {
        compare::compare(ui, report);
    });
    ui.element("div.result", |ui| {
        ui.element("div.summary", |ui| {
            summary::summary(ui, report);
        });
        ui.element("div.sections", |ui| {
            for part in
                [plan::plan, points::chart, summary::why, together::together, firm::firm, share::share, about::about]
            {
                ui.element("div.slot", |ui| {
                    part(ui, report);
                });
            }
        });
    });
}
