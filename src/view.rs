//! The screens: functions from a [`View`] to HTML, one screen or part a file, written with a `Ui`. A view
//! computes nothing: the engine hands in every Report, and the words and shapes of a result come from
//! [`partner_fit_core::wording`] and [`partner_fit_core::figures`]. A text from a file never becomes markup. Views that
//! only a result needs are in `result`, which the browser loads while the reader answers the first questions.

pub mod app;
mod button;
mod errors;
pub mod focus;
mod layout;
mod open;
mod question;
mod result;
mod review;
mod sharing;
mod start;
mod step;
mod ui;

use std::rc::Rc;

use partner_fit_core::answers::Answer;
use partner_fit_core::assessment::{Assessment, Text};
use partner_fit_core::report::Report;
use partner_fit_core::wording::{Key, Texts, Wording};
use yew::{Callback, Properties};

use crate::flow::{Action, Flow};

/// The data of a screen.
#[derive(Clone, Properties)]
pub struct View {
    /// The assessment, with the reader's weights if there are any.
    pub assessment: Rc<Assessment>,
    /// The state of the evaluator: the screen, the answers, what is typed.
    pub flow: Rc<Flow>,
    /// The Report, once every question is answered.
    pub report: Option<Rc<Report>>,
    /// The Report with the author's weights, if the reader has set others.
    pub with_author_weights: Option<Rc<Report>>,
    /// The Report as it would be with the answer that is tried.
    pub trial: Option<Rc<Report>>,
    /// The answers that can be tried in its place, each with the score and the band that it leads to, in words; none
    /// without a trial.
    pub trials: Rc<Vec<(Answer, String)>>,
    /// The sum of the author's weights, the highest that one of the reader's can be.
    pub weight_scale: f64,
    /// The Report on the earlier answers that are compared with the present ones.
    pub earlier: Option<Rc<Report>>,
    /// The locale's texts.
    pub texts: Rc<Texts>,
    /// The level of a screen's heading, 1 to 6.
    pub heading_level: u8,
    /// Whether it is drawn on paper, as a document without a screen around it. A flag, because a second component beside
    /// [`app::App`] would be compiled a second time.
    pub paper: bool,
    /// Whether the page is in a frame of another page.
    pub in_frame: bool,
    /// The callback that takes actions.
    pub dispatch: Callback<Action>,
    /// The callback that takes the press of a link as an action, and says whether the browser may follow the link.
    pub follow: Callback<Action, bool>,
}

/// Never equal: the engine redraws only after a change, so every new view is drawn.
impl PartialEq for View {
    fn eq(&self, _: &Self) -> bool {
        false
    }
}

impl View {
    /// The wording of a result: the assessment, the locale's texts and the answers, from which sentences are made.
    #[must_use]
    #[inline(never)]
    pub fn wording(&self) -> Wording<'_> {
        Wording {
            assessment: &self.assessment,
            texts: &self.texts,
            answers: &self.flow.answers,
            with_author_weights: self.with_author_weights.as_deref(),
        }
    }

    /// The locale's text of `key`.
    pub(crate) fn text(&self, key: Key) -> String {
        self.texts.get(key)
    }

    /// An author's text in the reader's language.
    pub(crate) fn author_text<'a>(&self, text: &'a Text) -> &'a str {
        text.get(self.texts.language())
    }
}
