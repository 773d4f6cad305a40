//! A question: a fieldset with its legend, native radios as large tiles, and a field where a number is asked.

use yew::Callback;
use yew::virtual_dom::ListenerKind;

use super::errors::Missing;
use super::ui::Ui;
use crate::flow::Action;
use partner_fit_core::answers::Answer;
use partner_fit_core::assessment::{Kind, NumberField, Question};
use partner_fit_core::wording::Key;

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
    ui.open(if error.is_some() { "fieldset.question.has-error" } else { "fieldset.question" });
    ui.attr("id", format!("question-{id}"));
    if !described.is_empty() {
        ui.attr("aria-describedby", described);
    }
    ui.open("legend");
    ui.attr("id", format!("legend-{id}"));
    ui.text(view.read(&question.text));
    ui.close();
    ui.open("div.slot");
    if let Some(hint) = &question.hint {
        ui.open("p.hint");
        ui.attr("id", format!("hint-{id}"));
        ui.text(view.read(hint));
        ui.close();
    }
    ui.close();
    ui.open("div.slot");
    if let Some(error) = error {
        ui.open("p.error");
        ui.attr("id", format!("error-{id}"));
        ui.said("span.unseen", Key::ErrorPrefix);
        ui.text(" ");
        ui.text(&error.message);
        ui.close();
    }
    ui.close();
    ui.open("div.slot");
    if let Kind::Number(field) = &question.kind {
        number(ui, question, field, error.is_some());
    }
    ui.close();
    ui.open("div.options");
    if let Kind::Choice(options) = &question.kind {
        for choice in options {
            option(ui, question, Answer::Option(choice.id.clone()), view.read(&choice.label));
        }
    }
    ui.close();
    ui.open("div.options.asides");
    if question.unsure {
        option(ui, question, Answer::Unsure, &view.say(Key::Unsure));
    }
    if question.not_applicable {
        option(ui, question, Answer::NotApplicable, &view.say(Key::NotApplicable));
    }
    ui.close();
    ui.close();
}

/// An option: the tile is the label of its radio, so all of it can be pressed.
fn option(ui: &mut Ui, question: &Question, answer: Answer, label: &str) {
    let checked = ui.view.state.answers.get(&question.id) == Some(&answer);
    let value = answer.name().unwrap_or_default().to_owned();
    ui.open(if checked { "label.option|part=option option--checked" } else { "label.option|part=option" });
    ui.key(&value);
    ui.open("input|type=radio");
    ui.attr("name", question.id.clone());
    ui.attr("value", value);
    ui.checked(checked);
    let id = question.id.clone();
    ui.on_value(ListenerKind::onchange, Callback::from(move |_| Action::Choose(id.clone(), answer.clone())));
    ui.close();
    ui.leaf("span.label", label);
    ui.close();
}

fn number(ui: &mut Ui, question: &Question, field: &NumberField, invalid: bool) {
    let view = ui.view;
    let id = &question.id;
    let known = match view.state.answers.get(id) {
        Some(Answer::Number(number)) => view.texts.number(*number, 6),
        _ => String::new(),
    };
    ui.open("div.number");
    ui.open("input.field|type=text|inputmode=decimal|autocomplete=off|maxlength=40");
    ui.attr("name", id.clone());
    let label = if field.unit.is_some() { format!("legend-{id} unit-{id}") } else { format!("legend-{id}") };
    ui.attr("aria-labelledby", label);
    if invalid {
        ui.attr("aria-invalid", "true".to_owned());
    }
    ui.attr("value", view.state.drafts.get(id).cloned().unwrap_or(known));
    let (typed, texts) = (id.clone(), view.texts.clone());
    let typing = move |text: String| {
        let number = texts.parse_number(&text);
        Action::Type(typed.clone(), text, number)
    };
    ui.on_value(ListenerKind::oninput, Callback::from(typing));
    let done = id.clone();
    ui.on_value(ListenerKind::onchange, Callback::from(move |_| Action::Commit(done.clone())));
    ui.close();
    ui.open("span.unit");
    ui.attr("id", format!("unit-{id}"));
    ui.text(field.unit.as_ref().map(|unit| view.read(unit)).unwrap_or_default());
    ui.close();
    ui.close();
}
