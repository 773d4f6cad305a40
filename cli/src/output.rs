//! What goes to the standard output, and problems to the standard error.

use std::io::{self, Write};

use partner_fit_core::input::problem::Problem;

use crate::failure::Failure;

/// Writes `text` and is done.
pub fn all(text: impl AsRef<str>) -> Result<(), Failure> {
    let mut out = io::stdout().lock();
    out.write_all(text.as_ref().as_bytes()).and_then(|()| out.flush()).map_err(|error| Failure::writing(&error))
}

/// Tells `lines` on the standard error, where somebody reads it.
pub fn tell(lines: impl IntoIterator<Item = String>) {
    // Together, since every write by itself is a call of the system.
    let mut text = String::new();
    for line in lines {
        text.push_str(&line);
        text.push('\n');
    }
    // Nobody is left to be told where this fails.
    io::stderr().lock().write_all(text.as_bytes()).ok();
}

/// What was noticed, the problems, and how many more there are.
pub fn problems(name: &str, notes: &[String], problems: &[Problem], count: usize) {
    let more = count.saturating_sub(problems.len());
    let more = (more > 0).then(|| format!("{name}: and {more} more problems"));
    let told = problems.iter().map(|problem| format!("{name}: {problem}"));
    tell(notes.iter().map(|note| format!("{name}: {note}")).chain(told).chain(more));
}
