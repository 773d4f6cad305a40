//! Broken input: the exact problems of each broken file, with their places, words and hints, in the file's order.
//!
//! The cases are data, in `core/tests/problems/*.json`, each a patch on the one small valid file. Here are only those that
//! JSON cannot hold or that are too large to write down.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, missing_docs)]

mod common;

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use common::broken::{base, base_with_advice, cases, set};
use common::tree;
use partner_fit_core::assessment::Assessment;
use partner_fit_core::assessment::file::profile::own_profile;
use partner_fit_core::input::problem::Problem;
use partner_fit_core::input::value::{MAX_BYTES, Tree};
use serde_json::{Value, json};

/// The problems of a file.
fn problems(file: &Tree) -> Vec<Problem> {
    Assessment::read(file, &Default::default()).err().unwrap_or_default()
}

/// The problems of the base file with `value` at `pointer`, each as it is shown: path, message, hint.
fn shown(pointer: &str, value: Tree) -> Vec<String> {
    let mut file = base();
    set(&mut file, pointer, value);
    problems(&file).iter().map(Problem::to_string).collect()
}

#[test]
fn the_base_file_has_no_problem() {
    assert_eq!(problems(&base()), []);
    assert_eq!(problems(&base_with_advice()), []);
}

#[test]
fn every_broken_file_has_exactly_its_problems() {
    let cases = cases();
    assert!(cases.len() >= 100, "only {} cases are left", cases.len());
    for (file, case) in &cases {
        let got = serde_json::to_value(problems(&case.file())).unwrap();
        assert!(!case.problems.is_empty(), "{file}: {}: no problem is expected", case.name);
        assert_eq!(got, Value::Array(case.problems.clone()), "{file}: {}", case.name);
    }
}

#[test]
fn no_two_cases_are_the_same() {
    let cases = cases();
    let names: BTreeSet<_> = cases.iter().map(|(file, case)| (file, &case.name)).collect();
    let files: BTreeSet<_> = cases.iter().map(|(_, case)| format!("{:?}", case.file())).collect();
    assert_eq!((names.len(), files.len()), (cases.len(), cases.len()));
}

#[test]
fn every_message_of_the_checker_is_expected_somewhere() {
    let mut sources = Vec::new();
    rust_files(&common::root().join("core/src/assessment/file"), &mut sources);
    for shared in ["address", "plain_text"] {
        sources.push(fs::read_to_string(common::root().join(format!("core/src/input/{shared}.rs"))).unwrap());
    }
    let cases = cases();
    let expected: Vec<String> = cases
        .iter()
        .flat_map(|(_, case)| &case.problems)
        .map(|problem| problem["message"].as_str().unwrap().to_owned())
        .chain(limits().into_iter().flat_map(|(file, _)| problems(&file)).map(|problem| problem.message))
        .chain(["expected an object of words by placeholder, got 7".to_owned(), "expected a text, got null".to_owned()])
        .chain(own_profiles().into_iter().map(|(_, _, shown)| shown.split_once(": ").unwrap().1.to_owned()))
        .collect();
    let mut templates = 0;
    for source in sources {
        for (start, _) in source.match_indices("\"expected ") {
            let literal = literal(&source[start + 1..]);
            let parts = fixed_parts(&literal);
            templates += 1;
            assert!(expected.iter().any(|message| fits(message, &parts)), "no case expects: {literal}");
        }
    }
    assert!(templates > 30, "only {templates} messages were found in the source");
}

/// The texts of the Rust files in a folder and those inside it.
fn rust_files(folder: &Path, texts: &mut Vec<String>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.to_string_lossy().contains("adapt") {
            continue; // whose messages are expected in `adapt.rs`
        }
        if path.is_dir() {
            rust_files(&path, texts);
        } else {
            texts.push(fs::read_to_string(path).unwrap());
        }
    }
}

/// The string literal that `source` starts inside of.
fn literal(source: &str) -> String {
    let mut literal = String::new();
    let mut chars = source.chars();
    while let Some(c) = chars.next().filter(|c| *c != '"') {
        literal.push(if c == '\\' { chars.next().unwrap() } else { c });
    }
    literal
}

/// What stands between the `{}` of a format string.
fn fixed_parts(format: &str) -> Vec<String> {
    let plain = format.replace("{{", "\u{1}").replace("}}", "\u{2}");
    let parts = plain.split('{').enumerate().map(|(index, part)| match part.split_once('}') {
        Some((_, fixed)) if index > 0 => fixed,
        _ => part,
    });
    parts.map(|part| part.replace('\u{1}', "{").replace('\u{2}', "}")).collect()
}

