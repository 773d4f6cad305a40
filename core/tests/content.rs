//! The shipped assessments against what was decided about them: weights, bands, gates, floors, and rules for every
//! question. A change to these numbers is a decision, so it is made here as well.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, missing_docs)]

mod common;

use std::collections::BTreeSet;

use common::{built_in, languages, read, root, shipped, shipped_file};
use partner_fit_core::assessment::{Assessment, Criterion, Gate, Question, QuestionKind, Test};
use serde_json::Value;

fn weights(assessment: &Assessment) -> Vec<(&str, f64)> {
    assessment.criteria.iter().map(|criterion| (criterion.id.as_str(), criterion.weight)).collect()
}

/// The gates in words: id, conditions, cap.
fn gates(assessment: &Assessment) -> Vec<String> {
    let conditions = |gate: &Gate| -> Vec<String> {
        let answers = gate.when.iter().map(|condition| {
            let Test::Is(answers) = &condition.test else { panic!("{}: no number", gate.id) };
            format!("{} {}", condition.question, answers.join("|"))
        });
        answers.chain(gate.coverage_below.map(|share| format!("known < {share}"))).collect()
    };
    let told =
        |gate: &Gate| format!("{}: {} -> {}", gate.id, conditions(gate).join(", "), assessment.bands[gate.cap].id);
    assessment.gates.iter().map(told).collect()
}

/// The questions that count.
fn scored(assessment: &Assessment) -> impl Iterator<Item = (&Criterion, &Question)> {
    assessment.questions().filter(|(criterion, question)| criterion.weight > 0.0 && question.weight > 0.0)
}

#[test]
fn the_partner_s_weights_and_gates_are_as_decided() {
    let partner = shipped("partner");
    let expected = [
        ("market-alignment", 24.0),
        ("complementary-product", 20.0),
        ("technical-expertise", 20.0),
        ("sales-process", 16.0),
        ("location", 12.0),
        ("revenue", 8.0),
        ("commitment", 0.0),
    ];
    assert_eq!(weights(&partner), expected);
    let expected = [
        "no-territory: sales-territories none -> not-yet",
        "unresolved-bar: contract-bar yes -> not-yet",
        "direct-rival: product-fit direct-rival -> emerging",
        "undisclosed-bar: contract-bar rather-not-say -> emerging",
        "no-owner: partnership-owner nobody -> emerging",
        "shared-owner: partnership-owner shared -> strong",
        "too-little-known: known < 0.6 -> emerging",
    ];
    assert_eq!(gates(&partner), expected);
}

#[test]
fn the_company_s_weights_and_gates_are_as_decided() {
    let company = shipped("company");
    let expected = [
        ("sales-process", 24.0),
        ("product", 22.0),
        ("margin-revenue", 20.0),
        ("organisation", 16.0),
        ("location-reach", 12.0),
        ("partner-pull", 6.0),
        ("company-stage", 0.0),
    ];
    assert_eq!(weights(&company), expected);
    let expected = [
        "no-customer: paying-customers none -> not-yet",
        "no-deal: deal-closers no-customer, paying-customers none|from-1|unsure -> not-yet",
        "no-margin: partner-margin none -> not-yet",
        "unclear-sales: deal-closers no-customer, paying-customers from-5|from-20|from-100 -> emerging",
        "few-customers: paying-customers from-1 -> emerging",
        "thin-margin: partner-margin under-10 -> emerging",
        "unknown-margin: partner-margin unsure -> emerging",
        "nobody-runs-it: channel-lead nobody -> emerging",
        "unknown-lead: channel-lead unsure -> emerging",
        "unwritten: process-written none|one -> emerging",
        "repair-demand: why-now repair-demand -> emerging",
        "half-known: known < 0.5 -> emerging",
    ];
    assert_eq!(gates(&company), expected);
    for criterion in &company.criteria {
        let floor = criterion.floor.as_ref().map(|floor| (floor.below, company.bands[floor.cap].id.as_str()));
        assert_eq!(floor, (criterion.id == "product").then_some((0.25, "not-yet")), "{}", criterion.id);
    }
}

#[test]
fn bands_and_the_borderline_are_as_decided() {
    for name in built_in() {
        let assessment = shipped(name);
        let bands: Vec<_> = assessment.bands.iter().map(|band| (band.id.as_str(), band.from)).collect();
        assert_eq!(bands, [("not-yet", 0.0), ("emerging", 45.0), ("strong", 65.0), ("ready", 80.0)], "{name}");
        assert_eq!((assessment.borderline, assessment.minutes), (2.5, Some(5.0)), "{name}");
        assert_eq!(assessment.id, name);
    }
}

#[test]
fn every_partner_criterion_of_weight_10_or_more_has_a_floor_of_a_quarter() {
    let partner = shipped("partner");
    for criterion in &partner.criteria {
        let floor = criterion.floor.as_ref().map(|floor| (floor.below, partner.bands[floor.cap].id.as_str()));
        assert_eq!(floor, (criterion.weight >= 10.0).then_some((0.25, "emerging")), "{}", criterion.id);
    }
}

