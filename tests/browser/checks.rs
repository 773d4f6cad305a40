//! What is tested, by theme. A check that stands for a numbered requirement has its number in its name.

mod walk;

use crate::runner::Check;

/// Every check, in the order in which a fault is found soonest.
pub fn all() -> Vec<Check> {
    [walk::checks()].into_iter().flatten().collect()
}
