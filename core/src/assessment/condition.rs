//! Conditions on answers: what gates and rules of the advice are made of.

/// A condition on the answer to one question.
#[derive(Clone, Debug, PartialEq)]
pub struct Condition {
    /// The question.
    pub question: String,
    /// What must hold of its answer.
    pub test: Test,
}

/// What must hold of an answer.
#[derive(Clone, Debug, PartialEq)]
pub enum Test {
    /// It is one of these: option ids, `unsure`, `n/a`. A question without an answer is answered `unsure`.
    Is(Vec<String>),
    /// It is a number below this one.
    Below(f64),
    /// It is this number or more.
    AtLeast(f64),
}
