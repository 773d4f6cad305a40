//! The result as a report on paper, a document of its own. Everything that folds away on the screen is laid out, and
//! all answers are at its end. It is drawn once and has no controls. Its style sheet is
//! `static/element/styles/print.css`; the element unfolds the details.

use partner_fit_core::figures;
use partner_fit_core::report::Report;
use partner_fit_core::wording::Key;

use super::bars::bars;
use super::table::{paragraphs, table};
use super::{advice, lift};
use crate::view::ui::Ui;

/// The report on paper.
pub fn paper(ui: &mut Ui) {
    let view = ui.view;
    let Some(report) = view.report.as_deref() else { return };
    let wording = view.wording();
    ui.element("main", |ui| {
        ui.text_element("p.title", view.author_text(&view.assessment.title));
        ui.text_element("h1", &wording.headline(report));
        ui.text_element("p.lead", &wording.meaning(report));
        paragraphs(ui, &wording.about(report));
        let fingerprint = [("fingerprint", report.assessment.fingerprint.as_str())];
        ui.text_element("p.small", &view.texts.fill(Key::PrintFingerprint, &fingerprint));
        super::gates(ui, report);
        advice::verdict(ui, report);
        advice::plan(ui, report);
        ui.key_element("h2", Key::LiftTitle);
        lift::changes(ui, report);
        ui.key_element("h2", Key::SureTitle);
        paragraphs(ui, &wording.notes(report));
        paragraphs(ui, &wording.robustness(report));
        table(ui, &wording.interval_table(report));
        ui.key_element("h2", Key::CriteriaTitle);
        bars(ui, &figures::bars::criteria(&wording, report));
        table(ui, &wording.criteria_table(report));
        advice::model(ui, report);
        advice::ledger(ui, report);
        answers(ui, report);
    });
}

/// Every question with its answer and the points that it brings.
fn answers(ui: &mut Ui, report: &Report) {
    let view = ui.view;
    ui.element("section.appendix", |ui| {
        ui.key_element("h2", Key::PrintAnswers);
        ui.element("table", |ui| {
            ui.element("thead", |ui| {
                ui.element("tr", |ui| {
                    for key in [Key::PointsQuestion, Key::PointsAnswer, Key::CriteriaPoints, Key::CriteriaLost] {
                        ui.key_element("th|scope=col", key);
                    }
                });
            });
            for (criterion, scored) in view.assessment.criteria.iter().zip(&report.criteria) {
                ui.element("tbody", |ui| {
                    ui.element("tr", |ui| {
                        ui.text_element("th.group|colspan=4|scope=rowgroup", &scored.label);
                    });
                    for (question, scored) in criterion.questions.iter().zip(&scored.questions) {
                        ui.element("tr", |ui| {
                            ui.text_element("th|scope=row", view.author_text(&question.text));
                            ui.text_element("td.words", &view.texts.answer_text(question, scored.answer.as_ref()));
                            ui.text_element("td", &view.texts.number(scored.points, 1));
                            ui.text_element("td", &view.texts.number(scored.lost, 1));
                        });
                    }
                });
            }
        });
    });
}
