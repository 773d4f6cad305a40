//! What goes with the element: its description for editors and compilers, the packages, and that two builds are alike.
//!
//! `cargo xtask test` runs this. By hand: `cargo test --features package --test package`, with the modules of package-lock.json
//! there (`npm ci`), and the release made first unless `PARTNER_FIT_SITE` names one. What browsers do with all of it is
//! tested in `tests/browser/checks/package`.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, missing_docs)]

mod description;
mod packages;
mod release;
mod reproducible;
mod twins;
mod typescript;

use std::fs;
use std::path::{Path, PathBuf};

/// The project's folder.
fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// A file's text.
fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// What stands between quotes in a source, one line at a time.
fn quoted(source: &str) -> impl Iterator<Item = &str> {
    source.lines().flat_map(|line| line.split('"').skip(1).step_by(2))
}
