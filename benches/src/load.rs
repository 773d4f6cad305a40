//! Measures the time until the first question is visible on a slow phone with an empty cache, and the bytes transferred
//! by then: for the widget, SurveyJS and bare yew in turn, in one Chromium. `report` evaluates the measurements.

use std::collections::BTreeMap;

use anyhow::Context as _;
use serde::Deserialize;
use serde_json::{Value, json};

use crate::competitors::Competitor;
use crate::page_session::{Browser, Network};

/// The script that runs before the page's own.
const SCRIPT: &str = include_str!("../pages/load.js");

/// How long the page stays unscrolled with a widget out of sight, in milliseconds.
const WAIT_MS: u32 = 3000;

/// The loading of one page.
#[derive(Debug, Clone, PartialEq)]
pub struct Load {
    /// When something of the competitor's was visible, in milliseconds from the start of the navigation.
    pub shown: f64,
    /// When its first question was visible.
    pub asked: f64,
    /// The longest task of the main thread, up to a second later.
    pub longest: f64,
    /// The sum over all tasks of their time beyond 50 ms.
    pub blocked: f64,
    /// Bytes with headers, by URL, up to the first question.
    pub bytes: BTreeMap<String, f64>,
    /// The same, up to a second later.
    pub later: BTreeMap<String, f64>,
}

impl Load {
    /// The sum of all bytes up to the first question.
    #[must_use]
    pub fn transferred(&self) -> f64 {
        self.bytes.values().sum()
    }

    /// The sum of all bytes up to a second later.
    #[must_use]
    pub fn transferred_later(&self) -> f64 {
        self.later.values().sum()
    }
}

/// The measurements of the page itself.
#[derive(Debug, Deserialize)]
struct Told {
    /// The start of the navigation, in milliseconds of the time of day.
    origin: f64,
    shown: f64,
    asked: f64,
    longest: f64,
    blocked: f64,
}

/// Loads each competitor's page `runs` times, in turn.
///
/// # Errors
/// A page does not come to its question.
pub async fn measure(browser: &Browser, origin: &str, runs: usize) -> anyhow::Result<BTreeMap<Competitor, Vec<Load>>> {
    let mut loads: BTreeMap<Competitor, Vec<Load>> = BTreeMap::new();
    for _ in 0..runs {
        for competitor in Competitor::ALL {
            let url = format!("{origin}/{}.html", competitor.folder());
            let load = browser.visit(&url, Network::SlowAndCold, SCRIPT, async |tab: &Browser| {
                let Told { origin, shown, asked, longest, blocked } =
                    tab.run("return await loaded;", json!(null)).await?;
                let events = tab.events().await?;
                let bytes = transferred(&events, (origin + asked) / 1000.0);
                let later = transferred(&events, f64::INFINITY);
                Ok(Load { shown, asked, longest, blocked, bytes, later })
            });
            let load = load.await.with_context(|| format!("cannot load {}", competitor.name()))?;
            loads.entry(competitor).or_default().push(load);
        }
    }
    Ok(loads)
}

/// Measures the bytes of wasm for a widget far below the window, and of all its files.
///
/// # Errors
/// The page cannot be opened.
pub async fn far_away(browser: &Browser, pages: &str, files: &str) -> anyhow::Result<[f64; 2]> {
    let url = format!("{pages}/with.html");
    let bytes = browser.visit(&url, Network::Fast, "", async |tab: &Browser| {
        let wait = "await new Promise((done) => setTimeout(done, input)); return null;";
        tab.run::<Value>(wait, json!(WAIT_MS)).await?;
        Ok(transferred(&tab.events().await?, f64::INFINITY))
    });
    let bytes = bytes.await.context("cannot load the host page")?;
    let sum = |wanted: fn(&str) -> bool| -> f64 {
        let wanted = bytes.iter().filter(|(url, _)| url.starts_with(files) && wanted(url));
        // The standard library's sum of no numbers is -0.
        wanted.map(|(_, bytes)| bytes).fold(0.0, |sum, bytes| sum + bytes)
    };
    Ok([sum(|url| url.ends_with(".wasm")), sum(|_| true)])
}

