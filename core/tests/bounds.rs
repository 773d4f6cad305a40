//! Bounds on what is made of an input, not only on what comes in: texts once their placeholders are filled in, problems,
//! and the hints that are looked for.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, missing_docs)]

mod common;

use common::broken::{base, set};
use common::{answers, languages, read, shipped, shipped_file, texts, tree};
use partner_fit_core::answers::Answers;
use partner_fit_core::assessment::Assessment;
use partner_fit_core::assessment::file::adapt::adapt;
use partner_fit_core::assessment::file::profile::own_profile;
use partner_fit_core::input::problem::{MAX_HINTS, MAX_PROBLEMS, Problem};
use partner_fit_core::input::value::Tree;
use partner_fit_core::report::report;
use partner_fit_core::sharing::file;
use serde_json::{Map, Value, json};

fn shown(problems: &[Problem]) -> Vec<String> {
    problems.iter().map(ToString::to_string).collect()
}

fn in_both(words: &str) -> Tree {
    tree(&json!({ "en": words, "nl": words }))
}

fn bounded(problems: &[Problem]) {
    assert!((1..=MAX_PROBLEMS).contains(&problems.len()), "{} problems", problems.len());
    let hints = problems.iter().filter(|problem| problem.hint.is_some()).count();
    assert!(hints <= MAX_HINTS, "{hints} hints");
}

#[test]
fn a_text_that_unfolds_is_a_problem_of_its_own() {
    let with = |times: usize, word: usize| {
        let mut file = base();
        set(&mut file, "/profile/vendor", in_both(&"é".repeat(word)));
        set(&mut file, "/criteria/0/why", in_both(&"{vendor}".repeat(times)));
        Assessment::read(&file, &Default::default()).map_err(|problems| shown(&problems))
    };
    let made = with(4, 1_000).unwrap();
    assert_eq!(made.criteria[0].why.as_ref().unwrap().get("en").chars().count(), 4_000);
    let too_long = "expected at most 4000 characters with its placeholders filled in, got more";
    let expected = || languages().into_iter().map(|language| format!("criteria[0].why.{language}: {too_long}"));
    assert!(expected().eq(with(5, 900).unwrap_err()));
    assert!(expected().eq(with(250, 2_000).unwrap_err()));
}

#[test]
fn a_file_that_unfolds_is_a_problem_of_its_own() {
    // Every text stays within its own bound, and all of them come to more than a megabyte.
    let mut file = shipped_file("partner");
    file["profile"]["a"] = json!({ "en": "é".repeat(1_900), "nl": "é".repeat(1_900) });
    let option =
        |id: usize| json!({ "id": format!("o{id}"), "label": { "en": "{a}{a}", "nl": "{a}{a}" }, "value": 0.5 });
    let mut questions = Vec::new();
    for id in 0..5 {
        let options: Vec<Value> = (0..20).map(option).collect();
        let text = json!({ "en": "Q?", "nl": "V?" });
        questions.push(json!({ "id": format!("more-{id}"), "text": text, "kind": "choice", "options": options }));
    }
    let title = json!({ "en": "More", "nl": "Meer" });
    let more = json!({ "id": "more", "title": title, "weight": 1, "questions": questions });
    file["criteria"].as_array_mut().unwrap().push(more);
    let problems = read(&file).unwrap_err();
    assert_eq!(shown(&problems), ["expected a file of at most 1024 KB with its placeholders filled in, got more"]);
}

#[test]
fn what_a_page_puts_into_the_placeholders_is_bounded_as_well() {
    let mut file = base();
    set(&mut file, "/criteria/0/why", in_both(&"{vendor}".repeat(3)));
    let own = |length: usize| {
        let given = tree(&json!({ "vendor": "x".repeat(length) }));
        own_profile(&file, &given).map_err(|problems| shown(&problems))
    };
    assert!(own(1_300).is_ok());
    let too_long = "expected at most 4000 characters with its placeholders filled in, got more";
    let expected = languages().into_iter().map(|language| format!("profile: {too_long} (criteria[0].why.{language})"));
    assert!(expected.eq(own(1_400).unwrap_err()));
}

