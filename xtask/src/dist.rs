//! `cargo xtask dist`: makes the release. It is the site made small, with compressed copies, hashes, a folder for each
//! version, the npm package and the zip; it prints the sizes and compares them with the budgets.

use std::fs;
use std::path::Path;

use anyhow::{Context as _, bail};

use crate::project::Project;
use crate::site::wasm::MODULES;
use crate::site::{self, Effort, bundle, files};

pub mod archive;
mod budget;
mod build_info;
mod compressed_copies;
mod integrity;
pub mod package;
mod reuse;
mod shrink;
mod sizes;
pub mod versions;

pub use sizes::Size;

/// Builds the release folder, prints its sizes and compares them with the budgets.
///
/// # Errors
/// The release cannot be built, or exceeds a budget; the folder then remains for inspection.
pub fn dist(project: &Project) -> anyhow::Result<()> {
    let before = reuse::last_sizes(project);
    let sizes = build_release(project, &project.dist())?;
    println!("{}", sizes::table(&sizes));
    if let Some(line) = before.and_then(|before| sizes::change(&before, &sizes)) {
        println!("{line}");
    }
    if let Some(line) = build_info::other_compiler(project)? {
        println!("{line}");
    }
    let outcomes = budget::check(&sizes)?;
    let mut exceeded = Vec::new();
    for outcome in &outcomes {
        println!("{outcome}");
        if outcome.exceeded() {
            exceeded.push(outcome.to_string());
        }
    }
    if exceeded.is_empty() {
        return Ok(());
    }
    bail!("expected every download within its budget, got {}", exceeded.join("; "))
}

/// Puts a release into `out` and returns the sizes of its files, without comparing them with the budgets. It is rebuilt
/// only if the sources have changed.
///
/// # Errors
/// A tool is missing or fails, or a file cannot be read or written.
pub fn build_release(project: &Project, out: &Path) -> anyhow::Result<Vec<Size>> {
    reuse::or_made(project, out, |folder| make_release(project, folder))
}

fn make_release(project: &Project, out: &Path) -> anyhow::Result<Vec<Size>> {
    let staging = out.with_extension("next");
    site::build_into(project, Effort::Small, &staging)?;
    shrink::wasm(project, &staging, &MODULES)?;
    build_info::write(project, &staging)?;
    let paths = files::list(&staging)?;
    shrink::scripts_and_styles(project, &staging, &paths)?;
    shrink::data(&staging, &paths)?;
    bundle::write(project, Effort::Small, &staging)?;
    let paths = files::list(&staging)?;

    let hashes = integrity::of(&staging, &paths)?;
    fs::write(staging.join(integrity::FILE), hashes).context("cannot write integrity.json")?;
    // Sizes are measured while each file is there once.
    let sizes = compressed_copies::write(&staging)?;
    versions::publish(&staging)?;
    let uploaded: Vec<String> = paths.into_iter().chain([integrity::FILE.to_owned()]).collect();
    archive::write(&project.root, &staging, &uploaded)?;
    package::pack(project, &staging, &uploaded)?;
    files::replace(&staging, out)?;
    Ok(sizes)
}

/// Builds another module of this name, with its glue, as small as in a release.
///
/// # Errors
/// A tool is missing or fails.
pub fn shrink_module(project: &Project, folder: &Path, name: &str) -> anyhow::Result<()> {
    shrink::wasm(project, folder, &[name])?;
    shrink::scripts_and_styles(project, folder, &[format!("{name}.js")])
}

/// Writes the compressed copies of another folder's files, so that it is served like a release.
///
/// # Errors
/// A file cannot be read or written.
pub fn compress(folder: &Path) -> anyhow::Result<()> {
    compressed_copies::write(folder).map(drop)
}
