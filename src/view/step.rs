//! A step: the questions of one criterion, with where the reader is and why the criterion counts.

use yew::prelude::*;

use super::button::{Look, button, form, submit};
use super::parts::on_demand;
use super::{View, errors, question};
use crate::state::{Action, By};
use crate::text::Key;

pub fn step(view: &View, index: usize) -> Html {
    let Some(criterion) = view.assessment.criteria.get(index) else {
        return html! {};
    };
    let total = view.assessment.criteria.len();
    let number = (index + 1).to_string();
    let place = view.texts.fill(Key::StepOf, &[("step", &number), ("total", &total.to_string())]);
    let why = criterion.why.as_ref().map(|why| view.read(why).to_owned());
    let missing = errors::of_step(view, index);
    let go_on = Action::Continue(By::Reader);
    let questions = criterion.questions.iter().map(|question| {
        let error = missing.iter().find(|error| error.question == question.id);
        html! { <div key={question.id.clone()} class="slot">{ question::question(view, question, error) }</div> }
    });
    html! {
        <>
            <div class="top">
                { button(view, Look::Quiet, Action::Back(By::Reader), html! { { view.say(Key::Back) } }) }
            </div>
            { progress(index + 1, total) }
            { view.heading(html! { <><span class="place">{ place }</span>{ " " }<span>{ view.read(&criterion.title) }</span></> }) }
            <p class="why">{ why }</p>
            <div class="slot">{ errors::summary(view, &missing) }</div>
            { form(
                view,
                go_on.clone(),
                "questions",
                questions.collect(),
                submit(view, Look::Primary, go_on, html! { { view.say(Key::Continue) } }),
            ) }
            <div class="slot">{ glossary(view) }</div>
        </>
    }
}

/// Words explained, for whoever needs one.
fn glossary(view: &View) -> Option<Html> {
    let terms = view.assessment.glossary.iter().map(|term| {
        html! { <div key={term.id.clone()}><dt>{ view.read(&term.term) }</dt><dd>{ view.read(&term.meaning) }</dd></div> }
    });
    let list = html! { <dl class="glossary">{ for terms }</dl> };
    (!view.assessment.glossary.is_empty()).then(|| on_demand(view.say(Key::GlossaryTitle), list))
}

/// A thin bar that shows what "Step 3 of 7" says; decoration only.
fn progress(step: usize, total: usize) -> Html {
    html! {
        <svg class="progress" viewBox={format!("0 0 {total} 1")} preserveAspectRatio="none" aria-hidden="true" focusable="false">
            <rect class="track" width={total.to_string()} height="1" />
            <rect class="fill" width={step.to_string()} height="1" />
        </svg>
    }
}
