//! E1-E14
use crate::runner::Check;
pub fn checks() -> Vec<Check> {
    vec![]
}
