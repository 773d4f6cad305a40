//! Runs other programs to their end, and reports what went wrong. Programs that keep running, such as drivers, are
//! started elsewhere.

use std::ffi::OsStr;
use std::fmt;
use std::io;
use std::process::{Command, ExitStatus, Stdio};

use anyhow::Context as _;

/// A program ran and failed.
#[derive(Debug)]
pub struct Failed {
    line: String,
    status: ExitStatus,
}

impl Failed {
    /// The exit code to pass on: the program's, or 1 if a signal ended it.
    #[must_use]
    pub fn code(&self) -> u8 {
        self.status.code().and_then(|code| u8::try_from(code).ok()).filter(|&code| code != 0).unwrap_or(1)
    }
}

impl fmt::Display for Failed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "`{}` failed: expected exit code 0, got {}", self.line, self.status)
    }
}

impl std::error::Error for Failed {}

/// The cargo that runs this program, so that a toolchain chosen for `cargo xtask` is used for everything that it
/// builds.
#[must_use]
pub fn cargo() -> Command {
    Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
}

/// Runs a program to its end; it writes to our output.
///
/// # Errors
/// The program cannot be started, or ends with a code other than 0 (a [`Failed`]).
pub fn run(command: &mut Command) -> anyhow::Result<()> {
    let status = command.status().with_context(|| format!("cannot start `{}`", line(command)))?;
    ensure_success(command, status)
}

/// Runs a program to its end and returns what it wrote to standard output.
///
/// # Errors
/// As [`run`], or the output is not UTF-8.
pub fn output(command: &mut Command) -> anyhow::Result<String> {
    let output =
        command.stderr(Stdio::inherit()).output().with_context(|| format!("cannot start `{}`", line(command)))?;
    ensure_success(command, output.status)?;
    String::from_utf8(output.stdout).with_context(|| format!("`{}` wrote something else than UTF-8", line(command)))
}

/// Whether a program exists and succeeds with these arguments; its output is dropped.
#[must_use]
pub fn succeeds(program: impl AsRef<OsStr>, arguments: &[&str]) -> bool {
    let status: io::Result<ExitStatus> =
        Command::new(program).args(arguments).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).status();
    status.is_ok_and(|status| status.success())
}

fn ensure_success(command: &Command, status: ExitStatus) -> anyhow::Result<()> {
    if status.success() {
        return Ok(());
    }
    Err(Failed { line: line(command), status }.into())
}

/// The command as a person would type it, with the program's name instead of its path, which differs by machine.
fn line(command: &Command) -> String {
    let program = std::path::Path::new(command.get_program());
    let name = program.file_name().unwrap_or(program.as_os_str());
    std::iter::once(name).chain(command.get_args()).map(OsStr::to_string_lossy).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn failure_names_the_command_and_keeps_its_code() {
        let error = run(Command::new("sh").args(["-c", "exit 7"])).unwrap_err();
        assert_eq!(error.to_string(), "`sh -c exit 7` failed: expected exit code 0, got exit status: 7");
        assert_eq!(error.downcast_ref::<Failed>().unwrap().code(), 7);
    }

    #[test]
    fn absent_program_is_named() {
        let error = run(&mut Command::new("no-such-program")).unwrap_err();
        assert_eq!(error.to_string(), "cannot start `no-such-program`");
        assert!(!succeeds("no-such-program", &[]));
    }
}
