//! What would lift a Report into the next band: the smallest change of [`crate::scoring::lift`] as plain data.

use serde::Serialize;

use crate::answers::Answer;
use crate::assessment::Assessment;
use crate::scoring::lift::Lift;

/// The smallest change that reaches the next band.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct LiftReport {
    /// The id of the next band.
    pub target: String,
    /// Whether a change reaches it, in whatever time.
    pub reachable: bool,
    /// The changes, in the order of the questions: the smallest that reach it, or what the plan brings in a year where
    /// that is not enough.
    pub changes: Vec<ChangeReport>,
    /// The score after the changes, 0 to 100.
    pub score: Option<f64>,
    /// Whether it is believable within a year.
    pub within: bool,
    /// The ids of the gates that have to be settled first, and that no change of an answer takes away.
    pub blocked_by: Vec<String>,
    /// The id of the band once those are settled, where it is a higher one.
    pub after: Option<String>,
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

/// The smallest change as plain data.
pub fn lift(assessment: &Assessment, lift: Lift) -> Option<LiftReport> {
    let mut changes = Vec::new();
    for change in lift.changes {
        changes.push(ChangeReport { question: change.question, from: change.from, to: change.to });
    }
    let band = |place: usize| assessment.bands.get(place).map(|band| band.id.clone());
    Some(LiftReport {
        target: band(lift.target)?,
        reachable: lift.reachable,
        changes,
        score: lift.score,
        within: lift.within,
        blocked_by: lift.blocked_by,
        after: lift.after.and_then(band),
    })
}
