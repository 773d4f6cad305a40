//! The result: one sentence and the score first, then the gates that hold it back, where the points come from, what
//! raises and what lowers the score, what the bands mean, and what this result is and is not. The browser loads this
//! module and those inside it while the reader answers the first questions.

mod action;
mod advice;
mod bars;
mod chart;
mod compare;
mod lift;
pub mod print;
mod reasons;
mod robustness;
mod share;
mod summary;
mod table;

use partner_fit_core::report::Report;
use partner_fit_core::wording::Key;
use partner_fit_core::wording::result::Ranked;

use super::button::{ButtonStyle, button, button_about};
use super::layout::{host_slot, screen_title};
use super::open;
use super::ui::Ui;
use crate::flow::{Action, By};

pub fn result(ui: &mut Ui) {
    let view = ui.view;
    let Some(report) = view.report.as_deref() else { return };
    screen_title(ui, &view.wording().headline(report));
    ui.text_element("p.intro", &view.wording().meaning(report));
    summary::score_block(ui, report);
    host_slot(ui, "slot|name=cta");
    for part in
        [summary::notes, gates, advice::verdict, advice::plan, lift::lift, robustness::robustness, chart::criteria]
    {
        // Each part has a wrapper, so that a part that appears or disappears does not move the others.
        ui.element("div.slot", |ui| {
            part(ui, report);
        });
    }
    ui.element("div.columns", |ui| {
        ranked(ui, Key::StrengthsTitle, &view.wording().strongest(report), Key::StrengthsNone);
        ranked(ui, Key::GapsTitle, &view.wording().costliest(report), Key::GapsNone);
    });
    for part in [next, advice::model, advice::ledger, bands, about] {
        ui.element("div.slot", |ui| {
            part(ui, report);
        });
    }
    share::share(ui);
    ui.element("div.slot", |ui| {
        compare::company(ui);
    });
    ui.element("div.slot", |ui| {
        compare::compare(ui, report);
    });
    open::open(ui);
    ui.element("div.actions", |ui| {
        action::primary(ui, report);
        reset(ui);
    });
    ui.element("div.slot", |ui| {
        if view.assessment.actions.of(&report.band.id).is_some() {
            ui.element("div", |ui| button(ui, ButtonStyle::Plain, Action::Review, Key::ChangeAnswers));
        }
    });
}

/// Answers that exclude each other; then the gates that limit the band, and how to clear each.
fn gates(ui: &mut Ui, report: &Report) {
    if !report.clashes.is_empty() {
        ui.element("div.gates.clashes", |ui| {
            ui.subheading(Key::ClashesTitle);
            ui.element("ul", |ui| {
                for clash in &report.clashes {
                    ui.text_element("li", &clash.text);
                }
            });
        });
    }
    if report.gates.is_empty() {
        return;
    }
    ui.element("div.gates", |ui| {
        ui.subheading(Key::GatesTitle);
        ui.key_element("p", Key::GatesIntro);
        ui.element("ul", |ui| {
            for reason in ui.view.wording().cap_reasons(report) {
                ui.text_element("li", reason);
            }
        });
    });
}

/// A list of criteria by their points; shows `none` if it is empty.
fn ranked(ui: &mut Ui, title: Key, criteria: &[Ranked], none: Key) {
    ui.element("div.ranked", |ui| {
        ui.subheading(title);
        ui.element("ol.list", |ui| {
            for criterion in criteria {
                ui.element("li", |ui| {
                    ui.text_element("strong", criterion.label);
                    ui.text(" ");
                    ui.element("span.amount", |ui| {
                        if let Some(points) = &criterion.points {
                            ui.text(points);
                        }
                    });
                });
            }
        });
        ui.element("div.slot", |ui| {
            if criteria.is_empty() {
                ui.key_element("p", none);
            }
        });
    });
}

/// The unknown answer that could change the result most.
fn next(ui: &mut Ui, report: &Report) {
    let view = ui.view;
    let Some(id) = &report.next else { return };
    let Some(question) = view.assessment.question(id) else { return };
    let text = view.author_text(&question.text);
    ui.element("div.next", |ui| {
        ui.subheading(Key::NextTitle);
        ui.text_element("p", &view.texts.fill(Key::NextText, &[("question", text)]));
        button_about(ui, ButtonStyle::Plain, Action::Change(id.clone()), Key::Change, text);
    });
}

/// The meaning of every band, highest first.
fn bands(ui: &mut Ui, report: &Report) {
    let view = ui.view;
    let bands = &view.assessment.bands;
    ui.element("div.bands", |ui| {
        ui.subheading(Key::BandsTitle);
        ui.element("ul.list", |ui| {
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
                    ui.text_element(
                        "p",
                        band.meaning.as_ref().map(|meaning| view.author_text(meaning)).unwrap_or_default(),
                    );
                });
            }
        });
    });
}

/// The text about what this result is, and is not.
fn about(ui: &mut Ui, _: &Report) {
    ui.element("div.about", |ui| {
        ui.subheading(Key::AboutTitle);
        ui.element("p", |ui| {
            ui.key_text(Key::AboutSelf);
            ui.text(" ");
            ui.key_text(Key::AboutDefaults);
        });
        ui.text_element("p", &ui.view.wording().about_version());
    });
}

/// The button that starts again, which asks first.
fn reset(ui: &mut Ui) {
    ui.element("div.reset|id=reset", |ui| {
        if ui.view.flow.confirming_reset {
            ui.element("div.confirm", |ui| {
                ui.node_key("ask");
                ui.key_element("p|id=confirm|tabindex=-1", Key::ResetQuestion);
                ui.element("div.actions", |ui| {
                    button(ui, ButtonStyle::Plain, Action::Reset(By::Reader), Key::ResetYes);
                    button(ui, ButtonStyle::Plain, Action::KeepAnswers, Key::ResetNo);
                });
            });
        } else {
            ui.element("div", |ui| {
                ui.node_key("reset");
                button(ui, ButtonStyle::Plain, Action::AskReset, Key::ResetButton);
            });
        }
    });
}
