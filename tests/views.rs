//! The screens as HTML, rendered natively: what is on them, in which structure, in both languages. How they behave
//! in a page is the browser tests' part.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, missing_docs)]

mod common;

use std::rc::Rc;

use partner_fit::flow::{Action, By, Flow, Layout, Screen, StepPlan};
use partner_fit_core::answers::Answer;
use partner_fit_core::assessment::{Assessment, QuestionKind};
use partner_fit_core::input::value::Tree;
use partner_fit_core::report::report;
use partner_fit_core::wording::{Key, PlainFormat, Texts};

use common::all_answers;

fn tree(path: &str) -> Tree {
    serde_json::from_str(&std::fs::read_to_string(format!("static/{path}.json")).unwrap()).unwrap()
}

/// What each entry of a folder's list has under `key`.
fn listed(folder: &str, key: &str) -> Vec<String> {
    let Tree::List(list) = tree(&format!("{folder}/index")) else { panic!("expected a list") };
    list.iter().map(|entry| entry.text(key).unwrap().to_owned()).collect()
}

fn assessment(name: &str) -> Assessment {
    Assessment::read(&tree(&format!("assessments/{name}")), &Default::default()).unwrap()
}

/// The HTML of a screen.
fn html(assessment: &Assessment, flow: Flow, language: &str) -> String {
    common::html(assessment, &flow, language, false)
}

fn at(screen: Screen) -> Flow {
    Flow { screen, ..Flow::default() }
}

fn count(html: &str, what: &str) -> usize {
    html.matches(what).count()
}

#[test]
fn about_a_candidate_every_screen_speaks_of_the_firm_and_the_result_says_so() {
    let partner = assessment("partner");
    for (language, own, firm, note) in [
        ("en", "Are you the right", "Is this firm the right", "somebody else gave the answers"),
        ("nl", "Bent u de juiste", "Is dit bedrijf de juiste", "iemand anders gaf de antwoorden"),
    ] {
        for candidate in [false, true] {
            let plan = StepPlan { candidate, ..StepPlan::default() };
            let page = |screen| {
                let answers = all_answers(&partner, 2);
                html(&partner, Flow { plan, answers, ..at(screen) }, language)
            };
            let start = page(Screen::Start);
            assert_eq!([own, firm].map(|words| start.contains(words)), [!candidate, candidate]);
            let review = page(Screen::Review);
            let question = partner.question("trained-people").unwrap();
            assert_eq!(review.contains(question.text.get(language)), !candidate);
            assert_eq!(page(Screen::Result).contains(note), candidate);
            let paper = Flow { plan, answers: all_answers(&partner, 2), ..at(Screen::Result) };
            assert_eq!(common::html(&partner, &paper, language, true).contains(note), candidate);
        }
    }
}

#[test]
fn every_screen_has_one_heading_and_one_button_that_moves_on() {
    for name in listed("assessments", "id") {
        let assessment = assessment(&name);
        let steps = (0..assessment.criteria.len()).map(Screen::Step);
        for screen in steps.chain([Screen::Start, Screen::Review, Screen::Result]) {
            for language in listed("locales", "tag") {
                let state = Flow { answers: all_answers(&assessment, 4), ..at(screen) };
                let html = html(&assessment, state, &language);
                assert_eq!(count(&html, "part=\"heading\""), 1, "{name} {screen:?} {language}");
                assert_eq!(count(&html, "button--primary"), 1, "{name} {screen:?} {language}");
                assert_eq!(count(&html, "part=\"score\""), usize::from(screen == Screen::Result));
                assert_eq!(count(&html, "part=\"band\""), usize::from(screen == Screen::Result));
                // one of the whole; one beside what is opened; on the result one for weights
                let statuses = match screen {
                    Screen::Start => 2,
                    Screen::Result => 3,
                    _ => 1,
                };
                assert_eq!(count(&html, "aria-live=\"polite\""), statuses);
                assert_eq!(count(&html, "style="), 0, "blocked by a strict policy");
                assert_eq!(count(&html, "{"), 0, "an unfilled placeholder on {name} {screen:?} {language}");
            }
        }
    }
}

