//! Who is beaten on everything: behind somebody else under every weighting.

use crate::rank::values::{Value, Values};

/// What is no difference between two values, for rounding in their sums.
const TOLERANCE: f64 = 1e-12;

/// For each candidate, the first in `order` that beats it on everything: worth at least as much by every criterion and
/// more by one, with no lower cap. Values are compared only where they are known without a gap, or where a criterion
/// is out for both; else nothing is said.
///
/// `caps` holds the highest band that is left to each candidate. Who is beaten need not be compared with later ones:
/// whoever it beats is beaten by the same one.
#[must_use]
pub fn dominated(values: &Values, caps: &[usize], order: &[usize]) -> Vec<Option<usize>> {
    let mut by = vec![None; caps.len()];
    let mut undominated: Vec<(usize, usize, &[Value])> = Vec::new();
    for index in order {
        let row = values.row(*index);
        let Some(cap) = caps.get(*index) else { continue };
        if row.iter().any(|value| !matches!(value, Value::Known(_) | Value::Out)) {
            continue;
        }
        let better = undominated.iter().find(|(_, other_cap, other)| other_cap >= cap && beats(other, row));
        match better {
            Some((better, ..)) => by.get_mut(*index).into_iter().for_each(|by| *by = Some(*better)),
            None => undominated.push((*index, *cap, row)),
        }
    }
    by
}

/// Whether `a` is worth at least as much as `b` by every criterion, and more by one.
fn beats(a: &[Value], b: &[Value]) -> bool {
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
