//! A table of candidates: a row each, under a header; with the sign for decimals decided for every column.

use std::borrow::Cow;

use crate::assessment::Assessment;
use crate::input::map::Map;
use crate::input::plain_text::clean_name;
use crate::input::problem::Problem;
use crate::rank::candidate::{Candidate, MAX_NAME};
use crate::rank::read::cells::{CellReader, Read, Refusal, other_sign, two_readings, unwrapped};
use crate::rank::read::columns::{Column, Columns, columns};
use crate::rank::read::numbers::Decimals;
use crate::rank::read::records::{MAX_CELLS, Record};
use crate::rank::read::words::OwnWords;
use crate::rank::sheet::{Cell, Sheet};

/// What is known of the sign for decimals of a column.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Sign {
    /// Nothing says so.
    #[default]
    Undecided,
    /// This one; every number that has a sign agrees.
    Is(Decimals),
    /// This one by most numbers, and others have the other.
    Mostly(Decimals),
    /// As many numbers have one as have the other.
    Torn,
}

/// A number of a row that its column has to decide, or that may prove the sign for it.
#[derive(Clone, Debug, PartialEq)]
struct Open {
    question: usize,
    text: String,
    read: Read,
}

/// A row of the table.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Row {
    /// The line that it begins on.
    pub line: usize,
    /// The candidate, as far as it could be read.
    pub candidate: Candidate,
    /// What is wrong with the row, as far as there was room to tell.
    pub problems: Vec<Problem>,
    /// How much is wrong with it; then the candidate is not to be used.
    pub problem_count: usize,
    open: Vec<Open>,
}

/// How many numbers prove each sign, a point and a comma, for every question.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Proofs(Vec<(usize, usize)>);

impl Proofs {
    /// Counts what the numbers of a row prove.
    pub fn count(&mut self, row: &Row) {
        for open in &row.open {
            if self.0.len() <= open.question {
                self.0.resize(open.question + 1, (0, 0));
            }
            let Some((points, commas)) = self.0.get_mut(open.question) else { continue };
            match open.read {
                Read::Proof(_, Decimals::Point) => *points += 1,
                Read::Proof(_, Decimals::Comma) => *commas += 1,
                _ => {}
            }
        }
    }
}

/// Reads the rows of one table.
#[derive(Clone, Debug)]
pub struct TableReader<'a> {
    columns: Vec<Column>,
    readers: Vec<CellReader<'a>>,
    /// For each question, the sign for decimals.
    pub signs: Vec<Sign>,
    /// How many problems more are told in words; all are counted.
    pub room: usize,
}

impl<'a> TableReader<'a> {
    /// A reader of the rows under a header that stands on `line`, and what its header says. `map` names columns that
    /// are called otherwise, `decimals` the signs that somebody has chosen, by question.
    #[must_use]
    pub fn new(
        assessment: &'a Assessment,
        header: &[Cow<str>],
        line: usize,
        (map, decimals, own): (&Map<String>, &Map<Decimals>, &OwnWords),
    ) -> (Self, Columns) {
        let columns = columns(assessment, header, line, map);
        let sign = |id: &str| decimals.get(id).map_or(Sign::Undecided, |sign| Sign::Is(*sign));
        let reader = Self {
            columns: columns.columns.clone(),
            readers: assessment.questions().map(|(_, question)| CellReader::new(question, own)).collect(),
            signs: assessment.questions().map(|(_, question)| sign(&question.id)).collect(),
            room: usize::MAX,
        };
        (reader, columns)
    }

    /// Whether a currency sign was dropped somewhere.
    #[must_use]
    pub fn has_dropped_currency(&self) -> bool {
        self.readers.iter().any(|reader| reader.currency)
    }

