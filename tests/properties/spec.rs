//! Any valid assessment with answers to it: what the properties are tried on.
//!
//! A [`Spec`] is drawn by proptest, written as the file that an author would write, and read by the engine. It keeps
//! its own names for everything, so that a test can leave out, reorder or complete what is in it.

use partner_fit::answers::Answers;
use partner_fit::assessment::Assessment;
use partner_fit::report::{Report, report};
use proptest::collection::vec;
use proptest::prelude::*;
use serde_json::{Map, Value, json};

use crate::common::{answers, criterion, file, read, text};

#[derive(Clone, Debug)]
pub struct Spec {
    pub criteria: Vec<Criterion>,
    pub edges: Vec<f64>,
    pub gates: Vec<Gate>,
}

#[derive(Clone, Debug)]
pub struct Criterion {
    pub id: usize,
    pub weight: f64,
    pub floor: Option<(f64, usize)>,
    pub questions: Vec<Question>,
}

#[derive(Clone, Debug)]
pub struct Question {
    pub id: usize,
    pub weight: f64,
    pub kind: Kind,
    pub answer: Given,
}

#[derive(Clone, Debug)]
pub enum Kind {
    /// Options by name and value.
    Choice(Vec<(usize, f64)>),
    /// Options that are not scored.
    Unscored(usize),
    /// The value at some numbers, and whether the scale is "log".
    Points(Vec<(f64, f64)>, bool),
    /// The corners of an ideal range, and whether the scale is "log".
    Ideal([f64; 4], bool),
}

#[derive(Clone, Debug, PartialEq)]
pub enum Given {
    Nothing,
    Unsure,
    NotApplicable,
    Option(usize),
    Number(f64),
}

/// What caps the band: the answer that closes it, and the cap.
#[derive(Clone, Debug)]
pub struct Gate {
    pub id: usize,
    pub question: usize,
    pub test: Value,
    pub cap: usize,
}

impl Given {
    pub fn is_unknown(&self) -> bool {
        matches!(self, Given::Nothing | Given::Unsure)
    }

    fn json(&self) -> Option<Value> {
        match self {
            Given::Nothing => None,
            Given::Unsure => Some(json!("unsure")),
            Given::NotApplicable => Some(json!("n/a")),
            Given::Option(option) => Some(json!(format!("o{option}"))),
            Given::Number(number) => Some(json!(number)),
        }
    }
}

impl Question {
    /// Answers among which are one that is worth least and one that is worth most.
    pub fn telling_answers(&self) -> Vec<Given> {
        let numbers = |at: Vec<f64>| {
            let outside = [at[0] - 1.0, at[at.len() - 1] + 1.0];
            at.into_iter().chain(outside).map(Given::Number).collect()
        };
        match &self.kind {
            Kind::Choice(options) => options.iter().map(|(name, _)| Given::Option(*name)).collect(),
            Kind::Unscored(_) => vec![Given::Option(0)],
            Kind::Points(points, _) => numbers(points.iter().map(|(at, _)| *at).collect()),
            Kind::Ideal(corners, _) => numbers(corners.to_vec()),
        }
    }

    fn json(&self) -> Value {
        let label = text("Option");
        let mut question = json!({
            "id": format!("q{}", self.id), "text": text("Question"), "weight": self.weight, "notApplicable": true,
            "kind": if matches!(self.kind, Kind::Choice(_) | Kind::Unscored(_)) { "choice" } else { "number" },
        });
        let scale = |log: bool| if log { "log" } else { "linear" };
        match &self.kind {
            Kind::Choice(options) => {
                let option =
                    |(name, value): &(usize, f64)| json!({ "id": format!("o{name}"), "label": label, "value": value });
                question["options"] = options.iter().map(option).collect();
            }
            Kind::Unscored(count) => {
                question["options"] =
                    (0..*count).map(|name| json!({ "id": format!("o{name}"), "label": label })).collect();
            }
            Kind::Points(points, log) => {
                question["points"] = points.iter().map(|(at, value)| json!({ "at": at, "value": value })).collect();
                question["scale"] = scale(*log).into();
            }
            Kind::Ideal([a, b, c, d], log) => {
                question["ideal"] = json!({ "zeroBelow": a, "from": b, "to": c, "zeroAbove": d });
                question["scale"] = scale(*log).into();
            }
        }
        question
    }
}

