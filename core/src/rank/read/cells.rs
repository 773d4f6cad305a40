//! The cells of a table: from what a spreadsheet wrote to an answer, or to what is wrong with it.

use crate::answers::answer;
use crate::assessment::{Question, QuestionKind};
use crate::input::number::JsNumber;
use crate::input::quoted::quoted;
use crate::input::value::Tree;
use crate::rank::read::numbers::{Decimals, Written, written};
use crate::rank::read::words::{OwnWords, Words};
use crate::rank::sheet::Cell;

/// What a spreadsheet writes where it could not compute.
const ERRORS: [&str; 8] = ["#REF!", "#N/A", "#DIV/0!", "#VALUE!", "#NAME?", "#NULL!", "#NUM!", "#SPILL!"];

/// What is wrong with a cell: expected and got, and a hint.
pub type Refusal = (String, Option<String>);

/// What a cell holds.
#[derive(Clone, Debug, PartialEq)]
pub enum Read {
    /// An answer.
    Cell(Cell),
    /// A number that proves the sign for decimals of its column.
    Proof(f64, Decimals),
    /// A number that the rest of the column decides: with a point for decimals, with a comma.
    Ambiguous(f64, f64),
    /// No answer.
    Refused(Refusal),
}

/// Reads the cells of one column.
#[derive(Clone, Debug)]
pub struct CellReader<'a> {
    question: &'a Question,
    words: Words,
    percent: bool,
    /// Whether a currency sign was dropped.
    pub currency: bool,
}

/// A cell without what spreadsheets put around it: outer space, `="007"`, the apostrophe before a formula.
#[must_use]
pub fn unwrapped(cell: &str) -> &str {
    // Most cells are plain words, around which there is nothing.
    if let [first, .., last] = cell.as_bytes()
        && first.is_ascii_alphanumeric()
        && last.is_ascii_alphanumeric()
    {
        return cell;
    }
    let cell = cell.trim_matches(|c: char| c.is_whitespace() || c == '\u{feff}' || c == '\u{200b}');
    if let Some(text) = cell.strip_prefix("=\"").and_then(|cell| cell.strip_suffix('"')) {
        return text.trim();
    }
    let guarded = |rest: &&str| {
        rest.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '\0', '\u{ff1d}', '\u{ff0b}', '\u{ff0d}', '\u{ff20}'])
    };
    cell.strip_prefix('\'').filter(guarded).unwrap_or(cell)
}

/// How the names of months begin in the languages of the spreadsheets that are about, all in lower case.
const MONTHS: [&str; 33] = [
    "jan", "ene", "gen", "feb", "fév", "mar", "mrt", "mär", "maa", "apr", "avr", "abr", "may", "mei", "mai", "mag",
    "jun", "giu", "jul", "jui", "lug", "aug", "aoû", "ago", "sep", "set", "oct", "okt", "ott", "nov", "dec", "déc",
    "dez",
];

/// Whether a cell is what Excel makes of `1-2` or `3/4`: a day and a month, with a year or without.
#[must_use]
pub fn is_date(cell: &str) -> bool {
    let parts: Vec<String> =
        cell.split(['-', '/', '.', ' ']).filter(|part| !part.is_empty()).map(str::to_lowercase).collect();
    let digits = |part: &&String| (1..=4).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit());
    let month = |part: &&String| {
        let named = MONTHS.iter().any(|month| part.starts_with(month));
        named && part.chars().count() <= 9 && part.chars().all(char::is_alphabetic)
    };
    let months = parts.iter().filter(month).count();
    let numbers = parts.iter().filter(digits).count();
    (2..=3).contains(&parts.len()) && months <= 1 && numbers > 0 && months + numbers == parts.len()
}

impl<'a> CellReader<'a> {
    /// A reader of answers to `question`.
    #[must_use]
    pub fn new(question: &'a Question, own: &OwnWords) -> Self {
        let percent = match &question.kind {
            QuestionKind::Number(field) => field.unit.iter().flat_map(|unit| unit.0.iter()).any(|(_, unit)| {
                let unit = unit.to_lowercase();
                ["%", "percent", "procent", "per cent"].iter().any(|word| unit.contains(word))
            }),
            QuestionKind::Choice(_) => false,
        };
        Self { question, words: Words::new(question, own), percent, currency: false }
    }

