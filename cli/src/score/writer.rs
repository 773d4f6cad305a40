//! What comes out: rows in order, bad ones told, all of them counted.

use std::io::{self, Write};

use partner_fit_core::input::problem::Problem;

use super::work::{Bad, Done};
use crate::failure::Failure;
use crate::progress::Progress;
use crate::task::{BadRows, Score};
use crate::{files, output};

/// Writes rows in order, tells bad ones, and counts.
pub struct Writer {
    out: io::StdoutLock<'static>,
    bad_rows: BadRows,
    name: String,
    progress: Progress,
    rows: usize,
    bad: usize,
    /// Whether the header has problems.
    header: bool,
}

impl Writer {
    /// Writes the header of what comes out.
    pub fn new(score: &Score, header: String) -> Result<Self, Failure> {
        let mut out = io::stdout().lock();
        out.write_all(header.as_bytes()).map_err(|error| Failure::writing(&error))?;
        Ok(Self {
            out,
            bad_rows: score.bad_rows,
            name: files::name(&score.data),
            progress: Progress::new(),
            rows: 0,
            bad: 0,
            header: false,
        })
    }

    /// Says what a reader should know, and need not mend.
    pub fn note(&mut self, note: &str) {
        self.progress.clear();
        output::tell([format!("{}: {note}", self.name)]);
    }

    /// Tells problems of the header, which leave the rows readable.
    pub fn header(&mut self, problems: Vec<Problem>) {
        self.header |= !problems.is_empty();
        self.told(&problems, 0);
    }

    /// Tells problems, by which `bad` rows could not be read.
    pub fn told(&mut self, problems: &[Problem], bad: usize) {
        self.progress.clear();
        self.bad += bad;
        if self.bad_rows != BadRows::Skip {
            output::tell(problems.iter().map(|problem| format!("{}: {problem}", self.name)));
        }
    }

    /// A problem after which nothing can be read.
    pub fn problem(&mut self, problem: Problem) -> Failure {
        self.progress.clear();
        match self.out.flush() {
            Err(error) => Failure::writing(&error),
            Ok(()) => Failure::of(&self.name, &[problem]),
        }
    }

    /// Writes what came of a block.
    pub fn take(&mut self, done: &Done) -> Result<(), Failure> {
        self.out.write_all(done.out.as_bytes()).map_err(|error| Failure::writing(&error))?;
        self.rows += done.rows;
        self.bad += done.bad.len();
        self.progress.rows(self.rows);
        if self.bad_rows != BadRows::Skip && !done.bad.is_empty() {
            self.progress.clear();
            // Plain data is always written.
            let told = |bad: &Bad| serde_json::to_string(bad).unwrap_or_default();
            output::tell(done.bad.iter().map(told));
        }
        if self.bad_rows == BadRows::Stop && !done.bad.is_empty() {
            self.out.flush().map_err(|error| Failure::writing(&error))?;
            return Err(Failure::Problems(Vec::new()));
        }
        Ok(())
    }

    /// Ends, and says how many rows were left out.
    pub fn end(mut self) -> Result<(), Failure> {
        self.progress.clear();
        self.out.flush().map_err(|error| Failure::writing(&error))?;
        if self.bad > 0 {
            output::tell([format!("{} of {} rows were not read", self.bad, self.rows.max(self.bad))]);
        }
        let good = (self.bad == 0 && !self.header) || self.bad_rows == BadRows::Skip;
        if good { Ok(()) } else { Err(Failure::Problems(Vec::new())) }
    }
}
