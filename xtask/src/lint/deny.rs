//! The policy on dependencies: cargo-deny applies deny.toml and compares Cargo.lock with the published advisories. If
//! it cannot be installed, `policy` checks licences, bans and sources.

use std::fs;
use std::process::Command;

use anyhow::Context as _;

use super::{config::Config, policy};
use crate::command;
use crate::project::Project;
use crate::site::wasm::TARGET;
use crate::tools::installed::Program;

const CARGO_DENY: Program = Program { name: "cargo-deny", version: "0.20.2", quick_build: true, minutes: 2 };

/// Checks the dependencies against deny.toml.
pub(super) fn check(project: &Project) -> anyhow::Result<()> {
    println!("lint: dependency and licence policy");
    // The rule that every exception gives its reason is ours, so it is checked in either case.
    Config::read(&fs::read_to_string(project.root.join("deny.toml")).context("cannot read deny.toml")?)?;
    match CARGO_DENY.ensure(project) {
        Ok(program) => {
            let deny = || {
                let mut command = Command::new(&program);
                command.current_dir(&project.root).args(["--log-level", "error"]);
                command
            };
            // The first run checks everything in Cargo.lock, the second what is compiled into the module.
            command::run(deny().args(["--workspace", "--all-features", "check", "licenses", "sources"]))?;
            command::run(deny().args(["--target", TARGET, "--exclude-dev", "check", "bans"]))?;
            advisories(&deny)
        }
        Err(error) => {
            println!("skipped: cargo-deny, and advisories with it ({error:#}; get it with `{}`)", CARGO_DENY.advice());
            policy::check(project)
        }
    }
}

/// The advisories come from another server than the crates. If it cannot be reached, the check prints that and goes on.
fn advisories(deny: &dyn Fn() -> Command) -> anyhow::Result<()> {
    let fetched = deny().args(["fetch", "db"]).output().context("cannot start cargo-deny")?;
    if !fetched.status.success() {
        println!("skipped: advisories (their list cannot be reached)");
        return Ok(());
    }
    command::run(deny().args(["--workspace", "--all-features", "check", "--disable-fetch", "advisories"]))
}