    /// The id of the question.
    #[must_use]
    pub fn id(&self) -> &'a str {
        &self.question.id
    }

    /// What `cell` holds.
    pub fn read(&mut self, cell: &str) -> Read {
        let text = unwrapped(cell);
        if text.is_empty() {
            return Read::Cell(Cell::Empty);
        }
        // What begins with a digit is no word for an answer to a number.
        if matches!(self.question.kind, QuestionKind::Number(_)) && text.starts_with(|c: char| c.is_ascii_digit()) {
            return self.number(text);
        }
        match self.words.cell(text) {
            Some((cell, None)) => return Read::Cell(cell),
            Some((first, Some(second))) => return Read::Refused(self.same(text, first, second)),
            None => {}
        }
        if ERRORS.iter().any(|error| text.eq_ignore_ascii_case(error)) {
            let message = format!(
                "expected an answer, got {}, which a spreadsheet writes for a formula that failed",
                quoted(text)
            );
            return Read::Refused((message, None));
        }
        match &self.question.kind {
            QuestionKind::Choice(_) => Read::Refused(self.no_option(text)),
            QuestionKind::Number(_) => self.number(text),
        }
    }

    /// A cell of a number under its reading, or why it is out of bounds.
    #[must_use]
    pub fn bounded(&self, number: f64) -> Read {
        match answer(&Tree::Number(number), self.question) {
            Ok(_) => Read::Cell(Cell::Number(number)),
            Err(refusal) => Read::Refused(refusal),
        }
    }

    fn number(&mut self, text: &str) -> Read {
        let Some((number, around)) = written(text) else {
            let refusal = answer(&Tree::Text(text.to_owned()), self.question).err();
            return Read::Refused(
                refusal.unwrap_or_else(|| (format!("expected a number, got {}", quoted(text)), None)),
            );
        };
        if around.percent && !self.percent {
            let message = format!("expected a number, got {} with a percent sign", quoted(text));
            return Read::Refused((message, Some("the unit here is not percent".to_owned())));
        }
        self.currency |= around.currency;
        match number {
            Written::Plain(number) => self.bounded(number),
            Written::Proof(number, decimals) => match self.bounded(number) {
                Read::Cell(_) => Read::Proof(number, decimals),
                refused => refused,
            },
            Written::Ambiguous { point, comma } => Read::Ambiguous(point, comma),
        }
    }

    fn same(&self, text: &str, first: Cell, second: Cell) -> Refusal {
        let name =
            |cell: Cell| cell.answer(self.question).and_then(|answer| answer.name().map(quoted)).unwrap_or_default();
        let message = format!(
            "expected the label of one answer, got {}, which is {} and {}",
            quoted(text),
            name(first),
            name(second)
        );
        (message, Some("write the id in its place".to_owned()))
    }

    fn no_option(&self, text: &str) -> Refusal {
        let refused = answer(&Tree::Text(text.to_owned()), self.question).err();
        let (message, hint) = refused.unwrap_or_else(|| (format!("expected an option, got {}", quoted(text)), None));
        if is_date(text) {
            return (message, Some("Excel has made a date of it; format the column as text".to_owned()));
        }
        (message, hint)
    }
}

/// What is wrong with a number that can be read in two ways where nothing decides.
#[must_use]
pub fn two_readings(text: &str, point: f64, comma: f64) -> Refusal {
    let message = format!(
        "expected a number that can be read in one way, got {}, which is {} or {}",
        quoted(unwrapped(text)),
        JsNumber(point),
        JsNumber(comma)
    );
    (message, Some("say which sign this column has for decimals".to_owned()))
}

/// What is wrong with a number whose sign for decimals is not that of its column.
#[must_use]
pub fn other_sign(text: &str, sign: Decimals) -> Refusal {
    let (own, name) = match sign {
        Decimals::Point => ("a point", "12.5"),
        Decimals::Comma => ("a comma", "12,5"),
    };
    (
        format!("expected {own} for decimals, as in most of this column, got {}", quoted(unwrapped(text))),
        Some(format!("write it as in {name}")),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_spreadsheets_put_around_a_cell_is_dropped() {
        let cells = [" a ", "=\"007\"", "'=1+1", "'-5", "'quoted'", "\u{a0}b\u{feff}", "=\"", "'"];
        assert_eq!(cells.map(unwrapped), ["a", "007", "=1+1", "-5", "'quoted'", "b", "=\"", "'"]);
    }

    #[test]
    fn dates_are_known_by_their_look() {
        assert!(
            ["02-Jan", "2-jan", "Jan-02", "1/2/2026", "2026-01-02", "2. Mär", "3 mrt", "2-1", "02.01.26"]
                .into_iter()
                .all(is_date)
        );
        assert!(
            ["ready", "from-1", "10-", "may", "1", "strong-and-weak", "a-1-b"].into_iter().all(|cell| !is_date(cell))
        );
    }
}
