//! The smallest change that lifts the result into the next band, exact; and what one answer would have to reach alone.
//!
//! Which answers may change is in `candidates`, the search under gates and floors in `search`, how to gain enough points at
//! the least cost in `knapsack`.

mod candidates;
mod knapsack;
mod search;

pub use self::candidates::Limits;
use self::candidates::{Candidate, options};
use self::knapsack::SAME;
use self::search::LiftSearch;
use crate::answers::{Answer, Answers};
use crate::assessment::{Assessment, Question, QuestionKind};
use crate::scoring::gates::{Cap, caps};
use crate::scoring::{EDGE_TOLERANCE, Score, band_of, score};

/// The smallest change that reaches the next band.
#[derive(Clone, Debug, PartialEq)]
pub struct Lift {
    /// The next band above the present one, as a place in the assessment's bands.
    pub target: usize,
    /// Whether any change reaches it, in whatever time.
    pub reachable: bool,
    /// What to change, in the order of the questions; nothing where it cannot be reached in a year.
    pub changes: Vec<Change>,
    /// The score after the changes, 0 to 100.
    pub score: Option<f64>,
    /// Whether the changes are believable within a year.
    pub within: bool,
    /// The gates that no change of an answer takes away, and that hold the result below the band.
    pub blocked_by: Vec<String>,
    /// The band once those gates are cleared, where it is a higher one.
    pub after: Option<usize>,
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
/// values, in the author's order); then the highest score; then the lowest options in the order of the questions. Where
/// the author says how many steps of a question are believable in a year, no more are taken, and the fewest steps count
/// before the fewest questions. It is what trying every combination would find.
///
/// In the end no gate and no floor holds that caps below the target, not even one that a raised answer would bring.
/// An unscored answer moves only where a gate asks for it, by one step whatever the option: to one that leaves the
/// fewest gates and floors, of those to the next after the present one, else to the nearest before it.
///
/// `None` in the top band, and where no score is known.
#[must_use]
pub fn lift(assessment: &Assessment, answers: &Answers) -> Option<Lift> {
    lift_within(assessment, answers, &Limits::default())
}

/// The smallest change within `limits`.
#[must_use]
pub fn lift_within(assessment: &Assessment, answers: &Answers, limits: &Limits) -> Option<Lift> {
    let scored = score(assessment, answers);
    let present = scored.score?;
    let by_score = band_of(present, &assessment.bands);
    let caps = caps(assessment, answers, &scored);
    let band = caps.iter().map(Cap::band).fold(by_score, usize::min);
    let target = band + 1;
    assessment.bands.get(target)?;
    let problem = LiftSearch::new(assessment, answers, &scored, target, limits);
    let Some(found) = problem.solve() else {
        let mut blocked_by = Vec::new();
        let mut after = by_score;
        for cap in &caps {
            if cap.band() < target && is_fixed(cap, assessment, answers) {
                blocked_by.push(cap.id().to_owned());
            } else {
                after = after.min(cap.band());
            }
        }
        let free = Limits { any_steps: true, ..Limits::default() };
        return Some(Lift {
            target,
            reachable: LiftSearch::new(assessment, answers, &scored, target, &free).solve().is_some(),
            changes: Vec::new(),
            score: Some(present),
            within: false,
            blocked_by,
            after: (after > band).then_some(after),
        });
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
        within: true,
        blocked_by: Vec::new(),
        after: None,
    })
}

/// Every believable answer above the present one to the questions that may change, from the nearest up.
#[must_use]
pub fn ladder(assessment: &Assessment, answers: &Answers, limits: &Limits) -> Vec<Change> {
    let mut changes = Vec::new();
    for (_, question) in assessment.questions() {
        let mut rungs = options(question, answers, limits).into_iter();
        let Some(present) = rungs.next() else { continue };
        let better = rungs.filter(|option| question.is_scored() || is_above(question, &option.id, &present.id));
        changes.extend(better.map(|option| Change {
            question: question.id.clone(),
            from: Answer::Option(present.id.clone()),
            to: Answer::Option(option.id.clone()),
        }));
    }
    changes
}

/// Whether an option that is not scored stands behind another.
fn is_above(question: &Question, id: &str, other: &str) -> bool {
    let QuestionKind::Choice(options) = &question.kind else { return false };
    let place = |id: &str| options.iter().position(|option| option.id == id);
    place(id) > place(other)
}

/// The best believable answer to every question that may change and is not at its best.
#[must_use]
pub fn raised(assessment: &Assessment, answers: &Answers, limits: &Limits) -> Vec<Change> {
    let mut best: Vec<Change> = Vec::new();
    for change in ladder(assessment, answers, limits) {
        best.retain(|other| other.question != change.question);
        best.push(change);
    }
    best
}

/// Whether no change of an answer takes a gate away. A floor is never fixed.
fn is_fixed(cap: &Cap, assessment: &Assessment, answers: &Answers) -> bool {
    let free = |id: &String| {
        let question = assessment.question(id);
        question.is_some_and(|question| options(question, answers, &Limits::default()).len() > 1)
    };
    match cap {
        Cap::Gate(gate) => !gate.when.iter().any(|condition| free(&condition.question)),
        Cap::Floor(..) => false,
    }
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
