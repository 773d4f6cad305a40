//! The reasons of the advice, and the answers that each rests on.

use partner_fit_core::report::advice::Reason;

use crate::view::ui::Ui;

/// Lists reasons, and below each the answers that it rests on.
pub fn reasons<'a>(ui: &mut Ui, reasons: impl IntoIterator<Item = &'a Reason>) {
    ui.element("div.reasons", |ui| {
        for reason in reasons {
            ui.element("div.reason", |ui| {
                ui.text_element("p", &reason.text);
                evidence(ui, &reason.questions);
            });
        }
    });
}

/// Lists questions with their answers, as the evidence of a statement.
pub fn evidence(ui: &mut Ui, questions: &[String]) {
    let view = ui.view;
    ui.element("ul.evidence", |ui| {
        for question in questions.iter().filter_map(|id| view.assessment.question(id)) {
            ui.element("li", |ui| {
                ui.text(view.author_text(&question.text));
                ui.text(" ");
                let answer = view.flow.answers.get(&question.id);
                ui.text_element("strong", &view.texts.answer_text(question, answer));
            });
        }
    });
}
