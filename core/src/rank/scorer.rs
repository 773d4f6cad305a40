//! Scoring a sheet by the table: the terms of [`crate::scoring`], in the same order, in memory that is used again.

use crate::rank::sheet::Cell;
use crate::rank::table::{Table, Worth};
use crate::scoring::differ;
use crate::scoring::range::{Drawn, within};

/// What a sheet is worth: the numbers of [`crate::scoring::Score`].
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Numbers {
    /// 0 to 100 over the known answers, within `low` and `high`; `None` where nothing that counts is known.
    pub score: Option<f64>,
    /// The score if every unknown answer were the worst, 0 to 100.
    pub low: f64,
    /// The score if every unknown answer were the best, 0 to 100.
    pub high: f64,
    /// The share of the weight whose answers are known, 0 to 1.
    pub coverage: f64,
    /// The unknown question that is worth most, by its place among all questions.
    pub next: Option<usize>,
    /// One for each criterion, in the author's order.
    pub criteria: Vec<CriterionNumbers>,
}

/// What the answers to one criterion are worth: the numbers of [`crate::scoring::CriterionScore`].
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct CriterionNumbers {
    /// The author's weight as a share of all that applies, 0 to 1.
    pub weight: f64,
    /// The weighted mean of the known answers, 0 to 1, within `low` and `high`.
    pub value: Option<f64>,
    /// The weighted mean of the known answers alone, 0 to 1: what it brings under other weights.
    pub mean: Option<f64>,
    /// The value if every unknown answer were the worst, 0 to 1.
    pub low: f64,
    /// The value if every unknown answer were the best, 0 to 1.
    pub high: f64,
    /// What it brings to the score, in points.
    pub points: f64,
    /// What it costs, in points.
    pub lost: f64,
    /// Whether an answer that counts is unknown.
    pub open: bool,
    /// Whether nothing of it counts: every question with weight does not apply, or is not scored.
    pub out: bool,
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

/// Scores one sheet after the other.
#[derive(Clone, Debug)]
pub struct Scorer<'t> {
    table: &'t Table,
    leaves: Vec<Leaf>,
    terms: Terms,
    numbers: Numbers,
}

/// The terms of one sum at a time.
#[derive(Clone, Debug, Default)]
struct Terms(Vec<f64>);

impl Terms {
    /// The sum of `terms`, from the smallest up: the same bit for bit in whatever order they come.
    fn sum(&mut self, terms: impl Iterator<Item = f64>) -> f64 {
        self.0.clear();
        self.0.extend(terms);
        // Of two terms, the order makes no difference.
        if self.0.len() > 2 {
            self.0.sort_unstable_by(f64::total_cmp);
        }
        self.total()
    }

    /// The sum of the terms of the last sum and of `more`, which are few.
    fn sum_with(&mut self, more: impl Iterator<Item = f64>) -> f64 {
        let before = self.0.len();
        self.0.extend(more);
        if before == 2 || self.0.len() > before {
            self.0.sort_unstable_by(f64::total_cmp);
        }
        self.total()
    }

    fn total(&self) -> f64 {
        self.0.iter().fold(0.0, |sum, term| sum + term)
    }
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
    fn of(leaves: &[Leaf], weight: fn(&Leaf) -> f64, terms: &mut Terms) -> Self {
        let known = |leaf: &Leaf| match leaf.worth {
            Worth::Known(value) => Some((weight(leaf), value)),
            _ => None,
        };
        let open = |leaf: &Leaf| match leaf.worth {
            Worth::Unknown(worst, best) => Some((weight(leaf), worst, best)),
            _ => None,
        };
        let gap = leaves.iter().any(|leaf| matches!(leaf.worth, Worth::Unknown(..)));
        let known_weight = terms.sum(leaves.iter().filter_map(known).map(|(weight, _)| weight));
        let all_weight =
            if gap { terms.sum_with(leaves.iter().filter_map(open).map(|(weight, ..)| weight)) } else { known_weight };
        // Where the worst is worth nothing it adds nothing.
        let mut worst_terms = leaves.iter().filter_map(open).map(|(weight, worst, _)| weight * worst);
        let worst = if gap && worst_terms.any(|term| term != 0.0) {
            let known = leaves.iter().filter_map(known).map(|(weight, value)| weight * value);
            let open = leaves.iter().filter_map(open).map(|(weight, worst, _)| weight * worst);
            Some(terms.sum(known.chain(open)))
        } else {
            None
        };
        let known_sum = terms.sum(leaves.iter().filter_map(known).map(|(weight, value)| weight * value));
        let best = if gap {
            terms.sum_with(leaves.iter().filter_map(open).map(|(weight, _, best)| weight * best))
        } else {
            known_sum
        };
        Self { known_weight, weight: all_weight, known: known_sum, worst: worst.unwrap_or(known_sum), best }
    }

