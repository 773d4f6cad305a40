//! Courses other than the usual one: a step for each question, all on one step, and no review before the result.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, missing_docs)]

mod common;

use partner_fit::flow::sharing::ShareAction;
use partner_fit::flow::{Action, By, Event, Flow, Focus, Layout, Screen, StepPlan};
use partner_fit_core::answers::{Answer, Answers};
use partner_fit_core::assessment::{Assessment, Question, QuestionKind};
use partner_fit_core::sharing::link::Link;

use common::{all_answers, shipped};

const LAYOUTS: [Layout; 3] = [Layout::Criterion, Layout::Question, Layout::All];

fn assessment() -> Assessment {
    shipped("partner")
}

fn best(question: &Question) -> Answer {
    all_best(&assessment()).get(&question.id).unwrap().clone()
}

fn all_best(assessment: &Assessment) -> Answers {
    all_answers(assessment, usize::MAX)
}

fn act(state: &mut Flow, action: Action, assessment: &Assessment) -> Vec<Event> {
    let (next, events) = state.reduce(action, assessment);
    *state = next;
    events
}

fn on(layout: Layout, review: bool) -> Flow {
    Flow { plan: StepPlan { layout, review, ..StepPlan::default() }, ..Flow::default() }
}

/// Walks from the start, answering what each step asks; the screens and what the host heard.
fn walk(state: &mut Flow, assessment: &Assessment) -> (Vec<Screen>, Vec<Event>) {
    let mut screens = vec![state.screen];
    let mut heard = act(state, Action::Start(By::Reader), assessment);
    for _ in 0..40 {
        screens.push(state.screen);
        if state.screen == Screen::Result {
            break;
        }
        if let Screen::Step(place) = state.screen {
            for question in state.missing(place, assessment) {
                heard.extend(act(state, Action::Choose(question.id.clone(), best(question)), assessment));
            }
        }
        heard.extend(act(state, Action::Continue(By::Reader), assessment));
    }
    (screens, heard)
}

#[test]
fn every_question_is_asked_once_in_the_files_order_whatever_the_layout() {
    let assessment = assessment();
    let expected: Vec<&str> = assessment.questions().map(|(_, question)| question.id.as_str()).collect();
    for (layout, count) in LAYOUTS.into_iter().zip([assessment.criteria.len(), expected.len(), 1]) {
        let plan = StepPlan { layout, review: true, ..StepPlan::default() };
        let steps = plan.steps(&assessment);
        assert_eq!(steps.len(), count, "{layout:?}");
        let asked: Vec<&str> =
            steps.iter().flatten().flat_map(|part| part.questions).map(|question| question.id.as_str()).collect();
        assert_eq!(asked, expected, "{layout:?}");
        for (place, step) in steps.iter().enumerate() {
            for question in step.iter().flat_map(|part| part.questions) {
                assert_eq!(plan.step_of(&question.id, &assessment), Some(place));
            }
        }
        assert_eq!(plan.step_of("nonsense", &assessment), None);
        assert!(plan.step(count, &assessment).is_empty());
    }
}

#[test]
fn a_walk_shows_its_steps_the_review_if_there_is_one_and_the_result() {
    let assessment = assessment();
    for layout in LAYOUTS {
        for review in [true, false] {
            let mut state = on(layout, review);
            let steps = state.plan.steps(&assessment).len();
            let (screens, heard) = walk(&mut state, &assessment);
            let mut expected = vec![Screen::Start];
            expected.extend((0..steps).map(Screen::Step));
            expected.extend(review.then_some(Screen::Review));
            expected.push(Screen::Result);
            assert_eq!(screens, expected, "{layout:?}, review {review}");
            let told: Vec<_> = heard.iter().filter(|event| matches!(event, Event::Step(_))).cloned().collect();
            assert_eq!(told, (0..steps).map(Event::Step).collect::<Vec<_>>());
            assert_eq!(heard.iter().filter(|event| **event == Event::Complete).count(), 1);
            assert_eq!(state.answers, all_best(&assessment));
        }
    }
}

#[test]
fn a_change_leads_to_its_question_and_back() {
    let assessment = assessment();
    for layout in LAYOUTS {
        for review in [true, false] {
            let mut state = on(layout, review);
            walk(&mut state, &assessment);
            let question = assessment.criteria[2].questions[1].id.clone();
            act(&mut state, Action::Change(question.clone()), &assessment);
            let place = state.plan.step_of(&question, &assessment).unwrap();
            assert_eq!(state.screen, Screen::Step(place));
            // On one long step the question itself is what the reader wants to see.
            let focus = if layout == Layout::All { Focus::Question(question.clone()) } else { Focus::Heading };
            assert_eq!(state.focus.1, Some(focus));
            let mut back = state.clone();
            act(&mut state, Action::Continue(By::Reader), &assessment);
            assert_eq!(state.screen, Screen::Result, "{layout:?}, review {review}");
            // Back without an answer: a result cannot show what is missing.
            back.answers.remove(&question);
            act(&mut back, Action::Back(By::Reader), &assessment);
            assert_eq!(back.screen, if review { Screen::Review } else { Screen::Step(place) });
        }
    }
}