impl Spec {
    pub fn questions(&self) -> impl Iterator<Item = &Question> {
        self.criteria.iter().flat_map(|criterion| &criterion.questions)
    }

    pub fn questions_mut(&mut self) -> impl Iterator<Item = &mut Question> {
        self.criteria.iter_mut().flat_map(|criterion| &mut criterion.questions)
    }

    pub fn json(&self) -> Value {
        let cap = |cap: usize| format!("band-{}", cap % self.edges.len());
        let criteria = self.criteria.iter().map(|spec| {
            let questions = spec.questions.iter().map(Question::json).collect();
            let mut criterion = criterion(&format!("c{}", spec.id), &json!(spec.weight), questions);
            if let Some((below, highest)) = spec.floor {
                criterion["floor"] = json!({ "below": below, "cap": cap(highest), "reason": text("Floor") });
            }
            criterion
        });
        let gates = self.gates.iter().map(|gate| {
            let mut when = gate.test.clone();
            when["question"] = format!("q{}", gate.question).into();
            json!({ "id": format!("g{}", gate.id), "when": [when], "cap": cap(gate.cap), "reason": text("Gate") })
        });
        file(criteria.collect(), &self.edges, gates.collect())
    }

    pub fn read(&self) -> (Assessment, Answers) {
        let assessment = read(&self.json()).unwrap_or_else(|problems| panic!("{problems:#?}"));
        let answers = self.answers(&assessment);
        (assessment, answers)
    }

    /// The answers alone, to an assessment that was read before.
    pub fn answers(&self, assessment: &Assessment) -> Answers {
        let given: Map<String, Value> =
            self.questions().filter_map(|q| Some((format!("q{}", q.id), q.answer.json()?))).collect();
        answers(&given.into(), assessment)
    }

    pub fn report(&self) -> Report {
        let (assessment, answers) = self.read();
        report(&assessment, &answers, "en")
    }
}

/// Any assessment with any answers; with `spans`, every scored question can be worth 0 and 1.
pub fn specs(spans: bool) -> impl Strategy<Value = Spec> {
    let floor = proptest::option::weighted(0.4, (0.0..=1.0_f64, 0..4_usize));
    let criteria = vec((weight(), floor, vec(question(spans), 1..4)), 1..6);
    let edges = proptest::collection::btree_set(1..=100_u8, 0..4);
    let gates = vec((any::<prop::sample::Index>(), 0..4_usize, 0..6_usize), 0..4);
    (criteria, edges, gates).prop_map(|(criteria, edges, gates)| {
        let mut ids = 0..;
        let mut criteria: Vec<Criterion> = criteria
            .into_iter()
            .enumerate()
            .map(|(id, (weight, floor, questions))| {
                let questions = questions.into_iter().zip(&mut ids).map(|(question, id)| Question { id, ..question });
                Criterion { id, weight, floor, questions: questions.collect() }
            })
            .collect();
        if criteria.iter().all(|criterion| criterion.weight == 0.0) {
            criteria[0].weight = 1.0;
        }
        for criterion in criteria.iter_mut().filter(|criterion| criterion.weight > 0.0) {
            for question in criterion.questions.iter_mut().filter(|q| matches!(q.kind, Kind::Unscored(_))) {
                question.weight = 0.0;
            }
            if criterion.questions.iter().all(|question| question.weight == 0.0) {
                let first = &mut criterion.questions[0];
                first.weight = 1.0;
                if let Kind::Unscored(count) = first.kind {
                    first.kind =
                        Kind::Choice((0..count).map(|name| (name, if name == 0 { 0.0 } else { 1.0 })).collect());
                }
            }
        }
        let edges = [0.0].into_iter().chain(edges.into_iter().map(f64::from)).collect();
        let mut spec = Spec { criteria, edges, gates: Vec::new() };
        let questions: Vec<Question> = spec.questions().cloned().collect();
        spec.gates = gates
            .into_iter()
            .enumerate()
            .map(|(id, (index, cap, pick))| gate(id, index.get(&questions), cap, pick))
            .collect();
        spec
    })
}

