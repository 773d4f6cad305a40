//! The header of a table: its separator, its columns, and which sign they have for decimals.

use partner_fit_core::assessment::Assessment;
use partner_fit_core::input::problem::Problem;
use partner_fit_core::rank::read::ReadOptions;
use partner_fit_core::rank::read::boundaries::Boundaries;
use partner_fit_core::rank::read::columns::{Column, is_known};
use partner_fit_core::rank::read::records::{Records, line_ends};
use partner_fit_core::rank::read::separator::{self, Separator};
use partner_fit_core::rank::read::table::{Proofs, TableReader};

use super::long;
use super::source::{Cut, Source};
use super::writer::Writer;
use crate::task::Input;

/// What the header of a table says: how its rows are read.
pub enum Header<'a> {
    /// A candidate each.
    Wide(Box<TableReader<'a>>, u8),
    /// An answer each.
    Long(u8),
}

/// Reads the header of a table, of which `peek` is the beginning; the source goes on behind it, or with it where a row
/// holds an answer.
///
/// # Errors
/// Why the table cannot be read.
pub fn header<'a>(
    source: &mut Source,
    peek: &str,
    assessment: &'a Assessment,
    options: &ReadOptions,
    kind: Input,
    writer: &mut Writer,
) -> Result<Header<'a>, Problem> {
    let (text, named) = separator::named(peek).map_or((peek, None), |(separator, rest)| (rest, Some(separator)));
    let skipped = peek.len() - text.len();
    let long = kind == Input::LongCsv;
    let known = |name: &str| if long { long::is_column(name) } else { is_known(assessment, name, &options.columns) };
    let at = |message: String, hint| Problem { path: "rows[1]".to_owned(), message, hint };
    let separator = match named.or(options.separator).map_or_else(|| separator::found(text, &known), Separator::Is) {
        Separator::Is(separator) => separator,
        Separator::Either(one, other) => {
            let [one, other] = [one, other].map(char::from);
            let message =
                format!("expected one separator, got a table that \"{one}\" and \"{other}\" part equally well");
            return Err(at(message, Some(format!("say --separator \"{other}\" or --separator \"{one}\""))));
        }
    };
    let lines = line_ends(peek.get(..skipped).unwrap_or_default());
    if long {
        source.start(skipped, lines, Cut::Records(Boundaries::new(separator)));
        return Ok(Header::Long(separator));
    }
    let (mut records, mut cells) = (Records::new(text, separator, 1 + lines), Vec::new());
    let mut behind = 0;
    let line = loop {
        let Some(record) = records.next(&mut cells) else {
            return Err(at("expected a header, got nothing".to_owned(), None));
        };
        behind = records.position().max(behind);
        if cells.iter().any(|cell| !cell.trim().is_empty()) {
            break record.line;
        }
    };
    let (mut reader, columns) =
        TableReader::new(assessment, &cells, line, (&options.columns, &options.decimals, &options.words));
    if let (Some(first), true) =
        (columns.problems.first(), columns.columns.iter().all(|column| *column == Column::Unknown))
    {
        return Err(first.clone());
    }
    writer.header(columns.problems);
    if !columns.missing.is_empty() {
        writer.note(&format!("no column for {}: unknown in every row", columns.missing.join(", ")));
    }
    // The rows at hand decide the signs for decimals.
    let mut proofs = Proofs::default();
    reader.room = 0;
    while let Some(record) = records.next(&mut cells) {
        reader.row(&record, &cells).iter().for_each(|row| proofs.count(row));
    }
    reader.decide(&proofs);
    let done = skipped + behind;
    source.start(done, line_ends(peek.get(..done).unwrap_or_default()), Cut::Records(Boundaries::new(separator)));
    Ok(Header::Wide(Box::new(reader), separator))
}
