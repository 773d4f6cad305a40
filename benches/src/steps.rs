//! Measures the time from a press of Continue until the next step's question is painted, and behind the last step until
//! the result is, on a slow processor: for the widget and SurveyJS in turn, in one Chromium. `report` evaluates the
//! measurements.

use std::collections::BTreeMap;

use anyhow::Context as _;
use serde::Deserialize;
use serde_json::{Value, json};

use crate::competitors::Competitor;
use crate::page_session::{Browser, Network};

const LOAD: &str = include_str!("../pages/load.js");
const WALK: &str = include_str!("../pages/steps.js");

/// The competitors with several steps.
pub const WALKERS: [Competitor; 2] = [Competitor::Ours, Competitor::Survey];

/// The time of every press in milliseconds.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Presses {
    /// Of those that lead to another step.
    pub steps: Vec<f64>,
    /// Of those that lead to the result.
    pub results: Vec<f64>,
}

/// The times of one walk, as the page measures them.
#[derive(Debug, Deserialize)]
struct Walk {
    steps: Vec<f64>,
    result: f64,
}

/// Goes through all `steps` of each, `walks` times in turn.
///
/// # Errors
/// A competitor does not come to its last step.
pub async fn measure(
    browser: &Browser,
    origin: &str,
    steps: usize,
    walks: usize,
) -> anyhow::Result<BTreeMap<Competitor, Presses>> {
    let mut times: BTreeMap<Competitor, Presses> = BTreeMap::new();
    for _ in 0..walks {
        for competitor in WALKERS {
            let url = format!("{origin}/{}.html", competitor.folder());
            let walk = browser.visit(&url, Network::Fast, LOAD, async |tab: &Browser| {
                tab.run::<Value>("return await loaded;", json!(null)).await?;
                tab.run::<Walk>(&format!("{WALK} return measureSteps(input);"), json!({ "steps": steps })).await
            });
            let walk = walk.await.with_context(|| format!("cannot walk through {}", competitor.name()))?;
            let presses = times.entry(competitor).or_default();
            presses.steps.extend(walk.steps);
            presses.results.push(walk.result);
        }
    }
    Ok(times)
}
