//! Answers about a candidate: what speaks of a firm in place of "you", and how every form of a result says so.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, missing_docs)]

mod common;

use partner_fit_core::assessment::text::CANDIDATE;
use partner_fit_core::assessment::{Assessment, QuestionKind, Text};
use partner_fit_core::report::report;
use partner_fit_core::sharing::{csv, link, text};
use partner_fit_core::wording::{Key, Wording};
use serde_json::{Value, json};

use common::{all_answers, built_in, choice, criterion, file, languages, read, shipped, shipped_file, texts};

/// Words that speak to whoever answers, or for them.
const FIRST_AND_SECOND: [&str; 18] = [
    "i", "me", "my", "we", "us", "our", "you", "your", "yours", "ik", "wij", "we", "ons", "onze", "u", "uw", "je",
    "jullie",
];

/// The texts of every question: what is asked, and what can be answered.
fn asked(assessment: &Assessment) -> Vec<(String, &Text)> {
    let mut all = Vec::new();
    for (_, question) in assessment.questions() {
        all.push((question.id.clone(), &question.text));
        all.extend(question.not_applicable_label.as_ref().map(|label| (format!("{} n/a", question.id), label)));
        if let QuestionKind::Choice(options) = &question.kind {
            all.extend(options.iter().map(|option| (format!("{} {}", question.id, option.id), &option.label)));
        }
    }
    all
}

#[test]
fn every_question_of_the_partner_check_speaks_of_the_firm() {
    let partner = shipped("partner");
    for (place, text) in asked(&partner) {
        // Whoever answers says there that they do not know.
        if place == "contract-bar rather-not-say" {
            continue;
        }
        for language in languages() {
            let words = text.get(&format!("{language}{CANDIDATE}"));
            let spoken = words.to_lowercase();
            let mut single = spoken.split(|c: char| !c.is_alphabetic());
            assert!(!single.any(|word| FIRST_AND_SECOND.contains(&word)), "{place}: {words}");
        }
    }
}

#[test]
fn a_form_about_a_candidate_stands_in_every_language_or_in_none() {
    fn check(at: &str, value: &Value) {
        let Value::Object(entries) = value else {
            if let Value::Array(items) = value {
                items.iter().for_each(|item| check(at, item));
            }
            return;
        };
        let forms = languages().iter().filter(|tag| entries.contains_key(&format!("{tag}{CANDIDATE}"))).count();
        assert!(forms == 0 || forms == languages().len(), "{at}: {value}");
        entries.iter().for_each(|(key, value)| check(key, value));
    }
    built_in().into_iter().for_each(|name| check(name, &shipped_file(name)));
}

#[test]
fn a_file_without_such_forms_speaks_as_it_is() {
    let question = choice("q", &[json!(0), json!(1)]);
    let plain = read(&file(vec![criterion("c", &json!(1), vec![question.clone()])], &[0.0, 50.0], Vec::new())).unwrap();
    let said = report(&plain, &all_answers(&plain, 1), &format!("en{CANDIDATE}"));
    assert_eq!((said.criteria[0].label.as_str(), said.language.as_str()), ("Criterion", "en"));
    // A form is for a language of the file; a profile's words are the same in every form.
    let mut other = question;
    other["text"]["fr-x-candidate"] = json!("Question");
    let problems = read(&file(vec![criterion("c", &json!(1), vec![other])], &[0.0, 50.0], Vec::new())).unwrap_err();
    assert_eq!(problems[0].path, "criteria[0].questions[0].text.fr-x-candidate");
}

#[test]
fn a_report_about_a_candidate_says_so_and_has_the_same_numbers() {
    for name in built_in() {
        let assessment = shipped(name);
        let answers = all_answers(&assessment, 2);
        for language in languages() {
            let own = report(&assessment, &answers, language);
            let other = report(&assessment, &answers, &format!("{language}{CANDIDATE}"));
            assert_eq!((own.about, own.self_reported, &*own.language), ("self", true, language));
            assert_eq!((other.about, other.self_reported, &*other.language), ("candidate", false, language));
            assert_eq!((own.score, own.band.id, own.plan.len()), (other.score, other.band.id, other.plan.len()));
            assert_eq!(own.assessment, other.assessment);
        }
    }
}

#[test]
fn text_and_table_say_whom_a_result_is_about() {
    let partner = shipped("partner");
    let answers = all_answers(&partner, 2);
    for language in languages() {
        let texts = texts(language);
        let mut said = Vec::new();
        for candidate in [false, true] {
            texts.set_about_candidate(candidate);
            let report = report(&partner, &answers, texts.language());
            let wording = Wording { assessment: &partner, texts: &texts, answers: &answers, with_author_weights: None };
            let mail = text::text(&wording, &report);
            for key in [Key::CandidateNote, Key::AboutCandidate] {
                assert_eq!(mail.contains(&texts.get(key)), candidate, "{language} {mail}");
            }
            assert_eq!(mail.contains(&texts.get(Key::AboutSelf)), !candidate);
            let table = csv::csv(&report, &partner, &texts);
            let row = format!("result,,,,about,,{},", report.about);
            assert!(table.contains(&row) && table.contains(&format!("selfReported,,{},", !candidate)), "{table}");
            said.push(mail);
        }
        assert_ne!(said[0].lines().next(), said[1].lines().next(), "the title speaks of another firm");
    }
}

#[test]
fn a_link_says_whom_its_answers_are_about() {
    let partner = shipped("partner");
    let answers = all_answers(&partner, 3);
    for company in ["", "Bakker & Zn.", "..", "."] {
        for candidate in [false, true] {
            let code = link::encode_named(&partner, &answers, company, candidate);
            let opened = link::open(&partner, &code).unwrap();
            assert_eq!(opened.candidate, Some(candidate), "{code}");
            assert_eq!(opened.company.unwrap_or_default(), company);
            assert_eq!(opened.answers, answers);
            assert!(link::concerns(&partner, &code));
        }
    }
    assert_eq!(link::encode(&partner, &answers), link::encode_named(&partner, &answers, "", false));
}
