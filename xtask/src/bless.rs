//! `cargo xtask bless`: writes every generated file anew (golden reports, schemas, the types made from them …), for a
//! change that is meant. The tests that compare such a file also know how it is made; each is then run once more, to
//! compare. What is different now, `git diff` shows: look at it before it is committed.

use std::fs;

use anyhow::{Context as _, ensure};

use crate::command;
use crate::project::Project;
use crate::tests_built::{self, Binary};

/// The environment variable by which a test writes what it would compare.
pub const BLESS_VARIABLE: &str = "PARTNER_FIT_BLESS";

/// What stands in the source of a test that can write its files.
const MARK: &str = "blessing()";

/// Runs every test that has files to write.
///
/// # Errors
/// When a test does not compile, or what it has written does not hold.
pub fn bless(project: &Project) -> anyhow::Result<()> {
    let mut binaries = tests_built::compile(project)?;
    binaries.retain(writes_files);
    ensure!(!binaries.is_empty(), "expected tests that write files, got none");
    // By name: the schemas are written before the types that are made from them.
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
