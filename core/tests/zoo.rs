//! The zoo: files of candidates as spreadsheets and people write them, each with the rows and the problems that were
//! expected of it by hand (`tests/zoo/make.py`); and our own tables, which read back to the same answers.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, missing_docs)]

mod common;

use std::collections::BTreeMap;
use std::fs;

use partner_fit_core::answers::Answers;
use partner_fit_core::assessment::Assessment;
use partner_fit_core::input::map::Map;
use partner_fit_core::rank::candidate::Candidate;
use partner_fit_core::rank::read::numbers::Decimals;
use partner_fit_core::rank::read::words::OwnWords;
use partner_fit_core::rank::read::{MAX_PROBLEMS, MAX_ROWS, ReadCandidates, ReadOptions, read_candidates};
use partner_fit_core::rank::sheet::{Cell, Sheet};
use partner_fit_core::rank::template::{table, template};
use partner_fit_core::report::report;
use partner_fit_core::sharing::{csv, link};
use serde_json::{Value, json};

use common::{answers, built_in, read, read_json, root, shipped, texts};

/// The languages' own words, as the locale files have them.
fn words() -> OwnWords {
    let of = |language: &str| read_json(&root().join("static/locales").join(language).with_extension("json"));
    let both = |key: &str| common::languages().iter().map(|tag| of(tag)[key].as_str().unwrap().to_owned()).collect();
    OwnWords { unsure: both("answer.unsure"), not_applicable: both("answer.not-applicable"), candidate: None }
}

fn options() -> ReadOptions {
    ReadOptions { words: words(), ..ReadOptions::default() }
}

fn zoo() -> Assessment {
    read(&read_json(&root().join("tests/zoo/assessment.json"))).unwrap()
}

fn sheets(candidates: &[Candidate]) -> Vec<&Sheet> {
    candidates.iter().map(|candidate| &candidate.sheet).collect()
}

/// What was read, in the form in which it is expected.
fn told(read: &ReadCandidates, assessment: &Assessment) -> Value {
    let row = |candidate: &Candidate| {
        let answers = serde_json::to_value(candidate.sheet.answers(assessment)).unwrap();
        let mut row = json!({ "name": candidate.name, "answers": answers });
        if let Some(id) = &candidate.id {
            row["id"] = json!(id);
        }
        row
    };
    read.candidates.iter().map(row).collect()
}

/// Numbers as floats, so that 12 is 12.0.
fn floats(value: &Value) -> Value {
    match value {
        Value::Number(number) => json!(number.as_f64().unwrap()),
        Value::Array(items) => items.iter().map(floats).collect(),
        Value::Object(entries) => entries.iter().map(|(key, value)| (key.clone(), floats(value))).collect(),
        other => other.clone(),
    }
}

