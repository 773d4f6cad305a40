//! The long run with random input: eight targets, two at a time. Seven are a program in a release build with its
//! assertions and overflow checks (`fuzz/`); values from JavaScript go by Node into the wasm of a quick build, which has
//! them as well. Each target runs for the whole time and says at its end how often it was tried.

use std::path::Path;
use std::process::Command;
use std::thread;
use std::time::Duration;

use anyhow::{Context as _, anyhow};

use crate::project::Project;
use crate::site::{self, Effort};
use crate::{command, site::wasm, tools::rust};

/// The targets of the program, by halves.
const FIRST: &[&str] = &["checker", "engine", "link", "settings"];
const SECOND: &[&str] = &["file", "csv", "reducer"];

/// Runs each target for this time.
///
/// # Errors
/// Something does not build, or an invariant was broken: its seed is told.
pub(super) fn run(project: &Project, time: Duration) -> anyhow::Result<()> {
    rust::ensure_target(wasm::TARGET)?;
    let folder = project.target.join("fuzz-site");
    site::build(project, Effort::Quick, &folder)?;
    let mut cargo = command::cargo();
    command::run(cargo.current_dir(&project.root).args(["build", "--profile", "fuzz", "-p", "partner-fit-fuzz"]))?;
    let program = project.target.join("fuzz").join("partner-fit-fuzz");
    let minutes = (time.as_secs_f64() / 60.0).to_string();
    let native = |targets: &[&str]| {
        let mut fuzz = Command::new(&program);
        command::run(fuzz.args(targets).args(["--minutes", &minutes])).context("an invariant was broken")
    };
    thread::scope(|scope| {
        let first = scope.spawn(|| native(FIRST));
        let second = scope.spawn(|| native(SECOND).and(values(project, &folder, time)));
        let joined = |thread: thread::ScopedJoinHandle<'_, anyhow::Result<()>>| {
            thread.join().unwrap_or_else(|_| Err(anyhow!("a run panicked")))
        };
        joined(first).and(joined(second))
    })
}

fn values(project: &Project, folder: &Path, time: Duration) -> anyhow::Result<()> {
    let mut node = Command::new("node");
    node.current_dir(&project.root).arg("fuzz/values.mjs").arg(folder).arg(time.as_secs().to_string());
    command::run(&mut node).context("a value from JavaScript broke something")
}
