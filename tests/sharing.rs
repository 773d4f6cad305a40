//! Sharing a result along and opening an earlier one: what the reducer makes of it, and what the reader sees.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, missing_docs)]

mod common;

use partner_fit::flow::sharing::{Effect, ShareAction, ShareForm, Storage};
use partner_fit::flow::{Action, By, Event, Flow, Focus, Screen};
use partner_fit_core::answers::Answer;
use partner_fit_core::assessment::Assessment;
use partner_fit_core::sharing::OpenError;
use partner_fit_core::sharing::link::{self, Link};
use partner_fit_core::wording::Key;

use common::{all_answers, built_in, html, shipped};

fn does(state: &Flow, action: ShareAction, assessment: &Assessment) -> (Flow, Vec<Event>) {
    state.reduce(Action::Sharing(action), assessment)
}

fn at_result(assessment: &Assessment, place: usize) -> Flow {
    let answers = all_answers(assessment, place);
    Flow { screen: Screen::Result, announced: Some(answers.clone()), answers, ..Flow::default() }
}

#[test]
fn taking_along_asks_the_element_and_tells_the_host_when_it_has_worked() {
    let assessment = shipped("partner");
    for kind in ShareForm::ALL {
        let (state, events) = does(&at_result(&assessment, 3), ShareAction::Share(kind), &assessment);
        assert_eq!(events, [Event::Effect(Effect::Share(kind))]);
        let (done, events) = does(&state, ShareAction::Ended(kind, Ok(())), &assessment);
        assert_eq!(events, [Event::Share(kind)]);
        assert!(done.sharing.message.is_some() && done.sharing.uncopied.is_none());
        assert_eq!(done.sharing.saved, kind == ShareForm::Save);
        let (refused, events) = does(&state, ShareAction::Ended(kind, Err("words".to_owned())), &assessment);
        let by_hand = matches!(kind, ShareForm::Link | ShareForm::Text);
        assert_eq!(events, if by_hand { vec![Event::Share(kind)] } else { vec![] }, "{kind:?}");
        assert_eq!(refused.sharing.uncopied, by_hand.then(|| "words".to_owned()));
        assert_eq!(refused.focus.1 == Some(Focus::Uncopied), by_hand);
        assert_ne!(refused.sharing.message, done.sharing.message);
        let (next, _) = done.reduce(Action::AskReset, &assessment);
        assert_eq!(next.sharing.message, None, "said once");
    }
}

#[test]
fn opened_on_the_start_screen_answers_lead_to_the_result_or_the_review_and_complete_nothing() {
    let assessment = shipped("company");
    let mut part = all_answers(&assessment, 2);
    part.remove(&assessment.criteria[1].questions[0].id);
    for (answers, screen) in [(all_answers(&assessment, 2), Screen::Result), (part, Screen::Review)] {
        for by in [By::Reader, By::Host] {
            let found = Ok(Link { answers: answers.clone(), company: None, candidate: None });
            let (state, events) = does(&Flow::default(), ShareAction::Open(by, found), &assessment);
            assert_eq!((state.screen, &state.answers), (screen, &answers));
            assert_eq!(events, [Event::Effect(Effect::Note)], "no pf-complete");
            assert_eq!(state.focus.1, (by == By::Reader).then_some(Focus::Heading), "focus is the reader's to move");
        }
    }
}

#[test]
fn what_cannot_be_opened_changes_nothing_and_is_said() {
    let assessment = shipped("partner");
    for before in [Flow::default(), at_result(&assessment, 1)] {
        for (by, error) in [(By::Reader, OpenError::Damaged), (By::Host, OpenError::OtherVersion)] {
            let (state, events) = does(&before, ShareAction::Open(by, Err(error)), &assessment);
            assert_eq!(state.sharing.message, Some((by, error.key())));
            assert_eq!((state.screen, &state.answers, events), (before.screen, &before.answers, vec![]));
        }
    }
}

