//! The commands with what each is given.

use std::path::PathBuf;

use partner_fit_core::input::map::Map;
use partner_fit_core::rank::read::numbers::Decimals;

/// What to do.
#[derive(Debug)]
pub enum Command {
    /// Say how the program is used, or its version.
    Help(&'static str),
    /// Tell the problems of files.
    Check(Check),
    /// Score a row at a time.
    Score(Box<Score>),
    /// Put candidates in order.
    Rank(Box<Rank>),
    /// Say a result in words.
    Explain(Explain),
    /// Write an empty table.
    Template(Template),
    /// Make links, or read them.
    Link(Link),
}

/// What `check` is given.
#[derive(Debug, Default)]
pub struct Check {
    /// The files.
    pub files: Vec<PathBuf>,
    /// Whether problems are told as JSON.
    pub json: bool,
}

/// What `score` is given.
#[derive(Debug, Default)]
pub struct Score {
    /// The file of the assessment.
    pub assessment: PathBuf,
    /// The rows.
    pub data: PathBuf,
    /// What the rows are written in; by their content where it is not said.
    pub input: Option<Input>,
    /// What is written.
    pub output: Output,
    /// The columns that are written.
    pub columns: Option<String>,
    /// What is done about rows that cannot be read.
    pub bad_rows: BadRows,
    /// How rows are read.
    pub reading: Reading,
    /// How many threads score; as many as there are cores where it is not said.
    pub threads: Option<usize>,
    /// The language of a Report's texts.
    pub lang: Option<String>,
}

/// How tables are read.
#[derive(Debug, Default)]
pub struct Reading {
    /// Columns that are called otherwise, by what they hold.
    pub map: Map<String>,
    /// The sign for decimals of every column.
    pub decimal: Option<Decimals>,
    /// The separator.
    pub separator: Option<u8>,
    /// Whether the rows are windows-1252.
    pub windows_1252: bool,
}

/// What rows are written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Input {
    /// A table with a row for each candidate.
    Csv,
    /// JSON, one candidate a line.
    Ndjson,
    /// A table with a row for each answer: id, question, answer; those of one candidate together.
    LongCsv,
}

/// What is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Output {
    /// A table.
    #[default]
    Csv,
    /// JSON, one candidate a line.
    Ndjson,
    /// The whole Report as JSON, one a line.
    Full,
}

/// What is done about rows that cannot be read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum BadRows {
    /// Nothing is read after the first one.
    Stop,
    /// They are told, and the exit is 1.
    #[default]
    Report,
    /// They are left out and counted.
    Skip,
}

/// What `rank` is given.
#[derive(Debug, Default)]
pub struct Rank {
    /// The file of the assessment.
    pub assessment: PathBuf,
    /// The candidates.
    pub data: PathBuf,
    /// What is written.
    pub format: Format,
    /// How tables are read.
    pub reading: Reading,
    /// Weights in place of the author's.
    pub weights: Map<f64>,
    /// The file of an ideal profile.
    pub ideal: Option<PathBuf>,
    /// How many candidates are listed.
    pub limit: Option<usize>,
    /// Of how many every pair is compared.
    pub pairs: Option<usize>,
    /// The language of the names of bands.
    pub lang: Option<String>,
}

/// How a Ranking is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Format {
    /// For a reader.
    #[default]
    Table,
    /// The Ranking as it is.
    Json,
    /// For a spreadsheet.
    Csv,
}

/// What `explain` is given.
#[derive(Debug, Default)]
pub struct Explain {
    /// The file of the assessment.
    pub assessment: PathBuf,
    /// The candidate, or several.
    pub data: PathBuf,
    /// Which one is meant, by its id or name.
    pub id: Option<String>,
    /// Whether somebody else gave the answers, so that texts speak of a candidate.
    pub candidate: bool,
    /// How tables are read.
    pub reading: Reading,
    /// The language.
    pub lang: Option<String>,
}

/// What `template` is given.
#[derive(Debug, Default)]
pub struct Template {
    /// The file of the assessment.
    pub assessment: PathBuf,
    /// The language.
    pub lang: Option<String>,
}

/// What `link` is given.
#[derive(Debug, Default)]
pub struct Link {
    /// The file of the assessment.
    pub assessment: PathBuf,
    /// The candidates, or the links.
    pub data: PathBuf,
    /// Whether links are read and not made.
    pub decode: bool,
    /// What stands before a link, such as the address of a page.
    pub base: Option<String>,
    /// Whether names travel in links.
    pub names: bool,
    /// How tables are read.
    pub reading: Reading,
}
