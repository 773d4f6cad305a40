//! The review before the result: every answer, each with a way to change it.

use partner_fit_core::wording::Key;

use super::button::{ButtonStyle, button, button_about};
use super::layout::screen_title;
use super::ui::Ui;
use crate::flow::{Action, By, Layout};

pub fn review(ui: &mut Ui) {
    let view = ui.view;
    ui.element("div.top", |ui| {
        button(ui, ButtonStyle::Quiet, Action::Back(By::Reader), Key::Back);
    });
    screen_title(ui, &view.text(Key::ReviewTitle));
    ui.key_element("p.intro", Key::ReviewIntro);
    ui.element("div.criteria", |ui| {
        let one_by_one = view.flow.plan.layout == Layout::Question;
        for criterion in &view.assessment.criteria {
            let title = view.author_text(&criterion.title);
            ui.element("div.criterion", |ui| {
                ui.element("div.criterion-top", |ui| {
                    ui.heading(1, "subheading", |ui| {
                        ui.text(title);
                    });
                    // Questions that one step asks share one button.
                    if let (false, Some(first)) = (one_by_one, criterion.questions.first()) {
                        button_about(ui, ButtonStyle::Quiet, Action::Change(first.id.clone()), Key::Change, title);
                    }
                });
                ui.element("dl", |ui| {
                    for question in criterion.questions.iter() {
                        ui.element("div.answer", |ui| {
                            ui.text_element("dt", view.author_text(&question.text));
                            ui.element("dd", |ui| {
                                ui.text(&view.texts.answer_text(question, view.flow.answers.get(&question.id)));
                                if one_by_one {
                                    let change = Action::Change(question.id.clone());
                                    button_about(
                                        ui,
                                        ButtonStyle::Quiet,
                                        change,
                                        Key::Change,
                                        view.author_text(&question.text),
                                    );
                                }
                            });
                        });
                    }
                });
            });
        }
    });
    button(ui, ButtonStyle::Primary, Action::Continue(By::Reader), Key::ReviewButton);
}
