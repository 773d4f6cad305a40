//! The policy on dependencies if cargo-deny is missing: reads deny.toml and cargo's metadata, and reports every
//! violation together. The rules are in `licences` and `banned`.

use std::fs;

use anyhow::{Context as _, bail};
use cargo_metadata::{Metadata, MetadataCommand};

use super::config::Config;
use super::{banned, licences};
use crate::command;
use crate::project::Project;
use crate::site::wasm::TARGET;

/// Checks the resolved dependencies against deny.toml.
pub(super) fn check(project: &Project) -> anyhow::Result<()> {
    let text = fs::read_to_string(project.root.join("deny.toml")).context("cannot read deny.toml")?;
    let config = Config::read(&text)?;
    let metadata = MetadataCommand::new()
        .manifest_path(project.root.join("Cargo.toml"))
        .exec()
        .context("cargo metadata failed")?;
    let tree = command::output(command::cargo().current_dir(&project.root).args([
        "tree",
        "--target",
        TARGET,
        "--edges",
        // Build dependencies and macros are not compiled into the module.
        "normal,no-proc-macro",
        "--package",
        "partner-fit",
        "--prefix",
        "depth",
        "--format",
        " {p}",
    ]))?;

    let mut breaches = licences::breaches(&config.licenses, &metadata);
    breaches.extend(sources(&metadata));
    breaches.extend(wildcards(&metadata));
    breaches.extend(banned::breaches(&config.bans, &tree));
    if breaches.is_empty() {
        return Ok(());
    }
    for breach in &breaches {
        eprintln!("error: {breach}");
    }
    bail!("expected dependencies as deny.toml allows them, got {} breaches", breaches.len())
}

/// Every crate must come from crates.io, where a version never changes.
fn sources(metadata: &Metadata) -> Vec<String> {
    let foreign = metadata.packages.iter().filter(|package| {
        let is_ours = metadata.workspace_members.contains(&package.id);
        !is_ours && !package.source.as_ref().is_some_and(cargo_metadata::Source::is_crates_io)
    });
    let line = |package: &cargo_metadata::Package| {
        let source = package.source.as_ref().map_or("a folder", |source| source.repr.as_str());
        format!("{}: expected it from crates.io, got it from {source}", package.name)
    };
    foreign.map(line).collect()
}

/// A dependency without a version would accept versions that nobody has seen.
fn wildcards(metadata: &Metadata) -> Vec<String> {
    let ours = metadata.workspace_packages();
    let named = ours.iter().flat_map(|package| package.dependencies.iter().map(|one| (&package.name, one)));
    named
        .filter(|(_, dependency)| {
            dependency.path.is_none() && dependency.req == cargo_metadata::semver::VersionReq::STAR
        })
        .map(|(package, dependency)| format!("{package}: expected a version of {}, got `*`", dependency.name))
        .collect()
}
