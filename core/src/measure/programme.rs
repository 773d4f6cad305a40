//! A programme: what a file that measures has become, in the three forms in which an assessment is needed.

use std::sync::Arc;

use super::field::{FigureField, InputField, Within};
use super::indicator::Indicator;
use super::message::Message;
use super::tier::{Ladder, Reward};
use crate::assessment::{Assessment, Question};

/// Figures, what is made of them, and what follows.
#[derive(Clone, Debug, PartialEq)]
pub struct Programme {
    /// What a reader is asked, screen by screen: questions and figures. A result is worded over it with the answers of
    /// [`Measured::derived`](super::Measured::derived), on which its gates rest.
    pub asked: Assessment,
    /// The same with the inputs of the economics in a last criterion: everything that can be filled in. Links, files and
    /// tables hold answers to these.
    pub entered: Assessment,
    /// What is scored: `entered` with each indicator as a question of its criterion, whose answer is computed.
    pub scored: Assessment,
    /// The indicators, in the order of their criteria.
    pub indicators: Vec<Indicator>,
    /// What is said of each figure beside what every number question says.
    pub figures: Vec<FigureField>,
    /// Figures that are parts of others.
    pub within: Vec<Within>,
    /// The tiers; `None` where the file has none.
    pub ladder: Option<Ladder>,
    /// What partners of a tier get.
    pub rewards: Vec<Reward>,
    /// What is worth a word.
    pub messages: Vec<Message>,
    /// The inputs of the economics; `None` where the file has none.
    pub economics: Option<Vec<InputField>>,
}

impl Programme {
    /// The same programme with other weights for its criteria, one for each that is asked; `None` where they do not fit.
    #[must_use]
    pub fn weighted(&self, weights: &[f64]) -> Option<Self> {
        let hidden = self.entered.criteria.len() - self.asked.criteria.len();
        let all: Vec<f64> = weights.iter().copied().chain(std::iter::repeat_n(0.0, hidden)).collect();
        Some(Self {
            asked: self.asked.weighted(weights)?,
            entered: self.entered.weighted(&all)?,
            scored: self.scored.weighted(&all)?,
            ..self.clone()
        })
    }

    /// The indicator called `id`.
    #[must_use]
    pub fn indicator(&self, id: &str) -> Option<&Indicator> {
        self.indicators.iter().find(|indicator| indicator.id == id)
    }
}

/// Everything that can be filled in of what is scored.
pub(super) fn entered(scored: &Assessment, indicators: &[Indicator]) -> Assessment {
    let is_computed =
        |question: &Question| question.id == CONTRIBUTION || indicators.iter().any(|one| one.id == question.id);
    let mut entered = scored.clone();
    for criterion in &mut entered.criteria {
        let kept = criterion.questions.iter().filter(|question| !is_computed(question));
        criterion.questions = Arc::new(kept.cloned().collect());
    }
    entered
}

/// What a reader is asked of what is scored. A gate on the contribution is no gate that an unanswered question leaves open: it
/// rests on inputs that nobody has to fill in.
pub(super) fn asked(scored: &Assessment, indicators: &[Indicator]) -> Assessment {
    let mut asked = entered(scored, indicators);
    asked.criteria.retain(|criterion| criterion.id != ECONOMICS);
    let mut gates = asked.gates.to_vec();
    gates.retain(|gate| gate.when.iter().all(|condition| condition.question != CONTRIBUTION));
    asked.gates = Arc::new(gates);
    asked
}

/// The criterion that holds the inputs of the economics.
pub(super) const ECONOMICS: &str = "economics";

/// The question whose answer is the contribution of a partner customer.
pub(super) const CONTRIBUTION: &str = "contribution";
