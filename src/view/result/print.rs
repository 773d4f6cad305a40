//! The result on paper, a document of its own. Its first page is what the screen shows first: the advice, the plan and
//! the chart. Everything that folds away on the screen follows, and all answers are at its end. It is drawn once and has
//! no controls. Its style sheet is `static/element/styles/print.css`.

use partner_fit_core::figures::points::rows;
use partner_fit_core::figures::track;
use partner_fit_core::figures::weights::lines;
use partner_fit_core::report::Report;
use partner_fit_core::wording::Key;

use super::table::{paragraphs, table};
use super::{firm, plan, points, reasons, together};
use crate::view::ui::Ui;

/// The report on paper. Never a part of its caller: it loads later.
#[inline(never)]
pub fn paper(ui: &mut Ui) {
    let view = ui.view;
    let Some(report) = view.report.as_deref() else { return };
    ui.element("main", |ui| {
        first_page(ui, report);
        ui.element("section.more", |ui| {
            why(ui, report);
            ui.key_element("h2", view.wording().together_title(report));
            together::everything(ui, report);
            how_firm(ui, report);
        });
        answers(ui, report);
        let fingerprint = [("fingerprint", report.assessment.fingerprint.as_str())];
        ui.text_element("p.small", &view.texts.fill(Key::PrintFingerprint, &fingerprint));
    });
}

/// What the screen shows first, with the company's name and the day.
fn first_page(ui: &mut Ui, report: &Report) {
    let view = ui.view;
    let wording = view.wording();
    ui.element("section.first", |ui| {
        ui.element("p.title", |ui| {
            ui.text(view.author_text(&view.assessment.title));
            let name = view.flow.sharing.name.trim();
            if !name.is_empty() {
                ui.text(" · ");
                ui.text_element("bdi", name);
            }
            ui.text(" · ");
            ui.text(&view.texts.today());
        });
        ui.text_element("h1", &wording.advice(report));
        ui.text_element("p.lead", &wording.reason(report));
        ui.text_element("p", &wording.score_sentence(report));
        super::track::track(ui, &track::track(&wording, report));
        paragraphs(ui, &wording.about(report));
        paragraphs(ui, &wording.remarks(report));
        limits(ui, report);
        plan::on_paper(ui, report);
        ui.key_element("h2", Key::CriteriaTitle);
        ui.element("ul.list.chart", |ui| {
            for row in rows(&wording, report) {
                ui.element("li.row", |ui| points::bar(ui, &row));
            }
        });
    });
}

/// Answers that exclude each other, and what stands in the way.
fn limits(ui: &mut Ui, report: &Report) {
    let clashes = report.clashes.iter().map(|clash| clash.text.as_str());
    let limits: Vec<&str> = clashes.chain(ui.view.wording().cap_reasons(report)).collect();
    if limits.is_empty() {
        return;
    }
    ui.key_element("h2", Key::LimitsTitle);
    ui.element("ul", |ui| {
        for reason in limits {
            ui.text_element("li", reason);
        }
    });
}

fn why(ui: &mut Ui, report: &Report) {
    let Some(verdict) = &report.verdict else { return };
    ui.key_element("h2", Key::WhyTitle);
    reasons::reasons(ui, &verdict.reasons);
    if let Some(need) = &report.need {
        ui.text_element("p.item-title", &need.label);
        reasons::reasons(ui, &need.reasons);
    }
    plan::changes(ui, report, |_| true);
}

fn how_firm(ui: &mut Ui, report: &Report) {
    let wording = ui.view.wording();
    ui.key_element("h2", Key::FirmTitle);
    ui.text_element("p", &wording.firmness_sentence(report));
    paragraphs(ui, &wording.notes(report));
    paragraphs(ui, &wording.robustness(report));
    let lines = lines(&wording, report);
    if !lines.is_empty() {
        ui.key_element("p", Key::SureChart);
        ui.element("ul.list.chart", |ui| {
            for line in &lines {
                firm::interval(ui, line);
            }
        });
    }
}

/// Every question with its answer and the points that it brings, topic by topic.
fn answers(ui: &mut Ui, report: &Report) {
    let view = ui.view;
    ui.element("section.appendix", |ui| {
        ui.key_element("h2", Key::PrintAnswers);
        table(ui, &view.wording().criteria_table(report));
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