#[test]
fn a_step_asks_every_question_of_its_criterion_with_native_controls_and_nothing_chosen() {
    for name in listed("assessments", "id") {
        let assessment = assessment(&name);
        for (index, criterion) in assessment.criteria.iter().enumerate() {
            let html = html(&assessment, at(Screen::Step(index)), "nl");
            assert_eq!(count(&html, "<fieldset"), criterion.questions.len());
            assert_eq!(count(&html, "<legend"), criterion.questions.len());
            assert_eq!(count(&html, "checked"), 0);
            let radios: usize = criterion
                .questions
                .iter()
                .map(|question| {
                    let options = match &question.kind {
                        QuestionKind::Choice(options) => options.len(),
                        QuestionKind::Number(_) => 0,
                    };
                    options + usize::from(question.unsure) + usize::from(question.not_applicable)
                })
                .sum();
            assert_eq!(count(&html, "type=\"radio\""), radios);
            let numbers = criterion.questions.iter().filter(|q| matches!(q.kind, QuestionKind::Number(_))).count();
            assert_eq!(count(&html, "inputmode=\"decimal\""), numbers);
            assert!(html.contains(&format!("Stap {} van {}", index + 1, assessment.criteria.len())));
        }
    }
}

#[test]
fn a_question_or_all_of_them_can_be_a_step() {
    let assessment = assessment("partner");
    let total = assessment.questions().count();
    let state = |layout, place| Flow {
        plan: StepPlan { layout, review: true, ..StepPlan::default() },
        ..at(Screen::Step(place))
    };
    for place in 0..total {
        let html = html(&assessment, state(Layout::Question, place), "nl");
        assert_eq!(
            [count(&html, "<fieldset"), count(&html, "button--primary"), count(&html, "part=\"heading\"")],
            [1; 3]
        );
        assert!(html.contains(&format!("Vraag {} van {total}", place + 1)), "{html}");
    }
    let all = html(&assessment, state(Layout::All, 0), "en");
    assert_eq!(count(&all, "<fieldset"), total);
    assert_eq!([count(&all, "button--primary"), count(&all, "part=\"heading\"")], [1; 2]);
    for criterion in &assessment.criteria {
        assert_eq!(count(&all, &format!(">{}</h3>", criterion.title.get("en"))), 1);
        assert!(criterion.why.as_ref().is_none_or(|why| all.contains(why.get("en"))));
    }
    assert!(!all.contains("1 of 1"));
    // Each answer has a way to change it where each is a step of its own.
    let review = |layout| Flow { screen: Screen::Review, answers: all_answers(&assessment, 4), ..state(layout, 0) };
    let changes = |layout| count(&html(&assessment, review(layout), "en"), ">Change<");
    assert_eq!([Layout::Question, Layout::Criterion, Layout::All].map(changes), [total, 7, 7]);
}

