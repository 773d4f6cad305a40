//! Gates and floors: what caps the band whatever the score is, and never touches the points.
//!
//! An unknown answer closes no gate; [`undecided`] tells which ones it still could.

use crate::answers::{Answer, Answers};
use crate::assessment::{Assessment, Condition, Criterion, Floor, Gate, Test};
use crate::scoring::{EDGE_TOLERANCE, Score};

/// A rule that caps the band.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Cap<'a> {
    /// Answers met the conditions of a gate.
    Gate(&'a Gate),
    /// A criterion is worth too little.
    Floor(&'a Criterion, &'a Floor),
}

impl Cap<'_> {
    /// The id of the gate, or of the criterion whose floor it is.
    #[must_use]
    pub fn id(&self) -> &str {
        match self {
            Cap::Gate(gate) => &gate.id,
            Cap::Floor(criterion, _) => &criterion.id,
        }
    }

    /// The highest band that can be reached, as a place in the assessment's bands.
    #[must_use]
    pub fn band(&self) -> usize {
        match self {
            Cap::Gate(gate) => gate.cap,
            Cap::Floor(_, floor) => floor.cap,
        }
    }
}

/// The rules that cap this result: gates first, then floors, each in the author's order.
#[must_use]
pub fn caps<'a>(assessment: &'a Assessment, answers: &Answers, score: &Score) -> Vec<Cap<'a>> {
    let mut caps = Vec::new();
    for gate in assessment.gates.iter() {
        let applies = gate.coverage_below.is_none_or(|limit| score.coverage < limit - EDGE_TOLERANCE);
        if applies && gate.when.iter().all(|condition| holds(condition, answers)) {
            caps.push(Cap::Gate(gate));
        }
    }
    for (criterion, score) in assessment.criteria.iter().zip(&score.criteria) {
        if let (Some(floor), Some(value)) = (&criterion.floor, score.value)
            && value < floor.below - EDGE_TOLERANCE
            && !floor.unless.iter().any(|condition| holds(condition, answers))
        {
            caps.push(Cap::Floor(criterion, floor));
        }
    }
    caps
}

/// The gates that do not hold now but could, once unknown answers are known.
#[must_use]
pub fn undecided<'a>(assessment: &'a Assessment, answers: &Answers) -> Vec<&'a Gate> {
    let unknown = |condition: &Condition| matches!(answers.get(&condition.question), None | Some(Answer::Unsure));
    let may_hold = |gate: &Gate| {
        gate.coverage_below.is_none()
            && gate.when.iter().all(|condition| unknown(condition) || holds(condition, answers))
            && !gate.when.iter().all(|condition| holds(condition, answers))
    };
    assessment.gates.iter().filter(|gate| may_hold(gate)).collect()
}

/// Whether a condition holds of the answers. A question without an answer is one that the reader is not sure about.
#[must_use]
pub fn holds(condition: &Condition, answers: &Answers) -> bool {
    match (&condition.test, answers.get(&condition.question)) {
        (Test::Is(wanted), Some(answer)) => answer.name().is_some_and(|name| wanted.iter().any(|w| w == name)),
        (Test::Is(wanted), None) => wanted.iter().any(|wanted| wanted == "unsure"),
        (Test::Below(limit), Some(Answer::Number(number))) => number < limit,
        (Test::AtLeast(limit), Some(Answer::Number(number))) => number >= limit,
        _ => false,
    }
}
