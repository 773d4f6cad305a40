//! What an assessment advises, and when: the rules as data. They are applied in [`crate::advice`]; how an author
//! writes them is in `file`.

use super::condition::{Condition, Test};
use super::text::Text;

/// Everything that is advised; each list in the author's order, empty where there is none.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Advice {
    /// What the result comes to: the first rule that holds decides.
    pub verdicts: Vec<Entry>,
    /// Ways to work with a partner: the one with most points is chosen.
    pub models: Vec<Entry>,
    /// Types of partner: all with points are named.
    pub partner_types: Vec<Entry>,
    /// What speaks for it, each weighed by the first of its rules that holds.
    pub benefits: Vec<Entry>,
    /// What speaks against it, each weighed by the first of its rules that holds.
    pub drawbacks: Vec<Entry>,
    /// What to do: an item is called for when one of its rules holds.
    pub plan: Vec<Entry>,
}

/// Something that can be advised: a verdict, a model, a type of partner, a benefit, a drawback, an item of the plan.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// Its name.
    pub id: String,
    /// What the reader sees.
    pub label: Text,
    /// What it is, or what to do now. Of a verdict, a model or a type of partner.
    pub about: Text,
    /// What would change it. Of a verdict.
    pub change: Text,
    /// When it is advised.
    pub rules: Vec<Rule>,
    /// How. Of an item of the plan.
    pub steps: Vec<Text>,
}

/// When something is advised, and why.
#[derive(Clone, Debug, PartialEq)]
pub struct Rule {
    /// What must hold, all of it; nothing means always.
    pub when: Vec<Clause>,
    /// Why, in a sentence; empty in the plan, which points at answers.
    pub reason: Text,
    /// What follows.
    pub effect: Effect,
}

/// What follows when a rule holds.
#[derive(Clone, Debug, PartialEq)]
pub enum Effect {
    /// The verdict is this one.
    Decides,
    /// It gets points, 1 to 10.
    Points(f64),
    /// It is ruled out.
    RulesOut,
    /// It weighs this much: "strong", "some" or "little".
    Weighs(String),
    /// It is called for, by these questions beside those in the conditions.
    Calls(Vec<String>),
}

/// What must hold for a rule. What is unknown does not hold.
#[derive(Clone, Debug, PartialEq)]
pub enum Clause {
    /// Of the answer to a question.
    Answer(Condition),
    /// Of the value of the criterion with this place, 0 to 1.
    Criterion(usize, Test),
    /// The band after gates and floors is one of these, by their places.
    Band(Vec<usize>),
    /// Of the known share of the weight, 0 to 1.
    Coverage(Test),
}
