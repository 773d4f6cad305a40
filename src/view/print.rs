//! The result as a report on paper, a document of its own: everything that the screen folds away is laid out, and all
//! answers are at its end. Drawn once, with nothing to press. Its style sheet is `static/element/styles/print.css`; the element opens
//! what is folded away.

use partner_fit_core::figures::bars;
use partner_fit_core::report::Report;
use partner_fit_core::wording::Key;

use super::parts::{paragraphs, table};
use super::ui::Ui;
use super::{advice, chart, lift, result};

/// The report on paper.
pub fn paper(ui: &mut Ui) {
    let view = ui.view;
    let Some(report) = view.report.as_deref() else { return };
    let wording = view.wording();
    ui.open("main");
    ui.leaf("p.title", view.read(&view.assessment.title));
    ui.leaf("h1", &wording.headline(report));
    ui.leaf("p.lead", &wording.meaning(report));
    paragraphs(ui, &wording.about(report));
    let fingerprint = [("fingerprint", report.assessment.fingerprint.as_str())];
    ui.leaf("p.small", &view.texts.fill(Key::PrintFingerprint, &fingerprint));
    result::gates(ui, report);
    advice::verdict(ui, report);
    advice::plan(ui, report);
    ui.said("h2", Key::LiftTitle);
    lift::changes(ui, report);
    ui.said("h2", Key::SureTitle);
    paragraphs(ui, &wording.notes(report));
    paragraphs(ui, &wording.robustness(report));
    table(ui, &wording.interval_table(report));
    ui.said("h2", Key::CriteriaTitle);
    chart::rows(ui, &bars::criteria(&wording, report));
    table(ui, &wording.criteria_table(report));
    advice::model(ui, report);
    advice::ledger(ui, report);
    answers(ui, report);
    ui.close();
}

/// Every question with its answer and what it brings.
fn answers(ui: &mut Ui, report: &Report) {
    let view = ui.view;
    ui.open("section.appendix");
    ui.said("h2", Key::PrintAnswers);
    ui.open("table");
    ui.open("thead");
    ui.open("tr");
    for key in [Key::PointsQuestion, Key::PointsAnswer, Key::CriteriaPoints, Key::CriteriaLost] {
        ui.said("th|scope=col", key);
    }
    ui.close();
    ui.close();
    for (criterion, scored) in view.assessment.criteria.iter().zip(&report.criteria) {
        ui.open("tbody");
        ui.open("tr");
        ui.leaf("th.group|colspan=4|scope=rowgroup", &scored.label);
        ui.close();
        for (question, scored) in criterion.questions.iter().zip(&scored.questions) {
            ui.open("tr");
            ui.leaf("th|scope=row", view.read(&question.text));
            ui.leaf("td.words", &view.texts.spoken(question, scored.answer.as_ref()));
            ui.leaf("td", &view.texts.number(scored.points, 1));
            ui.leaf("td", &view.texts.number(scored.lost, 1));
            ui.close();
        }
        ui.close();
    }
    ui.close();
    ui.close();
}
