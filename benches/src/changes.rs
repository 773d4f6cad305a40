//! Measures changes in Chromium: on the page of each assessment the script `changes.js` measures one changed answer or
//! weight at a time. `times` evaluates the measurements.

use std::path::Path;
use std::time::Duration;

use anyhow::{Context as _, bail};
use serde_json::{Value, json};

use crate::times::Measured;
use test_support::browsers::fantoccini::Client;
use test_support::browsers::fantoccini::wd::TimeoutConfiguration;
use test_support::browsers::{Driver, Engine};
use test_support::screenshots::answers;
use test_support::serve::{Options, Override, Server};
use xtask::project::Project;

/// The number of changes for warming up, and of those that count.
const CHANGES: [u32; 2] = [20, 300];

/// The limit for all measurements of a page; on a quiet machine they take about ten seconds.
const PATIENCE: Duration = Duration::from_secs(300);

const SCRIPT: &str = include_str!("../pages/changes.js");

/// Measures every assessment of the built `site`, and returns the times of each with its name.
///
/// # Errors
/// Chromium does not start, or the page fails.
pub fn measure(project: &Project, site: &Path, mut tell: impl FnMut(&str, Measured)) -> anyhow::Result<()> {
    let server = Server::start(Options::new(site))?;
    // Cross-origin isolation makes the page's clock tick every 5 µs instead of every 100 µs.
    let isolated = Override::new()
        .header("cross-origin-opener-policy", "same-origin")?
        .header("cross-origin-embedder-policy", "require-corp")?;
    server.set("/", isolated);
    let driver = Driver::start(project, Engine::Chromium)?;
    let runtime =
        tokio::runtime::Builder::new_current_thread().enable_all().build().context("cannot make a runtime")?;
    runtime.block_on(async {
        let client = driver.connect().await?;
        let patience = TimeoutConfiguration::new(Some(PATIENCE), None, None);
        client.update_timeouts(patience).await.context("cannot set the time for scripts")?;
        for assessment in project.assessments()? {
            let sheet = answers::for_picture(project, &assessment)?;
            let url = server.url(&format!("/?assessment={assessment}&lang=en"));
            client.goto(&url).await.with_context(|| format!("cannot open {url}"))?;
            let [warm_ups, changes] = CHANGES;
            let times = run(&client, json!([assessment, sheet, warm_ups, changes])).await;
            tell(&assessment, times.with_context(|| format!("cannot measure {assessment}"))?);
        }
        client.close().await.context("cannot end the session")
    })
}

async fn run(client: &Client, input: Value) -> anyhow::Result<Measured> {
    // A thrown error comes back as a value, because a driver reports only that there was one.
    let script = format!(
        "const [input, done] = arguments;\
         {SCRIPT} measureChanges(input).then((value) => done({{ value }}), (error) => done({{ error: String(error) }}));"
    );
    let answer = client.execute_async(&script, vec![input]).await.context("the script did not run")?;
    if let Some(error) = answer.get("error") {
        bail!("the page said: {error}");
    }
    let value = answer.get("value").cloned().unwrap_or_default();
    serde_json::from_value(value).context("expected times, got something else")
}
