//! The reducer: every change can be undone and made again, what is refused changes nothing, and nothing is lost.

use partner_fit::builder::choice::{Audience, Mode, Theme};
use partner_fit::builder::colour::{DARK, LIGHT};
use partner_fit::builder::config::{Config, HandOffField};
use partner_fit::builder::state::{Action, Edit, Effect, State};
use proptest::prelude::*;
use serde_json::json;

use crate::configs::full;
use crate::{catalogue, tree};

fn after(state: &State, actions: impl IntoIterator<Item = Action>) -> State {
    let catalogue = catalogue();
    actions.into_iter().fold(state.clone(), |state, action| state.reduce(action, &catalogue).0)
}

fn edits(edits: impl IntoIterator<Item = Edit>) -> State {
    after(&State::default(), edits.into_iter().map(Action::Edit))
}

#[test]
fn what_is_typed_in_one_field_is_undone_at_once() {
    let typed = ["A", "Ac", "Acm", "Acme"].map(|text| Edit::Profile("vendor".to_owned(), text.to_owned()));
    let state = edits(typed.into_iter().chain([Edit::Theme(Theme::Dark)]));
    let state = after(&state, [Action::Undo]);
    assert_eq!(
        (state.config().theme, state.config().own.profile.get("vendor").unwrap().as_str()),
        (Theme::Auto, "Acme")
    );
    let state = after(&state, [Action::Undo]);
    assert_eq!(state.config(), &Config::default());
    assert!(!state.can_undo() && state.can_redo());
    let state = after(&state, [Action::Redo, Action::Redo, Action::Redo]);
    assert_eq!((state.config().theme, state.notice.key), (Theme::Dark, "redo.none"));
}

#[test]
fn another_audience_has_its_own_weights_and_the_first_ones_come_back() {
    let state = edits([Edit::StepWeight("location".to_owned(), 1), Edit::Audience(Audience::Company)]);
    assert!(state.config().own.weights.is_empty());
    let back = after(&state, [Action::Edit(Edit::Audience(Audience::Partner))]);
    assert_eq!(back.config().own.weights.get("location"), Some(&13.0));
}

/// The configuration after these edits, and how often this was said on the way.
fn refused(edits: impl IntoIterator<Item = Edit>, key: &str) -> (State, usize) {
    let catalogue = catalogue();
    edits.into_iter().fold((State::default(), 0), |(state, count), edit| {
        let next = state.reduce(Action::Edit(edit), &catalogue).0;
        let said = usize::from(next.notice.key == key);
        assert!(said == 0 || next.config() == state.config(), "what is refused changes nothing");
        (next, count + said)
    })
}

#[test]
fn the_last_question_and_the_last_weight_stay() {
    let catalogue = catalogue();
    let check = catalogue.check(Audience::Partner);
    let ids: Vec<String> = check.questions().map(str::to_owned).collect();
    let (state, count) = refused(ids.iter().map(|id| Edit::Ask(id.clone(), false)), "questions.last");
    // The last two questions count for nothing, so one before them has to stay.
    let left: Vec<&String> = ids.iter().filter(|id| state.config().own.asks(id)).collect();
    assert_eq!((left, count), (vec![&"largest-vendor-share".to_owned()], 1));
    let weights = check.criteria.iter().map(|one| Edit::Weight(one.id.clone(), "0".to_owned()));
    let (state, count) = refused(weights, "weights.last");
    assert_eq!((state.config().own.total(check), count), (8.0, 1));
}

#[test]
fn what_is_typed_half_is_kept_as_typed_and_changes_nothing() {
    let state = edits([Edit::Accent(LIGHT, "#12".to_owned()), Edit::Weight("location".to_owned(), "x".to_owned())]);
    assert_eq!(state.config(), &Config::default());
    assert_eq!(state.drafts.get("accent.light").unwrap(), "#12");
    assert_eq!(state.notice.key, "weights.digits");
    assert!(after(&state, [Action::Settle]).drafts.is_empty());
}

#[test]
fn the_accent_on_dark_follows_until_it_has_its_own() {
    let typed = |scheme, text: &str| Edit::Accent(scheme, text.to_owned());
    let state = edits([typed(LIGHT, "#e4002b"), Edit::NearestAccent(DARK), typed(LIGHT, "#ff6600")]);
    let accent = state.config().accent.unwrap();
    assert_eq!((accent.light.to_string(), DARK.judge(accent.dark).passes()), ("#ff6600".to_owned(), true));
    let state = edits([typed(LIGHT, "#e4002b"), typed(LIGHT, "#00a0dc")]);
    assert_eq!(state.config().accent.unwrap().dark.to_string(), "#00a0dc");
    assert_eq!(after(&state, [Action::Edit(typed(LIGHT, ""))]).config().accent, None);
}

