//! Reading candidates from what people have: links, JSON, or a table from a spreadsheet; told apart by what is in it,
//! never by its name.
//!
//! What can be read is, although other rows cannot; what is wrong is said by row and column. Nothing is guessed: where
//! two readings are possible, both are told.

pub mod boundaries;
pub mod cells;
pub mod columns;
pub mod encoding;
pub mod items;
pub mod links;
pub mod numbers;
pub mod records;
pub mod report_table;
pub mod separator;
pub mod table;
pub mod words;

use self::encoding::{decode, workbook};
use self::items::items;
use self::numbers::Decimals;
use self::records::Records;
use self::separator::Separator;
use self::table::{Proofs, Row, TableReader};
use self::words::OwnWords;
use crate::assessment::Assessment;
use crate::input::map::Map;
use crate::input::problem::Problem;
use crate::input::quoted::listed;
use crate::input::value::Tree;
use crate::rank::candidate::{Candidate, Distinct, distinct};

/// How many candidates are read at most.
pub const MAX_ROWS: usize = 10_000;

/// How large an input may be, in bytes.
pub const MAX_BYTES: usize = 8 * 1024 * 1024;

/// How many problems are told; all are counted.
pub const MAX_PROBLEMS: usize = 500;

/// How candidates are read.
#[derive(Clone, Debug)]
pub struct ReadOptions {
    /// What our own texts call "Not sure" and the like.
    pub words: OwnWords,
    /// The sign for decimals that somebody has chosen, by question.
    pub decimals: Map<Decimals>,
    /// The separator that somebody has chosen.
    pub separator: Option<u8>,
    /// The names of columns that are called otherwise, by what they hold.
    pub columns: Map<String>,
    /// What parses JSON: the browser in a page.
    pub json: fn(&str) -> Result<Tree, String>,
}

#[cfg(not(target_arch = "wasm32"))]
impl Default for ReadOptions {
    fn default() -> Self {
        Self {
            words: OwnWords::default(),
            decimals: Map::default(),
            separator: None,
            columns: Map::default(),
            json: |text| serde_json::from_str(text).map_err(|error| error.to_string()),
        }
    }
}

/// What was read.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ReadCandidates {
    /// The candidates, in the order of the input.
    pub candidates: Vec<Candidate>,
    /// What is wrong, in the order of the input: the first [`MAX_PROBLEMS`].
    pub problems: Vec<Problem>,
    /// How many problems there are.
    pub problem_count: usize,
    /// What a reader should know, and need not mend.
    pub notes: Vec<String>,
    /// How many candidates the input has.
    pub rows: usize,
    /// How many of them could not be read.
    pub unread: usize,
    /// The header and the rows that could not be read, as they stood in a table: to be mended.
    pub to_mend: String,
    /// Where each candidate stands.
    paths: Vec<String>,
}

/// Reads candidates for `assessment` from a file's bytes or a pasted text.
///
/// # Example
/// ```
/// use partner_fit_core::{assessment::Assessment, input::value::Tree, rank::read::{ReadOptions, read_candidates}};
///
/// let file: Tree = serde_json::from_str(include_str!("../../../static/assessments/partner.json"))?;
/// let assessment = Assessment::read(&file, &Default::default()).expect("ours has no problem");
/// let read = read_candidates(&assessment, b"name;product-fit\nBakker;strongly\nDe Vries;?\n", &ReadOptions::default());
/// assert_eq!((read.candidates.len(), read.unread), (1, 1));
/// assert_eq!(read.problems[0].path, "rows[2].product-fit");
/// # Ok::<(), serde_json::Error>(())
/// ```
#[must_use]
pub fn read_candidates(assessment: &Assessment, bytes: &[u8], options: &ReadOptions) -> ReadCandidates {
    let mut read = ReadCandidates::default();
    if bytes.len() > MAX_BYTES {
        let message = format!("expected at most {} MB, got more", MAX_BYTES / 1024 / 1024);
        read.problem(Problem { path: String::new(), message, hint: None });
        return read;
    }
    if let Some(what) = workbook(bytes) {
        let hint = Some("save it as CSV UTF-8".to_owned());
        read.problem(Problem { path: String::new(), message: format!("expected text, got {what}"), hint });
        return read;
    }
    let decoded = decode(bytes);
    if decoded.assumed {
        read.notes.push("The file is no UTF-8, so it was read as windows-1252: check letters with accents.".to_owned());
    }
    let text = decoded.text.as_ref();
    match text.trim_start().chars().next() {
        None => {
            let message = "expected candidates, got nothing".to_owned();
            read.problem(Problem { path: String::new(), message, hint: None });
        }
        Some('[' | '{') => read.json(text, assessment, options),
        Some(_) if text.lines().find(|line| !line.trim().is_empty()).is_some_and(links::is_link) => {
            read.links(text, assessment);
        }
        Some(_) => read.table(text, assessment, options),
    }
    read.name_apart(options);
    read
}

impl ReadCandidates {
    fn problem(&mut self, problem: Problem) {
        self.problem_count += 1;
        if self.problems.len() < MAX_PROBLEMS {
            self.problems.push(problem);
        }
    }

    /// Takes the candidate at `path`, or what is wrong with it; false where there are too many.
    fn take(&mut self, path: String, candidate: Result<Candidate, Vec<Problem>>) -> bool {
        if self.rows == MAX_ROWS {
            let message = format!("expected at most {MAX_ROWS} candidates, got more");
            self.problem(Problem { path: String::new(), message, hint: None });
            return false;
        }
        self.rows += 1;
        match candidate {
            Ok(candidate) => {
                self.candidates.push(candidate);
                self.paths.push(path);
            }
            Err(problems) => {
                self.unread += 1;
                problems.into_iter().for_each(|problem| self.problem(problem));
            }
        }
        true
    }

