//! The review: every answer with a way to change it, before the result.

use super::button::{Look, button, named};
use super::ui::Ui;
use crate::state::{Action, By};
use crate::text::Key;

pub fn review(ui: &mut Ui) {
    let view = ui.view;
    ui.open("div.top");
    button(ui, Look::Quiet, Action::Back(By::Reader), Key::Back);
    ui.close();
    super::heading(ui, &view.say(Key::ReviewTitle));
    ui.said("p.intro", Key::ReviewIntro);
    ui.open("div.criteria");
    for (index, criterion) in view.assessment.criteria.iter().enumerate() {
        let title = view.read(&criterion.title);
        ui.open("div.criterion");
        ui.open("div.criterion-top");
        ui.open_heading(1, "subheading");
        ui.text(title);
        ui.close();
        named(ui, Look::Quiet, Action::Change(index), Key::Change, title);
        ui.close();
        ui.open("dl");
        for question in &criterion.questions {
            ui.open("div.answer");
            ui.leaf("dt", view.read(&question.text));
            ui.leaf("dd", &view.texts.spoken(question, view.state.answers.get(&question.id)));
            ui.close();
        }
        ui.close();
        ui.close();
    }
    ui.close();
    button(ui, Look::Primary, Action::Continue(By::Reader), Key::ReviewButton);
}
