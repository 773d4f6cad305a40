//! `partner-fit score`: a row in, a row out, in blocks, so that memory does not grow with the input.
//!
//! Some blocks are read, threads work on one each, and what comes out is written in the order of the input. What the
//! columns of a table hold, and which sign they have for decimals, is decided by the first block.

mod columns;
mod header;
mod long;
mod source;
mod work;
mod writer;

use std::num::NonZero;
use std::thread;

use partner_fit_core::input::problem::Problem;
use partner_fit_core::rank::read::encoding::workbook;
use partner_fit_core::rank::read::links::is_link;
use partner_fit_core::rank::read::{MAX_BYTES, ReadOptions, read_candidates};
use partner_fit_core::rank::table::Table;

use self::columns::Columns;
use self::header::{Header, header};
use self::source::{Cut, Source, head};
use self::work::{Job, Rows, Worker};
use self::writer::Writer;
use crate::failure::Failure;
use crate::task::{BadRows, Input, Output, Score};
use crate::{files, language};

/// How much a thread works on at a time.
const BLOCK_BYTES: usize = 128 << 10;

/// The same for Reports, of which each is larger than the row that it is on by far.
const FULL_BLOCK_BYTES: usize = 16 << 10;

/// How many threads work at most, for memory's sake.
const MAX_THREADS: usize = 8;

/// Scores what comes in.
pub fn run(score: &Score) -> Result<(), Failure> {
    let assessment = files::assessment(&score.assessment)?;
    let columns = Columns::new(score.columns.as_deref(), &assessment)?;
    let job = Job {
        columns,
        output: score.output,
        language: language::of(&assessment, score.lang.as_deref())?,
        stop: score.bad_rows == BadRows::Stop,
        assessment: &assessment,
    };
    let table = Table::new(&assessment);
    let mut input = files::open(&score.data)?;
    let head = head(input.as_mut()).map_err(|error| Failure::reading(&score.data, &error))?;
    let mut writer = Writer::new(score, job.columns.header(score.output))?;
    if let Some(what) = workbook(&head) {
        let hint = Some("save it as CSV UTF-8".to_owned());
        return Err(writer.problem(Problem {
            path: String::new(),
            message: format!("expected text, got {what}"),
            hint,
        }));
    }
    let size = if score.output == Output::Full { FULL_BLOCK_BYTES } else { BLOCK_BYTES };
    let (mut source, assumed) = Source::new(input, head.clone(), score.reading.windows_1252, size);
    if assumed {
        writer.note("no UTF-8, so it was read as windows-1252: check letters with accents");
    }
    let options = files::options(&score.reading, &assessment)?;
    let peek = source.peek();
    let first = peek.trim_start();
    let is_object = |line: &str| line.starts_with('{') && serde_json::from_str::<serde_json::Value>(line).is_ok();
    let kind = score.input.or_else(|| match first.chars().next() {
        Some('{') if is_object(first.lines().next().unwrap_or_default().trim()) => Some(Input::Ndjson),
        Some('{' | '[') => None,
        _ => (!first.lines().next().is_some_and(is_link)).then_some(Input::Csv),
    });
    match kind {
        Some(Input::Ndjson) => {
            source.start(0, 0, Cut::Lines);
            stream(&mut source, &job, &table, &Rows::Json, score, &mut writer)?;
        }
        Some(kind) => match header(&mut source, &peek, &assessment, &options, kind, &mut writer) {
            Ok(Header::Wide(reader, separator)) => {
                let rows = Rows::Table(reader, separator);
                stream(&mut source, &job, &table, &rows, score, &mut writer)?;
            }
            Ok(Header::Long(separator)) => {
                let mut worker = Worker::new(&job, &table, Rows::Json);
                long::run(&mut source, separator, &mut worker, &options, &mut writer)?;
            }
            Err(problem) => return Err(writer.problem(problem)),
        },
        None => {
            let worker = &mut Worker::new(&job, &table, Rows::Json);
            whole(score, source, head, &options, worker, &mut writer)?;
        }
    }
    writer.end()
}

/// Works through the blocks, some at a time.
fn stream<'a>(
    source: &mut Source,
    job: &'a Job<'a>,
    table: &'a Table,
    rows: &Rows<'a>,
    score: &Score,
    writer: &mut Writer,
) -> Result<(), Failure> {
    let cores = thread::available_parallelism().map_or(1, NonZero::get);
    let count = score.threads.unwrap_or(cores).min(MAX_THREADS);
    let mut workers: Vec<Worker> = (0..count).map(|_| Worker::new(job, table, rows.clone())).collect();
    loop {
        let (mut blocks, mut open) = (Vec::new(), None);
        while blocks.len() < count && open.is_none() {
            match source.next().map_err(|error| Failure::reading(&score.data, &error))? {
                Ok(Some(block)) => blocks.push(block),
                Ok(None) => break,
                Err(line) => open = Some(line),
            }
        }
        let used = blocks.len();
        match (workers.as_mut_slice(), blocks.as_slice()) {
            ([worker, ..], [block]) => worker.work(block),
            _ => thread::scope(|scope| {
                for (worker, block) in workers.iter_mut().zip(&blocks) {
                    scope.spawn(move || worker.work(block));
                }
            }),
        }
        for worker in workers.iter().take(used) {
            writer.take(&worker.done)?;
        }
        if let Some(line) = open {
            let message = "expected a record of at most 4 MB, got a longer one".to_owned();
            let hint = Some("a quotation mark may be left open".to_owned());
            return Err(writer.problem(Problem { path: format!("rows[{line}]"), message, hint }));
        }
        if used < count {
            break;
        }
    }
    if workers.iter().any(Worker::has_dropped_currency) {
        writer.note("signs of currencies were left out of numbers; nothing was converted");
    }
    Ok(())
}

/// Scores what is no stream of rows: a list in JSON, links.
fn whole(
    score: &Score,
    source: Source,
    mut bytes: Vec<u8>,
    options: &ReadOptions,
    worker: &mut Worker,
    writer: &mut Writer,
) -> Result<(), Failure> {
    source.rest(&mut bytes, MAX_BYTES).map_err(|error| Failure::reading(&score.data, &error))?;
    let read = read_candidates(worker.assessment(), &bytes, options);
    for (place, candidate) in read.candidates.into_iter().enumerate() {
        worker.take(place + 1, Ok(candidate));
    }
    writer.take(&worker.done)?;
    writer.told(&read.problems, read.unread.max(usize::from(!read.problems.is_empty())));
    Ok(())
}
