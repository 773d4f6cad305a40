//! The advice: the verdict, the plan, the way of working together, the partners, and the benefits and drawbacks. Each
//! shows the answers that it rests on. A part for which an assessment has no rules is not shown.

use partner_fit_core::assessment::advice::Entry;
use partner_fit_core::report::Report;
use partner_fit_core::report::advice::{Reason, Weighed};
use partner_fit_core::wording::Key;

use super::reasons::{evidence, reasons};
use crate::view::layout::{on_demand, section};
use crate::view::ui::Ui;

/// Finds an entry by its id.
fn entry<'a>(entries: &'a [Entry], id: &str) -> Option<&'a Entry> {
    entries.iter().find(|entry| entry.id == id)
}

/// The verdict with its reasons, and what would change it.
pub fn verdict(ui: &mut Ui, report: &Report) {
    let view = ui.view;
    let Some(verdict) = &report.verdict else { return };
    let Some(entry) = entry(&view.assessment.advice.verdicts, &verdict.id) else { return };
    section(ui, Key::VerdictTitle, |ui| {
        ui.element("div.verdict", |ui| {
            ui.text_element("p.verdict-label", &verdict.label);
            ui.text_element("p", view.author_text(&entry.about));
            if report.provisional {
                ui.key_element("p", Key::VerdictUnsure);
            }
            reasons(ui, &verdict.reasons);
            if let Some(need) = &report.need {
                ui.element("p", |ui| {
                    ui.text_element("strong", &need.label);
                });
                reasons(ui, &need.reasons);
            }
            ui.text_element("p", &view.texts.fill(Key::VerdictChange, &[("change", view.author_text(&entry.change))]));
        });
    });
}

/// What to do, in order.
pub fn plan(ui: &mut Ui, report: &Report) {
    if report.plan.is_empty() {
        return;
    }
    section(ui, Key::PlanTitle, |ui| {
        ui.element("ol.plan", |ui| {
            for item in &report.plan {
                ui.element("li", |ui| {
                    ui.node_key(&item.id);
                    ui.text_element("p.item-title", &item.title);
                    let effect = ui.view.wording().effect(item);
                    if !effect.is_empty() {
                        ui.text_element("p.effect", &effect);
                    }
                    ui.element("ul.steps", |ui| {
                        for step in &item.steps {
                            ui.text_element("li", step);
                        }
                    });
                    if !item.why.is_empty() {
                        on_demand(ui, Key::PlanWhy, |ui| {
                            evidence(ui, &item.why);
                        });
                    }
                });
            }
        });
    });
}

/// The way of working together that fits, the types of partner that fit, and those that do not.
pub fn model(ui: &mut Ui, report: &Report) {
    let advice = &ui.view.assessment.advice;
    let Some(model) = &report.model else { return };
    let Some(chosen) = entry(&advice.models, &model.chosen) else { return };
    let wording = ui.view.wording();
    let [model_title, types_title] = wording.partner_titles(report);
    section(ui, model_title, |ui| {
        named(ui, chosen);
        reasons(ui, &model.reasons);
        if let Some(second) = wording.second_model(report) {
            ui.text_element("p", &second);
        }
    });
    let types: Vec<_> = report.partner_types.iter().map(|t| (t.id.as_str(), &t.reason, wording.once(t))).collect();
    fits(ui, types_title, &types);
    let ruled_out: Vec<_> = model.ruled_out.iter().map(|out| (out.id.as_str(), &out.reason, None)).collect();
    fits(ui, Key::RuledOutTitle, &ruled_out);
}

/// The description of an entry.
fn named(ui: &mut Ui, entry: &Entry) {
    let view = ui.view;
    ui.element("p", |ui| {
        ui.text_element("strong", view.author_text(&entry.label));
        ui.text(". ");
        ui.text(view.author_text(&entry.about));
    });
}

/// Types and models by id, each with its reason and what has to be settled first.
fn fits(ui: &mut Ui, title: Key, items: &[(&str, &Reason, Option<String>)]) {
    if items.is_empty() {
        return;
    }
    let advice = &ui.view.assessment.advice;
    section(ui, title, |ui| {
        ui.element("ul.list.fits", |ui| {
            for (id, reason, once) in items {
                let Some(entry) = entry(&advice.partner_types, id).or(entry(&advice.models, id)) else {
                    continue;
                };
                ui.element("li", |ui| {
                    named(ui, entry);
                    if let Some(once) = once {
                        ui.text_element("p.once", once);
                    }
                    reasons(ui, [*reason]);
                });
            }
        });
    });
}

/// Benefits and drawbacks side by side, each with the strength that the answers give it.
pub fn ledger(ui: &mut Ui, report: &Report) {
    if report.ledger.benefits.is_empty() && report.ledger.drawbacks.is_empty() {
        return;
    }
    let advice = &ui.view.assessment.advice;
    ui.element("div.columns", |ui| {
        side(ui, Key::LedgerBenefits, &advice.benefits, &report.ledger.benefits);
        side(ui, Key::LedgerDrawbacks, &advice.drawbacks, &report.ledger.drawbacks);
    });
}

fn side(ui: &mut Ui, title: Key, entries: &[Entry], lines: &[Weighed]) {
    let view = ui.view;
    ui.element("div.ranked", |ui| {
        ui.subheading(title);
        ui.element("ul.list", |ui| {
            for line in lines {
                ui.element("li", |ui| {
                    ui.element("p", |ui| {
                        ui.text_element(
                            "strong",
                            entry(entries, &line.id).map(|entry| view.author_text(&entry.label)).unwrap_or_default(),
                        );
                        ui.text(" ");
                        ui.key_element(
                            "span.mark",
                            match line.strength.as_str() {
                                "strong" => Key::LedgerStrong,
                                "some" => Key::LedgerSome,
                                _ => Key::LedgerLittle,
                            },
                        );
                    });
                    reasons(ui, &line.reasons);
                });
            }
        });
    });
}
