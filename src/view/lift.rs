//! What lifts the result: the smallest change to the next band, what each answer costs, and an answer tried.

use partner_fit_core::answers::Answer;
use partner_fit_core::assessment::Question;
use partner_fit_core::report::Report;
use partner_fit_core::wording::Key;
use yew::Callback;
use yew::virtual_dom::ListenerKind;

use super::button::{Look, button};
use super::parts::{open_on_demand, open_section, table};
use super::question;
use super::ui::Ui;
use crate::flow::{Action, Trial};

pub fn lift(ui: &mut Ui, report: &Report) {
    open_section(ui, Key::LiftTitle);
    changes(ui, report);
    open_on_demand(ui, Key::PointsTitle);
    table(ui, &ui.view.wording().points_table(report));
    ui.close();
    open_on_demand(ui, Key::TryTitle);
    what_if(ui, report);
    ui.close();
    ui.close();
}

/// The smallest change: in a sentence, then answer by answer.
pub fn changes(ui: &mut Ui, report: &Report) {
    let wording = ui.view.wording();
    ui.leaf("p", &wording.lift(report));
    ui.open("ul.changes");
    for (question, text) in
        report.lift.iter().flat_map(|lift| &lift.changes).filter_map(|change| wording.change(change))
    {
        ui.open("li");
        ui.leaf("strong", question);
        ui.text(" ");
        ui.text(&text);
        ui.close();
    }
    ui.close();
}

/// Another answer, tried without giving it.
fn what_if(ui: &mut Ui, report: &Report) {
    let view = ui.view;
    let tried = view.state.trial.as_ref().and_then(|trial| view.assessment.question(&trial.question));
    ui.open("div.what-if");
    ui.said("p", Key::TryIntro);
    ui.open("label.choose");
    ui.said("span", Key::TryLabel);
    ui.open("select.field");
    let chosen = |question: String| {
        let trial = Trial { question, answer: None, draft: None };
        Action::Try(Some(trial).filter(|trial| !trial.question.is_empty()))
    };
    ui.on_value(ListenerKind::onchange, Callback::from(chosen));
    ui.chosen(tried.map(|question| question.id.as_str()).unwrap_or_default());
    ui.said("option|value=", Key::TryChoose);
    for (_, question) in view.assessment.questions() {
        ui.open("option");
        ui.attr("value", question.id.clone());
        ui.text(view.read(&question.text));
        ui.close();
    }
    ui.close();
    ui.close();
    ui.open("div.slot");
    if let Some(question) = tried {
        trial_field(ui, question);
    }
    ui.close();
    ui.open("p|role=status");
    if let Some(trial) = &view.trial {
        ui.text(&view.wording().trial(report, trial));
    }
    ui.close();
    ui.open("div.slot");
    if tried.is_some() {
        button(ui, Look::Plain, Action::Try(None), Key::TryEnd);
    }
    ui.close();
    ui.close();
}

/// The question as in the walk, but what is chosen is only tried.
fn trial_field(ui: &mut Ui, question: &Question) {
    let view = ui.view;
    let trial = view.state.trial.clone();
    let mut shown = view.clone();
    let mut state = (*view.state).clone();
    if let Some(answers) = state.tried() {
        state.answers = answers;
    }
    if let Some((id, draft)) = trial.and_then(|trial| Some((trial.question, trial.draft?))) {
        state.drafts.insert(&id, draft);
    }
    shown.state = state.into();
    let dispatch = view.dispatch.clone();
    shown.dispatch = Callback::from(move |action: Action| {
        let trial = match action {
            Action::Choose(question, answer) => Trial { question, answer: Some(answer), draft: None },
            Action::Type(question, draft, number) => {
                Trial { question, answer: number.map(Answer::Number), draft: Some(draft) }
            }
            _ => return,
        };
        dispatch.emit(Action::Try(Some(trial)));
    });
    let mut inside = Ui::new(&shown);
    inside.open("div");
    inside.key(&question.id);
    question::question(&mut inside, question, None);
    inside.close();
    ui.put_node(inside.finish());
}
