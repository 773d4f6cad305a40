//! The measurements in Chromium: a server, a browser, and on the page of each assessment the script `changes.js`, which does
//! the measuring. What the times mean is in `times`.

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

/// How many changes come first and are not counted, and how many count.
const CHANGES: [u32; 2] = [20, 300];

/// How long a page may take for all of it; on a quiet machine it is some ten seconds.
const PATIENCE: Duration = Duration::from_secs(300);

const SCRIPT: &str = include_str!("../pages/changes.js");

/// Measures every assessment of the built `site`, and tells the times of each with its name.
///
/// # Errors
/// Chromium does not start, or the page does not do what is measured.
pub fn measure(project: &Project, site: &Path, mut tell: impl FnMut(&str, Measured)) -> anyhow::Result<()> {
    let server = Server::start(Options::new(site))?;
    // Shared with no other site, a page may have a clock of 5 µs in place of 100.
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
    // A thrown error comes back as a value: a driver tells only that there was one.
    let script = format!(
        "const [input, done] = arguments;\
         (async () => {{ {SCRIPT} }})().then((value) => done({{ value }}), (error) => done({{ error: String(error) }}));"
    );
    let answer = client.execute_async(&script, vec![input]).await.context("the script did not run")?;
    if let Some(error) = answer.get("error") {
        bail!("the page said: {error}");
    }
    let value = answer.get("value").cloned().unwrap_or_default();
    serde_json::from_value(value).context("expected times, got something else")
}
