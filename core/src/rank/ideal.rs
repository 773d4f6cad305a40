//! Fit by wishes: what one side asks for over what the other side answers, and both directions together.
//!
//! A wish is stated by answering the other side's questions: what would the right partner say? Fit is a second number
//! beside the score and never mixed with it: the score says how ready somebody is, fit how near to what was asked.

pub mod file;
pub mod wish;

use self::wish::{Ideal, Side, Wanted, Wish};
use crate::assessment::value_function::{Scale, ValueFunction};
use crate::assessment::{Assessment, Question, QuestionKind};

use crate::rank::sheet::{Cell, Sheet};

/// How near to the wishes the answers of a side are.
#[derive(Clone, Debug, PartialEq)]
pub struct Fit {
    /// 0 to 100 over what is known; `None` where nothing that was wished for is.
    pub value: Option<f64>,
    /// The least that it can still be, 0 to 100.
    pub low: f64,
    /// The most that it can still be, 0 to 100.
    pub high: f64,
    /// The ids of the questions that must be as wished and are not: no match, whatever the number is.
    pub missed: Vec<String>,
    /// What every wish comes to, in the order of the questions.
    pub questions: Vec<QuestionFit>,
}

/// What one wish comes to.
#[derive(Clone, Debug, PartialEq)]
pub struct QuestionFit {
    /// The id of the question.
    pub id: String,
    /// 0 to 3.
    pub importance: f64,
    /// 0 to 1, 1 as wished; `None` where the answer is unknown or does not apply.
    pub fit: Option<f64>,
}

/// How near the answers of a sheet are to the wishes: `100 Σ importance · fit / Σ importance` over what is known. What
/// does not apply leaves the sum; `low` and `high` put every unknown at 0 and at 1.
#[must_use]
pub fn fit(assessment: &Assessment, ideal: &Ideal, sheet: &Sheet) -> Fit {
    let mut fit = Fit { value: None, low: 0.0, high: 100.0, missed: Vec::new(), questions: Vec::new() };
    let (mut known, mut sum, mut open) = (0.0, 0.0, 0.0);
    for ((_, question), cell) in
        assessment.questions().zip(sheet.0.iter().copied().chain(std::iter::repeat(Cell::Empty)))
    {
        let Some(wish) = ideal.wishes.get(&question.id) else { continue };
        let near = nearness(question, wish, cell);
        if cell.is_unknown() {
            open += wish.importance;
        } else if let Some(near) = near {
            known += wish.importance;
            sum += wish.importance * near;
            if wish.must && near < 1.0 {
                fit.missed.push(question.id.clone());
            }
        }
        fit.questions.push(QuestionFit { id: question.id.clone(), importance: wish.importance, fit: near });
    }
    if known > 0.0 {
        fit.value = Some(100.0 * (sum / known));
        fit.low = 100.0 * (sum / (known + open));
        fit.high = 100.0 * ((sum + open) / (known + open));
    }
    fit
}

/// How near an answer is to a wish, 0 to 1; `None` where it is unknown or does not apply.
#[must_use]
pub fn nearness(question: &Question, wish: &Wish, cell: Cell) -> Option<f64> {
    match (&wish.wanted, cell, &question.kind) {
        (Wanted::Options(wanted), Cell::Option(place), QuestionKind::Choice(options)) => {
            let steps = wanted.iter().map(|wanted| wanted.abs_diff(usize::from(place))).min()?;
            Some(1.0 - share(steps, options.len().saturating_sub(1)))
        }
        (Wanted::Numbers(from, to), Cell::Number(number), QuestionKind::Number(field)) => {
            let (from, to) = (from.unwrap_or(f64::MIN), to.unwrap_or(f64::MAX));
            let corners = [field.min.unwrap_or(from).min(from), from, to, field.max.unwrap_or(to).max(to)];
            Some(ValueFunction::Trapezoid { corners, scale: Scale::Linear }.value(number))
        }
        _ => None,
    }
}

#[allow(clippy::cast_precision_loss)] // counts of options
fn share(steps: usize, of: usize) -> f64 {
    if of > 0 { steps as f64 / of as f64 } else { 0.0 }
}

/// The fit of both sides, which is the smaller one, and whose it is; no side where they are equal, nothing where one is
/// not known.
///
/// # Example
/// ```
/// use partner_fit_core::rank::ideal::{mutual, wish::Side};
///
/// assert_eq!(mutual(Some(79.0), Some(60.0)), (Some(60.0), Some(Side::Partner)));
/// assert_eq!(mutual(Some(79.0), None), (None, None));
/// ```
#[must_use]
pub fn mutual(vendor: Option<f64>, partner: Option<f64>) -> (Option<f64>, Option<Side>) {
    match (vendor, partner) {
        (Some(vendor), Some(partner)) if vendor < partner => (Some(vendor), Some(Side::Vendor)),
        (Some(vendor), Some(partner)) if partner < vendor => (Some(partner), Some(Side::Partner)),
        (Some(vendor), Some(_)) => (Some(vendor), None),
        _ => (None, None),
    }
}
