//! Assessments of any legal numbers: weights, values, floors, gates, edges; scored with any answers.

use partner_fit_core::assessment::Assessment;
use partner_fit_core::input::value::Tree;
use serde_json::{Value, json};

use crate::assessments::answers;
use crate::draw::Draw;
use crate::hold::{report_holds, schema_holds};

pub fn step(draw: &mut Draw) -> bool {
    let file: Tree = serde_json::from_value(drawn(draw)).unwrap();
    let Ok(assessment) = Assessment::read(&file, &Default::default()) else { return false };
    for _ in 0..3 {
        let answers = answers(draw, &assessment);
        let report = report_holds(&assessment, &answers);
        if draw.one_in(8) {
            schema_holds(&report);
        }
        let weights: Vec<f64> = assessment.criteria.iter().map(|_| weight(draw)).collect();
        if let Some(own) = assessment.weighted(&weights) {
            report_holds(&own, &answers);
        }
    }
    true
}

fn text() -> Value {
    json!({ "en": "Text" })
}

fn weight(draw: &mut Draw) -> f64 {
    match draw.below(8) {
        0 => 0.0,
        1 => 1e-6,
        2 => 1e6,
        _ => (1000.0 * draw.share()).max(1e-6),
    }
}

fn drawn(draw: &mut Draw) -> Value {
    let mut edges: Vec<f64> = (0..draw.below(4)).map(|_| 100.0 * draw.share()).filter(|edge| *edge > 0.0).collect();
    edges.sort_by(f64::total_cmp);
    edges.dedup();
    edges.insert(0, 0.0);
    let bands: Vec<Value> = edges
        .iter()
        .enumerate()
        .map(|(id, from)| json!({ "id": format!("b{id}"), "label": text(), "from": from }))
        .collect();
    let cap = |draw: &mut Draw| format!("b{}", draw.below(bands.len()));
    let mut ids = 0;
    let mut criteria = Vec::new();
    for place in 0..=draw.below(6) {
        let questions: Vec<Value> = (0..=draw.below(4))
            .map(|_| {
                ids += 1;
                question(draw, ids)
            })
            .collect();
        let mut criterion =
            json!({ "id": format!("c{place}"), "title": text(), "weight": weight(draw), "questions": questions });
        if draw.one_in(3) {
            criterion["floor"] = json!({ "below": draw.share(), "cap": cap(draw), "reason": text() });
        }
        criteria.push(criterion);
    }
    let mut gates = Vec::new();
    for place in 0..draw.below(4) {
        let question = json!({ "question": format!("q{}", 1 + draw.below(ids)), "is": ["unsure"] });
        gates.push(json!({ "id": format!("g{place}"), "when": [question], "cap": cap(draw), "reason": text() }));
    }
    let mut file = json!({
        "id": "drawn", "version": "1", "languages": ["en"], "title": text(), "bands": bands, "criteria": criteria,
        "borderline": 5.0 * draw.share(),
    });
    if !gates.is_empty() {
        file["gates"] = gates.into();
    }
    file
}

fn question(draw: &mut Draw, id: usize) -> Value {
    let mut question = json!({ "id": format!("q{id}"), "text": text(), "weight": weight(draw), "notApplicable": true });
    let values = |draw: &mut Draw, count: usize| (0..count).map(|_| draw.share()).collect::<Vec<f64>>();
    if draw.one_in(4) {
        let count = 2 + draw.below(3);
        let (mut at, mut points) = (draw.share(), Vec::new());
        for value in values(draw, count) {
            at += 1e-3 + 10.0 * draw.share();
            points.push(json!({ "at": at, "value": value }));
        }
        question["kind"] = "number".into();
        question["points"] = points.into();
        question["scale"] = if draw.one_in(2) { "log" } else { "linear" }.into();
    } else {
        let count = 2 + draw.below(4);
        let options: Vec<Value> = values(draw, count)
            .iter()
            .enumerate()
            .map(|(id, value)| json!({ "id": format!("o{id}"), "label": text(), "value": value }))
            .collect();
        question["kind"] = "choice".into();
        question["options"] = options.into();
        question["locked"] = draw.one_in(6).into();
    }
    question
}
