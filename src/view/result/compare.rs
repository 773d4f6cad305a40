//! Two results beside each other, above the present one: both scores on one track, each topic from its earlier value to
//! the present one with the difference, and the answers that differ.

use partner_fit_core::figures::comparison::{self, Row};
use partner_fit_core::report::Report;
use partner_fit_core::wording::Key;

use super::table::table;
use super::track::{percent, track};
use crate::flow::sharing::ShareAction;
use crate::view::layout::on_demand;
use crate::view::sharing::share_button;
use crate::view::ui::Ui;

pub fn compare(ui: &mut Ui, now: &Report) {
    let view = ui.view;
    let (Some(answers), Some(earlier)) = (&view.flow.sharing.earlier, &view.earlier) else { return };
    let wording = view.wording();
    let differing = wording.changed_answers(answers);
    ui.element("div.compare", |ui| {
        ui.heading(1, "subheading", |ui| {
            ui.attr("id", "earlier".to_owned());
            ui.attr("tabindex", "-1".to_owned());
            ui.key_text(Key::CompareTitle);
        });
        ui.text_element("p", &wording.both(earlier, now));
        track(ui, &comparison::both(&wording, earlier, now));
        ui.element("ul.list.chart|part=chart", |ui| {
            for row in comparison::rows(&wording, earlier, now) {
                topic(ui, &row);
            }
        });
        ui.key_element("p.item-title", if differing.is_empty() { Key::CompareSame } else { Key::CompareAnswers });
        ui.element("ul.list.differing", |ui| {
            for (question, change) in &differing {
                ui.element("li", |ui| {
                    ui.text_element("p", question);
                    ui.text_element("strong", change);
                });
            }
        });
        on_demand(ui, Key::CriteriaTable, |ui| {
            ui.key_element("p", Key::CompareIntro);
            table(ui, &wording.comparison_table(earlier, now));
        });
        ui.element("div.actions", |ui| {
            share_button(ui, ShareAction::UseEarlier, Key::CompareTake);
            share_button(ui, ShareAction::CloseEarlier, Key::CompareClose);
        });
    });
}

/// A topic: a line from a ring at its earlier value to a dot at the present one.
fn topic(ui: &mut Ui, row: &Row) {
    ui.element("li.row", |ui| {
        ui.text_element("span.row-label", &row.label);
        ui.text_element("span.unseen", ": ");
        ui.text_element("span.row-value", &row.words);
        ui.element("svg.interval|aria-hidden=true|focusable=false", |ui| {
            let mut line = |element, from, to| {
                ui.element(element, |ui| {
                    percent(ui, "x1", from);
                    percent(ui, "x2", to);
                });
            };
            line("line.axis|y1=50%|y2=50%", 0.0, 100.0);
            if let (Some(earlier), Some(now)) = (row.earlier, row.now) {
                line("line.holds|y1=50%|y2=50%", earlier, now);
            }
            for (element, at) in
                [("circle.marker.earlier|cy=50%|r=0.3em", row.earlier), ("circle.marker|cy=50%|r=0.35em", row.now)]
            {
                if let Some(at) = at {
                    ui.element(element, |ui| {
                        percent(ui, "cx", at);
                    });
                }
            }
        });
    });
}

/// The company name in the opened link. A stranger may have written it, so it is in an element of its own, apart from our
/// sentence about it.
pub fn company(ui: &mut Ui) {
    let view = ui.view;
    let Some(name) = &view.flow.sharing.company else { return };
    ui.element("p.company", |ui| {
        let sentence = view.text(Key::OpenCompany);
        // The one placeholder of the sentence.
        let (before, rest) = sentence.split_once('{').unwrap_or((&sentence, ""));
        ui.text(before);
        ui.text_element("bdi.name", name);
        ui.text(rest.split_once('}').map_or("", |(_, after)| after));
    });
}
