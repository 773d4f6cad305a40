//! A step: the questions of one criterion, one of them or all, with where the reader is and why the criterion counts.

use super::button::{Look, button, open_form, submit};
use super::parts::open_on_demand;
use super::ui::Ui;
use super::{View, errors, question};
use crate::flow::{Action, By, Layout};
use partner_fit_core::assessment::Criterion;
use partner_fit_core::wording::Key;

pub fn step(ui: &mut Ui, index: usize) {
    let view = ui.view;
    let course = view.state.course;
    let steps = course.steps(&view.assessment);
    let Some(parts) = steps.get(index) else { return };
    let missing = errors::of_step(view, index);
    let go_on = Action::Continue(By::Reader);
    ui.open("div.top");
    button(ui, Look::Quiet, Action::Back(By::Reader), Key::Back);
    ui.close();
    // Where everything is asked at once each criterion has a heading of its own, further down.
    let alone = parts.first().filter(|_| course.layout != Layout::All);
    if alone.is_some() {
        progress(ui, index + 1, steps.len());
    }
    super::open_heading(ui);
    ui.leaf("span.place", &place(view, index, steps.len()));
    ui.text(" ");
    ui.leaf("span", view.read(alone.map_or(&view.assessment.title, |part| &part.criterion.title)));
    ui.close();
    if let Some(part) = alone {
        why(ui, part.criterion);
    }
    ui.open("div.slot");
    errors::summary(ui, &missing);
    ui.close();
    open_form(ui, "form.questions|novalidate=true", &go_on);
    for part in parts {
        if alone.is_none() {
            ui.open("div.about-criterion");
            ui.key(&format!("about-{}", part.criterion.id));
            ui.open_heading(1, "subheading");
            ui.text(view.read(&part.criterion.title));
            ui.close();
            why(ui, part.criterion);
            ui.close();
        }
        for question in part.questions {
            ui.open("div.slot");
            ui.key(&question.id);
            question::question(ui, question, missing.iter().find(|error| error.question == question.id));
            ui.close();
        }
    }
    submit(ui, Look::Primary, go_on, Key::Continue, "");
    ui.open("div.slot");
    glossary(ui);
    ui.close();
}

/// Where the reader is.
fn place(view: &View, index: usize, total: usize) -> String {
    let (key, asked) = match view.state.course.layout {
        Layout::All => return super::start::questions(view),
        Layout::Question => (Key::QuestionOf, index + 1),
        Layout::Criterion => (Key::StepOf, index + 1),
    };
    view.texts.fill(key, &[("step", &asked.to_string()), ("total", &total.to_string())])
}

/// Why a criterion counts.
fn why(ui: &mut Ui, criterion: &Criterion) {
    let view = ui.view;
    ui.leaf("p.why", criterion.why.as_ref().map(|why| view.read(why)).unwrap_or_default());
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
