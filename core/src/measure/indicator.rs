//! Indicators: a quotient of figures, or two of them compared, and what that is worth.
//!
//! What cannot be computed is unknown and never 0; what rests on few cases is an estimate with a range. The cases are asked in
//! one fixed order, so that a figure that is missing is never mistaken for one that is 0.

use super::interval::{byar, wilson};
use crate::assessment::text::Text;
use crate::assessment::value_function::ValueFunction;
use crate::scoring::sum;

/// What is known of a figure.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Figure {
    /// It is this number.
    Known(f64),
    /// It was not filled in, or the reader is not sure.
    Unknown,
    /// It does not apply.
    Out,
}

/// The sum of some figures, divided by that of others where there are any.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Quotient {
    /// The figures above the line, by their ids.
    pub sum: Vec<Part>,
    /// The figures below it; none where nothing is divided.
    pub by: Vec<Part>,
}

/// A figure of a quotient.
#[derive(Clone, Debug, PartialEq)]
pub struct Part {
    /// Its id.
    pub figure: String,
    /// Whether it counts something, so that it is a sample of what might have been.
    pub whole: bool,
}

/// How a quotient is held against another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Comparison {
    /// Divided by it.
    Ratio,
    /// Less it.
    Difference,
}

/// What it means if something is above the line and nothing below.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum IfNone {
    /// Nothing can be said.
    Unknown,
    /// The worst: money was spent and nobody won.
    Worst,
    /// It does not apply, whatever is above the line: nothing was agreed, so nothing can be missed.
    Out,
}

/// How figures become a number, and what that is worth.
#[derive(Clone, Debug, PartialEq)]
pub struct Indicator {
    /// Its name.
    pub id: String,
    /// What the reader sees.
    pub label: Text,
    /// What it says, and what it does not.
    pub about: Option<Text>,
    /// What it is counted in.
    pub unit: Option<Text>,
    /// The place of its criterion.
    pub criterion: usize,
    /// What is looked at.
    pub of: Quotient,
    /// What it is held against.
    pub against: Option<(Comparison, Quotient)>,
    /// Whether what is above the line is a part of what is below: then it is a share, from 0 to 1.
    pub subset: bool,
    /// From how many cases on it is no estimate.
    pub least: f64,
    /// What it means if something is above the line and nothing below.
    pub none: IfNone,
    /// What the number is worth, 0 to 1; `None` where it is shown and not scored.
    pub value: Option<ValueFunction>,
}

/// Why an indicator says less than it could, or something that figures alone do not say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Note {
    /// Nothing has happened yet that could be counted.
    NothingYet,
    /// There is nothing to compare with.
    NoBase,
    /// Money was spent and nobody won.
    NoneWon,
    /// It rests on few cases.
    SmallSample,
}

impl Note {
    /// The note as data names it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Note::NothingYet => "nothing-yet",
            Note::NoBase => "no-base",
            Note::NoneWon => "none-won",
            Note::SmallSample => "small-sample",
        }
    }
}

/// How far an indicator is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// It is what the figures say.
    Known,
    /// It is what the figures say, on few cases: the truth may lie on either side.
    Estimated,
    /// It may be anything that is possible.
    Unknown,
    /// It does not apply.
    Out,
}

/// What an indicator comes to.
#[derive(Clone, Debug, PartialEq)]
pub struct Reading {
    /// How far it is known.
    pub state: State,
    /// What it is worth, 0 to 1; `None` where that is unknown, does not apply or is not scored.
    pub value: Option<f64>,
    /// The lowest and the highest that it may be worth; twice the value where it is known.
    pub range: [f64; 2],
    /// The number; infinite where money was spent and nobody won, `None` where it is unknown.
    pub x: Option<f64>,
    /// Between which numbers the truth lies with a chance of 90 %; `None` where it rests on no count.
    pub interval: Option<[f64; 2]>,
    /// On how many cases it rests; of a comparison, the fewer.
    pub sample: Option<f64>,
    /// What is to be said of it.
    pub note: Option<Note>,
}

impl Reading {
    /// The reading of what is not known.
    fn of_nothing() -> Self {
        let (value, x, interval, sample, note) = (None, None, None, None, None);
        Self { state: State::Unknown, value, range: [0.0; 2], x, interval, sample, note }
    }
}

/// A quotient with the interval of its count.
struct Side {
    q: f64,
    interval: [f64; 2],
    count: Option<f64>,
}

impl Indicator {
    /// Every figure that it is made of.
    pub fn parts(&self) -> impl Iterator<Item = &Part> {
        let against = self.against.iter().flat_map(|(_, quotient)| quotient.sum.iter().chain(&quotient.by));
        self.of.sum.iter().chain(&self.of.by).chain(against)
    }

