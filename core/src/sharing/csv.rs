//! The Report as a table for a spreadsheet: CSV as in RFC 4180, a row for each question and then for each total.
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
    let mut table = String::new();
    row(&mut table, &COLUMNS.map(Cell::Text));
    for criterion in &report.criteria {
        for scored in &criterion.questions {
            let Some(question) = assessment.question(&scored.id) else { continue };
            let label = texts.answer_text(question, scored.answer.as_ref());
            let answer = match &scored.answer {
                Some(Answer::Number(number)) => Cell::Number(*number),
                Some(named) => Cell::Text(named.name().unwrap_or_default()),
                None => Cell::Empty,
            };
            row(
                &mut table,
                &[
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
                ],
            );
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
        ("about", Cell::Text(report.about)),
        ("selfReported", truth(report.self_reported)),
        ("assessment", Cell::Text(&report.assessment.id)),
        ("version", Cell::Text(&report.assessment.version)),
        ("fingerprint", Cell::Text(&report.assessment.fingerprint)),
        ("engine", Cell::Text(report.engine)),
    ] {
        const NONE: Cell = Cell::Empty;
        let (kind, name) = (Cell::Text("result"), Cell::Text(name));
        row(&mut table, &[kind, NONE, NONE, NONE, name, NONE, value, NONE, NONE, NONE, NONE]);
    }
    table
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

fn row(table: &mut String, cells: &[Cell]) {
    for (place, cell) in cells.iter().enumerate() {
        if place > 0 {
            table.push(',');
        }
        match cell {
            Cell::Text(text) => self::text(table, text, ','),
            Cell::Number(number) => table.push_str(&JsNumber(*number).to_string()),
            Cell::Empty => {}
        }
    }
    table.push_str("\r\n");
}

/// Writes a text as a cell: in quotation marks where it needs them beside `separator`, defused where a spreadsheet would
/// run it as a formula.
pub fn text(table: &mut String, text: &str, separator: char) {
    let formula =
        text.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '\0', '\u{ff1d}', '\u{ff0b}', '\u{ff0d}', '\u{ff20}']);
    let quoted = text.contains(['"', separator, '\r', '\n']);
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_quoted_and_formulas_defused() {
        for (given, expected) in [
            ("plain", "plain"),
            ("", ""),
            ("a,b", "\"a,b\""),
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
            text(&mut table, given, ',');
            assert_eq!(table, expected);
        }
    }

    #[test]
    fn numbers_stay_numbers() {
        let mut table = String::new();
        row(&mut table, &[Cell::Number(-5.25), Cell::Empty, Cell::Number(1.0 / 3.0)]);
        assert_eq!(table, "-5.25,,0.3333333333333333\r\n");
    }
}
