//! The start screen: what this is, how long it takes, and what happens to the answers.

use super::button::{Look, button};
use super::ui::Ui;
use super::{View, host_slot, open, share};
use crate::flow::sharing::Storage;
use crate::flow::{Action, By};
use partner_fit_core::wording::Key;

pub fn start(ui: &mut Ui) {
    let view = ui.view;
    let assessment = &view.assessment;
    let mut length = questions(view);
    if let Some(minutes) = assessment.minutes {
        length.push_str(" · ");
        length.push_str(&view.texts.count(Key::StartMinutes, minutes, &[]));
    }
    let privacy = match view.state.taking.storage {
        Storage::None => Key::StartPrivacy,
        Storage::Session => Key::StartPrivacySession,
        Storage::Local => Key::StartPrivacyLocal,
    };
    super::heading(ui, view.read(&assessment.title));
    ui.leaf("p.intro", assessment.intro.as_ref().map(|intro| view.read(intro)).unwrap_or_default());
    host_slot(ui, "slot|name=intro");
    ui.open("ul.facts");
    ui.leaf("li.length", &length);
    ui.said("li", privacy);
    ui.said("li", Key::StartUnsure);
    ui.close();
    button(ui, Look::Primary, Action::Start(By::Reader), Key::StartButton);
    share::said(ui);
    open::open(ui);
}

/// How many questions there are, in words.
#[allow(clippy::cast_precision_loss)] // at most 100
pub fn questions(view: &View) -> String {
    view.texts.count(Key::StartQuestions, view.assessment.questions().count() as f64, &[])
}
