//! Reuses a release: the tests take the one that `dist` has just made, and `dist` that of the tests. Two states of the
//! sources are the same if all bytes that a release is made from are the same, and the compiler is.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::Context as _;
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};

use super::build_info;
use super::sizes::Size;
use crate::project::Project;
use crate::site::files;

/// The sources of a release; missing ones are ignored.
const SOURCES: [&str; 13] = [
    ".cargo",
    ".release-toolchain",
    "Cargo.lock",
    "Cargo.toml",
    "LICENSE",
    "LICENSE-APACHE",
    "LICENSE-MIT",
    "core",
    "docs",
    "index.html",
    "package-lock.json",
    "src",
    "static",
];
/// The code that makes a release.
const MAKERS: [&str; 3] = ["package.json", "tsconfig.json", "xtask"];

/// The record's file, in cargo's target folder.
const NOTE: &str = "release-made.json";

/// The record of a release: the state it was made from, and its files' sizes.
#[derive(Debug, Serialize, Deserialize)]
struct Made {
    state: String,
    sizes: Vec<Size>,
}

/// Puts the release of the present sources into `out`: the last one if its state is the same, else a new one from
/// `make`.
pub(super) fn or_made(
    project: &Project,
    out: &Path,
    make: impl FnOnce(&Path) -> anyhow::Result<Vec<Size>>,
) -> anyhow::Result<Vec<Size>> {
    let (release, note) = (project.target.join("release-made"), project.target.join(NOTE));
    let state = state(project)?;
    let sizes = match last(project) {
        Some(Made { state: of, sizes }) if of == state && release.is_dir() => sizes,
        _ => {
            // While the release is being made, no record says that it is there.
            fs::remove_file(&note).ok();
            let sizes = make(&release)?;
            let made = Made { state, sizes };
            fs::write(&note, serde_json::to_vec(&made).context("a release cannot be written down")?)
                .with_context(|| format!("cannot write {}", note.display()))?;
            made.sizes
        }
    };
    let staging = out.with_extension("copy");
    if staging.exists() {
        fs::remove_dir_all(&staging).with_context(|| format!("cannot empty {}", staging.display()))?;
    }
    files::copy_folder(&release, &staging)?;
    files::replace(&staging, out)?;
    Ok(sizes)
}

/// The sizes of the last release, to compare a new one with.
pub(super) fn last_sizes(project: &Project) -> Option<Vec<Size>> {
    last(project).map(|made| made.sizes)
}

fn last(project: &Project) -> Option<Made> {
    serde_json::from_slice(&fs::read(project.target.join(NOTE)).ok()?).ok()
}

fn state(project: &Project) -> anyhow::Result<String> {
    let mut all = Sha256::new();
    for name in SOURCES.iter().chain(&MAKERS) {
        for path in below(&project.root, name)? {
            let bytes =
                fs::read(project.root.join(&path)).with_context(|| format!("cannot read {}", path.display()))?;
            // The length of each file is hashed too, so that no byte can move unseen from one file to the next.
            all.update(format!("{}\0{}\0", path.display(), bytes.len()));
            all.update(bytes);
        }
    }
    for (name, value) in build_info::compiler(project)? {
        all.update(format!("{name}\0{value}\0"));
    }
    Ok(all.finalize().iter().map(|byte| format!("{byte:02x}")).collect())
}

/// A file, or every file of a folder.
fn below(root: &Path, name: &str) -> anyhow::Result<Vec<PathBuf>> {
    let path = root.join(name);
    if path.is_dir() {
        return Ok(files::list(&path)?.into_iter().map(|file| Path::new(name).join(file)).collect());
    }
    Ok(if path.exists() { vec![PathBuf::from(name)] } else { Vec::new() })
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;

    use super::*;

    #[test]
    fn a_release_is_made_again_only_after_a_change() {
        let folder = tempfile::tempdir().unwrap();
        let project = Project { root: folder.path().into(), target: folder.path().join("target") };
        for (path, text) in [("static/a.js", "a"), ("index.html", "page"), ("README.md", "words")] {
            let path = project.root.join(path);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, text).unwrap();
        }
        let made = Cell::new(0);
        let out = project.root.join("dist");
        let release = || {
            or_made(&project, &out, |release| {
                made.set(made.get() + 1);
                fs::create_dir_all(release).unwrap();
                fs::write(release.join("a.js"), fs::read(project.root.join("static/a.js")).unwrap()).unwrap();
                Ok(vec![Size { path: "a.js".to_owned(), raw: 1, gzip: 1, brotli: 1 }])
            })
            .unwrap()
        };
        let first = release();
        fs::write(project.root.join("README.md"), "other words").unwrap();
        assert_eq!(release(), first);
        assert_eq!(made.get(), 1);

        fs::write(project.root.join("static/a.js"), "b").unwrap();
        release();
        assert_eq!((made.get(), fs::read_to_string(out.join("a.js")).unwrap()), (2, "b".to_owned()));
    }
}
