//! The order of candidates: gates first, then the score; with the range that unknown answers leave to every place.
//!
//! A place is 1 and the number of those who are strictly ahead, so that equals share a place and the next one is left
//! out. The range is an interval order: who is *surely* ahead, whatever the unknown answers turn out to be.

use std::cmp::Ordering;

use crate::scoring::EDGE_TOLERANCE;

/// What decides where a candidate stands. Bands are places in the assessment's.
#[derive(Clone, Copy, Debug)]
pub struct Standing<'a> {
    /// Its name, which orders equals.
    pub name: &'a str,
    /// Its id, which orders equals of one name.
    pub id: &'a str,
    /// 0 to 100; `None` where nothing that counts is known.
    pub score: Option<f64>,
    /// The band after gates and floors.
    pub band: usize,
    /// The lowest score that it can still have, with the band that goes with it.
    pub low: (usize, f64),
    /// The highest score that it can still have, with the band that goes with it.
    pub high: (usize, f64),
}

/// Where a candidate stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// From 1; `None` without a score.
    pub place: Option<usize>,
    /// The best that it can still be.
    pub best: usize,
    /// The worst that it can still be.
    pub worst: usize,
    /// Whether another one has the same place.
    pub tied: bool,
}

/// Candidates in order, by their places in the list, and where each stands, in the order of the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Order {
    /// The places in the list, the first to be named first.
    pub order: Vec<usize>,
    /// One for each candidate of the list.
    pub places: Vec<Place>,
}

/// A band and a score in it, the better the greater.
type Rung = (usize, f64);

fn compare(a: &Rung, b: &Rung) -> Ordering {
    a.0.cmp(&b.0).then(a.1.total_cmp(&b.1))
}

/// Whether `a` is better than `b` by more than rounding.
fn ahead(a: &Rung, b: &Rung) -> bool {
    a.0 > b.0 || (a.0 == b.0 && a.1 > b.1 + EDGE_TOLERANCE)
}

/// How many of `falling`, which is sorted from the best down, are ahead of `rung`.
fn count_ahead(falling: &[Rung], rung: &Rung) -> usize {
    falling.partition_point(|other| ahead(other, rung))
}

fn falling(rungs: impl Iterator<Item = Rung>) -> Vec<Rung> {
    let mut rungs: Vec<Rung> = rungs.collect();
    rungs.sort_unstable_by(|a, b| compare(b, a));
    rungs
}

/// Puts candidates in order. Those without a score come last, and count in every range.
///
/// # Example
/// ```
/// use partner_fit_core::rank::order::{Standing, order};
///
/// let one = |name, low, high| Standing { name, id: name, score: Some(low), band: 0, low: (0, low), high: (0, high) };
/// let order = order(&[one("B", 60.0, 74.0), one("A", 71.0, 71.0)]);
/// assert_eq!(order.order, [1, 0]);
/// assert_eq!((order.places[1].best, order.places[1].worst), (1, 2));
/// ```
#[must_use]
pub fn order(list: &[Standing]) -> Order {
    let own = |standing: &Standing| Some((standing.band, standing.score?));
    let scores = falling(list.iter().filter_map(own));
    let lows = falling(list.iter().map(|standing| standing.low));
    let highs = falling(list.iter().map(|standing| standing.high));
    let place = |standing: &Standing| {
        // It is not ahead of itself, though its own best may be ahead of its worst.
        let itself = usize::from(ahead(&standing.high, &standing.low));
        Place {
            place: own(standing).map(|rung| 1 + count_ahead(&scores, &rung)),
            best: 1 + count_ahead(&lows, &standing.high),
            worst: 1 + count_ahead(&highs, &standing.low) - itself,
            tied: false,
        }
    };
    let mut places: Vec<Place> = list.iter().map(place).collect();
    // Of equals, whoever can still come furthest is named first; by how many come further, so that rounding says nothing.
    let best = falling(list.iter().map(|standing| (0, standing.high.1)));
    let further = |standing: &Standing| count_ahead(&best, &(0, standing.high.1));
    let mut order: Vec<(Place, usize, &Standing, usize)> = places
        .iter()
        .zip(list)
        .enumerate()
        .map(|(index, (place, standing))| (*place, further(standing), standing, index))
        .collect();
    order.sort_by(|(a, a_further, one, first), (b, b_further, other, second)| {
        let last = |place: &Place| place.place.unwrap_or(usize::MAX);
        let by_place = last(a).cmp(&last(b)).then(a_further.cmp(b_further));
        by_place.then_with(|| one.name.cmp(other.name)).then_with(|| one.id.cmp(other.id)).then(first.cmp(second))
    });
    for pair in order.windows(2) {
        if let [(a, _, _, first), (b, _, _, second)] = pair
            && a.place.is_some()
            && a.place == b.place
        {
            for index in [first, second] {
                if let Some(place) = places.get_mut(*index) {
                    place.tied = true;
                }
            }
        }
    }
    Order { order: order.into_iter().map(|(_, _, _, index)| index).collect(), places }
}

/// For each candidate of the list, the neighbours in the order that hardly differ from it: in the same band, and within
/// `points` of its score. Closeness never changes a place.
#[must_use]
pub fn close(list: &[Standing], order: &[usize], points: f64) -> Vec<Vec<usize>> {
    let mut close: Vec<Vec<usize>> = vec![Vec::new(); list.len()];
    for pair in order.windows(2) {
        let [first, second] = pair else { continue };
        let (Some(a), Some(b)) = (list.get(*first), list.get(*second)) else { continue };
        let (Some(higher), Some(lower)) = (a.score, b.score) else { continue };
        if a.band == b.band && (higher - lower).abs() <= points + EDGE_TOLERANCE {
            close.get_mut(*first).into_iter().for_each(|list| list.push(*second));
            close.get_mut(*second).into_iter().for_each(|list| list.push(*first));
        }
    }
    close
}
