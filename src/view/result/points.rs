//! The chart of points: a row for each topic, as long as what it can bring, most to gain first. A row opens to its
//! questions with their answers, where another answer can be tried.

use partner_fit_core::figures::points::{Row, rows};
use partner_fit_core::report::Report;
use partner_fit_core::wording::Key;

use super::table::table;
use super::track::{part, stripes};
use super::trial;
use crate::view::layout::{on_demand, section};
use crate::view::ui::Ui;

pub fn chart(ui: &mut Ui, report: &Report) {
    let view = ui.view;
    section(ui, Key::CriteriaTitle, |ui| {
        ui.element("p.sub", |ui| {
            ui.key_text(Key::CriteriaIntro);
            if report.is_uncertain() {
                ui.text(" ");
                ui.key_text(Key::CriteriaHatched);
            }
        });
        ui.element("ul.list.chart|part=chart", |ui| {
            for row in rows(&view.wording(), report) {
                ui.element("li", |ui| {
                    ui.node_key(&row.criterion.id);
                    ui.element("details.topic", |ui| {
                        ui.element("summary.row", |ui| {
                            bar(ui, &row);
                        });
                        questions(ui, report, &row);
                    });
                });
            }
        });
        on_demand(ui, Key::CriteriaTable, |ui| {
            table(ui, &view.wording().criteria_table(report));
            table(ui, &view.wording().points_table(report));
        });
    });
}

/// A topic with its points and its bar.
pub fn bar(ui: &mut Ui, row: &Row) {
    ui.text_element("span.row-label", &row.criterion.label);
    ui.text_element("span.unseen", ": ");
    ui.text_element("span.row-value", &row.value);
    let svg = "svg.bar|part=bar|viewBox=0 0 100 10|preserveAspectRatio=none|aria-hidden=true|focusable=false";
    ui.element(svg, |ui| {
        part(ui, "rect.fill|height=10", [0.0, row.gained]);
        part(ui, "rect.maybe|height=10", [row.gained, row.unknown]);
        part(ui, "rect.left|height=10", [row.gained + row.unknown, row.left]);
        stripes(ui, &row.hatch);
    });
}

/// The questions of a topic: each with its answer and what it brings.
fn questions(ui: &mut Ui, report: &Report, row: &Row) {
    let view = ui.view;
    let Some(criterion) = view.assessment.criteria.iter().find(|criterion| criterion.id == row.criterion.id) else {
        return;
    };
    ui.element("ul.list.answers", |ui| {
        for (question, scored) in criterion.questions.iter().zip(&row.criterion.questions) {
            ui.element("li", |ui| {
                ui.node_key(&question.id);
                ui.text_element("p", view.author_text(&question.text));
                ui.element("p", |ui| {
                    ui.text_element("strong", &view.texts.answer_text(question, scored.answer.as_ref()));
                    if let Some(points) = view.wording().points_of_answer(scored) {
                        ui.text(" ");
                        ui.text_element("span.amount", &points);
                    }
                });
                trial::trial(ui, report, question);
            });
        }
    });
}
