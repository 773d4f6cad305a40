//! What an assessment advises, and when: the rules as data. They are applied in [`crate::advice`]; how an author
//! writes them is in `file`.

use super::condition::{Condition, Test};
use super::text::Text;

/// Everything that is advised; each list in the author's order, empty where there is none.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Advice {
    /// Answers that cannot all be right.
    pub clashes: Vec<Clash>,
    /// How much a partner would add, beside how ready one is: the first level with a rule that holds.
    pub need: Vec<Entry>,
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
    /// Whether models and types of partner are for later under it. Of a verdict.
    pub later: bool,
    /// When it is advised.
    pub rules: Vec<Rule>,
    /// How. Of an item of the plan.
    pub steps: Vec<Text>,
    /// The questions whose answers get better by it. Of an item of the plan.
    pub improves: Vec<String>,
    /// The verdicts under which it may be called for; any where it is empty. Of an item of the plan.
    pub verdicts: Vec<String>,
}

/// Answers that cannot all be right.
#[derive(Clone, Debug, PartialEq)]
pub struct Clash {
    /// The answers.
    pub when: Vec<Condition>,
    /// What is said of them.
    pub text: Text,
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
    /// It gets points, 1 to 100.
    Points(f64),
    /// It is ruled out.
    RulesOut,
    /// It fits only once this no longer holds.
    Once,
    /// It weighs this much: "strong", "some" or "little".
    Weighs(String),
    /// It is called for.
    Calls(Call),
}

/// How an item of the plan is called for.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Call {
    /// Questions that it is about, beside those in the conditions.
    pub about: Vec<String>,
    /// Whether it then comes before everything else.
    pub first: bool,
    /// Whether it then keeps its place, however many items are called for.
    pub keeps: bool,
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
    /// Of the number of gates that unknown answers may still close.
    OpenGates(Test),
    /// What the result says under this name is one of these.
    Said(Saying, Vec<String>),
}

/// What a result says that rules after it may ask for, in the order in which it is found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Saying {
    /// How much a partner would add.
    Need,
    /// What the result comes to.
    Verdict,
    /// The type of partner that fits best.
    PartnerType,
    /// A question whose answer the smallest change raises.
    Lift,
}
