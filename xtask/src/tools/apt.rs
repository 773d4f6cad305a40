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
/// When there is no apt-get, it would have to ask for a password, or it fails.
pub fn install(packages: &[&str]) -> anyhow::Result<()> {
    let Some(prefix) = prefix() else {
        bail!("get it with `{}`", advice(packages));
    };
    update(prefix)?;
    let advice = advice(packages);
    eprintln!("getting it with `{advice}`");
    run(prefix, &[&["install", "--yes", "--quiet", "--no-install-recommends"], packages].concat())
}

/// What stands before `apt-get`: nothing for root, `sudo -n` where that works, and `None` where neither does.
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

/// A new machine has no list of packages, and one of last month names files that are gone: once, before the first.
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
