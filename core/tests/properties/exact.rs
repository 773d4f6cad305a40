//! Scores exactly on the edge of a band: rounding must not cost it, and must not give it either.
//!
//! Integer weights and quarter values make a score a fraction that integers can hold, so that the test knows the exact
//! answer without a floating-point number.

use serde_json::{Map, Value, json};

use crate::common::{answers, choice, criterion, file, read};
use partner_fit_core::report::report;

/// A small generator, so that every run tries the same cases.
pub struct Numbers(pub u64);

impl Numbers {
    /// A number from 0 to under `count`.
    pub fn below(&mut self, count: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % count
    }

    /// A number over 0 and at most 1.
    pub fn share(&mut self) -> f64 {
        (self.below(1 << 31) + 1) as f64 / (1_u64 << 31) as f64
    }

    /// Whether one in `count`.
    pub fn one_in(&mut self, count: u64) -> bool {
        self.below(count) == 0
    }
}

/// Weights of which the shares are often whole percents, as authors choose them.
fn weights(numbers: &mut Numbers, total: u64) -> Vec<u64> {
    let mut left = total;
    let mut weights = Vec::new();
    while left > 0 {
        let weight = if weights.len() == 7 { left } else { 1 + numbers.below(left) };
        weights.push(weight);
        left -= weight;
    }
    weights
}

#[test]
fn a_score_on_an_edge_reaches_the_band_and_one_below_does_not() {
    let mut numbers = Numbers(20_261_128);
    let (mut on_an_edge, mut below) = (0, 0);
    for _ in 0..6_000 {
        let total = [20, 25, 40, 50, 84, 100, 200, 300][numbers.below(8) as usize];
        let weights = weights(&mut numbers, total);
        let mut given = Map::new();
        let mut criteria = Vec::new();
        // The score is 100 * sum / whole, with the weight of a criterion shared by the weights of its questions.
        let (mut sum, whole) = (0_u128, u128::from(total) * 4 * 2520);
        for (c, weight) in weights.iter().enumerate() {
            // Mostly one question or two alike, as then the score often falls on a quarter point.
            let own: Vec<u64> = match numbers.below(6) {
                0 => (0..1 + numbers.below(3)).map(|_| 1 + numbers.below(3)).collect(),
                1 | 2 => vec![1, 1],
                _ => vec![1],
            };
            let own_total: u64 = own.iter().sum();
            let questions = own.iter().enumerate().map(|(q, own_weight)| {
                let quarters = numbers.below(5);
                let id = format!("q{c}-{q}");
                sum += u128::from(weight * own_weight * quarters) * u128::from(2520 / own_total);
                given.insert(id.clone(), json!(format!("o{quarters}")));
                let mut question = choice(&id, &[0.0, 0.25, 0.5, 0.75, 1.0].map(|value| json!(value)));
                question["weight"] = json!(own_weight);
                question
            });
            criteria.push(criterion(&format!("c{c}"), &json!(weight), questions.collect()));
        }
        // The edges are the quarter points at the score, below it and above it.
        let quarter_points = 400 * sum / whole;
        let exact = quarter_points * whole == 400 * sum;
        let edges: Vec<u128> =
            [quarter_points, quarter_points + 1].into_iter().filter(|e| (1..=400).contains(e)).collect();
        let bands: Vec<f64> = [0].into_iter().chain(edges.iter().copied()).map(|e| e as f64 / 4.0).collect();
        let assessment = read(&file(criteria, &bands, vec![])).unwrap();
        let report = report(&assessment, &answers(&Value::Object(given), &assessment), "en");
        let expected = edges.iter().filter(|edge| 400 * sum >= **edge * whole).count();
        assert_eq!(report.band.id, format!("band-{expected}"), "{sum} of {whole}, {bands:?}: {:?}", report.score);
        on_an_edge += usize::from(exact && expected == 1);
        below += usize::from(expected < edges.len());
    }
    assert!(on_an_edge > 2_500 && below > 2_500, "{on_an_edge} on an edge, {below} below one");
}