#[test]
fn a_file_with_problems_changes_nothing_and_a_good_one_can_be_undone() {
    let state = edits([Edit::Theme(Theme::Dark)]);
    let mut broken = full();
    broken["theme"] = json!("drak");
    let (refused, effect) = state.reduce(Action::Open(Some(tree(&broken))), &catalogue());
    assert_eq!((refused.config(), refused.problems.len()), (state.config(), 1));
    assert_eq!(effect, Some(Effect::Focus("problems".to_owned())));
    let refused = after(&refused, [Action::Open(None)]);
    assert!(refused.problems[0].message.starts_with("expected a JSON file"));
    let opened = after(&refused, [Action::Open(Some(tree(&full())))]);
    assert!(opened.problems.is_empty() && opened.config().own.without.len() == 2);
    assert_eq!(after(&opened, [Action::Undo]).config(), state.config());
}

#[test]
fn starting_again_is_asked_first_and_can_be_undone() {
    let state = edits([Edit::Theme(Theme::Dark)]);
    let asked = after(&state, [Action::AskReset]);
    assert!(asked.confirming && asked.config() == state.config());
    assert!(!after(&asked, [Action::KeepAll]).confirming);
    let reset = after(&asked, [Action::Reset]);
    assert_eq!(reset.config(), &Config::default());
    assert_eq!(after(&reset, [Action::Undo]).config(), state.config());
}

#[test]
fn copying_says_how_it_went() {
    let copied = after(&State::default(), [Action::Copied("snippet", true)]);
    assert_eq!((copied.copied, copied.notice.key), (Some(("snippet", true)), "copy.done"));
    let (refused, effect) = copied.reduce(Action::Copied("gtm", false), &catalogue());
    assert_eq!((refused.copied, effect), (Some(("gtm", false)), Some(Effect::Select("gtm"))));
}

fn any_edit() -> impl Strategy<Value = Edit> {
    let ids: Vec<String> = catalogue().check(Audience::Partner).criteria.iter().map(|one| one.id.clone()).collect();
    let questions: Vec<String> = catalogue().check(Audience::Partner).questions().map(str::to_owned).collect();
    prop_oneof![
        prop::sample::select(&[Theme::Auto, Theme::Dark][..]).prop_map(Edit::Theme),
        prop::sample::select(&[Audience::Partner, Audience::Company][..]).prop_map(Edit::Audience),
        (prop::sample::select(ids.clone()), "[0-9]{0,4}").prop_map(|(id, text)| Edit::Weight(id, text)),
        (prop::sample::select(ids), any::<i8>()).prop_map(|(id, step)| Edit::StepWeight(id, step)),
        (prop::sample::select(questions), any::<bool>()).prop_map(|(id, ask)| Edit::Ask(id, ask)),
        "[#0-9a-f]{0,7}".prop_map(|text| Edit::Accent(LIGHT, text)),
        any::<bool>().prop_map(Edit::Review),
        ".{0,3}".prop_map(|text| Edit::Profile("vendor".to_owned(), text)),
        ".{0,3}".prop_map(|text| Edit::HandOff(HandOffField::Mail, text)),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn undo_leads_back_to_the_start_and_redo_to_the_end(edits in prop::collection::vec(any_edit(), 1..20)) {
        let (catalogue, start) = (catalogue(), State::default());
        let mut state = edits.into_iter().fold(start.clone(), |state, edit| state.reduce(Action::Edit(edit), &catalogue).0);
        let end = state.config().clone();
        // However it was made, it can be written, read and scored.
        let written = partner_fit::builder::config::write(&end);
        let read = partner_fit::builder::config::read(&serde_json::from_str(&written).unwrap(), &catalogue);
        prop_assert_eq!(read.as_ref(), Ok(&end), "{}", written);
        while state.can_undo() {
            state = state.reduce(Action::Undo, &catalogue).0;
        }
        prop_assert_eq!(state.config(), start.config());
        while state.can_redo() {
            state = state.reduce(Action::Redo, &catalogue).0;
        }
        prop_assert_eq!(state.config(), &end);
    }
}

#[test]
fn what_is_shown_to_be_copied_is_no_change_of_the_configuration() {
    let state = after(&State::default(), [Action::Show(Mode::Frame)]);
    assert!(state.mode == Mode::Frame && !state.can_undo());
}
