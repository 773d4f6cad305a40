//! A result as people read it: the words of its opening, how firm it is, what its plan comes to, and the shapes of its
//! pictures. Held by examples, and by what must hold of every sheet of the shipped assessments.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, missing_docs)]

mod common;

use partner_fit_core::answers::{Answer, Answers};
use partner_fit_core::assessment::{Assessment, QuestionKind};
use partner_fit_core::figures::{comparison, points, track};
use partner_fit_core::report::{Report, report};
use partner_fit_core::wording::Wording;
use partner_fit_core::wording::result::{Firmness, shares};
use proptest::prelude::*;
use serde_json::json;

use common::{all_answers, built_in, cases, choice, criterion, file, languages, read, shipped, text, texts};

/// What a result says, by everything that it takes to say it.
fn with<T>(assessment: &Assessment, answers: &Answers, language: &str, look: impl FnOnce(&Wording, &Report) -> T) -> T {
    let (texts, report) = (texts(language), report(assessment, answers, language));
    look(&Wording { assessment, texts: &texts, answers, with_author_weights: None }, &report)
}

/// A sheet of a shipped assessment: to each question the option at a place, or not sure.
fn sheet(assessment: &Assessment, places: &[usize]) -> Answers {
    let answer = |(place, kind): (&usize, &QuestionKind)| match kind {
        _ if *place > 6 => Answer::Unsure,
        QuestionKind::Choice(options) => Answer::Option(options[place % options.len()].id.clone()),
        #[allow(clippy::cast_precision_loss)] // a handful
        QuestionKind::Number(_) => Answer::Number(*place as f64),
    };
    let questions = assessment.questions().map(|(_, question)| question);
    questions
        .zip(places)
        .map(|(question, place)| {
            let given = answer((place, &question.kind));
            let known = if given == Answer::Unsure && !question.unsure { answer((&0, &question.kind)) } else { given };
            (question.id.clone(), known)
        })
        .collect()
}

/// The small assessment of one number question, so that a score is what is typed.
fn scale(edges: &[f64]) -> Assessment {
    let points = json!([{ "at": 0, "value": 0 }, { "at": 100, "value": 1 }]);
    let question = json!({ "id": "q", "text": text("Question"), "kind": "number", "points": points });
    read(&file(vec![criterion("c", &json!(1), vec![question])], edges, vec![])).unwrap()
}

fn typed(number: f64) -> Answers {
    [("q".to_owned(), Answer::Number(number))].into_iter().collect()
}

#[test]
fn a_border_case_says_how_little_is_missing_and_never_nothing() {
    let assessment = scale(&[0.0, 45.0, 80.0]);
    for (score, expected) in
        [(44.8, Some("0.2 points below “Band”.")), (44.97, Some("0.1 points below")), (42.4, None), (45.0, None)]
    {
        with(&assessment, &typed(score), "en", |wording, report| {
            let reason = wording.reason(report);
            assert_eq!(reason.contains("below"), expected.is_some(), "{score}: {reason}");
            assert!(expected.is_none_or(|words| reason.contains(words)), "{score}: {reason}");
        });
    }
    with(&assessment, &typed(46.0), "en", |wording, report| {
        assert!(
            wording.reason(report).contains("Only just “Band”: 1 point above its edge."),
            "{}",
            wording.reason(report)
        );
    });
}

#[test]
fn what_stands_in_the_way_is_counted_in_the_heading_and_its_topics_are_named() {
    let partner = shipped("partner");
    let mut answers = all_answers(&partner, 4);
    answers.set("contract-bar", Answer::Option("yes".into()));
    with(&partner, &answers, "en", |wording, report| {
        assert_eq!(wording.advice(report), "Not now: one thing stands in the way");
        assert_eq!(
            wording.reason(report),
            "By points alone this would be “Ready”. What stands in the way: Commitment."
        );
    });
    answers.set("partnership-owner", Answer::Option("nobody".into()));
    with(&partner, &answers, "nl", |wording, report| {
        assert_eq!(wording.advice(report), "Nu nog niet: 2 dingen staan in de weg");
    });
}

#[test]
fn little_that_is_known_is_said_first_with_the_answer_that_would_tell_most() {
    let partner = shipped("partner");
    let mut answers = all_answers(&partner, 3);
    for question in ["customer-overlap", "customer-contact", "product-fit", "added-value", "trained-people"] {
        answers.set(question, Answer::Unsure);
    }
    with(&partner, &answers, "en", |wording, report| {
        assert!(report.coverage < 0.5, "{}", report.coverage);
        assert_eq!(wording.advice(report), "Too early to say");
        let next = partner.question(report.next.as_ref().unwrap()).unwrap().text.get("en");
        assert!(wording.reason(report).contains(next), "{}", wording.reason(report));
        assert_eq!(wording.missing_line(report).as_deref(), Some("5 answers are still open"));
        assert_eq!(wording.firmness(report), Firmness::Open);
    });
}

