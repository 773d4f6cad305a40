//! What was decided for the checks that measure: weights, points, bands, gates, tiers, screens. A change to these numbers is a
//! decision, so it is made here as well.

use std::collections::BTreeSet;

use partner_fit_core::assessment::value_function::ValueFunction;
use partner_fit_core::assessment::{Assessment, QuestionKind};
use partner_fit_core::measure::Programme;
use partner_fit_core::measure::file::schema;
use partner_fit_core::measure::indicator::IfNone;
use serde_json::Value;

use crate::common::languages;
use crate::sheets::{content, content_file};

fn weights(assessment: &Assessment) -> Vec<(&str, f64)> {
    assessment.criteria.iter().map(|criterion| (criterion.id.as_str(), criterion.weight)).collect()
}

fn points(programme: &Programme, id: &str) -> Vec<(f64, f64)> {
    match programme.indicator(id).unwrap().value.as_ref().unwrap() {
        ValueFunction::Piecewise { points, .. } => points.clone(),
        ValueFunction::Trapezoid { .. } => panic!("{id}: no points"),
    }
}

#[test]
fn the_programme_is_as_decided() {
    let programme = content("programme");
    let expected = [
        ("programme", 0.0),
        ("winning", 0.0),
        ("profitability", 30.0),
        ("training", 20.0),
        ("success", 30.0),
        ("performance", 20.0),
    ];
    assert_eq!(weights(&programme.asked), expected);
    let questions = || programme.asked.questions().map(|(_, question)| question);
    let figures = questions().filter(|question| matches!(question.kind, QuestionKind::Number(_))).count();
    assert_eq!((figures, questions().count()), (23, 23 + 4 + 3));
    assert!(questions().all(|question| question.unsure), "not sure is offered everywhere");
    let bands: Vec<_> = programme.asked.bands.iter().map(|band| (band.id.as_str(), band.from)).collect();
    assert_eq!(bands, [("stalled", 0.0), ("fragile", 35.0), ("working", 55.0), ("thriving", 75.0)]);
    let gates: Vec<_> = programme.scored.gates.iter().map(|gate| (gate.id.as_str(), gate.cap)).collect();
    assert_eq!(gates, [("no-deals", 0), ("loss-making", 1), ("silent-base", 1), ("one-leg", 2)]);
    let verdicts: Vec<_> = programme.scored.advice.verdicts.iter().map(|verdict| verdict.id.as_str()).collect();
    let expected =
        ["too-early", "measure-first", "make-it-pay", "activate", "prune", "train", "spread", "expand", "improve"];
    assert_eq!(verdicts, expected);
    assert_eq!(points(&programme, "cac-ratio"), [(0.5, 1.0), (0.8, 0.75), (1.0, 0.5), (1.5, 0.2), (2.0, 0.0)]);
    assert_eq!(points(&programme, "partner-retention"), [(0.6, 0.0), (0.8, 0.5), (0.95, 1.0)]);
    assert_eq!(points(&programme, "deals-per-partner"), [(0.0, 0.0), (1.0, 0.4), (4.0, 0.8), (8.0, 1.0)]);
    let cac = programme.indicator("cac-ratio").unwrap();
    assert_eq!((cac.least, cac.none), (5.0, IfNone::Worst));
    assert_eq!(programme.within.len(), 11);
    let inputs: Vec<_> = programme.economics.as_ref().unwrap().iter().map(|input| input.id.as_str()).collect();
    assert_eq!(inputs, partner_fit_core::measure::economics::range::NAMES);
}

