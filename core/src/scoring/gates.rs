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
    let known = |gate: &Gate| gate.coverage_below.is_none_or(|limit| score.coverage < limit - EDGE_TOLERANCE);
    let closed = |gate: &&Gate| known(gate) && gate.when.iter().all(|condition| holds(condition, answers));
    let gates = assessment.gates.iter().filter(closed);
    let floors = assessment.criteria.iter().zip(&score.criteria).filter_map(|(criterion, score)| {
        let floor = criterion.floor.as_ref()?;
        let spared = floor.unless.iter().any(|condition| holds(condition, answers));
        (score.value? < floor.below - EDGE_TOLERANCE && !spared).then_some(Cap::Floor(criterion, floor))
    });
    gates.map(Cap::Gate).chain(floors).collect()
}

/// The gates that do not hold now but could, once unknown answers are known.
#[must_use]
pub fn undecided<'a>(assessment: &'a Assessment, answers: &Answers) -> Vec<&'a Gate> {
    let unknown = |condition: &Condition| matches!(answers.get(&condition.question), None | Some(Answer::Unsure));
    assessment
        .gates
        .iter()
        .filter(|gate| gate.coverage_below.is_none())
        .filter(|gate| gate.when.iter().all(|condition| unknown(condition) || holds(condition, answers)))
        .filter(|gate| !gate.when.iter().all(|condition| holds(condition, answers)))
        .collect()
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
