//! Programs that come by `cargo install`: each in one release, in a folder of this user's caches, so that every checkout
//! on a machine has the same one and it is compiled once.

use std::env;
use std::fs;
use std::path::PathBuf;

use anyhow::Context as _;

use crate::command;
use crate::project::Project;
use crate::tools::on_path;

/// A program and the release of it that is used here.
#[derive(Debug, Clone, Copy)]
pub struct Program {
    /// Its name, and that of its crate.
    pub name: &'static str,
    /// Named, so that an outcome does not depend on the day.
    pub version: &'static str,
    /// Whether it is quick enough without optimisation, which takes most of the time to compile it.
    pub quick_build: bool,
    /// How long that takes on two cores.
    pub minutes: u32,
}

impl Program {
    /// Where it is: on the search path, or where [`Program::ensure`] has put it.
    #[must_use]
    pub fn find(&self, project: &Project) -> Option<PathBuf> {
        let own = self.folder(project).join("bin").join(self.name);
        on_path(&[self.name]).or_else(|| own.is_file().then_some(own))
    }

    /// The command that a person would type for it.
    #[must_use]
    pub fn advice(&self) -> String {
        format!("cargo install {} --locked --version {}", self.name, self.version)
    }

    /// Compiles it unless it is there.
    ///
    /// # Errors
    /// When it cannot be downloaded or compiled.
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
        // Beside our own builds, not in them: a lock file of its own, other features, never needed again.
        command::run(cargo.env("CARGO_TARGET_DIR", &build))?;
        fs::remove_dir_all(&build).with_context(|| format!("cannot remove what {} left", self.name))?;
        self.find(project).with_context(|| format!("expected {} to be installed, got none", self.name))
    }

    fn folder(&self, project: &Project) -> PathBuf {
        let caches = env::var_os("XDG_CACHE_HOME").map(PathBuf::from).filter(|path| path.is_absolute());
        let caches = caches.or_else(|| env::home_dir().map(|home| home.join(".cache")));
        let own = caches.map_or_else(|| project.target.join("tools"), |caches| caches.join("partner-fit"));
        own.join(format!("{}-{}", self.name, self.version))
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
