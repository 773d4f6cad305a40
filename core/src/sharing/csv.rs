//! The Report as a table for a spreadsheet: CSV as in RFC 4180, a row for each question and then for each total. In a
//! language that writes 0,5 a spreadsheet expects `;` between cells and a decimal comma, and gets both.
//!
//! Text that a spreadsheet would run as a formula gets an apostrophe before it (OWASP ASVS 5.0, 1.2.10); numbers stay
//! numbers, in full precision. Names of columns and rows are those of the Report, so that programs can rely on them;
//! titles, questions and answers are in the reader's language.

use crate::answers::Answer;
use crate::assessment::Assessment;
use crate::input::number::JsNumber;
use crate::report::Report;
use crate::wording::Texts;

/// The first row.
const COLUMNS: [&str; 11] = [
    "row",
    "criterion",
    "criterionLabel",
    "criterionWeight",
    "question",
    "questionText",
    "answer",
    "answerLabel",
    "value",
    "points",
    "lost",
];

/// One cell.
enum Cell<'a> {
    Text(&'a str),
    Number(f64),
    Empty,
}

impl From<Option<f64>> for Cell<'_> {
    fn from(number: Option<f64>) -> Self {
        number.map_or(Cell::Empty, Cell::Number)
    }
}

/// The Report as CSV. Rows called `answer` hold a question each; rows called `result` a total each, its name in the
/// column `question` and its value in the column `answer`.
#[must_use]
pub fn csv(report: &Report, assessment: &Assessment, texts: &Texts) -> String {
    let mut table = Table { text: String::new(), has_commas: texts.decimal_sign() == ',' };
    table.row(&COLUMNS.map(Cell::Text));
    for criterion in &report.criteria {
        for scored in &criterion.questions {
            let Some(question) = assessment.question(&scored.id) else { continue };
            let label = texts.answer_text(question, scored.answer.as_ref());
            let answer = match &scored.answer {
                Some(Answer::Number(number)) => Cell::Number(*number),
                Some(named) => Cell::Text(named.name().unwrap_or_default()),
                None => Cell::Empty,
            };
            table.row(&[
                Cell::Text("answer"),
                Cell::Text(&criterion.id),
                Cell::Text(&criterion.label),
                Cell::Number(criterion.weight),
                Cell::Text(&scored.id),
                Cell::Text(question.text.get(texts.language())),
                answer,
                Cell::Text(&label),
                scored.value.into(),
                Cell::Number(scored.points),
                Cell::Number(scored.lost),
            ]);
        }
    }
    let clashes = joined(&mut report.clashes.iter().map(|clash| clash.questions.join("+")));
    let types = joined(&mut report.partner_types.iter().map(|fitting| fitting.id.clone()));
    let plan = joined(&mut report.plan.iter().map(|item| item.id.clone()));
    let verdict = report.verdict.as_ref().map_or("", |verdict| &verdict.id);
    let need = report.need.as_ref().map_or("", |need| &need.level);
    let model = report.model.as_ref().map_or("", |model| &model.chosen);
    let truth = |value: bool| Cell::Text(if value { "true" } else { "false" });
    for (name, value) in [
        ("score", report.score.into()),
        ("low", Cell::Number(report.low)),
        ("high", Cell::Number(report.high)),
        ("coverage", Cell::Number(report.coverage)),
        ("band", Cell::Text(&report.band.id)),
        ("bandLabel", Cell::Text(&report.band.label)),
        ("bandByScore", Cell::Text(&report.band_by_score.id)),
        ("provisional", truth(report.provisional)),
        ("borderline", truth(report.borderline)),
        ("clashes", Cell::Text(&clashes)),
        ("need", Cell::Text(need)),
        ("verdict", Cell::Text(verdict)),
        ("model", Cell::Text(model)),
        ("partnerTypes", Cell::Text(&types)),
        ("plan", Cell::Text(&plan)),
        ("ownWeights", truth(report.own_weights)),
        ("adapted", truth(report.adapted)),
        ("about", Cell::Text(report.about)),
        ("selfReported", truth(report.self_reported)),
        ("assessment", Cell::Text(&report.assessment.id)),
        ("version", Cell::Text(&report.assessment.version)),
        ("fingerprint", Cell::Text(&report.assessment.fingerprint)),
        ("engine", Cell::Text(report.engine)),
    ] {
        let mut cells = COLUMNS.map(|_| Cell::Empty);
        for (cell, filled) in cells.iter_mut().zip([
            Some(Cell::Text("result")),
            None,
            None,
            None,
            Some(Cell::Text(name)),
            None,
            Some(value),
        ]) {
            if let Some(filled) = filled {
                *cell = filled;
            }
        }
        table.row(&cells);
    }
    table.text
}

