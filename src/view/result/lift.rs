//! What would lift the result: the smallest change to the next band, what each answer costs, and an answer that the
//! reader tries.

use partner_fit_core::answers::Answer;
use partner_fit_core::assessment::Question;
use partner_fit_core::report::Report;
use partner_fit_core::wording::Key;
use yew::Callback;
use yew::virtual_dom::ListenerKind;

use super::table::table;
use crate::flow::{Action, Trial};
use crate::view::button::{ButtonStyle, button};
use crate::view::layout::{on_demand, section};
use crate::view::question;
use crate::view::ui::Ui;

pub fn lift(ui: &mut Ui, report: &Report) {
    section(ui, Key::LiftTitle, |ui| {
        changes(ui, report);
        on_demand(ui, Key::PointsTitle, |ui| {
            table(ui, &ui.view.wording().points_table(report));
        });
        on_demand(ui, Key::TryTitle, |ui| {
            what_if(ui, report);
        });
    });
}

/// The smallest change to the next band: one sentence, then answer by answer.
pub fn changes(ui: &mut Ui, report: &Report) {
    let wording = ui.view.wording();
    ui.text_element("p", &wording.lift(report));
    ui.element("ul.changes", |ui| {
        for (question, text) in
            report.lift.iter().flat_map(|lift| &lift.changes).filter_map(|change| wording.change(change))
        {
            ui.element("li", |ui| {
                ui.text_element("strong", question);
                ui.text(" ");
                ui.text(&text);
            });
        }
    });
}

/// The part in which the reader tries another answer without giving it.
fn what_if(ui: &mut Ui, report: &Report) {
    let view = ui.view;
    let tried = view.flow.trial.as_ref().and_then(|trial| view.assessment.question(&trial.question));
    ui.element("div.what-if", |ui| {
        ui.key_element("p", Key::TryIntro);
        ui.element("label.choose", |ui| {
            ui.key_element("span", Key::TryLabel);
            ui.element("select.field", |ui| {
                let chosen = |question: String| {
                    let trial = Trial { question, answer: None, draft: None };
                    Action::Try(Some(trial).filter(|trial| !trial.question.is_empty()))
                };
                ui.on_value(|| ListenerKind::onchange, Callback::from(chosen));
                ui.element("option|value=", |ui| {
                    ui.selected(tried.is_none());
                    ui.key_text(Key::TryChoose);
                });
                for (_, question) in view.assessment.questions() {
                    ui.element("option", |ui| {
                        ui.attr("value", question.id.clone());
                        ui.selected(tried.is_some_and(|tried| tried.id == question.id));
                        ui.text(view.author_text(&question.text));
                    });
                }
            });
        });
        ui.element("div.slot", |ui| {
            if let Some(question) = tried {
                trial_field(ui, question);
            }
        });
        ui.element("p|role=status", |ui| {
            if let Some(trial) = &view.trial {
                ui.text(&view.wording().trial(report, trial));
            }
        });
        ui.element("div.slot", |ui| {
            if tried.is_some() {
                button(ui, ButtonStyle::Plain, Action::Try(None), Key::TryEnd);
            }
        });
    });
}

/// The question as on its step; a choice here only starts a trial.
fn trial_field(ui: &mut Ui, question: &Question) {
    let view = ui.view;
    let trial = view.flow.trial.clone();
    let mut shown = view.clone();
    let mut flow = (*view.flow).clone();
    if let Some(answers) = flow.tried() {
        flow.answers = answers;
    }
    if let Some((id, draft)) = trial.and_then(|trial| Some((trial.question, trial.draft?))) {
        flow.drafts.insert(&id, draft);
    }
    shown.flow = flow.into();
    let dispatch = view.dispatch.clone();
    shown.dispatch = Callback::from(move |action: Action| {
        let trial = match action {
            Action::Choose(question, answer) => Trial { question, answer: Some(answer), draft: None },
            Action::Type(question, draft, number) => {
                Trial { question, answer: number.map(Answer::Number), draft: Some(draft) }
            }
            _ => return,
        };
        dispatch.emit(Action::Try(Some(trial)));
    });
    let mut inside = Ui::new(&shown);
    inside.element("div", |ui| {
        ui.node_key(&question.id);
        question::question(ui, question, None);
    });
    ui.put_node(inside.finish());
}
