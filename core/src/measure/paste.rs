//! Two columns from a spreadsheet, the name of a figure and its value, as a sheet of answers.
//!
//! The separator is the one by which most lines name something that is asked. Whether a comma stands before decimals or between
//! thousands is decided for the whole column by the cells that prove it; where none does it is asked, and never guessed.

pub mod number;

use self::number::reading;
use crate::answers::Answers;
use crate::assessment::{Assessment, Question, QuestionKind};
use crate::input::hints::nearest;
use crate::input::number::JsNumber;
use crate::input::problem::{Path, Problem};
use crate::input::quoted::quoted;
use crate::input::value::Tree;
use crate::measure::Programme;

/// How many lines are read at most.
const MAX_LINES: usize = 500;

/// The separators, in the order in which they are tried.
const SEPARATORS: [char; 4] = [';', '\t', '|', ','];

/// What spreadsheets leave where a formula failed.
const FAILURES: [&str; 6] = ["#REF!", "#N/A", "#DIV/0!", "#VALUE!", "#NAME?", "#NULL!"];

/// What was pasted: answers by the ids of their questions, and what could not be read.
#[derive(Clone, Debug, PartialEq)]
pub struct Pasted {
    /// The answers, to be read as any others.
    pub answers: Tree,
    /// What could not be read, each by its line, from 0.
    pub problems: Vec<Problem>,
}

/// A line with a question that is asked.
struct Line<'a> {
    index: usize,
    question: &'a Question,
    cell: String,
}

impl Programme {
    /// Reads two columns, the name of a figure and its value, as they come out of a spreadsheet.
    ///
    /// # Errors
    /// Every line that could not be read, by its number from 0, and then everything that is wrong with the figures.
    pub fn read_pasted(&self, text: &str) -> Result<Answers, Vec<Problem>> {
        let Pasted { answers, mut problems } = pasted(text, &self.entered);
        match self.read_sheet(&answers) {
            Ok(answers) if problems.is_empty() => Ok(answers),
            read => {
                problems.extend(read.err().unwrap_or_default());
                Err(problems)
            }
        }
    }
}

/// Reads two columns of answers to `assessment`.
#[must_use]
pub fn pasted(text: &str, assessment: &Assessment) -> Pasted {
    let mut problems = Vec::new();
    let mut note = |index: usize, message: String, hint: Option<String>| {
        let lines = Path::Root.key("lines");
        problems.push(Problem { path: lines.index(index).to_string(), message, hint });
    };
    let text = text.strip_prefix('\u{feff}').unwrap_or(text).replace("\r\n", "\n").replace('\r', "\n");
    let mut rows: Vec<(usize, &str)> = text.split('\n').enumerate().filter(|(_, row)| !row.trim().is_empty()).collect();
    let named = rows.first().and_then(|(_, row)| row.trim().strip_prefix("sep=")).map(str::to_owned);
    if named.is_some() {
        rows.remove(0);
    }
    if rows.len() > MAX_LINES {
        note(MAX_LINES, format!("expected at most {MAX_LINES} lines, got {}", rows.len()), None);
        rows.truncate(MAX_LINES);
    }
    if rows.is_empty() {
        let message = "expected two columns, the name of a figure and its value, got nothing".to_owned();
        return Pasted {
            answers: Tree::Object(Vec::new()),
            problems: vec![Problem { path: String::new(), message, hint: None }],
        };
    }
    let separator = named.and_then(|sign| sign.chars().next()).unwrap_or_else(|| separator(&rows, assessment));
    let mut lines: Vec<Line> = Vec::new();
    for (place, (index, row)) in rows.iter().enumerate() {
        let columns = row.split_once(separator);
        let (name, cell) = columns.unwrap_or((row, ""));
        let (name, cell) = (plain(name), plain(cell.trim_end_matches([separator, ' '])));
        match called(&name, assessment) {
            Some(_) if columns.is_none() => {
                note(*index, "expected a value behind the name, got nothing".to_owned(), None);
            }
            Some(question) if lines.iter().any(|line| line.question.id == question.id) => {
                note(*index, format!("expected every name once, got {} again", quoted(&name)), None);
            }
            Some(question) => lines.push(Line { index: *index, question, cell }),
            // A heading above the columns.
            None if place == 0 && reading(&cell, '.').is_none() && reading(&cell, ',').is_none() => {}
            None => {
                let ids = assessment.questions().map(|(_, question)| question.id.as_str());
                note(*index, format!("expected the name of a figure, got {}", quoted(&name)), nearest(&name, ids));
            }
        }
    }
    let decimal = decimal_sign(&lines, &mut note);
    let mut answers = Vec::new();
    for line in lines.iter().filter(|line| !line.cell.is_empty()) {
        match value(line, decimal) {
            Ok(value) => answers.extend(value.map(|value| (line.question.id.clone(), value))),
            Err(message) => note(line.index, message, None),
        }
    }
    Pasted { answers: Tree::Object(answers), problems }
}

/// The separator by which most lines name something that is asked; of equals, the first.
fn separator(rows: &[(usize, &str)], assessment: &Assessment) -> char {
    let mut best = (0, ';');
    for sign in SEPARATORS {
        let names = rows.iter().filter_map(|(_, row)| row.split_once(sign));
        let count = names.filter(|(name, _)| called(&plain(name), assessment).is_some()).count();
        if count > best.0 {
            best = (count, sign);
        }
    }
    best.1
}