    /// Gives a name to those without one, and numbers those that come twice; leaves out whose id comes with other answers.
    fn name_apart(&mut self, options: &ReadOptions) {
        for (place, candidate) in self.candidates.iter_mut().enumerate().filter(|(_, one)| one.name.is_empty()) {
            let name = options.words.candidate.as_deref().unwrap_or("Candidate {number}");
            candidate.name = name.replace("{number}", &(place + 1).to_string());
        }
        let paths = std::mem::take(&mut self.paths);
        let path = |place: usize| format!("{}.id", paths.get(place).map_or("", String::as_str));
        let (kept, skipped) = distinct(&self.candidates, &path);
        let apart = |one: Distinct| {
            let id = one.candidate.id.is_some().then_some(one.id);
            Candidate { id, name: one.name, ..one.candidate.clone() }
        };
        self.candidates = kept.into_iter().map(apart).collect();
        for skipped in skipped {
            self.unread += 1;
            skipped.problems.into_iter().for_each(|problem| self.problem(problem));
        }
    }

    fn json(&mut self, text: &str, assessment: &Assessment, options: &ReadOptions) {
        for (place, item) in items(text, &|line| (options.json)(line).is_ok(), MAX_ROWS + 1).iter().enumerate() {
            let path = item.line.map_or_else(|| format!("candidates[{place}]"), |line| format!("rows[{line}]"));
            let parsed = (options.json)(item.text).map_err(|error| {
                vec![Problem {
                    path: path.clone(),
                    message: format!("expected JSON, got something else: {error}"),
                    hint: None,
                }]
            });
            let candidate = parsed.and_then(|tree| items::candidate(&tree, &path, assessment));
            if !self.take(path, candidate) {
                return;
            }
        }
    }

    fn links(&mut self, text: &str, assessment: &Assessment) {
        for (place, line) in text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty()) {
            let path = format!("rows[{}]", place + 1);
            let problem = |message: &str| vec![Problem { path: path.clone(), message: message.to_owned(), hint: None }];
            let candidate = links::candidate(line, assessment).map_err(problem);
            if !self.take(path, candidate) {
                return;
            }
        }
    }

    fn table(&mut self, text: &str, assessment: &Assessment, options: &ReadOptions) {
        let known = |name: &str| columns::is_known(assessment, name, &options.columns) || report_table::is_column(name);
        let (text, line, named) = match separator::named(text) {
            Some((separator, rest)) => (rest, 2, Some(separator)),
            None => (text, 1, None),
        };
        let separator = match named.or(options.separator).map_or_else(|| separator::found(text, &known), Separator::Is)
        {
            Separator::Is(separator) => separator,
            Separator::Either(one, other) => {
                let [one, other] = [one, other].map(char::from);
                let message =
                    format!("expected one separator, got a table that \"{one}\" and \"{other}\" part equally well");
                let hint = Some(format!("write sep={other} on a line before the header, or sep={one}"));
                return self.problem(Problem { path: format!("rows[{line}]"), message, hint });
            }
        };
        let (mut records, mut cells) = (Records::new(text, separator, line), Vec::new());
        let header = loop {
            match records.next(&mut cells) {
                Some(header) if cells.iter().all(|cell| cell.trim().is_empty()) && header.unclosed.is_none() => {}
                header => break header,
            }
        };
        let Some(header) = header else { return };
        if report_table::is_header(&cells) {
            let candidate = report_table::read(&mut records, &cells, assessment, &options.words);
            self.take("candidates[0]".to_owned(), candidate);
            return;
        }
        let given = (&options.columns, &options.decimals, &options.words);
        let (mut reader, columns) = TableReader::new(assessment, &cells, header.line, given);
        columns.problems.into_iter().for_each(|problem| self.problem(problem));
        if columns.columns.iter().all(|column| *column == columns::Column::Unknown) {
            return;
        }
        if !columns.missing.is_empty() {
            let missing = listed(columns.missing.iter().map(String::as_str));
            self.notes.push(format!("These questions have no column, so they are unknown for all: {missing}."));
        }
        reader.room = MAX_PROBLEMS;
        let mut rows: Vec<(Row, &str)> = Vec::new();
        while let Some(record) = records.next(&mut cells) {
            rows.extend(reader.row(&record, &cells).map(|row| (row, record.text)));
            // One more is enough to say that there are too many.
            if rows.len() > MAX_ROWS {
                break;
            }
        }
        let mut proofs = Proofs::default();
        rows.iter().for_each(|(row, _)| proofs.count(row));
        reader.decide(&proofs);
        for (mut row, text) in rows {
            reader.close(&mut row);
            let bad = row.problem_count > 0;
            self.problem_count += row.problem_count - row.problems.len();
            if bad {
                if self.to_mend.is_empty() {
                    self.to_mend = format!("{}\r\n", header.text);
                }
                self.to_mend.push_str(text);
                self.to_mend.push_str("\r\n");
            }
            let path = format!("rows[{}]", row.line);
            if !self.take(path, if bad { Err(row.problems) } else { Ok(row.candidate) }) {
                break;
            }
        }
        if reader.has_dropped_currency() {
            self.notes.push("Signs of currencies were left out of numbers; nothing was converted.".to_owned());
        }
    }
}
