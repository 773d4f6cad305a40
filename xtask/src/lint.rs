//! `cargo xtask lint`: the checks that do not run the product: format, warnings, documentation, types of our scripts,
//! waits in tests, and the policy on dependencies.

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
/// A check fails; it has printed the reason.
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
    // No other check compiles the code behind `cfg(target_arch = "wasm32")`.
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
