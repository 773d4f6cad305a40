//! An assessment as a table: what every answer is worth and how it weighs, looked up once for many candidates.
//!
//! It gives the numbers of [`crate::scoring::score`] and the caps of [`crate::scoring::gates`] bit for bit, without
//! taking memory for a sheet: the same terms, added in the same order. How they are added is in
//! [`crate::rank::scorer`], what caps the band in [`crate::rank::caps`].

pub mod condition;

use self::condition::{GateRow, Test};
use crate::assessment::value_function::{ValueFunction, bounds};
use crate::assessment::{Assessment, Band, Criterion, Question, QuestionKind};
use crate::rank::sheet::Cell;

/// What is known of an answer.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Worth {
    /// It is worth this, 0 to 1.
    Known(f64),
    /// It is worth something between these.
    Unknown(f64, f64),
    /// The question leaves the sum.
    Out,
    /// As `Out`, but still to be answered.
    OutUnknown,
}

/// A question of the table.
#[derive(Clone, Debug)]
pub struct QuestionRow {
    /// Its weight beside the other questions of its criterion.
    pub weight: f64,
    /// The worst and the best that it can be worth; `None` where it is not scored.
    pub bounds: Option<(f64, f64)>,
    /// What each option is worth; none for a number.
    pub options: Vec<Option<f64>>,
    /// What a number is worth.
    pub number: Option<ValueFunction>,
}

/// A criterion of the table.
#[derive(Clone, Debug)]
pub struct CriterionRow {
    /// Its weight beside the others; not normalised.
    pub weight: f64,
    /// How many questions it has.
    pub questions: usize,
    /// The least that is needed of it.
    pub floor: Option<FloorRow>,
}

/// The floor of a criterion.
#[derive(Clone, Debug)]
pub struct FloorRow {
    /// The value, 0 to 1, under which it caps the band.
    pub below: f64,
    /// The highest band that can then be reached.
    pub cap: usize,
    /// Answers of which one is enough to take it away.
    pub unless: Vec<Test>,
}

/// An assessment, ready to score many sheets.
///
/// # Example
/// ```
/// use partner_fit_core::{answers::Answers, assessment::Assessment, input::value::Tree};
/// use partner_fit_core::rank::{scorer::Scorer, sheet::Sheet, table::Table};
/// use partner_fit_core::scoring::score;
///
/// let file: Tree = serde_json::from_str(include_str!("../../../static/assessments/partner.json"))?;
/// let assessment = Assessment::read(&file, &Default::default()).expect("ours has no problem");
/// let table = Table::new(&assessment);
/// let mut scorer = Scorer::new(&table);
/// let nothing = Answers::default();
/// let numbers = scorer.score(&Sheet::of(&assessment, &nothing).0);
/// assert_eq!(numbers.score, score(&assessment, &nothing).score);
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Debug)]
pub struct Table {
    /// The criteria, in the author's order.
    pub criteria: Vec<CriterionRow>,
    /// All questions, in the order in which they are asked.
    pub questions: Vec<QuestionRow>,
    /// The gates, in the author's order.
    pub gates: Vec<GateRow>,
    /// The bands, lowest first.
    pub bands: Vec<Band>,
}

impl Table {
    /// The table of an assessment.
    #[must_use]
    pub fn new(assessment: &Assessment) -> Self {
        let row = |criterion: &Criterion| CriterionRow {
            weight: criterion.weight,
            questions: criterion.questions.len(),
            floor: criterion.floor.as_ref().map(|floor| FloorRow {
                below: floor.below,
                cap: floor.cap,
                unless: condition::tests(assessment, &floor.unless),
            }),
        };
        Self {
            criteria: assessment.criteria.iter().map(row).collect(),
            questions: assessment.questions().map(|(_, question)| question_row(question)).collect(),
            gates: assessment.gates.iter().map(|gate| GateRow::new(assessment, gate)).collect(),
            bands: assessment.bands.to_vec(),
        }
    }

    /// The highest band, as a place in the assessment's bands.
    #[must_use]
    pub fn top(&self) -> usize {
        self.bands.len().saturating_sub(1)
    }
}

fn question_row(question: &Question) -> QuestionRow {
    let mut row = QuestionRow { weight: question.weight, bounds: None, options: Vec::new(), number: None };
    match &question.kind {
        QuestionKind::Choice(options) => {
            row.options = options.iter().map(|option| option.value).collect();
            row.bounds = question.is_scored().then(|| bounds(row.options.iter().copied().flatten()));
        }
        QuestionKind::Number(field) => {
            let (min, max) = (field.min.unwrap_or(f64::MIN), field.max.unwrap_or(f64::MAX));
            row.bounds = field.value.as_ref().map(|function| function.bounds(min, max));
            row.number.clone_from(&field.value);
        }
    }
    row
}

impl QuestionRow {
    /// What a cell is worth.
    #[must_use]
    pub fn worth(&self, cell: Cell) -> Worth {
        let value = match cell {
            Cell::Empty | Cell::Unsure => {
                return self.bounds.map_or(Worth::OutUnknown, |(worst, best)| Worth::Unknown(worst, best));
            }
            Cell::NotApplicable => None,
            Cell::Option(place) => self.options.get(usize::from(place)).copied().flatten(),
            Cell::Number(number) => self.number.as_ref().map(|function| function.value(number)),
        };
        self.bounds.and(value).map_or(Worth::Out, Worth::Known)
    }
}
