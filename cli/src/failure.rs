//! Why a command ends without being done, and with which code.

use std::fmt;
use std::io;
use std::path::Path;

use partner_fit_core::input::problem::Problem;

/// Why a command ends.
#[derive(Debug)]
pub enum Failure {
    /// Data or a file has problems; they may have been told already.
    Problems(Vec<String>),
    /// The command was used wrongly.
    Usage(String),
    /// Something could not be read or written.
    Io(String),
    /// Whoever reads our output has gone.
    Closed,
}

impl Failure {
    /// The code that the process ends with.
    pub fn code(&self) -> u8 {
        match self {
            Failure::Closed => 0,
            Failure::Problems(_) => 1,
            Failure::Usage(_) => 2,
            Failure::Io(_) => 3,
        }
    }

    /// The problems of the file called `name`.
    pub fn of(name: &str, problems: &[Problem]) -> Self {
        Failure::Problems(problems.iter().map(|problem| format!("{name}: {problem}")).collect())
    }

    /// What failed on reading `path`.
    pub fn reading(path: &Path, error: &io::Error) -> Self {
        Failure::Io(format!("cannot read {}: {error}", path.display()))
    }

    /// What failed on writing our output.
    pub fn writing(error: &io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::BrokenPipe => Failure::Closed,
            _ => Failure::Io(format!("cannot write: {error}")),
        }
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Failure::Problems(lines) => f.write_str(&lines.join("\n")),
            Failure::Usage(message) => write!(f, "{message}\nTry partner-fit --help"),
            Failure::Io(message) => f.write_str(message),
            Failure::Closed => Ok(()),
        }
    }
}
