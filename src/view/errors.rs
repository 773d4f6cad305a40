//! The missing answers of a step: which questions lack one, what each asks the reader to do, and the summary that takes
//! the focus.

use partner_fit_core::assessment::{NumberField, Question, QuestionKind};
use partner_fit_core::wording::Key;
use yew::virtual_dom::ListenerKind;

use super::View;
use super::ui::Ui;
use crate::flow::Action;

/// A question without an answer, and the sentence about it.
pub struct Missing {
    /// The question's id.
    pub question: String,
    /// The sentence that says what to do. The question shows it; the summary shows it behind the question.
    pub message: String,
    /// Whether something was typed that cannot be taken, rather than nothing.
    pub is_wrong: bool,
}

/// The missing answers of a step; empty before the reader has pressed Continue.
pub fn missing_answers(view: &View, index: usize) -> Vec<Missing> {
    if !view.flow.errors_shown {
        return Vec::new();
    }
    let missing = view.flow.missing(index, &view.assessment);
    missing
        .into_iter()
        .map(|question| {
            let draft = view.flow.drafts.get(&question.id).map_or("", |draft| draft.trim());
            Missing {
                question: question.id.clone(),
                message: message(view, question, draft),
                is_wrong: !draft.is_empty(),
            }
        })
        .collect()
}

fn message(view: &View, question: &Question, draft: &str) -> String {
    // Our own texts do not repeat the question; a host's may.
    let text = view.author_text(&question.text);
    match &question.kind {
        QuestionKind::Choice(_) => view.texts.fill(Key::ErrorChoice, &[("question", text)]),
        QuestionKind::Number(field) => number_message(view, draft, field, text),
    }
}

fn number_message(view: &View, draft: &str, field: &NumberField, text: &str) -> String {
    if draft.is_empty() {
        return view.texts.fill(Key::ErrorNumber, &[("unsure", &view.text(Key::Unsure)), ("question", text)]);
    }
    if view.texts.parse_number(draft).is_none() {
        let example = view.texts.number(12.5, 1);
        return view.texts.fill(Key::ErrorNumberFormat, &[("example", &example), ("question", text)]);
    }
    let written = |bound: Option<f64>| bound.map(|bound| view.texts.number(bound, 6)).unwrap_or_default();
    let key = match (field.min, field.max) {
        (Some(_), None) => Key::ErrorNumberMin,
        (None, _) => Key::ErrorNumberMax,
        (Some(_), Some(_)) => Key::ErrorNumberRange,
    };
    view.texts.fill(key, &[("min", &written(field.min)), ("max", &written(field.max)), ("question", text)])
}

/// The summary of the missing answers. Its links move to the questions and do not change the host's address.
pub fn summary(ui: &mut Ui, missing: &[Missing]) {
    if missing.is_empty() {
        return;
    }
    let is_wrong = missing.iter().any(|error| error.is_wrong);
    // It takes the focus, and is read with its list then. An alert would be read once more, in any order.
    ui.element(
        "div.error-summary|part=error-summary|id=error-summary|tabindex=-1|role=group|aria-labelledby=error-title|aria-describedby=error-list",
        |ui| {
            ui.heading(1, "subheading", |ui| {
                ui.attr("id", "error-title".to_owned());
                ui.key_text(if is_wrong { Key::ErrorTitleWrong } else { Key::ErrorTitle });
            });
            ui.element("ul|id=error-list", |ui| {
                for error in missing {
                    ui.element("li", |ui| {
                        ui.node_key(&error.question);
                        ui.element("a", |ui| {
                            ui.attr("href", format!("#question-{}", error.question));
                            ui.on(|| ListenerKind::onclick, Action::Show(error.question.clone()));
                            let question = ui.view.assessment.question(&error.question);
                            let text = question.map(|question| ui.view.author_text(&question.text)).unwrap_or_default();
                            ui.text(&ui.view.texts.fill(Key::ErrorIn, &[("question", text), ("error", &error.message)]));
                        });
                    });
                }
            });
        },
    );
}
