//! What can be asked of `cargo xtask`, and how it is written. Nothing is carried out here.

use std::ffi::OsString;
use std::path::PathBuf;

use anyhow::bail;
use lexopt::prelude::*;

use crate::bench::Part;
use crate::browsers::Engine;

/// Printed for `--help`, and after a mistake.
pub const HELP: &str = "\
usage: cargo xtask COMMAND

  start [--port N] [--open]   build, serve on http://127.0.0.1:8080, rebuild and reload on change
  test [--native] [--browser] [--engine chromium|firefox|webkit]
                              every test, or one part; installs the browsers that are missing
  dist                        the release folder dist/, its sizes and budgets
  lint                        format, warnings, documentation, dependency and licence policy
  bench [--only native|changes|load|steps|host]
                              speed: natively, in Chromium and beside peers; fails where a promise is broken
  shots [--out DIR]           the README's pictures, into target/shots or DIR";

/// One command with its options.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Task {
    /// Print [`HELP`].
    Help,
    /// Serve the page and follow the sources.
    Start(StartOptions),
    /// Run the tests.
    Test(TestOptions),
    /// Build the release.
    Dist,
    /// Check the sources.
    Lint,
    /// Measure the speed, in these parts.
    Bench(Vec<Part>),
    /// Take the README's pictures, into this folder where one is given.
    Shots(Option<PathBuf>),
}

/// The options of `start`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StartOptions {
    /// The port to listen on; 0 takes a free one.
    pub port: u16,
    /// Whether to open the page in the system's browser.
    pub open: bool,
}

impl Default for StartOptions {
    fn default() -> Self {
        Self { port: 8080, open: false }
    }
}

/// The options of `test`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TestOptions {
    /// Whether to run what needs no browser.
    pub native: bool,
    /// Whether to run what needs one.
    pub browser: bool,
    /// In which engines.
    pub engines: Vec<Engine>,
}

impl Default for TestOptions {
    fn default() -> Self {
        Self { native: true, browser: true, engines: Engine::ALL.to_vec() }
    }
}

/// Reads the arguments after the program's name.
///
/// # Errors
/// Names the argument that was not expected, or the value that could not be read.
pub fn parse(arguments: impl IntoIterator<Item = OsString>) -> anyhow::Result<Task> {
    let mut parser = lexopt::Parser::from_args(arguments);
    let Some(first) = parser.next()? else {
        bail!("expected a command, got none");
    };
    match first {
        Value(name) if name == "start" => start(&mut parser).map(Task::Start),
        Value(name) if name == "test" => test(&mut parser).map(Task::Test),
        Value(name) if name == "dist" => end(&mut parser).map(|()| Task::Dist),
        Value(name) if name == "lint" => end(&mut parser).map(|()| Task::Lint),
        Value(name) if name == "bench" => bench(&mut parser).map(Task::Bench),
        Value(name) if name == "shots" => shots(&mut parser).map(Task::Shots),
        Value(name) if name == "help" => Ok(Task::Help),
        Short('h') | Long("help") => Ok(Task::Help),
        Value(name) => bail!("expected a command from the list below, got `{}`", name.to_string_lossy()),
        other => Err(other.unexpected().into()),
    }
}

fn start(parser: &mut lexopt::Parser) -> anyhow::Result<StartOptions> {
    let mut options = StartOptions::default();
    while let Some(argument) = parser.next()? {
        match argument {
            Long("port") => options.port = parser.value()?.parse()?,
            Long("open") => options.open = true,
            other => return Err(other.unexpected().into()),
        }
    }
    Ok(options)
}

/// An option that names a part leaves out the other ones; naming an engine names the part that has engines.
fn test(parser: &mut lexopt::Parser) -> anyhow::Result<TestOptions> {
    let (mut native, mut browser, mut engines) = (false, false, Vec::new());
    while let Some(argument) = parser.next()? {
        match argument {
            Long("native") => native = true,
            Long("browser") => browser = true,
            Long("engine") => engines.push(parser.value()?.parse()?),
            other => return Err(other.unexpected().into()),
        }
    }
    let mut options = TestOptions::default();
    if native || browser || !engines.is_empty() {
        options.native = native;
        options.browser = browser || !engines.is_empty();
    }
    if !engines.is_empty() {
        options.engines = engines;
    }
    Ok(options)
}

/// Every part, unless some are named.
fn bench(parser: &mut lexopt::Parser) -> anyhow::Result<Vec<Part>> {
    let mut parts = Vec::new();
    while let Some(argument) = parser.next()? {
        match argument {
            Long("only") => parts.push(parser.value()?.parse()?),
            other => return Err(other.unexpected().into()),
        }
    }
    Ok(if parts.is_empty() { Part::ALL.to_vec() } else { parts })
}

fn shots(parser: &mut lexopt::Parser) -> anyhow::Result<Option<PathBuf>> {
    let mut out = None;
    while let Some(argument) = parser.next()? {
        match argument {
            Long("out") => out = Some(parser.value()?.into()),
            other => return Err(other.unexpected().into()),
        }
    }
    Ok(out)
}

/// For a command without options.
fn end(parser: &mut lexopt::Parser) -> anyhow::Result<()> {
    match parser.next()? {
        Some(argument) => Err(argument.unexpected().into()),
        None => Ok(()),
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    fn read(line: &str) -> anyhow::Result<Task> {
        parse(line.split_whitespace().map(OsString::from))
    }

    #[test]
    fn commands_and_their_options() {
        let cases = [
            ("help", Task::Help),
            ("--help", Task::Help),
            ("start", Task::Start(StartOptions::default())),
            ("start --port 0 --open", Task::Start(StartOptions { port: 0, open: true })),
            ("test", Task::Test(TestOptions::default())),
            ("test --native", Task::Test(TestOptions { browser: false, ..TestOptions::default() })),
            (
                "test --engine webkit",
                Task::Test(TestOptions { native: false, browser: true, engines: vec![Engine::WebKit] }),
            ),
            ("dist", Task::Dist),
            ("lint", Task::Lint),
            ("bench", Task::Bench(Part::ALL.to_vec())),
            ("bench --only load --only host", Task::Bench(vec![Part::Load, Part::Host])),
            ("shots", Task::Shots(None)),
            ("shots --out a", Task::Shots(Some("a".into()))),
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
            (
                "bench --only speed",
                "cannot parse argument \"speed\": expected native, changes, load, steps or host, got `speed`",
            ),
            ("start --prot 1", "invalid option '--prot'"),
            ("start --port x", "cannot parse argument \"x\": invalid digit found in string"),
        ];
        for (line, expected) in cases {
            assert_eq!(read(line).unwrap_err().to_string(), expected, "{line}");
        }
    }
}
