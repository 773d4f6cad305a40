//! Draws bars as SVG.

use partner_fit_core::figures::bars::Bar;

use crate::view::ui::Ui;

/// Draws bars below each other.
pub fn bars(ui: &mut Ui, bars: &[Bar]) {
    ui.element("ul.list.chart|part=chart", |ui| {
        for bar in bars {
            ui.element("li.row", |ui| {
                ui.text_element("span.row-label", &bar.label);
                ui.text_element("span.row-value", &bar.value);
                let svg =
                    "svg.bar|part=bar|viewBox=0 0 100 10|preserveAspectRatio=none|aria-hidden=true|focusable=false";
                ui.element(svg, |ui| {
                    ui.text_element("title", &bar.label);
                    ui.text_element("desc", &bar.value);
                    part(ui, "rect.track|height=10", [0.0, 100.0]);
                    part(ui, "rect.maybe|height=10", bar.maybe);
                    part(ui, "rect.fill|height=10", bar.solid);
                    ui.element("g", |ui| {
                        if let Some(x) = bar.tick {
                            edge(ui, x);
                        }
                    });
                });
            });
        }
    });
}

/// Draws a part of a bar, from its start and its length.
pub fn part(ui: &mut Ui, element: &'static str, [from, length]: [f64; 2]) {
    ui.element(element, |ui| {
        ui.number_attr("x", from);
        ui.number_attr("width", length.max(0.0));
    });
}

/// Draws a mark across a bar.
pub fn edge(ui: &mut Ui, x: f64) {
    ui.element("line.edge|y1=0|y2=10", |ui| {
        ui.number_attr("x1", x);
        ui.number_attr("x2", x);
    });
}