/// Whether `message` starts with the first of `parts` and holds the others behind it, in order.
fn fits(message: &str, parts: &[String]) -> bool {
    message.starts_with(&parts[0])
        && parts.iter().try_fold(message, |rest, part| rest.split_once(part.as_str()).map(|(_, rest)| rest)).is_some()
}

/// Files beyond a limit, with their problems as shown.
fn limits() -> Vec<(Tree, Vec<String>)> {
    let with = |pointer: &str, value: Tree| {
        let mut file = base();
        set(&mut file, pointer, value);
        file
    };
    let questions = |count: usize| {
        let question = |index| {
            json!({
                "id": format!("q{index}"), "text": { "en": "How many?", "nl": "Hoeveel?" }, "kind": "number",
                "points": [{ "at": 0, "value": 0 }, { "at": 1, "value": 1 }],
            })
        };
        // The base file has four questions, of which this list replaces one.
        tree(&(0..count - 3).map(question).collect())
    };
    let options = |count| {
        let option = |index| json!({ "id": format!("o{index}"), "label": { "en": "O", "nl": "O" } });
        tree(&(0..count).map(option).collect())
    };
    let conditions = |count| tree(&vec![json!({ "question": "overlap", "is": ["none"] }); count].into());
    let profile = |count| {
        let names = ["vendor".to_owned()].into_iter().chain((0..count - 1).map(|index| format!("p{index}")));
        let text = json!({ "en": "the vendor", "nl": "de leverancier" });
        Tree::Object(names.map(|name| (name, tree(&text))).collect())
    };
    let deep = (0..20).fold(Tree::TooDeep, |inside, _| Tree::List(vec![inside]));
    let one_mb: Tree = serde_json::from_str(&format!("\"{}\"", "x".repeat(1_000_000))).unwrap();
    let both = |words: &str| tree(&json!({ "en": words, "nl": words }));
    let unfolding = |pointer: &str, value: Tree| {
        let mut file = with("/profile/vendor", both(&"x".repeat(1_999)));
        set(&mut file, pointer, value);
        file
    };
    let terms = |count| {
        let term = |index| json!({ "id": format!("t{index}"), "term": { "en": "T", "nl": "T" }, "meaning": { "en": "{vendor}{vendor}", "nl": "{vendor}{vendor}" } });
        tree(&(0..count).map(term).collect())
    };
    vec![
        (unfolding("/criteria/0/why", both("{vendor}, {vendor}")), vec![]),
        (unfolding("/criteria/0/why", both("{vendor} and {vendor}")), {
            let text = |language| {
                format!("criteria[0].why.{language}: expected at most 4000 characters with its placeholders filled in, got more")
            };
            common::languages().into_iter().map(text).collect()
        }),
        (unfolding("/glossary", terms(120)), vec![]),
        (unfolding("/glossary", terms(140)), vec![
            "expected a file of at most 1024 KB with its placeholders filled in, got more".into(),
        ]),
        (with("/criteria/1/questions", questions(100)), vec![]),
        (with("/criteria/1/questions", questions(101)), vec!["criteria: expected at most 100 questions, got 101".into()]),
        (with("/criteria/2/questions/0/options", options(20)), vec![
            "gates[1].when[1].is[0]: expected an answer to \"owner-named\" (o0, o1, o2, o3, o4, o5, o6, o7, o8, o9, o10, \
             o11, o12, o13, o14, o15, o16, o17, o18, o19), got \"nobody\""
                .into(),
        ]),
        (with("/criteria/0/questions/0/options", options(21)), {
            let mut expected = vec!["criteria[0].questions[0].options: expected 2 to 20 options, got 21".to_owned()];
            let value = |index| {
                format!("criteria[0].questions[0].options[{index}].value: expected a number from 0 to 1, got nothing")
            };
            expected.extend((0..21).map(value));
            let names: Vec<_> = (0..21).map(|index| format!("o{index}")).collect();
            let names = names.join(", ");
            expected.push(format!(
                "gates[0].when[0].is[0]: expected an answer to \"overlap\" ({names}, unsure, n/a), got \"none\""
            ));
            expected
        }),
        (with("/title/en", one_mb), vec![
            "expected a file of at most 512 KB, got a larger one".into(),
            "title.en: expected a text, got too much data".into(),
        ]),
        (with("/intro", deep), vec![
            "expected nesting of at most 16 levels, got more".into(),
            "intro: expected a text in each language, got a list".into(),
        ]),
        (with("/criteria/0/weight", Tree::Number(f64::NAN)), vec![
            "criteria[0].weight: expected a number from 0 to 1000000, got NaN".into(),
        ]),
        (with("/bands/1/from", Tree::Number(f64::INFINITY)), vec![
            "bands[1].from: expected a number from 0 to 100, got inf".into(),
        ]),
        (with("/gates/0/when", conditions(500)), vec![]),
        (with("/gates/0/when", conditions(501)), vec!["gates[0].when: expected at most 500 items, got 501".into()]),
        (with("/profile", profile(33)), {
            let unused = |index| format!("profile.p{index}: expected a text that uses {{p{index}}}, got none");
            let too_many = "profile: expected at most 32 values, got 33".to_owned();
            [too_many].into_iter().chain((0..31).map(unused)).collect()
        }),
        (Tree::List(vec![]), vec!["expected an object, got a list".into()]),
        (Tree::Null, vec!["expected an object, got null".into()]),
    ]
}