#[test]
fn a_pasted_address_or_fragment_is_opened_beside_the_result_and_can_be_taken_over() {
    let assessment = shipped("partner");
    let code = link::encode_named(&assessment, &all_answers(&assessment, 4), "Bakker & Zn", false);
    for pasted in [format!(" https://example.org/check?a=b#{code}\n"), code.clone()] {
        let (state, _) = does(&at_result(&assessment, 1), ShareAction::Paste(pasted), &assessment);
        let (state, events) = does(&state, ShareAction::OpenPasted, &assessment);
        assert_eq!((state.sharing.earlier.as_ref(), events), (Some(&all_answers(&assessment, 4)), vec![]));
        assert_eq!(state.answers, all_answers(&assessment, 1));
        assert_eq!(state.sharing.company.as_deref(), Some("Bakker & Zn"));
        assert_eq!(state.focus.1, Some(Focus::Earlier));
        let (aside, _) = does(&state, ShareAction::CloseEarlier, &assessment);
        assert_eq!((aside.sharing.earlier, aside.focus.1), (None, Some(Focus::OpenPart)));
        assert_eq!(aside.sharing.pasted, "");
        let (taken, events) = does(&state, ShareAction::UseEarlier, &assessment);
        assert_eq!((taken.screen, taken.answers), (Screen::Result, all_answers(&assessment, 4)));
        assert_eq!(taken.sharing.pasted, "");
        assert_eq!(events, [Event::Effect(Effect::Note)], "no pf-complete");
    }
    let (state, _) = does(&Flow::default(), ShareAction::Paste("not a link".to_owned()), &assessment);
    let (state, _) = does(&state, ShareAction::OpenPasted, &assessment);
    assert_eq!(state.sharing.message, Some((By::Reader, Key::OpenNotOurs)));
}

#[test]
fn starting_again_forgets_the_earlier_result_and_the_name_but_not_what_is_saved() {
    let assessment = shipped("partner");
    let mut state = at_result(&assessment, 1);
    state.sharing.name = "Bakker".to_owned();
    state.sharing.earlier = Some(all_answers(&assessment, 2));
    (state.sharing.storage, state.sharing.saved) = (Storage::Local, true);
    let (state, _) = state.reduce(Action::Reset(By::Reader), &assessment);
    assert_eq!((state.sharing.name.as_str(), &state.sharing.earlier), ("", &None));
    assert_eq!((state.sharing.storage, state.sharing.saved), (Storage::Local, true));
    let (state, events) = does(&state, ShareAction::Forget, &assessment);
    assert!(!state.sharing.saved);
    assert_eq!(events, [Event::Effect(Effect::Forget)]);
}

#[test]
fn saving_is_offered_only_where_the_host_allows_it() {
    let assessment = shipped("partner");
    let mut state = at_result(&assessment, 3);
    assert!(!html(&assessment, &state, "en", false).contains("Save on this device"));
    state.sharing.storage = Storage::Local;
    let shown = html(&assessment, &state, "en", false);
    assert!(shown.contains("Save on this device") && !shown.contains("Forget what is saved"));
    state.sharing.saved = true;
    assert!(html(&assessment, &state, "nl", false).contains("Vergeet wat bewaard is"));
    let start = Flow { screen: Screen::Start, ..state };
    assert!(html(&assessment, &start, "en", false).contains("Open the saved result"));
}

#[test]
fn the_earlier_result_stands_beside_the_present_one_with_the_answers_that_differ() {
    let assessment = shipped("partner");
    let mut state = at_result(&assessment, 3);
    state.sharing.earlier = Some(state.answers.clone());
    assert!(html(&assessment, &state, "en", false).contains("All answers are the same."));
    let changed = &assessment.criteria[0].questions[0];
    let mut earlier = state.answers.clone();
    earlier.set(&changed.id, Answer::Unsure);
    state.sharing.earlier = Some(earlier);
    state.sharing.company = Some("<b>Bakker</b>".to_owned());
    let shown = html(&assessment, &state, "en", false);
    let list = shown.split("Answers that differ").last().unwrap().split("</ul>").next().unwrap();
    assert_eq!(list.matches("<li>").count(), 1, "{list}");
    assert!(list.contains("Not sure") && list.contains(changed.text.get("en")));
    assert!(shown.contains("&lt;b&gt;Bakker") && !shown.contains("<b>"));
    assert!(!shown.contains(['{', '}']));
}

#[test]
fn the_paper_holds_everything_and_nothing_to_press() {
    for name in built_in() {
        let assessment = shipped(name);
        for (place, language) in [(0, "en"), (2, "nl"), (4, "en")] {
            let paper = html(&assessment, &at_result(&assessment, place), language, true);
            let paper = paper.replace("&#x27;", "'").replace("&quot;", "\"").replace("&amp;", "&");
            for (_, question) in assessment.questions() {
                assert!(paper.contains(question.text.get(language)), "{}", question.id);
            }
            for needed in [&assessment.fingerprint, &assessment.version, "<h1>", "<table"] {
                assert!(paper.contains(needed), "{needed}");
            }
            for unwanted in ["<button", "<input", "<form", "<select", "style=", "{", "<a "] {
                assert!(!paper.contains(unwanted), "{unwanted} in {name} {language}");
            }
        }
    }
}
