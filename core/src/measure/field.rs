//! What a file says of each figure and of each input of the economics. How they are read is in `figures` and `inputs`.

use super::indicator::Quotient;
use crate::assessment::text::Text;

/// What is said of a figure beside what every number question says.
#[derive(Clone, Debug, PartialEq)]
pub struct FigureField {
    /// The id of the question.
    pub id: String,
    /// Whether it counts something, so that it is a whole number.
    pub whole: bool,
    /// The time that it is of.
    pub period: Period,
}

/// The time that a figure is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Period {
    /// The last twelve full months.
    Year,
    /// The last full month.
    Month,
    /// The present day.
    Now,
}

/// A figure that is a part of another.
#[derive(Clone, Debug, PartialEq)]
pub struct Within {
    /// The part.
    pub part: String,
    /// The whole, which is never less.
    pub whole: String,
}

/// An input that is asked, or taken from figures.
#[derive(Clone, Debug, PartialEq)]
pub struct InputField {
    /// Which one it is, by its name.
    pub id: String,
    /// The question.
    pub text: Text,
    /// The lowest that it can be.
    pub min: f64,
    /// The highest that it can be.
    pub max: f64,
    /// What it is where nothing says it.
    pub default: Option<f64>,
    /// The figures that say it.
    pub of: Option<Quotient>,
}
