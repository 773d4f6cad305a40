//! Our own table of one result, as [`crate::sharing::csv`] writes it: a row for each question, then one for each total.
//!
//! Only the answers are taken; every number is worked out anew.

use std::borrow::Cow;

use crate::assessment::Assessment;
use crate::input::problem::Problem;
use crate::input::quoted::quoted;
use crate::rank::candidate::Candidate;
use crate::rank::read::cells::{CellReader, Read, unwrapped};
use crate::rank::read::records::Records;
use crate::rank::read::words::OwnWords;
use crate::rank::sheet::{Cell, Sheet};
use crate::sharing::OpenError;

/// The columns that make a table one of ours.
const COLUMNS: [&str; 3] = ["row", "question", "answer"];

/// How many problems are told.
const MAX_PROBLEMS: usize = 500;

/// Whether a header's cell is one of those.
#[must_use]
pub fn is_column(name: &str) -> bool {
    COLUMNS.contains(&name.trim())
}

/// Whether a header is that of a result.
#[must_use]
pub fn is_header(cells: &[Cow<str>]) -> bool {
    COLUMNS.iter().all(|column| cells.iter().any(|cell| cell.trim() == *column))
}

/// The candidate whose result follows under `header`.
///
/// # Errors
/// Another assessment or another version of it, an answer that is none.
pub fn read(
    records: &mut Records,
    header: &[Cow<str>],
    assessment: &Assessment,
    words: &OwnWords,
) -> Result<Candidate, Vec<Problem>> {
    let places = COLUMNS.map(|column| header.iter().position(|cell| cell.trim() == column));
    let mut sheet = Sheet(vec![Cell::Empty; assessment.questions().count()]);
    let (mut problems, mut cells) = (Vec::new(), Vec::new());
    let mut of = [None, None];
    while let Some(record) = records.next(&mut cells) {
        if problems.len() == MAX_PROBLEMS {
            break;
        }
        let cell = |place: Option<usize>| place.and_then(|place| cells.get(place)).map_or("", |cell| unwrapped(cell));
        let [kind, question, answer] = places.map(cell);
        let mut note = |message: String, hint| {
            problems.push(Problem { path: format!("rows[{}].{question}", record.line), message, hint });
        };
        match (kind, question) {
            ("result", "assessment") => of[0] = Some(answer.to_owned()),
            ("result", "fingerprint") => of[1] = Some(answer.to_owned()),
            ("answer", id) => {
                let found = assessment.questions().map(|(_, question)| question).enumerate();
                let Some((place, question)) = found.into_iter().find(|(_, question)| question.id == id) else {
                    note(format!("expected the id of a question, got {}", quoted(id)), None);
                    continue;
                };
                // Numbers are written as JavaScript does, so that a point is for decimals.
                let mut reader = CellReader::new(question, words);
                let read = match reader.read(answer) {
                    Read::Proof(number, _) | Read::Ambiguous(number, _) => reader.bounded(number),
                    read => read,
                };
                match read {
                    Read::Cell(cell) => sheet.0.get_mut(place).into_iter().for_each(|old| *old = cell),
                    Read::Refused((message, hint)) => note(message, hint),
                    Read::Proof(..) | Read::Ambiguous(..) => {}
                }
            }
            _ => {}
        }
    }
    let error = match &of {
        [Some(id), _] if *id != assessment.id => Some(OpenError::OtherAssessment),
        [_, Some(fingerprint)] if *fingerprint != assessment.fingerprint => Some(OpenError::OtherVersion),
        [Some(_), Some(_)] => None,
        _ => Some(OpenError::Damaged),
    };
    if let Some(error) = error {
        problems = vec![Problem { path: String::new(), message: error.message().to_owned(), hint: None }];
    }
    if problems.is_empty() { Ok(Candidate { sheet, ..Candidate::default() }) } else { Err(problems) }
}
