//! How far a long reading has come, on the standard error where that is a terminal.

use std::io::{self, IsTerminal, Write};
use std::time::{Duration, Instant};

/// How long nothing is said at first, and between two lines.
const PAUSE: Duration = Duration::from_millis(500);

/// Tells how many rows there were.
#[derive(Debug)]
pub struct Progress {
    terminal: bool,
    last: Instant,
    said: bool,
}

impl Progress {
    /// Before the first row.
    pub fn new() -> Self {
        Self { terminal: io::stderr().is_terminal(), last: Instant::now(), said: false }
    }

    /// Says that there were `rows` so far, where some time has passed.
    pub fn rows(&mut self, rows: usize) {
        if self.terminal && self.last.elapsed() >= PAUSE {
            self.last = Instant::now();
            self.said = true;
            // Nobody is left to be told where this fails.
            write!(io::stderr(), "\r{rows} rows").ok();
        }
    }

    /// Takes away what was said.
    pub fn clear(&mut self) {
        if std::mem::take(&mut self.said) {
            write!(io::stderr(), "\r\u{1b}[K").ok();
        }
    }
}
