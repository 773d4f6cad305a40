//! Conditions on answers by places instead of names, for gates and floors of a table.

use crate::assessment::{self, Assessment, Condition, Gate, QuestionKind};
use crate::rank::sheet::Cell;

/// A condition on one question.
#[derive(Clone, Debug)]
pub struct Test {
    /// The place of the question among all of them.
    question: usize,
    wanted: Wanted,
}

#[derive(Clone, Debug)]
enum Wanted {
    /// One of the options, by their places; "not sure"; "does not apply".
    Is(Vec<bool>, bool, bool),
    Below(f64),
    AtLeast(f64),
}

/// A gate of the table.
#[derive(Clone, Debug)]
pub struct GateRow {
    /// The conditions, which must all hold.
    pub when: Vec<Test>,
    /// The known share of the weight from which the gate opens.
    pub coverage_below: Option<f64>,
    /// The highest band that can then be reached.
    pub cap: usize,
}

/// The conditions by places. One on a question that is not there, which no file without problems has, is left out.
#[must_use]
pub fn tests(assessment: &Assessment, conditions: &[Condition]) -> Vec<Test> {
    let test = |condition: &Condition| {
        let mut questions = assessment.questions().map(|(_, question)| question).enumerate();
        let (place, question) = questions.find(|(_, question)| question.id == condition.question)?;
        let wanted = match &condition.test {
            assessment::Test::Is(names) => {
                let is = |name: &str| names.iter().any(|wanted| wanted == name);
                let options = match &question.kind {
                    QuestionKind::Choice(options) => options.iter().map(|option| is(&option.id)).collect(),
                    QuestionKind::Number(_) => Vec::new(),
                };
                Wanted::Is(options, is("unsure"), is("n/a"))
            }
            assessment::Test::Below(limit) => Wanted::Below(*limit),
            assessment::Test::AtLeast(limit) => Wanted::AtLeast(*limit),
        };
        Some(Test { question: place, wanted })
    };
    conditions.iter().filter_map(test).collect()
}

impl GateRow {
    /// A gate by places.
    #[must_use]
    pub fn new(assessment: &Assessment, gate: &Gate) -> Self {
        Self { when: tests(assessment, &gate.when), coverage_below: gate.coverage_below, cap: gate.cap }
    }
}

impl Test {
    /// The cell that it is about.
    #[must_use]
    pub fn cell(&self, sheet: &[Cell]) -> Cell {
        sheet.get(self.question).copied().unwrap_or_default()
    }

    /// Whether it holds of a sheet: as [`crate::scoring::gates::holds`] says of answers.
    #[must_use]
    pub fn holds(&self, sheet: &[Cell]) -> bool {
        match (&self.wanted, self.cell(sheet)) {
            (Wanted::Is(_, unsure, _), Cell::Empty | Cell::Unsure) => *unsure,
            (Wanted::Is(_, _, not_applicable), Cell::NotApplicable) => *not_applicable,
            (Wanted::Is(options, ..), Cell::Option(place)) => options.get(usize::from(place)).is_some_and(|is| *is),
            (Wanted::Below(limit), Cell::Number(number)) => number < *limit,
            (Wanted::AtLeast(limit), Cell::Number(number)) => number >= *limit,
            _ => false,
        }
    }
}
