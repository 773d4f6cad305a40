//! Files that a command is given: an assessment, wishes, candidates.

use std::fs::{self, File};
use std::io::{self, Read};
use std::path::Path;

use partner_fit_core::assessment::Assessment;
use partner_fit_core::input::problem::Problem;
use partner_fit_core::input::value::Tree;
use partner_fit_core::rank::candidate::Candidate;
use partner_fit_core::rank::read::encoding::windows_1252;
use partner_fit_core::rank::read::{MAX_BYTES, ReadCandidates, ReadOptions, read_candidates};

use crate::failure::Failure;
use crate::language;
use crate::output;
use crate::task::Reading;

/// The name of a path in messages; `-` is the standard input.
pub fn name(path: &Path) -> String {
    if is_stdin(path) { "standard input".to_owned() } else { path.display().to_string() }
}

/// Whether a path stands for the standard input.
pub fn is_stdin(path: &Path) -> bool {
    path.as_os_str() == "-"
}

/// What to read from.
pub fn open(path: &Path) -> Result<Box<dyn Read>, Failure> {
    if is_stdin(path) {
        return Ok(Box::new(io::stdin().lock()));
    }
    Ok(Box::new(File::open(path).map_err(|error| Failure::reading(path, &error))?))
}

/// The JSON in a file.
pub fn json(path: &Path) -> Result<Tree, Failure> {
    let text = fs::read_to_string(path).map_err(|error| Failure::reading(path, &error))?;
    let text = text.strip_prefix('\u{feff}').unwrap_or(&text);
    serde_json::from_str(text).map_err(|error| {
        let message = format!("expected JSON, got something else: {error}");
        Failure::of(&name(path), &[Problem { path: String::new(), message, hint: None }])
    })
}

/// The assessment in a file.
pub fn assessment(path: &Path) -> Result<Assessment, Failure> {
    Assessment::read(&json(path)?, &Default::default()).map_err(|problems| Failure::of(&name(path), &problems))
}

/// The candidates in a file that is read as a whole; what is wrong with it is told, and those that are good are given.
pub fn candidates(path: &Path, assessment: &Assessment, reading: &Reading) -> Result<ReadCandidates, Failure> {
    let mut bytes = Vec::new();
    // One byte more than can be read tells that there is too much.
    let most = u64::try_from(MAX_BYTES).unwrap_or(u64::MAX) + 1;
    open(path)?.take(most).read_to_end(&mut bytes).map_err(|error| Failure::reading(path, &error))?;
    if reading.windows_1252 {
        bytes = windows_1252(&bytes).into_bytes();
    }
    let read = read_candidates(assessment, &bytes, &options(reading, assessment)?);
    output::problems(&name(path), &read.notes, &read.problems, read.problem_count);
    Ok(read)
}

/// The one candidate that is meant: the only one, or the one with an id or a name.
pub fn one(read: &ReadCandidates, wanted: Option<&str>) -> Result<Candidate, Failure> {
    let is = |candidate: &&Candidate| {
        wanted.is_none_or(|wanted| candidate.id.as_deref() == Some(wanted) || candidate.name == wanted)
    };
    let mut found = read.candidates.iter().filter(is);
    match (found.next(), found.count(), wanted) {
        (Some(one), 0, _) => Ok(one.clone()),
        (None, _, Some(wanted)) => {
            Err(Failure::Problems(vec![format!("expected a candidate called {wanted}, got none")]))
        }
        (None, _, None) => Err(Failure::Problems(Vec::new())),
        (Some(_), more, _) => {
            let message = format!("expected one candidate, got {}: choose one with --id", more + 1);
            Err(Failure::Problems(vec![message]))
        }
    }
}

/// How files are read, with our own words.
pub fn options(reading: &Reading, assessment: &Assessment) -> Result<ReadOptions, Failure> {
    let ids = assessment.questions().map(|(_, question)| question.id.clone());
    let decimals = reading.decimal.map(|sign| ids.map(|id| (id, sign)).collect());
    Ok(ReadOptions {
        words: language::words()?,
        decimals: decimals.unwrap_or_default(),
        separator: reading.separator,
        columns: reading.map.clone(),
        ..ReadOptions::default()
    })
}
