//! The editor: every change can be undone and made again, what is refused changes nothing, and nothing is lost.

use partner_fit::builder::colour::{DARK, LIGHT};
use partner_fit::builder::config::{Config, HandOffField};
use partner_fit::builder::editor::{Action, Edit, Editor, Effect};
use partner_fit::builder::snippet::Mode;
use proptest::prelude::*;
use serde_json::json;

use crate::configs::full;
use crate::{catalogue, tree};

fn after(editor: &Editor, actions: impl IntoIterator<Item = Action>) -> Editor {
    let catalogue = catalogue();
    actions.into_iter().fold(editor.clone(), |editor, action| editor.reduce(action, &catalogue).0)
}

fn edits(edits: impl IntoIterator<Item = Edit>) -> Editor {
    after(&Editor::default(), edits.into_iter().map(Action::Edit))
}

fn theme(value: &str) -> Edit {
    Edit::Attribute("theme".to_owned(), Some(value.to_owned()))
}

fn check(id: &str) -> Edit {
    Edit::Assessment(id.to_owned())
}

#[test]
fn what_is_typed_in_one_field_is_undone_at_once() {
    let typed = ["A", "Ac", "Acm", "Acme"].map(|text| Edit::Profile("vendor".to_owned(), text.to_owned()));
    let editor = edits(typed.into_iter().chain([theme("dark")]));
    let editor = after(&editor, [Action::Undo]);
    assert_eq!(
        (editor.config().attribute("theme"), editor.config().adaptation.profile.get("vendor").unwrap().as_str()),
        (None, "Acme")
    );
    let editor = after(&editor, [Action::Undo]);
    assert_eq!(editor.config(), &Config::default());
    assert!(!editor.can_undo() && editor.can_redo());
    let editor = after(&editor, [Action::Redo, Action::Redo, Action::Redo]);
    assert_eq!((editor.config().attribute("theme"), editor.notice.key), (Some("dark"), "redo.none"));
}

#[test]
fn another_check_has_its_own_weights_and_the_first_ones_come_back() {
    let editor = edits([Edit::StepWeight("location".to_owned(), 1), check("company")]);
    assert!(editor.config().adaptation.weights.is_empty());
    let back = after(&editor, [Action::Edit(check("partner"))]);
    assert_eq!(back.config().adaptation.weights.get("location"), Some(&13.0));
}

/// The configuration after these edits, and how often this was said on the way.
fn refused(edits: impl IntoIterator<Item = Edit>, key: &str) -> (Editor, usize) {
    let catalogue = catalogue();
    edits.into_iter().fold((Editor::default(), 0), |(editor, count), edit| {
        let next = editor.reduce(Action::Edit(edit), &catalogue).0;
        let said = usize::from(next.notice.key == key);
        assert!(said == 0 || next.config() == editor.config(), "what is refused changes nothing");
        (next, count + said)
    })
}

#[test]
fn the_last_question_and_the_last_weight_stay() {
    let catalogue = catalogue();
    let partner = catalogue.check(None);
    let ids: Vec<String> = partner.questions().map(str::to_owned).collect();
    let (editor, count) = refused(ids.iter().map(|id| Edit::Ask(id.clone(), false)), "questions.last");
    // The last two questions count for nothing, so one before them has to stay.
    let left: Vec<&String> = ids.iter().filter(|id| editor.config().adaptation.asks(id)).collect();
    assert_eq!((left, count), (vec![&"largest-vendor-share".to_owned()], 1));
    let weights = partner.criteria.iter().map(|one| Edit::Weight(one.id.clone(), "0".to_owned()));
    let (editor, count) = refused(weights, "weights.last");
    assert_eq!((editor.config().adaptation.total_weight(partner), count), (8.0, 1));
}

#[test]
fn what_is_typed_half_is_kept_as_typed_and_changes_nothing() {
    let editor = edits([Edit::Accent(LIGHT, "#12".to_owned()), Edit::Weight("location".to_owned(), "x".to_owned())]);
    assert_eq!(editor.config(), &Config::default());
    assert_eq!(editor.drafts.get("accent.light").unwrap(), "#12");
    assert_eq!(editor.notice.key, "weights.digits");
    assert!(after(&editor, [Action::Settle]).drafts.is_empty());
}

#[test]
fn the_accent_on_dark_follows_until_it_has_its_own() {
    let typed = |scheme, text: &str| Edit::Accent(scheme, text.to_owned());
    let editor = edits([typed(LIGHT, "#e4002b"), Edit::NearestAccent(DARK), typed(LIGHT, "#ff6600")]);
    let accent = editor.config().accent.unwrap();
    assert_eq!((accent.light.to_string(), DARK.judge(accent.dark).passes()), ("#ff6600".to_owned(), true));
    let editor = edits([typed(LIGHT, "#e4002b"), typed(LIGHT, "#00a0dc")]);
    assert_eq!(editor.config().accent.unwrap().dark.to_string(), "#00a0dc");
    assert_eq!(after(&editor, [Action::Edit(typed(LIGHT, ""))]).config().accent, None);
}

