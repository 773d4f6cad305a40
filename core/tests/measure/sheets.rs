//! The worked sheets of the specification over the check that ships, and what else decides a score of figures.

use std::sync::LazyLock;

use partner_fit_core::answers::{Answer, Answers};
use partner_fit_core::input::value::Tree;
use partner_fit_core::measure::Programme;
use partner_fit_core::measure::indicator::Note;
use partner_fit_core::sharing::link;
use serde_json::{Value, json};

use crate::common::{read_json, root, tree};
use crate::near;

/// A check that measures, as its author wrote it.
pub fn content_file(name: &str) -> Value {
    read_json(&root().join("core/content").join(name).with_extension("json"))
}

/// Both checks that measure, read once.
static READ: LazyLock<[Programme; 2]> = LazyLock::new(|| {
    ["programme", "scorecard"].map(|name| {
        let read = Programme::read(&tree(&content_file(name)), &Default::default());
        read.unwrap_or_else(|problems| panic!("{name}: {problems:#?}"))
    })
});

/// A check that measures, read.
pub fn content(name: &str) -> Programme {
    READ.iter().find(|programme| programme.asked.id == name).unwrap().clone()
}

/// The figures of the worked case A.
pub fn case_a() -> Value {
    json!({
        "partners": 40, "programme-age": 26,
        "direct-cost": 600_000, "direct-new": 60, "channel-fixed": 150_000, "channel-variable": 40_000,
        "share-paid": 90_000, "partner-new": 35,
        "direct-start": 300, "direct-kept": 264, "direct-grown": 66,
        "partner-start": 50, "partner-kept": 46, "partner-grown": 14,
        "material": 22, "events": 14, "tried": 12, "certified": 8,
        "registered": 120, "decided": 100, "accepted": 78, "lead": 11,
        "revenue-potential": "from-25", "strategic-advantage": "three-four", "operational": "from-25",
        "relationship": "under-25",
    })
}

/// The case A with some entries in place of its own.
pub fn case_a_with(set: &Value) -> Value {
    let mut sheet = case_a();
    sheet.as_object_mut().unwrap().extend(set.as_object().unwrap().clone());
    sheet
}

/// Answers that must be good ones.
pub fn sheet(programme: &Programme, value: &Value) -> Answers {
    programme.read_sheet(&tree(value)).unwrap_or_else(|problems| panic!("{problems:#?}"))
}

fn no_direct_side() -> Value {
    let names = ["direct-cost", "direct-new", "direct-start", "direct-kept", "direct-grown"];
    Value::Object(names.iter().map(|name| ((*name).to_owned(), json!("n/a"))).collect())
}

#[test]
fn case_a_has_the_worked_numbers() {
    let programme = content("programme");
    let answers = sheet(&programme, &case_a());
    let found = programme.measure(&answers);
    assert!((found.score.score.unwrap() - 72.364_347_826_087).abs() < 1e-12, "{:?}", found.score.score);
    let reading = |id: &str| {
        let place = programme.indicators.iter().position(|indicator| indicator.id == id).unwrap();
        &found.readings[place]
    };
    for (id, x, value) in [
        ("cac-ratio", 0.8, 0.75),
        ("retention-gap", 0.04, 0.76),
        ("growth-gap", 0.054_347_826_087, 0.817_391_304_348),
        ("partner-retention", 0.92, 0.90),
        ("material-share", 0.55, 0.84),
        ("event-share", 0.35, 0.60),
        ("certificate-share", 0.30, 0.80),
        ("deals-per-partner", 3.0, 0.666_666_666_667),
        ("accepted-share", 0.78, 0.96),
        ("active-share", 0.275, 0.73),
    ] {
        let found = reading(id);
        assert!(
            (found.x.unwrap() - x).abs() < 1e-12 && (found.value.unwrap() - value).abs() < 1e-12,
            "{id}: {found:?}"
        );
        assert_eq!(found.note, None, "{id}");
    }
    assert!(near(reading("cac-gap").x.unwrap(), -2_000.0));
    let points = |id: &str| {
        let place = programme.scored.criteria.iter().position(|criterion| criterion.id == id).unwrap();
        found.score.criteria[place].points
    };
    let expected = [
        ("profitability", 23.864_347_826_087),
        ("training", 14.933_333_333_333),
        ("success", 23.566_666_666_667),
        ("performance", 10.0),
    ];
    for (id, expected) in expected {
        assert!((points(id) - expected).abs() < 1e-11, "{id}: {}", points(id));
    }
    assert_eq!(found.range, [found.score.score.unwrap(); 2]);
}

