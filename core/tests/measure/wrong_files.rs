//! Files that measure with something wrong: each a problem where its author wrote it, in the order of the file.

use partner_fit_core::input::problem::Problem;
use partner_fit_core::input::value::Tree;
use partner_fit_core::measure::Programme;
use serde_json::{Value, json};

use crate::common::{broken, root, tree};
use crate::sheets::content_file;

/// A check that measures, its keys in the order of the file.
fn content_tree(name: &str) -> Tree {
    let path = root().join("core/content").join(name).with_extension("json");
    serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap()
}

/// The problems of a shipped file with some places changed, as they are shown.
fn file_with(name: &str, changes: &[(&str, Value)]) -> Vec<String> {
    let mut file = content_tree(name);
    for (pointer, value) in changes {
        broken::set(&mut file, pointer, tree(value));
    }
    let problems = Programme::read(&file, &Default::default()).err().unwrap_or_default();
    problems.iter().map(Problem::to_string).collect()
}

#[test]
fn every_wrong_file_is_refused_where_it_is_wrong() {
    let indicator = "/criteria/2/indicators/0";
    let at = |rest: &str| format!("{indicator}{rest}");
    let cases = [
        (at("/of/sum/0"), json!("chanel-fixed"), "criteria[2].indicators[0].of.sum[0]: expected the id of a figure"),
        (at("/of/by/0"), json!("operational"), "criteria[2].indicators[0].of.by[0]: expected the id of a figure"),
        (
            at("/against/by"),
            json!([]),
            "criteria[2].indicators[0].against.by: expected at least one item, got an empty list",
        ),
        (
            at("/points/1/at"),
            json!(0.1),
            "criteria[2].indicators[0].points[1].at: expected a number above 0.5, the one before it, got 0.1",
        ),
        (
            at("/points/1/value"),
            json!(75),
            "criteria[2].indicators[0].points[1].value: expected a number from 0 to 1, got 75 (did you mean 0.75?)",
        ),
        (
            at("/points/4/value"),
            json!(1),
            "criteria[2].indicators[0].none: expected points that end at the lowest value, where more is worse, got others",
        ),
        (
            at("/label"),
            json!("Cost"),
            "criteria[2].indicators[0].label: expected a text in each language, got \"Cost\"",
        ),
        (at("/weight"), json!(-1), "criteria[2].indicators[0].weight: expected a number from 0 to 1000000, got -1"),
        (
            "/criteria/2/indicators/4/id".to_owned(),
            json!("growth-gap"),
            "criteria[2].indicators[4].id: expected every question id once",
        ),
        (
            at("/as"),
            json!("share"),
            "criteria[2].indicators[0].as: expected \"ratio\" or \"difference\", got \"share\"",
        ),
        (
            at("/none"),
            json!("bad"),
            "criteria[2].indicators[0].none: expected \"unknown\", \"worst\" or \"out\", got \"bad\"",
        ),
        (at("/least"), json!("5"), "criteria[2].indicators[0].least: expected a number from 0 to 1000000, got \"5\""),
        (
            at("/subset"),
            json!(true),
            "criteria[2].indicators[0].of: expected one figure above the line and one below it",
        ),
        (at("/colour"), json!("red"), "criteria[2].indicators[0].colour: expected one of the keys"),
        (
            "/criteria/4/indicators/1/of/by/0".to_owned(),
            json!("partners"),
            "criteria[4].indicators[1].of: expected a check that accepted is at most partners, as \"subset\" says, got none",
        ),
        (
            "/criteria/4/indicators/1/as".to_owned(),
            json!("ratio"),
            "criteria[4].indicators[1].as: expected \"against\" beside it, got nothing",
        ),
        ("/criteria/3/indicators".to_owned(), json!("all"), "criteria[3].indicators: expected a list, got \"all\""),
        (
            "/criteria/0/questions/0/whole".to_owned(),
            json!("yes"),
            "criteria[0].questions[0].whole: expected true or false, got \"yes\"",
        ),
        (
            "/criteria/0/questions/0/period".to_owned(),
            json!("day"),
            "criteria[0].questions[0].period: expected \"12-months\", \"month\" or \"now\", got \"day\"",
        ),
        (
            "/criteria/0/questions/3/whole".to_owned(),
            json!(true),
            "criteria[0].questions[3].whole: expected one of the keys",
        ),
        ("/checks/0/part".to_owned(), json!("direct-keep"), "checks[0].part: expected the id of a figure"),
        (
            "/checks/0/whole".to_owned(),
            json!("direct-kept"),
            "checks[0].whole: expected another figure than the part, got the same",
        ),
        ("/checks/0/whole".to_owned(), json!(5), "checks[0].whole: expected an id"),
        (
            "/gates/0/when/0/figure".to_owned(),
            json!("registred"),
            "gates[0].when[0].figure: expected the id of a figure",
        ),
        (
            "/gates/1/when/0/economics".to_owned(),
            json!("profit"),
            "gates[1].when[0].economics: expected \"contribution\", got \"profit\"",
        ),
        ("/gates/0/cap".to_owned(), json!("stuck"), "gates[0].cap: expected the id of a band"),
        (
            "/advice/verdicts/3/rules/0/when/0/indicator".to_owned(),
            json!("activ-share"),
            "advice.verdicts[3].rules[0].when[0].indicator: expected the id of an indicator",
        ),
        ("/economics/inputs/0/id".to_owned(), json!("value"), "economics.inputs[0].id: expected the name of an input"),
        ("/economics/inputs/1/id".to_owned(), json!("contract-value"), "economics.inputs[1].id: expected every"),
        (
            "/economics/inputs/0/min".to_owned(),
            json!(1e10),
            "economics.inputs[0].max: expected 10000000000 or more, as \"min\" says",
        ),
        (
            "/economics/inputs/13/default".to_owned(),
            json!(20),
            "economics.inputs[13].default: expected a number from 1 to 10, got 20",
        ),
        (
            "/economics/inputs/5/of/sum/0".to_owned(),
            json!("kept"),
            "economics.inputs[5].of.sum[0]: expected the id of a figure",
        ),
        ("/newcomer".to_owned(), json!({ "months": 6, "id": "x" }), "newcomer: expected \"tiers\" beside it, got none"),
    ];
    for (pointer, value, expected) in cases {
        let got = file_with("programme", &[(&pointer, value.clone())]);
        assert!(
            got.iter().any(|problem| problem.starts_with(expected)),
            "{pointer} = {value}: expected {expected}, got {got:#?}"
        );
        let breaks_all_that_names_it = value == json!("all");
        assert!(got.len() <= 3 || breaks_all_that_names_it, "{pointer}: {got:#?}");
    }
}

