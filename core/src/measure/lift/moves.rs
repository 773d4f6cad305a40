//! How one leaf of the score moves: an answer up its options, or an indicator by the one figure that moves it.

use crate::answers::{Answer, Answers};
use crate::assessment::value_function::ValueFunction;
use crate::assessment::{Question, QuestionKind};
use crate::measure::Programme;
use crate::measure::figures::{figure, quotient};
use crate::measure::indicator::{Comparison, Figure, Indicator, Part};
use crate::scoring::lift::{Limits, ladder};

/// A change of one answer or figure.
pub type Move = (String, Answer);

/// A leaf of the score.
pub enum Leaf<'a> {
    /// The answer to a question of the criterion at this place.
    Choice(usize, &'a Question),
    /// An indicator.
    Indicator(&'a Indicator),
}

/// The leaves that can move, in the order of the criteria.
#[must_use]
pub fn leaves(programme: &Programme) -> Vec<Leaf<'_>> {
    let mut leaves = Vec::new();
    for (place, criterion) in programme.asked.criteria.iter().enumerate() {
        for question in criterion.questions.iter().filter(|question| question.is_scored()) {
            if matches!(question.kind, QuestionKind::Choice(_)) {
                leaves.push(Leaf::Choice(place, question));
            }
        }
        let own = programme.indicators.iter().filter(|one| one.criterion == place && one.value.is_some());
        leaves.extend(own.map(Leaf::Indicator));
    }
    leaves
}

/// A figure set to a number, where it is known, may change and has room for it.
#[must_use]
pub fn figure_to(programme: &Programme, answers: &Answers, id: &str, number: f64) -> Option<Move> {
    let question = programme.asked.question(id).filter(|question| !question.locked)?;
    let QuestionKind::Number(_) = question.kind else { return None };
    let Figure::Known(_) = figure(answers, id) else { return None };
    let [low, high] = programme.room(answers, id);
    (low..=high).contains(&number).then(|| (id.to_owned(), Answer::Number(number)))
}

impl Leaf<'_> {
    /// The place of its criterion.
    #[must_use]
    pub fn criterion(&self) -> usize {
        match self {
            Leaf::Choice(place, _) => *place,
            Leaf::Indicator(indicator) => indicator.criterion,
        }
    }

    /// The smallest change after which the leaf is worth most; `None` where it is, or cannot move.
    #[must_use]
    pub fn best(&self, programme: &Programme, answers: &Answers) -> Option<Move> {
        match self {
            Leaf::Choice(_, question) => rungs(programme, answers, question).pop(),
            Leaf::Indicator(indicator) => {
                let mover = Mover::of(indicator, programme, answers)?;
                mover.best().map(|number| (mover.id.clone(), Answer::Number(number)))
            }
        }
    }

    /// The smallest change on the way to `best` that is `enough`; `best` itself where none before it is.
    #[must_use]
    pub fn enough(
        &self,
        programme: &Programme,
        answers: &Answers,
        best: &Move,
        enough: &dyn Fn(&Move) -> bool,
    ) -> Move {
        match (self, answers.get(&best.0), &best.1) {
            (Leaf::Choice(_, question), ..) => {
                rungs(programme, answers, question).into_iter().find(enough).unwrap_or_else(|| best.clone())
            }
            (Leaf::Indicator(_), Some(Answer::Number(from)), Answer::Number(to)) => {
                let at = |steps: f64| {
                    let number =
                        if to > from { (from.floor() + steps).min(*to) } else { (from.ceil() - steps).max(*to) };
                    (best.0.clone(), Answer::Number(number))
                };
                // The fewest steps of 1, by halving: every step on the way brings something.
                let (mut short, mut long) = (0.0, (to - from).abs().ceil());
                while long - short > 1.0 {
                    let middle = ((short + long) / 2.0).floor();
                    if enough(&at(middle)) { long = middle } else { short = middle }
                }
                at(long)
            }
            _ => best.clone(),
        }
    }
}

