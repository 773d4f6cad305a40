//! Links: what changes on the way is refused or left out, and links of earlier forms open. That any sheet of answers comes
//! back is tried in `sharing`.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, missing_docs)]

mod common;

use std::sync::LazyLock;

use partner_fit_core::answers::Answers;
use partner_fit_core::assessment::Assessment;
use partner_fit_core::sharing::{OpenError, link};
use proptest::prelude::*;
use proptest::test_runner::Config;
use serde_json::{Value, json};

use common::{all_answers, built_in, choice, criterion, read, shipped, shipped_file};

static SHIPPED_READ: LazyLock<Vec<Assessment>> = LazyLock::new(|| built_in().into_iter().map(shipped).collect());

proptest! {
    #![proptest_config(Config { cases: common::cases(250), failure_persistence: None, ..Config::default() })]

    /// With the checksum put right, as a forger would: never a panic, and what opens is a sheet written in one way.
    #[test]
    fn a_forged_link_is_a_good_one_or_none(packed in "[A-Za-z0-9_-]{0,40}") {
        for assessment in SHIPPED_READ.iter() {
            let own = link::encode(assessment, &Answers::default());
            let forged = checked(&format!("{}{packed}", &own[..7]));
            if let Ok(opened) = link::open(assessment, &forged) {
                let again = link::encode_named(assessment, &opened.answers, opened.company.as_deref().unwrap_or_default(), opened.candidate == Some(true));
                prop_assert_eq!(again, forged);
            }
        }
    }
}

/// `text` with a checksum that is right: CRC-24 of OpenPGP, written here once more, with a letter or digit at its end.
fn checked(text: &str) -> String {
    let mut crc: u32 = 0xb7_04ce;
    for bit in text.bytes().flat_map(|byte| (0..8).rev().map(move |place| u32::from(byte >> place) & 1)) {
        let out = (crc >> 23) ^ bit;
        crc = (crc << 1) & 0xff_ffff;
        crc ^= if out == 1 { 0x86_4cfb } else { 0 };
    }
    if text.starts_with('P') && crc & 63 >= 62 {
        crc ^= 32;
    }
    let alphabet: Vec<char> = ('A'..='Z').chain('a'..='z').chain('0'..='9').chain(['-', '_']).collect();
    let sextets = [18, 12, 6, 0].map(|shift| alphabet[(crc >> shift & 63) as usize]);
    text.chars().chain(sextets).collect()
}

#[test]
fn every_change_of_one_character_is_refused() {
    let alphabet: Vec<char> = ('A'..='Z').chain('a'..='z').chain('0'..='9').chain("-_.%#~ é".chars()).collect();
    let mut tried = 0;
    for assessment in SHIPPED_READ.iter() {
        for (place, name) in ["", "", "Bakker & Zn.", "", "x"].into_iter().enumerate() {
            let answers = all_answers(assessment, place);
            let code: Vec<char> = link::encode_named(assessment, &answers, name, false).chars().collect();
            for place in 0..code.len() {
                for other in alphabet.iter().filter(|other| **other != code[place]) {
                    let mut changed = code.clone();
                    changed[place] = *other;
                    let changed: String = changed.into_iter().collect();
                    assert!(link::open(assessment, &changed).is_err(), "{changed}");
                    tried += 1;
                }
                let mut shorter = code.clone();
                shorter.remove(place);
                assert!(link::open(assessment, &shorter.iter().collect::<String>()).is_err(), "{shorter:?}");
            }
        }
    }
    assert!(tried >= 10_000, "{tried}");
}

/// An assessment of 25 choices with this many options each.
fn choices(options: usize) -> Assessment {
    let values: Vec<Value> = (0..options).map(|place| json!(if place == 0 { 0.0 } else { 1.0 })).collect();
    let questions = (0..25).map(|id| choice(&format!("q{id}"), &values)).collect();
    read(&common::file(vec![criterion("c", &json!(1), questions)], &[0.0], Vec::new())).unwrap()
}

#[test]
fn the_answers_to_25_questions_fit_in_32_characters() {
    for (options, length) in [(5, 24), (13, 28), (20, 32)] {
        let assessment = choices(options);
        for place in [0, options - 1] {
            assert_eq!(link::encode(&assessment, &all_answers(&assessment, place)).len(), length, "{options} options");
        }
    }
}

