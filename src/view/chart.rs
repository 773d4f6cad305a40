//! Pictures of the criteria: bars with a tick at the next band, how the points add up, a radar. A picture says nothing
//! by colour alone: values stand beside it in words, and each has a table.

use partner_fit_core::figures::bars::{self, Bar};
use partner_fit_core::figures::{next_edge, radar};
use partner_fit_core::report::Report;
use partner_fit_core::wording::Key;

use super::parts::{open_on_demand, open_section, table};
use super::ui::Ui;

/// Bars under each other.
pub fn rows(ui: &mut Ui, bars: &[Bar]) {
    ui.open("ul.list.chart|part=chart");
    for row in bars {
        ui.open("li.row");
        ui.leaf("span.row-label", &row.label);
        ui.leaf("span.row-value", &row.value);
        ui.open("svg.bar|part=bar|viewBox=0 0 100 10|preserveAspectRatio=none|aria-hidden=true|focusable=false");
        ui.leaf("title", &row.label);
        ui.leaf("desc", &row.value);
        bar(ui, "rect.track|height=10", [0.0, 100.0]);
        bar(ui, "rect.maybe|height=10", row.maybe);
        bar(ui, "rect.fill|height=10", row.solid);
        ui.open("g");
        if let Some(x) = row.tick {
            edge(ui, x);
        }
        ui.close();
        ui.close();
        ui.close();
    }
    ui.close();
}

/// A part of a bar: where it begins, and how long it is.
pub fn bar(ui: &mut Ui, element: &'static str, [from, length]: [f64; 2]) {
    ui.open(element);
    ui.measure("x", from);
    ui.measure("width", length.max(0.0));
    ui.close();
}

/// A mark across a bar.
pub fn edge(ui: &mut Ui, x: f64) {
    ui.open("line.edge|y1=0|y2=10");
    ui.measure("x1", x);
    ui.measure("x2", x);
    ui.close();
}

pub fn criteria(ui: &mut Ui, report: &Report) {
    let wording = ui.view.wording();
    open_section(ui, Key::CriteriaTitle);
    ui.open("p");
    ui.say(Key::CriteriaIntro);
    if let Some(edge) = next_edge(&wording, report) {
        ui.text(" ");
        ui.text(&wording.texts.fill(Key::CriteriaTick, &[("edge", &wording.texts.number(edge, 1))]));
    }
    ui.close();
    rows(ui, &bars::criteria(&wording, report));
    open_on_demand(ui, Key::CriteriaTable);
    table(ui, &wording.criteria_table(report));
    ui.close();
    open_on_demand(ui, Key::WaterfallTitle);
    ui.said("p", Key::WaterfallIntro);
    rows(ui, &bars::waterfall(&wording, report));
    ui.close();
    radar(ui, report);
    ui.close();
}

/// A radar on demand, its axes numbered as in the list under it.
fn radar(ui: &mut Ui, report: &Report) {
    let Some(radar) = radar::radar(&ui.view.wording(), report) else { return };
    open_on_demand(ui, Key::RadarTitle);
    ui.open(
        "svg.radar|part=chart|viewBox=-5 -5 210 210|role=img|aria-labelledby=radar-title radar-desc|focusable=false",
    );
    ui.said("title|id=radar-title", Key::RadarTitle);
    ui.leaf("desc|id=radar-desc", &radar.legend.join("; "));
    for (element, points) in ["polygon.ring", "polygon.ring.target", "polygon.shape"].into_iter().zip(radar.polygons) {
        ui.open(element);
        ui.attr("points", points);
        ui.close();
    }
    for (place, axis) in radar.axes.iter().enumerate() {
        ui.open("line.axis|x1=100|y1=100");
        ui.measure("x2", axis.end[0]);
        ui.measure("y2", axis.end[1]);
        ui.close();
        ui.open("circle.fill|r=2.5");
        ui.measure("cx", axis.value[0]);
        ui.measure("cy", axis.value[1]);
        ui.close();
        ui.open("text|text-anchor=middle|dominant-baseline=central");
        ui.measure("x", axis.number[0]);
        ui.measure("y", axis.number[1]);
        ui.text(&(place + 1).to_string());
        ui.close();
    }
    ui.close();
    ui.said("p", Key::RadarIntro);
    ui.open("ol.legend");
    for words in &radar.legend {
        ui.leaf("li", words);
    }
    ui.close();
    ui.close();
}