/// A table as it is written.
struct Table {
    text: String,
    /// Whether numbers have a decimal comma, so that `;` stands between cells.
    has_commas: bool,
}

impl Table {
    fn row(&mut self, cells: &[Cell]) {
        for (place, cell) in cells.iter().enumerate() {
            if place > 0 {
                self.text.push(if self.has_commas { ';' } else { ',' });
            }
            match cell {
                Cell::Text(words) => words_of(&mut self.text, words, &[',', ';']),
                Cell::Number(number) => {
                    let written = JsNumber(*number).to_string();
                    self.text.extend(written.chars().map(|c| if c == '.' && self.has_commas { ',' } else { c }));
                }
                Cell::Empty => {}
            }
        }
        self.text.push_str("\r\n");
    }
}

/// Writes a text as a cell of another table: in quotation marks where it needs them beside `separator`, defused where a
/// spreadsheet would run it as a formula.
pub fn text(table: &mut String, text: &str, separator: char) {
    words_of(table, text, &[separator]);
}

fn words_of(table: &mut String, text: &str, separators: &[char]) {
    let formula =
        text.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '\0', '\u{ff1d}', '\u{ff0b}', '\u{ff0d}', '\u{ff20}']);
    let quoted = text.contains(['"', '\r', '\n']) || text.contains(separators);
    if quoted {
        table.push('"');
    }
    if formula {
        table.push('\'');
    }
    if quoted {
        for c in text.chars() {
            if c == '"' {
                table.push('"');
            }
            table.push(c);
        }
        table.push('"');
    } else {
        table.push_str(text);
    }
}

/// Some ids in one cell.
fn joined(ids: &mut dyn Iterator<Item = String>) -> String {
    let mut cell = String::new();
    for id in ids {
        if !cell.is_empty() {
            cell.push(' ');
        }
        cell.push_str(&id);
    }
    cell
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_quoted_and_formulas_defused() {
        for (given, expected) in [
            ("plain", "plain"),
            ("", ""),
            ("a,b", "\"a,b\""),
            ("a;b", "\"a;b\""),
            ("say \"so\"", "\"say \"\"so\"\"\""),
            ("two\r\nlines", "\"two\r\nlines\""),
            ("=1+1", "'=1+1"),
            ("+31 20", "'+31 20"),
            ("-5", "'-5"),
            ("@SUM(A1,A2)", "\"'@SUM(A1,A2)\""),
            ("\t=1", "'\t=1"),
            ("\r=1", "\"'\r=1\""),
            ("\0=1", "'\0=1"),
            ("\u{ff1d}1", "'\u{ff1d}1"),
            ("10-24 %", "10-24 %"),
            ("'quoted", "'quoted"),
        ] {
            let mut table = String::new();
            words_of(&mut table, given, &[',', ';']);
            assert_eq!(table, expected);
        }
    }

    #[test]
    fn numbers_stay_numbers() {
        for (has_commas, expected) in
            [(false, "-5.25,,0.3333333333333333\r\n"), (true, "-5,25;;0,3333333333333333\r\n")]
        {
            let mut table = Table { text: String::new(), has_commas };
            table.row(&[Cell::Number(-5.25), Cell::Empty, Cell::Number(1.0 / 3.0)]);
            assert_eq!(table.text, expected);
        }
    }
}