#[test]
fn firmness_is_the_share_of_weightings_and_open_where_something_unknown_can_change_the_band() {
    let two = |values: [f64; 2]| {
        let question = |id: &str| choice(id, &[json!(0), json!(0.5), json!(1)]);
        let criteria =
            vec![criterion("a", &json!(3), vec![question("qa")]), criterion("b", &json!(1), vec![question("qb")])];
        let assessment = read(&file(criteria, &[0.0, 60.0], vec![])).unwrap();
        let option = |value: f64| Answer::Option(format!("o{}", (2.0 * value).round()));
        let answers: Answers =
            [("qa".to_owned(), option(values[0])), ("qb".to_owned(), option(values[1]))].into_iter().collect();
        (assessment, answers)
    };
    // a 1, b 0: with wa >= wb the score runs from 50 to 100, alike; 60 is a fifth of the way.
    let (assessment, answers) = two([1.0, 0.0]);
    with(&assessment, &answers, "en", |wording, report| {
        assert!((report.robustness.same_order[1] - 0.8).abs() < 1e-12, "{:?}", report.robustness.same_order);
        assert_eq!(wording.firmness(report), Firmness::Firm);
    });
    let (assessment, answers) = two([1.0, 1.0]);
    with(&assessment, &answers, "en", |wording, report| assert_eq!(wording.firmness(report), Firmness::Very));
    let (assessment, mut answers) = two([1.0, 1.0]);
    answers.set("qa", Answer::Unsure);
    with(&assessment, &answers, "en", |wording, report| {
        assert_eq!(wording.firmness(report), Firmness::Open);
        assert_eq!(wording.firmness_sentence(report), "Open. It can still become anything from “Band” to “Band”.");
    });
}

#[test]
fn a_limit_that_goes_once_more_is_known_does_not_bound_what_the_result_can_become() {
    let partner = shipped("partner");
    let mut answers = all_answers(&partner, 3);
    answers.set("contract-bar", Answer::Option("no".into()));
    for question in ["customer-overlap", "product-fit", "technical-support", "selling-ways"] {
        answers.set(question, Answer::Unsure);
    }
    with(&partner, &answers, "en", |wording, report| {
        assert!((0.5..0.65).contains(&report.coverage), "{}", report.coverage);
        let said = wording.firmness_sentence(report);
        assert!(said.starts_with("Open.") && said.contains("“Ready”"), "{said}");
        assert!(!track::track(wording, report).names_band, "a band that can still change is not marked");
        assert!(wording.reason(report).contains("Most is still open in "), "{}", wording.reason(report));
        assert_eq!(wording.missing_line(report).as_deref(), Some("4 answers are still open"));
    });
}

#[test]
fn what_makes_up_the_smallest_change_stands_together_behind_what_lifts_a_limit() {
    let partner = shipped("partner");
    let mut answers = all_answers(&partner, 2);
    for (question, answer) in [("firm-kind", "resale"), ("contract-bar", "no"), ("partnership-owner", "named")] {
        answers.set(question, Answer::Option(answer.into()));
    }
    with(&partner, &answers, "en", |wording, report| {
        let titles: Vec<&str> = wording.plan(report).iter().map(|item| item.title.as_str()).collect();
        assert_eq!(titles.len(), report.plan.len());
        let goal = wording.goal(report).unwrap();
        assert!(goal.starts_with("Shortest way to “Strong”: 1, 2 and 3 together"), "{goal} {titles:?}");
    });
    answers.set("contract-bar", Answer::Option("yes".into()));
    answers.set("partnership-owner", Answer::Option("nobody".into()));
    with(&partner, &answers, "en", |wording, report| {
        assert!(!wording.plan(report)[0].effect.clears.is_empty());
        let goal = format!("Settle what stands in the way, and you are at “{}”.", report.band_by_score.label);
        assert_eq!(wording.goal(report), Some(goal));
    });
}

#[test]
fn names_stand_in_a_sentence_as_a_language_writes_them() {
    let partner = shipped("partner");
    with(&partner, &Answers::default(), "nl", |wording, _| {
        assert_eq!(wording.list(&[]), "");
        assert_eq!(wording.list(&["a"]), "a");
        assert_eq!(wording.list(&["a", "b", "c"]), "a, b en c");
        assert_eq!([25.0, -10.0, 0.0].map(|points| wording.signed(points)), ["+25", "−10", "0"]);
    });
}