/// The bytes of everything loaded, by URL, up to a time of the clock in seconds. They include headers; responses from
/// the cache have none.
fn transferred(events: &[Value], until: f64) -> BTreeMap<String, f64> {
    let text = |event: &Value, path: &str| event.pointer(path).and_then(Value::as_str).map(str::to_owned);
    let number = |event: &Value, path: &str| event.pointer(path).and_then(Value::as_f64).unwrap_or_default();
    let mut urls: BTreeMap<String, String> = BTreeMap::new();
    // The bytes of each request: those received so far, or its total, which alone is exact.
    let mut bytes: BTreeMap<String, f64> = BTreeMap::new();
    // Chrome's events have their own clock; only a request also has the time of day.
    let mut ahead = None;
    for event in events {
        let Some(id) = text(event, "/params/requestId") else { continue };
        let method = event.get("method").and_then(Value::as_str).unwrap_or_default();
        if method == "Network.requestWillBeSent" {
            ahead = ahead.or(Some(number(event, "/params/wallTime") - number(event, "/params/timestamp")));
            urls.insert(id, text(event, "/params/request/url").unwrap_or_default());
            continue;
        }
        if number(event, "/params/timestamp") + ahead.unwrap_or_default() > until {
            continue;
        }
        match method {
            "Network.responseReceived" => {
                bytes.insert(id, number(event, "/params/response/encodedDataLength"));
            }
            "Network.dataReceived" => *bytes.entry(id).or_default() += number(event, "/params/encodedDataLength"),
            "Network.loadingFinished" => {
                bytes.insert(id, number(event, "/params/encodedDataLength"));
            }
            _ => {}
        }
    }
    let mut by_url = BTreeMap::new();
    for (id, bytes) in bytes {
        if let Some(url) = urls.get(&id).filter(|url| url.starts_with("http")) {
            *by_url.entry(url.clone()).or_default() += bytes;
        }
    }
    by_url
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_are_told_by_what_was_asked_for_and_when_they_came() {
        let sent = |id: &str, url: &str, at: f64| {
            let request = json!({ "url": url });
            let params = json!({ "requestId": id, "request": request, "timestamp": at, "wallTime": 1000.0 + at });
            json!({ "method": "Network.requestWillBeSent", "params": params })
        };
        let came = |method: &str, id: &str, length: u32, at: f64| {
            let params = json!({ "requestId": id, "encodedDataLength": length, "timestamp": at });
            json!({ "method": format!("Network.{method}"), "params": params })
        };
        let events = [
            sent("1", "http://a/x.js", 1.0),
            sent("2", "data:,", 1.0),
            came("dataReceived", "1", 500, 1.5),
            came("loadingFinished", "1", 700, 2.0),
            json!({ "method": "Page.loadEventFired", "params": {} }),
            // The same URL again: from the cache, or because the server does not let it be cached.
            sent("3", "http://a/x.js", 2.0),
            came("loadingFinished", "3", 0, 2.0),
            sent("4", "http://a/x.js", 2.0),
            came("loadingFinished", "2", 5, 2.0),
            came("loadingFinished", "4", 30, 2.5),
            // The request was still running at that time.
            sent("5", "http://a/y.js", 2.5),
            came("dataReceived", "5", 40, 3.0),
            came("dataReceived", "5", 50, 4.0),
            came("loadingFinished", "5", 95, 4.0),
        ];
        let of = |x: f64, y: f64| BTreeMap::from([("http://a/x.js".to_owned(), x), ("http://a/y.js".to_owned(), y)]);
        assert_eq!(transferred(&events, 1003.0), of(730.0, 40.0));
        assert_eq!(transferred(&events, f64::INFINITY), of(730.0, 95.0));
    }
}