#[test]
fn a_file_with_problems_changes_nothing_and_a_good_one_can_be_undone() {
    let editor = edits([theme("dark")]);
    let mut broken = full();
    broken["theme"] = json!("drak");
    let (refused, effect) = editor.reduce(Action::Open(Some(tree(&broken))), &catalogue());
    assert_eq!((refused.config(), refused.problems.len()), (editor.config(), 1));
    assert_eq!(effect, Some(Effect::Focus("problems".to_owned())));
    let refused = after(&refused, [Action::Open(None)]);
    assert!(refused.problems[0].message.starts_with("expected a JSON file"));
    let opened = after(&refused, [Action::Open(Some(tree(&full())))]);
    assert!(opened.problems.is_empty() && opened.config().adaptation.without.len() == 2);
    assert_eq!(after(&opened, [Action::Undo]).config(), editor.config());
}

#[test]
fn starting_again_is_asked_first_and_can_be_undone() {
    let editor = edits([theme("dark")]);
    let asked = after(&editor, [Action::AskReset]);
    assert!(asked.is_confirming && asked.config() == editor.config());
    assert!(!after(&asked, [Action::KeepAll]).is_confirming);
    let reset = after(&asked, [Action::Reset]);
    assert_eq!(reset.config(), &Config::default());
    assert_eq!(after(&reset, [Action::Undo]).config(), editor.config());
}

#[test]
fn copying_says_how_it_went() {
    let copied = after(&Editor::default(), [Action::Copied("snippet", true)]);
    assert_eq!((copied.copied, copied.notice.key), (Some(("snippet", true)), "copy.done"));
    let (refused, effect) = copied.reduce(Action::Copied("gtm", false), &catalogue());
    assert_eq!((refused.copied, effect), (Some(("gtm", false)), Some(Effect::Select("gtm"))));
}

fn any_edit() -> impl Strategy<Value = Edit> {
    let ids: Vec<String> = catalogue().check(None).criteria.iter().map(|one| one.id.clone()).collect();
    let questions: Vec<String> = catalogue().check(None).questions().map(str::to_owned).collect();
    prop_oneof![
        prop::sample::select(&["auto", "dark", "pink"][..]).prop_map(theme),
        prop::sample::select(&["partner", "company", "nobody"][..]).prop_map(check),
        (prop::sample::select(ids.clone()), "[0-9]{0,4}").prop_map(|(id, text)| Edit::Weight(id, text)),
        (prop::sample::select(ids), any::<i8>()).prop_map(|(id, step)| Edit::StepWeight(id, step)),
        (prop::sample::select(questions), any::<bool>()).prop_map(|(id, ask)| Edit::Ask(id, ask)),
        "[#0-9a-f]{0,7}".prop_map(|text| Edit::Accent(LIGHT, text)),
        any::<bool>().prop_map(|set| Edit::Attribute("no-review".to_owned(), set.then(String::new))),
        prop::sample::select(&["en", "xx"][..]).prop_map(|tag| Edit::Language(Some(tag.to_owned()))),
        ".{0,3}".prop_map(|text| Edit::Profile("vendor".to_owned(), text)),
        ".{0,3}".prop_map(|text| Edit::HandOff(HandOffField::Mail, text)),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn undo_leads_back_to_the_start_and_redo_to_the_end(edits in prop::collection::vec(any_edit(), 1..20)) {
        let (catalogue, start) = (catalogue(), Editor::default());
        let mut editor = edits.into_iter().fold(start.clone(), |editor, edit| editor.reduce(Action::Edit(edit), &catalogue).0);
        let end = editor.config().clone();
        // However it was made, it can be written, read and scored.
        let written = partner_fit::builder::config::write(&end, &catalogue);
        let read = partner_fit::builder::config::read(&serde_json::from_str(&written).unwrap(), &catalogue);
        prop_assert_eq!(read.as_ref(), Ok(&end), "{}", written);
        while editor.can_undo() {
            editor = editor.reduce(Action::Undo, &catalogue).0;
        }
        prop_assert_eq!(editor.config(), start.config());
        while editor.can_redo() {
            editor = editor.reduce(Action::Redo, &catalogue).0;
        }
        prop_assert_eq!(editor.config(), &end);
    }
}

#[test]
fn what_is_shown_to_be_copied_is_no_change_of_the_configuration() {
    let editor = after(&Editor::default(), [Action::Show(Mode::Frame)]);
    assert!(editor.mode == Mode::Frame && !editor.can_undo());
}
