//! What would lift a Report into the next band: the smallest change of [`crate::scoring::lift`] as plain data.

use serde::Serialize;

use crate::answers::{Answer, Answers};
use crate::assessment::Assessment;
use crate::scoring::lift as smallest;

/// The smallest change that reaches the next band.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct LiftReport {
    /// The id of the next band.
    pub target: String,
    /// Whether a change reaches it.
    pub reachable: bool,
    /// The changes, in the order of the questions; none where it cannot be reached.
    pub changes: Vec<ChangeReport>,
    /// The score after the changes, 0 to 100.
    pub score: Option<f64>,
}

/// A change of one answer.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct ChangeReport {
    /// The id of the question.
    pub question: String,
    /// The answer given.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(with = "crate::answers::AnswerValue"))]
    pub from: Answer,
    /// The answer that it takes.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(with = "crate::answers::AnswerValue"))]
    pub to: Answer,
}

/// What lifts `answers` into the next band; `None` in the top band, and where no score is known.
pub fn lift(assessment: &Assessment, answers: &Answers) -> Option<LiftReport> {
    let lift = smallest::lift(assessment, answers)?;
    let mut changes = Vec::new();
    for change in lift.changes {
        changes.push(ChangeReport { question: change.question, from: change.from, to: change.to });
    }
    let target = assessment.bands.get(lift.target)?.id.clone();
    Some(LiftReport { target, reachable: lift.reachable, changes, score: lift.score })
}
