//! `cargo xtask bench [--only native|rank|changes|load|steps|host]`: benchmarks in parts that can run alone. They compare
//! the exact robustness with sampling (natively, and in a page after one change), and the widget's loading and steps
//! with SurveyJS and a bare yew page, and measure what it costs its host. Times differ between machines, so each is
//! also given as a ratio to its peer in the same run.

use anyhow::{Context as _, bail};
use lexopt::prelude::*;
use test_support::browsers::Engine;
use xtask::command;
use xtask::project::Project;
use xtask::tools::{browsers, node};

mod changes;
mod competitors;
mod host;
mod load;
mod page_session;
mod part;
mod questions;
mod report;
mod run;
mod steps;
mod times;

use part::Part;

fn main() -> anyhow::Result<()> {
    let parts = parts(lexopt::Parser::from_env())?;
    bench(&Project::find()?, &parts)
}

/// The parts to run; all unless some are named.
fn parts(mut parser: lexopt::Parser) -> anyhow::Result<Vec<Part>> {
    let mut parts = Vec::new();
    while let Some(argument) = parser.next()? {
        match argument {
            Long("only") => parts.push(parser.value()?.parse()?),
            other => return Err(other.unexpected().into()),
        }
    }
    Ok(if parts.is_empty() { Part::ALL.to_vec() } else { parts })
}

/// Runs these parts, prints the measurements, and fails if a promise is broken.
fn bench(project: &Project, parts: &[Part]) -> anyhow::Result<()> {
    let wanted = |part: Part| parts.contains(&part);
    let in_browser = parts.iter().any(|&part| !matches!(part, Part::Native | Part::Rank));
    // Everything that may be missing or keeps the machine busy comes first, then the measurements.
    let folders = if in_browser {
        browsers::ensure(project, Engine::Chromium)?;
        node::ensure_modules(project)?;
        Some(competitors::make(project)?)
    } else {
        None
    };
    if wanted(Part::Native) {
        let mut cargo = command::cargo();
        cargo.current_dir(&project.root).args(["bench", "--quiet", "-p", env!("CARGO_PKG_NAME"), "--bench", "native"]);
        println!("natively");
        command::run(&mut cargo).context("the native benchmark failed")?;
    }
    if wanted(Part::Rank) {
        let mut cargo = command::cargo();
        cargo.current_dir(&project.root).args(["bench", "--quiet", "-p", "partner-fit-cli", "--bench", "rank"]);
        println!("many candidates, natively");
        command::run(&mut cargo).context("the benchmark of many candidates failed")?;
    }
    let Some(folders) = folders else { return Ok(()) };
    let mut broken = Vec::new();
    if wanted(Part::Changes) {
        broken.extend(one_change(project, &folders)?);
    }
    broken.extend(run::measure(project, &folders, parts)?);
    if broken.is_empty() {
        return Ok(());
    }
    bail!("expected every promise kept, got broken: {}", broken.join("; "))
}

/// Measures single changes, and returns the promises that are broken.
fn one_change(project: &Project, folders: &competitors::Folders) -> anyhow::Result<Vec<String>> {
    let site = folders.files.join(competitors::Competitor::Ours.folder());
    let mut broken = Vec::new();
    changes::measure(project, &site, |assessment, measured| {
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
