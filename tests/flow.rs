//! The flow as a reducer: what every action makes of every screen, and what the host hears.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, missing_docs)]

mod common;

use partner_fit::flow::sharing::ShareAction;
use partner_fit::flow::{Action, By, Event, Flow, Focus, Layout, Screen, StepPlan};
use partner_fit_core::answers::{Answer, Answers};
use partner_fit_core::assessment::Assessment;
use partner_fit_core::sharing::link::Link;

use common::{all_answers, shipped};

fn assessment() -> Assessment {
    shipped("partner")
}

fn best(assessment: &Assessment) -> Answers {
    all_answers(assessment, usize::MAX)
}

/// Does all of `actions`; the last state, and everything that the host heard.
fn walk(assessment: &Assessment, actions: impl IntoIterator<Item = Action>) -> (Flow, Vec<Event>) {
    actions.into_iter().fold((Flow::default(), Vec::new()), |(state, mut heard), action| {
        let (next, events) = state.reduce(action, assessment);
        heard.extend(events);
        (next, heard)
    })
}

/// Start, every answer, and Continue on every step and the review: what leads to the result.
fn whole_walk(assessment: &Assessment) -> Vec<Action> {
    let answers = best(assessment);
    let mut actions = vec![Action::Start(By::Reader)];
    for criterion in &assessment.criteria {
        for question in criterion.questions.iter() {
            actions.push(Action::Choose(question.id.clone(), answers.get(&question.id).unwrap().clone()));
        }
        actions.push(Action::Continue(By::Reader));
    }
    actions.push(Action::Continue(By::Reader));
    actions
}

#[test]
fn a_whole_walk_is_told_step_by_step_and_ends_in_one_completion() {
    let assessment = assessment();
    let (state, heard) = walk(&assessment, whole_walk(&assessment));
    assert_eq!(state.screen, Screen::Result);
    assert_eq!(heard[0], Event::Start);
    let steps: Vec<_> = heard.iter().filter(|event| matches!(event, Event::Step(_))).cloned().collect();
    assert_eq!(steps, (0..assessment.criteria.len()).map(Event::Step).collect::<Vec<_>>());
    let answered = heard.iter().filter(|event| matches!(event, Event::Answer(_))).count();
    assert_eq!(answered, assessment.questions().count());
    assert_eq!(heard.iter().filter(|event| **event == Event::Complete).count(), 1);
    assert_eq!(heard.last(), Some(&Event::Complete));
}

#[test]
fn continue_with_something_missing_stays_and_points_it_out() {
    let assessment = assessment();
    let (state, heard) = walk(&assessment, [Action::Start(By::Reader), Action::Continue(By::Reader)]);
    assert_eq!(state.screen, Screen::Step(0));
    assert!(state.errors_shown);
    assert_eq!(state.focus.1, Some(Focus::Summary));
    assert_eq!(heard, [Event::Start, Event::Step(0)]);
}

#[test]
fn about_a_candidate_what_is_left_open_is_unknown() {
    let assessment = assessment();
    let plan = StepPlan { candidate: true, ..StepPlan::default() };
    let asked: Vec<_> = assessment.questions().map(|(_, question)| question).collect();
    let known = |flow: &Flow| asked.iter().filter(|q| flow.answers.get(&q.id).is_some()).count();
    let (mut flow, _) = walk(&assessment, [Action::Plan(plan), Action::Start(By::Reader)]);
    for index in 0..assessment.criteria.len() {
        assert_eq!(flow.screen, Screen::Step(index));
        let (next, heard) = flow.reduce(Action::Continue(By::Reader), &assessment);
        // Only the reader's own answers are told.
        assert!(!heard.iter().any(|event| matches!(event, Event::Answer(_))));
        flow = next;
    }
    // A question that offers no "Not sure" still wants an answer.
    assert!(flow.errors_shown);
    assert_eq!(known(&flow), asked.iter().filter(|question| question.unsure).count());
    assert!(asked.iter().all(|question| flow.answers.get(&question.id).is_none_or(|given| *given == Answer::Unsure)));
    flow = flow.reduce(Action::Choose("contract-bar".to_owned(), Answer::Option("no".to_owned())), &assessment).0;
    flow = flow.reduce(Action::Continue(By::Reader), &assessment).0;
    assert_eq!((flow.screen, known(&flow)), (Screen::Review, asked.len()));
}