#[test]
fn the_scorecard_is_as_decided() {
    let programme = content("scorecard");
    let expected = [
        ("partner", 0.0),
        ("revenue-potential", 35.0),
        ("strategic-advantage", 20.0),
        ("operational", 25.0),
        ("relationship", 20.0),
    ];
    assert_eq!(weights(&programme.asked), expected);
    let ladder = programme.ladder.as_ref().unwrap();
    let tiers: Vec<_> = ladder.tiers.iter().map(|tier| (tier.id.as_str(), tier.from)).collect();
    assert_eq!(tiers, [("registered", 0.0), ("silver", 50.0), ("gold", 70.0), ("platinum", 85.0)]);
    let relationship = programme.asked.criteria.iter().position(|criterion| criterion.id == "relationship").unwrap();
    for tier in &ladder.tiers {
        // A soft figure never decides a tier alone.
        assert!(tier.least.iter().all(|(place, least)| *place != relationship || *least <= 0.5), "{}", tier.id);
    }
    assert!(programme.asked.criteria.iter().skip(1).all(|criterion| criterion.floor.is_some()));
    assert_eq!(programme.rewards.len(), 7);
    assert_eq!(programme.messages.iter().filter(|message| message.private).count(), 1);
    let given: BTreeSet<&String> = ladder.tiers.iter().flat_map(|tier| &tier.rewards).collect();
    assert_eq!(given.len(), programme.rewards.len(), "every reward is given to somebody");
}

#[test]
fn they_are_of_the_schema_and_in_all_our_languages() {
    let schema = schema::programme();
    assert!(jsonschema::meta::is_valid(&schema));
    let validator = jsonschema::draft202012::new(&schema).unwrap();
    for name in ["programme", "scorecard"] {
        let file = content_file(name);
        let complaints: Vec<String> =
            validator.iter_errors(&file).map(|error| format!("{}: {error}", error.instance_path())).collect();
        assert_eq!(complaints, Vec::<String>::new(), "{name}");
        assert_eq!(content(name).asked.languages, languages(), "{name}");
        for (pointer, value) in [
            ("/criteria/2/indicators", serde_json::json!([])),
            ("/checks/0/part", serde_json::json!(5)),
            ("/colour", serde_json::json!("red")),
        ] {
            let mut broken = file.clone();
            if let Some(place) = broken.pointer_mut(pointer) {
                *place = value;
            } else {
                broken[pointer.trim_start_matches('/')] = value;
            }
            assert!(!validator.is_valid(&broken), "{name}: {pointer}");
        }
    }
}

/// Every text of a file with where it stands.
fn texts(value: &Value, at: &str, found: &mut Vec<(String, String, String)>) {
    match value {
        Value::Object(entries) if entries.get("en").is_some_and(Value::is_string) => {
            let text = |language: &str| entries[language].as_str().unwrap().to_owned();
            found.push((at.to_owned(), text("en"), text("nl")));
        }
        Value::Object(entries) => entries.iter().for_each(|(key, value)| texts(value, &format!("{at}.{key}"), found)),
        Value::Array(items) => items.iter().for_each(|item| texts(item, at, found)),
        _ => {}
    }
}

#[test]
fn texts_are_short_and_in_one_tone() {
    for name in ["programme", "scorecard"] {
        let mut found = Vec::new();
        texts(&content_file(name), "", &mut found);
        assert!(found.len() > 100, "{name}");
        for (at, en, nl) in found {
            for text in [&en, &nl] {
                assert!(text.len() <= 330, "{name}{at}: {text}");
                assert!(!text.contains("  ") && text.trim() == text, "{name}{at}: {text}");
                assert!(!text.contains('—') && !text.contains("100%"), "{name}{at}: {text}");
            }
            // Dutch speaks to the reader as the other checks do.
            let words: Vec<&str> = nl.split(|c: char| !c.is_alphabetic()).collect();
            assert!(!words.iter().any(|word| ["je", "jij", "jouw", "jullie"].contains(word)), "{name}{at}: {nl}");
            let short = ["CAC", "Break-even", "Overlap", "Platinum", "Deals", "Training", "Certificate"];
            assert!(en != nl || en.len() < 12 || short.contains(&en.as_str()), "{name}{at}: {en} is not translated");
        }
    }
}
