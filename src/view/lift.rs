//! What lifts the result: the smallest change to the next band, what each answer costs, and an answer tried.

use yew::Callback;
use yew::virtual_dom::ListenerKind;

use super::button::{Look, button};
use super::parts::{open_on_demand, open_section, table};
use super::summary::score_text;
use super::ui::Ui;
use super::{View, question};
use crate::answers::Answer;
use crate::assessment::Question;
use crate::report::Report;
use crate::report::sureness::ChangeReport;
use crate::state::{Action, Trial};
use crate::text::Key;

pub fn lift(ui: &mut Ui, report: &Report) {
    open_section(ui, Key::LiftTitle);
    changes(ui, report);
    open_on_demand(ui, Key::PointsTitle);
    points(ui, report);
    ui.close();
    open_on_demand(ui, Key::TryTitle);
    what_if(ui, report);
    ui.close();
    ui.close();
}

/// The smallest change: in a sentence, then answer by answer.
pub fn changes(ui: &mut Ui, report: &Report) {
    let view = ui.view;
    ui.leaf("p", &sentence(view, report));
    ui.open("ul.changes");
    for (question, text) in report.lift.iter().flat_map(|lift| &lift.changes).filter_map(|of| change(view, of)) {
        ui.open("li");
        ui.leaf("strong", question);
        ui.text(" ");
        ui.text(&text);
        ui.close();
    }
    ui.close();
}

/// A change in words: the question, and from which answer to which.
pub fn change<'a>(view: &'a View, change: &ChangeReport) -> Option<(&'a str, String)> {
    let question = view.assessment.question(&change.question)?;
    let [from, to] = [&change.from, &change.to].map(|answer| view.texts.spoken(question, Some(answer)));
    Some((view.read(&question.text), view.texts.fill(Key::LiftChange, &[("from", &from), ("to", &to)])))
}

/// What the smallest change comes to, in a sentence.
pub fn sentence(view: &View, report: &Report) -> String {
    let Some(lift) = &report.lift else {
        return view.say(if report.score.is_some() { Key::LiftTop } else { Key::LiftUnknown });
    };
    let band = view.assessment.bands.iter().find(|band| band.id == lift.target);
    let band = band.map(|band| view.read(&band.label)).unwrap_or_default();
    if !lift.reachable {
        return view.texts.fill(Key::LiftUnreachable, &[("band", band)]);
    }
    let score = lift.score.map(|score| score_text(view, score)).unwrap_or_default();
    #[allow(clippy::cast_precision_loss)] // at most a hundred
    view.texts.count(Key::LiftChanges, lift.changes.len() as f64, &[("band", band), ("score", &score)])
}

/// Every answer that counts with the points it brings and costs, the dearest first, down to the total.
pub fn points(ui: &mut Ui, report: &Report) {
    let view = ui.view;
    let tenths = |points: f64| view.texts.number(points, 1);
    let mut lines: Vec<(f64, Vec<String>)> = Vec::new();
    for answer in report.criteria.iter().flat_map(|criterion| &criterion.questions) {
        let Some(question) = view.assessment.question(&answer.id).filter(|_| answer.points + answer.lost > 0.0) else {
            continue;
        };
        let said = view.texts.spoken(question, answer.answer.as_ref());
        let line = vec![view.read(&question.text).to_owned(), said, tenths(answer.points), tenths(answer.lost)];
        let place = lines.iter().position(|(lost, _)| *lost < answer.lost).unwrap_or(lines.len());
        lines.insert(place, (answer.lost, line));
    }
    let mut lines: Vec<Vec<String>> = lines.into_iter().map(|(_, line)| line).collect();
    let score = report.score.unwrap_or(0.0);
    lines.push(vec![view.say(Key::CriteriaTotal), String::new(), tenths(score), tenths(100.0 - score)]);
    let columns = [Key::PointsQuestion, Key::PointsAnswer, Key::CriteriaPoints, Key::CriteriaLost];
    table(ui, Key::PointsTitle, &columns, &lines, true);
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
        ui.text(&outcome(view, report, trial));
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

/// The difference that the tried answer would make.
fn outcome(view: &View, report: &Report, trial: &Report) -> String {
    let written = |report: &Report| report.score.map(|score| score_text(view, score)).unwrap_or_default();
    let values = [("score", written(trial)), ("before", written(report))];
    let mut values: Vec<(&str, &str)> = values.iter().map(|(name, value)| (*name, value.as_str())).collect();
    values.extend([("band", trial.band.label.as_str()), ("bandBefore", report.band.label.as_str())]);
    let key = if trial.band.id == report.band.id { Key::TrySame } else { Key::TryOther };
    view.texts.fill(key, &values)
}
