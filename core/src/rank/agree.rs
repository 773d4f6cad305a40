//! Whether other ways of ranking agree with the score: a check, not a ranking.
//!
//! Only candidates that are known without a gap take part. The three other ways change when the list changes; the score
//! does not, which is said wherever this is shown.

use crate::rank::methods::{linear, promethee, topsis, vikor};

/// Within what two measures of one method tie.
const TIE: f64 = 1e-9;

/// How much of the group's good VIKOR weighs: half.
const GROUP_SHARE: f64 = 0.5;

/// From which difference of two values on PROMETHEE prefers for certain: half of the scale.
const CERTAIN: f64 = 0.5;

/// A way of ranking beside the score.
#[derive(Clone, Debug, PartialEq)]
pub struct Method {
    /// "topsis", "vikor" or "promethee2".
    pub id: &'static str,
    /// Kendall's τ-b with the score, −1 to 1; `None` where one of the two ties all.
    pub tau: Option<f64>,
    /// The place of each candidate, from 1; equals share one.
    pub places: Vec<usize>,
}

/// How far the ways agree.
#[derive(Clone, Debug, PartialEq)]
pub struct Agreement {
    /// On how many of the first: for each number up to it, all four name the same ones first.
    pub first: usize,
    /// The three ways beside the score.
    pub methods: Vec<Method>,
}

/// Compares the ways on a matrix with a row for each candidate, of values 0 to 1 by criterion; `scores` are those of
/// the candidates. `None` for fewer than two.
#[must_use]
pub fn agreement(matrix: &[Vec<f64>], weights: &[f64], scores: &[f64]) -> Option<Agreement> {
    if matrix.len() < 2 || matrix.len() != scores.len() || weights.is_empty() {
        return None;
    }
    let compromise = vikor(matrix, weights, GROUP_SHARE).compromise;
    let measures = [
        ("topsis", topsis(matrix, weights)),
        ("vikor", compromise.into_iter().map(|measure| -measure).collect()),
        ("promethee2", promethee(matrix, weights, &|_, difference| linear(difference, 0.0, CERTAIN)).net()),
    ];
    let method = |(id, measure): (&'static str, Vec<f64>)| {
        (Method { id, tau: tau_b(scores, &measure), places: places(&measure) }, measure)
    };
    let (methods, mut all): (Vec<Method>, Vec<Vec<f64>>) = measures.into_iter().map(method).unzip();
    all.push(scores.to_vec());
    Some(Agreement { first: first_alike(&all), methods })
}

/// The places by a measure, the more the better; equals share one, and the next is left out.
#[must_use]
pub fn places(measure: &[f64]) -> Vec<usize> {
    measure.iter().map(|own| 1 + measure.iter().filter(|other| **other > own + TIE).count()).collect()
}

/// The largest number, less than all, up to which every measure has the same candidates first, with no tie across.
fn first_alike(measures: &[Vec<f64>]) -> usize {
    let places: Vec<Vec<usize>> = measures.iter().map(|measure| places(measure)).collect();
    let Some((own, others)) = places.split_first() else { return 0 };
    // Those of the first `count`; as many as that only where no tie lies across.
    let among = |places: &[usize], count: usize| places.iter().filter(|place| **place <= count).count();
    let alike = |count: &usize| {
        places.iter().all(|places| among(places, *count) == *count)
            && others.iter().all(|other| own.iter().zip(other).all(|(a, b)| (a <= count) == (b <= count)))
    };
    (1..own.len()).take_while(alike).count()
}

/// Kendall's τ-b of two measures of the same candidates: the pairs in the same order less those in the opposite one, by
/// the geometric mean of those that each of the two puts in an order. `None` where one ties all.
#[must_use]
pub fn tau_b(one: &[f64], other: &[f64]) -> Option<f64> {
    let sign = |a: f64, b: f64| f64::from(i8::from(a > b + TIE) - i8::from(b > a + TIE));
    let (mut alike, mut in_one, mut in_other) = (0.0, 0.0, 0.0);
    for (place, (a, b)) in one.iter().zip(other).enumerate() {
        for (a_before, b_before) in one.iter().zip(other).take(place) {
            let (first, second) = (sign(*a, *a_before), sign(*b, *b_before));
            alike += first * second;
            in_one += first.abs();
            in_other += second.abs();
        }
    }
    let pairs = libm::sqrt(in_one * in_other);
    (pairs > 0.0).then(|| alike / pairs)
}
