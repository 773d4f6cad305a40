//! What is taken along comes back the same, and what comes back changed is refused: links, CSV and exported files.
//!
//! Round trips are tried on 10,000 sheets of both shipped assessments and of random ones; see `properties/draw.rs`.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, missing_docs)]

mod common;
#[path = "properties/draw.rs"]
mod draw;
#[allow(dead_code)]
#[path = "properties/spec.rs"]
mod spec;

use std::sync::LazyLock;

use partner_fit_core::answers::{Answer, Answers};
use partner_fit_core::assessment::{Assessment, QuestionKind};
use partner_fit_core::input::plain_text::{clean_name, shown_name};
use partner_fit_core::report::{Report, report};
use partner_fit_core::sharing::{OpenError, csv, file, link, text};
use partner_fit_core::wording::{Texts, Wording};
use proptest::prelude::*;
use proptest::sample::Index;
use proptest::test_runner::Config;
use serde_json::{Value, json};

use common::{all_answers, built_in, shipped, texts, tree};
use draw::specs;

static SHIPPED_READ: LazyLock<Vec<Assessment>> = LazyLock::new(|| built_in().into_iter().map(shipped).collect());

thread_local! {
    static ENGLISH: Texts = texts("en");
}

/// A number that a question takes, from any.
fn within(kind: &QuestionKind, number: f64) -> Answer {
    match kind {
        QuestionKind::Number(field) => {
            Answer::Number(number.clamp(field.min.unwrap_or(f64::MIN), field.max.unwrap_or(f64::MAX)))
        }
        QuestionKind::Choice(options) => Answer::Option(options[0].id.clone()),
    }
}

/// Any sheet of answers to `assessment`: `draws` decides on each question.
fn sheet(assessment: &Assessment, draws: &[(Index, f64)]) -> Answers {
    let mut answers = Answers::default();
    for ((_, question), (index, number)) in assessment.questions().zip(draws.iter().cycle()) {
        let mut possible = vec![None];
        possible.extend(question.unsure.then_some(Some(Answer::Unsure)));
        possible.extend(question.not_applicable.then_some(Some(Answer::NotApplicable)));
        match &question.kind {
            QuestionKind::Choice(options) => {
                possible.extend(options.iter().map(|o| Some(Answer::Option(o.id.clone()))))
            }
            QuestionKind::Number(_) => {
                possible.extend([2.0, 1e3, 1.0].map(|to| Some(within(&question.kind, number * to))))
            }
        }
        if let Some(answer) = index.get(&possible) {
            answers.set(&question.id, answer.clone());
        }
    }
    answers
}

/// Numbers as people type them, and any others.
fn numbers() -> impl Strategy<Value = f64> {
    prop_oneof![
        (0..100_000_i32).prop_map(|cents| f64::from(cents) / 100.0),
        any::<f64>().prop_filter("answers are finite", |number| number.is_finite()),
    ]
}

fn draws() -> impl Strategy<Value = Vec<(Index, f64)>> {
    prop::collection::vec((any::<Index>(), numbers()), 20)
}

/// The Report of a JSON export, as it is read from a file again.
fn opened(report: &Report, assessment: &Assessment) -> Answers {
    let json = serde_json::to_string_pretty(report).unwrap();
    file::read(&serde_json::from_str(&json).unwrap(), assessment).unwrap()
}

/// The answers in a CSV, by a parser that is not ours; every row has the columns of the first.
fn parsed(table: &str, assessment: &Assessment) -> Answers {
    let mut reader = ::csv::ReaderBuilder::new().terminator(::csv::Terminator::CRLF).from_reader(table.as_bytes());
    let columns = reader.headers().unwrap().clone();
    let place = |name: &str| columns.iter().position(|column| column == name).unwrap();
    let mut given = serde_json::Map::new();
    for row in reader.records() {
        let row = row.unwrap();
        let answer = &row[place("answer")];
        if &row[place("row")] == "answer" && !answer.is_empty() {
            let id = &row[place("question")];
            let number =
                matches!(assessment.question(id).unwrap().kind, QuestionKind::Number(_)).then(|| answer.parse::<f64>());
            given.insert(id.to_owned(), number.and_then(Result::ok).map_or(json!(answer), |number| json!(number)));
        }
    }
    common::answers(&given.into(), assessment)
}

fn comes_back(assessment: &Assessment, answers: &Answers) -> Result<(), TestCaseError> {
    let code = link::encode(assessment, answers);
    prop_assert_eq!(link::decode(assessment, &code), Ok(answers.clone()));
    prop_assert!(link::concerns(assessment, &code));
    is_selector_and_linked_whole(&code)?;
    let report = report(assessment, answers, "en");
    prop_assert_eq!(&opened(&report, assessment), answers);
    let table = ENGLISH.with(|texts| csv::csv(&report, assessment, texts));
    prop_assert_eq!(&parsed(&table, assessment), answers);
    Ok(())
}

