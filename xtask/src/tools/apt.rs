//! Debian's package manager, used only where it can install without asking anybody.

use std::process::Command;
use std::sync::OnceLock;

use anyhow::bail;

use crate::command;
use crate::tools::on_path;

/// The command that a person would type for these packages.
#[must_use]
pub fn advice(packages: &[&str]) -> String {
    format!("apt-get install {}", packages.join(" "))
}

/// Installs packages.
///
/// # Errors
/// There is no apt-get, it would have to ask for a password, or it fails.
pub fn install(packages: &[&str]) -> anyhow::Result<()> {
    let Some(prefix) = prefix() else {
        bail!("get it with `{}`", advice(packages));
    };
    update(prefix)?;
    let advice = advice(packages);
    eprintln!("getting it with `{advice}`");
    run(prefix, &[&["install", "--yes", "--quiet", "--no-install-recommends"], packages].concat())
}

/// The prefix of `apt-get`: empty for root, `sudo -n` if that works, or `None`.
fn prefix() -> Option<&'static [&'static str]> {
    on_path(&["apt-get"])?;
    let root = command::output(Command::new("id").arg("-u")).is_ok_and(|id| id.trim() == "0");
    if root {
        Some(&[])
    } else if command::succeeds("sudo", &["-n", "true"]) {
        Some(&["sudo", "-n"])
    } else {
        None
    }
}

/// Updates the list of packages once, before the first installation: a new machine has none, and an old list names
/// files that are gone.
fn update(prefix: &[&str]) -> anyhow::Result<()> {
    static DONE: OnceLock<()> = OnceLock::new();
    if DONE.get().is_none() {
        run(prefix, &["update", "--quiet"])?;
        DONE.get_or_init(|| ());
    }
    Ok(())
}

fn run(prefix: &[&str], arguments: &[&str]) -> anyhow::Result<()> {
    let line = [prefix, &["env", "DEBIAN_FRONTEND=noninteractive", "apt-get"], arguments].concat();
    let Some((program, arguments)) = line.split_first() else {
        return Ok(());
    };
    command::run(Command::new(program).args(arguments))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn advice_is_a_line_to_type() {
        assert_eq!(advice(&["chromium", "chromium-driver"]), "apt-get install chromium chromium-driver");
    }
}
