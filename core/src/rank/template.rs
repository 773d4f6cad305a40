//! Tables of candidates for a spreadsheet: an empty one to fill in, and one with answers that reads back the same.
//!
//! Columns are those that [`crate::rank::read`] reads: name, id, a question each by its id, note.

use crate::answers::Answer;
use crate::assessment::value_function::ValueFunction;
use crate::assessment::{Assessment, Question, QuestionKind};
use crate::input::number::JsNumber;
use crate::rank::candidate::Candidate;
use crate::rank::read::numbers::{Decimals, Written, written};
use crate::rank::sheet::Cell;
use crate::sharing::csv::text;

/// The name of the candidate in the example.
const EXAMPLE: &str = "Bakker & Zn";

/// A row of a table, of texts.
fn row<'a>(table: &mut String, separator: char, cells: impl Iterator<Item = Option<&'a str>>) {
    for (place, cell) in cells.enumerate() {
        if place > 0 {
            table.push(separator);
        }
        cell.into_iter().for_each(|cell| text(table, cell, separator));
    }
    table.push_str("\r\n");
}

/// A number as a cell, in full precision. One that could be read as thousands (`1.234`) gets a zero behind it.
fn number(number: f64) -> String {
    let mut cell = JsNumber(number).to_string();
    if matches!(written(&cell), Some((Written::Ambiguous { .. }, _))) {
        cell.push('0');
    }
    cell
}

fn header(table: &mut String, separator: char, assessment: &Assessment) {
    let questions = assessment.questions().map(|(_, question)| Some(question.id.as_str()));
    row(table, separator, [Some("name"), Some("id")].into_iter().chain(questions).chain([Some("note")]));
}

/// The table to fill in: a header, one filled example and one empty row. Answers are labels in `language`, one of the
/// assessment's; cells are parted by `;` where decimals have a comma, as spreadsheets do.
#[must_use]
pub fn template(assessment: &Assessment, language: &str, decimals: Decimals) -> String {
    let separator = if decimals == Decimals::Comma { ';' } else { ',' };
    let mut table = String::new();
    header(&mut table, separator, assessment);
    let answers: Vec<String> =
        assessment.questions().map(|(_, question)| example(question, language, decimals)).collect();
    let answers = answers.iter().map(|answer| Some(answer.as_str()));
    row(&mut table, separator, [Some(EXAMPLE), Some("1")].into_iter().chain(answers).chain([None]));
    let empty = assessment.questions().count() + 3;
    row(&mut table, separator, std::iter::repeat_n(None, empty));
    table
}

/// An answer that is worth most, as a reader would write it.
fn example(question: &Question, language: &str, decimals: Decimals) -> String {
    match &question.kind {
        QuestionKind::Choice(options) => {
            let worth = |value: Option<f64>| value.unwrap_or(0.0);
            let best = options.iter().reduce(|best, one| if worth(one.value) > worth(best.value) { one } else { best });
            best.map_or_else(String::new, |option| option.label.get(language).to_owned())
        }
        QuestionKind::Number(field) => {
            let at = match &field.value {
                Some(ValueFunction::Piecewise { points, .. }) => {
                    points.iter().reduce(|best, one| if one.1 > best.1 { one } else { best }).map(|(at, _)| *at)
                }
                Some(ValueFunction::Trapezoid { corners: [_, from, ..], .. }) => Some(*from),
                None => field.max.or(field.min),
            };
            let number = JsNumber(at.unwrap_or(0.0)).to_string();
            if decimals == Decimals::Comma { number.replace('.', ",") } else { number }
        }
    }
}

/// Candidates as a table: ids of options, numbers in full precision with a point, `unsure` and `n/a`.
#[must_use]
pub fn table(assessment: &Assessment, candidates: &[Candidate]) -> String {
    let mut table = String::new();
    header(&mut table, ',', assessment);
    for candidate in candidates {
        text(&mut table, &candidate.name, ',');
        table.push(',');
        text(&mut table, candidate.id.as_deref().unwrap_or_default(), ',');
        let cells = candidate.sheet.0.iter().copied().chain(std::iter::repeat(Cell::Empty));
        for ((_, question), cell) in assessment.questions().zip(cells) {
            table.push(',');
            match cell.answer(question) {
                Some(Answer::Number(answer)) => table.push_str(&number(answer)),
                Some(named) => text(&mut table, named.name().unwrap_or_default(), ','),
                None => {}
            }
        }
        table.push_str(",\r\n");
    }
    table
}
