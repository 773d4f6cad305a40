//! A fresh tab of the one Chromium that measures: cold, with a slow network and a slow processor, or without. What is
//! opened in it, and what is read from it, is up to the measurement.

use std::path::Path;
use std::time::Duration;

use anyhow::{Context as _, bail};
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use test_support::browsers::fantoccini::Client;
use test_support::browsers::fantoccini::wd::TimeoutConfiguration;

use test_support::browsers::{Capabilities, Driver, devtools};
use test_support::serve::{Options, Override, Server};

/// How long a page may take; with a slow network and a slow processor the slowest takes some five seconds.
const PATIENCE: Duration = Duration::from_secs(60);

/// How much slower the processor is.
pub const SLOWDOWN: u32 = 4;

/// The network of a phone on a bad day: how long an answer takes to begin, and its bytes in a second.
pub const LATENCY_MS: u32 = 150;
/// 1.6 Mbps.
pub const BYTES_PER_SECOND: u32 = 200_000;

/// A tab, slowed down or not.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Network {
    /// As fast as the machine.
    Fast,
    /// Slow, and nothing is kept from before.
    SlowAndCold,
}

/// The session with Chromium, which opens tabs and closes them.
#[derive(Debug)]
pub struct Browser {
    client: Client,
    /// The version, for the table.
    pub version: String,
}

impl Browser {
    /// Starts it, with the log of what pages load.
    ///
    /// # Errors
    /// It does not start.
    pub async fn start(driver: &Driver) -> anyhow::Result<Self> {
        let mut more = Capabilities::new();
        more.insert("goog:loggingPrefs".to_owned(), json!({ "performance": "ALL" }));
        let client = driver.connect_with(more).await?;
        let patience = TimeoutConfiguration::new(Some(PATIENCE), Some(PATIENCE), None);
        client.update_timeouts(patience).await.context("cannot set the time for scripts")?;
        let version = devtools::ask(&client, "Browser.getVersion", json!({})).await?;
        let product = version.get("product").and_then(Value::as_str).unwrap_or("?");
        let version = product.rsplit('/').next().unwrap_or(product).to_owned();
        Ok(Self { client, version })
    }

    /// Opens a page in a new tab, where `first` runs before anything of its own; gives the tab to `work` and closes it.
    ///
    /// # Errors
    /// The page cannot be opened, or `work` fails.
    pub async fn visit<T>(
        &self,
        url: &str,
        network: Network,
        first: &str,
        work: impl AsyncFnOnce(&Self) -> anyhow::Result<T>,
    ) -> anyhow::Result<T> {
        let before = self.client.window().await.context("no window")?;
        let tab = self.client.new_window(true).await.context("no new tab")?;
        self.client.switch_to_window(tab.handle).await.context("cannot switch to the new tab")?;
        self.prepare(network, first).await?;
        self.client.goto(url).await.with_context(|| format!("cannot open {url}"))?;
        let outcome = work(self).await;
        self.client.close_window().await.context("cannot close the tab")?;
        self.client.switch_to_window(before).await.context("cannot switch back")?;
        outcome
    }

    async fn prepare(&self, network: Network, first: &str) -> anyhow::Result<()> {
        let phone = json!({ "width": 390, "height": 844, "deviceScaleFactor": 2, "mobile": true });
        self.ask("Page.bringToFront", json!({})).await?;
        self.ask("Emulation.setDeviceMetricsOverride", phone).await?;
        self.ask("Network.enable", json!({})).await?;
        // SurveyJS's style sheet names fonts of another company, which it can do without; whether that one can be
        // reached must not decide.
        self.ask("Network.setBlockedURLs", json!({ "urls": ["*fonts.gstatic.com*"] })).await?;
        if network == Network::SlowAndCold {
            self.ask("Network.clearBrowserCache", json!({})).await?;
            let slow = json!({
                "offline": false, "latency": LATENCY_MS,
                "downloadThroughput": BYTES_PER_SECOND, "uploadThroughput": BYTES_PER_SECOND,
            });
            self.ask("Network.emulateNetworkConditions", slow).await?;
        }
        self.ask("Emulation.setCPUThrottlingRate", json!({ "rate": SLOWDOWN })).await?;
        self.ask("Page.enable", json!({})).await?;
        self.ask("Page.addScriptToEvaluateOnNewDocument", json!({ "source": first })).await?;
        // What was logged so far is of no page that is measured.
        self.events().await.map(drop)
    }

    async fn ask(&self, method: &'static str, parameters: Value) -> anyhow::Result<Value> {
        devtools::ask(&self.client, method, parameters).await
    }

    /// What has happened in the tab since the last time, by Chrome's own protocol.
    ///
    /// # Errors
    /// The driver does not answer.
    pub async fn events(&self) -> anyhow::Result<Vec<Value>> {
        devtools::events(&self.client).await
    }

    /// Runs the body of an async function, which knows `input`, and reads what it returns.
    ///
    /// # Errors
    /// It throws, or returns something else.
    pub async fn run<T: DeserializeOwned>(&self, body: &str, input: Value) -> anyhow::Result<T> {
        // A thrown error comes back as a value: a driver tells only that there was one.
        let script = format!(
            "const [input, done] = arguments;\
             (async () => {{ {body} }})().then((value) => done({{ value }}), (error) => done({{ error: String(error) }}));"
        );
        let answer = self.client.execute_async(&script, vec![input]).await.context("the script did not run")?;
        if let Some(error) = answer.get("error") {
            bail!("the page said: {error}");
        }
        let value = answer.get("value").cloned().unwrap_or_default();
        serde_json::from_value(value).context("expected what is measured, got something else")
    }

    /// Ends the session.
    ///
    /// # Errors
    /// The driver does not answer.
    pub async fn close(self) -> anyhow::Result<()> {
        self.client.close().await.context("cannot end the session")
    }
}

/// A server for files that never change, as a release's in the folder of its version: they may be kept for ever.
///
/// # Errors
/// No port is free.
pub fn serve_for_ever(folder: &Path, paths: &[String]) -> anyhow::Result<Server> {
    let server = Server::start(Options::default().root("/", folder, None))?;
    for path in paths {
        let forever = Override::new().header("cache-control", "public, max-age=31536000, immutable")?;
        server.set(&format!("/{path}"), forever);
    }
    Ok(server)
}