#[test]
fn a_hosts_own_texts_take_the_place_of_ours() {
    let texts = || Texts::read(&tree("locales/en"), "en", Rc::new(PlainFormat)).unwrap();
    let own: Tree = serde_json::from_str(
        r#"{ "start.button": "Go", "start.questions": { "one": "{count} thing", "other": "{count} things" } }"#,
    )
    .unwrap();
    let changed = texts().with(&own).unwrap();
    assert_eq!(changed.get(Key::StartButton), "Go");
    assert_eq!(changed.count(Key::StartQuestions, 14.0, &[]), "14 things");
    assert_eq!(changed.get(Key::Continue), texts().get(Key::Continue));
    for (own, expected) in [
        (r#""Go""#, "strings: expected an object of texts by key, got \"Go\""),
        (
            r#"{ "start.buton": "Go" }"#,
            "strings.start.buton: expected the key of a text, got an unknown one (did you mean \"start.button\"?)",
        ),
        (r#"{ "start.button": 7 }"#, "strings.start.button: expected a text or an object of plural forms, got 7"),
        (r#"{ "start.button": " " }"#, "strings.start.button: expected a text, got an empty one"),
        (
            r#"{ "start.button": { "one": "a" } }"#,
            "strings.start.button: expected a text or an object of plural forms, got an object",
        ),
        (
            "{ \"start.button\": \"a\\u202eb\" }",
            "strings.start.button: expected plain text, got the control character U+202E",
        ),
    ] {
        let problems = texts().with(&serde_json::from_str(own).unwrap()).err().unwrap();
        assert_eq!(problems.iter().map(ToString::to_string).collect::<Vec<_>>(), [expected]);
    }
    assert!(texts().with(&Tree::Null).is_ok());
}

#[test]
fn what_is_missing_is_said_at_the_question_and_behind_it_in_the_summary() {
    let assessment = assessment("partner");
    let quiet = html(&assessment, at(Screen::Step(0)), "en");
    assert_eq!(count(&quiet, "error-summary"), 0, "errors before Continue");
    let (state, _) = at(Screen::Step(0)).reduce(Action::Continue(By::Reader), &assessment);
    let html = html(&assessment, state, "en");
    assert_eq!(count(&html, "part=\"error-summary\""), 1);
    let questions = &assessment.criteria[0].questions;
    assert_eq!(count(&html, "Choose an answer"), 2 * questions.len());
    for question in questions.iter() {
        // As the question itself, and in the summary.
        assert_eq!(count(&html, question.text.get("en")), 2, "{}", question.id);
        assert_eq!(count(&html, &format!("{} Choose an answer</a>", question.text.get("en"))), 1, "{}", question.id);
        assert!(html.contains(&format!("href=\"#question-{}\"", question.id)));
        assert!(html.contains(&format!("error-{}\"", question.id)));
    }
}

#[test]
fn an_unknown_widens_the_result_and_is_asked_for_next() {
    let assessment = assessment("partner");
    let mut answers = all_answers(&assessment, 4);
    answers.set("customer-overlap", Answer::Unsure);
    let report = report(&assessment, &answers, "en");
    let html = html(&assessment, Flow { answers, ..at(Screen::Result) }, "en");
    assert!(html.contains(&format!("Between {} and {} of 100 points", report.low.round(), report.high.round())));
    assert!(html.contains("It is based on 88% of what counts"), "the question weighs 12 of 100");
    assert!(html.contains("One answer would tell more than any other"));
    assert_eq!(report.next.as_deref(), Some("customer-overlap"));
}

#[test]
fn a_gate_is_said_in_words_beside_both_bands() {
    let assessment = assessment("partner");
    let mut answers = all_answers(&assessment, 4);
    answers.set("contract-bar", Answer::Option("yes".into()));
    let html = html(&assessment, Flow { answers, ..at(Screen::Result) }, "en");
    let reason = assessment.gates.iter().find(|gate| gate.id == "unresolved-bar").unwrap().reason.get("en");
    assert_eq!(count(&html, reason), 1);
    assert!(html.contains("By points alone this would be “Ready”"));
    assert!(html.contains("your result") && html.contains("by points"));
}

#[test]
fn nothing_known_is_said_and_no_score_is_made_up() {
    let assessment = assessment("company");
    let answers = assessment.questions().map(|(_, question)| (question.id.clone(), Answer::Unsure)).collect();
    let html = html(&assessment, Flow { answers, ..at(Screen::Result) }, "nl");
    assert!(html.contains("Er is te weinig bekend voor een score"));
    assert!(html.contains("0–100"));
}

#[test]
fn a_score_just_under_an_edge_is_not_rounded_into_the_band_above() {
    let file: Tree = serde_json::from_str(
        r#"{ "id": "edge", "version": "1", "languages": ["en"], "title": { "en": "Edge" },
             "bands": [ { "id": "low", "label": { "en": "Low" }, "from": 0 }, { "id": "high", "label": { "en": "High" }, "from": 65 } ],
             "criteria": [ { "id": "c", "title": { "en": "C" }, "weight": 1, "questions": [ { "id": "q", "text": { "en": "Q" }, "kind": "number",
               "points": [ { "at": 0, "value": 0 }, { "at": 100, "value": 1 } ] } ] } ] }"#,
    )
    .unwrap();
    let assessment = Assessment::read(&file, &Default::default()).unwrap();
    for (typed, shown) in
        [(64.96, "64.9 of 100 points: Low"), (64.4, "64 of 100 points: Low"), (65.0, "65 of 100 points: High")]
    {
        let answers = [("q".to_owned(), Answer::Number(typed))].into_iter().collect();
        let html = html(&assessment, Flow { answers, ..at(Screen::Result) }, "en");
        assert!(html.contains(shown), "expected {shown:?} for {typed}");
    }
}

#[test]
fn every_locale_has_every_key_with_the_same_placeholders() {
    let placeholders = |tree: &Tree, key: &str| {
        let text = serde_json::to_string(&format!("{:?}", tree.get(key))).unwrap();
        let mut names: Vec<String> =
            text.split('{').skip(1).filter_map(|rest| rest.split_once('}')).map(|(name, _)| name.to_owned()).collect();
        names.sort();
        names.dedup();
        names
    };
    let files: Vec<Tree> = listed("locales", "tag").iter().map(|tag| tree(&format!("locales/{tag}"))).collect();
    for file in &files {
        let Tree::Object(entries) = file else { panic!("expected an object") };
        assert_eq!(entries.len(), partner_fit_core::wording::Key::ALL.len(), "a key that no text of ours uses");
        for key in partner_fit_core::wording::Key::ALL {
            assert_eq!(placeholders(&files[0], key.name()), placeholders(file, key.name()), "{}", key.name());
        }
    }
}
