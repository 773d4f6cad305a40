//! A step: the questions of one criterion, with where the reader is and why the criterion counts.

use super::button::{Look, button, open_form, submit};
use super::parts::open_on_demand;
use super::ui::Ui;
use super::{errors, question};
use crate::state::{Action, By};
use crate::text::Key;

pub fn step(ui: &mut Ui, index: usize) {
    let view = ui.view;
    let Some(criterion) = view.assessment.criteria.get(index) else { return };
    let total = view.assessment.criteria.len();
    let missing = errors::of_step(view, index);
    let go_on = Action::Continue(By::Reader);
    ui.open("div.top");
    button(ui, Look::Quiet, Action::Back(By::Reader), Key::Back);
    ui.close();
    progress(ui, index + 1, total);
    super::open_heading(ui);
    let number = (index + 1).to_string();
    let place = view.texts.fill(Key::StepOf, &[("step", &number), ("total", &total.to_string())]);
    ui.leaf("span.place", &place);
    ui.text(" ");
    ui.leaf("span", view.read(&criterion.title));
    ui.close();
    ui.leaf("p.why", criterion.why.as_ref().map(|why| view.read(why)).unwrap_or_default());
    ui.open("div.slot");
    errors::summary(ui, &missing);
    ui.close();
    open_form(ui, "form.questions|novalidate=true", &go_on);
    for question in &criterion.questions {
        ui.open("div.slot");
        ui.key(&question.id);
        question::question(ui, question, missing.iter().find(|error| error.question == question.id));
        ui.close();
    }
    submit(ui, Look::Primary, go_on, Key::Continue, "");
    ui.open("div.slot");
    glossary(ui);
    ui.close();
}

/// Words explained, for whoever needs one.
fn glossary(ui: &mut Ui) {
    let view = ui.view;
    if view.assessment.glossary.is_empty() {
        return;
    }
    open_on_demand(ui, Key::GlossaryTitle);
    ui.open("dl.glossary");
    for term in &view.assessment.glossary {
        ui.open("div");
        ui.leaf("dt", view.read(&term.term));
        ui.leaf("dd", view.read(&term.meaning));
        ui.close();
    }
    ui.close();
    ui.close();
}

/// A thin bar that shows what "Step 3 of 7" says; decoration only.
fn progress(ui: &mut Ui, step: usize, total: usize) {
    ui.open("svg.progress|preserveAspectRatio=none|aria-hidden=true|focusable=false");
    ui.attr("viewBox", format!("0 0 {total} 1"));
    for (element, length) in [("rect.track|height=1", total), ("rect.fill|height=1", step)] {
        ui.open(element);
        ui.attr("width", length.to_string());
        ui.close();
    }
    ui.close();
}