#[test]
fn a_limit_is_said_and_what_lies_within_it_is_fine() {
    for (file, expected) in limits() {
        let shown: Vec<_> = problems(&file).iter().map(Problem::to_string).collect();
        assert_eq!(shown, expected);
    }
}

#[test]
fn json_of_1_mb_or_40_levels_is_read_and_refused() {
    let large = format!("{{\"id\":\"a\",\"title\":{{\"en\":\"{}\"}}}}", "x".repeat(MAX_BYTES));
    let deep = format!("{{\"id\":\"a\",\"title\":{}{}}}", "[".repeat(40), "]".repeat(40));
    for (json, expected) in [(large, "at most 512 KB"), (deep, "at most 16 levels")] {
        let first = &problems(&serde_json::from_str(&json).unwrap())[0];
        assert!(first.path.is_empty() && first.message.contains(expected), "{first}");
    }
}

#[test]
fn a_key_given_twice_counts_as_in_javascript() {
    let twice: Tree = serde_json::from_str(r#"{"en":"Reach","nl":"X","nl":"Bereik"}"#).unwrap();
    assert_eq!(shown("/criteria/0/title", twice), Vec::<String>::new());
}

/// Pages' own profiles: a placeholder, its words, and the problem with it.
fn own_profiles() -> [(&'static str, String, &'static str); 4] {
    [
        ("vendor", String::new(), "profile.vendor: expected a text, got an empty one"),
        ("vendor", "a\u{202e}b".to_owned(), "profile.vendor: expected plain text, got the control character U+202E"),
        ("vendor", "x".repeat(2001), "profile.vendor: expected at most 2000 characters, got 2001"),
        (
            "vender",
            "Acme".to_owned(),
            "profile.vender: expected a placeholder of the assessment (vendor), got an unknown one (did you mean \"vendor\"?)",
        ),
    ]
}

#[test]
fn what_a_page_gives_as_its_profile_is_read_with_all_its_problems() {
    let read = |json: &str| own_profile(&base(), &serde_json::from_str(json).unwrap());
    let shown = |json: &str| read(json).unwrap_err().iter().map(Problem::to_string).collect::<Vec<_>>();
    assert_eq!(read(r#"{ "vendor": "Acme" }"#).unwrap().get("vendor").map(String::as_str), Some("Acme"));
    assert!(read("null").unwrap().is_empty());
    assert_eq!(shown("7"), ["profile: expected an object of words by placeholder, got 7"]);
    assert_eq!(
        shown(r#"{ "vendor": " ", "vendr": null }"#),
        ["profile.vendr: expected a text, got null", "profile.vendor: expected a text, got an empty one"]
    );
}

#[test]
fn the_page_s_own_profile_is_checked_and_fills_every_language() {
    let read = |name: &str, words: &str| {
        let profile = [(name.to_owned(), words.to_owned())].into_iter().collect();
        Assessment::read(&base(), &profile)
    };
    let acme = read("vendor", "Acme").unwrap();
    assert_eq!((acme.title.get("en"), acme.title.get("nl")), ("Do you fit Acme?", "Past u bij Acme?"));
    for (name, words, expected) in own_profiles() {
        let shown: Vec<_> = read(name, &words).unwrap_err().iter().map(Problem::to_string).collect();
        assert_eq!(shown, [expected]);
    }
    let itself = read("vendor", "{vendor}").unwrap();
    assert_eq!(itself.title.get("en"), "Do you fit {vendor}?", "a value is not filled in again");
}
