//! `cargo xtask bless`: rewrites every generated file (golden reports, schemas, the types made from them …) for an
//! intended change. The tests that compare such a file can also write it; each is then run again, to compare. `git
//! diff` shows the changes: read them before you commit.

use std::fs;

use anyhow::{Context as _, ensure};

use crate::command;
use crate::project::Project;
use crate::tests_built::{self, Binary};

/// The environment variable that makes a test write the file that it would compare.
pub const BLESS_VARIABLE: &str = "PARTNER_FIT_BLESS";

/// The call by which the source of a test shows that it can write its files.
const MARK: &str = "blessing()";

/// Runs every test that can write files.
///
/// # Errors
/// A test does not compile, or fails after it has written its files.
pub fn bless(project: &Project) -> anyhow::Result<()> {
    let mut binaries = tests_built::compile(project)?;
    binaries.retain(writes_files);
    ensure!(!binaries.is_empty(), "expected tests that write files, got none");
    // Sorted by name: the schemas are written before the types that are made from them.
    binaries.sort_by(|one, other| one.name.cmp(&other.name));
    for binary in &binaries {
        let mut program = binary.command();
        command::run(program.env(BLESS_VARIABLE, "1")).with_context(|| format!("`{}` could not write", binary.name))?;
    }
    binaries.iter().try_for_each(Binary::run)?;
    println!("blessed: {}", binaries.iter().map(|binary| binary.name.as_str()).collect::<Vec<_>>().join(", "));
    Ok(())
}

fn writes_files(binary: &Binary) -> bool {
    fs::read_to_string(&binary.source).is_ok_and(|source| source.contains(MARK))
}