#[test]
fn about_a_candidate_a_number_that_cannot_be_read_is_pointed_out() {
    let assessment = assessment();
    let plan = StepPlan { candidate: true, layout: Layout::All, ..StepPlan::default() };
    let typed = Action::Type("yearly-revenue".to_owned(), "much".to_owned(), None);
    let bar = Action::Choose("contract-bar".to_owned(), Answer::Option("no".to_owned()));
    let actions = [Action::Plan(plan), Action::Start(By::Reader), bar, typed, Action::Continue(By::Reader)];
    let (flow, _) = walk(&assessment, actions);
    assert_eq!((flow.screen, flow.errors_shown), (Screen::Step(0), true));
    let missing: Vec<_> = flow.missing(0, &assessment).iter().map(|question| question.id.as_str()).collect();
    assert_eq!(missing, ["yearly-revenue"]);
}

#[test]
fn what_was_opened_says_itself_whom_it_is_about() {
    let assessment = assessment();
    let open = |candidate| {
        let link = Link { answers: best(&assessment), company: None, candidate };
        Action::Sharing(ShareAction::Open(By::Host, Ok(link)))
    };
    let about = |of_page, of_answers| {
        let plan = StepPlan { candidate: of_page, ..StepPlan::default() };
        walk(&assessment, [Action::Plan(plan), open(of_answers)]).0
    };
    for of_page in [false, true] {
        assert_eq!(about(of_page, None).is_about_candidate(), of_page);
        assert!(about(of_page, Some(true)).is_about_candidate());
        assert!(!about(of_page, Some(false)).is_about_candidate());
        // Whoever starts again answers as the page asks.
        let (again, _) = about(of_page, Some(!of_page)).reduce(Action::Reset(By::Reader), &assessment);
        assert_eq!(again.is_about_candidate(), of_page);
    }
}

#[test]
fn the_host_never_moves_the_focus() {
    let assessment = assessment();
    for actions in [
        vec![Action::Start(By::Host)],
        vec![Action::Start(By::Host), Action::Continue(By::Host)],
        vec![Action::Start(By::Host), Action::Back(By::Host)],
        vec![Action::Start(By::Host), Action::Reset(By::Host)],
        vec![Action::Replace(best(&assessment))],
    ] {
        let (state, _) = walk(&assessment, actions.clone());
        assert_eq!(state.focus.1, None, "after {actions:?}");
    }
}

#[test]
fn a_set_is_not_an_answer_and_not_a_completion() {
    let assessment = assessment();
    let actions = whole_walk(&assessment);
    let (state, _) = walk(&assessment, actions);
    let mut other = best(&assessment);
    other.set("product-fit", Answer::Unsure);
    let (state, heard) = state.reduce(Action::Replace(other.clone()), &assessment);
    assert_eq!((state.screen, heard), (Screen::Result, vec![]));
    // Looking at the answers and coming back changes nothing, so nothing is told.
    let (state, _) = state.reduce(Action::Review, &assessment);
    let (state, heard) = state.reduce(Action::Continue(By::Reader), &assessment);
    assert_eq!((state.screen, heard), (Screen::Result, vec![]));
    assert_eq!(state.answers, other);
}

#[test]
fn a_result_that_a_set_takes_away_makes_place_for_the_review() {
    let assessment = assessment();
    let (state, _) = walk(&assessment, whole_walk(&assessment));
    let (state, heard) = state.reduce(Action::Replace(Answers::default()), &assessment);
    assert_eq!((state.screen, heard), (Screen::Review, vec![]));
    // From there, Continue leads to what is missing.
    let (state, _) = state.reduce(Action::Continue(By::Reader), &assessment);
    assert_eq!((state.screen, state.errors_shown), (Screen::Step(0), true));
}

