//! The top of the result: the score on its scale, and notes on what the result rests on.

use partner_fit_core::figures::bars;
use partner_fit_core::report::Report;
use partner_fit_core::wording::Key;

use super::bars::{edge, part};
use super::table::paragraphs;
use crate::view::ui::Ui;

/// The score, the band, and the scale on which both lie.
pub fn score_block(ui: &mut Ui, report: &Report) {
    ui.element("div.hero", |ui| {
        ui.element("p.number-line", |ui| {
            ui.text_element("span.score|part=score", &ui.view.wording().score_or_range(report));
            ui.text(" ");
            ui.key_element("span.out-of", Key::ResultOutOf);
            ui.text(" ");
            ui.text_element("span.band-label|part=band", &report.band.label);
        });
        scale(ui, report);
    });
}

/// The scale from 0 to 100 with the edges of the bands. It is hidden from screen readers, because the words next to it
/// say the same.
fn scale(ui: &mut Ui, report: &Report) {
    let scale = bars::scale(&ui.view.wording(), report);
    ui.element(
        "svg.scale|part=bar|viewBox=0 0 100 10|preserveAspectRatio=none|aria-hidden=true|focusable=false",
        |ui| {
            part(ui, "rect.track|height=10", [0.0, 100.0]);
            part(ui, "rect.maybe|height=10", scale.maybe);
            part(ui, "rect.fill|height=10", scale.solid);
            ui.element("g", |ui| {
                for x in scale.edges {
                    edge(ui, x);
                }
            });
        },
    );
}

/// What the result rests on, as a section.
pub fn notes(ui: &mut Ui, report: &Report) {
    let notes = ui.view.wording().notes(report);
    if !notes.is_empty() {
        ui.element("div.notes", |ui| {
            paragraphs(ui, &notes);
        });
    }
}
