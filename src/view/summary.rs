//! The top of the result: the number with its scale, and what both rest on.

use partner_fit_core::figures::bars;
use partner_fit_core::report::Report;
use partner_fit_core::wording::Key;

use super::chart::{bar, edge};
use super::parts::paragraphs;
use super::ui::Ui;

/// The number, the band, and the scale on which both lie.
pub fn hero(ui: &mut Ui, report: &Report) {
    ui.open("div.hero");
    ui.open("p.number-line");
    ui.leaf("span.score|part=score", &ui.view.wording().score_or_range(report));
    ui.text(" ");
    ui.said("span.out-of", Key::ResultOutOf);
    ui.text(" ");
    ui.leaf("span.band-label|part=band", &report.band.label);
    ui.close();
    scale(ui, report);
    ui.close();
}

/// The scale from 0 to 100 with the edges of the bands; says nothing that the words do not.
fn scale(ui: &mut Ui, report: &Report) {
    let scale = bars::scale(&ui.view.wording(), report);
    ui.open("svg.scale|part=bar|viewBox=0 0 100 10|preserveAspectRatio=none|aria-hidden=true|focusable=false");
    bar(ui, "rect.track|height=10", [0.0, 100.0]);
    bar(ui, "rect.maybe|height=10", scale.maybe);
    bar(ui, "rect.fill|height=10", scale.solid);
    ui.open("g");
    for x in scale.edges {
        edge(ui, x);
    }
    ui.close();
    ui.close();
}

/// What the result rests on, as a part of the screen.
pub fn notes(ui: &mut Ui, report: &Report) {
    let notes = ui.view.wording().notes(report);
    if !notes.is_empty() {
        ui.open("div.notes");
        paragraphs(ui, &notes);
        ui.close();
    }
}