#[test]
fn completion_is_told_again_after_a_changed_answer_or_a_reset() {
    let assessment = assessment();
    let (state, _) = walk(&assessment, whole_walk(&assessment));
    let (state, _) = state.reduce(Action::Change(assessment.criteria[1].questions[0].id.clone()), &assessment);
    let (state, heard) = state.reduce(Action::Choose("product-fit".into(), Answer::Unsure), &assessment);
    assert_eq!(heard, [Event::Answer("product-fit".into())]);
    let (state, heard) = state.reduce(Action::Continue(By::Reader), &assessment);
    assert_eq!((state.screen, heard), (Screen::Result, vec![Event::Complete]));

    let (state, heard) = state.reduce(Action::Reset(By::Host), &assessment);
    assert_eq!((state.screen, heard), (Screen::Start, vec![Event::Reset]));
    assert_eq!(state.answers, Answers::default());
    let again = whole_walk(&assessment).into_iter().fold((state, Vec::new()), |(state, mut heard), action| {
        let (next, events) = state.reduce(action, &assessment);
        heard.extend(events);
        (next, heard)
    });
    assert_eq!(again.1.last(), Some(&Event::Complete));
}

#[test]
fn change_returns_to_where_it_came_from() {
    let assessment = assessment();
    let mut actions = whole_walk(&assessment);
    actions.pop();
    let (review, _) = walk(&assessment, actions);
    assert_eq!(review.screen, Screen::Review);
    for way_back in [Action::Continue(By::Reader), Action::Back(By::Reader)] {
        let (step, _) = review.reduce(Action::Change(assessment.criteria[3].questions[0].id.clone()), &assessment);
        assert_eq!(step.screen, Screen::Step(3));
        assert_eq!(step.reduce(way_back, &assessment).0.screen, Screen::Review);
    }
}

#[test]
fn back_keeps_answers_and_leads_to_the_start() {
    let assessment = assessment();
    let chosen = Action::Choose("customer-overlap".into(), Answer::Unsure);
    let (state, _) = walk(&assessment, [Action::Start(By::Reader), chosen, Action::Back(By::Reader)]);
    assert_eq!(state.screen, Screen::Start);
    assert_eq!(state.answers.get("customer-overlap"), Some(&Answer::Unsure));
}

#[test]
fn a_number_counts_once_it_is_one_within_bounds_and_is_told_when_typing_is_done() {
    let assessment = assessment();
    let id = || "yearly-revenue".to_owned();
    let typed = |text: &str, number| Action::Type(id(), text.to_owned(), number);
    for (text, number, kept) in [
        ("12", Some(12.0), Some(Answer::Number(12.0))),
        ("twelve", None, None),
        ("-1", Some(-1.0), None),
        ("", None, None),
    ] {
        let (state, heard) = walk(&assessment, [typed("7", Some(7.0)), typed(text, number)]);
        assert_eq!(state.answers.get("yearly-revenue"), kept.as_ref(), "typed {text:?}");
        assert_eq!(state.drafts.get("yearly-revenue").map(String::as_str), Some(text));
        assert_eq!(heard, []);
    }
    let (_, heard) = walk(&assessment, [typed("7", Some(7.0)), Action::Commit(id())]);
    assert_eq!(heard, [Event::Answer(id())]);
    // "Not sure" takes the place of what was typed.
    let (state, _) = walk(&assessment, [typed("7", Some(7.0)), Action::Choose(id(), Answer::Unsure)]);
    assert_eq!(
        (state.answers.get("yearly-revenue"), state.drafts.get("yearly-revenue")),
        (Some(&Answer::Unsure), None)
    );
}

#[test]
fn starting_again_is_asked_first() {
    let assessment = assessment();
    let (result, _) = walk(&assessment, whole_walk(&assessment));
    let (asked, _) = result.reduce(Action::AskReset, &assessment);
    assert!(asked.confirming_reset);
    assert_eq!(asked.answers, result.answers);
    let (kept, _) = asked.reduce(Action::KeepAnswers, &assessment);
    assert_eq!((kept.confirming_reset, &kept.answers), (false, &result.answers));
    let (cleared, _) = asked.reduce(Action::Reset(By::Reader), &assessment);
    assert_eq!((cleared.screen, cleared.cleared, cleared.confirming_reset), (Screen::Start, true, false));
}
