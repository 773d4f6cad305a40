//! Links of candidates: one a line, whole addresses or bare fragments.

use crate::assessment::Assessment;
use crate::rank::candidate::Candidate;
use crate::rank::sheet::Sheet;
use crate::sharing::link;

/// The part of a line that may be a link: what stands behind its first `#`, or all of it.
fn fragment(line: &str) -> &str {
    let line = line.trim();
    line.split_once('#').map_or(line, |(_, fragment)| fragment)
}

/// Whether a line looks like a link of ours, to whatever assessment and in whatever state.
#[must_use]
pub fn is_link(line: &str) -> bool {
    let fragment = fragment(line);
    let ours = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.' | b'%');
    let begins = match fragment.bytes().next() {
        Some(b'1'..=b'9') => true,
        // A word of a table may begin so as well; behind a `#` none does, nor is its checksum right.
        Some(b'P'..=b'Z') => line.contains('#') || link::is_intact(fragment),
        _ => false,
    };
    begins && fragment.len() >= 11 && fragment.bytes().all(ours)
}

/// The candidate that a link holds.
///
/// # Errors
/// What is wrong with the link.
pub fn candidate(line: &str, assessment: &Assessment) -> Result<Candidate, &'static str> {
    let link = link::open(assessment, fragment(line)).map_err(|error| error.message())?;
    Ok(Candidate {
        name: link.company.unwrap_or_default(),
        sheet: Sheet::of(assessment, &link.answers),
        ..Candidate::default()
    })
}