/// A cell without what spreadsheets put around it: quotation marks, `="007"`, and our own guard before a formula.
fn plain(cell: &str) -> String {
    let cell = cell.trim();
    let cell = cell.strip_prefix('=').filter(|rest| rest.starts_with('"')).unwrap_or(cell);
    let inside = cell.strip_prefix('"').and_then(|rest| rest.strip_suffix('"'));
    let cell = inside.map_or_else(|| cell.to_owned(), |inside| inside.replace("\"\"", "\""));
    let guarded = cell.strip_prefix('\'').filter(|rest| rest.starts_with(['=', '+', '-', '@']));
    guarded.map_or(cell.trim(), str::trim).to_owned()
}

/// The question of this id, or with this text in one of its languages.
fn called<'a>(name: &str, assessment: &'a Assessment) -> Option<&'a Question> {
    let same = |text: &str| alike(text, name);
    let mut questions = assessment.questions().map(|(_, question)| question);
    questions.find(|question| same(&question.id) || question.text.0.iter().any(|(_, text)| same(text)))
}

/// Whether two texts differ only in case, outer space and a point at the end.
fn alike(a: &str, b: &str) -> bool {
    let bare = |text: &str| text.trim().trim_end_matches('.').to_lowercase();
    bare(a) == bare(b)
}

/// A cell of numbers without its percent or currency sign.
fn bare_number(cell: &str) -> &str {
    cell.trim().trim_start_matches(['€', '$', '£']).trim_end_matches(['€', '$', '£', '%']).trim()
}

/// Which sign stands before decimals in these lines. Where none of them proves one it is the point, and every cell that would
/// be another number with the comma is noted; where some prove the one and some the other, the fewer are.
#[allow(clippy::float_cmp)] // two readings of the same digits
fn decimal_sign(lines: &[Line], note: &mut dyn FnMut(usize, String, Option<String>)) -> char {
    let (mut points, mut commas, mut either) = (Vec::new(), Vec::new(), Vec::new());
    for line in lines.iter().filter(|line| matches!(line.question.kind, QuestionKind::Number(_))) {
        let cell = bare_number(&line.cell);
        match (reading(cell, '.'), reading(cell, ',')) {
            (Some(_), None) => points.push(line),
            (None, Some(_)) => commas.push(line),
            (Some(point), Some(comma)) if point != comma => either.push((line, point, comma)),
            _ => {}
        }
    }
    let decimal = if commas.len() > points.len() { ',' } else { '.' };
    if points.is_empty() && commas.is_empty() {
        for (line, point, comma) in either {
            let [point, comma] = [point, comma].map(JsNumber);
            let message = format!("expected a number that can be read in one way, got {}", quoted(&line.cell));
            note(line.index, message, Some(format!("did you mean {point} or {comma}? Write it without the mark")));
        }
    }
    let fewer = if decimal == ',' { points } else { commas };
    for line in fewer.iter().filter(|_| !lines.is_empty()) {
        let message =
            format!("expected {} before decimals, as in the other lines, got {}", named(decimal), quoted(&line.cell));
        note(line.index, message, None);
    }
    decimal
}

fn named(sign: char) -> &'static str {
    if sign == ',' { "a comma" } else { "a point" }
}

/// What a cell says; nothing where that was noted before.
fn value(line: &Line, decimal: char) -> Result<Option<Tree>, String> {
    let cell = line.cell.as_str();
    let text = |text: &str| Ok(Some(Tree::Text(text.to_owned())));
    if FAILURES.iter().any(|failure| failure.eq_ignore_ascii_case(cell)) {
        return Err(format!(
            "expected a value, got {}, which a spreadsheet writes where a formula fails",
            quoted(cell)
        ));
    }
    if cell == "?" || alike(cell, "unsure") {
        return text("unsure");
    }
    let label = line.question.not_applicable_label.as_ref();
    if alike(cell, "n/a") || label.is_some_and(|label| label.0.iter().any(|(_, label)| alike(label, cell))) {
        return text("n/a");
    }
    match &line.question.kind {
        QuestionKind::Number(field) => {
            let bare = bare_number(cell);
            // A percent sign stands for hundredths where a share is asked, and for nothing that is counted.
            let is_share = field.max.is_some_and(|max| max <= 1.0);
            let parts = match (cell.ends_with('%'), is_share) {
                (false, _) => 1.0,
                (true, true) => 100.0,
                (true, false) => return Err(format!("expected a number without a percent sign, got {}", quoted(cell))),
            };
            match (reading(bare, decimal), reading(bare, '.').or(reading(bare, ','))) {
                (Some(number), _) => Ok(Some(Tree::Number(number / parts))),
                (None, Some(_)) => Ok(None), // with the other sign, which was noted
                (None, None) => Err(format!("expected a number, got {}", quoted(cell))),
            }
        }
        QuestionKind::Choice(options) => {
            let labelled = |label: &str| alike(label, cell);
            let mut found = options
                .iter()
                .filter(|option| alike(&option.id, cell) || option.label.0.iter().any(|(_, label)| labelled(label)));
            match (found.next(), found.next()) {
                (Some(option), None) => text(&option.id),
                (Some(_), Some(_)) => Err(format!("expected one answer, got {}, which two have", quoted(cell))),
                (None, _) => text(cell), // told by whoever reads answers
            }
        }
    }
}
