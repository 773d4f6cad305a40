//! `cargo xtask bench [--only native|changes|load|steps|host]`: how fast it is, in parts that can be run alone. How long
//! the exact robustness takes beside sampling (natively, and in a page after one change), how the widget loads and steps
//! beside SurveyJS and a bare yew page, and what it costs its host. Times differ from machine to machine, so everything
//! is also told as a ratio to its peer in the same run.

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

/// Every part, unless some are named.
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

/// Runs these parts, prints what they measure, and fails where a promise is broken.
fn bench(project: &Project, parts: &[Part]) -> anyhow::Result<()> {
    let wanted = |part: Part| parts.contains(&part);
    let in_browser = parts.iter().any(|&part| part != Part::Native);
    // First what may be missing, and everything that keeps the machine busy; then the clocks.
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

/// What one change takes, and the promises about it that are broken.
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
