//! Input that is no assessment and no answers: reading says problems and never panics.
//!
//! Arbitrary trees, and the shipped files with arbitrary trees put into them. What reads without a problem is scored,
//! so that nothing which the checker lets pass can break the engine behind it.

use std::sync::LazyLock;

use partner_fit_core::answers::{Answer, Answers};
use partner_fit_core::assessment::{Assessment, QuestionKind};
use partner_fit_core::input::value::Tree;
use partner_fit_core::report::report;
use proptest::prelude::*;
use proptest::test_runner::Config;

use crate::common::{broken::base, built_in, cases, shipped, shipped_file, tree};

/// The shipped assessments, read once.
static SHIPPED_READ: LazyLock<Vec<Assessment>> = LazyLock::new(|| built_in().into_iter().map(shipped).collect());

/// Their files, and the small one.
static FILES: LazyLock<Vec<Tree>> =
    LazyLock::new(|| built_in().into_iter().map(|name| tree(&shipped_file(name))).chain([base()]).collect());

/// Words that mean something to a reader, and words that do not.
fn words() -> impl Strategy<Value = String> {
    let known = [
        "id",
        "choice",
        "number",
        "unsure",
        "n/a",
        "en",
        "nl",
        "log",
        "ready",
        "not-yet",
        "__proto__",
        "{vendor}",
        "{",
        "",
        "criteria",
        "questions",
        "is",
        "options",
        "value",
        "weight",
    ];
    prop_oneof![prop::sample::select(known.to_vec()).prop_map(str::to_owned), ".{0,8}", "[a-z-]{1,12}"]
}

fn trees() -> impl Strategy<Value = Tree> {
    let number = prop_oneof![any::<f64>(), (-2..120_i8).prop_map(f64::from), 0.0..1.0_f64];
    let leaf = prop_oneof![
        Just(Tree::Null),
        any::<bool>().prop_map(Tree::Bool),
        number.prop_map(Tree::Number),
        words().prop_map(Tree::Text),
        Just(Tree::TooDeep),
        Just(Tree::TooLarge),
    ];
    leaf.prop_recursive(4, 40, 6, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..6).prop_map(Tree::List),
            prop::collection::vec((words(), inner), 0..6).prop_map(Tree::Object),
        ]
    })
}

/// How many places a tree has.
fn places(tree: &Tree) -> usize {
    1 + match tree {
        Tree::List(items) => items.iter().map(places).sum::<usize>(),
        Tree::Object(entries) => entries.iter().map(|(_, value)| places(value)).sum(),
        _ => 0,
    }
}

/// What is at place number `index`, counted from the outside in.
fn place(tree: &mut Tree, index: usize) -> Option<&mut Tree> {
    if index == 0 {
        return Some(tree);
    }
    let mut left = index - 1;
    let children: Vec<&mut Tree> = match tree {
        Tree::List(items) => items.iter_mut().collect(),
        Tree::Object(entries) => entries.iter_mut().map(|(_, value)| value).collect(),
        _ => Vec::new(),
    };
    for child in children {
        let count = places(child);
        if left < count {
            return place(child, left);
        }
        left -= count;
    }
    None
}

/// Every number of a tree.
fn numbers_of<'t>(tree: &'t mut Tree, numbers: &mut Vec<&'t mut f64>) {
    match tree {
        Tree::Number(number) => numbers.push(number),
        Tree::List(items) => items.iter_mut().for_each(|item| numbers_of(item, numbers)),
        Tree::Object(entries) => entries.iter_mut().for_each(|(_, value)| numbers_of(value, numbers)),
        _ => {}
    }
}

/// Reads a file and scores what can be read, with every question answered by its first option or by `number`.
fn read_and_score(file: &Tree, number: f64) {
    let profile = Default::default();
    match Assessment::read(file, &profile) {
        Err(problems) => assert!(!problems.is_empty()),
        Ok(assessment) => {
            let answer = |kind: &QuestionKind| match kind {
                QuestionKind::Choice(options) => Answer::Option(options[0].id.clone()),
                QuestionKind::Number(_) => Answer::Number(number),
            };
            let all: Answers = assessment.questions().map(|(_, q)| (q.id.clone(), answer(&q.kind))).collect();
            for answers in [Answers::default(), all] {
                let report = report(&assessment, &answers, &assessment.languages[0]);
                assert!(report.score.is_none_or(|score| (0.0..=100.0).contains(&score)), "{:?}", report.score);
                assert!((0.0..=100.0).contains(&report.low) && (0.0..=100.0).contains(&report.high));
                assert!(!report.band.id.is_empty());
            }
        }
    }
}

proptest! {
    #![proptest_config(Config { cases: cases(256), failure_persistence: None, ..Config::default() })]

    #[test]
    fn any_tree_can_be_read_as_an_assessment(file in trees()) {
        read_and_score(&file, 0.0);
    }

    #[test]
    fn a_file_with_anything_put_into_it_can_be_read(
        which in 0..3_usize,
        changes in prop::collection::vec((any::<prop::sample::Index>(), trees()), 1..4),
        number in any::<f64>().prop_filter("answers are finite", |number| number.is_finite()),
    ) {
        let mut file = FILES[which].clone();
        for (index, change) in changes {
            let index = index.index(places(&file));
            *place(&mut file, index).unwrap() = change;
        }
        read_and_score(&file, number);
    }

    #[test]
    fn a_file_with_numbers_changed_can_be_read_and_scored(
        which in 0..3_usize,
        changes in prop::collection::vec((any::<prop::sample::Index>(), prop_oneof![0.0..2.0_f64, -1e16..1e16_f64]), 1..4),
        number in any::<f64>().prop_filter("answers are finite", |number| number.is_finite()),
    ) {
        let mut file = FILES[which].clone();
        let mut numbers = Vec::new();
        numbers_of(&mut file, &mut numbers);
        for (index, change) in changes {
            let place = index.index(numbers.len());
            *numbers[place] = change;
        }
        read_and_score(&file, number);
    }

    #[test]
    fn any_tree_can_be_read_as_answers(given in trees(), which in 0..SHIPPED_READ.len()) {
        let assessment = &SHIPPED_READ[which];
        match Answers::read(&given, assessment) {
            Err(problems) => prop_assert!(!problems.is_empty()),
            Ok(_) => prop_assert!(matches!(given, Tree::Object(_))),
        }
    }

    #[test]
    fn any_answers_to_real_questions_can_be_read(
        values in prop::collection::vec((any::<prop::sample::Index>(), trees()), 1..5),
        which in 0..SHIPPED_READ.len(),
    ) {
        let assessment = &SHIPPED_READ[which];
        let ids: Vec<String> = assessment.questions().map(|(_, question)| question.id.clone()).collect();
        let given: Vec<(String, Tree)> = values.into_iter().map(|(id, value)| (id.get(&ids).clone(), value)).collect();
        match Answers::read(&Tree::Object(given.clone()), assessment) {
            Err(problems) => prop_assert!(problems.len() <= given.len() && !problems.is_empty()),
            Ok(answers) => prop_assert!(given.iter().all(|(id, _)| answers.get(id).is_some())),
        }
    }
}