/// The believable answers above the present one, from the nearest up.
fn rungs(programme: &Programme, answers: &Answers, question: &Question) -> Vec<Move> {
    let limits = Limits { questions: Some(vec![question.id.clone()]), ..Limits::default() };
    ladder(&programme.asked, answers, &limits).into_iter().map(|change| (change.question, change.to)).collect()
}

/// The figure that moves an indicator.
struct Mover<'a> {
    indicator: &'a Indicator,
    answers: &'a Answers,
    id: String,
    /// Whether it is above the line.
    above: bool,
    now: f64,
    room: [f64; 2],
}

impl<'a> Mover<'a> {
    /// The one figure above the line, or else the one below it; `None` where there is neither, it is locked or unknown, or
    /// moves more than one side.
    fn of(indicator: &'a Indicator, programme: &'a Programme, answers: &'a Answers) -> Option<Self> {
        let lone = |parts: &'a [Part]| match parts {
            [part] => Some(part.figure.as_str()),
            _ => None,
        };
        let (id, above) =
            lone(&indicator.of.sum).map(|id| (id, true)).or(lone(&indicator.of.by).map(|id| (id, false)))?;
        if indicator.parts().filter(|part| part.figure == id).count() > 1 {
            return None;
        }
        programme.asked.question(id).filter(|question| !question.locked)?;
        let Figure::Known(now) = figure(answers, id) else { return None };
        let room = programme.room(answers, id);
        Some(Self { indicator, answers, id: id.to_owned(), above, now, room })
    }

    /// What the indicator is worth with the figure at `number`.
    fn value_at(&self, number: f64) -> Option<f64> {
        let with = |id: &str| if id == self.id { Figure::Known(number) } else { figure(self.answers, id) };
        self.indicator.read(&with).value
    }

    /// The number nearest to the present one with which the indicator is worth most. Values turn only at the corners of the
    /// value function, so that those and the ends of the room decide.
    fn best(&self) -> Option<f64> {
        let mut most = (self.value_at(self.now)?, self.now);
        let corners: Vec<f64> = match self.indicator.value.as_ref()? {
            ValueFunction::Piecewise { points, .. } => points.iter().map(|(at, _)| *at).collect(),
            ValueFunction::Trapezoid { corners, .. } => corners.to_vec(),
        };
        for number in corners.into_iter().filter_map(|x| self.number_for(x)).chain(self.room) {
            let number = self.rounded(number);
            let Some(value) = self.value_at(number) else { continue };
            let nearer = (number - self.now).abs() < (most.1 - self.now).abs();
            if value > most.0 + 1e-12 || ((value - most.0).abs() <= 1e-12 && nearer) {
                most = (value, number);
            }
        }
        #[allow(clippy::float_cmp)] // the very same number
        (most.1 != self.now).then_some(most.1)
    }

    /// The number with which the indicator is `x`.
    fn number_for(&self, x: f64) -> Option<f64> {
        let against = self.indicator.against.as_ref();
        let q = match against {
            None => x,
            Some((Comparison::Ratio, other)) => x * quotient(self.answers, other)?,
            Some((Comparison::Difference, other)) => x + quotient(self.answers, other)?,
        };
        let known = |part: &Part| match figure(self.answers, &part.figure) {
            Figure::Known(number) if part.figure != self.id => number,
            _ => 0.0,
        };
        let above: f64 = self.indicator.of.sum.iter().map(known).sum();
        let below: f64 = self.indicator.of.by.iter().map(known).sum();
        let line = if self.indicator.of.by.is_empty() { 1.0 } else { below };
        let number = if self.above { q * line } else { above / q };
        number.is_finite().then_some(number)
    }

    /// A whole number, rounded away from the present one, within the room.
    fn rounded(&self, number: f64) -> f64 {
        let slack = 1e-9 * number.abs().max(1.0);
        let whole = if number > self.now { (number - slack).ceil() } else { (number + slack).floor() };
        let [low, high] = self.room;
        whole.max(low).min(high)
    }
}