#[test]
fn what_is_out_of_reach_is_hatched_from_the_edge_that_the_limit_sets() {
    let partner = shipped("partner");
    let mut answers = all_answers(&partner, 4);
    answers.set("contract-bar", Answer::Option("no".into()));
    answers.set("partnership-owner", Answer::Option("named".into()));
    with(&partner, &answers, "en", |wording, report| {
        let free = track::track(wording, report);
        assert_eq!((free.limit, free.hatch.as_str(), free.marker), (None, "", report.score));
        assert_eq!(free.segments.iter().map(|segment| segment.length).sum::<f64>(), 100.0);
    });
    answers.set("contract-bar", Answer::Option("yes".into()));
    with(&partner, &answers, "en", |wording, report| {
        let held = track::track(wording, report);
        assert_eq!(held.limit, Some(45.0), "the upper edge of “Not yet”");
        assert!(held.hatch.starts_with("M45 10"), "{}", held.hatch);
    });
}

#[test]
fn a_comparison_has_both_scores_and_the_greatest_difference_first() {
    let partner = shipped("partner");
    let (before, now) = (all_answers(&partner, 1), all_answers(&partner, 3));
    let earlier = report(&partner, &before, "en");
    with(&partner, &now, "en", |wording, report| {
        let both = comparison::both(wording, &earlier, report);
        assert_eq!((both.earlier, both.marker), (earlier.score, report.score));
        let rows = comparison::rows(wording, &earlier, report);
        assert_eq!(rows[0].words, "25 → 75 (+50)");
        let differences = rows.iter().map(|row| (row.now.unwrap() - row.earlier.unwrap()).abs().round());
        assert!(differences.is_sorted_by(|a, b| a >= b));
        let changed = wording.changed_answers(&before);
        assert!(
            changed
                .iter()
                .any(|(_, change)| change == "From “Users of the product” to “Sometimes the decision-maker”.")
                || changed.len() > 5,
            "{changed:?}"
        );
    });
}

proptest! {
    #![proptest_config(ProptestConfig { cases: cases(150), failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_sheet_is_told_in_words_that_hold(places in proptest::collection::vec(0..9_usize, 20), company in any::<bool>()) {
        let name = built_in()[usize::from(company)];
        let assessment = shipped(name);
        let answers = sheet(&assessment, &places);
        for language in languages() {
            with(&assessment, &answers, language, |wording, report| {
                for words in [wording.advice(report), wording.reason(report), wording.firmness_sentence(report)] {
                    prop_assert!(!words.is_empty() && !words.contains(['{', '}']) && !words.contains("  "), "{words:?}");
                    prop_assert!(!words.starts_with(' ') && !words.ends_with(' '), "{words:?}");
                }
                let topics = report.criteria.iter().filter(|c| wording.reason(report).contains(&c.label)).count();
                prop_assert!(topics > 0 || !wording.names_band(report), "{}", wording.reason(report));
                goal(wording, report, &assessment)?;
                chart(wording, report)
            })?;
        }
    }
}

/// The actions that a goal names bring the result to the next band, where all is known and each stands for itself.
fn goal(wording: &Wording, report: &Report, assessment: &Assessment) -> Result<(), TestCaseError> {
    let Some(lift) = report.lift.as_ref().filter(|lift| lift.within && lift.blocked_by.is_empty()) else {
        return Ok(());
    };
    let changes = |item| lift.changes.iter().any(|change| wording.improves(item, &change.question));
    let marked: f64 = report.plan.iter().filter(|item| changes(item)).filter_map(|item| item.effect.points).sum();
    let goal = wording.goal(report);
    if let Some(goal) = goal.filter(|goal| goal.contains("together") && !report.is_uncertain()) {
        let edge = assessment.bands.iter().find(|band| band.id == lift.target).unwrap().from;
        prop_assert!(report.score.unwrap() + marked >= edge - 1e-6, "{goal}: {:?} + {marked} < {edge}", report.score);
    }
    Ok(())
}

/// The bars are as long as the points they stand for, and what leaves most to gain stands first.
fn chart(wording: &Wording, report: &Report) -> Result<(), TestCaseError> {
    let rows = points::rows(wording, report);
    let longest = rows.iter().map(|row| 100.0 * row.criterion.weight).fold(0.0, f64::max);
    for row in &rows {
        let [gained, unknown, left] = shares(row.criterion).map(|points| 100.0 * points / longest);
        let close = |drawn: f64, meant: f64| (drawn - meant).abs() < 1e-9;
        prop_assert!(close(row.gained, gained) && close(row.unknown, unknown) && close(row.left, left), "{row:?}");
        prop_assert!(row.gained + row.unknown + row.left <= 100.0 + 1e-9);
    }
    let left = rows.iter().filter(|row| row.criterion.weight > 0.0).map(|row| (1e6 * row.left).round());
    prop_assert!(left.is_sorted_by(|a, b| a >= b));
    let value: Vec<&str> = rows.iter().map(|row| row.value.as_str()).collect();
    prop_assert!(value.iter().all(|words| !words.is_empty()), "{value:?}");
    Ok(())
}
