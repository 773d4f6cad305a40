//! The additive value model: from answers to a score, its range, and what every answer brings.
//!
//! The model is multi-attribute value theory with fixed value functions (Keeney & Raiffa, *Decisions with Multiple
//! Objectives*, 1976): a score is the weighted mean of values from 0 to 1, as percent. Pure and deterministic: no
//! texts, no web types, no hash maps; sums do not depend on the order in which an author lists things. Rules that
//! cap the band are in [`gates`], what a number is worth in [`crate::assessment::value_function`].

pub mod gates;
pub mod lift;
pub(crate) mod range;
pub mod robustness;
pub mod weights;

use crate::answers::{Answer, Answers};
use crate::assessment::value_function::bounds;
use crate::assessment::{Assessment, Band, Criterion, Question, QuestionKind};
use crate::input::ordered::insert_ordered;
use range::{Drawn, within};

/// How near, in points, a score may be under an edge and still reach it: rounding in sums must not cost a band.
pub const EDGE_TOLERANCE: f64 = 1e-9;

/// What the answers are worth.
#[derive(Clone, Debug, PartialEq)]
pub struct Score {
    /// 0 to 100 over the known answers, within `low` and `high`; `None` where nothing that counts is known.
    pub score: Option<f64>,
    /// The mean of the known answers alone, 0 to 100. It lies beyond what can be reached where the best (or the worst)
    /// answer to an unknown question is worth less (or more) than what is known.
    pub mean: Option<f64>,
    /// The score if every unknown answer were the worst, 0 to 100.
    pub low: f64,
    /// The score if every unknown answer were the best, 0 to 100.
    pub high: f64,
    /// The share of the weight whose answers are known, 0 to 1.
    pub coverage: f64,
    /// One for each criterion, in the author's order.
    pub criteria: Vec<CriterionScore>,
    /// The unknown question that is worth most, by its id.
    pub next: Option<String>,
}

/// What the answers to one criterion are worth.
#[derive(Clone, Debug, PartialEq)]
pub struct CriterionScore {
    /// The author's weight as a share of all that applies, 0 to 1.
    pub weight: f64,
    /// The weighted mean of the known answers, 0 to 1, within `low` and `high`.
    pub value: Option<f64>,
    /// The weighted mean of the known answers alone, 0 to 1.
    pub mean: Option<f64>,
    /// The share of its weight whose answers are known, 0 to 1.
    pub coverage: f64,
    /// The value if every unknown answer were the worst, 0 to 1.
    pub low: f64,
    /// The value if every unknown answer were the best, 0 to 1.
    pub high: f64,
    /// What it brings to the score, in points.
    pub points: f64,
    /// What it costs, in points.
    pub lost: f64,
    /// One for each question, in the author's order.
    pub questions: Vec<QuestionScore>,
}

/// What the answer to one question is worth.
#[derive(Clone, Debug, PartialEq)]
pub struct QuestionScore {
    /// 0 to 1; `None` where it is unknown, does not apply or is not scored.
    pub value: Option<f64>,
    /// What it brings to the score, in points.
    pub points: f64,
    /// What it costs, in points.
    pub lost: f64,
}

/// What is known of one question.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Worth {
    /// The answer is worth this, 0 to 1.
    Known(f64),
    /// The answer is worth something between these.
    Unknown(f64, f64),
    /// The question leaves the sum: it does not apply, or its answer is kept but not scored.
    Out,
    /// As `Out`, but still to be answered.
    OutUnknown,
}

/// A question with what is known of it and its weights (not normalised).
#[derive(Clone, Copy, Debug)]
struct Leaf {
    worth: Worth,
    /// Beside the other questions of its criterion.
    own_weight: f64,
    /// Beside all questions.
    weight: f64,
}

/// Scores `answers`. A question without an answer is unknown, as "not sure" is.
///
/// With weights w over the questions that apply and values v:
/// `score = 100 Σ wv / Σ w` over the known ones, `coverage = Σ w (known) / Σ w`,
/// `low` and `high` = the same over all, each unknown at its worst or best. A score that they leave out is drawn to the
/// nearer of the two, so that no score and no band is told that cannot be had, and points are drawn with it.
#[must_use]
pub fn score(assessment: &Assessment, answers: &Answers) -> Score {
    let leaves: Vec<Vec<Leaf>> = assessment.criteria.iter().map(|criterion| leaves(criterion, answers)).collect();
    let all = Sums::of(&leaves.concat(), |leaf| leaf.weight);
    let mean = all.mean();
    // With nothing known there is nothing to say, whatever the options are worth.
    let (score, [low, high]) = within(mean, if mean.is_some() { all.range() } else { [0.0, 1.0] });
    let drawn = mean.zip(score).map_or(Drawn::AS_THEY_ARE, |(mean, score)| Drawn::new(mean, score));
    Score {
        score: score.map(|score| 100.0 * score),
        mean: mean.map(|mean| 100.0 * mean),
        low: 100.0 * low,
        high: 100.0 * high,
        coverage: all.coverage(),
        criteria: leaves.iter().map(|leaves| criterion_score(leaves, &all, drawn)).collect(),
        next: next(assessment, &leaves),
    }
}