/// Pages look up the element that a fragment names, so it must be a selector (a letter first, and nothing that means
/// something in one); what finds addresses in a text leaves out a mark at their end.
fn is_selector_and_linked_whole(code: &str) -> Result<(), TestCaseError> {
    prop_assert!(code.starts_with(|first: char| first.is_ascii_alphabetic()), "{code}");
    prop_assert!(code.ends_with(|last: char| last.is_ascii_alphanumeric()), "{code}");
    prop_assert!(code.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_".contains(&byte)), "{code}");
    Ok(())
}

proptest! {
    #![proptest_config(Config { cases: common::cases(250), failure_persistence: None, ..Config::default() })]

    #[test]
    fn a_sheet_of_a_shipped_assessment_comes_back(draws in draws()) {
        for assessment in SHIPPED_READ.iter() {
            comes_back(assessment, &sheet(assessment, &draws))?;
        }
    }

    #[test]
    fn a_name_comes_back_and_never_hides_anything(draws in draws(), name in ".{0,100}") {
        let answers = sheet(&SHIPPED_READ[0], &draws);
        let code = link::encode_named(&SHIPPED_READ[0], &answers, &name, false);
        let opened = link::open(&SHIPPED_READ[0], &code).unwrap();
        prop_assert_eq!(opened.answers, answers);
        let cleaned = shown_name(&clean_name(&shown_name(&name), link::MAX_NAME));
        prop_assert!(cleaned.chars().count() <= link::MAX_NAME && !cleaned.contains(char::is_control));
        prop_assert_eq!(opened.company, Some(cleaned).filter(|name| !name.is_empty()));
        is_selector_and_linked_whole(&code)?;
    }

    #[test]
    fn anything_can_be_opened_and_is_refused(text in prop_oneof![".{0,60}", "[1P][A-Za-z0-9_-]{10,40}", "[0-9a-zA-Z._%-]{0,60}"]) {
        prop_assert!(link::open(&SHIPPED_READ[0], &text).is_err());
    }
}

proptest! {
    #![proptest_config(Config { cases: common::cases(250), failure_persistence: None, ..Config::default() })]

    #[test]
    fn a_sheet_of_any_assessment_comes_back(spec in specs(false)) {
        let (assessment, answers) = spec.read();
        comes_back(&assessment, &answers)?;
    }

    #[test]
    fn any_bytes_can_be_opened(bytes in prop::collection::vec(any::<u8>(), 0..80), spec in 0..SHIPPED_READ.len()) {
        let text = String::from_utf8_lossy(&bytes);
        prop_assert!(link::open(&SHIPPED_READ[spec], &text).is_err());
        let _ = link::concerns(&SHIPPED_READ[spec], &text); // either will do, as long as it does not panic
    }
}

#[test]
fn a_file_says_everything_that_is_wrong_with_it() {
    let assessment = &SHIPPED_READ[0];
    let good = serde_json::to_value(report(assessment, &all_answers(assessment, 2), "nl")).unwrap();
    let refused = |change: &dyn Fn(&mut Value)| {
        let mut file = good.clone();
        change(&mut file);
        let refused = file::read(&tree(&file), assessment).unwrap_err();
        (refused.error, refused.problems.iter().map(|problem| problem.path.clone()).collect::<Vec<_>>())
    };
    for (found, error, paths) in [
        (refused(&|file| *file = json!([])), OpenError::NotOurs, vec!["assessment"]),
        (
            refused(&|file| file["assessment"]["id"] = json!("company")),
            OpenError::OtherAssessment,
            vec!["assessment.id"],
        ),
        (
            refused(&|file| file["assessment"]["fingerprint"] = json!("0")),
            OpenError::OtherVersion,
            vec!["assessment.fingerprint"],
        ),
        (refused(&|file| file["criteria"] = json!(7)), OpenError::NotOurs, vec!["criteria"]),
        (
            refused(&|file| {
                file["criteria"][0]["questions"][0]["answer"] = json!("nonsense");
                file["criteria"][1]["questions"][0]["id"] = json!("nonsense");
                file["criteria"][1]["questions"][1] = json!(null);
                file["criteria"][2]["questions"][1] = file["criteria"][2]["questions"][0].clone();
                file["criteria"][3]["questions"] = json!({});
            }),
            OpenError::Damaged,
            vec![
                "criteria[0].questions[0].answer",
                "criteria[1].questions[0].id",
                "criteria[1].questions[1].id",
                "criteria[2].questions[1].id",
                "criteria[3].questions",
            ],
        ),
    ] {
        assert_eq!(found, (error, paths.into_iter().map(str::to_owned).collect()));
    }
}

#[test]
fn the_text_says_the_result_in_the_reader_s_language_without_gaps() {
    let languages = common::languages();
    for (assessment, language) in SHIPPED_READ.iter().flat_map(|one| languages.iter().map(move |tag| (one, *tag))) {
        for place in 0..5 {
            let answers = all_answers(assessment, place);
            let report = report(assessment, &answers, language);
            let texts = texts(language);
            let wording = Wording { assessment, texts: &texts, answers: &answers, with_author_weights: None };
            let text = text::text(&wording, &report);
            assert!(text.contains(&report.band.label) && text.contains(&assessment.version), "{text}");
            assert!(report.plan.iter().all(|item| text.contains(&item.title)), "{text}");
            assert!(!text.contains(['{', '\r', '\t']) && !text.contains("\n\n\n") && text.ends_with('\n'), "{text}");
        }
    }
}
