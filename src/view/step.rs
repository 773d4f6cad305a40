//! A step: its questions, how far the reader is, and why each criterion counts.

use partner_fit_core::assessment::Criterion;
use partner_fit_core::wording::Key;

use super::button::{ButtonStyle, button, form};
use super::layout::{on_demand, screen_heading};
use super::ui::Ui;
use super::{View, errors, question};
use crate::flow::{Action, By, Layout};

pub fn step(ui: &mut Ui, index: usize) {
    let view = ui.view;
    let plan = view.flow.plan;
    let steps = plan.steps(&view.assessment);
    let Some(parts) = steps.get(index) else { return };
    let missing = errors::missing_answers(view, index);
    ui.element("div.top", |ui| {
        button(ui, ButtonStyle::Quiet, Action::Back(By::Reader), Key::Back);
    });
    // A step that asks everything shows a heading for each criterion, further down.
    let alone = parts.first().filter(|_| plan.layout != Layout::All);
    if alone.is_some() {
        progress(ui);
    }
    screen_heading(ui, |ui| {
        ui.element("span.place", |ui| {
            ui.text(&position(view, index, steps.len()));
            // Without it a screen reader runs the two together.
            ui.text_element("span.unseen", ":");
        });
        ui.text(" ");
        ui.text_element("span", view.author_text(alone.map_or(&view.assessment.title, |part| &part.criterion.title)));
    });
    if let Some(part) = alone {
        why(ui, part.criterion);
    }
    ui.element("div.slot", |ui| {
        errors::summary(ui, &missing);
    });
    let moves_on = (ButtonStyle::Primary, Key::Continue);
    form(ui, "form.questions|novalidate=true", moves_on, Action::Continue(By::Reader), |ui| {
        for part in parts {
            if alone.is_none() {
                ui.element("div.about-criterion", |ui| {
                    ui.node_key(&format!("about-{}", part.criterion.id));
                    ui.heading(1, "subheading", |ui| {
                        ui.text(view.author_text(&part.criterion.title));
                    });
                    why(ui, part.criterion);
                });
            }
            for question in part.questions {
                ui.element("div.slot", |ui| {
                    ui.node_key(&question.id);
                    question::question(ui, question, missing.iter().find(|error| error.question == question.id));
                });
            }
        }
    });
    ui.element("div.slot", |ui| {
        glossary(ui);
    });
}

/// How far the reader is: "Step 3 of 7".
fn position(view: &View, index: usize, total: usize) -> String {
    let (key, asked) = match view.flow.plan.layout {
        Layout::All => return super::start::questions(view),
        Layout::Question => (Key::QuestionOf, index + 1),
        Layout::Criterion => (Key::StepOf, index + 1),
    };
    view.texts.fill(key, &[("step", &asked.to_string()), ("total", &total.to_string())])
}

/// Why a criterion counts.
fn why(ui: &mut Ui, criterion: &Criterion) {
    let view = ui.view;
    ui.text_element("p.why", criterion.why.as_ref().map(|why| view.author_text(why)).unwrap_or_default());
}

/// The explained terms, on demand.
fn glossary(ui: &mut Ui) {
    let view = ui.view;
    if view.assessment.glossary.is_empty() {
        return;
    }
    on_demand(ui, Key::GlossaryTitle, |ui| {
        ui.element("dl.glossary", |ui| {
            for term in view.assessment.glossary.iter() {
                ui.element("div", |ui| {
                    ui.text_element("dt", view.author_text(&term.term));
                    ui.text_element("dd", view.author_text(&term.meaning));
                });
            }
        });
    });
}

/// A thin bar that shows how many of the questions are answered. Screen readers skip it: the heading says which step
/// this is, and the review what is still missing.
fn progress(ui: &mut Ui) {
    let view = ui.view;
    let total = view.assessment.questions().count();
    let answered =
        view.assessment.questions().filter(|(_, question)| view.flow.answers.get(&question.id).is_some()).count();
    ui.element("svg.progress|preserveAspectRatio=none|aria-hidden=true|focusable=false", |ui| {
        ui.attr("viewBox", format!("0 0 {total} 1"));
        for (element, length) in [("rect.track|height=1", total), ("rect.fill|height=1", answered)] {
            ui.element(element, |ui| {
                ui.attr("width", length.to_string());
            });
        }
    });
}
