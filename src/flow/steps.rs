//! The plan of a walk: how the questions are divided into steps, and whether a review comes before the result. The
//! host chooses it; what happens on a step is in [`super::Flow`].

use partner_fit_core::assessment::{Assessment, Criterion, Question};

/// What a step holds.
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

/// The plan of a walk.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StepPlan {
    /// What a step holds.
    pub layout: Layout,
    /// Whether all answers are shown before the result.
    pub review: bool,
}

impl Default for StepPlan {
    fn default() -> Self {
        Self { layout: Layout::default(), review: true }
    }
}

/// A criterion on a step, with those of its questions that are asked there.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct StepPart<'a> {
    /// What the questions are about.
    pub criterion: &'a Criterion,
    /// The questions.
    pub questions: &'a [Question],
}

impl StepPlan {
    /// The steps in their order, each with what it holds.
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

    /// What the step with this place holds; nothing where there is none.
    #[must_use]
    pub fn step(self, place: usize, assessment: &Assessment) -> Vec<StepPart<'_>> {
        self.steps(assessment).into_iter().nth(place).unwrap_or_default()
    }

    /// The place of the step on which a question is asked.
    #[must_use]
    pub fn step_of(self, question: &str, assessment: &Assessment) -> Option<usize> {
        let asks = |part: &StepPart| part.questions.iter().any(|asked| asked.id == question);
        self.steps(assessment).iter().position(|step| step.iter().any(asks))
    }
}
