//! `partner-fit link`: the answers of candidates as links, and back.

use partner_fit_core::sharing::link::encode_named;
use serde_json::json;

use crate::failure::Failure;
use crate::task::Link;
use crate::{files, output};

/// Writes a link for each candidate, or the answers in each link.
pub fn run(task: &Link) -> Result<(), Failure> {
    let assessment = files::assessment(&task.assessment)?;
    let read = files::candidates(&task.data, &assessment, &task.reading)?;
    let base = task.base.as_deref().map(|base| format!("{}#", base.trim_end_matches('#'))).unwrap_or_default();
    let mut lines = String::new();
    for candidate in &read.candidates {
        let answers = candidate.sheet.answers(&assessment);
        if task.decode {
            lines.push_str(&json!({ "name": candidate.name, "answers": answers }).to_string());
        } else {
            let name = if task.names { candidate.name.as_str() } else { "" };
            lines.push_str(&format!("{base}{}", encode_named(&assessment, &answers, name, false)));
        }
        lines.push('\n');
    }
    output::all(lines)?;
    if read.problem_count > 0 { Err(Failure::Problems(Vec::new())) } else { Ok(()) }
}
