//! The actions that change the flow, and the events that a host hears.

use super::by::By;
use super::sharing::{Effect, ShareAction, ShareForm};
use super::steps::StepPlan;
use partner_fit_core::answers::{Answer, Answers};

/// An action on the flow.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    /// Moves from the start screen to the first question.
    Start(By),
    /// Answers a choice question: the reader has chosen a radio.
    Choose(String, Answer),
    /// Takes over what the reader types in a number field: the text so far, and the number that it stands for.
    Type(String, String, Option<f64>),
    /// Ends the typing in a number field.
    Commit(String),
    /// Moves forward, as Continue does.
    Continue(By),
    /// Moves back to the screen before.
    Back(By),
    /// Shows the step that asks this question, so that the reader can answer it again.
    Change(String),
    /// Shows the review of all answers.
    Review,
    /// Opens a part of this screen and moves the focus there.
    Go(Part),
    /// Moves the focus to the first control of a question on this screen.
    Show(String),
    /// Asks the reader whether to start again.
    AskReset,
    /// Keeps the answers: the reader does not start again.
    KeepAnswers,
    /// Sets the reader's weight for the criterion at this index, in the author's units.
    Weigh(usize, f64),
    /// Restores the author's weights.
    ResetWeights,
    /// Tells the host that the reader presses the result's button of the file or the host.
    CallToAction,
    /// Tries another answer to a question on the result (none chosen yet: the given one); `None` ends the trial.
    Try(Option<Trial>),
    /// Clears all answers and starts again.
    Reset(By),
    /// Replaces all answers with the host's.
    Replace(Answers),
    /// Changes the plan, as the host asks.
    Plan(StepPlan),
    /// Shares the result, or opens an earlier one.
    Sharing(ShareAction),
}

/// A part of the result that can be opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// Where the result is saved, shared and compared.
    Save,
    /// The button that saves the answers on this device.
    SaveButton,
    /// The reader's own weights.
    Weights,
}

/// An answer that is tried on the result and never becomes one of the answers.
#[derive(Clone, Debug, PartialEq)]
pub struct Trial {
    /// The question's id.
    pub question: String,
    /// The answer that is tried, or `None` as long as the reader has chosen none.
    pub answer: Option<Answer>,
    /// The text typed so far, for a number question.
    pub draft: Option<String>,
}

/// An event that a host hears.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Event {
    /// The reader leaves the start screen.
    Start,
    /// The step at this index in the plan is shown.
    Step(usize),
    /// The reader has answered this question.
    Answer(String),
    /// All answers are cleared, and the start screen is shown.
    Reset,
    /// The result is shown.
    Complete,
    /// The reader presses the result's button of the file or the host. The host may cancel it.
    CallToAction,
    /// The reader has shared the result.
    Share(ShareForm),
    /// A task for the element, which only script in the page can do; hosts do not hear it.
    Effect(Effect),
}