fn gate(id: usize, question: &Question, cap: usize, pick: usize) -> Gate {
    let test = match &question.kind {
        _ if pick == 0 => json!({ "is": ["unsure", "n/a"] }),
        Kind::Choice(options) => json!({ "is": [format!("o{}", options[pick % options.len()].0)] }),
        Kind::Unscored(count) => json!({ "is": [format!("o{}", pick % count)] }),
        Kind::Points(points, _) => json!({ "below": points[pick % points.len()].0 }),
        Kind::Ideal(corners, _) => json!({ "atLeast": corners[pick % 4] }),
    };
    Gate { id, question: question.id, test, cap }
}

fn weight() -> impl Strategy<Value = f64> {
    prop_oneof![1 => Just(0.0), 5 => (1..=100_u8).prop_map(f64::from), 2 => 1e-3..1e3_f64, 1 => Just(1e6)]
}

fn value() -> impl Strategy<Value = f64> {
    prop_oneof![2 => (0..=4_u8).prop_map(|quarters| f64::from(quarters) / 4.0), 1 => 0.0..=1.0_f64]
}

fn kind(spans: bool) -> impl Strategy<Value = Kind> {
    let choice = vec(value(), 2..6).prop_map(move |mut values| {
        if spans {
            values[0] = 1.0;
            values[1] = 0.0;
        }
        Kind::Choice(values.into_iter().enumerate().collect())
    });
    let points =
        (-50.0..50.0_f64, vec((1e-3..100.0_f64, value()), 2..5), any::<bool>()).prop_map(move |(start, steps, log)| {
            let mut at = if log { 0.01 } else { start };
            let mut points: Vec<(f64, f64)> = Vec::new();
            for (step, value) in steps {
                at += step;
                points.push((at, value));
            }
            if spans {
                points[0].1 = 0.0;
                points[1].1 = 1.0;
            }
            Kind::Points(points, log)
        });
    let step = || prop_oneof![Just(0.0), 1e-3..100.0_f64];
    let ideal = (0.01..50.0_f64, [step(), step(), step()], any::<bool>()).prop_map(|(a, [b, c, d], log)| {
        let corners = [a, a + b, a + b + c, a + b + c + d];
        Kind::Ideal(corners, log)
    });
    prop_oneof![5 => choice, 1 => (2..5_usize).prop_map(Kind::Unscored), 2 => points, 2 => ideal]
}

fn question(spans: bool) -> impl Strategy<Value = Question> {
    (weight(), kind(spans), any::<prop::sample::Index>(), 0..10_u8, 0.0..1.0_f64).prop_map(
        |(weight, kind, index, how, share)| {
            let mut question = Question { id: 0, weight, kind, answer: Given::Nothing };
            let telling = question.telling_answers();
            let between = match (telling.first(), telling.last()) {
                (Some(Given::Number(first)), Some(Given::Number(last))) => Some(first + share * (last - first)),
                _ => None,
            };
            question.answer = match (how, between) {
                (0, _) => Given::Nothing,
                (1, _) => Given::Unsure,
                (2, _) => Given::NotApplicable,
                (3..=6, Some(number)) => Given::Number(number),
                _ => index.get(&telling).clone(),
            };
            question
        },
    )
}
