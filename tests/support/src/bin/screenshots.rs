//! `cargo xtask screenshots [--out DIR]`: the README's pictures and every other screen, into target/screenshots or DIR.

use std::path::PathBuf;

use lexopt::prelude::*;
use test_support::screenshots;
use xtask::project::Project;

fn main() -> anyhow::Result<()> {
    let project = Project::find()?;
    let mut out = project.target.join("screenshots");
    let mut parser = lexopt::Parser::from_env();
    while let Some(argument) = parser.next()? {
        match argument {
            // The path is absolute from here on, because this program may run in another folder than the root.
            Long("out") => out = std::path::absolute(PathBuf::from(parser.value()?))?,
            other => return Err(other.unexpected().into()),
        }
    }
    screenshots::take(&project, &out)
}
