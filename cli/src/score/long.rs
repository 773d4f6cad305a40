//! A table with a row for each answer: id, question, answer. The rows of one candidate stand together.

use std::borrow::Cow;

use partner_fit_core::input::hints::nearest;
use partner_fit_core::input::plain_text::clean_name;
use partner_fit_core::input::problem::Problem;
use partner_fit_core::input::quoted::quoted;
use partner_fit_core::rank::candidate::{Candidate, MAX_NAME};
use partner_fit_core::rank::read::ReadOptions;
use partner_fit_core::rank::read::cells::{CellReader, Read, two_readings, unwrapped};
use partner_fit_core::rank::read::numbers::Decimals;
use partner_fit_core::rank::read::records::Records;
use partner_fit_core::rank::sheet::{Cell, Sheet};

use super::source::Source;
use super::work::Worker;
use super::writer::Writer;
use crate::failure::Failure;

/// The columns, in whatever order.
const COLUMNS: [&str; 3] = ["id", "question", "answer"];

/// Whether a column is called so.
pub fn is_column(name: &str) -> bool {
    COLUMNS.iter().any(|column| name.trim().eq_ignore_ascii_case(column))
}

/// The candidate whose rows are being read.
struct Present {
    id: String,
    line: usize,
    sheet: Vec<Cell>,
    problems: Vec<Problem>,
}

/// Scores the candidates of the table.
pub fn run(
    source: &mut Source,
    separator: u8,
    worker: &mut Worker,
    options: &ReadOptions,
    writer: &mut Writer,
) -> Result<(), Failure> {
    let assessment = worker.assessment();
    let mut readers: Vec<CellReader> =
        assessment.questions().map(|(_, question)| CellReader::new(question, &options.words)).collect();
    let mut places: Option<[usize; 3]> = None;
    let mut present: Option<Present> = None;
    loop {
        let block = match source.next().map_err(|error| Failure::Io(format!("cannot read: {error}")))? {
            Ok(Some(block)) => block,
            Ok(None) => break,
            Err(line) => {
                let message = "expected a record of at most 4 MB, got a longer one".to_owned();
                return Err(writer.problem(Problem { path: format!("rows[{line}]"), message, hint: None }));
            }
        };
        worker.clear();
        let (mut records, mut cells) = (Records::new(&block.text, separator, block.line), Vec::new());
        while let Some(record) = records.next(&mut cells) {
            if cells.iter().all(|cell| cell.trim().is_empty()) {
                continue;
            }
            let Some(places) = places else {
                places = Some(header(&cells).map_err(|message| {
                    writer.problem(Problem { path: format!("rows[{}]", record.line), message, hint: None })
                })?);
                continue;
            };
            let [id, question, answer] = places.map(|place| cells.get(place).map_or("", |cell| unwrapped(cell)));
            if present.as_ref().is_none_or(|present| present.id != id) {
                let sheet = vec![Cell::Empty; readers.len()];
                let next = Present { id: id.to_owned(), line: record.line, sheet, problems: Vec::new() };
                if let Some(done) = present.replace(next)
                    && !take(done, worker)
                {
                    return writer.take(&worker.done);
                }
            }
            let Some(present) = &mut present else { continue };
            let mut note = |message: String, hint| {
                present.problems.push(Problem { path: format!("rows[{}].{question}", record.line), message, hint });
            };
            let Some(place) = readers.iter().position(|reader| reader.id() == question) else {
                let hint = nearest(question, readers.iter().map(CellReader::id));
                note(format!("expected the id of a question, got {}", quoted(question)), hint);
                continue;
            };
            let Some(reader) = readers.get_mut(place) else { continue };
            let chosen = options.decimals.get(question).copied();
            let read = match (reader.read(answer), chosen) {
                (Read::Proof(number, _), _) | (Read::Ambiguous(number, _), Some(Decimals::Point)) => {
                    reader.bounded(number)
                }
                (Read::Ambiguous(_, number), Some(Decimals::Comma)) => reader.bounded(number),
                (Read::Ambiguous(point, comma), None) => Read::Refused(two_readings(answer, point, comma)),
                (read, _) => read,
            };
            match read {
                Read::Cell(cell) if present.sheet.get(place) == Some(&Cell::Empty) => {
                    present.sheet.get_mut(place).into_iter().for_each(|old| *old = cell);
                }
                Read::Cell(_) => note("expected each question once, got it again".to_owned(), None),
                Read::Refused((message, hint)) => note(message, hint),
                Read::Proof(..) | Read::Ambiguous(..) => {}
            }
        }
        writer.take(&worker.done)?;
    }
    worker.clear();
    if let Some(last) = present {
        take(last, worker);
    }
    writer.take(&worker.done)
}

/// Scores a candidate that is complete; whether to go on.
fn take(done: Present, worker: &mut Worker) -> bool {
    let Present { id, line, sheet, problems } = done;
    let name = clean_name(&id, MAX_NAME);
    let candidate = Candidate { id: Some(name.clone()), name, sheet: Sheet(sheet), ideal: None };
    let count = problems.len();
    worker.take(line, if problems.is_empty() { Ok(candidate) } else { Err((problems, count)) })
}

/// Where the three columns stand.
fn header(cells: &[Cow<str>]) -> Result<[usize; 3], String> {
    let place = |name: &str| cells.iter().position(|cell| cell.trim().eq_ignore_ascii_case(name));
    match COLUMNS.map(place) {
        [Some(id), Some(question), Some(answer)] => Ok([id, question, answer]),
        _ => Err("expected columns called id, question and answer".to_owned()),
    }
}