/// The band that `score` reaches, as a place in `bands`.
#[must_use]
pub fn band_of(score: f64, bands: &[Band]) -> usize {
    bands.iter().filter(|band| score >= band.from - EDGE_TOLERANCE).count().saturating_sub(1)
}

/// Whether `score` lies within `points` of the edge of a band.
#[must_use]
pub fn borderline(score: f64, points: f64, bands: &[Band]) -> bool {
    bands.iter().skip(1).any(|band| (score - band.from).abs() <= points + EDGE_TOLERANCE)
}

fn leaves(criterion: &Criterion, answers: &Answers) -> Vec<Leaf> {
    let mut leaves = Vec::new();
    for question in criterion.questions.iter() {
        let worth = worth(question, answers.get(&question.id));
        let counts = matches!(worth, Worth::Known(_) | Worth::Unknown(..));
        leaves.push(Leaf { worth, own_weight: if counts { question.weight } else { 0.0 }, weight: 0.0 });
    }
    let total = sum(leaves.iter().map(|leaf| leaf.own_weight).collect());
    for leaf in leaves.iter_mut().filter(|_| total > 0.0) {
        leaf.weight = criterion.weight * leaf.own_weight / total;
    }
    leaves
}

/// What is known of a question by the answer to it.
fn worth(question: &Question, answer: Option<&Answer>) -> Worth {
    let scored = match &question.kind {
        QuestionKind::Choice(options) => {
            question.is_scored().then(|| bounds(options.iter().filter_map(|option| option.value)))
        }
        QuestionKind::Number(field) => {
            let (min, max) = (field.min.unwrap_or(f64::MIN), field.max.unwrap_or(f64::MAX));
            field.value.as_ref().map(|function| function.bounds(min, max))
        }
    };
    let value = match (answer, &question.kind) {
        (None | Some(Answer::Unsure), _) => {
            return scored.map_or(Worth::OutUnknown, |(worst, best)| Worth::Unknown(worst, best));
        }
        (Some(Answer::NotApplicable), _) => None,
        (Some(Answer::Option(id)), QuestionKind::Choice(options)) => {
            options.iter().find(|option| option.id == *id).and_then(|option| option.value)
        }
        (Some(Answer::Number(number)), QuestionKind::Number(field)) => {
            field.value.as_ref().map(|function| function.value(*number))
        }
        // An answer of another kind of question, which none that was read is.
        (Some(Answer::Option(_)), QuestionKind::Number(_)) | (Some(Answer::Number(_)), QuestionKind::Choice(_)) => None,
    };
    scored.and(value).map_or(Worth::Out, Worth::Known)
}

/// The sums over some questions that all measures are made of.
#[derive(Clone, Copy, Debug)]
struct Sums {
    known_weight: f64,
    weight: f64,
    known: f64,
    worst: f64,
    best: f64,
}

impl Sums {
    fn of(leaves: &[Leaf], weight: fn(&Leaf) -> f64) -> Self {
        let mut terms = [const { Vec::new() }; 5];
        let [known_weights, weights, knowns, worsts, bests] = &mut terms;
        for leaf in leaves {
            let weight = weight(leaf);
            let (worst, best) = match leaf.worth {
                Worth::Known(value) => {
                    known_weights.push(weight);
                    knowns.push(weight * value);
                    (value, value)
                }
                Worth::Unknown(worst, best) => (worst, best),
                Worth::Out | Worth::OutUnknown => continue,
            };
            weights.push(weight);
            worsts.push(weight * worst);
            bests.push(weight * best);
        }
        let [known_weight, weight, known, worst, best] = terms.map(sum);
        Self { known_weight, weight, known, worst, best }
    }

    fn mean(&self) -> Option<f64> {
        (self.known_weight > 0.0).then(|| (self.known / self.known_weight).min(1.0))
    }

    /// The lowest and highest that the mean can still be; where nothing counts, everything from 0 to 1.
    fn range(&self) -> [f64; 2] {
        if self.weight > 0.0 { [self.worst, self.best].map(|sum| (sum / self.weight).min(1.0)) } else { [0.0, 1.0] }
    }

    /// The known share of the weight.
    fn coverage(&self) -> f64 {
        if self.weight > 0.0 { (self.known_weight / self.weight).min(1.0) } else { 0.0 }
    }
}

