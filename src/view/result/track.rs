//! Draws the track of the bands as SVG, with the names of the bands under it. Screen readers skip it: a sentence beside
//! it says the same.

use partner_fit_core::figures::track::Track;

use crate::view::ui::Ui;

/// Where the middle of the bar lies, from the top of the picture.
const MIDDLE: &str = "2.65em";

/// Draws a track.
pub fn track(ui: &mut Ui, track: &Track) {
    ui.element("div.band-track|aria-hidden=true", |ui| {
        ui.element("svg.picture|focusable=false", |ui| {
            bar(ui, track);
            if let Some(x) = track.earlier {
                circle(ui, "circle.marker.earlier|r=0.5em", x);
            }
            if let Some(x) = track.limit {
                lock(ui, x);
            }
            if let Some(x) = track.marker {
                circle(ui, "circle.marker|r=0.6em", x);
            }
            // The parts are those of the result, of which there is one; a comparison above it has none.
            let number = if track.is_comparison {
                "text.score|y=1em|text-anchor=middle"
            } else {
                "text.score|part=score|y=1em|text-anchor=middle"
            };
            ui.element(number, |ui| {
                percent(ui, "x", track.number_at);
                ui.text(&track.number);
            });
        });
        names(ui, track);
    });
}

/// The bar: the bands, what is out of reach, and the range.
fn bar(ui: &mut Ui, track: &Track) {
    let svg = "svg.bar|part=bar|viewBox=0 0 100 10|preserveAspectRatio=none|y=2.3em|width=100%|height=0.7em";
    ui.element(svg, |ui| {
        for segment in &track.segments {
            let is_marked = segment.is_here && track.names_band;
            let element = if is_marked { "rect.segment.here|height=10" } else { "rect.segment|height=10" };
            part(ui, element, [segment.from, segment.length]);
        }
        stripes(ui, &track.hatch);
        if let Some(range) = track.range {
            part(ui, "rect.fill|height=10", range);
        }
        for segment in track.segments.iter().skip(1) {
            ui.element("line.gap|y2=10", |ui| {
                ui.number_attr("x1", segment.from);
                ui.number_attr("x2", segment.from);
            });
        }
    });
}

/// A table only for its widths, which no style may set under a strict policy.
fn names(ui: &mut Ui, track: &Track) {
    ui.element("table.names|role=presentation", |ui| {
        ui.element("tbody", |ui| {
            ui.element("tr", |ui| {
                for segment in &track.segments {
                    let is_marked = segment.is_here && track.names_band;
                    let is_part = segment.is_here && !track.is_comparison;
                    ui.element(if is_marked { "td.here" } else { "td" }, |ui| {
                        percent(ui, "width", segment.length);
                        ui.text_element(if is_part { "span|part=band" } else { "span" }, &segment.label);
                        ui.text(" ");
                        ui.text_element("span.edges", &segment.edges);
                    });
                }
            });
        });
    });
}

/// A lock at the edge that gates and floors keep the result under.
fn lock(ui: &mut Ui, x: f64) {
    ui.element("svg.lock|y=1.9em|width=1em|height=1.5em|viewBox=0 0 16 24", |ui| {
        percent(ui, "x", x);
        ui.element("path|d=M-7 11h14v10h-14zM-4 11v-3a4 4 0 0 1 8 0v3", |_| {});
    });
}

fn circle(ui: &mut Ui, element: &'static str, x: f64) {
    ui.element(element, |ui| {
        ui.attr("cy", MIDDLE.to_owned());
        percent(ui, "cx", x);
    });
}

/// Draws a part of a bar, from its start and its length.
pub fn part(ui: &mut Ui, element: &'static str, [from, length]: [f64; 2]) {
    ui.element(element, |ui| {
        ui.number_attr("x", from);
        ui.number_attr("width", length.max(0.0));
    });
}

/// Draws the strokes of a hatched part.
pub fn stripes(ui: &mut Ui, path: &str) {
    if !path.is_empty() {
        ui.element("path.hatch", |ui| {
            ui.attr("d", path.to_owned());
        });
    }
}

/// Sets an attribute to a share of the picture.
pub fn percent(ui: &mut Ui, name: &'static str, share: f64) {
    ui.attr(name, format!("{}%", partner_fit_core::input::number::JsNumber(share)));
}
