//! An earlier result beside the present one: score, band and criteria in a table, then the answers that differ.

use yew::prelude::*;

use super::share::press;
use super::{View, chart, summary};
use crate::report::{CriterionReport, Report, report};
use crate::state::take::Take;
use crate::text::Key;

pub fn compare(view: &View, now: &Report) -> Html {
    let Some(answers) = &view.state.taking.earlier else {
        return html! {};
    };
    let earlier = report(&view.assessment, answers, view.texts.language());
    let row = |key: &str, label: &str, earlier: String, now: String| {
        html! { <tr key={key.to_owned()}><th scope="row">{ label.to_owned() }</th><td>{ earlier }</td><td>{ now }</td></tr> }
    };
    let number = |report: &Report| summary::number(view, report);
    let value = |criterion: &CriterionReport| chart::value(view, criterion);
    let criteria =
        earlier.criteria.iter().zip(&now.criteria).filter(|(before, now)| before.weight > 0.0 || now.weight > 0.0);
    let rows = [
        row("score", &view.say(Key::CompareScore), number(&earlier), number(now)),
        row("band", &view.say(Key::CompareBand), earlier.band.label.clone(), now.band.label.clone()),
    ];
    let rows =
        rows.into_iter().chain(criteria.map(|(before, now)| row(&now.id, &now.label, value(before), value(now))));
    let differing: Vec<Html> = view
        .assessment
        .questions()
        .map(|(_, question)| (question, answers.get(&question.id), view.state.answers.get(&question.id)))
        .filter(|(_, before, now)| before != now)
        .map(|(question, before, now)| {
            let [before, now] = [before, now].map(|answer| view.texts.spoken(question, answer));
            row(&question.id, view.read(&question.text), before, now)
        })
        .collect();
    let differing = if differing.is_empty() {
        html! { <p>{ view.say(Key::CompareSame) }</p> }
    } else {
        table(view, Key::CompareAnswers, html! { { for differing } })
    };
    html! {
        <div class="compare">
            <@{view.heading_tag(1)} class="subheading" id="earlier" tabindex="-1">{ view.say(Key::CompareTitle) }</@>
            <p>{ view.say(Key::CompareIntro) }</p>
            { table(view, Key::CompareTitle, html! { { for rows } }) }
            <div class="slot">{ differing }</div>
            <div class="actions">
                { press(view, Take::TakeOver, Key::CompareTake) }
                { press(view, Take::PutAside, Key::CompareClose) }
            </div>
        </div>
    }
}

/// A table of what was earlier and what is now.
fn table(view: &View, caption: Key, rows: Html) -> Html {
    let columns = [Key::CompareWhat, Key::CompareEarlier, Key::CompareNow];
    html! {
        <div class="table-frame" tabindex="0" role="group" aria-label={view.say(caption)}>
            <table part="table" class="compared">
                <caption>{ view.say(caption) }</caption>
                <thead><tr>{ for columns.iter().map(|key| html! { <th scope="col">{ view.say(*key) }</th> }) }</tr></thead>
                <tbody>{ rows }</tbody>
            </table>
        </div>
    }
}

/// Whose result a link says it is; plain text of a stranger's, so it is set apart.
pub fn company(view: &View) -> Html {
    let Some(name) = &view.state.taking.company else {
        return html! {};
    };
    html! { <p class="company"><bdi>{ view.texts.fill(Key::OpenCompany, &[("company", name)]) }</bdi></p> }
}
