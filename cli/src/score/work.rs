//! The work on a block: reading its rows, scoring them, and writing what comes out.

use partner_fit_core::assessment::Assessment;
use partner_fit_core::input::problem::Problem;
use partner_fit_core::input::value::Tree;
use partner_fit_core::rank::candidate::Candidate;
use partner_fit_core::rank::caps::Caps;
use partner_fit_core::rank::read::items;
use partner_fit_core::rank::read::records::Records;
use partner_fit_core::rank::read::table::TableReader;
use partner_fit_core::rank::scorer::Scorer;
use partner_fit_core::rank::table::Table;
use partner_fit_core::report::{Report, report};
use serde::Serialize;

use super::columns::{Columns, Scored};
use super::source::Block;
use crate::task::Output;

/// How many problems of a block are told in words; of more, no more than the line and their number.
const MAX_PROBLEMS: usize = 2_000;

/// What all work has in common.
pub struct Job<'a> {
    /// What is asked.
    pub assessment: &'a Assessment,
    /// What is written of a row.
    pub columns: Columns,
    /// How it is written.
    pub output: Output,
    /// The language of a Report's texts.
    pub language: String,
    /// Whether nothing is read after the first bad row.
    pub stop: bool,
}

/// How the rows of a block are read.
#[derive(Clone)]
pub enum Rows<'a> {
    /// As a table.
    Table(Box<TableReader<'a>>, u8),
    /// As JSON, one a line.
    Json,
}

/// Does the work, a block at a time.
pub struct Worker<'a> {
    job: &'a Job<'a>,
    table: &'a Table,
    scorer: Scorer<'a>,
    caps: Caps,
    rows: Rows<'a>,
    /// What came of the last block.
    pub done: Done,
}

/// A row that could not be read.
#[derive(Debug, Serialize)]
pub struct Bad {
    /// The line that it begins on.
    line: usize,
    /// What is wrong.
    problems: Vec<Problem>,
    /// How much more is.
    #[serde(skip_serializing_if = "is_none")]
    more: usize,
}

#[allow(clippy::trivially_copy_pass_by_ref)] // as serde asks
fn is_none(count: &usize) -> bool {
    *count == 0
}

/// What came of a block.
#[derive(Debug, Default)]
pub struct Done {
    /// What is to be written.
    pub out: String,
    /// The rows that could not be read.
    pub bad: Vec<Bad>,
    /// How many rows there were.
    pub rows: usize,
}

/// A Report with whom it is about.
#[derive(Serialize)]
struct Named<'a> {
    name: &'a str,
    id: Option<&'a str>,
    #[serde(flatten)]
    report: &'a Report,
}

impl<'a> Worker<'a> {
    /// A worker with memory of its own.
    pub fn new(job: &'a Job<'a>, table: &'a Table, rows: Rows<'a>) -> Self {
        Self { job, table, scorer: Scorer::new(table), caps: Caps::default(), rows, done: Done::default() }
    }

    /// What is asked.
    pub fn assessment(&self) -> &'a Assessment {
        self.job.assessment
    }

    /// Forgets what came of the block before.
    pub fn clear(&mut self) {
        self.done.out.clear();
        self.done.bad.clear();
        self.done.rows = 0;
    }

    /// Whether the sign of a currency was dropped somewhere.
    pub fn has_dropped_currency(&self) -> bool {
        matches!(&self.rows, Rows::Table(reader, _) if reader.has_dropped_currency())
    }

    /// Works on a block; what comes of it is in `done`.
    pub fn work(&mut self, block: &Block) {
        self.clear();
        match std::mem::replace(&mut self.rows, Rows::Json) {
            Rows::Table(mut reader, separator) => {
                reader.room = MAX_PROBLEMS;
                let (mut records, mut cells) = (Records::new(&block.text, separator, block.line), Vec::new());
                while let Some(record) = records.next(&mut cells) {
                    let Some(mut row) = reader.row(&record, &cells) else { continue };
                    reader.close(&mut row);
                    if block.damaged && record.text.contains('\u{fffd}') {
                        let path = format!("rows[{}]", row.line);
                        let hint = Some("say --encoding windows-1252 if that is what it is".to_owned());
                        let message = "expected UTF-8, got other bytes".to_owned();
                        row.problems.push(Problem { path, message, hint });
                        row.problem_count += 1;
                    }
                    let good = row.problem_count == 0;
                    let read = if good { Ok(row.candidate) } else { Err((row.problems, row.problem_count)) };
                    if !self.take(row.line, read) {
                        break;
                    }
                }
                self.rows = Rows::Table(reader, separator);
            }
            Rows::Json => {
                for (place, line) in block.text.split('\n').enumerate().filter(|(_, line)| !line.trim().is_empty()) {
                    let number = block.line + place;
                    let path = format!("rows[{number}]");
                    let read = serde_json::from_str::<Tree>(line).map_err(|error| {
                        let message = format!("expected JSON, got something else: {error}");
                        vec![Problem { path: path.clone(), message, hint: None }]
                    });
                    let read = read.and_then(|item| items::candidate(&item, &path, self.job.assessment));
                    let read = read.map_err(|problems| {
                        let count = problems.len();
                        (problems, count)
                    });
                    if !self.take(number, read) {
                        break;
                    }
                }
            }
        }
    }

    /// Scores a candidate, or keeps what is wrong with it; whether to go on.
    pub fn take(&mut self, line: usize, read: Result<Candidate, (Vec<Problem>, usize)>) -> bool {
        self.done.rows += 1;
        match read {
            Ok(candidate) => self.write(line, &candidate),
            Err((problems, count)) => {
                self.done.bad.push(Bad { line, more: count.saturating_sub(problems.len()), problems });
                return !self.job.stop;
            }
        }
        true
    }

    fn write(&mut self, line: usize, candidate: &Candidate) {
        let Job { assessment, columns, output, language, .. } = self.job;
        let (name, id) = (candidate.name.as_str(), candidate.id.as_deref());
        if *output == Output::Full {
            let report = report(assessment, &candidate.sheet.answers(assessment), language);
            // Plain data is always written.
            self.done.out.push_str(&serde_json::to_string(&Named { name, id, report: &report }).unwrap_or_default());
            self.done.out.push('\n');
            return;
        }
        let numbers = self.scorer.score(&candidate.sheet.0);
        self.table.caps(&candidate.sheet.0, numbers, &mut self.caps);
        let scored = Scored { line, name, id, numbers, caps: &self.caps };
        columns.row(&mut self.done.out, &scored, assessment, *output);
    }
}