#[test]
fn without_a_review_answers_are_seen_again_from_the_first_step_on() {
    let assessment = assessment();
    let mut state = on(Layout::Criterion, false);
    walk(&mut state, &assessment);
    let mut again = state.clone();
    act(&mut again, Action::Review, &assessment);
    assert_eq!(again.screen, Screen::Step(0));
    act(&mut state, Action::Back(By::Reader), &assessment);
    assert_eq!(state.screen, Screen::Step(assessment.criteria.len() - 1));
}

#[test]
fn without_a_review_what_is_missing_is_asked_for_before_the_result() {
    let assessment = assessment();
    let third = &assessment.criteria[2].questions[0].id;
    let mut some = all_best(&assessment);
    some.remove(third);

    // The host takes an answer away while the result shows.
    let mut state = on(Layout::Criterion, false);
    walk(&mut state, &assessment);
    act(&mut state, Action::Replace(some.clone()), &assessment);
    assert_eq!(state.screen, Screen::Step(2));

    // A link with too few answers.
    let mut state = on(Layout::Question, false);
    let link = Link { answers: some.clone(), company: None, candidate: None };
    act(&mut state, Action::Sharing(ShareAction::Open(By::Host, Ok(link))), &assessment);
    assert_eq!(state.screen, Screen::Step(4));

    // Past the last step, where an earlier one was never answered.
    let mut state = Flow { answers: some, screen: Screen::Step(6), ..on(Layout::Criterion, false) };
    act(&mut state, Action::Continue(By::Reader), &assessment);
    assert_eq!((state.screen, state.errors_shown), (Screen::Step(2), true));
    assert_eq!(state.focus.1, Some(Focus::Summary));
    act(&mut state, Action::Choose(third.clone(), Answer::Unsure), &assessment);
    for _ in 2..7 {
        act(&mut state, Action::Continue(By::Reader), &assessment);
    }
    assert_eq!(state.screen, Screen::Result);
}

#[test]
fn a_new_layout_stays_at_the_question_on_the_screen_and_moves_no_focus() {
    let assessment = assessment();
    let step = |layout| Action::Plan(StepPlan { layout, review: true, ..StepPlan::default() });
    let mut state = Flow { answers: all_best(&assessment), screen: Screen::Step(3), ..Flow::default() };
    let first = assessment.criteria[3].questions[0].id.clone();
    for (layout, place) in [(Layout::Question, 6), (Layout::Criterion, 3), (Layout::All, 0), (Layout::Question, 0)] {
        let heard = act(&mut state, step(layout), &assessment);
        assert_eq!(state.screen, Screen::Step(place), "{layout:?}");
        assert_eq!(heard, [Event::Step(place)]);
        assert_eq!(state.focus.1, None);
        if place > 0 {
            assert_eq!(state.plan.step_of(&first, &assessment), Some(place));
        }
    }
    let answers = state.answers.clone();
    for screen in [Screen::Start, Screen::Review, Screen::Result] {
        state.screen = screen;
        assert_eq!(act(&mut state, step(Layout::All), &assessment), []);
        assert_eq!((state.screen, &state.answers), (screen, &answers));
    }
}

#[test]
fn a_new_layout_forgets_a_step_to_return_to() {
    let assessment = assessment();
    let last = assessment.questions().count() - 1;
    let question = assessment.criteria[0].questions[0].id.clone();
    let mut state = Flow { answers: all_best(&assessment), screen: Screen::Step(last), ..on(Layout::Question, true) };
    act(&mut state, Action::Change(question), &assessment);
    assert_eq!(state.returning, Some(Screen::Step(last)));
    let plan = StepPlan { layout: Layout::Criterion, ..StepPlan::default() };
    act(&mut state, Action::Plan(plan), &assessment);
    act(&mut state, Action::Continue(By::Reader), &assessment);
    assert_eq!(state.screen, Screen::Step(1));
}

#[test]
fn a_number_that_is_none_is_no_answer() {
    let assessment = assessment();
    let asked = |question: &&Question| matches!(question.kind, QuestionKind::Number(_));
    let question = assessment.questions().map(|(_, question)| question).find(asked).unwrap().id.clone();
    for number in [f64::NAN, f64::INFINITY] {
        let mut state = on(Layout::Question, true);
        act(&mut state, Action::Type(question.clone(), "?".to_owned(), Some(number)), &assessment);
        assert_eq!(state.answers.get(&question), None);
    }
}

#[test]
fn starting_again_keeps_the_course() {
    let assessment = assessment();
    let mut state = on(Layout::Question, false);
    walk(&mut state, &assessment);
    act(&mut state, Action::Reset(By::Reader), &assessment);
    assert_eq!(state.plan, StepPlan { layout: Layout::Question, review: false, ..StepPlan::default() });
}