#[test]
fn case_b_without_a_direct_side() {
    let programme = content("programme");
    let answers = sheet(&programme, &case_a_with(&no_direct_side()));
    let found = programme.measure(&answers);
    assert!((found.score.score.unwrap() - 75.5).abs() < 1e-12);
    assert!(near(found.score.coverage, 1.0));
}

#[test]
fn case_c_on_few_cases() {
    let programme = content("programme");
    let small = json!({
        "partners": 6, "material": 3, "events": 2, "tried": 2, "certified": 1, "registered": 24, "decided": 4,
        "accepted": 3, "lead": 2,
    });
    let answers = sheet(&programme, &case_a_with(&small));
    let found = programme.measure(&answers);
    let [low, high] = found.range;
    assert!((found.score.score.unwrap() - 73.605_088_566_828).abs() < 1e-11);
    assert!((low - 53.764_744_004_760).abs() < 1e-11 && (high - 81.346_935_735_419).abs() < 1e-11, "{low} {high}");
    assert!(near(found.score.coverage, 1.0));
}

#[test]
fn cases_d_to_f() {
    let programme = content("programme");
    let told = |set: &Value, id: &str| {
        let answers = sheet(&programme, &case_a_with(set));
        let found = programme.measure(&answers);
        let place = programme.indicators.iter().position(|indicator| indicator.id == id).unwrap();
        (found.readings[place].value, found.readings[place].note)
    };
    assert_eq!(told(&json!({ "partner-new": 0 }), "cac-ratio"), (Some(0.0), Some(Note::NoneWon)));
    let nothing = json!({ "decided": 0, "accepted": 0, "registered": 3 });
    assert_eq!(told(&nothing, "accepted-share"), (None, Some(Note::NothingYet)));
    assert_eq!(told(&json!({ "direct-cost": 0 }), "cac-ratio"), (None, Some(Note::NoBase)));
}

#[test]
fn a_scorecard() {
    let programme = content("scorecard");
    let answers = sheet(&programme, &worked_partner());
    let found = programme.measure(&answers);
    assert!((found.score.score.unwrap() - 72.483_333_333_333).abs() < 1e-11);
    let values: Vec<f64> = found.score.criteria.iter().skip(1).map(|criterion| criterion.value.unwrap()).collect();
    let expected = [0.773_333_333_333, 0.666_666_666_667, 0.683_333_333_333, 0.75];
    assert!(values.iter().zip(expected).all(|(a, b)| (a - b).abs() < 1e-12), "{values:?}");
}

/// The worked partner.
pub fn worked_partner() -> Value {
    json!({
        "revenue": 90_000, "revenue-plan": 100_000, "pipeline": 240_000, "new-markets": "new-kind", "start": 20,
        "kept": 18, "trained": 4, "trained-plan": 5, "visits": 9, "visits-plan": 12, "certified": 2,
        "certified-plan": 4, "last-talk": "within-quarter", "plan-dated": "old", "disputes": "none",
    })
}

#[test]
fn nothing_known_says_nothing() {
    for name in ["programme", "scorecard"] {
        let programme = content(name);
        let answers = programme.read_sheet(&Tree::Object(Vec::new())).unwrap();
        let found = programme.measure(&answers);
        assert_eq!((found.score.score, found.range, found.score.coverage), (None, [0.0, 100.0], 0.0), "{name}");
        assert_eq!(found.tier(), None, "{name}");
    }
}

#[test]
fn a_sheet_travels_in_a_link_under_400_characters() {
    let programme = content("programme");
    let more = json!({ "contract-value": 12_000, "margin-direct": 0.75, "share-first": 0.25, "share-renewal": 0.1 });
    for value in [case_a(), case_a_with(&more)] {
        let answers = sheet(&programme, &value);
        let link = link::encode(&programme.entered, &answers);
        assert!(link.len() < 400, "{} characters", link.len());
        assert_eq!(link::decode(&programme.entered, &link), Ok(answers));
    }
    // What a link holds was read figure by figure: whether figures contradict each other is asked once more.
    let mut wrong = sheet(&programme, &case_a());
    wrong.set("lead", Answer::Number(41.5));
    let link = link::encode(&programme.entered, &wrong);
    let told = programme.check_sheet(&link::decode(&programme.entered, &link).unwrap());
    let messages: Vec<&str> = told.iter().map(|problem| problem.message.as_str()).collect();
    assert_eq!(messages, ["expected a whole number, got 41.5", "expected at most 40 (partners), got 41.5"]);
    assert_eq!(programme.check_sheet(&sheet(&programme, &case_a())), []);
}
