//! Evaluates the times measured in a page: medians, a table with ratios, and the promise. All times are in
//! milliseconds.

use std::fmt::Write as _;

use serde::Deserialize;

/// The promise: the median time to compute everything after one changed answer or weight.
pub const PROMISE: f64 = 2.0;

/// The measurements of one page.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct Measured {
    /// The browser's version.
    pub browser: String,
    /// One changed answer, set by the host.
    pub answers: Changes,
    /// One changed weight, by the reader's button.
    pub weights: Changes,
    /// Reading the Report again: computed with the exact robustness, and serialised.
    pub read: Vec<f64>,
    /// The peer: 10,000 samples of any weights, in JavaScript.
    pub any: Vec<f64>,
    /// The peer: 10,000 samples of weights near the stated ones, in JavaScript.
    pub near: Vec<f64>,
}

/// Times since a change.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Changes {
    /// Until everything is computed and the host has the new Report.
    pub computed: Vec<f64>,
    /// Until yew has updated the page, too.
    pub drawn: Vec<f64>,
    /// Until the browser has laid it out, too.
    pub laid_out: Vec<f64>,
}

/// The quantile of the times for this `share` (nearest rank); 1 gives the longest.
#[must_use]
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, clippy::cast_precision_loss)] // small counts
pub fn quantile(times: &[f64], share: f64) -> f64 {
    let mut sorted = times.to_vec();
    sorted.sort_by(f64::total_cmp);
    let rank = (share * sorted.len() as f64).ceil() as usize;
    sorted.get(rank.saturating_sub(1)).copied().unwrap_or(f64::NAN)
}

/// The median.
#[must_use]
pub fn median(times: &[f64]) -> f64 {
    quantile(times, 0.5)
}

/// The table of the measurements. The last two columns are the time of sampling divided by the median.
#[must_use]
pub fn table(measured: &Measured) -> String {
    let Measured { answers, weights, read, any, near, .. } = measured;
    let lines = [
        ("one changed answer: everything computed", &answers.computed),
        ("    and drawn by yew", &answers.drawn),
        ("    and laid out by the browser", &answers.laid_out),
        ("one changed weight: everything computed", &weights.computed),
        ("    and drawn by yew", &weights.drawn),
        ("    and laid out by the browser", &weights.laid_out),
        ("one Report, all of its robustness exact", read),
        ("10,000 samples of any weights", any),
        ("10,000 samples near the stated weights", near),
    ];
    let mut text =
        format!("{:40} {:>7} {:>7} {:>7} {:>8} {:>8}", "what", "median", "95 %", "longest", "any is", "near is");
    for (what, times) in lines {
        let [middle, most, longest] = [0.5, 0.95, 1.0].map(|share| quantile(times, share));
        let [any, near] = [any, near].map(|peer| format!("{:.1} x", median(peer) / middle));
        // Writing to a string cannot fail.
        write!(text, "\n{what:40} {middle:>7.2} {most:>7.2} {longest:>7.2} {any:>8} {near:>8}").ok();
    }
    text
}

/// The changes that broke the promise.
#[must_use]
pub fn broken(measured: &Measured) -> Vec<String> {
    let changes = [("one changed answer", &measured.answers), ("one changed weight", &measured.weights)];
    let medians = changes.map(|(what, changes)| (what, median(&changes.computed)));
    // A missing measurement breaks it, too.
    let broken = medians.into_iter().filter(|(_, middle)| middle.is_nan() || *middle > PROMISE);
    broken.map(|(what, middle)| format!("{middle:.2} ms after {what}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn measured(computed: &[f64]) -> Measured {
        let changes = |computed: &[f64]| Changes { computed: computed.to_vec(), drawn: vec![4.0], laid_out: vec![5.0] };
        Measured {
            browser: "1".to_owned(),
            answers: changes(&[0.5, 1.0, 40.0]),
            weights: changes(computed),
            read: vec![0.25],
            any: vec![3.0],
            near: vec![6.0],
        }
    }

    #[test]
    fn quantiles_are_measured_times() {
        let times: Vec<f64> = (1..=200).rev().map(f64::from).collect();
        assert_eq!([0.5, 0.95, 1.0].map(|share| quantile(&times, share)), [100.0, 190.0, 200.0]);
        assert_eq!(median(&[7.0]), 7.0);
        assert!(median(&[]).is_nan());
    }

    #[test]
    fn the_median_decides() {
        assert_eq!(broken(&measured(&[2.0, 2.0, 90.0])), Vec::<String>::new());
        assert_eq!(broken(&measured(&[1.0, 2.004, 3.0])), ["2.00 ms after one changed weight"]);
        assert_eq!(broken(&measured(&[])), ["NaN ms after one changed weight"]);
    }

    #[test]
    fn the_table_has_ratios_to_the_peers() {
        let table = table(&measured(&[1.5]));
        let line = table.lines().nth(1);
        assert_eq!(line, Some("one changed answer: everything computed     1.00   40.00   40.00    3.0 x    6.0 x"));
        let line = table.lines().nth(7);
        assert_eq!(line, Some("one Report, all of its robustness exact     0.25    0.25    0.25   12.0 x   24.0 x"));
    }
}
