//! A sheet: the answers of one candidate in the order of the questions, small enough to hold many.

use crate::answers::{Answer, Answers};
use crate::assessment::{Assessment, Question, QuestionKind};

/// The answer to one question.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub enum Cell {
    /// There is none, which is unknown as "not sure" is.
    #[default]
    Empty,
    /// "Not sure".
    Unsure,
    /// "Does not apply".
    NotApplicable,
    /// The option at this place among those of the question.
    Option(u16),
    /// A finite number.
    Number(f64),
}

impl Cell {
    /// The cell of an answer to `question`; empty for an answer that is none of its.
    #[must_use]
    pub fn of(question: &Question, answer: Option<&Answer>) -> Self {
        match (answer, &question.kind) {
            (None, _) => Cell::Empty,
            (Some(Answer::Unsure), _) => Cell::Unsure,
            (Some(Answer::NotApplicable), _) => Cell::NotApplicable,
            (Some(Answer::Number(number)), _) => Cell::Number(*number),
            (Some(Answer::Option(id)), QuestionKind::Choice(options)) => {
                let place = options.iter().position(|option| option.id == *id);
                place.and_then(|place| u16::try_from(place).ok()).map_or(Cell::Empty, Cell::Option)
            }
            (Some(Answer::Option(_)), QuestionKind::Number(_)) => Cell::Empty,
        }
    }

    /// The answer to `question` that this stands for.
    #[must_use]
    pub fn answer(self, question: &Question) -> Option<Answer> {
        match (self, &question.kind) {
            (Cell::Empty, _) => None,
            (Cell::Unsure, _) => Some(Answer::Unsure),
            (Cell::NotApplicable, _) => Some(Answer::NotApplicable),
            (Cell::Number(number), _) => Some(Answer::Number(number)),
            (Cell::Option(place), QuestionKind::Choice(options)) => {
                options.get(usize::from(place)).map(|option| Answer::Option(option.id.clone()))
            }
            (Cell::Option(_), QuestionKind::Number(_)) => None,
        }
    }

    /// Whether nothing is known of the answer.
    #[must_use]
    pub fn is_unknown(self) -> bool {
        matches!(self, Cell::Empty | Cell::Unsure)
    }
}

/// The answers of one candidate: a cell for each question, in the order in which they are asked.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Sheet(pub Vec<Cell>);

impl Sheet {
    /// The sheet that holds `answers`.
    #[must_use]
    pub fn of(assessment: &Assessment, answers: &Answers) -> Self {
        Self(assessment.questions().map(|(_, question)| Cell::of(question, answers.get(&question.id))).collect())
    }

    /// The answers that this holds.
    #[must_use]
    pub fn answers(&self, assessment: &Assessment) -> Answers {
        let questions = assessment.questions().zip(&self.0);
        questions.filter_map(|((_, question), cell)| Some((question.id.clone(), cell.answer(question)?))).collect()
    }
}
