//! Takes one picture: a page at a width, in a colour scheme, from top to bottom. It uses Chrome's own protocol, because
//! WebDriver knows neither schemes nor anything outside the window.

use std::fmt;
use std::fs;
use std::path::Path;
use std::time::Duration;

use anyhow::Context as _;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use fantoccini::Client;
use serde_json::{Value, json};

use crate::browsers::{Driver, devtools};

/// The colour scheme of the reader's system.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scheme {
    /// Dark text on a light background.
    Light,
    /// Light text on a dark background.
    Dark,
}

impl fmt::Display for Scheme {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Light => "light",
            Self::Dark => "dark",
        })
    }
}

/// A Chromium that takes pictures.
#[derive(Debug)]
pub struct Camera {
    /// The session, to click and type between opening a page and taking its picture.
    pub client: Client,
}

impl Camera {
    /// Opens a session with a driver of Chromium.
    ///
    /// # Errors
    /// The browser does not start.
    pub async fn new(driver: &Driver) -> anyhow::Result<Self> {
        Ok(Self { client: driver.connect().await? })
    }

    /// Opens a page and waits until nothing changes any more.
    ///
    /// # Errors
    /// It cannot be opened.
    pub async fn open(&self, url: &str, (width, height): (u32, u32), scheme: Scheme) -> anyhow::Result<()> {
        let metrics = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
        self.ask("Emulation.setDeviceMetricsOverride", metrics).await?;
        // A scroll bar takes part of the width but is not in the picture: the right edge of the page would be cut off.
        self.ask("Emulation.setScrollbarsHidden", json!({ "hidden": true })).await?;
        let features = json!([
            { "name": "prefers-color-scheme", "value": scheme.to_string() },
            // A picture in the middle of an animation would differ each time.
            { "name": "prefers-reduced-motion", "value": "reduce" },
        ]);
        self.ask("Emulation.setEmulatedMedia", json!({ "features": features })).await?;
        self.client.goto(url).await.with_context(|| format!("cannot open {url}"))?;
        self.rest().await
    }

    /// Waits until nothing has loaded for a while.
    ///
    /// # Errors
    /// The page does not answer.
    pub async fn rest(&self) -> anyhow::Result<()> {
        let mut before = None;
        for _ in 0..50 {
            let script = "return performance.getEntriesByType('resource').length + document.body.scrollHeight";
            let now = self.client.execute(script, Vec::new()).await.context("cannot ask the page")?;
            if before.as_ref() == Some(&now) {
                break;
            }
            before = Some(now);
            tokio::time::sleep(Duration::from_millis(100)).await;
        }
        Ok(())
    }

    /// Brings the evaluator to a screen by its own methods, with `answers` if the screen needs some.
    ///
    /// # Errors
    /// The evaluator does not start.
    pub async fn walk_to(&self, (screen, steps): (&str, i32), answers: &Value) -> anyhow::Result<()> {
        let started = "return !!document.querySelector('partner-fit').shadowRoot.querySelector('[part~=heading]')";
        let mut tries = 0..100;
        while self.client.execute(started, Vec::new()).await.context("cannot ask the page")? != Value::Bool(true) {
            tries.next().context("expected the evaluator within 10 s, got none")?;
            tokio::time::sleep(Duration::from_millis(100)).await;
        }
        let walk = "const [screen, steps, answers] = arguments; const widget = document.querySelector('partner-fit');
            if (steps > 1) widget.answers = answers;
            for (let step = 0; step < steps; step++) widget.next();
            if (screen === 'missing') widget.next();";
        self.client.execute(walk, vec![json!(screen), json!(steps), answers.clone()]).await.context("cannot walk")?;
        self.rest().await
    }

    /// Saves the page as a PNG: all of it, or this height from its top.
    ///
    /// # Errors
    /// The picture cannot be taken or written.
    pub async fn save(&self, file: &Path, most: Option<f64>) -> anyhow::Result<()> {
        let metrics = self.ask("Page.getLayoutMetrics", json!({})).await?;
        let side =
            |name| metrics.pointer(&format!("/cssContentSize/{name}")).and_then(Value::as_f64).unwrap_or_default();
        let height = side("height").min(most.unwrap_or(f64::MAX));
        let clip = json!({ "x": 0, "y": 0, "width": side("width"), "height": height, "scale": 1 });
        let options = json!({ "format": "png", "captureBeyondViewport": true, "clip": clip });
        let picture = self.ask("Page.captureScreenshot", options).await?;
        let data = picture.get("data").and_then(Value::as_str).context("expected a picture, got none")?;
        let bytes = STANDARD.decode(data).context("expected base64, got something else")?;
        fs::write(file, bytes).with_context(|| format!("cannot write {}", file.display()))
    }

    /// Ends the session.
    ///
    /// # Errors
    /// The driver does not answer.
    pub async fn close(self) -> anyhow::Result<()> {
        self.client.close().await.context("cannot end the session")
    }

    async fn ask(&self, method: &'static str, parameters: Value) -> anyhow::Result<Value> {
        devtools::ask(&self.client, method, parameters).await
    }
}
