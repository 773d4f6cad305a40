//! How long the next step's question takes to be painted after Continue was pressed, on a slow processor: for the widget
//! and SurveyJS in turn, in one Chromium. What the numbers mean is in `report`.

use std::collections::BTreeMap;

use anyhow::Context as _;
use serde_json::{Value, json};

use crate::competitors::Competitor;
use crate::page_session::{Browser, Network};

const LOAD: &str = include_str!("../pages/load.js");
const WALK: &str = include_str!("../pages/steps.js");

/// Those who have a next step.
pub const WALKERS: [Competitor; 2] = [Competitor::Ours, Competitor::Survey];

/// Walks through all `steps` of each, `walks` times in turn, and tells every press's time in milliseconds.
///
/// # Errors
/// A walk does not come to its end.
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
                tab.run::<Vec<f64>>(WALK, json!({ "steps": steps })).await
            });
            let walk = walk.await.with_context(|| format!("cannot walk through {}", competitor.name()))?;
            times.entry(competitor).or_default().extend(walk);
        }
    }
    Ok(times)
}
