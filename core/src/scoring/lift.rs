//! The smallest change that lifts the result into the next band, exact; and what one answer would have to reach alone.
//!
//! Which answers may change is in `candidates`, the search under gates and floors in `search`, how to gain enough points at
//! the least cost in `knapsack`.

mod candidates;
mod knapsack;
mod search;

use self::candidates::Candidate;
use self::knapsack::SAME;
use self::search::LiftSearch;
use crate::answers::{Answer, Answers};
use crate::assessment::Assessment;
use crate::scoring::gates::{Cap, caps};
use crate::scoring::{EDGE_TOLERANCE, Score, band_of, score};

/// The smallest change that reaches the next band.
#[derive(Clone, Debug, PartialEq)]
pub struct Lift {
    /// The next band above the present one, as a place in the assessment's bands.
    pub target: usize,
    /// Whether any change reaches it.
    pub reachable: bool,
    /// What to change, in the order of the questions; nothing where it cannot be reached.
    pub changes: Vec<Change>,
    /// The score after the changes, 0 to 100.
    pub score: Option<f64>,
}

/// An answer to be changed.
#[derive(Clone, Debug, PartialEq)]
pub struct Change {
    /// The id of the question.
    pub question: String,
    /// The answer given.
    pub from: Answer,
    /// The answer that it takes.
    pub to: Answer,
}

/// The smallest change that lifts `answers` into the band above the present one, gates and floors included.
///
/// Smallest is: the fewest questions changed; then the fewest steps, a step being one option up by value (of equal
/// values, in the author's order); then the highest score; then the lowest options in the order of the questions. It is
/// what trying every combination would find.
///
/// In the end no gate and no floor holds that caps below the target, not even one that a raised answer would bring.
/// An unscored answer moves only where a gate asks for it, by one step whatever the option: to one that leaves the
/// fewest gates and floors, of those to the next after the present one, else to the nearest before it.
///
/// `None` in the top band, and where no score is known.
#[must_use]
pub fn lift(assessment: &Assessment, answers: &Answers) -> Option<Lift> {
    let scored = score(assessment, answers);
    let present = scored.score?;
    let by_score = band_of(present, &assessment.bands);
    let band = caps(assessment, answers, &scored).iter().map(Cap::band).fold(by_score, usize::min);
    let target = band + 1;
    assessment.bands.get(target)?;
    let problem = LiftSearch::new(assessment, answers, &scored, target);
    let Some(found) = problem.solve() else {
        return Some(Lift { target, reachable: false, changes: Vec::new(), score: Some(present) });
    };
    let after = problem.after(answers, &found);
    let changed = |place: &Candidate| {
        let id = &place.question.id;
        let (from, to) = (answers.get(id)?, after.get(id)?);
        (from != to).then(|| Change { question: id.clone(), from: from.clone(), to: to.clone() })
    };
    Some(Lift {
        target,
        reachable: true,
        changes: problem.candidates.iter().filter_map(changed).collect(),
        score: score(assessment, &after).score,
    })
}

/// For each question in the order in which they are asked, the value from 0 to 1 with which it would lift the score to
/// `edge` (0 to 100) all by itself: `v + (edge − score) / (100 w)`. `None` where its best is not enough, where it is
/// unknown or carries no weight, and where the score is there already.
#[must_use]
pub fn required_alone(score: &Score, edge: f64) -> Vec<Option<f64>> {
    let missing = score.score.map(|score| edge - score).filter(|missing| *missing > EDGE_TOLERANCE);
    let questions = score.criteria.iter().flat_map(|criterion| &criterion.questions);
    questions
        .map(|question| {
            let points = question.points + question.lost;
            let needed = question.value.filter(|_| points > 0.0)? + missing? / points;
            (needed <= 1.0 + SAME).then_some(needed.min(1.0))
        })
        .collect()
}
