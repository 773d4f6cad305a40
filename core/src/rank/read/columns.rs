//! The header of a table: what each of its columns holds, in whatever order they stand.

use std::borrow::Cow;

use crate::assessment::Assessment;
use crate::input::hints::nearest;
use crate::input::map::Map;
use crate::input::problem::Problem;
use crate::input::quoted::{listed, quoted};

/// How many columns a table may have.
pub const MAX_COLUMNS: usize = 100;

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Column {
    /// Names of candidates.
    Name,
    /// Ids of candidates.
    Id,
    /// Notes, which nobody reads.
    Note,
    /// Answers to the question at this place.
    Question(usize),
    /// Nothing that is known.
    Unknown,
}

/// The columns of a table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Columns {
    /// One for each cell of a row.
    pub columns: Vec<Column>,
    /// What is wrong with the header.
    pub problems: Vec<Problem>,
    /// The ids of the questions that have no column: unknown for every candidate.
    pub missing: Vec<String>,
}

/// What a header's cell says, as it is compared.
fn compared(name: &str) -> String {
    name.trim().to_ascii_lowercase()
}

/// What the column called `name` holds; `map` names columns that are called otherwise.
#[must_use]
pub fn column(assessment: &Assessment, name: &str, map: &Map<String>) -> Column {
    let name = compared(name);
    let mapped = map.iter().find(|(_, other)| compared(other) == name).map(|(known, _)| known.to_owned());
    // A column that another one stands in for is no longer read.
    if mapped.is_none() && map.get(&name).is_some() {
        return Column::Unknown;
    }
    match mapped.as_deref().unwrap_or(&name) {
        "name" => Column::Name,
        "id" => Column::Id,
        "note" => Column::Note,
        id => {
            let place = assessment.questions().position(|(_, question)| question.id == id);
            place.map_or(Column::Unknown, Column::Question)
        }
    }
}

/// Whether `name` is that of a column that is read.
#[must_use]
pub fn is_known(assessment: &Assessment, name: &str, map: &Map<String>) -> bool {
    column(assessment, name, map) != Column::Unknown
}

/// Reads the header, which stands on `line`. Empty cells at its end are no columns.
#[must_use]
pub fn columns(assessment: &Assessment, header: &[Cow<str>], line: usize, map: &Map<String>) -> Columns {
    let filled = header.iter().rposition(|cell| !cell.trim().is_empty()).map_or(0, |last| last + 1);
    let mut read = Columns::default();
    let path = format!("rows[{line}]");
    if filled > MAX_COLUMNS {
        let message = format!("expected at most {MAX_COLUMNS} columns, got more");
        read.problems.push(Problem { path: path.clone(), message, hint: None });
    }
    let questions = || assessment.questions().map(|(_, question)| question.id.as_str());
    for cell in header.iter().take(filled.min(MAX_COLUMNS)) {
        let mut column = column(assessment, cell, map);
        if column == Column::Unknown && map.get(&compared(cell)).is_none() {
            let known = ["name", "id", "note"].into_iter().chain(questions());
            let message = format!("expected the id of a question, name, id or note, got {}", quoted(cell.trim()));
            let hint = nearest(&compared(cell), known);
            read.problems.push(Problem { path: path.clone(), message, hint });
        } else if column != Column::Unknown && read.columns.contains(&column) {
            let message = format!("expected each column once, got {} again", quoted(cell.trim()));
            read.problems.push(Problem { path: path.clone(), message, hint: None });
            column = Column::Unknown;
        }
        read.columns.push(column);
    }
    let unread = questions().enumerate().filter(|(place, _)| !read.columns.contains(&Column::Question(*place)));
    read.missing = unread.map(|(_, id)| id.to_owned()).collect();
    if read.columns.iter().all(|column| *column == Column::Unknown) {
        let message = format!("expected columns called name, {}, got none of them", listed(questions()));
        read.problems = vec![Problem { path, message, hint: None }];
    }
    read
}
