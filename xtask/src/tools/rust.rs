//! Targets and components of the Rust toolchain, installed by rustup.

use std::process::Command;

use anyhow::{Context as _, bail};

use crate::command;

/// Installs a compilation target unless the toolchain has it.
///
/// # Errors
/// Rustup cannot install it, or there is no rustup.
pub fn ensure_target(triple: &str) -> anyhow::Result<()> {
    if has_target(triple) {
        return Ok(());
    }
    let install = format!("rustup target add {triple}");
    if !command::succeeds("rustup", &["--version"]) {
        bail!("the target {triple} is missing; get it with `{install}` (rustup is not here)");
    }
    eprintln!("missing: the target {triple}; getting it with `{install}`");
    command::run(Command::new("rustup").args(["target", "add", triple]))
        .with_context(|| format!("the target {triple} is missing and could not be got"))
}

/// Asks the compiler where the target's libraries are, which also works for toolchains without rustup.
fn has_target(triple: &str) -> bool {
    let mut rustc = Command::new("rustc");
    rustc.args(["--print", "target-libdir", "--target", triple]);
    command::output(&mut rustc).is_ok_and(|path| std::path::Path::new(path.trim()).join("").is_dir())
}

/// Installs a component of the toolchain unless its program is there.
///
/// # Errors
/// Rustup cannot install it, or there is no rustup.
pub fn ensure_component(component: &str, program: &str) -> anyhow::Result<()> {
    if command::succeeds(program, &["--version"]) {
        return Ok(());
    }
    let install = format!("rustup component add {component}");
    eprintln!("missing: {component}; getting it with `{install}`");
    command::run(Command::new("rustup").args(["component", "add", component]))
        .with_context(|| format!("{component} is missing; get it with `{install}`"))
}
