//! What is tested, by theme. A check that stands for a numbered requirement has its number in its name.

mod failing;
mod loading;
mod policies;
mod walk;

use crate::runner::Check;

/// Every check, in the order in which a fault is found soonest.
pub fn all() -> Vec<Check> {
    [walk::checks(), loading::checks(), failing::checks(), policies::checks()].into_iter().flatten().collect()
}
