//! What follows from the result: the verdict, the plan, the way of working together, the partners, and what speaks for
//! and against it. Each says on which answers it rests; what an assessment has no rules for is not shown.

use super::parts::{evidence, open_on_demand, open_section, reasons};
use super::ui::Ui;
use partner_fit_core::assessment::advice::Entry;
use partner_fit_core::report::Report;
use partner_fit_core::report::advice::{Reasoned, Weighed};
use partner_fit_core::wording::Key;

/// An entry by its id.
fn entry<'a>(entries: &'a [Entry], id: &str) -> Option<&'a Entry> {
    entries.iter().find(|entry| entry.id == id)
}

/// The verdict with its reasons, and what would change it.
pub fn verdict(ui: &mut Ui, report: &Report) {
    let view = ui.view;
    let Some(verdict) = &report.verdict else { return };
    let Some(entry) = entry(&view.assessment.advice.verdicts, &verdict.id) else { return };
    open_section(ui, Key::VerdictTitle);
    ui.open("div.verdict");
    ui.leaf("p.verdict-label", &verdict.label);
    ui.leaf("p", view.read(&entry.about));
    if report.provisional {
        ui.said("p", Key::VerdictUnsure);
    }
    reasons(ui, &verdict.reasons);
    ui.leaf("p", &view.texts.fill(Key::VerdictChange, &[("change", view.read(&entry.change))]));
    ui.close();
    ui.close();
}

/// What to do, in order.
pub fn plan(ui: &mut Ui, report: &Report) {
    if report.plan.is_empty() {
        return;
    }
    open_section(ui, Key::PlanTitle);
    ui.open("ol.plan");
    for item in &report.plan {
        ui.open("li");
        ui.key(&item.id);
        ui.leaf("p.item-title", &item.title);
        ui.open("ul.steps");
        for step in &item.steps {
            ui.leaf("li", step);
        }
        ui.close();
        open_on_demand(ui, Key::PlanWhy);
        evidence(ui, &item.why);
        ui.close();
        ui.close();
    }
    ui.close();
    ui.close();
}

/// The way of working together that fits, the types of partner, and what is ruled out.
pub fn model(ui: &mut Ui, report: &Report) {
    let advice = &ui.view.assessment.advice;
    let Some(model) = &report.model else { return };
    let Some(chosen) = entry(&advice.models, &model.chosen) else { return };
    open_section(ui, Key::ModelTitle);
    named(ui, chosen);
    reasons(ui, &model.reasons);
    ui.close();
    fits(ui, Key::TypesTitle, &report.partner_types);
    fits(ui, Key::RuledOutTitle, &model.ruled_out);
}

/// What an entry is.
fn named(ui: &mut Ui, entry: &Entry) {
    let view = ui.view;
    ui.open("p");
    ui.leaf("strong", view.read(&entry.label));
    ui.text(". ");
    ui.text(view.read(&entry.about));
    ui.close();
}

fn fits(ui: &mut Ui, title: Key, items: &[Reasoned]) {
    if items.is_empty() {
        return;
    }
    let advice = &ui.view.assessment.advice;
    open_section(ui, title);
    ui.open("ul.list.fits");
    for item in items {
        let Some(entry) = entry(&advice.partner_types, &item.id).or(entry(&advice.models, &item.id)) else { continue };
        ui.open("li");
        named(ui, entry);
        reasons(ui, [&item.reason]);
        ui.close();
    }
    ui.close();
    ui.close();
}

/// Benefits and drawbacks side by side, each as strong as the answers make it.
pub fn ledger(ui: &mut Ui, report: &Report) {
    if report.ledger.benefits.is_empty() && report.ledger.drawbacks.is_empty() {
        return;
    }
    let advice = &ui.view.assessment.advice;
    ui.open("div.columns");
    side(ui, Key::LedgerBenefits, &advice.benefits, &report.ledger.benefits);
    side(ui, Key::LedgerDrawbacks, &advice.drawbacks, &report.ledger.drawbacks);
    ui.close();
}

fn side(ui: &mut Ui, title: Key, entries: &[Entry], lines: &[Weighed]) {
    let view = ui.view;
    ui.open("div.ranked");
    ui.subheading(title);
    ui.open("ul.list");
    for line in lines {
        ui.open("li");
        ui.open("p");
        ui.leaf("strong", entry(entries, &line.id).map(|entry| view.read(&entry.label)).unwrap_or_default());
        ui.text(" ");
        ui.said(
            "span.mark",
            match line.strength.as_str() {
                "strong" => Key::LedgerStrong,
                "some" => Key::LedgerSome,
                _ => Key::LedgerLittle,
            },
        );
        ui.close();
        reasons(ui, &line.reasons);
        ui.close();
    }
    ui.close();
    ui.close();
}
