//! The long runs, one at a time: tests that are too slow for every change, and find more the longer they run. Each
//! repeats one test program until its time is up; that program reports what it finds.

use std::fmt;
use std::path::PathBuf;
use std::process::Command;
use std::str::FromStr;
use std::time::{Duration, Instant};

use anyhow::{Context as _, bail};

use super::engines::Engines;
use super::fuzz;
use crate::project::Project;
use crate::tests_built::{self, Binary, SITE_VARIABLE};
use crate::tools::engine::{ENGINES_VARIABLE, Engine};
use crate::{command, dist};

/// The environment variable that multiplies the number of cases of each property.
pub const FACTOR_VARIABLE: &str = "PARTNER_FIT_SOAK";

/// The factor for one pass: some ten seconds, so that a run ends soon after its time.
const FACTOR: u32 = 20;

/// The environment variable that says how many sheets of each kind the advice is held against.
const SHEETS_VARIABLE: &str = "PARTNER_FIT_SHEETS";

/// How many those are in a long run, uniform and correlated, of each assessment.
const SHEETS: u32 = 100_000;

/// A long run.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Soak {
    /// Random inputs of every kind, each target for the whole time.
    Fuzz,
    /// Elements put into a page and taken out again: whether memory is freed.
    Leak,
    /// The speech of a screen reader.
    Orca,
    /// The plugin in a real WordPress.
    WordPress,
    /// Random answers to the shipped assessments: properties of every report and link.
    Sheets,
    /// The evaluator in hosts of every kind, again and again.
    Hosts,
}

impl Soak {
    const ALL: [Self; 6] = [Self::Fuzz, Self::Leak, Self::Orca, Self::WordPress, Self::Sheets, Self::Hosts];
}

impl fmt::Display for Soak {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Fuzz => "fuzz",
            Self::Leak => "leak",
            Self::Orca => "orca",
            Self::WordPress => "wordpress",
            Self::Sheets => "sheets",
            Self::Hosts => "hosts",
        })
    }
}

impl FromStr for Soak {
    type Err = anyhow::Error;

    fn from_str(name: &str) -> anyhow::Result<Self> {
        match Self::ALL.into_iter().find(|part| part.to_string() == name) {
            Some(part) => Ok(part),
            None => bail!("expected fuzz, leak, orca, wordpress, sheets or hosts, got `{name}`"),
        }
    }
}

/// Runs a long run for that many minutes.
pub(super) fn run(project: &Project, part: Soak, minutes: u64) -> anyhow::Result<()> {
    let time = Duration::from_secs(60 * minutes);
    match part {
        Soak::Fuzz => fuzz::run(project, time),
        Soak::Sheets => {
            // The sheets of the advice are the same each time, so once is enough.
            let mut advice = only(project, "advice")?.command();
            command::run(advice.arg("absurd").env(SHEETS_VARIABLE, SHEETS.to_string()))?;
            repeat(&only(project, "sharing")?, &["sheet"], &[], time)
        }
        Soak::Leak => {
            in_browsers(project, &[Engine::Chromium, Engine::Firefox], "leak", &["--ignored", "--nocapture"], time)
        }
        Soak::Hosts => in_browsers(project, &Engine::ALL, "browser", &["host"], time),
        Soak::Orca => orca(project),
        Soak::WordPress => bail!("skipped: {part} (not built yet)"),
    }
}

/// Walks a release with a screen reader in Firefox and Chromium, once: the walk takes its own time. It leaves what was
/// heard in `target/orca`.
fn orca(project: &Project) -> anyhow::Result<()> {
    if !command::succeeds("apt-get", &["--version"]) {
        bail!(
            "expected apt, which gets the screen reader Orca and the browsers that it reads, got a system without it"
        );
    }
    let site = project.target.join("test-site");
    dist::build_release(project, &site)?;
    let mut walk = Command::new(project.root.join("tests/orca/run.sh"));
    command::run(walk.arg(site).arg(project.target.join("orca")).args(["both", "--strict"]))
}

fn in_browsers(
    project: &Project,
    wanted: &[Engine],
    name: &str,
    arguments: &[&str],
    time: Duration,
) -> anyhow::Result<()> {
    let engines = Engines::get(project, wanted);
    engines.tell_skipped()?;
    if engines.ready.is_empty() {
        bail!("expected a browser for `{name}`, got none");
    }
    let site = project.target.join("test-site");
    dist::build_release(project, &site)?;
    let environment = [(SITE_VARIABLE, site), (ENGINES_VARIABLE, PathBuf::from(engines.names()))];
    repeat(&only(project, name)?, arguments, &environment, time)
}

/// Finds the one program of this name.
fn only(project: &Project, name: &str) -> anyhow::Result<Binary> {
    let mut found = tests_built::compile(project)?;
    found.retain(|binary| binary.name == name);
    found.pop().with_context(|| format!("expected a program of tests called `{name}`, got none"))
}

/// Runs a program with these arguments and this environment until the time is up, and at least twice: a run that was
/// cut short would prove nothing.
fn repeat(binary: &Binary, arguments: &[&str], more: &[(&str, PathBuf)], time: Duration) -> anyhow::Result<()> {
    let started = Instant::now();
    let mut passes = 0;
    while passes < 2 || started.elapsed() < time {
        let mut program = binary.command();
        program.args(arguments).envs(more.iter().cloned()).env(FACTOR_VARIABLE, FACTOR.to_string());
        command::run(&mut program).with_context(|| format!("failed in pass {}", passes + 1))?;
        passes += 1;
    }
    println!(
        "soak: {passes} passes of `{} {}` in {} s, all passed",
        binary.name,
        arguments.join(" "),
        started.elapsed().as_secs()
    );
    Ok(())
}
