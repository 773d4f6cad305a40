//! What the reader sees: functions from a [`View`] to HTML, one screen or part a file, written down with a `Ui`.
//!
//! A view works nothing out: the engine hands in every Report, and the words and shapes of a result come from
//! [`partner_fit_core::wording`] and [`partner_fit_core::figures`]. No text from a file ever becomes markup. What only a
//! result needs is in `result`, which a visitor's browser loads while the first questions are answered.

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

use partner_fit_core::assessment::{Assessment, Text};
use partner_fit_core::report::Report;
use partner_fit_core::wording::{Key, Texts, Wording};
use yew::{Callback, Properties};

use crate::flow::{Action, Flow};

/// Everything that a screen is drawn from.
#[derive(Clone, Properties)]
pub struct View {
    /// What is asked, with the reader's own weights if there are any.
    pub assessment: Rc<Assessment>,
    /// Where the reader is.
    pub flow: Rc<Flow>,
    /// The result, once every question is answered.
    pub report: Option<Rc<Report>>,
    /// The result with the author's weights, where the reader has put others.
    pub with_author_weights: Option<Rc<Report>>,
    /// The result if the answer that is tried were given.
    pub trial: Option<Rc<Report>>,
    /// An earlier result that was opened, to be held beside this one.
    pub earlier: Option<Rc<Report>>,
    /// The product's texts.
    pub texts: Rc<Texts>,
    /// The level of a screen's heading, 1 to 6.
    pub heading_level: u8,
    /// Whether it is drawn on paper, as a document without a screen around it. A flag, because a second component beside
    /// [`app::App`] would be compiled a second time.
    pub paper: bool,
    /// Where actions go.
    pub dispatch: Callback<Action>,
}

/// Never equal: the engine redraws only after a change, so every new view is drawn.
impl PartialEq for View {
    fn eq(&self, _: &Self) -> bool {
        false
    }
}

impl View {
    /// What a result is told with.
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

    /// The product's text of `key`.
    pub(crate) fn text(&self, key: Key) -> String {
        self.texts.get(key)
    }

    /// An author's text in the reader's language.
    pub(crate) fn author_text<'a>(&self, text: &'a Text) -> &'a str {
        text.get(self.texts.language())
    }
}
