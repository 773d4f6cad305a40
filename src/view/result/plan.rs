//! The plan: one list of actions, each with what it brings, how, and why. Three are shown, the first of them with its
//! steps; the others are one press away.

use partner_fit_core::report::Report;
use partner_fit_core::report::advice::PlanItem;
use partner_fit_core::wording::Key;

use super::reasons::evidence;
use super::table::paragraphs;
use super::together::more_summary;
use crate::flow::Action;
use crate::view::button::{ButtonStyle, button_about};
use crate::view::layout::section;
use crate::view::ui::Ui;

/// How many actions are shown at first.
const SHOWN: usize = 3;

pub fn plan(ui: &mut Ui, report: &Report) {
    let view = ui.view;
    let wording = view.wording();
    let goal = wording.goal(report);
    if report.plan.is_empty() && goal.is_none() && report.next.is_none() {
        return;
    }
    section(ui, Key::PlanTitle, |ui| {
        if let Some(goal) = &goal {
            ui.text_element("p.goal", goal);
        }
        ui.element("div.slot", |ui| {
            next(ui, report);
        });
        if report.plan.is_empty() {
            changes(ui, report, |_| true);
        }
        let plan = wording.plan(report);
        let (first, more) = plan.split_at(plan.len().min(SHOWN));
        items(ui, report, first, 0);
        if !more.is_empty() {
            ui.element("details.more", |ui| {
                more_summary(ui, more.len(), Key::PlanTitle);
                items(ui, report, more, SHOWN);
            });
        }
    });
}

/// Some actions, numbered from `start` on.
fn items(ui: &mut Ui, report: &Report, items: &[&PlanItem], start: usize) {
    ui.element("ol.list.plan", |ui| {
        ui.attr("start", (start + 1).to_string());
        for (place, item) in items.iter().enumerate() {
            ui.element("li", |ui| {
                ui.node_key(&item.id);
                ui.element(if start + place == 0 { "details.item|open=" } else { "details.item" }, |ui| {
                    ui.element("summary", |ui| {
                        ui.text_element("span.place-number", &(start + place + 1).to_string());
                        ui.text(" ");
                        ui.element("span.item-line", |ui| {
                            ui.text_element("span.item-title", &item.title);
                            ui.text(" ");
                            ui.text_element("span.effect", &ui.view.wording().effect(item));
                        });
                    });
                    steps(ui, report, item);
                });
            });
        }
    });
}

/// How, and on demand why: the limits that the action lifts, the answers that call for it, and those it changes.
fn steps(ui: &mut Ui, report: &Report, item: &PlanItem) {
    let wording = ui.view.wording();
    ui.element("ul.steps", |ui| {
        for step in &item.steps {
            ui.text_element("li", step);
        }
    });
    let cleared: Vec<String> = wording.cleared_by(report, item).into_iter().map(str::to_owned).collect();
    if item.why.is_empty() && cleared.is_empty() {
        return;
    }
    ui.element("details.why-item", |ui| {
        ui.element("summary", |ui| {
            ui.key_text(Key::PlanWhy);
            ui.text(" ");
            ui.text_element("span.unseen", &item.title);
        });
        paragraphs(ui, &cleared);
        evidence(ui, &item.why);
        changes(ui, report, |question| wording.improves(item, question));
    });
}

/// Answers of the smallest change: the question, and from which answer to which.
pub fn changes(ui: &mut Ui, report: &Report, wanted: impl Fn(&str) -> bool) {
    let wording = ui.view.wording();
    let changes = report.lift.iter().flat_map(|lift| &lift.changes).filter(|change| wanted(&change.question));
    ui.element("ul.changes", |ui| {
        for (question, text) in changes.filter_map(|change| wording.change(change)) {
            ui.element("li", |ui| {
                ui.text(question);
                ui.text(" ");
                ui.text_element("strong", &text);
            });
        }
    });
}

/// The unknown answer that would say most, with a button to give it. Where little is known the reason has named it.
fn next(ui: &mut Ui, report: &Report) {
    let view = ui.view;
    let Some(id) = &report.next else { return };
    let Some(question) = view.assessment.question(id) else { return };
    let text = view.author_text(&question.text);
    ui.element("div.next", |ui| {
        if view.wording().names_band(report) {
            ui.text_element("p", &view.texts.fill(Key::NextText, &[("question", text)]));
        }
        button_about(ui, ButtonStyle::Plain, Action::Change(id.clone()), Key::GoalOpen, text);
    });
}

/// The plan on paper: every action with its steps.
pub fn on_paper(ui: &mut Ui, report: &Report) {
    let wording = ui.view.wording();
    let goal: Vec<String> = wording.goal(report).into_iter().collect();
    ui.key_element("h2", Key::PlanTitle);
    paragraphs(ui, &goal);
    ui.element("ol.plan", |ui| {
        for item in wording.plan(report) {
            ui.element("li", |ui| {
                ui.element("p.item-title", |ui| {
                    ui.text(&item.title);
                    let effect = wording.effect(item);
                    if !effect.is_empty() {
                        ui.text_element("span.effect", &format!(" ({effect})"));
                    }
                });
                ui.element("ul.steps", |ui| {
                    for step in &item.steps {
                        ui.text_element("li", step);
                    }
                });
            });
        }
    });
}
