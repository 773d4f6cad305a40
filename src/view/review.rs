//! The review: every answer with a way to change it, before the result.

use super::button::{Look, button, named};
use super::ui::Ui;
use crate::flow::{Action, By, Layout};
use partner_fit_core::wording::Key;

pub fn review(ui: &mut Ui) {
    let view = ui.view;
    ui.open("div.top");
    button(ui, Look::Quiet, Action::Back(By::Reader), Key::Back);
    ui.close();
    super::heading(ui, &view.say(Key::ReviewTitle));
    ui.said("p.intro", Key::ReviewIntro);
    ui.open("div.criteria");
    let one_by_one = view.state.course.layout == Layout::Question;
    for criterion in &view.assessment.criteria {
        let title = view.read(&criterion.title);
        ui.open("div.criterion");
        ui.open("div.criterion-top");
        ui.open_heading(1, "subheading");
        ui.text(title);
        ui.close();
        // One button for what is asked together.
        if let (false, Some(first)) = (one_by_one, criterion.questions.first()) {
            named(ui, Look::Quiet, Action::Change(first.id.clone()), Key::Change, title);
        }
        ui.close();
        ui.open("dl");
        for question in &criterion.questions {
            ui.open("div.answer");
            ui.leaf("dt", view.read(&question.text));
            ui.open("dd");
            ui.text(&view.texts.spoken(question, view.state.answers.get(&question.id)));
            if one_by_one {
                let change = Action::Change(question.id.clone());
                named(ui, Look::Quiet, change, Key::Change, view.read(&question.text));
            }
            ui.close();
            ui.close();
        }
        ui.close();
        ui.close();
    }
    ui.close();
    button(ui, Look::Primary, Action::Continue(By::Reader), Key::ReviewButton);
}
