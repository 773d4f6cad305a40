//! What happens to a walk, and what a host hears about it.

use super::by::By;
use super::sharing::{Effect, ShareAction, ShareForm};
use super::steps::StepPlan;
use partner_fit_core::answers::{Answer, Answers};

/// Something that happens to a walk.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    /// From the start screen to the first question.
    Start(By),
    /// A radio is chosen.
    Choose(String, Answer),
    /// A number is being typed: the text so far, and the number it stands for.
    Type(String, String, Option<f64>),
    /// The typing is done.
    Commit(String),
    /// To what comes next.
    Continue(By),
    /// To what came before.
    Back(By),
    /// Back to the step that asks this question, to give another answer.
    Change(String),
    /// To all answers.
    Review,
    /// To the first control of a question on this screen.
    Show(String),
    /// The reader wants to start again, and is asked first.
    AskReset,
    /// The reader keeps the answers.
    KeepAnswers,
    /// The weight of the criterion with this place is the reader's own now, in the author's units.
    Weigh(usize, f64),
    /// The author's weights again.
    ResetWeights,
    /// What if: this question is tried with another answer, or none yet; `None` ends it.
    Try(Option<Trial>),
    /// Everything is forgotten.
    Reset(By),
    /// The host sets the answers.
    Replace(Answers),
    /// The host chooses the plan.
    Plan(StepPlan),
    /// The result is taken along, or an earlier one is opened.
    Sharing(ShareAction),
}

/// An answer that is tried on the result, and never given.
#[derive(Clone, Debug, PartialEq)]
pub struct Trial {
    /// The question.
    pub question: String,
    /// The answer tried; the one given until there is one.
    pub answer: Option<Answer>,
    /// What is typed, as typed, where a number is asked.
    pub draft: Option<String>,
}

/// What a host hears about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Event {
    /// The walk begins.
    Start,
    /// The step with this place in the plan shows.
    Step(usize),
    /// The reader has answered this question.
    Answer(String),
    /// The result shows.
    Complete,
    /// The reader has taken the result along.
    Share(ShareForm),
    /// For the element alone: something to do in the browser.
    Effect(Effect),
}
