//! `cargo xtask bench`: how fast it is, in parts that can be run alone. How long the exact robustness takes beside
//! sampling (natively, and in a page after one change), and how the widget loads and steps beside SurveyJS and a bare
//! yew page, and what it costs its host. Times differ from machine to machine, so everything is also told as a ratio to
//! its peer in the same run.

use std::fmt;
use std::str::FromStr;

use anyhow::bail;

use crate::project::Project;

#[cfg(feature = "webdriver")]
mod contestants;
#[cfg(feature = "webdriver")]
mod host;
#[cfg(feature = "webdriver")]
mod load;
#[cfg(feature = "webdriver")]
mod page;
#[cfg(feature = "webdriver")]
mod peers;
#[cfg(feature = "webdriver")]
mod questions;
#[cfg(feature = "webdriver")]
mod race;
#[cfg(feature = "webdriver")]
mod steps;
#[cfg(feature = "webdriver")]
mod tab;
pub mod times;

/// A part of the benchmarks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// The exact robustness beside sampling, natively.
    Native,
    /// One changed answer or weight on the result page.
    Changes,
    /// Until the first question is visible.
    Load,
    /// From Continue to the next step.
    Steps,
    /// What the widget costs its host.
    Host,
}

impl Part {
    /// All of them, in the order in which they are run.
    pub const ALL: [Self; 5] = [Self::Native, Self::Changes, Self::Load, Self::Steps, Self::Host];
}

impl fmt::Display for Part {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Native => "native",
            Self::Changes => "changes",
            Self::Load => "load",
            Self::Steps => "steps",
            Self::Host => "host",
        })
    }
}

impl FromStr for Part {
    type Err = anyhow::Error;

    fn from_str(name: &str) -> anyhow::Result<Self> {
        match Self::ALL.into_iter().find(|part| part.to_string() == name) {
            Some(part) => Ok(part),
            None => bail!("expected native, changes, load, steps or host, got `{name}`"),
        }
    }
}

/// Runs these parts and prints what they measure.
///
/// # Errors
/// When Chromium cannot be had, the site does not build, or a promise is broken.
#[cfg(feature = "webdriver")]
pub fn bench(project: &Project, parts: &[Part]) -> anyhow::Result<()> {
    use anyhow::Context as _;

    use crate::browsers::Engine;
    use crate::command;
    use crate::tools::{browsers, node};

    let wanted = |part: Part| parts.contains(&part);
    let in_browser = parts.iter().any(|&part| part != Part::Native);
    // First what may be missing, and everything that keeps the machine busy; then the clocks.
    let folders = if in_browser {
        browsers::ensure(project, Engine::Chromium)?;
        node::ensure_modules(project)?;
        Some(contestants::make(project)?)
    } else {
        None
    };
    if wanted(Part::Native) {
        let mut cargo = command::cargo();
        cargo.current_dir(&project.root).args(["bench", "--quiet", "-p", "partner-fit", "--bench", "robustness"]);
        println!("natively");
        command::run(&mut cargo).context("the native benchmark failed")?;
    }
    let Some(folders) = folders else { return Ok(()) };
    let mut broken = Vec::new();
    if wanted(Part::Changes) {
        broken.extend(changes(project, &folders)?);
    }
    broken.extend(peers::measure(project, &folders, parts)?);
    if broken.is_empty() {
        return Ok(());
    }
    bail!("expected every promise kept, got broken: {}", broken.join("; "))
}

/// What one change takes, and the promises about it that are broken.
#[cfg(feature = "webdriver")]
fn changes(project: &Project, folders: &contestants::Folders) -> anyhow::Result<Vec<String>> {
    let site = folders.files.join(contestants::Contestant::Ours.folder());
    let mut broken = Vec::new();
    page::measure(project, &site, |assessment, measured| {
        println!("\n{assessment}, in Chromium {}, milliseconds", measured.browser);
        println!("{}", times::table(&measured));
        broken.extend(times::broken(&measured).into_iter().map(|line| format!("{assessment}: {line}")));
    })?;
    println!(
        "\nheld to {} ms: the medians of what is computed; drawing and layout are told, and held to nothing",
        times::PROMISE
    );
    if broken.is_empty() {
        println!("kept: everything is computed within {} ms of one changed answer or weight", times::PROMISE);
    }
    Ok(broken)
}

/// The WebDriver client is not compiled into what `start` needs, so this program calls itself with it.
///
/// # Errors
/// As the benchmarks' own.
#[cfg(not(feature = "webdriver"))]
pub fn bench(project: &Project, parts: &[Part]) -> anyhow::Result<()> {
    let mut cargo = crate::command::cargo();
    cargo.current_dir(&project.root);
    cargo.args(["run", "--quiet", "--package", "xtask", "--features", "webdriver", "--", "bench"]);
    for part in parts {
        cargo.arg("--only").arg(part.to_string());
    }
    crate::command::run(&mut cargo)
}
