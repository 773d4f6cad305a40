//! Who is beaten on everything: behind somebody else under every weighting.
//!
//! Values become ranks, two to a word, so that two candidates are compared by a few whole-number operations: of 10,000
//! candidates many hundreds may be beaten by nobody, and each is compared with all of those.

use std::collections::BTreeMap;

use crate::rank::values::{Value, Values};

/// What is no difference between two values, for rounding in their sums.
const TOLERANCE: f64 = 1e-12;

/// The highest bit of both halves of a word.
const HIGH: u64 = 0x8000_0000_8000_0000;

/// One who may be compared.
#[derive(Clone, Copy, Debug)]
struct Comparable {
    index: usize,
    cap: usize,
    /// By which criteria it is out: an own number for each set of them.
    out: usize,
    /// Where its words begin.
    words: usize,
}

/// For each candidate, the first in `order` that beats it on everything: worth at least as much by every criterion and
/// more by one, with no lower cap. Values are compared only where they are known without a gap, or where a criterion
/// is out for both; else nothing is said.
///
/// `caps` holds the highest band that is left to each candidate. Who is beaten need not be compared with later ones:
/// whoever it beats is beaten by the same one.
#[must_use]
pub fn dominated(values: &Values, caps: &[usize], order: &[usize]) -> Vec<Option<usize>> {
    let ranks: Vec<Vec<f64>> = (0..values.weights.len()).map(|column| steps(values, caps.len(), column)).collect();
    let mut sets: BTreeMap<Vec<bool>, usize> = BTreeMap::new();
    let mut by = vec![None; caps.len()];
    let (mut undominated, mut kept): (Vec<Comparable>, Vec<u64>) = (Vec::new(), Vec::new());
    let mut own = Vec::new();
    for index in order {
        let row = values.row(*index);
        let Some(cap) = caps.get(*index) else { continue };
        if row.iter().any(|value| !matches!(value, Value::Known(_) | Value::Out)) {
            continue;
        }
        own.clear();
        pack(row, &ranks, &mut own);
        let pattern: Vec<bool> = row.iter().map(|value| *value == Value::Out).collect();
        let next = sets.len();
        let out = *sets.entry(pattern).or_insert(next);
        let better = undominated.iter().find(|other| {
            other.cap >= *cap
                && other.out == out
                && kept.get(other.words..other.words + own.len()).is_some_and(|other| beats(other, &own))
        });
        match better {
            Some(better) => by.get_mut(*index).into_iter().for_each(|by| *by = Some(better.index)),
            None => {
                undominated.push(Comparable { index: *index, cap: *cap, out, words: kept.len() });
                kept.extend_from_slice(&own);
            }
        }
    }
    by
}

/// The different values of a column, rising; what lies within rounding of the one before is no other value.
fn steps(values: &Values, rows: usize, column: usize) -> Vec<f64> {
    let known = |row: usize| match values.row(row).get(column) {
        Some(Value::Known(value)) => Some(*value),
        _ => None,
    };
    let mut all: Vec<f64> = (0..rows).filter_map(known).collect();
    all.sort_unstable_by(f64::total_cmp);
    all.dedup_by(|next, before| *next <= *before + TOLERANCE);
    all
}

/// The ranks of a row, two to a word; 0 for what is out.
fn pack(row: &[Value], ranks: &[Vec<f64>], words: &mut Vec<u64>) {
    for (place, (value, steps)) in row.iter().zip(ranks).enumerate() {
        let rank = match value {
            Value::Known(value) => steps.partition_point(|step| *step <= value + TOLERANCE),
            _ => 0,
        };
        // Fewer candidates than that are in any list.
        let rank = u64::from(u32::try_from(rank).unwrap_or(u32::MAX) & (u32::MAX >> 1));
        match words.last_mut() {
            Some(last) if place % 2 == 1 => *last |= rank << 32,
            _ => words.push(rank),
        }
    }
}

/// Whether one is at least as much as the other in every rank, and more in one. A half is at least as much where its
/// highest bit, set before, is left by the subtraction.
fn beats(one: &[u64], other: &[u64]) -> bool {
    let least = one.iter().zip(other).all(|(one, other)| ((one | HIGH) - other) & HIGH == HIGH);
    least && one != other
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rank::scorer::CriterionNumbers;

    /// The same by its definition, value by value.
    fn by_definition(a: &[Value], b: &[Value]) -> bool {
        let mut more = false;
        for pair in a.iter().zip(b) {
            match pair {
                (Value::Known(a), Value::Known(b)) if *a >= b - TOLERANCE => more |= *a > b + TOLERANCE,
                (Value::Out, Value::Out) => {}
                _ => return false,
            }
        }
        more
    }

    #[test]
    fn whoever_is_beaten_is_beaten_by_the_definition_too() {
        let mut seed = 11_u64;
        let mut below = |count: u64| {
            seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            (seed >> 33) % count
        };
        for columns in 1..6 {
            let mut values = Values::new(&vec![1.0; columns]);
            let count = 60;
            for _ in 0..count {
                let one = |kind: u64, value: u64| CriterionNumbers {
                    value: Some(value as f64 / 3.0),
                    open: kind == 0,
                    out: kind == 1,
                    ..CriterionNumbers::default()
                };
                let row: Vec<CriterionNumbers> = (0..columns).map(|_| one(below(12), below(4))).collect();
                values.push(&row);
            }
            let caps: Vec<usize> = (0..count).map(|_| below(3) as usize).collect();
            let worth = |row: &usize| -> f64 {
                let value = |value: &Value| if let Value::Known(value) = value { *value } else { 0.0 };
                values.row(*row).iter().map(value).sum()
            };
            let mut order: Vec<usize> = (0..count).collect();
            order.sort_by(|a, b| caps[*b].cmp(&caps[*a]).then(worth(b).total_cmp(&worth(a))));
            let found = dominated(&values, &caps, &order);
            for (index, by) in found.iter().enumerate() {
                let is =
                    |other: &usize| caps[*other] >= caps[index] && by_definition(values.row(*other), values.row(index));
                let any = order.iter().any(is);
                assert_eq!(by.is_some(), any, "{columns} columns");
                assert!(by.is_none_or(|by| is(&by) && found[by].is_none()));
            }
        }
    }
}
