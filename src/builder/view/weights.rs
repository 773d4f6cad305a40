//! Weights with the shares that they make, and the questions that can be left out.

use yew::prelude::*;

use super::Page;
use super::fields::tick;
use crate::builder::catalogue::{Check, Criterion, translated};
use crate::builder::editor::{Action, Edit};
use partner_fit_core::input::number::JsNumber;

fn check(page: &Page) -> &Check {
    page.config().check(&page.catalogue)
}

pub fn weights(page: &Page) -> Html {
    let (adaptation, check) = (&page.config().adaptation, check(page));
    let total = adaptation.total_weight(check);
    let rows = check.criteria.iter().map(|criterion| row(page, criterion, total));
    let reset = if adaptation.weights.is_empty() {
        html! {}
    } else {
        html! { <button type="button" class="button" id="weights-reset" onclick={page.act(Action::Edit(Edit::NoWeights))}>{ page.text("weights.reset") }</button> }
    };
    html! {
        <>
            <p class="hint">{ page.text("weights.hint") }</p>
            <ul class="weights">{ for rows }</ul>
            <div class="slot">{ reset }</div>
        </>
    }
}

fn row(page: &Page, criterion: &Criterion, total: f64) -> Html {
    let (adaptation, id) = (&page.config().adaptation, &criterion.id);
    let title = translated(&criterion.title, &page.language).to_owned();
    let weight = adaptation.weight(criterion);
    let share = if adaptation.asks_criterion(criterion) {
        page.text_with("weights.share", &[("share", &JsNumber(libm::round(100.0 * weight / total)).to_string())])
    } else {
        page.text("weights.out")
    };
    let field = format!("weight.{id}");
    let problem = adaptation.weight_problem(criterion);
    let typed = page.editor.drafts.get(&field).cloned().unwrap_or_else(|| JsNumber(weight).to_string());
    let step = |step: i8, key: &'static str, sign: &'static str| {
        html! {
            <button type="button" class="button step" aria-label={page.text_with(key, &[("criterion", &title)])}
                onclick={page.act(Action::Edit(Edit::StepWeight(id.clone(), step)))}>{ sign }</button>
        }
    };
    let (typed_id, settle) = (id.clone(), page.dispatch.clone());
    html! {
        <li key={id.clone()} class="weight">
            <label class="weight-label" for={format!("weight-{id}")}>{ title.clone() }</label>
            <span class="stepper">
                { step(-1, "weights.less", "−") }
                <input id={format!("weight-{id}")} type="text" inputmode="numeric" class="text number" autocomplete="off" maxlength="4"
                    aria-describedby={format!("share-{id} weight-{id}-wrong")} aria-invalid={problem.map(|_| "true")} value={typed}
                    oninput={page.edit::<InputEvent>(move |typed| Edit::Weight(typed_id.clone(), typed))}
                    onblur={Callback::from(move |_: FocusEvent| settle.emit(Action::Settle))} />
                { step(1, "weights.more", "+") }
            </span>
            <span class="share" id={format!("share-{id}")}>{ share }</span>
            <p class="wrong" id={format!("weight-{id}-wrong")}>{ problem.map(|key| page.text(key)).unwrap_or_default() }</p>
        </li>
    }
}

pub fn questions(page: &Page) -> Html {
    let adaptation = &page.config().adaptation;
    let source = page.source();
    let groups = check(page).criteria.iter().map(|criterion| {
        let ticks = criterion.questions.iter().map(|(id, words)| {
            let asked = id.clone();
            let text = source.fill(words, &page.language);
            tick(page, &format!("ask-{id}"), text, adaptation.asks(id), move |ask| Edit::Ask(asked.clone(), ask))
        });
        html! {
            <fieldset class="group plain" key={criterion.id.clone()}>
                <legend>{ translated(&criterion.title, &page.language) }</legend>
                { for ticks }
            </fieldset>
        }
    });
    html! { <><p class="hint">{ page.text("questions.hint") }</p>{ for groups }</> }
}