fn criterion_score(leaves: &[Leaf], all: &Sums, drawn: Drawn) -> CriterionScore {
    let own = Sums::of(leaves, |leaf| leaf.own_weight);
    let (value, [low, high]) = within(own.mean(), own.range());
    CriterionScore {
        weight: if all.weight > 0.0 { sum(leaves.iter().map(|leaf| leaf.weight).collect()) / all.weight } else { 0.0 },
        value,
        mean: own.mean(),
        coverage: own.coverage(),
        low,
        high,
        points: points(leaves, all, &|value| drawn.value(value)),
        lost: points(leaves, all, &|value| 1.0 - drawn.value(value)),
        questions: leaves.iter().map(|leaf| question_score(leaf, all, drawn)).collect(),
    }
}

fn question_score(leaf: &Leaf, all: &Sums, drawn: Drawn) -> QuestionScore {
    let leaves = std::slice::from_ref(leaf);
    QuestionScore {
        value: match leaf.worth {
            Worth::Known(value) => Some(value),
            _ => None,
        },
        points: points(leaves, all, &|value| drawn.value(value)),
        lost: points(leaves, all, &|value| 1.0 - drawn.value(value)),
    }
}

/// The points that `part` of the value of each known answer brings. They are summed before they are divided: then no
/// rounding makes a part larger than the whole.
fn points(leaves: &[Leaf], all: &Sums, part: &dyn Fn(f64) -> f64) -> f64 {
    let terms = leaves.iter().filter_map(|leaf| match leaf.worth {
        Worth::Known(value) => Some(leaf.weight * part(value)),
        _ => None,
    });
    if all.known_weight > 0.0 { 100.0 * (sum(terms.collect()) / all.known_weight) } else { 0.0 }
}

/// The unknown question whose answer closes most of the range; of equals, the first.
fn next(assessment: &Assessment, leaves: &[Vec<Leaf>]) -> Option<String> {
    let gain = |leaf: &Leaf| match leaf.worth {
        Worth::Unknown(worst, best) => Some(leaf.weight * (best - worst)),
        Worth::OutUnknown => Some(0.0),
        Worth::Known(_) | Worth::Out => None,
    };
    let mut most: Option<(f64, &str)> = None;
    for ((_, question), leaf) in assessment.questions().zip(leaves.iter().flatten()) {
        if let Some(worth) = gain(leaf)
            && most.is_none_or(|(so_far, _)| worth > so_far && differ(worth, so_far))
        {
            most = Some((worth, &question.id));
        }
    }
    most.map(|(_, id)| id.to_owned())
}

/// Whether two numbers differ by more than the rounding in sums.
pub(crate) fn differ(a: f64, b: f64) -> bool {
    (a - b).abs() > 1e-12 * a.abs().max(b.abs())
}

/// The sum, from the smallest term up: the same bit for bit in whatever order the terms come.
pub(crate) fn sum(terms: Vec<f64>) -> f64 {
    let mut rising = Vec::with_capacity(terms.len());
    for term in terms {
        insert_ordered(&mut rising, term, |other| *other > term);
    }
    rising.iter().fold(0.0, |sum, term| sum + term)
}

/// The ids of the criteria that carry a result: value above ½, by `weight (value − ½)` from the highest. A criterion
/// without weight carries nothing.
#[must_use]
pub fn strengths(assessment: &Assessment, score: &Score) -> Vec<String> {
    ranked(assessment, score, &|criterion| {
        let value = criterion.value.filter(|value| *value > 0.5 && differ(*value, 0.5))?;
        (criterion.weight > 0.0).then_some(criterion.weight * (value - 0.5))
    })
}

/// The ids of the criteria that leave something to gain: value below 1, by points lost from the highest. A criterion
/// without weight has nothing to lose.
#[must_use]
pub fn gaps(assessment: &Assessment, score: &Score) -> Vec<String> {
    ranked(assessment, score, &|criterion| Some(criterion.lost).filter(|lost| *lost > 0.0))
}

/// Criterion ids by `key` from the highest, those without a key left out; of equals, the author's order.
fn ranked(assessment: &Assessment, score: &Score, key: &dyn Fn(&CriterionScore) -> Option<f64>) -> Vec<String> {
    let mut left: Vec<(f64, &str)> = Vec::new();
    for (criterion, score) in assessment.criteria.iter().zip(&score.criteria) {
        left.extend(key(score).map(|key| (key, criterion.id.as_str())));
    }
    // Being equal but for rounding is not transitive, so that no sort may use it: the first of the highest, and again.
    let mut ranked = Vec::with_capacity(left.len());
    while let Some(highest) = left.iter().map(|(key, _)| *key).reduce(f64::max) {
        let Some(first) = left.iter().position(|(key, _)| !differ(*key, highest)) else { break };
        ranked.push(left.remove(first).1.to_owned());
    }
    ranked
}