#[test]
fn a_link_says_why_it_cannot_be_opened() {
    let assessment = &SHIPPED_READ[0];
    let code = link::encode(assessment, &all_answers(assessment, 2));
    let other_version = |mut file: Value| {
        file["version"] = json!("0.0.1");
        read(&file).unwrap()
    };
    let older = other_version(shipped_file("partner"));
    let cases = [
        (String::new(), OpenError::NotOurs),
        ("contact".to_owned(), OpenError::NotOurs),
        (code[..code.len() - 5].to_owned() + "AAAAA", OpenError::Damaged),
        (code.replacen('P', "Q", 1), OpenError::Newer),
        (code.replacen('P', "A", 1), OpenError::NotOurs),
        (code.to_ascii_lowercase(), OpenError::Damaged),
        (code.to_ascii_uppercase(), OpenError::Damaged),
        (link::encode(&older, &all_answers(&older, 2)), OpenError::OtherVersion),
        (link::encode(&SHIPPED_READ[1], &all_answers(&SHIPPED_READ[1], 2)), OpenError::OtherAssessment),
        ("P".repeat(5_000), OpenError::NotOurs),
        // right in every respect, but with a bit left over, or a name that hides something ("a\n") or is no text
        (checked(&format!("{}A", &code[..code.len() - 4])), OpenError::Damaged),
        (checked(&format!("{}YQo", &code[..code.len() - 4])), OpenError::Damaged),
        (checked(&format!("{}_w", &code[..code.len() - 4])), OpenError::Damaged),
    ];
    for (text, error) in cases {
        assert_eq!(link::decode(assessment, &text), Err(error), "{text}");
    }
    assert!(link::concerns(&older, &code) && !link::concerns(&SHIPPED_READ[1], &code));
    for own in [
        "contact-us-today",
        "Partner-programme",
        "PARTNER_PROGRAMME_2026",
        "P",
        "/check?page=2",
        "é".repeat(20).as_str(),
        "",
    ] {
        assert!(!link::concerns(assessment, own), "{own}");
    }
}

/// What mail programs, trackers and people add to a link, and a page that keeps its own route in the fragment.
#[test]
fn a_link_opens_with_what_it_gets_on_its_way_or_says_that_it_is_damaged() {
    let assessment = &SHIPPED_READ[0];
    for place in 0..5 {
        let answers = all_answers(assessment, place);
        let code = link::encode_named(assessment, &answers, "Bakker & Zn", place % 2 == 1);
        let tails = [
            ".",
            ",",
            ")",
            ">",
            "&utm_source=x",
            "?utm_source=x",
            "?fbclid=IwAR0",
            "%20",
            "~",
            "/",
            "\u{200b}",
            "%2D1",
            ":~:text=points",
            "!",
            "'",
            "\"",
            "]",
            "*",
            "…",
            " ",
            "\n",
            "%E2%80%8B",
        ];
        for tail in tails {
            let opened = link::open(assessment, &format!("{code}{tail}"));
            assert_eq!(opened.map(|link| link.answers), Ok(answers.clone()), "{code}{tail}");
        }
        for front in ["/check?", "!/check?tab=2&", "/check/", "token=1&", " ", "\n"] {
            let text = format!("{front}{code}");
            assert!(link::concerns(assessment, &text), "{text}");
            assert_eq!(link::decode(assessment, &text), Ok(answers.clone()), "{text}");
        }
        for added in ["-1", "_", "A"] {
            assert_eq!(link::decode(assessment, &format!("{code}{added}")), Err(OpenError::Damaged), "{code}{added}");
        }
    }
}

/// Links that were made before the format began with a letter, to an assessment that stays as it was then.
#[test]
fn links_of_the_old_form_still_open() {
    let fixture = common::read_json(&common::root().join("core/tests/old_links.json"));
    let assessment = read(&fixture["assessment"]).unwrap();
    let links = fixture["links"].as_array().unwrap();
    assert!(links.len() >= 4, "{} {}", assessment.id, assessment.fingerprint);
    for one in links {
        let link = one["link"].as_str().unwrap();
        let opened = link::open(&assessment, link).unwrap();
        assert_eq!(opened.answers, common::answers(&one["answers"], &assessment), "{link}");
        assert_eq!(opened.company.as_deref(), one["company"].as_str(), "{link}");
        assert!(link::concerns(&assessment, link), "{link}");
        let other = if &link[8..9] == "0" { "1" } else { "0" };
        let changed = format!("{}{other}{}", &link[..8], &link[9..]);
        assert_eq!(link::open(&assessment, &changed), Err(OpenError::Damaged), "{changed}");
    }
}
