//! Clauses of rules held against each other: which exclude each other, and which follow from others.

use crate::input::value::Tree;

/// What a clause can be about.
pub const SUBJECTS: [&str; 3] = ["question", "criterion", "result"];

fn same_subject(a: &Tree, b: &Tree) -> bool {
    SUBJECTS.iter().all(|key| a.get(key) == b.get(key))
}

/// Whether two clauses can never both hold.
pub fn excludes(a: &Tree, b: &Tree) -> bool {
    let apart = |a: &Tree, b: &Tree| matches!((a.number("below"), b.number("atLeast")), (Some(b), Some(a)) if a >= b);
    same_subject(a, b)
        && match (a.get("is"), b.get("is")) {
            (Some(_), Some(_)) => !a.list("is").iter().any(|name| b.list("is").contains(name)),
            (None, None) => apart(a, b) || apart(b, a),
            // Of a number question: a name is no number.
            _ => true,
        }
}

/// Whether rule `b` holds whenever `a` does: each clause of `b` follows from one of `a`.
pub fn implies(a: &Tree, b: &Tree) -> bool {
    let follows = |a: &Tree, b: &Tree| {
        let numbers = |key: &str| a.number(key).zip(b.number(key));
        same_subject(a, b)
            && match (a.get("is"), b.get("is")) {
                (Some(_), Some(_)) => a.list("is").iter().all(|name| b.list("is").contains(name)),
                (None, None) => {
                    numbers("below").is_some_and(|(a, b)| a <= b) || numbers("atLeast").is_some_and(|(a, b)| a >= b)
                }
                _ => false,
            }
    };
    b.items("when").all(|(_, b)| a.items("when").any(|(_, a)| follows(a, b)))
}
