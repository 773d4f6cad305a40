//! A question: a fieldset with its legend, and native radios as large tiles or a number field.

use partner_fit_core::answers::Answer;
use partner_fit_core::assessment::{NumberField, Question, QuestionKind};
use partner_fit_core::wording::Key;
use yew::Callback;
use yew::virtual_dom::ListenerKind;

use super::errors::Missing;
use super::ui::Ui;
use crate::flow::Action;

pub fn question(ui: &mut Ui, question: &Question, error: Option<&Missing>) {
    let view = ui.view;
    let id = &question.id;
    let mut described = String::new();
    if question.hint.is_some() {
        described = format!("hint-{id}");
    }
    if error.is_some() {
        described = format!("{described} error-{id}").trim_start().to_owned();
    }
    ui.element(if error.is_some() { "fieldset.question.has-error" } else { "fieldset.question" }, |ui| {
        ui.attr("id", format!("question-{id}"));
        if !described.is_empty() {
            ui.attr("aria-describedby", described.clone());
        }
        ui.element("legend", |ui| {
            ui.attr("id", format!("legend-{id}"));
            ui.text(view.author_text(&question.text));
        });
        ui.element("div.slot", |ui| {
            if let Some(hint) = &question.hint {
                ui.element("p.hint", |ui| {
                    ui.attr("id", format!("hint-{id}"));
                    ui.text(view.author_text(hint));
                });
            }
        });
        ui.element("div.slot", |ui| {
            if let Some(error) = error {
                ui.element("p.error", |ui| {
                    ui.attr("id", format!("error-{id}"));
                    ui.key_element("span.unseen", Key::ErrorPrefix);
                    ui.text(" ");
                    ui.text(&error.message);
                });
            }
        });
        ui.element("div.slot", |ui| {
            if let QuestionKind::Number(field) = &question.kind {
                number(ui, question, field, &described, error.is_some());
            }
        });
        ui.element("div.options", |ui| {
            if let QuestionKind::Choice(options) = &question.kind {
                for choice in options {
                    option(ui, question, Answer::Option(choice.id.clone()), view.author_text(&choice.label));
                }
            }
        });
        ui.element("div.options.asides", |ui| {
            if question.unsure {
                option(ui, question, Answer::Unsure, &view.text(Key::Unsure));
            }
            if question.not_applicable {
                option(ui, question, Answer::NotApplicable, &view.texts.not_applicable(question));
            }
        });
    });
}

/// An option. The tile is the label of its radio, so that a press anywhere in it chooses the option.
fn option(ui: &mut Ui, question: &Question, answer: Answer, label: &str) {
    let checked = ui.view.flow.answers.get(&question.id) == Some(&answer);
    let value = answer.name().unwrap_or_default().to_owned();
    ui.element(if checked { "label.option|part=option option--checked" } else { "label.option|part=option" }, |ui| {
        ui.node_key(&value);
        ui.element("input|type=radio", |ui| {
            ui.attr("name", question.id.clone());
            ui.attr("value", value);
            ui.checked(checked);
            let id = question.id.clone();
            ui.on_value(|| ListenerKind::onchange, Callback::from(move |_| Action::Choose(id.clone(), answer.clone())));
        });
        ui.text_element("span.label", label);
    });
}

/// A number field. It has the description of its question, because some screen readers skip that of a group.
fn number(ui: &mut Ui, question: &Question, field: &NumberField, described: &str, invalid: bool) {
    let view = ui.view;
    let id = &question.id;
    let known = match view.flow.answers.get(id) {
        Some(Answer::Number(number)) => view.texts.number(*number, 6),
        _ => String::new(),
    };
    ui.element("div.number", |ui| {
        ui.element("input.field|type=text|inputmode=decimal|autocomplete=off|maxlength=40", |ui| {
            ui.attr("name", id.clone());
            let label = if field.unit.is_some() { format!("legend-{id} unit-{id}") } else { format!("legend-{id}") };
            ui.attr("aria-labelledby", label);
            if !described.is_empty() {
                ui.attr("aria-describedby", described.to_owned());
            }
            if invalid {
                ui.attr("aria-invalid", "true".to_owned());
            }
            ui.attr("value", view.flow.drafts.get(id).cloned().unwrap_or(known));
            let (typed, texts) = (id.clone(), view.texts.clone());
            let typing = move |text: String| {
                let number = texts.parse_number(&text);
                Action::Type(typed.clone(), text, number)
            };
            ui.on_value(|| ListenerKind::oninput, Callback::from(typing));
            let done = id.clone();
            ui.on_value(|| ListenerKind::onchange, Callback::from(move |_| Action::Commit(done.clone())));
        });
        ui.element("span.unit", |ui| {
            ui.attr("id", format!("unit-{id}"));
            ui.text(field.unit.as_ref().map(|unit| view.author_text(unit)).unwrap_or_default());
        });
    });
}
