//! The start screen: what this is, how long it takes, and what happens to the answers.

use partner_fit_core::wording::Key;

use super::button::{ButtonStyle, button};
use super::layout::{host_slot, screen_title};
use super::ui::Ui;
use super::{View, open, sharing};
use crate::flow::sharing::Storage;
use crate::flow::{Action, By};

pub fn start(ui: &mut Ui) {
    let view = ui.view;
    let assessment = &view.assessment;
    let mut length = questions(view);
    if let Some(minutes) = assessment.minutes {
        length.push_str(" · ");
        length.push_str(&view.texts.count(Key::StartMinutes, minutes, &[]));
    }
    let privacy = match view.flow.sharing.storage {
        Storage::None => Key::StartPrivacy,
        Storage::Session => Key::StartPrivacySession,
        Storage::Local => Key::StartPrivacyLocal,
    };
    screen_title(ui, view.author_text(&assessment.title));
    ui.text_element("p.intro", assessment.intro.as_ref().map(|intro| view.author_text(intro)).unwrap_or_default());
    host_slot(ui, "slot|name=intro");
    ui.element("ul.facts", |ui| {
        ui.text_element("li.length", &length);
        ui.key_element("li", privacy);
        let unsure = if view.flow.is_about_candidate() { Key::CandidateUnsure } else { Key::StartUnsure };
        ui.key_element("li", unsure);
    });
    button(ui, ButtonStyle::Primary, Action::Start(By::Reader), Key::StartButton);
    sharing::message(ui);
    sharing::host_message(ui);
    open::open(ui);
}

/// The number of questions, as a sentence.
#[allow(clippy::cast_precision_loss)] // at most 100
pub fn questions(view: &View) -> String {
    view.texts.count(Key::StartQuestions, view.assessment.questions().count() as f64, &[])
}
