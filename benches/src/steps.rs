//! Measures the time from a press of Continue until the next step's question is painted, on a slow processor: for the
//! widget and SurveyJS in turn, in one Chromium. `report` evaluates the measurements.

use std::collections::BTreeMap;

use anyhow::Context as _;
use serde_json::{Value, json};

use crate::competitors::Competitor;
use crate::page_session::{Browser, Network};

const LOAD: &str = include_str!("../pages/load.js");
const WALK: &str = include_str!("../pages/steps.js");

/// The competitors with several steps.
pub const WALKERS: [Competitor; 2] = [Competitor::Ours, Competitor::Survey];

/// Goes through all `steps` of each, `walks` times in turn, and returns the time of every press in milliseconds.
///
/// # Errors
/// A competitor does not come to its last step.
pub async fn measure(
    browser: &Browser,
    origin: &str,
    steps: usize,
    walks: usize,
) -> anyhow::Result<BTreeMap<Competitor, Vec<f64>>> {
    let mut times: BTreeMap<Competitor, Vec<f64>> = BTreeMap::new();
    for _ in 0..walks {
        for competitor in WALKERS {
            let url = format!("{origin}/{}.html", competitor.folder());
            let walk = browser.visit(&url, Network::Fast, LOAD, async |tab: &Browser| {
                tab.run::<Value>("return await loaded;", json!(null)).await?;
                tab.run::<Vec<f64>>(&format!("{WALK} return measureSteps(input);"), json!({ "steps": steps })).await
            });
            let walk = walk.await.with_context(|| format!("cannot walk through {}", competitor.name()))?;
            times.entry(competitor).or_default().extend(walk);
        }
    }
    Ok(times)
}
