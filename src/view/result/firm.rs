//! How firm the result is: one sentence, and on demand what it rests on, the shares of weightings, and for which weights
//! of each topic the band holds.

use partner_fit_core::figures::weights::{Line, lines};
use partner_fit_core::report::Report;
use partner_fit_core::wording::Key;

use super::table::{paragraphs, table};
use super::track::percent;
use crate::view::layout::{fold, on_demand};
use crate::view::ui::Ui;

pub fn firm(ui: &mut Ui, report: &Report) {
    let wording = ui.view.wording();
    fold(ui, "firm", Key::FirmTitle, &wording.firmness_sentence(report), |ui| {
        paragraphs(ui, &wording.notes(report));
        paragraphs(ui, &wording.robustness(report));
        let lines = lines(&wording, report);
        if !lines.is_empty() {
            ui.key_element("p", Key::SureChart);
            ui.element("ul.list.chart|part=chart", |ui| {
                for line in &lines {
                    interval(ui, line);
                }
            });
            on_demand(ui, Key::SureWeights, |ui| {
                table(ui, &wording.interval_table(report));
            });
        }
    });
}

/// A line from the lowest to the highest weight, with a dot at the weight now.
pub fn interval(ui: &mut Ui, line: &Line) {
    ui.element("li.row", |ui| {
        ui.text_element("span.row-label", &line.label);
        ui.text_element("span.unseen", ": ");
        ui.text_element("span.row-value", &line.value);
        ui.element("svg.interval|aria-hidden=true|focusable=false", |ui| {
            for (element, from, to) in
                [("line.axis|y1=50%|y2=50%", 0.0, 100.0), ("line.holds|y1=50%|y2=50%", line.from, line.to)]
            {
                ui.element(element, |ui| {
                    percent(ui, "x1", from);
                    percent(ui, "x2", to);
                });
            }
            ui.element("circle.marker|cy=50%|r=0.35em", |ui| {
                percent(ui, "cx", line.now);
            });
        });
    });
}