#[test]
fn there_are_at_most_15_questions_on_at_most_8_screens() {
    for name in built_in() {
        let assessment = shipped(name);
        assert!(assessment.questions().count() <= 15, "{name}");
        assert!(assessment.criteria.len() < 8, "{name}: with the start screen");
        assert!(scored(&assessment).count() >= 10, "{name}");
    }
}

#[test]
fn every_scored_choice_runs_from_0_to_1_in_five_options_of_even_steps() {
    for name in built_in() {
        let assessment = shipped(name);
        for (_, question) in scored(&assessment) {
            match &question.kind {
                QuestionKind::Choice(options) => {
                    let values: Vec<_> = options.iter().map(|option| option.value.unwrap()).collect();
                    assert_eq!(values, [0.0, 0.25, 0.5, 0.75, 1.0], "{}", question.id);
                }
                QuestionKind::Number(field) => {
                    let (min, max) = (field.min.unwrap(), field.max.unwrap());
                    assert_eq!(field.value.as_ref().unwrap().bounds(min, max), (0.0, 1.0), "{}", question.id);
                }
            }
            assert!(question.unsure, "{}: not sure is offered", question.id);
        }
    }
}

#[test]
fn the_ranges_that_are_best_are_as_decided() {
    for (name, id, inside, outside) in [
        ("partner", "yearly-revenue", [5.0, 50.0], [0.25, 1000.0]),
        ("company", "contract-value", [10.0, 50.0], [1.0, 500.0]),
    ] {
        let assessment = shipped(name);
        let QuestionKind::Number(field) = &assessment.question(id).unwrap().kind else { panic!("{id} is a number") };
        let worth = |numbers: [f64; 2]| numbers.map(|number| field.value.as_ref().unwrap().value(number));
        assert_eq!((worth(inside), worth(outside)), ([1.0, 1.0], [0.0, 0.0]), "{id}");
        assert!(worth([inside[0] * 0.99, inside[1] * 1.01]).iter().all(|value| *value < 1.0), "{id}");
        assert!(worth([outside[0] * 1.01, outside[1] * 0.99]).iter().all(|value| *value > 0.0), "{id}");
    }
}

#[test]
fn every_question_has_a_hint_and_every_scored_criterion_a_reason() {
    for name in built_in() {
        let assessment = shipped(name);
        assert!(assessment.intro.is_some(), "{name}");
        assert!(assessment.bands.iter().all(|band| band.meaning.is_some()), "{name}");
        for (criterion, question) in assessment.questions() {
            assert!(criterion.why.is_some() && question.hint.is_some(), "{name}: {}", question.id);
        }
    }
}

#[test]
fn every_text_is_in_every_language_and_leaves_no_placeholder() {
    for name in built_in() {
        let file = shipped_file(name);
        let mut texts = Vec::new();
        texts_of(&file, &mut texts);
        assert!(texts.len() > 100, "{name}: {} texts", texts.len());
        for text in &texts {
            let tags = text.as_object().unwrap().keys();
            let written: BTreeSet<&str> = tags.map(|tag| tag.strip_suffix("-x-candidate").unwrap_or(tag)).collect();
            assert_eq!(written, languages().into_iter().collect(), "{name}: {text}");
        }
        let assessment = shipped(name);
        for language in languages() {
            assert!(!assessment.title.get(language).contains('{'), "{name}: a placeholder is left");
        }
    }
}

#[test]
fn the_rule_in_the_readme_can_be_put_in_a_shipped_file() {
    let readme = std::fs::read_to_string(root().join("README.md")).unwrap();
    let (_, block) = readme.split_once("```json").unwrap();
    let rule: Value = serde_json::from_str(block.split_once("```").unwrap().0).unwrap();
    let mut file = shipped_file("partner");
    file["advice"]["models"][0]["rules"].as_array_mut().unwrap().push(rule);
    assert_eq!(read(&file).err(), None);
}

/// Every object of a file that has a text in one of our languages.
fn texts_of<'v>(value: &'v Value, texts: &mut Vec<&'v Value>) {
    match value {
        Value::Object(entries) if languages().iter().any(|language| entries.contains_key(*language)) => {
            texts.push(value)
        }
        Value::Object(entries) => entries.values().for_each(|value| texts_of(value, texts)),
        Value::Array(items) => items.iter().for_each(|value| texts_of(value, texts)),
        _ => {}
    }
}

#[test]
fn ids_tell_the_shipped_assessments_apart() {
    let all: Vec<Assessment> = built_in().into_iter().map(shipped).collect();
    let fingerprints: BTreeSet<String> = all.iter().map(|one| format!("{:?}", one.fingerprint)).collect();
    assert_eq!(fingerprints.len(), all.len());
    let questions: Vec<&str> =
        all.iter().flat_map(|one| one.questions().map(|(_, question)| question.id.as_str())).collect();
    let ids: BTreeSet<&str> = questions.iter().copied().collect();
    assert_eq!(ids.len(), questions.len(), "answers kept for one are never taken for the other's");
}
