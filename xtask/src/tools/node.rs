//! Node's tools in the versions of package.json and package-lock.json: those that make a release smaller, and axe for
//! the browser tests. `start` needs none of them.

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context as _, ensure};

use crate::command;
use crate::project::Project;
use crate::tools::{apt, on_path};

/// A copy of the lock file that was installed last; if it differs, node_modules is stale.
const STAMP: &str = "node_modules/.partner-fit-lock.json";

/// Makes sure that node is installed, and that node_modules matches the lock file.
///
/// # Errors
/// Node is missing and cannot be installed, or npm fails.
pub fn ensure_modules(project: &Project) -> anyhow::Result<()> {
    ensure_node()?;
    let wanted = fs::read(project.root.join("package-lock.json")).context("cannot read package-lock.json")?;
    let stamp = project.root.join(STAMP);
    if fs::read(&stamp).is_ok_and(|installed| installed == wanted) {
        return Ok(());
    }
    eprintln!("missing: the modules of package-lock.json; getting them with `npm ci`");
    let mut npm = Command::new("npm");
    npm.args(["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]).current_dir(&project.root);
    command::run(&mut npm)?;
    fs::write(stamp, wanted).context("cannot write into node_modules")
}

/// Finds a program in node_modules.
///
/// # Errors
/// No module has such a program.
pub fn program(project: &Project, name: &str) -> anyhow::Result<PathBuf> {
    let path = project.root.join("node_modules/.bin").join(name);
    ensure!(path.exists(), "expected `{name}` among the modules of package-lock.json, got none; run `npm ci`");
    Ok(path)
}

fn ensure_node() -> anyhow::Result<()> {
    if on_path(&["node"]).is_some() && on_path(&["npm", "npm.cmd"]).is_some() {
        return Ok(());
    }
    eprintln!("missing: node and npm");
    apt::install(&["nodejs", "npm"]).context("node and npm are missing")
}
