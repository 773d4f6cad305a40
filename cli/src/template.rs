//! `partner-fit template`: a table of candidates to fill in.

use partner_fit_core::rank::template::template;

use crate::failure::Failure;
use crate::task::Template;
use crate::{files, language, output};

/// Writes the table, with the mark by which spreadsheets know UTF-8.
pub fn run(task: &Template) -> Result<(), Failure> {
    let assessment = files::assessment(&task.assessment)?;
    let language = language::of(&assessment, task.lang.as_deref())?;
    output::all(format!("\u{feff}{}", template(&assessment, &language, language::decimals(&language))))
}
