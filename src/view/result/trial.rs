//! A trial: what another answer to a question would do. Each answer to choose shows beside it where it would lead; the
//! reader's own answers stay as they are.

use partner_fit_core::answers::Answer;
use partner_fit_core::assessment::{Question, QuestionKind};
use partner_fit_core::report::Report;
use partner_fit_core::wording::Key;
use yew::Callback;
use yew::virtual_dom::ListenerKind;

use crate::flow::{Action, Trial};
use crate::view::question;
use crate::view::ui::Ui;

/// A button that begins a trial or, once one has begun, the answers to try.
pub fn trial(ui: &mut Ui, report: &Report, question: &Question) {
    let view = ui.view;
    let text = view.author_text(&question.text);
    let is_tried = view.flow.trial.as_ref().is_some_and(|trial| trial.question == question.id);
    ui.element("div.trial", |ui| {
        ui.attr("id", format!("trial-{}", question.id));
        ui.element("div.slot", |ui| {
            if is_tried {
                match &question.kind {
                    QuestionKind::Choice(_) => options(ui, question),
                    QuestionKind::Number(_) => field(ui, question),
                }
                ui.element("p.said|aria-live=polite|aria-atomic=true", |ui| {
                    if let Some(outcome) = &view.trial {
                        ui.text(&view.wording().trial(report, outcome));
                    }
                });
            }
        });
        let (action, label) = if is_tried {
            (Action::Try(None), Key::TryEnd)
        } else {
            (Action::Try(Some(Trial { question: question.id.clone(), answer: None, draft: None })), Key::TryTitle)
        };
        toggle(ui, action, label, text, is_tried);
    });
}

/// The button that begins and ends a trial. It keeps the focus at the end, so a screen reader says what is new about it:
/// that the answers are folded away.
fn toggle(ui: &mut Ui, action: Action, label: Key, about: &str, is_open: bool) {
    ui.element("form.inline|novalidate=true|role=none", |ui| {
        ui.on(|| ListenerKind::onsubmit, action.clone());
        ui.element("div.controls", |_| {});
        ui.element("button.button.quiet|part=button|type=submit", |ui| {
            ui.attr("aria-expanded", is_open.to_string());
            ui.on(|| ListenerKind::onclick, action);
            ui.key_text(label);
            ui.element("span.unseen", |ui| {
                ui.text(": ");
                ui.text(about);
            });
        });
    });
}

/// The answers to choose from, each with the score and the band that it leads to.
fn options(ui: &mut Ui, question: &Question) {
    let view = ui.view;
    let trial = view.flow.trial.as_ref();
    let tried = trial.and_then(|trial| trial.answer.as_ref()).or(view.flow.answers.get(&question.id));
    ui.element("fieldset", |ui| {
        ui.text_element("legend.unseen", view.author_text(&question.text));
        ui.element("div.options", |ui| {
            for (answer, outcome) in view.trials.iter() {
                let is_chosen = tried == Some(answer);
                let tile =
                    if is_chosen { "label.option|part=option option--checked" } else { "label.option|part=option" };
                ui.element(tile, |ui| {
                    ui.element("input|type=radio", |ui| {
                        ui.attr("name", format!("try-{}", question.id));
                        ui.attr("value", answer.name().unwrap_or_default().to_owned());
                        ui.checked(is_chosen);
                        let trial = Trial { question: question.id.clone(), answer: Some(answer.clone()), draft: None };
                        let choose = move |_| Action::Try(Some(trial.clone()));
                        ui.on_value(|| ListenerKind::onchange, Callback::from(choose));
                    });
                    ui.text_element("span.label", &view.texts.answer_text(question, Some(answer)));
                    ui.text(" ");
                    ui.text_element("span.amount", outcome);
                });
            }
        });
    });
}

/// The number field as on its step; what is typed there only starts a trial.
fn field(ui: &mut Ui, question: &Question) {
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
    question::question(&mut inside, question, None);
    ui.put_node(inside.finish());
}
