//! How an assessment with answers is drawn: choices and numbers, weights of 0, floors, gates, bands, all states of an
//! answer; valid by construction, so that no draw is thrown away.

use proptest::collection::vec;
use proptest::prelude::*;
use serde_json::json;

use crate::spec::{Criterion, Gate, Given, Kind, Question, Spec};

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
    prop_oneof![1 => Just(0.0), 5 => (1..=100_u8).prop_map(f64::from), 2 => 1e-3..1e3_f64, 1 => Just(1e6), 1 => Just(1e-6)]
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
    (weight(), kind(spans), limits(spans), any::<prop::sample::Index>(), 0..10_u8, 0.0..1.0_f64).prop_map(
        |(weight, kind, limits, index, how, share)| {
            let mut question = Question { id: 0, weight, kind, limits: None, answer: Given::Nothing };
            question.limits = limits.and_then(|limits| within(&question, limits));
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

/// Two shares of the way from just under the first corner of a number question to just above its last; or no limits.
fn limits(spans: bool) -> impl Strategy<Value = Option<(f64, f64)>> {
    proptest::option::weighted(0.3, (0.0..=1.0_f64, 0.0..=1.0_f64)).prop_map(move |limits| limits.filter(|_| !spans))
}

/// Limits at two shares of the way between the outermost telling answers; none for a choice.
fn within(question: &Question, (a, b): (f64, f64)) -> Option<(f64, f64)> {
    let telling = question.telling_answers();
    let (Some(Given::Number(first)), Some(Given::Number(last))) = (telling.first(), telling.last()) else {
        return None;
    };
    let at = |share: f64| first + share * (last - first);
    Some((at(a.min(b)), at(a.max(b))))
}
