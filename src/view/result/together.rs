//! How the reader and a partner could work together: one model and two types of partner with a reason each, what speaks
//! for it and against it, and on demand everything else.

use partner_fit_core::assessment::advice::Entry;
use partner_fit_core::report::Report;
use partner_fit_core::report::advice::{Reason, Weighed};
use partner_fit_core::wording::Key;

use super::reasons::reasons;
use crate::view::layout::{fold, on_demand};
use crate::view::ui::Ui;

/// How many types of partner are shown at first.
const TYPES: usize = 2;

/// How many benefits and drawbacks are shown at first.
const LINES: usize = 3;

/// Something that fits or does not, its reason, and what has to be settled first.
type Fit<'r> = (&'r str, &'r Reason, Option<String>);

pub fn together(ui: &mut Ui, report: &Report) {
    if report.model.is_none() && report.partner_types.is_empty() && report.ledger.benefits.is_empty() {
        return;
    }
    let wording = ui.view.wording();
    fold(ui, "together", wording.together_title(report), wording.model_label(report), |ui| {
        everything(ui, report);
    });
}

/// All of it, as it stands under its heading.
pub fn everything(ui: &mut Ui, report: &Report) {
    let advice = &ui.view.assessment.advice;
    let wording = ui.view.wording();
    if let Some(model) = &report.model {
        if let Some(chosen) = entry(&advice.models, &model.chosen) {
            named(ui, chosen);
        }
        reasons(ui, &model.reasons);
        if let Some(second) = wording.second_model(report) {
            ui.text_element("p", &second);
        }
    }
    let types: Vec<Fit> = report.partner_types.iter().map(|t| (t.id.as_str(), &t.reason, wording.once(t))).collect();
    if !types.is_empty() {
        ui.heading(2, "title", |ui| ui.key_text(Key::TypesTitle));
        let (first, more) = types.split_at(types.len().min(TYPES));
        fits(ui, first);
        if !more.is_empty() {
            ui.element("details", |ui| {
                more_summary(ui, more.len(), Key::TypesTitle);
                fits(ui, more);
            });
        }
    }
    let ruled_out = report.model.iter().flat_map(|model| &model.ruled_out);
    let ruled_out: Vec<Fit> = ruled_out.map(|out| (out.id.as_str(), &out.reason, None)).collect();
    if !ruled_out.is_empty() {
        on_demand(ui, Key::RuledOutTitle, |ui| fits(ui, &ruled_out));
    }
    ledger(ui, report);
}

/// Finds an entry by its id.
fn entry<'a>(entries: &'a [Entry], id: &str) -> Option<&'a Entry> {
    entries.iter().find(|entry| entry.id == id)
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

/// "3 more", and for those who do not see what is above it, of what.
pub fn more_summary(ui: &mut Ui, count: usize, of: Key) {
    ui.element("summary", |ui| {
        #[allow(clippy::cast_precision_loss)] // a handful
        ui.text(&ui.view.texts.count(Key::PlanMore, count as f64, &[]));
        ui.text(" ");
        ui.key_element("span.unseen", of);
    });
}

fn fits(ui: &mut Ui, items: &[Fit]) {
    let advice = &ui.view.assessment.advice;
    ui.element("ul.list.fits", |ui| {
        for (id, reason, once) in items {
            let Some(entry) = entry(&advice.partner_types, id).or(entry(&advice.models, id)) else { continue };
            ui.element("li", |ui| {
                named(ui, entry);
                if let Some(once) = once {
                    ui.text_element("p.once", once);
                }
                reasons(ui, [*reason]);
            });
        }
    });
}

/// What speaks for it and against it, the strongest first.
fn ledger(ui: &mut Ui, report: &Report) {
    let advice = &ui.view.assessment.advice;
    for (title, entries, lines) in [
        (Key::LedgerBenefits, &advice.benefits, &report.ledger.benefits),
        (Key::LedgerDrawbacks, &advice.drawbacks, &report.ledger.drawbacks),
    ] {
        if lines.is_empty() {
            continue;
        }
        let of = |strength: &'static str| lines.iter().filter(move |line| line.strength == strength);
        let sorted: Vec<&Weighed> = ["strong", "some", "little"].into_iter().flat_map(of).collect();
        let counts = sorted.iter().filter(|line| line.strength != "little").count();
        let (first, more) = sorted.split_at(counts.min(LINES));
        ui.heading(2, "title", |ui| ui.key_text(title));
        side(ui, entries, first);
        if !more.is_empty() {
            ui.element("details", |ui| {
                more_summary(ui, more.len(), title);
                side(ui, entries, more);
            });
        }
    }
}

fn side(ui: &mut Ui, entries: &[Entry], lines: &[&Weighed]) {
    let view = ui.view;
    ui.element("ul.list.fits", |ui| {
        for line in lines {
            ui.element("li", |ui| {
                ui.element("p", |ui| {
                    let label = entry(entries, &line.id).map(|entry| view.author_text(&entry.label));
                    ui.text_element("strong", label.unwrap_or_default());
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
}
