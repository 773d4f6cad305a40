//! The commands of `cargo xtask`, read from the command line. Each command reads its own options in its module; nothing
//! is carried out here.

use std::ffi::OsString;

use anyhow::bail;
use lexopt::prelude::*;

use crate::{start, test};

/// The help, printed for `--help` and after a mistake.
pub const HELP: &str = "\
usage: cargo xtask COMMAND

  start [--port N] [--open]   build, serve on http://127.0.0.1:8080, rebuild and reload on change
  test [--native] [--browser] [--engine chromium|firefox|webkit]
                              every test, or one part; installs the browsers that are missing
  test --soak fuzz|leak|orca|wordpress|sheets|hosts [--minutes N]
                              one of the long runs
  dist                        the release folder dist/, its sizes and budgets
  lint                        format, warnings, documentation, dependency and licence policy
  bless                       write every generated file anew (golden reports, schemas, types …)
  bench [--only native|rank|changes|load|steps|host]
                              speed: natively, in Chromium and beside peers; fails where a promise is broken
  screenshots [--out DIR]     the README's pictures, and every other screen into target/screenshots or DIR";

/// One command with its options.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Task {
    /// Print [`HELP`].
    Help,
    /// Serve the page and rebuild it on every change.
    Start(start::Options),
    /// Run the tests.
    Test(test::Options),
    /// Build the release.
    Dist,
    /// Check the sources.
    Lint,
    /// Rewrite the generated files.
    Bless,
    /// Run the benchmarks, which read these options themselves.
    Bench(Vec<OsString>),
    /// Take the README's pictures; that program reads these options itself.
    Screenshots(Vec<OsString>),
}

/// Reads the arguments after the program's name.
///
/// # Errors
/// Names the unexpected argument, or the value that could not be read.
pub fn parse(arguments: impl IntoIterator<Item = OsString>) -> anyhow::Result<Task> {
    let mut parser = lexopt::Parser::from_args(arguments);
    let Some(first) = parser.next()? else {
        bail!("expected a command, got none");
    };
    match first {
        Value(name) if name == "start" => start::Options::read(&mut parser).map(Task::Start),
        Value(name) if name == "test" => test::Options::read(&mut parser).map(Task::Test),
        Value(name) if name == "dist" => end(&mut parser).map(|()| Task::Dist),
        Value(name) if name == "lint" => end(&mut parser).map(|()| Task::Lint),
        Value(name) if name == "bless" => end(&mut parser).map(|()| Task::Bless),
        Value(name) if name == "bench" => Ok(Task::Bench(parser.raw_args()?.collect())),
        Value(name) if name == "screenshots" => Ok(Task::Screenshots(parser.raw_args()?.collect())),
        Value(name) if name == "help" => Ok(Task::Help),
        Short('h') | Long("help") => Ok(Task::Help),
        Value(name) => bail!("expected a command from the list below, got `{}`", name.to_string_lossy()),
        other => Err(other.unexpected().into()),
    }
}

/// Refuses arguments of a command that takes none.
fn end(parser: &mut lexopt::Parser) -> anyhow::Result<()> {
    match parser.next()? {
        Some(argument) => Err(argument.unexpected().into()),
        None => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tools::engine::Engine;

    fn read(line: &str) -> anyhow::Result<Task> {
        parse(line.split_whitespace().map(OsString::from))
    }

    #[test]
    fn commands_and_their_options() {
        let cases = [
            ("help", Task::Help),
            ("--help", Task::Help),
            ("start", Task::Start(start::Options::default())),
            ("start --port 0 --open", Task::Start(start::Options { port: 0, open: true })),
            ("test", Task::Test(test::Options::default())),
            (
                "test --engine webkit",
                Task::Test(test::Options::Tests { native: false, browser: true, engines: vec![Engine::WebKit] }),
            ),
            ("dist", Task::Dist),
            ("lint", Task::Lint),
            ("bless", Task::Bless),
            ("bench", Task::Bench(Vec::new())),
            ("bench --only load", Task::Bench(vec!["--only".into(), "load".into()])),
            ("screenshots --out a", Task::Screenshots(vec!["--out".into(), "a".into()])),
        ];
        for (line, expected) in cases {
            assert_eq!(read(line).unwrap(), expected, "{line}");
        }
    }

    #[test]
    fn mistakes_are_named() {
        let cases = [
            ("", "expected a command, got none"),
            ("strat", "expected a command from the list below, got `strat`"),
            ("dist --fast", "invalid option '--fast'"),
            (
                "test --engine safari",
                "cannot parse argument \"safari\": expected chromium, firefox or webkit, got `safari`",
            ),
            ("start --prot 1", "invalid option '--prot'"),
            ("start --port x", "cannot parse argument \"x\": invalid digit found in string"),
        ];
        for (line, expected) in cases {
            assert_eq!(read(line).unwrap_err().to_string(), expected, "{line}");
        }
    }
}
