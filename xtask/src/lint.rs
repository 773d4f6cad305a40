//! `cargo xtask lint`: what is checked without running the product: format, warnings, documentation, and which crates
//! of other people may come in.

use anyhow::Context as _;

use crate::command;
use crate::project::Project;
use crate::site::wasm::TARGET;
use crate::tools::rust;

mod banned;
mod config;
mod deny;
mod licences;
mod policy;
mod script;
mod waits;

/// Runs every check, the quick ones first.
///
/// # Errors
/// At the first check that fails; it has said why.
pub fn lint(project: &Project) -> anyhow::Result<()> {
    rust::ensure_component("rustfmt", "cargo-fmt")?;
    rust::ensure_component("clippy", "cargo-clippy")?;
    rust::ensure_target(TARGET)?;
    let warnings = ["--", "-D", "warnings"];
    cargo(project, "format", &["fmt", "--all", "--check"], &[])?;
    waits::check(project)?;
    script::check(project)?;
    deny::check(project)?;
    cargo(project, "clippy", &["clippy", "--workspace", "--all-targets", "--all-features"], &warnings)?;
    // The code behind `cfg(target_arch = "wasm32")` is seen by no other check.
    cargo(project, "clippy for wasm", &["clippy", "-p", "partner-fit", "--lib", "--target", TARGET], &warnings)?;
    cargo(project, "documentation", &["doc", "--no-deps", "--workspace"], &[])?;
    println!("lint: all checks passed");
    Ok(())
}

fn cargo(project: &Project, what: &str, arguments: &[&str], more: &[&str]) -> anyhow::Result<()> {
    println!("lint: {what}");
    let mut cargo = command::cargo();
    cargo.current_dir(&project.root).args(arguments).args(more).env("RUSTDOCFLAGS", "-Dwarnings");
    command::run(&mut cargo).with_context(|| format!("{what} is not as it should be"))
}
