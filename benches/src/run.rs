//! Runs the parts of `cargo xtask bench` that compare the widget with its peers: starts the servers and the one
//! Chromium, runs each measurement, and prints the tables and the promises.

use std::path::Path;

use anyhow::Context as _;
use serde_json::Value;

use crate::competitors::{self, Competitor, Folders};
use crate::page_session::{self, Browser, serve_for_ever};
use crate::part::Part;
use crate::{host, load, report, steps};
use test_support::browsers::{Driver, Engine};
use test_support::serve::{Options, Server};
use xtask::project::Project;
use xtask::site::files;

/// How often each page is loaded, gone through, and judged by Lighthouse.
const LOADS: usize = 7;
const WALKS: usize = 5;
const JUDGEMENTS: usize = 5;

/// Runs the selected measurements, and returns the promises that are broken.
///
/// # Errors
/// A measurement fails.
pub fn measure(project: &Project, folders: &Folders, parts: &[Part]) -> anyhow::Result<Vec<String>> {
    let wanted = |part: Part| parts.contains(&part);
    let embedded = serve_for_ever(&folders.files, &files::list(&folders.files)?)?;
    competitors::write_pages(project, folders, &embedded.origin())?;
    let pages = Server::start(Options::default().root("/", &folders.pages, None))?;
    let mut promises = Vec::new();
    if wanted(Part::Load) || wanted(Part::Steps) {
        let steps = criteria(&project.root.join("static/assessments/partner.json"))?;
        let driver = Driver::start(project, Engine::Chromium)?;
        let runtime =
            tokio::runtime::Builder::new_current_thread().enable_all().build().context("cannot make a runtime")?;
        runtime.block_on(async {
            let browser = Browser::start(&driver).await?;
            if wanted(Part::Load) {
                promises.extend(loading(&browser, &pages.origin(), &embedded.origin()).await?);
            }
            if wanted(Part::Steps) {
                let times = steps::measure(&browser, &pages.origin(), steps, WALKS).await?;
                let presses = times.get(&Competitor::Ours).map_or(0, |presses| presses.steps.len());
                println!(
                    "\nsteps, in Chromium {}: {}x slower processor, {presses} presses of Continue in {WALKS} walks",
                    browser.version,
                    page_session::SLOWDOWN
                );
                println!("{}", report::steps_table(&times));
                promises.extend(report::of_steps(&times));
            }
            browser.close().await
        })?;
    }
    if wanted(Part::Host) {
        let scores = host::measure(project, &pages.origin(), JUDGEMENTS)?;
        let of = |page: &str| scores.get(page).map_or(&[][..], Vec::as_slice);
        let [without, with] = host::PAGES.map(of);
        println!("\nLighthouse's performance of a page with content, medians of {JUDGEMENTS} judgements");
        println!("{}", report::host_table(without, with));
        promises.push(report::of_host(without, with));
    }
    println!();
    for promise in &promises {
        println!("{} {promise}", if promise.is_kept() { "kept:  " } else { "broken:" });
    }
    Ok(promises.iter().filter(|promise| !promise.is_kept()).map(ToString::to_string).collect())
}

async fn loading(browser: &Browser, pages: &str, embedded: &str) -> anyhow::Result<Vec<report::Promise>> {
    let loads = load::measure(browser, pages, LOADS).await?;
    let [wasm, all] = load::far_away(browser, pages, embedded).await?;
    println!(
        "\nloading, in Chromium {}: {} kB/s, {} ms, {}x slower processor, empty cache; medians of {LOADS} loads",
        browser.version,
        page_session::BYTES_PER_SECOND / 1000,
        page_session::LATENCY_MS,
        page_session::SLOWDOWN
    );
    println!("{}", report::load_table(&loads));
    println!("\n{}", report::files_table(&loads));
    println!("\nout of sight, far below the window: {wasm:.0} bytes of wasm, {all:.0} of all files");
    Ok(report::of_loading(&loads, wasm))
}

/// The number of steps of the assessment.
fn criteria(path: &Path) -> anyhow::Result<usize> {
    let text = std::fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))?;
    let file: Value = serde_json::from_str(&text).with_context(|| format!("cannot read {}", path.display()))?;
    let criteria = file.get("criteria").and_then(Value::as_array);
    Ok(criteria.context("expected criteria, got none")?.len())
}
