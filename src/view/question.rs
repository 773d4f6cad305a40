//! A question: a fieldset with its legend, native radios as large tiles, and a field where a number is asked.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::View;
use super::errors::Missing;
use crate::answers::Answer;
use crate::assessment::{Kind, NumberField, Question};
use crate::state::Action;
use crate::text::Key;

pub fn question(view: &View, question: &Question, error: Option<&Missing>) -> Html {
    let id = &question.id;
    let hint = question.hint.as_ref().map(|hint| view.read(hint).to_owned());
    let described = [hint.as_ref().map(|_| format!("hint-{id}")), error.map(|_| format!("error-{id}"))];
    let described: Vec<String> = described.into_iter().flatten().collect();
    let describedby = (!described.is_empty()).then(|| described.join(" "));
    let error = error.map(|error| {
        html! { <p class="error" id={format!("error-{id}")}><span class="unseen">{ view.say(Key::ErrorPrefix) }</span>{ " " }{ &error.message }</p> }
    });
    let (field, choices) = match &question.kind {
        Kind::Choice(options) => (
            None,
            options
                .iter()
                .map(|option| (Answer::Option(option.id.clone()), view.read(&option.label).to_owned()))
                .collect(),
        ),
        Kind::Number(field) => (Some(number(view, question, field, error.is_some())), Vec::new()),
    };
    let unsure = question.unsure.then(|| (Answer::Unsure, view.say(Key::Unsure)));
    let not_applicable = question.not_applicable.then(|| (Answer::NotApplicable, view.say(Key::NotApplicable)));
    let asides: Vec<_> = unsure.into_iter().chain(not_applicable).collect();
    html! {
        <fieldset id={format!("question-{id}")} class={classes!("question", error.is_some().then_some("has-error"))} aria-describedby={describedby}>
            <legend id={format!("legend-{id}")}>{ view.read(&question.text) }</legend>
            <div class="slot">{ hint.map(|hint| html! { <p class="hint" id={format!("hint-{id}")}>{ hint }</p> }) }</div>
            <div class="slot">{ error }</div>
            <div class="slot">{ field }</div>
            <div class="options">{ for choices.into_iter().map(|(answer, label)| option(view, question, answer, &label)) }</div>
            <div class="options asides">{ for asides.into_iter().map(|(answer, label)| option(view, question, answer, &label)) }</div>
        </fieldset>
    }
}

/// An option: the tile is the label of its radio, so all of it can be pressed.
fn option(view: &View, question: &Question, answer: Answer, label: &str) -> Html {
    let value = answer.name().unwrap_or_default().to_owned();
    let checked = view.state.answers.get(&question.id) == Some(&answer);
    let id = question.id.clone();
    let onchange = view.on(move |_: Event| Action::Choose(id.clone(), answer.clone()));
    let part = if checked { "option option--checked" } else { "option" };
    html! {
        <label key={value.clone()} {part} class="option">
            <input type="radio" name={question.id.clone()} {value} {checked} {onchange} />
            <span class="label">{ label }</span>
        </label>
    }
}

fn number(view: &View, question: &Question, field: &NumberField, invalid: bool) -> Html {
    let id = &question.id;
    let known = match view.state.answers.get(id) {
        Some(Answer::Number(number)) => view.texts.number(*number, 6),
        _ => String::new(),
    };
    let value = view.state.drafts.get(id).cloned().unwrap_or(known);
    let oninput = {
        let (id, texts) = (id.clone(), view.texts.clone());
        view.on(move |event: InputEvent| {
            let text = event.target_dyn_into::<HtmlInputElement>().map(|input| input.value()).unwrap_or_default();
            let number = texts.parse_number(&text);
            Action::Type(id.clone(), text, number)
        })
    };
    let onchange = {
        let id = id.clone();
        view.on(move |_: Event| Action::Commit(id.clone()))
    };
    let unit = field.unit.as_ref().map(|unit| view.read(unit).to_owned());
    let label = unit.as_ref().map_or(format!("legend-{id}"), |_| format!("legend-{id} unit-{id}"));
    html! {
        <div class="number">
            <input type="text" inputmode="decimal" autocomplete="off" maxlength="40" name={id.clone()} class="field"
                aria-labelledby={label} aria-invalid={invalid.then_some("true")} {value} {oninput} {onchange} />
            <span class="unit" id={format!("unit-{id}")}>{ unit }</span>
        </div>
    }
}
