//! The step plan: how the questions are divided into steps, and whether a review comes before the result. The host
//! chooses it; what happens on a step is in [`super::Flow`].

use partner_fit_core::assessment::{Assessment, Criterion, Question};

/// What each step asks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Layout {
    /// The questions of one criterion.
    #[default]
    Criterion,
    /// One question.
    Question,
    /// Every question.
    All,
}

/// The step plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StepPlan {
    /// What each step asks.
    pub layout: Layout,
    /// Whether all answers are shown before the result.
    pub review: bool,
    /// Whether somebody answers about a candidate: what is left open is then unknown.
    pub candidate: bool,
}

impl Default for StepPlan {
    fn default() -> Self {
        Self { layout: Layout::default(), review: true, candidate: false }
    }
}

/// A criterion on a step, with those of its questions that are asked there.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct StepPart<'a> {
    /// The criterion, whose title the step shows.
    pub criterion: &'a Criterion,
    /// The questions of the criterion that this step asks.
    pub questions: &'a [Question],
}

impl StepPlan {
    /// All steps in order, each with its criteria and questions.
    #[must_use]
    pub fn steps(self, assessment: &Assessment) -> Vec<Vec<StepPart<'_>>> {
        let whole = |criterion| StepPart { criterion, questions: &criterion.questions };
        let criteria = assessment.criteria.iter();
        match self.layout {
            Layout::Criterion => criteria.map(|criterion| vec![whole(criterion)]).collect(),
            Layout::All => vec![criteria.map(whole).collect()],
            Layout::Question => {
                let alone = |criterion| move |questions| vec![StepPart { criterion, questions }];
                criteria.flat_map(|criterion| criterion.questions.chunks(1).map(alone(criterion))).collect()
            }
        }
    }

    /// The criteria and questions of the step at `index`; empty if there is no such step.
    #[must_use]
    pub fn step(self, index: usize, assessment: &Assessment) -> Vec<StepPart<'_>> {
        self.steps(assessment).into_iter().nth(index).unwrap_or_default()
    }

    /// The index of the step that asks a question.
    #[must_use]
    pub fn step_of(self, question: &str, assessment: &Assessment) -> Option<usize> {
        let asks = |part: &StepPart| part.questions.iter().any(|asked| asked.id == question);
        self.steps(assessment).iter().position(|step| step.iter().any(asks))
    }
}