#[test]
fn every_animal_is_read_as_it_was_expected() {
    let assessment = zoo();
    let expected = read_json(&root().join("tests/zoo/expected.json"));
    let mut by_trap: BTreeMap<String, usize> = BTreeMap::new();
    let mut faults = Vec::new();
    for (name, expected) in expected.as_object().unwrap() {
        *by_trap.entry(expected["trap"].as_str().unwrap().to_owned()).or_default() += 1;
        let bytes = fs::read(root().join("tests/zoo/files").join(name)).unwrap();
        let read = read_candidates(&assessment, &bytes, &options());
        let rows = told(&read, &assessment);
        if rows != floats(&expected["rows"]) {
            faults.push(format!("{name}: expected rows {}, got {rows}", expected["rows"]));
        }
        let problems: Vec<String> = read.problems.iter().map(ToString::to_string).collect();
        let wanted = expected["problems"].as_array().unwrap();
        let fits = |problem: &Value, at: usize| {
            let words = problem[1].as_str().unwrap();
            read.problems[at].path == problem[0].as_str().unwrap() && problems[at].contains(words)
        };
        if wanted.len() != problems.len() || !wanted.iter().enumerate().all(|(at, problem)| fits(problem, at)) {
            faults.push(format!("{name}: expected problems {wanted:?}, got {problems:#?}"));
        }
        let notes = expected["notes"].as_array().unwrap();
        let noted = |(note, wanted): (&String, &Value)| note.contains(wanted.as_str().unwrap());
        if notes.len() != read.notes.len() || !read.notes.iter().zip(notes).all(noted) {
            faults.push(format!("{name}: expected notes {notes:?}, got {:?}", read.notes));
        }
        assert_eq!(read.rows, read.candidates.len() + read.unread, "{name}");
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
    assert!(by_trap.len() >= 12 && by_trap.values().all(|count| *count >= 3), "{by_trap:?}");
}

#[test]
fn links_are_read_a_line_each() {
    let assessment = shipped("partner");
    let answers = answers(&json!({ "product-fit": "unsure", "yearly-revenue": 12.5 }), &assessment);
    let bare = link::encode(&assessment, &answers);
    let named = link::encode_named(&assessment, &answers, "Café & Zn", true);
    let other = link::encode(&zoo(), &Answers::default());
    let broken = format!("{}x", &bare[..bare.len() - 1]);
    let text = format!("{bare}\n\nhttps://example.com/fit?x=1#{named}\r\n{other}\n#{broken}\n");
    let read = read_candidates(&assessment, text.as_bytes(), &options());
    let names: Vec<&str> = read.candidates.iter().map(|candidate| candidate.name.as_str()).collect();
    assert_eq!(names, ["Candidate 1", "Café & Zn"]);
    assert!(read.candidates.iter().all(|candidate| candidate.sheet == Sheet::of(&assessment, &answers)));
    let problems: Vec<String> = read.problems.iter().map(ToString::to_string).collect();
    assert_eq!(
        problems,
        [
            "rows[4]: expected answers to this assessment, got those to another",
            "rows[5]: expected answers as they were written, got changed ones",
        ]
    );
    // A row of JSON may hold a link as well.
    let rows = json!([{ "link": named }, { "name": "Own", "link": format!("#{bare}") }, { "link": 5 }, { "link": bare, "answers": {} }]);
    let read = read_candidates(&assessment, rows.to_string().as_bytes(), &options());
    let names: Vec<&str> = read.candidates.iter().map(|candidate| candidate.name.as_str()).collect();
    assert_eq!((names.as_slice(), read.unread), (&["Café & Zn", "Own"][..], 2));
}

#[test]
fn our_own_tables_and_reports_read_back_to_the_same_answers() {
    for name in built_in() {
        let assessment = shipped(name);
        let texts = texts("nl");
        let answers = common::all_answers(&assessment, 1);
        let report = report(&assessment, &answers, "nl");
        let expected = Sheet::of(&assessment, &answers);
        let table = csv::csv(&report, &assessment, &texts);
        let json = serde_json::to_string(&report).unwrap();
        let list = format!("[{json},{json}]");
        for (text, count) in [(format!("\u{feff}{table}"), 1), (json, 1), (list, 2)] {
            let read = read_candidates(&assessment, text.as_bytes(), &options());
            assert!(read.problems.is_empty(), "{:?}", read.problems);
            assert_eq!(sheets(&read.candidates), vec![&expected; count]);
        }
        let foreign = read_candidates(&zoo(), table.as_bytes(), &options());
        assert_eq!(foreign.problems[0].message, "expected answers to this assessment, got those to another");
    }
}

#[test]
fn a_table_of_candidates_reads_back_to_the_same_bits() {
    let assessment = zoo();
    let numbers = [0.0, 1.0 / 3.0, 1.234, 999.125, 1e-7, 12.5, 99_999.999, 4.0];
    let one = |(place, number): (usize, &f64)| Candidate {
        id: (place % 2 == 0).then(|| format!("=id {place}")),
        name: ["Bakker", "=cmd()", "a;b,\"c\"", "+31 20", "-", "@x", "Zoë", "l'été"][place].to_owned(),
        sheet: Sheet(vec![
            [Cell::Option(1), Cell::Unsure, Cell::Empty][place % 3],
            [Cell::NotApplicable, Cell::Option(2)][place % 2],
            Cell::Option(0),
            Cell::Number(*number),
            Cell::Number(-number / 1000.0),
        ]),
        ideal: None,
    };
    let candidates: Vec<Candidate> = numbers.iter().enumerate().map(one).collect();
    for count in 1..=candidates.len() {
        let list = &candidates[candidates.len() - count..];
        let read = read_candidates(&assessment, table(&assessment, list).as_bytes(), &options());
        assert!(read.problems.is_empty() && read.notes.is_empty(), "{:?} {:?}", read.problems, read.notes);
        assert_eq!(read.candidates, list);
    }
}

#[test]
fn the_template_of_every_language_reads_without_a_problem() {
    for assessment in built_in().into_iter().map(shipped).chain([zoo()]) {
        for language in &assessment.languages {
            for (decimals, separator) in [(Decimals::Comma, ';'), (Decimals::Point, ',')] {
                let template = template(&assessment, language, decimals);
                let lines: Vec<&str> = template.lines().collect();
                assert!(lines[0].starts_with(&format!("name{separator}id{separator}")), "{template}");
                assert_eq!((lines.len(), lines[2].replace(separator, "").len()), (3, 0));
                let read = read_candidates(&assessment, template.as_bytes(), &options());
                assert!(read.problems.is_empty() && read.notes.is_empty(), "{:?} {:?}", read.problems, read.notes);
                let [candidate] = read.candidates.as_slice() else { panic!("{:?}", read.candidates) };
                assert!(candidate.sheet.0.iter().all(|cell| *cell != Cell::Empty));
            }
        }
    }
}

#[test]
fn what_somebody_has_chosen_decides() {
    let assessment = zoo();
    let text = b"name;yearly-revenue\nA;1.234\n";
    let by = |sign| {
        let decimals = [("yearly-revenue".to_owned(), sign)].into_iter().collect::<Map<_>>();
        let read = read_candidates(&assessment, text, &ReadOptions { decimals, ..options() });
        read.candidates[0].sheet.0[3]
    };
    assert_eq!((by(Decimals::Point), by(Decimals::Comma)), (Cell::Number(1.234), Cell::Number(1234.0)));
    let tie = b"name,extra;customer-fit\nBakker,x;weak\n";
    let read = read_candidates(&assessment, tie, &ReadOptions { separator: Some(b';'), ..options() });
    assert_eq!(read.candidates[0].sheet.0[0], Cell::Option(0));
    let columns = [("customer-fit".to_owned(), "Fit?".to_owned())].into_iter().collect::<Map<_>>();
    let read = read_candidates(&assessment, b"name,fit?\nA,weak\n", &ReadOptions { columns, ..options() });
    assert_eq!(read.candidates[0].sheet.0[0], Cell::Option(0));
    let words = OwnWords { candidate: Some("Kandidaat {number}".to_owned()), ..words() };
    let read = read_candidates(&assessment, b"customer-fit\nweak\n", &ReadOptions { words, ..options() });
    assert_eq!(read.candidates[0].name, "Kandidaat 1");
}

#[test]
fn limits_are_told() {
    let assessment = zoo();
    let rows = |count: usize| format!("customer-fit\n{}", "weak\n".repeat(count));
    let read = read_candidates(&assessment, rows(MAX_ROWS).as_bytes(), &options());
    assert_eq!((read.candidates.len(), read.problem_count), (MAX_ROWS, 0));
    let read = read_candidates(&assessment, rows(MAX_ROWS + 5).as_bytes(), &options());
    assert_eq!((read.candidates.len(), read.problem_count), (MAX_ROWS, 1));
    assert_eq!(read.problems[0].message, "expected at most 10000 candidates, got more");

    let bad = format!("name,customer-fit\n{}{}", "good,weak\n".repeat(9_000), "bad,wek\n".repeat(MAX_PROBLEMS + 7));
    let read = read_candidates(&assessment, bad.as_bytes(), &options());
    assert_eq!((read.candidates.len(), read.unread), (9_000, MAX_PROBLEMS + 7));
    assert_eq!((read.problems.len(), read.problem_count), (MAX_PROBLEMS, MAX_PROBLEMS + 7));
    let again = read_candidates(&assessment, read.to_mend.replace("wek", "weak").as_bytes(), &options());
    assert_eq!((again.candidates.len(), again.problem_count), (MAX_PROBLEMS + 7, 0));

    let large = vec![b' '; 8 * 1024 * 1024 + 1];
    assert_eq!(read_candidates(&assessment, &large, &options()).problems[0].message, "expected at most 8 MB, got more");
    let wide = format!("name,{}\n", "customer-fit,".repeat(120));
    assert!(read_candidates(&assessment, wide.as_bytes(), &options()).problems[0].message.contains("100 columns"));
}

#[test]
fn no_id_of_a_shipped_option_looks_like_a_date_or_a_number() {
    for assessment in built_in().into_iter().map(shipped) {
        for (_, question) in assessment.questions() {
            let ids = [question.id.clone()].into_iter().chain(match &question.kind {
                partner_fit_core::assessment::QuestionKind::Choice(options) => {
                    options.iter().map(|option| option.id.clone()).collect::<Vec<_>>()
                }
                partner_fit_core::assessment::QuestionKind::Number(_) => Vec::new(),
            });
            for id in ids {
                assert!(!partner_fit_core::rank::read::cells::is_date(&id), "{id}");
                assert!(partner_fit_core::rank::read::numbers::written(&id).is_none(), "{id}");
            }
        }
    }
}