#[test]
fn wrong_tiers_are_refused() {
    let cases = [
        ("/tiers/0/from", json!(10), "tiers[0].from: expected the first tier to start at 0, got 10"),
        ("/tiers/2/from", json!(40), "tiers[2].from: expected tiers from low to high, got 40 after 50"),
        ("/tiers/1/id", json!("registered"), "tiers[1].id: expected every tier id once, got \"registered\" again"),
        ("/tiers/2/least/revenue", json!(0.2), "tiers[2].least.revenue: expected the id of a criterion"),
        ("/tiers/2/least/relationship", json!(2), "tiers[2].least.relationship: expected a number from 0 to 1, got 2"),
        (
            "/tiers/2/least",
            json!(0.25),
            "tiers[2].least: expected an object of numbers from 0 to 1 by criterion, got 0.25",
        ),
        ("/tiers/3/needs/0/figure", json!("certificates"), "tiers[3].needs[0].figure: expected the id of a figure"),
        ("/tiers/3/needs/0/is", json!(["two"]), "tiers[3].needs[0]: expected exactly one of is, below and atLeast"),
        ("/tiers/1/rewards/0", json!("gold-watch"), "tiers[1].rewards[0]: expected the id of a reward"),
        ("/newcomer/id", json!("bronze"), "newcomer.id: expected the id of a tier"),
        ("/grace", json!(2), "grace: expected 0 or 1, got 2"),
        ("/step", json!(0), "step: expected a number from 1 to 10, got 0"),
        ("/rewards/0/cost", json!(-5), "rewards[0].cost: expected a number from 0 to 1e12, got -5 (did you mean 5?)"),
        ("/rewards/1/id", json!("event-tickets"), "rewards[1].id: expected every reward id once"),
        ("/messages/1/change/0", json!("higher"), "messages[1].change[0]: expected \"new\", \"up\""),
        ("/messages/0/when/0/figure", json!("begin"), "messages[0].when[0].figure: expected the id of a figure"),
        (
            "/criteria/0/questions/1/options/0/id",
            json!("bronze"),
            "criteria[0].questions[1].options[0].id: expected the id of a tier",
        ),
    ];
    for (pointer, value, expected) in cases {
        let got = file_with("scorecard", &[(pointer, value.clone())]);
        assert!(
            got.iter().any(|problem| problem.starts_with(expected)),
            "{pointer} = {value}: expected {expected}, got {got:#?}"
        );
    }
}

#[test]
fn problems_come_in_the_order_of_the_file() {
    let got = file_with(
        "programme",
        &[
            ("/checks/11", json!({ "part": "nothing", "whole": "partners" })),
            ("/criteria/3/indicators/0/label", json!(5)),
            ("/criteria/2/indicators/0/of/sum/0", json!("nothing")),
            ("/bands/0/from", json!(5)),
        ],
    );
    let paths: Vec<&str> = got.iter().map(|problem| problem.split(": ").next().unwrap()).collect();
    let expected =
        ["bands[0].from", "criteria[2].indicators[0].of.sum[0]", "criteria[3].indicators[0].label", "checks[11].part"];
    assert_eq!(paths, expected);
}

#[test]
fn an_ordinary_reader_still_refuses_what_measures() {
    let file = content_file("scorecard");
    let problems = crate::common::read(&file).unwrap_err();
    assert!(problems.iter().any(|problem| problem.path == "tiers" && problem.message.contains("unknown key")));
    assert!(Programme::is_one(&tree(&file)));
    assert!(!Programme::is_one(&tree(&crate::common::shipped_file("partner"))));
}

#[test]
fn words_of_the_profile_may_be_used_by_what_only_measuring_knows() {
    let profile = json!({ "vendor": { "en": "Acme", "nl": "Acme" } });
    let text = json!({ "en": "Well done, [partner], says {vendor}.", "nl": "Goed gedaan, [partner], zegt {vendor}." });
    let mut file = content_tree("scorecard");
    broken::set(&mut file, "/profile", tree(&profile));
    broken::set(&mut file, "/messages/0/text", tree(&text));
    let own = [("vendor".to_owned(), "Pumps & Co".to_owned())].into_iter().collect();
    let programme = Programme::read(&file, &own).unwrap_or_else(|problems| panic!("{problems:#?}"));
    assert_eq!(programme.messages[0].text.get("nl"), "Goed gedaan, [partner], zegt Pumps & Co.");
    let unused = file_with("scorecard", &[("/profile", profile)]);
    assert_eq!(unused, ["profile.vendor: expected a text that uses {vendor}, got none"]);
}

#[test]
fn what_is_no_criterion_is_said_to_be_none() {
    let got = file_with("scorecard", &[("/criteria/0", json!(5))]);
    assert!(got.contains(&"criteria[0]: expected an object, got 5".to_owned()), "{got:#?}");
}