    fn mean(&self) -> Option<f64> {
        (self.known_weight > 0.0).then(|| (self.known / self.known_weight).min(1.0))
    }

    fn range(&self) -> [f64; 2] {
        if self.weight > 0.0 { [self.worst, self.best].map(|sum| (sum / self.weight).min(1.0)) } else { [0.0, 1.0] }
    }

    fn coverage(&self) -> f64 {
        if self.weight > 0.0 { (self.known_weight / self.weight).min(1.0) } else { 0.0 }
    }
}

impl<'t> Scorer<'t> {
    /// A scorer with memory of its own.
    #[must_use]
    pub fn new(table: &'t Table) -> Self {
        Self { table, leaves: Vec::new(), terms: Terms::default(), numbers: Numbers::default() }
    }

    /// What a sheet is worth. A cell that is missing is empty.
    pub fn score(&mut self, sheet: &[Cell]) -> &Numbers {
        self.weigh(sheet);
        let Self { table, leaves, terms, numbers } = self;
        let all = Sums::of(leaves, |leaf| leaf.weight, terms);
        let mean = all.mean();
        let (score, [low, high]) = within(mean, if mean.is_some() { all.range() } else { [0.0, 1.0] });
        let drawn = mean.zip(score).map_or(Drawn::AS_THEY_ARE, |(mean, score)| Drawn::new(mean, score));
        numbers.score = score.map(|score| 100.0 * score);
        numbers.low = 100.0 * low;
        numbers.high = 100.0 * high;
        numbers.coverage = all.coverage();
        numbers.next = next(leaves);
        numbers.criteria.clear();
        let mut rest = leaves.as_slice();
        for criterion in &table.criteria {
            let (own, after) = rest.split_at_checked(criterion.questions).unwrap_or((rest, &[]));
            rest = after;
            numbers.criteria.push(criterion_numbers(own, &all, drawn, terms));
        }
        numbers
    }

    /// Looks up what every cell is worth, and how it weighs.
    fn weigh(&mut self, sheet: &[Cell]) {
        let Self { table, leaves, terms, .. } = self;
        leaves.clear();
        let mut questions = table.questions.iter().zip(sheet.iter().copied().chain(std::iter::repeat(Cell::Empty)));
        for criterion in &table.criteria {
            let first = leaves.len();
            for (question, cell) in questions.by_ref().take(criterion.questions) {
                let worth = question.worth(cell);
                let counts = matches!(worth, Worth::Known(_) | Worth::Unknown(..));
                leaves.push(Leaf { worth, own_weight: if counts { question.weight } else { 0.0 }, weight: 0.0 });
            }
            let own = leaves.get_mut(first..).unwrap_or_default();
            let total = terms.sum(own.iter().map(|leaf| leaf.own_weight));
            for leaf in own.iter_mut().filter(|_| total > 0.0) {
                leaf.weight = criterion.weight * leaf.own_weight / total;
            }
        }
    }
}

fn criterion_numbers(leaves: &[Leaf], all: &Sums, drawn: Drawn, terms: &mut Terms) -> CriterionNumbers {
    let own = Sums::of(leaves, |leaf| leaf.own_weight, terms);
    let (value, [low, high]) = within(own.mean(), own.range());
    let mut points = |part: &dyn Fn(f64) -> f64| {
        let parts = leaves.iter().filter_map(|leaf| match leaf.worth {
            Worth::Known(value) => Some(leaf.weight * part(value)),
            _ => None,
        });
        if all.known_weight > 0.0 { 100.0 * (terms.sum(parts) / all.known_weight) } else { 0.0 }
    };
    let (points, lost) = (points(&|value| drawn.value(value)), points(&|value| 1.0 - drawn.value(value)));
    CriterionNumbers {
        weight: if all.weight > 0.0 { terms.sum(leaves.iter().map(|leaf| leaf.weight)) / all.weight } else { 0.0 },
        value,
        mean: own.mean(),
        low,
        high,
        points,
        lost,
        open: leaves.iter().any(|leaf| matches!(leaf.worth, Worth::Unknown(..)) && leaf.own_weight > 0.0),
        out: own.weight <= 0.0,
    }
}

/// The unknown question whose answer closes most of the range; of equals, the first.
fn next(leaves: &[Leaf]) -> Option<usize> {
    let mut most: Option<(f64, usize)> = None;
    for (place, leaf) in leaves.iter().enumerate() {
        let worth = match leaf.worth {
            Worth::Unknown(worst, best) => leaf.weight * (best - worst),
            Worth::OutUnknown => 0.0,
            Worth::Known(_) | Worth::Out => continue,
        };
        if most.is_none_or(|(so_far, _)| worth > so_far && differ(worth, so_far)) {
            most = Some((worth, place));
        }
    }
    most.map(|(_, place)| place)
}
