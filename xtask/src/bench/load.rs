//! How long it takes until the first question is visible on a slow phone with an empty cache, and what was transferred by
//! then: for the widget, SurveyJS and bare yew in turn, in one Chromium. What the numbers mean is in `race`.

use std::collections::BTreeMap;

use anyhow::Context as _;
use serde::Deserialize;
use serde_json::{Value, json};

use super::contestants::Contestant;
use super::tab::{Browser, Network};

/// Runs in the page before anything of its own.
const SCRIPT: &str = include_str!("../../../benches/load/load.js");

/// How long nobody scrolls to a widget that is out of sight, in milliseconds.
const WAIT_MS: u32 = 3000;

/// One page's loading.
#[derive(Debug, Clone, PartialEq)]
pub struct Load {
    /// When something of the contestant's own was visible, in milliseconds from the start of the navigation.
    pub shown: f64,
    /// When its first question was visible.
    pub asked: f64,
    /// The longest task of the main thread up to a second later.
    pub longest: f64,
    /// How much of all tasks was beyond 50 ms each.
    pub blocked: f64,
    /// Bytes with headers, by path.
    pub bytes: BTreeMap<String, f64>,
}

impl Load {
    /// All bytes.
    #[must_use]
    pub fn transferred(&self) -> f64 {
        self.bytes.values().sum()
    }
}

/// What the page itself tells.
#[derive(Debug, Deserialize)]
struct Told {
    shown: f64,
    asked: f64,
    longest: f64,
    blocked: f64,
}

/// Loads each contestant's page `runs` times, in turn.
///
/// # Errors
/// When a page does not come to its question.
pub async fn measure(browser: &Browser, origin: &str, runs: usize) -> anyhow::Result<BTreeMap<Contestant, Vec<Load>>> {
    let mut loads: BTreeMap<Contestant, Vec<Load>> = BTreeMap::new();
    for _ in 0..runs {
        for contestant in Contestant::ALL {
            let url = format!("{origin}/{}.html", contestant.folder());
            let load = browser.visit(&url, Network::SlowAndCold, SCRIPT, async |tab: &Browser| {
                let Told { shown, asked, longest, blocked } = tab.run("return await loaded;", json!(null)).await?;
                let bytes = transferred(&tab.events().await?);
                Ok(Load { shown, asked, longest, blocked, bytes })
            });
            let load = load.await.with_context(|| format!("cannot load {}", contestant.name()))?;
            loads.entry(contestant).or_default().push(load);
        }
    }
    Ok(loads)
}

/// How many bytes of wasm are transferred for a widget far below the window, and how many of all its files.
///
/// # Errors
/// When the page cannot be opened.
pub async fn far_away(browser: &Browser, pages: &str, files: &str) -> anyhow::Result<[f64; 2]> {
    let url = format!("{pages}/with.html");
    let bytes = browser.visit(&url, Network::Fast, "", async |tab: &Browser| {
        let wait = "await new Promise((done) => setTimeout(done, input)); return null;";
        tab.run::<Value>(wait, json!(WAIT_MS)).await?;
        Ok(transferred(&tab.events().await?))
    });
    let bytes = bytes.await.context("cannot load the host page")?;
    let sum = |wanted: fn(&str) -> bool| -> f64 {
        let wanted = bytes.iter().filter(|(url, _)| url.starts_with(files) && wanted(url));
        // A sum of nothing is -0 for the standard library.
        wanted.map(|(_, bytes)| bytes).fold(0.0, |sum, bytes| sum + bytes)
    };
    Ok([sum(|url| url.ends_with(".wasm")), sum(|_| true)])
}

/// The bytes of everything loaded, by URL; headers count, and what came from the cache has none.
fn transferred(events: &[Value]) -> BTreeMap<String, f64> {
    let text = |event: &Value, path: &str| event.pointer(path).and_then(Value::as_str).map(str::to_owned);
    let mut urls: BTreeMap<String, String> = BTreeMap::new();
    let mut bytes: BTreeMap<String, f64> = BTreeMap::new();
    for event in events {
        let Some(id) = text(event, "/params/requestId") else { continue };
        match event.get("method").and_then(Value::as_str) {
            Some("Network.requestWillBeSent") => {
                urls.insert(id, text(event, "/params/request/url").unwrap_or_default());
            }
            Some("Network.loadingFinished") => {
                let length = event.pointer("/params/encodedDataLength").and_then(Value::as_f64).unwrap_or_default();
                let url = urls.get(&id).cloned().unwrap_or_default();
                *bytes.entry(url).or_default() += length;
            }
            _ => {}
        }
    }
    bytes.retain(|url, _| url.starts_with("http"));
    bytes
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_are_told_by_what_was_asked_for() {
        let sent = |id: &str, url: &str| json!({ "method": "Network.requestWillBeSent", "params": { "requestId": id, "request": { "url": url } } });
        let finished = |id: &str, length: u32| json!({ "method": "Network.loadingFinished", "params": { "requestId": id, "encodedDataLength": length } });
        let events = [
            sent("1", "http://a/x.js"),
            sent("2", "data:,"),
            finished("1", 700),
            json!({ "method": "Page.loadEventFired", "params": {} }),
            // Again, from the cache, and once more because the server does not let it be kept.
            sent("3", "http://a/x.js"),
            finished("3", 0),
            sent("4", "http://a/x.js"),
            finished("2", 5),
            finished("4", 30),
        ];
        assert_eq!(transferred(&events), BTreeMap::from([("http://a/x.js".to_owned(), 730.0)]));
    }
}