#[test]
fn an_input_never_gets_more_problems_than_are_kept() {
    let assessment = shipped("partner");
    let names = |count: usize| (0..count).map(|number| format!("unknown-name-{number}"));
    let texts_of = |count: usize| names(count).map(|name| (name, Value::from("x"))).collect::<Map<_, _>>();
    let many = tree(&Value::Object(texts_of(20_000)));
    bounded(&Answers::read(&many, &assessment).unwrap_err());
    bounded(&texts("en").with(&many).map(|_| ()).unwrap_err());
    bounded(&own_profile(&tree(&shipped_file("partner")), &many).unwrap_err());
    let wishes = [json!({ "weights": texts_of(10_000) }), json!({ "without": names(10_000).collect::<Vec<_>>() })];
    for wishes in wishes {
        bounded(&adapt(&tree(&shipped_file("partner")), &tree(&wishes)).unwrap_err());
    }
    let saved = report(&assessment, &answers(&json!({}), &assessment), "en");
    let mut saved = serde_json::to_value(saved).unwrap();
    saved["criteria"][0]["questions"] = names(5_000).map(|id| json!({ "id": id, "answer": null })).collect();
    bounded(&file::read(&tree(&saved), &assessment).unwrap_err().problems);
}

#[test]
fn a_file_full_of_unknown_names_is_read_in_time_that_grows_with_it() {
    // Each of these made the checker compare everything with everything.
    let long = |number: usize| format!("{}-{number:05}", "n".repeat(58));
    let conditions = |from: usize| (from..from + 400).map(|n| json!({ "question": long(n), "is": ["yes"] }));
    let reason = json!({ "en": "Why", "nl": "Waarom" });
    let gate = |n: usize| json!({ "id": format!("g{n}"), "when": conditions(400 * n).collect::<Vec<_>>(), "cap": "low", "reason": reason });
    let rule = |n: usize| json!({ "when": [{ "question": "sites", "below": 1 + n }], "reason": reason, "points": 1 });
    let text = json!({ "en": "T", "nl": "T" });
    let question = |n: usize| json!({ "id": format!("q{n}"), "text": text, "kind": "number" });
    for (pointer, value) in [
        ("/gates", (0..10).map(gate).collect::<Value>()),
        (
            "/advice",
            json!({ "models": [{ "id": "m", "label": text, "about": text, "rules": (0..500).map(rule).collect::<Value>() }] }),
        ),
        ("/criteria/2/questions", (0..5_000).map(question).collect()),
        ("/criteria/0/questions/0/more", (0..5_000).map(|n| (long(n), Value::Null)).collect::<Map<_, _>>().into()),
    ] {
        let mut file = base();
        set(&mut file, pointer, tree(&value));
        if let Err(problems) = Assessment::read(&file, &Default::default()) {
            bounded(&problems);
        }
    }
}

#[test]
fn more_questions_than_a_file_may_ask_are_said_once() {
    let text = json!({ "en": "T", "nl": "T" });
    let question = |n: usize| json!({ "id": format!("q{n}"), "text": text, "kind": "number" });
    let mut file = base();
    set(&mut file, "/criteria/2/questions", tree(&(0..300).map(question).collect::<Value>()));
    let problems = Assessment::read(&file, &Default::default()).unwrap_err();
    let about = problems.iter().filter(|problem| problem.message.contains("questions")).count();
    assert_eq!((problems[0].path.as_str(), about), ("criteria", 1), "{:?}", shown(&problems));
    let adapted = adapt(&file, &tree(&json!({ "without": ["q299"] }))).unwrap_err();
    assert_eq!(shown(&adapted), ["criteria: expected at most 100 questions, got \"303 in 3 criteria\""]);
}
