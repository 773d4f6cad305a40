//! The review: every answer with a way to change it, before the result.

use yew::prelude::*;

use super::View;
use super::button::{Look, button};
use crate::state::{Action, By};
use crate::text::Key;

pub fn review(view: &View) -> Html {
    let criteria = view.assessment.criteria.iter().enumerate().map(|(index, criterion)| {
        let title = view.read(&criterion.title);
        // The criterion's title, unseen, makes the name of each of these buttons its own.
        let label = html! { <>{ view.say(Key::Change) }<span class="unseen">{ format!(": {title}") }</span></> };
        let answers = criterion.questions.iter().map(|question| {
            html! {
                <div key={question.id.clone()} class="answer">
                    <dt>{ view.read(&question.text) }</dt>
                    <dd>{ view.texts.spoken(question, view.state.answers.get(&question.id)) }</dd>
                </div>
            }
        });
        html! {
            <div key={criterion.id.clone()} class="criterion">
                <div class="criterion-top">
                    <@{view.heading_tag(1)} class="subheading">{ title }</@>
                    { button(view, Look::Quiet, Action::Change(index), label) }
                </div>
                <dl>{ for answers }</dl>
            </div>
        }
    });
    html! {
        <>
            <div class="top">
                { button(view, Look::Quiet, Action::Back(By::Reader), html! { { view.say(Key::Back) } }) }
            </div>
            { view.heading(html! { { view.say(Key::ReviewTitle) } }) }
            <p class="intro">{ view.say(Key::ReviewIntro) }</p>
            <div class="criteria">{ for criteria }</div>
            { button(view, Look::Primary, Action::Continue(By::Reader), html! { { view.say(Key::ReviewButton) } }) }
        </>
    }
}
