//! The start screen: what this is, how long it takes, and what happens to the answers.

use yew::prelude::*;

use super::button::{Look, button};
use super::{View, open, share};
use crate::state::take::Storage;
use crate::state::{Action, By};
use crate::text::Key;

pub fn start(view: &View) -> Html {
    let assessment = &view.assessment;
    #[allow(clippy::cast_precision_loss)] // at most 100 questions
    let questions = view.texts.count(Key::StartQuestions, assessment.questions().count() as f64, &[]);
    let minutes = assessment.minutes.map(|minutes| view.texts.count(Key::StartMinutes, minutes, &[]));
    let length = minutes.map_or(questions.clone(), |minutes| format!("{questions} · {minutes}"));
    let intro = assessment.intro.as_ref().map(|intro| view.read(intro).to_owned());
    let privacy = match view.state.taking.storage {
        Storage::None => Key::StartPrivacy,
        Storage::Session => Key::StartPrivacySession,
        Storage::Local => Key::StartPrivacyLocal,
    };
    html! {
        <>
            { view.heading(html! { { view.read(&assessment.title) } }) }
            <p class="intro">{ intro }</p>
            <ul class="facts">
                <li class="length">{ length }</li>
                <li>{ view.say(privacy) }</li>
                <li>{ view.say(Key::StartUnsure) }</li>
            </ul>
            { button(view, Look::Primary, Action::Start(By::Reader), html! { { view.say(Key::StartButton) } }) }
            { share::said(view) }
            { open::open(view) }
        </>
    }
}
