//! The cost of the widget for the page around it: Lighthouse's performance score of a page with content, with the
//! widget below the fold and without it, in turn. Node runs Lighthouse in the version of package.json.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

use anyhow::{Context as _, ensure};
use serde_json::Value;

use test_support::browsers::Engine;
use xtask::command;
use xtask::project::Project;
use xtask::tools::{browsers, node};

/// The pages, in the order in which they are compared.
pub const PAGES: [&str; 2] = ["without.html", "with.html"];

/// The Lighthouse scores of each page, from 0 to 100.
///
/// # Errors
/// Lighthouse fails.
pub fn measure(project: &Project, origin: &str, runs: usize) -> anyhow::Result<BTreeMap<&'static str, Vec<f64>>> {
    let chromium = browsers::find(project, Engine::Chromium)?.browser;
    let folder = tempfile::tempdir().context("cannot make a temporary folder")?;
    let mut scores: BTreeMap<&str, Vec<f64>> = BTreeMap::new();
    for _ in 0..runs {
        for page in PAGES {
            let report = folder.path().join("report.json");
            let mut lighthouse = Command::new(node::program(project, "lighthouse")?);
            lighthouse.arg(format!("{origin}/{page}")).args([
                "--quiet",
                "--only-categories=performance",
                "--disable-full-page-screenshot",
                "--no-enable-error-reporting",
                "--chrome-flags=--headless=new --no-sandbox --disable-gpu --disable-background-networking",
                "--output=json",
            ]);
            lighthouse.arg(format!("--output-path={}", report.display()));
            lighthouse.env("CHROME_PATH", &chromium).stdout(Stdio::null());
            command::run(&mut lighthouse)?;
            scores.entry(page).or_default().push(score(&report)?);
        }
    }
    Ok(scores)
}

fn score(report: &Path) -> anyhow::Result<f64> {
    let text = fs::read_to_string(report).context("expected a report of Lighthouse, got none")?;
    let report: Value = serde_json::from_str(&text).context("cannot read Lighthouse's report")?;
    let failed = report.pointer("/runtimeError/message").and_then(Value::as_str);
    ensure!(failed.is_none(), "Lighthouse said: {}", failed.unwrap_or_default());
    let score = report.pointer("/categories/performance/score").and_then(Value::as_f64);
    Ok(100.0 * score.context("expected a score of Lighthouse, got none")?)
}
