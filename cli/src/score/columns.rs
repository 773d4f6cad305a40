//! What is written of a row: which columns, as a table or as JSON.

use partner_fit_core::assessment::Assessment;
use partner_fit_core::input::number::JsNumber;
use partner_fit_core::rank::caps::{CapAt, Caps};
use partner_fit_core::rank::scorer::{CriterionNumbers, Numbers};
use partner_fit_core::scoring::{band_of, borderline};
use partner_fit_core::sharing::csv::text;

use crate::failure::Failure;
use crate::task::Output;

/// What is written where nothing is said.
const USUAL: &str = "name,id,score,low,high,coverage,band,bandByScore,provisional,borderline,gates,next";

/// A column.
#[derive(Clone, Copy, Debug)]
enum Column {
    Line,
    Name,
    Id,
    Score,
    Low,
    High,
    Coverage,
    Band,
    BandByScore,
    Provisional,
    Borderline,
    Gates,
    Next,
    /// Of the criterion at a place.
    Criterion(usize, fn(&CriterionNumbers) -> Option<f64>),
}

/// The columns that have no criterion.
const NAMED: [(&str, Column); 13] = [
    ("line", Column::Line),
    ("name", Column::Name),
    ("id", Column::Id),
    ("score", Column::Score),
    ("low", Column::Low),
    ("high", Column::High),
    ("coverage", Column::Coverage),
    ("band", Column::Band),
    ("bandByScore", Column::BandByScore),
    ("provisional", Column::Provisional),
    ("borderline", Column::Borderline),
    ("gates", Column::Gates),
    ("next", Column::Next),
];

/// The columns that are written, each with its name.
#[derive(Clone, Debug)]
pub struct Columns(Vec<(String, Column)>);

/// A row that has been scored.
pub struct Scored<'a> {
    /// The line that it begins on.
    pub line: usize,
    /// The name of the candidate.
    pub name: &'a str,
    /// Its id.
    pub id: Option<&'a str>,
    /// What it is worth.
    pub numbers: &'a Numbers,
    /// What caps its band.
    pub caps: &'a Caps,
}

/// A value of a row.
enum Cell<'a> {
    Text(&'a str),
    Number(f64),
    Flag(bool),
    /// Several ids.
    Ids(Vec<&'a str>),
    Empty,
}

impl Columns {
    /// The columns that are asked for, their names parted by commas; the usual ones where none are.
    pub fn new(wanted: Option<&str>, assessment: &Assessment) -> Result<Self, Failure> {
        let column = |name: &str| {
            let (kind, criterion) = name.split_once(':').unwrap_or((name, ""));
            let place = assessment.criteria.iter().position(|known| known.id == criterion);
            let found = match (kind, place) {
                ("value", Some(place)) => Some(Column::Criterion(place, |numbers| numbers.value)),
                ("points", Some(place)) => Some(Column::Criterion(place, |numbers| Some(numbers.points))),
                ("lost", Some(place)) => Some(Column::Criterion(place, |numbers| Some(numbers.lost))),
                _ => NAMED.iter().find(|(known, _)| *known == name).map(|(_, column)| *column),
            };
            found.map(|column| (name.to_owned(), column)).ok_or_else(|| {
                let names: Vec<&str> = NAMED.iter().map(|(name, _)| *name).collect();
                let message = format!(
                    "expected --columns to be of {}, value:, points: or lost: with a criterion, got {name}",
                    names.join(", ")
                );
                Failure::Usage(message)
            })
        };
        wanted.unwrap_or(USUAL).split(',').map(|name| column(name.trim())).collect::<Result<_, _>>().map(Self)
    }

    /// The header of a table; nothing for JSON.
    pub fn header(&self, output: Output) -> String {
        if output != Output::Csv {
            return String::new();
        }
        let names: Vec<&str> = self.0.iter().map(|(name, _)| name.as_str()).collect();
        format!("{}\r\n", names.join(","))
    }

    /// Writes a row.
    pub fn row(&self, out: &mut String, row: &Scored, assessment: &Assessment, output: Output) {
        if output == Output::Csv {
            for (place, (_, column)) in self.0.iter().enumerate() {
                if place > 0 {
                    out.push(',');
                }
                match cell(*column, row, assessment) {
                    Cell::Text(words) => text(out, words, ','),
                    Cell::Number(number) => push_number(out, number),
                    Cell::Flag(flag) => out.push_str(if flag { "true" } else { "false" }),
                    Cell::Ids(ids) => out.push_str(&ids.join(" ")),
                    Cell::Empty => {}
                }
            }
            out.push_str("\r\n");
            return;
        }
        for (place, (name, column)) in self.0.iter().enumerate() {
            out.push(if place > 0 { ',' } else { '{' });
            push_json(out, name);
            out.push(':');
            match cell(*column, row, assessment) {
                Cell::Text(words) => push_json(out, words),
                Cell::Number(number) => push_number(out, number),
                Cell::Flag(flag) => out.push_str(if flag { "true" } else { "false" }),
                Cell::Ids(ids) => {
                    for (place, id) in ids.iter().enumerate() {
                        out.push(if place > 0 { ',' } else { '[' });
                        push_json(out, id);
                    }
                    out.push_str(if ids.is_empty() { "[]" } else { "]" });
                }
                Cell::Empty => out.push_str("null"),
            }
        }
        out.push_str("}\n");
    }
}

/// Writes a number in full precision.
fn push_number(out: &mut String, number: f64) {
    use std::fmt::Write as _;
    write!(out, "{}", JsNumber(number)).ok(); // writing into a String never fails
}

/// Writes a text as JSON.
fn push_json(out: &mut String, words: &str) {
    out.push_str(&serde_json::Value::from(words).to_string());
}

fn cell<'a>(column: Column, row: &Scored<'a>, assessment: &'a Assessment) -> Cell<'a> {
    let Scored { numbers, caps, .. } = row;
    let bands = &assessment.bands;
    let band = |place: usize| bands.get(place).map_or(Cell::Empty, |band| Cell::Text(&band.id));
    let number = |number: Option<f64>| number.map_or(Cell::Empty, Cell::Number);
    match column {
        #[allow(clippy::cast_precision_loss)] // lines of a file
        Column::Line => Cell::Number(row.line as f64),
        Column::Name => Cell::Text(row.name),
        Column::Id => row.id.map_or(Cell::Empty, Cell::Text),
        Column::Score => number(numbers.score),
        Column::Low => Cell::Number(numbers.low),
        Column::High => Cell::Number(numbers.high),
        Column::Coverage => Cell::Number(numbers.coverage),
        Column::Band => band(caps.band),
        Column::BandByScore => band(caps.by_score),
        Column::Provisional => {
            Cell::Flag(numbers.score.is_none() || band_of(numbers.low, bands) != band_of(numbers.high, bands))
        }
        Column::Borderline => {
            Cell::Flag(numbers.score.is_some_and(|score| borderline(score, assessment.borderline, bands)))
        }
        Column::Gates => {
            let id = |cap: &CapAt| match cap {
                CapAt::Gate(place) => assessment.gates.get(*place).map(|gate| gate.id.as_str()),
                CapAt::Floor(place) => assessment.criteria.get(*place).map(|criterion| criterion.id.as_str()),
            };
            Cell::Ids(caps.holding.iter().filter_map(id).collect())
        }
        Column::Next => {
            let next = numbers.next.and_then(|place| assessment.questions().nth(place));
            next.map_or(Cell::Empty, |(_, question)| Cell::Text(&question.id))
        }
        Column::Criterion(place, part) => number(numbers.criteria.get(place).and_then(part)),
    }
}
