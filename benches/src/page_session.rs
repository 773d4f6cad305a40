//! A fresh tab of the one measuring Chromium, with or without a cold cache, a slow network and a slow processor. The
//! measurements decide what is opened and read.

use std::path::Path;
use std::time::Duration;

use anyhow::{Context as _, bail};
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use test_support::browsers::fantoccini::Client;
use test_support::browsers::fantoccini::wd::TimeoutConfiguration;

use test_support::browsers::{Capabilities, Driver, devtools};
use test_support::serve::{Options, Override, Server};

/// The limit for a page; the slowest takes about five seconds on a slow network and processor.
const PATIENCE: Duration = Duration::from_secs(60);

/// The slowdown of the processor.
pub const SLOWDOWN: u32 = 4;

/// The network of a phone in a bad place: its latency, and its bytes per second.
pub const LATENCY_MS: u32 = 150;
/// 1.6 Mbps.
pub const BYTES_PER_SECOND: u32 = 200_000;

/// The speed of a tab.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Network {
    /// The machine's own speed.
    Fast,
    /// Slowed down, with an empty cache.
    SlowAndCold,
}

/// The session with Chromium, which opens and closes tabs.
#[derive(Debug)]
pub struct Browser {
    client: Client,
    /// The version, for the table.
    pub version: String,
}

impl Browser {
    /// Starts Chromium with a log of what pages load.
    ///
    /// # Errors
    /// Chromium does not start.
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

    /// Opens a page in a new tab, where `first` runs before the page's scripts; passes the tab to `work` and closes it.
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
        // SurveyJS's style sheet loads fonts from another company's server. They are blocked, so that the measurement
        // does not depend on that server.
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
        // The log so far belongs to no measured page.
        self.events().await.map(drop)
    }

    async fn ask(&self, method: &'static str, parameters: Value) -> anyhow::Result<Value> {
        devtools::ask(&self.client, method, parameters).await
    }

    /// The events of the tab since the last call, from Chrome's own protocol.
    ///
    /// # Errors
    /// The driver does not respond.
    pub async fn events(&self) -> anyhow::Result<Vec<Value>> {
        devtools::events(&self.client).await
    }

    /// Runs the body of an async function with `input`, and reads the value that it returns.
    ///
    /// # Errors
    /// It throws, or returns another type.
    pub async fn run<T: DeserializeOwned>(&self, body: &str, input: Value) -> anyhow::Result<T> {
        // A thrown error comes back as a value, because a driver reports only that there was one.
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
    /// The driver does not respond.
    pub async fn close(self) -> anyhow::Result<()> {
        self.client.close().await.context("cannot end the session")
    }
}

/// A server for files that never change, like those in the folder of a version: browsers may cache them for ever.
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
