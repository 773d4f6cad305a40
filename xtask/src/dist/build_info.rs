//! `build.json`: the compiler, node, tools and lock files that a release was built with, so that others can rebuild and
//! compare it. Two builds of the same sources with the same tools give the same file, so it contains no time, folder or
//! machine.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::Context as _;
use serde_json::{Value, json};

use super::integrity::hash;
use super::versions::VERSION;
use crate::command;
use crate::project::Project;

/// The file's name in the release.
const FILE: &str = "build.json";

/// The file in the sources that names the compiler for releases. It is not rust-toolchain.toml: a machine that cannot
/// download another compiler must still be able to build.
const TOOLCHAIN: &str = ".release-toolchain";

/// The npm packages that process a release.
const TOOLS: [&str; 2] = ["binaryen", "esbuild"];

const LOCK_FILES: [&str; 2] = ["Cargo.lock", "package-lock.json"];

/// Writes the file into a site.
pub(super) fn write(project: &Project, site: &Path) -> anyhow::Result<()> {
    let mut text = serde_json::to_string_pretty(&info(project)?).context("cannot write build.json")?;
    text.push('\n');
    fs::write(site.join(FILE), text).context("cannot write build.json")
}

/// A warning if this compiler is not the one for releases.
pub(super) fn other_compiler(project: &Project) -> anyhow::Result<Option<String>> {
    let named = read(project, TOOLCHAIN)?;
    let ours = compiler(project)?.remove("release").unwrap_or_default();
    Ok(differs(named.trim(), &ours))
}

fn differs(named: &str, ours: &str) -> Option<String> {
    let line = || {
        format!(
            "note: made with Rust {ours}; releases are made with Rust {named} ({TOOLCHAIN}), so the bytes may differ from one"
        )
    };
    (named != ours).then(line)
}

fn info(project: &Project) -> anyhow::Result<Value> {
    let mut tools =
        BTreeMap::from([("wasm-bindgen".to_owned(), locked(&read(project, "Cargo.lock")?, "wasm-bindgen")?)]);
    for name in TOOLS {
        let manifest = read(project, &format!("node_modules/{name}/package.json"))?;
        let manifest: Value =
            serde_json::from_str(&manifest).with_context(|| format!("cannot read {name}'s version"))?;
        let version = manifest.get("version").and_then(Value::as_str).context("expected a version, got none")?;
        tools.insert(name.to_owned(), version.to_owned());
    }
    let mut locks = BTreeMap::new();
    for name in LOCK_FILES {
        locks.insert(name, hash(read(project, name)?.as_bytes()));
    }
    let node = command::output(Command::new("node").arg("--version"))?;
    Ok(json!({
        "version": VERSION,
        "compiler": compiler(project)?,
        "node": node.trim().trim_start_matches('v'),
        "tools": tools,
        "lockFiles": locks,
    }))
}

/// The compiler's description of itself, by field.
pub(super) fn compiler(project: &Project) -> anyhow::Result<BTreeMap<String, String>> {
    let mut rustc = Command::new(std::env::var_os("RUSTC").unwrap_or_else(|| "rustc".into()));
    let text = command::output(rustc.current_dir(&project.root).arg("-vV"))?;
    let named = text.lines().filter_map(|line| line.split_once(": "));
    Ok(named.map(|(name, value)| (name.to_owned(), value.to_owned())).collect())
}

/// The version of a crate in Cargo.lock.
fn locked(lock: &str, name: &str) -> anyhow::Result<String> {
    let lock: toml::Table = lock.parse().context("cannot read Cargo.lock")?;
    let packages = lock.get("package").and_then(toml::Value::as_array).into_iter().flatten();
    let mut named = packages.filter(|package| package.get("name").and_then(toml::Value::as_str) == Some(name));
    let version = named.next().and_then(|package| package.get("version")?.as_str());
    version.map(str::to_owned).with_context(|| format!("expected {name} in Cargo.lock, got none"))
}

fn read(project: &Project, name: &str) -> anyhow::Result<String> {
    fs::read_to_string(project.root.join(name)).with_context(|| format!("cannot read {name}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn another_compiler_is_told_and_the_same_is_not() {
        assert_eq!(differs("1.95.0", "1.95.0"), None);
        let line = differs("1.95.0", "1.96.0").unwrap();
        assert!(line.starts_with("note: made with Rust 1.96.0; releases are made with Rust 1.95.0"), "{line}");
    }

    #[test]
    fn a_locked_version_is_found_by_name() {
        let lock = "[[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.130\"\n";
        assert_eq!(locked(lock, "wasm-bindgen").unwrap(), "0.2.130");
        assert_eq!(locked(lock, "yew").unwrap_err().to_string(), "expected yew in Cargo.lock, got none");
    }
}
