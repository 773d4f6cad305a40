//! What lifts the result: the smallest change to the next band, what each answer costs, and an answer tried.

use web_sys::HtmlSelectElement;
use yew::prelude::*;

use super::button::{Look, button};
use super::parts::{on_demand, section, table};
use super::summary::score_text;
use super::{View, question};
use crate::answers::Answer;
use crate::assessment::Question;
use crate::report::Report;
use crate::state::{Action, Trial};
use crate::text::Key;

pub fn lift(view: &View, report: &Report) -> Html {
    let changes = report.lift.iter().flat_map(|lift| &lift.changes).filter_map(|change| {
        let question = view.assessment.question(&change.question)?;
        let said = |answer: &Answer| view.texts.spoken(question, Some(answer));
        let values = [("from", said(&change.from)), ("to", said(&change.to))];
        let text = view.texts.fill(Key::LiftChange, &values.each_ref().map(|(name, value)| (*name, value.as_str())));
        Some(html! { <li key={change.question.clone()}><strong>{ view.read(&question.text) }</strong>{ " " }{ text }</li> })
    });
    section(
        view,
        Key::LiftTitle,
        html! {
            <>
                <p>{ sentence(view, report) }</p>
                <ul class="changes">{ for changes }</ul>
                { on_demand(view.say(Key::PointsTitle), points(view, report)) }
                { on_demand(view.say(Key::TryTitle), what_if(view, report)) }
            </>
        },
    )
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
pub fn points(view: &View, report: &Report) -> Html {
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
    let columns = [Key::PointsQuestion, Key::PointsAnswer, Key::CriteriaPoints, Key::PointsBest];
    table(view, Key::PointsTitle, &columns, lines, true)
}

/// Another answer, tried without giving it.
fn what_if(view: &View, report: &Report) -> Html {
    let tried = view.state.trial.as_ref().and_then(|trial| view.assessment.question(&trial.question));
    let onchange = view.on(|event: Event| {
        let chosen = event.target_dyn_into::<HtmlSelectElement>().map(|select| select.value()).unwrap_or_default();
        let trial = Trial { question: chosen, answer: None, draft: None };
        Action::Try(Some(trial).filter(|trial| !trial.question.is_empty()))
    });
    let options = view.assessment.questions().map(|(_, question)| {
        let selected = tried.is_some_and(|tried| tried.id == question.id);
        html! { <option value={question.id.clone()} {selected}>{ view.read(&question.text) }</option> }
    });
    let outcome = view.trial.as_ref().map(|trial| outcome(view, report, trial));
    let end = tried.map(|_| button(view, Look::Plain, Action::Try(None), html! { { view.say(Key::TryEnd) } }));
    html! {
        <div class="what-if">
            <p>{ view.say(Key::TryIntro) }</p>
            <label class="choose">
                <span>{ view.say(Key::TryLabel) }</span>
                <select class="field" {onchange}>
                    <option value="" selected={tried.is_none()}>{ view.say(Key::TryChoose) }</option>
                    { for options }
                </select>
            </label>
            <div class="slot">{ tried.map(|question| trial_field(view, question)) }</div>
            <p role="status">{ outcome }</p>
            <div class="slot">{ end }</div>
        </div>
    }
}

/// The question as in the walk, but what is chosen is only tried.
fn trial_field(view: &View, question: &Question) -> Html {
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
    html! { <div key={question.id.clone()}>{ question::question(&shown, question, None) }</div> }
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
