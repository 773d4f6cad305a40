//! What the reader sees: pure functions from a [`View`] to HTML, one screen or part a file, written down with a `Ui`.
//!
//! The root component [`App`] wires them: it shows the screen of the state and, after a reader's own action, moves
//! the focus. Nothing here decides anything, and no text from a file ever becomes markup.

mod advice;
mod button;
mod chart;
mod compare;
mod errors;
pub mod focus;
mod lift;
mod open;
mod parts;
mod print;
mod question;
mod result;
mod review;
mod share;
mod start;
mod step;
mod summary;
mod sure;
mod ui;

use std::rc::Rc;

use yew::prelude::*;

use self::ui::Ui;
use crate::flow::{Action, Screen, State};
use partner_fit_core::assessment::{Assessment, Text};
use partner_fit_core::report::Report;
use partner_fit_core::wording::{Key, Texts, Wording};

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
    /// An earlier result that was opened, to be held beside this one.
    pub earlier: Option<Rc<Report>>,
    /// The product's words.
    pub texts: Rc<Texts>,
    /// The level of a screen's heading, 1 to 6.
    pub heading_level: u8,
    /// Whether it is drawn on paper, as a document of its own. Not a component beside [`App`]: each is code of its own.
    pub paper: bool,
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
    /// What a result is told with.
    #[must_use]
    pub fn wording(&self) -> Wording<'_> {
        Wording {
            assessment: &self.assessment,
            texts: &self.texts,
            answers: &self.state.answers,
            with_author_weights: self.authors.as_deref(),
        }
    }

    /// The words of `key`.
    pub(crate) fn say(&self, key: Key) -> String {
        self.texts.get(key)
    }

    /// An author's text in the reader's language.
    pub(crate) fn read<'a>(&self, text: &'a Text) -> &'a str {
        text.get(self.texts.language())
    }
}

/// Opens the screen's heading, which takes the focus when the screen changes.
fn open_heading(ui: &mut Ui) {
    ui.open_heading(0, "heading");
    ui.attr("part", "heading".to_owned());
    ui.attr("id", "heading".to_owned());
    ui.attr("tabindex", "-1".to_owned());
}

/// A place for what the host puts into the element under this name.
fn host_slot(ui: &mut Ui, element: &'static str) {
    ui.open("div.slot");
    ui.open(element);
    ui.close();
    ui.close();
}

/// The screen's heading.
fn heading(ui: &mut Ui, text: &str) {
    open_heading(ui);
    ui.text(text);
    ui.close();
}

/// The evaluator. Not a function with hooks, whose machinery every visitor would download.
pub struct App {
    root: NodeRef,
    /// The number of the focus that was given last.
    focused: u32,
}

impl Component for App {
    type Message = ();
    type Properties = View;

    fn create(_: &Context<Self>) -> Self {
        Self { root: NodeRef::default(), focused: 0 }
    }

    fn view(&self, context: &Context<Self>) -> Html {
        let view = context.props();
        let mut ui = Ui::new(view);
        if view.paper {
            print::paper(&mut ui);
            return ui.finish();
        }
        // The screen has a key of its own, so that another screen never inherits its elements; the wrapper around it
        // stays (an empty or conditional sibling of a screen would hit yew#4092).
        ui.open("div.status|role=status");
        if view.state.cleared {
            ui.say(Key::ResetDone);
        }
        ui.close();
        ui.open("div.screens");
        ui.open("div.screen|part=step");
        match view.state.screen {
            Screen::Start => {
                ui.key("start");
                start::start(&mut ui);
            }
            Screen::Step(index) => {
                ui.key(&format!("step-{}-{index}", view.state.course.layout as u8));
                step::step(&mut ui, index);
            }
            Screen::Review => {
                ui.key("review");
                review::review(&mut ui);
            }
            Screen::Result => {
                ui.key("result");
                result::result(&mut ui);
            }
        }
        ui.close();
        ui.close();
        host_slot(&mut ui, "slot|name=footer");
        let label = view.read(&view.assessment.title).to_owned();
        html! { <section ref={self.root.clone()} part="base" class="base" aria-label={label}>{ ui.finish() }</section> }
    }

    fn rendered(&mut self, context: &Context<Self>, _: bool) {
        let (number, wanted) = &context.props().state.focus;
        if *number != self.focused {
            self.focused = *number;
            if let Some(wanted) = wanted {
                focus::give(&self.root, wanted);
            }
        }
    }
}
