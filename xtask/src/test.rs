//! `cargo xtask test`: everything that is tested, in the order in which it fails soonest. The tests themselves are with
//! what they test; those in browsers are in tests/browser.

use std::path::Path;

use anyhow::{Context as _, bail};
use lexopt::prelude::*;

use crate::project::Project;
use crate::tools::browsers;
use crate::tools::engine::{ENGINES_VARIABLE, Engine};
use crate::{command, dist};

/// The environment variable that names the built site.
pub const SITE_VARIABLE: &str = "PARTNER_FIT_SITE";

/// The options of `test`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Options {
    /// Whether to run what needs no browser.
    pub native: bool,
    /// Whether to run what needs one.
    pub browser: bool,
    /// In which engines.
    pub engines: Vec<Engine>,
}

impl Default for Options {
    fn default() -> Self {
        Self { native: true, browser: true, engines: Engine::ALL.to_vec() }
    }
}

impl Options {
    /// Reads them from the command line. An option that names a part leaves out the other ones; naming an engine names
    /// the part that has engines.
    ///
    /// # Errors
    /// Names what was not expected.
    pub fn read(parser: &mut lexopt::Parser) -> anyhow::Result<Self> {
        let (mut native, mut browser, mut engines) = (false, false, Vec::new());
        while let Some(argument) = parser.next()? {
            match argument {
                Long("native") => native = true,
                Long("browser") => browser = true,
                Long("engine") => engines.push(parser.value()?.parse()?),
                other => return Err(other.unexpected().into()),
            }
        }
        let mut options = Self::default();
        if native || browser || !engines.is_empty() {
            options.native = native;
            options.browser = browser || !engines.is_empty();
        }
        if !engines.is_empty() {
            options.engines = engines;
        }
        Ok(options)
    }
}

/// Runs the tests, or the part of them that was asked for.
///
/// # Errors
/// When a test fails, what they need cannot be built or, with `CI=true`, an engine cannot be had.
pub fn test(project: &Project, options: &Options) -> anyhow::Result<()> {
    // Before any test: what cannot be had is known at the start, and a run is not stopped half-way by a download.
    let engines = if options.browser { engines(project, &options.engines) } else { Engines::default() };
    if options.native {
        native(project)?;
    }
    if options.native || !engines.ready.is_empty() {
        // What is tested is what is released, to the byte: a module that only the smaller form breaks is found here.
        let site = project.target.join("test-site");
        dist::make(project, &site)?;
        if options.native {
            kit(project, &site)?;
        }
        in_browsers(project, &engines.ready, &site)?;
    }
    engines.tell_skipped()
}

/// What can be driven here, and what cannot and why.
#[derive(Default)]
struct Engines {
    ready: Vec<Engine>,
    skipped: Vec<(Engine, anyhow::Error)>,
}

impl Engines {
    fn tell_skipped(&self) -> anyhow::Result<()> {
        for (engine, reason) in &self.skipped {
            println!("skipped: {engine} ({reason:#})");
        }
        if !self.skipped.is_empty() && is_ci() {
            bail!("expected every engine, as CI=true asks for, got {} skipped", self.skipped.len());
        }
        Ok(())
    }
}

fn engines(project: &Project, wanted: &[Engine]) -> Engines {
    let mut engines = Engines::default();
    for &engine in wanted {
        match browsers::ensure(project, engine) {
            Ok(_) => engines.ready.push(engine),
            Err(reason) => engines.skipped.push((engine, reason)),
        }
    }
    engines
}

fn native(project: &Project) -> anyhow::Result<()> {
    let mut cargo = command::cargo();
    cargo.current_dir(&project.root).args(["test", "--workspace"]);
    // The tests of the drivers themselves run with the others that need a browser.
    command::run(cargo.env(ENGINES_VARIABLE, "")).context("the native tests failed")
}

/// What goes with the element, which needs a release and node, and that two builds are alike, which takes minutes.
fn kit(project: &Project, site: &Path) -> anyhow::Result<()> {
    let mut cargo = command::cargo();
    cargo.current_dir(&project.root).args(["test", "-p", "partner-fit", "--features", "kit", "--test", "kit"]);
    command::run(cargo.env(SITE_VARIABLE, site)).context("the tests of the kit failed")
}

fn in_browsers(project: &Project, engines: &[Engine], site: &Path) -> anyhow::Result<()> {
    if engines.is_empty() {
        return Ok(());
    }
    let names = engines.iter().map(|engine| engine.name()).collect::<Vec<_>>().join(",");
    for (package, feature, target) in [("test-support", "", "drivers"), ("partner-fit", "browser", "browser")] {
        let mut cargo = command::cargo();
        cargo.current_dir(&project.root).args(["test", "-p", package, "--features", feature, "--test", target]);
        cargo.env(SITE_VARIABLE, site).env(ENGINES_VARIABLE, &names);
        command::run(&mut cargo).context("the tests in browsers failed")?;
    }
    Ok(())
}

fn is_ci() -> bool {
    std::env::var("CI").is_ok_and(|value| value == "true")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_skipped_is_a_pass_everywhere() {
        assert!(Engines::default().tell_skipped().is_ok());
    }

    #[test]
    fn a_skip_fails_only_under_ci() {
        let skipped = vec![(Engine::WebKit, anyhow::anyhow!("missing"))];
        let engines = Engines { ready: Vec::new(), skipped };
        assert_eq!(engines.tell_skipped().is_err(), is_ci());
    }
}
