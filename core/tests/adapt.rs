//! An assessment adapted to one page: whatever is left out or weighed anew, the checker finds nothing wrong with what
//! is left, what cannot be done is said by its path, and nothing but what rests on it goes with a question.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, missing_docs)]

mod common;

use std::fs;

use common::built_in;
use partner_fit_core::assessment::Assessment;
use partner_fit_core::assessment::file::adapt::adapt;
use partner_fit_core::input::value::Tree;

fn file(name: &str) -> Tree {
    let path = format!("{}/../static/assessments/{name}.json", env!("CARGO_MANIFEST_DIR"));
    serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap()
}

fn tree(json: &str) -> Tree {
    serde_json::from_str(json).unwrap()
}

fn ids<'t>(items: impl IntoIterator<Item = &'t Tree>) -> Vec<&'t str> {
    items.into_iter().map(|item| item.text("id").unwrap()).collect()
}

fn questions(file: &Tree) -> Vec<&str> {
    ids(file.list("criteria").iter().flat_map(|criterion| criterion.list("questions")))
}

fn without(left_out: &[&str]) -> Tree {
    let items = left_out.iter().map(|&id| Tree::Text(id.to_owned())).collect();
    Tree::Object(vec![("without".to_owned(), Tree::List(items))])
}

fn weights<'a>(wanted: impl IntoIterator<Item = (&'a str, f64)>) -> Tree {
    let entries = wanted.into_iter().map(|(id, weight)| (id.to_owned(), Tree::Number(weight))).collect();
    Tree::Object(vec![("weights".to_owned(), Tree::Object(entries))])
}

#[test]
fn nothing_changes_where_nothing_is_wished() {
    for name in built_in() {
        let file = file(name);
        for wishes in [Tree::Null, tree("{}"), tree(r#"{ "weights": {}, "without": [] }"#)] {
            assert_eq!(adapt(&file, &wishes).unwrap(), file, "{name}");
        }
    }
}

#[test]
fn what_is_left_stays_good_whatever_goes() {
    for name in built_in() {
        let file = file(name);
        let asked = questions(&file);
        let scored = || file.list("criteria").iter().filter(|one| one.number("weight").unwrap() > 0.0);
        let mut wishes: Vec<Tree> = asked.iter().map(|id| without(&[id])).collect();
        wishes.extend(file.list("criteria").iter().map(|criterion| without(&ids(criterion.list("questions")))));
        for (place, one) in asked.iter().enumerate() {
            wishes.extend(asked.iter().skip(place + 1).map(|other| without(&[one, other])));
        }
        for weight in [0.0, 0.5, 1e6] {
            wishes.extend(scored().map(|criterion| weights([(criterion.text("id").unwrap(), weight)])));
        }
        let mut good = 0;
        for wish in &wishes {
            let adapted = match adapt(&file, wish) {
                Ok(adapted) => adapted,
                Err(problems) => {
                    assert!(problems[0].message.contains("got nothing"), "{name} {wish:?}: {problems:?}");
                    continue;
                }
            };
            let read = Assessment::read(&adapted, &Default::default());
            assert_eq!(read.err(), None, "{name} {wish:?}");
            let left: Vec<&str> = asked
                .iter()
                .filter(|id| !wish.list("without").contains(&Tree::Text((**id).to_owned())))
                .copied()
                .collect();
            assert_eq!(questions(&adapted), left, "{name}");
            good += 1;
        }
        assert!(good > 100, "only {good} of {name}");
    }
}

#[test]
fn what_rests_on_a_question_goes_with_it_and_nothing_else() {
    let file = file("partner");
    let gone = ["contract-bar", "customer-overlap", "customer-contact"];
    let wishes = r#"{ "without": ["contract-bar", "customer-overlap", "customer-contact"],
        "weights": { "revenue": 0, "location": 30 } }"#;
    let adapted = adapt(&file, &tree(wishes)).unwrap();
    let text = format!("{adapted:?}");
    for id in gone.into_iter().chain(["{customers}"]) {
        assert!(!text.contains(id), "{id}");
    }
    let criterion = |id: &str| adapted.list("criteria").iter().find(|one| one.text("id") == Some(id)).unwrap();
    assert_eq!(criterion("location").number("weight"), Some(30.0));
    assert_eq!((criterion("revenue").number("weight"), criterion("revenue").get("floor")), (Some(0.0), None));
    assert!(!text.contains(r#"("criterion", Text("revenue"))"#));
    let stay = |gate: &&Tree| !gone.iter().any(|id| format!("{gate:?}").contains(id));
    assert_eq!(ids(adapted.list("gates")), ids(file.list("gates").iter().filter(stay)));
    let advice = adapted.get("advice").unwrap();
    for key in ["verdicts", "models", "plan", "drawbacks"] {
        assert!(!advice.list(key).is_empty(), "{key}");
    }
    // What has always to be done is still done.
    let talk = advice.list("plan").iter().find(|item| item.text("id") == Some("prepare-talk")).unwrap();
    assert_eq!(talk.get("rules"), Some(&tree(r#"[{ "keeps": true }]"#)));
    assert_eq!(adapted.number("minutes"), Some(4.0));
}

#[test]
fn what_cannot_be_done_is_said_by_its_path() {
    let file = file("partner");
    let all = without(&questions(&file));
    let none = weights(ids(file.list("criteria")).into_iter().map(|id| (id, 0.0)));
    let cases = [
        (tree(r#"{ "weights": { "nothing": 1 } }"#), vec![("weights.nothing", "got \"nothing\"")]),
        (
            tree(r#"{ "weights": { "location": -1 } }"#),
            vec![("weights.location", "a number from 0 to 1000000, got -1")],
        ),
        (weights([("location", f64::NAN)]), vec![("weights.location", "got NaN")]),
        (tree(r#"{ "weights": { "location": "3" } }"#), vec![("weights.location", "got \"3\"")]),
        (
            tree(r#"{ "weights": { "commitment": 3 } }"#),
            vec![("weights.commitment", "expected 0, as its answers have no values, got 3")],
        ),
        (tree(r#"{ "weights": [1] }"#), vec![("weights", "got a list")]),
        (
            tree(r#"{ "without": ["location", null], "weights": { "x": 1 } }"#),
            vec![("without[0]", "got \"location\""), ("without[1]", "got null"), ("weights.x", "got \"x\"")],
        ),
        (tree(r#"{ "without": "location" }"#), vec![("without", "a list of ids of questions, got \"location\"")]),
        (tree(r#"{ "only": [] }"#), vec![("only", "one of the keys weights, without, got an unknown key")]),
        (tree("3"), vec![("", "expected an object with weights and without, got 3")]),
        (all, vec![("without", "expected something that counts to be left, got nothing")]),
        (none, vec![("weights", "expected something that counts to be left, got nothing")]),
    ];
    for (wishes, expected) in cases {
        let problems = adapt(&file, &wishes).unwrap_err();
        assert_eq!(problems.len(), expected.len(), "{problems:?}");
        for (problem, (path, part)) in problems.iter().zip(expected) {
            assert_eq!(problem.path, path);
            assert!(problem.message.contains(part), "{part:?} in {problem}");
        }
    }
    for other in ["null", "3", "{}", r#"{ "criteria": "x" }"#] {
        assert_eq!(adapt(&tree(other), &Tree::Null).unwrap_err()[0].path, "criteria", "{other}");
    }
}