    /// Reads a row; `None` for an empty one. Numbers with a sign for decimals stay open until [`Self::close`].
    pub fn row(&mut self, record: &Record, cells: &[Cow<str>]) -> Option<Row> {
        let filled = cells.iter().rposition(|cell| !cell.trim().is_empty()).map_or(0, |last| last + 1);
        if filled == 0 && record.unclosed.is_none() {
            return None;
        }
        let mut row = Row { line: record.line, ..Row::default() };
        row.candidate.sheet = Sheet(vec![Cell::Empty; self.readers.len()]);
        if let Some(line) = record.unclosed {
            let message = "expected a quotation mark that closes, got none to the end".to_owned();
            let hint = Some("a mark inside a cell is written twice".to_owned());
            row.problems.push(Problem { path: format!("rows[{line}]"), message, hint });
            row.problem_count = 1;
            return Some(row);
        }
        if filled > self.columns.len() {
            let got = if filled < MAX_CELLS { filled.to_string() } else { format!("{MAX_CELLS} or more") };
            let message = format!("expected at most {} cells, got {got}", self.columns.len());
            let hint = Some("a cell with the separator in it needs quotation marks".to_owned());
            row.problem("", (message, hint), &mut self.room);
        }
        for (column, cell) in self.columns.iter().zip(cells) {
            match column {
                Column::Name => row.candidate.name = clean_name(unwrapped(cell), MAX_NAME),
                Column::Id => {
                    row.candidate.id = Some(clean_name(unwrapped(cell), MAX_NAME)).filter(|id| !id.is_empty())
                }
                Column::Note | Column::Unknown => {}
                Column::Question(question) => {
                    let Some(reader) = self.readers.get_mut(*question) else { continue };
                    match reader.read(cell) {
                        Read::Cell(read) => row.set(*question, read),
                        Read::Refused(refusal) => row.problem(reader.id(), refusal, &mut self.room),
                        read => row.open.push(Open { question: *question, text: cell.to_string(), read }),
                    }
                }
            }
        }
        Some(row)
    }

    /// Decides the sign of every column by all that rows prove, unless it is decided already.
    pub fn decide(&mut self, proofs: &Proofs) {
        for (sign, (points, commas)) in self.signs.iter_mut().zip(proofs.0.iter().copied()) {
            if *sign == Sign::Undecided {
                *sign = match (points, commas) {
                    (0, 0) => Sign::Undecided,
                    (_, 0) => Sign::Is(Decimals::Point),
                    (0, _) => Sign::Is(Decimals::Comma),
                    _ if points > commas => Sign::Mostly(Decimals::Point),
                    _ if commas > points => Sign::Mostly(Decimals::Comma),
                    _ => Sign::Torn,
                };
            }
        }
    }

    /// Reads the open numbers of a row by the signs that are decided.
    pub fn close(&mut self, row: &mut Row) {
        for open in std::mem::take(&mut row.open) {
            let (Some(reader), Some(sign)) = (self.readers.get(open.question), self.signs.get(open.question)) else {
                continue;
            };
            let read = match (open.read, sign) {
                (Read::Proof(number, own), Sign::Is(sign) | Sign::Mostly(sign)) if own == *sign => {
                    reader.bounded(number)
                }
                (Read::Proof(number, _), Sign::Undecided) => reader.bounded(number),
                (Read::Proof(_, _), Sign::Is(sign) | Sign::Mostly(sign)) => {
                    Read::Refused(other_sign(&open.text, *sign))
                }
                (Read::Proof(_, own), Sign::Torn) => {
                    let other = if own == Decimals::Point { Decimals::Comma } else { Decimals::Point };
                    Read::Refused(other_sign(&open.text, other))
                }
                (Read::Ambiguous(point, _), Sign::Is(Decimals::Point)) => reader.bounded(point),
                (Read::Ambiguous(_, comma), Sign::Is(Decimals::Comma)) => reader.bounded(comma),
                (Read::Ambiguous(point, comma), _) => Read::Refused(two_readings(&open.text, point, comma)),
                (read, _) => read,
            };
            match read {
                Read::Cell(cell) => row.set(open.question, cell),
                Read::Refused(refusal) => row.problem(reader.id(), refusal, &mut self.room),
                Read::Proof(..) | Read::Ambiguous(..) => {}
            }
        }
    }
}

impl Row {
    fn set(&mut self, question: usize, cell: Cell) {
        self.candidate.sheet.0.get_mut(question).into_iter().for_each(|old| *old = cell);
    }

    fn problem(&mut self, column: &str, (message, hint): Refusal, room: &mut usize) {
        self.problem_count += 1;
        if *room > 0 {
            *room -= 1;
            let dot = if column.is_empty() { "" } else { "." };
            self.problems.push(Problem { path: format!("rows[{}]{dot}{column}", self.line), message, hint });
        }
    }
}
