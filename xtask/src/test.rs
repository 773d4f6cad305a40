//! `cargo xtask test`: runs all tests, which are next to what they test; those in browsers are in tests/browser. It
//! keeps two cores busy: the release is made while the native tests are compiled and run, and the second release, which
//! must have the same bytes, while the browsers run.

use std::path::Path;
use std::thread::{self, ScopedJoinHandle};

use anyhow::{Context as _, anyhow};

use crate::project::Project;
pub use crate::tests_built::SITE_VARIABLE;
use crate::tests_built::{self, Binary};
use crate::tools::engine::ENGINES_VARIABLE;
use crate::tools::{node, rust};
use crate::{command, dist, site};

mod engines;
mod fuzz;
mod options;
mod soak;
mod times;

use engines::Engines;
pub use options::Options;
use times::Times;

/// The tests that need a release or browsers, which run after the others.
const WITH_RELEASE: [&str; 1] = ["package"];
const WITH_BROWSERS: [&str; 2] = ["drivers", "browser"];

/// Runs the tests, or those that were asked for, and prints how long each part took.
///
/// # Errors
/// A test fails, something that they need cannot be built or, with `CI=true`, an engine cannot be installed.
pub fn test(project: &Project, options: &Options) -> anyhow::Result<()> {
    let (native, browser, engines) = match options {
        Options::Soak { part, minutes } => return soak::run(project, *part, *minutes),
        Options::Tests { native, browser, engines } => (*native, *browser, engines),
    };
    let times = Times::start();
    // Installs engines before any test: what is missing is known at the start, and no download interrupts the run.
    let engines = times.once("installing", || -> anyhow::Result<Engines> {
        rust::ensure_target(site::wasm::TARGET)?;
        node::ensure_modules(project)?;
        command::run(command::cargo().current_dir(&project.root).args(["fetch", "--locked", "--quiet"]))?;
        Ok(if browser { Engines::get(project, engines) } else { Engines::default() })
    })?;
    let outcome = run(project, &times, native, &engines);
    println!("{}", times.table());
    outcome.and(engines.tell_skipped())
}

fn run(project: &Project, times: &Times, native: bool, engines: &Engines) -> anyhow::Result<()> {
    if !native && engines.ready.is_empty() {
        return Ok(());
    }
    // The browsers test the release itself, so that a module that only the smaller form breaks is found.
    let site = project.target.join("test-site");
    let binaries = thread::scope(|scope| {
        let release = scope.spawn(|| times.part("making the release", || dist::build_release(project, &site)));
        let binaries = compile_and_run_native(project, times, native);
        result_of(release)?;
        binaries
    })?;
    thread::scope(|scope| {
        let package = native.then(|| {
            scope.spawn(|| times.part("the package, and a second release", || with_release(&binaries, &site)))
        });
        let browsers = times.part("in browsers", || in_browsers(&binaries, engines, &site));
        let package = package.map_or(Ok(()), result_of);
        browsers.and(package)
    })
}

fn compile_and_run_native(project: &Project, times: &Times, native: bool) -> anyhow::Result<Vec<Binary>> {
    let binaries = times.part("compiling the tests", || tests_built::compile(project))?;
    if native {
        times.part("native tests", || -> anyhow::Result<()> {
            let later = [&WITH_RELEASE[..], &WITH_BROWSERS].concat();
            binaries.iter().filter(|binary| !later.contains(&binary.name.as_str())).try_for_each(Binary::run)
        })?;
        times.part("examples in the documentation", || {
            let mut cargo = command::cargo();
            cargo.current_dir(&project.root).args(["test", "--doc", "--workspace"]);
            command::run(&mut cargo).context("the examples in the documentation failed")
        })?;
    }
    Ok(binaries)
}

/// Checks the types and packages, and that a second release has the same bytes. It prints at the end, because the
/// browsers' output comes meanwhile.
fn with_release(binaries: &[Binary], site: &Path) -> anyhow::Result<()> {
    for binary in binaries.iter().filter(|binary| WITH_RELEASE.contains(&binary.name.as_str())) {
        let output = binary.command().env(SITE_VARIABLE, site).output().context("cannot run the tests")?;
        println!(
            "     Running {}\n{}{}",
            binary.name,
            String::from_utf8_lossy(&output.stdout),
            String::from_utf8_lossy(&output.stderr)
        );
        if !output.status.success() {
            return Err(anyhow!("the tests of `{}` failed", binary.name));
        }
    }
    Ok(())
}

fn in_browsers(binaries: &[Binary], engines: &Engines, site: &Path) -> anyhow::Result<()> {
    if engines.ready.is_empty() {
        return Ok(());
    }
    for binary in binaries.iter().filter(|binary| WITH_BROWSERS.contains(&binary.name.as_str())) {
        println!("     Running {}", binary.name);
        let mut command = binary.command();
        command.env(SITE_VARIABLE, site).env(ENGINES_VARIABLE, engines.names());
        command::run(&mut command).context("the tests in browsers failed")?;
    }
    Ok(())
}

/// The outcome of a thread; a panic in it is a defect of this program.
fn result_of<T>(thread: ScopedJoinHandle<'_, anyhow::Result<T>>) -> anyhow::Result<T> {
    thread.join().unwrap_or_else(|_| Err(anyhow!("a part of the tests panicked")))
}
