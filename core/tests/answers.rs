//! Reading answers: what fits is kept as it is, what does not is a problem each, and nothing is silently dropped.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, missing_docs)]

mod common;

use common::broken::{base, remove};
use common::{answers, tree};
use partner_fit_core::answers::Answers;
use partner_fit_core::assessment::Assessment;
use partner_fit_core::input::value::Tree;
use serde_json::json;

/// The problems of answers to the base file, or to `assessment`, as they are shown.
fn shown(given: &Tree, assessment: &Assessment) -> Vec<String> {
    Answers::read(given, assessment).unwrap_err().iter().map(ToString::to_string).collect()
}

/// The answer `value` to the question `id`.
fn one(id: &str, value: Tree) -> Tree {
    Tree::Object(vec![(id.to_owned(), value)])
}

#[test]
fn what_is_no_object_is_refused() {
    let assessment = Assessment::read(&base(), &Default::default()).unwrap();
    for (given, got) in [
        (tree(&json!([])), "a list"),
        (Tree::Null, "null"),
        (tree(&json!("all")), "\"all\""),
        (Tree::TooLarge, "too much data"),
    ] {
        let expected = format!("expected an object of answers by question id, got {got}");
        assert_eq!(shown(&given, &assessment), [expected]);
    }
}

#[test]
fn an_unknown_question_is_refused() {
    let assessment = Assessment::read(&base(), &Default::default()).unwrap();
    for (id, hint) in [("overlp", " (did you mean \"overlap\"?)"), ("__proto__", ""), ("", "")] {
        let problem = &Answers::read(&one(id, Tree::Null), &assessment).unwrap_err()[0];
        assert_eq!(problem.path, id);
        assert!(problem.to_string().ends_with(&format!("expected the id of a question, got an unknown one{hint}")));
    }
}

#[test]
fn an_answer_that_does_not_fit_is_refused() {
    let assessment = Assessment::read(&base(), &Default::default()).unwrap();
    let text = |words: &str| Tree::Text(words.to_owned());
    let overlap = "expected one of none, some, most, unsure, n/a, got";
    let sites = "expected a number or one of unsure, got";
    for (id, value, expected) in [
        ("overlap", text("mos"), format!("{overlap} \"mos\" (did you mean \"most\"?)")),
        ("overlap", text("N/A"), format!("{overlap} \"N/A\" (did you mean \"n/a\"?)")),
        ("overlap", Tree::Number(1.0), format!("{overlap} 1")),
        ("overlap", Tree::Null, format!("{overlap} null")),
        ("overlap", Tree::List(vec![text("none")]), format!("{overlap} a list")),
        ("sites", text("12"), format!("{sites} \"12\" (did you mean 12, without quotation marks?)")),
        ("sites", text("unsur"), format!("{sites} \"unsur\" (did you mean \"unsure\"?)")),
        ("sites", text("n/a"), format!("{sites} \"n/a\"")),
        ("sites", Tree::Bool(true), format!("{sites} true")),
        ("sites", Tree::Number(-1.0), "expected a number from 0 to 100, got -1".to_owned()),
        ("sites", Tree::Number(100.5), "expected a number from 0 to 100, got 100.5".to_owned()),
        ("sites", Tree::Number(f64::NAN), "expected a number from 0 to 100, got NaN".to_owned()),
        ("revenue", text("unsure"), "expected a number, got \"unsure\"".to_owned()),
        ("revenue", Tree::Number(f64::NAN), "expected a finite number, got NaN".to_owned()),
        ("revenue", Tree::Number(f64::NEG_INFINITY), "expected a finite number, got -inf".to_owned()),
        ("owner-named", text("unsure"), "expected one of nobody, named, got \"unsure\"".to_owned()),
        ("owner-named", text("n/a"), "expected one of nobody, named, got \"n/a\"".to_owned()),
    ] {
        assert_eq!(shown(&one(id, value), &assessment), [format!("{id}: {expected}")]);
    }
}

#[test]
fn all_problems_are_said_together() {
    let assessment = Assessment::read(&base(), &Default::default()).unwrap();
    let several = json!({ "overlap": "all", "revenue": "much", "sites": 3, "team": 5 });
    let problems = Answers::read(&tree(&several), &assessment).unwrap_err();
    let paths: Vec<_> = problems.iter().map(|problem| problem.path.as_str()).collect();
    assert_eq!(paths, ["overlap", "revenue", "team"]);
}

#[test]
fn a_number_with_one_bound_says_so() {
    for (bound, number, expected) in [
        ("max", -1.0, "sites: expected a number of 0 or more, got -1"),
        ("min", 101.0, "sites: expected a number of 100 or less, got 101"),
    ] {
        let mut file = base();
        remove(&mut file, &format!("/criteria/0/questions/1/{bound}"));
        let assessment = Assessment::read(&file, &Default::default()).unwrap();
        assert_eq!(shown(&one("sites", Tree::Number(number)), &assessment), [expected]);
    }
}

#[test]
fn answers_that_fit_are_kept_as_they_are() {
    let assessment = Assessment::read(&base(), &Default::default()).unwrap();
    let given = json!({ "overlap": "n/a", "sites": "unsure", "revenue": 0.25, "owner-named": "named" });
    let mut answers = answers(&given, &assessment);
    assert!(answers.complete(&assessment));
    assert_eq!(serde_json::to_value(&answers).unwrap(), given);
    answers.remove("revenue");
    assert!(!answers.complete(&assessment));
}
