//! `partner-fit explain`: the result of one candidate in words.

use partner_fit_core::assessment::text::CANDIDATE;
use partner_fit_core::report::report;
use partner_fit_core::sharing::text::text;
use partner_fit_core::wording::Wording;

use crate::failure::Failure;
use crate::task::Explain;
use crate::{files, language, output};

/// Says the result.
pub fn run(task: &Explain) -> Result<(), Failure> {
    let assessment = files::assessment(&task.assessment)?;
    let language = language::of(&assessment, task.lang.as_deref())?;
    let read = files::candidates(&task.data, &assessment, &task.reading)?;
    let candidate = files::one(&read, task.id.as_deref())?;
    let answers = candidate.sheet.answers(&assessment);
    let texts = language::texts(&language)?;
    texts.set_about_candidate(task.candidate);
    let form = if task.candidate { CANDIDATE } else { "" };
    let report = report(&assessment, &answers, &format!("{language}{form}"));
    let wording = Wording { assessment: &assessment, texts: &texts, answers: &answers, with_author_weights: None };
    output::all(text(&wording, &report))
}