    /// The numbers that it can be, from the lowest to the highest, whatever the figures are.
    #[must_use]
    pub fn possible(&self) -> [f64; 2] {
        match (&self.against, self.subset) {
            (Some((Comparison::Difference, _)), true) => [-1.0, 1.0],
            (Some((Comparison::Difference, _)), false) => [f64::MIN, f64::MAX],
            (None, true) => [0.0, 1.0],
            _ => [0.0, f64::MAX],
        }
    }

    /// What it comes to with these figures.
    #[must_use]
    pub fn read(&self, figure: &dyn Fn(&str) -> Figure) -> Reading {
        let is = |wanted: Figure| self.parts().any(|part| figure(&part.figure) == wanted);
        if is(Figure::Out) {
            return Reading { state: State::Out, ..Reading::of_nothing() };
        }
        if is(Figure::Unknown) {
            return self.unknown(None);
        }
        let (above, below) = self.of.sums(figure);
        if below == Some(0.0) {
            if self.none == IfNone::Out {
                return Reading { state: State::Out, ..Reading::of_nothing() };
            }
            if self.none == IfNone::Unknown || above == 0.0 {
                return self.unknown(Some(Note::NothingYet));
            }
            let note = Some(Note::NoneWon);
            return Reading { note, ..self.known(f64::INFINITY, [f64::INFINITY; 2], None, &[]) };
        }
        let of = self.side(&self.of, figure);
        let Some((comparison, against)) = &self.against else { return self.known(of.q, of.interval, of.count, &[]) };
        let (_, base) = against.sums(figure);
        let other = if base == Some(0.0) { None } else { Some(self.side(against, figure)) };
        let other = other.filter(|other| *comparison == Comparison::Difference || other.q != 0.0);
        let Some(other) = other else { return self.unknown(Some(Note::NoBase)) };
        let [[low, high], [other_low, other_high]] = [of.interval, other.interval];
        let (x, interval) = match comparison {
            Comparison::Ratio => (of.q / other.q, [low / other_high, high / other_low]),
            Comparison::Difference => (of.q - other.q, [low - other_high, high - other_low]),
        };
        self.known(x, interval, of.count, &[other.count])
    }

    fn unknown(&self, note: Option<Note>) -> Reading {
        let [low, high] = self.possible();
        Reading { range: self.bounds(low, high), note, ..Reading::of_nothing() }
    }

    fn bounds(&self, low: f64, high: f64) -> [f64; 2] {
        self.value.as_ref().map_or([0.0; 2], |function| function.bounds(low, high).into())
    }

    fn known(&self, x: f64, interval: [f64; 2], count: Option<f64>, others: &[Option<f64>]) -> Reading {
        let sample = others.iter().chain([&count]).flatten().copied().reduce(f64::min);
        let value = self.value.as_ref().map(|function| function.value(x));
        let small = sample.is_some_and(|sample| sample < self.least);
        Reading {
            state: if small { State::Estimated } else { State::Known },
            value,
            range: if small { self.bounds(interval[0], interval[1]) } else { [value.unwrap_or_default(); 2] },
            x: Some(x),
            interval: sample.map(|_| interval),
            sample,
            note: small.then_some(Note::SmallSample),
        }
    }

    /// A quotient whose lower sum is not 0. The count in the interval's role is what is below the line of a share, else
    /// what is above it where all that is counted, else what is below it. Money alone has none.
    fn side(&self, quotient: &Quotient, figure: &dyn Fn(&str) -> Figure) -> Side {
        let (above, below) = quotient.sums(figure);
        let line = below.unwrap_or(1.0);
        let counts = |parts: &[Part]| !parts.is_empty() && parts.iter().all(|part| part.whole);
        let q = above / line;
        let (interval, count) = if self.subset {
            (wilson(above, line), Some(line))
        } else if counts(&quotient.sum) {
            (byar(above).map(|bound| bound / line), Some(above))
        } else if counts(&quotient.by) {
            let [low, high] = byar(line);
            ([above / high, above / low], Some(line))
        } else {
            ([q; 2], None)
        };
        Side { q, interval, count }
    }
}

impl Quotient {
    /// The sums above and below the line; `None` below where nothing is divided. Figures that are not known count as 0:
    /// who calls has looked for them.
    fn sums(&self, figure: &dyn Fn(&str) -> Figure) -> (f64, Option<f64>) {
        let known = |part: &Part| match figure(&part.figure) {
            Figure::Known(number) => number,
            Figure::Unknown | Figure::Out => 0.0,
        };
        let total = |parts: &[Part]| sum(parts.iter().map(known).collect());
        (total(&self.sum), (!self.by.is_empty()).then(|| total(&self.by)))
    }
}
