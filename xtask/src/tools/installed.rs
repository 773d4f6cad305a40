//! Programs installed by `cargo install`: each in one version, in a folder of the user's caches, so that all checkouts
//! on a machine share it and it is compiled once.

use std::env;
use std::fs;
use std::path::PathBuf;

use anyhow::Context as _;

use crate::command;
use crate::project::Project;
use crate::tools::on_path;

/// A program and the version of it that is used here.
#[derive(Debug, Clone, Copy)]
pub struct Program {
    /// The name of the program and of its crate.
    pub name: &'static str,
    /// The version is fixed, so that a result does not depend on the day.
    pub version: &'static str,
    /// Whether it is fast enough without optimisation, which takes most of the compile time.
    pub quick_build: bool,
    /// How long compiling it takes on two cores.
    pub minutes: u32,
}

impl Program {
    /// The path: on the search path, or where [`Program::ensure`] has installed it.
    #[must_use]
    pub fn find(&self, project: &Project) -> Option<PathBuf> {
        let installed = self.folder(project).join("bin").join(self.name);
        on_path(&[self.name]).or_else(|| installed.is_file().then_some(installed))
    }

    /// The command that a person would type to install it.
    #[must_use]
    pub fn advice(&self) -> String {
        format!("cargo install {} --locked --version {}", self.name, self.version)
    }

    /// Compiles the program unless it is there.
    ///
    /// # Errors
    /// It cannot be downloaded or compiled.
    pub fn ensure(&self, project: &Project) -> anyhow::Result<PathBuf> {
        if let Some(path) = self.find(project) {
            return Ok(path);
        }
        let folder = self.folder(project);
        eprintln!("getting {} with `{}`: once, about {} minutes", self.name, self.advice(), self.minutes);
        let build = folder.join("build");
        let mut cargo = command::cargo();
        cargo.args(["install", self.name, "--locked", "--version", self.version, "--root"]).arg(&folder);
        if self.quick_build {
            cargo.arg("--debug");
        }
        // It is built apart from our own crates: it has its own lock file and other features, and is built once.
        command::run(cargo.env("CARGO_TARGET_DIR", &build))?;
        fs::remove_dir_all(&build).with_context(|| format!("cannot remove what {} left", self.name))?;
        self.find(project).with_context(|| format!("expected {} to be installed, got none", self.name))
    }

    fn folder(&self, project: &Project) -> PathBuf {
        let caches = env::var_os("XDG_CACHE_HOME").map(PathBuf::from).filter(|path| path.is_absolute());
        let caches = caches.or_else(|| env::home_dir().map(|home| home.join(".cache")));
        let folder = caches.map_or_else(|| project.target.join("tools"), |caches| caches.join("partner-fit"));
        folder.join(format!("{}-{}", self.name, self.version))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_releases_are_two_folders() {
        let project = Project { root: "/p".into(), target: "/p/target".into() };
        let of = |version| Program { name: "tool", version, quick_build: false, minutes: 1 }.folder(&project);
        assert!(of("1.0.0").ends_with("tool-1.0.0"));
        assert_ne!(of("1.0.0"), of("1.0.1"));
    }
}
