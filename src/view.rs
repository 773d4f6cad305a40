//! What the reader sees: pure functions from a [`View`] to HTML, one screen or part a file.
//!
//! The root component [`App`] wires them: it shows the screen of the state and, after a reader's own action, moves
//! the focus. Nothing here decides anything, and no text from a file ever becomes markup.

mod advice;
mod button;
mod chart;
mod errors;
pub mod focus;
mod lift;
mod parts;
mod question;
mod result;
mod review;
mod start;
mod step;
pub(crate) mod summary;
mod sure;

use std::rc::Rc;

use yew::prelude::*;

use crate::assessment::{Assessment, Text};
use crate::report::Report;
use crate::state::{Action, Screen, State};
use crate::text::{Key, Texts};

/// Everything a screen is drawn from.
#[derive(Clone, Properties)]
pub struct View {
    /// What is asked, with the reader's own weights if there are any.
    pub assessment: Rc<Assessment>,
    /// Where the walk stands.
    pub state: Rc<State>,
    /// The result, once every question is answered.
    pub report: Option<Rc<Report>>,
    /// The result with the author's weights, where the reader has put others.
    pub authors: Option<Rc<Report>>,
    /// The result if the answer that is tried were given.
    pub trial: Option<Rc<Report>>,
    /// The product's words.
    pub texts: Rc<Texts>,
    /// The level of a screen's heading, 1 to 6.
    pub heading_level: u8,
    /// Where actions go.
    pub dispatch: Callback<Action>,
}

/// A view is drawn when it is given: whoever gives one knows that something changed.
impl PartialEq for View {
    fn eq(&self, _: &Self) -> bool {
        false
    }
}

impl View {
    /// The words of `key`.
    pub(crate) fn say(&self, key: Key) -> String {
        self.texts.get(key)
    }

    /// An author's text in the reader's language.
    pub(crate) fn read<'a>(&self, text: &'a Text) -> &'a str {
        text.get(self.texts.language())
    }

    /// A callback that does `action`.
    fn on<E: 'static>(&self, action: impl Fn(E) -> Action + 'static) -> Callback<E> {
        let dispatch = self.dispatch.clone();
        Callback::from(move |event: E| dispatch.emit(action(event)))
    }

    /// The tag of a heading `below` the screen's own.
    fn heading_tag(&self, below: u8) -> String {
        format!("h{}", (self.heading_level + below).clamp(1, 6))
    }

    /// The screen's heading, which takes the focus when the screen changes.
    fn heading(&self, content: Html) -> Html {
        html! { <@{self.heading_tag(0)} part="heading" class="heading" id="heading" tabindex="-1">{ content }</@> }
    }

    /// A heading of a part of the screen.
    fn subheading(&self, key: Key) -> Html {
        html! { <@{self.heading_tag(1)} class="subheading">{ self.say(key) }</@> }
    }
}

/// The evaluator.
#[component]
pub fn App(view: &View) -> Html {
    let root = use_node_ref();
    {
        let root = root.clone();
        use_effect_with(view.state.focus.clone(), move |(_, wanted)| {
            if let Some(wanted) = wanted {
                focus::give(&root, wanted);
            }
        });
    }
    let (name, screen) = match view.state.screen {
        Screen::Start => ("start".to_owned(), start::start(view)),
        Screen::Step(index) => (format!("step-{index}"), step::step(view, index)),
        Screen::Review => ("review".to_owned(), review::review(view)),
        Screen::Result => ("result".to_owned(), result::result(view)),
    };
    let status = if view.state.cleared { view.say(Key::ResetDone) } else { String::new() };
    // The screen has a key of its own, so that another screen never inherits its elements; the wrapper around it
    // stays (an empty or conditional sibling of a screen would hit yew#4092).
    html! {
        <section ref={root} part="base" class="base" aria-label={view.read(&view.assessment.title).to_owned()}>
            <div class="status" role="status">{ status }</div>
            <div class="screens"><div key={name} class="screen" part="step">{ screen }</div></div>
        </section>
    }
}
