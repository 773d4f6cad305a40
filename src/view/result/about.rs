//! The end of the result: that nobody has checked the answers, what the bands mean, of which version this is, and the
//! ways back.

use partner_fit_core::report::Report;
use partner_fit_core::wording::Key;

use super::table::paragraphs;
use crate::flow::{Action, By};
use crate::view::button::{ButtonStyle, button};
use crate::view::layout::fold;
use crate::view::ui::Ui;

pub fn about(ui: &mut Ui, report: &Report) {
    let wording = ui.view.wording();
    fold(
        ui,
        "about",
        Key::AboutTitle,
        &wording.text(if report.self_reported { Key::AboutSelf } else { Key::AboutCandidate }),
        |ui| {
            ui.key_element("p", Key::AboutDefaults);
            ui.text_element("p", &wording.about_version());
            bands(ui, report);
        },
    );
    ui.element("div.actions.ways", |ui| {
        button(ui, ButtonStyle::Quiet, Action::Review, Key::ChangeAnswers);
        reset(ui);
    });
}

/// The meaning of every band, highest first.
fn bands(ui: &mut Ui, report: &Report) {
    let view = ui.view;
    let bands = &view.assessment.bands;
    ui.heading(2, "title", |ui| ui.key_text(Key::BandsTitle));
    ui.element("ul.list.bands", |ui| {
        for (index, band) in bands.iter().enumerate().rev() {
            let yours = band.id == report.band.id;
            let by_score = !yours && band.id == report.band_by_score.id;
            ui.element(if yours { "li.band.yours|aria-current=true" } else { "li.band" }, |ui| {
                ui.element("p.band-name", |ui| {
                    ui.text_element("strong", view.author_text(&band.label));
                    ui.text(" ");
                    let range = match bands.get(index + 1) {
                        Some(next) if index == 0 => {
                            view.texts.fill(Key::BandsBelow, &[("to", &view.texts.number(next.from, 1))])
                        }
                        _ => view.texts.fill(Key::BandsFrom, &[("from", &view.texts.number(band.from, 1))]),
                    };
                    ui.text_element("span.amount", &range);
                    ui.text(" ");
                    if yours || by_score {
                        ui.key_element("span.mark", if yours { Key::BandsYours } else { Key::BandsScore });
                    }
                });
                let meaning: Vec<String> =
                    band.meaning.iter().map(|meaning| view.author_text(meaning).to_owned()).collect();
                paragraphs(ui, &meaning);
            });
        }
    });
}

/// The button that starts again, which asks first.
fn reset(ui: &mut Ui) {
    ui.element("div.reset|id=reset", |ui| {
        if ui.view.flow.confirming_reset {
            ui.element("div.confirm|id=confirm|tabindex=-1|role=group|aria-labelledby=confirm-question", |ui| {
                ui.node_key("ask");
                ui.key_element("p|id=confirm-question", Key::ResetQuestion);
                ui.element("div.actions", |ui| {
                    button(ui, ButtonStyle::Plain, Action::Reset(By::Reader), Key::ResetYes);
                    button(ui, ButtonStyle::Plain, Action::KeepAnswers, Key::ResetNo);
                });
            });
        } else {
            ui.element("div", |ui| {
                ui.node_key("reset");
                button(ui, ButtonStyle::Quiet, Action::AskReset, Key::ResetButton);
            });
        }
    });
}
