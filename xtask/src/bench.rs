//! `cargo xtask bench`: how long the exact robustness takes beside sampling, and how long a change on the result page
//! takes. Natively by benches/robustness.rs; in Chromium, on the released site, by `bench/page`. Times differ from
//! machine to machine, so everything is also told as a ratio to its peer in the same run.

use crate::project::Project;

#[cfg(feature = "webdriver")]
mod page;
pub mod times;

/// Runs the benchmarks and prints what they measure.
///
/// # Errors
/// When Chromium cannot be had, the site does not build, or a promise is broken.
#[cfg(feature = "webdriver")]
pub fn bench(project: &Project) -> anyhow::Result<()> {
    use anyhow::{Context as _, bail};

    use crate::browsers::Engine;
    use crate::tools::browsers;
    use crate::{command, dist};

    // First what may be missing, and everything that keeps the machine busy; then the clocks.
    browsers::ensure(project, Engine::Chromium)?;
    let site = project.target.join("bench-site");
    dist::make(project, &site)?;
    let mut cargo = command::cargo();
    cargo.current_dir(&project.root).args(["bench", "--quiet", "-p", "partner-fit", "--bench", "robustness"]);
    println!("natively");
    command::run(&mut cargo).context("the native benchmark failed")?;

    let mut broken = Vec::new();
    page::measure(project, &site, |assessment, measured| {
        println!("\n{assessment}, in Chromium {}, milliseconds", measured.browser);
        println!("{}", times::table(&measured));
        broken.extend(times::broken(&measured).into_iter().map(|line| format!("{assessment}: {line}")));
    })?;
    println!(
        "\nheld to {} ms: the medians of what is computed; drawing and layout are told, and held to nothing",
        times::PROMISE
    );
    if broken.is_empty() {
        println!("kept: everything is computed within {} ms of one changed answer or weight", times::PROMISE);
        return Ok(());
    }
    bail!("expected everything computed within {} ms of one change, got {}", times::PROMISE, broken.join("; "))
}

/// The WebDriver client is not compiled into what `start` needs, so this program calls itself with it.
///
/// # Errors
/// As the benchmarks' own.
#[cfg(not(feature = "webdriver"))]
pub fn bench(project: &Project) -> anyhow::Result<()> {
    let mut cargo = crate::command::cargo();
    cargo.current_dir(&project.root);
    cargo.args(["run", "--quiet", "--package", "xtask", "--features", "webdriver", "--", "bench"]);
    crate::command::run(&mut cargo)
}
