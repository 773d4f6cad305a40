//! Charts of the criteria: bars with a tick at the next band, the waterfall of points, a radar. No chart relies on
//! colour alone: values stand next to it in words, and each has a table.

use partner_fit_core::figures::{self, next_edge, radar};
use partner_fit_core::report::Report;
use partner_fit_core::wording::Key;

use super::bars::bars;
use super::table::table;
use crate::view::layout::{on_demand, section};
use crate::view::ui::Ui;

pub fn criteria(ui: &mut Ui, report: &Report) {
    let wording = ui.view.wording();
    section(ui, Key::CriteriaTitle, |ui| {
        ui.element("p", |ui| {
            ui.key_text(Key::CriteriaIntro);
            if let Some(edge) = next_edge(&wording, report) {
                ui.text(" ");
                ui.text(&wording.texts.fill(Key::CriteriaTick, &[("edge", &wording.texts.number(edge, 1))]));
            }
        });
        bars(ui, &figures::bars::criteria(&wording, report));
        on_demand(ui, Key::CriteriaTable, |ui| {
            table(ui, &wording.criteria_table(report));
        });
        on_demand(ui, Key::WaterfallTitle, |ui| {
            ui.key_element("p", Key::WaterfallIntro);
            bars(ui, &figures::bars::waterfall(&wording, report));
        });
        radar(ui, report);
    });
}

/// A radar on demand. Its axes have the numbers of the list below it.
fn radar(ui: &mut Ui, report: &Report) {
    let Some(radar) = radar::radar(&ui.view.wording(), report) else { return };
    on_demand(ui, Key::RadarTitle, |ui| {
        let svg = "svg.radar|part=chart|viewBox=-5 -5 210 210|role=img|aria-labelledby=radar-title radar-desc|focusable=false";
        ui.element(svg, |ui| {
            ui.key_element("title|id=radar-title", Key::RadarTitle);
            ui.text_element("desc|id=radar-desc", &radar.legend.join("; "));
            for (element, points) in
                ["polygon.ring", "polygon.ring.target", "polygon.shape"].into_iter().zip(radar.polygons)
            {
                ui.element(element, |ui| {
                    ui.attr("points", points);
                });
            }
            for (index, axis) in radar.axes.iter().enumerate() {
                ui.element("line.axis|x1=100|y1=100", |ui| {
                    ui.number_attr("x2", axis.end[0]);
                    ui.number_attr("y2", axis.end[1]);
                });
                ui.element("circle.fill|r=2.5", |ui| {
                    ui.number_attr("cx", axis.value[0]);
                    ui.number_attr("cy", axis.value[1]);
                });
                ui.element("text|text-anchor=middle|dominant-baseline=central", |ui| {
                    ui.number_attr("x", axis.number[0]);
                    ui.number_attr("y", axis.number[1]);
                    ui.text(&(index + 1).to_string());
                });
            }
        });
        ui.key_element("p", Key::RadarIntro);
        ui.element("ol.legend", |ui| {
            for words in &radar.legend {
                ui.text_element("li", words);
            }
        });
    });
}
