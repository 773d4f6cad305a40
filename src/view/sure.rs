//! How sure the band is: plain sentences first, then for which weights it holds, and weights that a reader can move.

use yew::prelude::*;

use super::View;
use super::button::{Look, button};
use super::chart::{Row, rows};
use super::parts::{on_demand, percent, section, table};
use super::summary::score_text;
use crate::assessment::{Criterion, Question};
use crate::report::Report;
use crate::report::sureness::IntervalReport;
use crate::state::Action;
use crate::text::Key;

/// How much of all weight a press of a button moves: 2 %.
const STEPS: f64 = 50.0;

pub fn sure(view: &View, report: &Report) -> Html {
    let sentences = sentences(view, report).into_iter().map(|sentence| html! { <p>{ sentence }</p> });
    section(
        view,
        Key::SureTitle,
        html! {
            <>
                <div class="sentences">{ for sentences }</div>
                { on_demand(view.say(Key::SureWeights), html! {
                    <>
                        <p>{ view.say(Key::SureChart) }</p>
                        { intervals(view, report) }
                        { interval_table(view, report) }
                    </>
                }) }
                { on_demand(view.say(Key::WeightsTitle), weights(view, report)) }
            </>
        },
    )
}

/// How sure the result is, in sentences; none where nothing is known.
pub fn sentences(view: &View, report: &Report) -> Vec<String> {
    let robustness = &report.robustness;
    let Some(place) = view.assessment.bands.iter().position(|band| band.id == report.band.id) else {
        return Vec::new();
    };
    if report.score.is_none() {
        return Vec::new();
    }
    let chance = |chances: &[f64]| percent(view, chances.get(place).copied().unwrap_or(0.0));
    let near = &robustness.near_weights;
    let said = |key, chances: &[f64]| {
        view.texts.fill(key, &[("band", report.band.label.as_str()), ("chance", &chance(chances))])
    };
    let box_key = if near.holds { Key::SureBoxHolds } else { Key::SureBoxChanges };
    let [low, high] = [near.low, near.high].map(|score| score_text(view, score));
    vec![
        said(Key::SureOrder, &robustness.same_order),
        said(Key::SureAny, &robustness.any_weights),
        said(Key::SureNear, &near.chances),
        view.texts.fill(box_key, &[("low", &low), ("high", &high), ("band", &report.band.label)]),
    ]
}

/// For which weights of each criterion the band holds, and the weight now.
fn intervals(view: &View, report: &Report) -> Html {
    let row = |interval: &IntervalReport| {
        let criterion = report.criteria.iter().find(|criterion| criterion.id == interval.criterion)?;
        let [low, high] = [interval.low, interval.high].map(|share| percent(view, share));
        Some(Row {
            label: criterion.label.clone(),
            value: view.texts.fill(Key::SureInterval, &[("low", &low), ("high", &high)]),
            solid: [100.0 * interval.low, 100.0 * (interval.high - interval.low)],
            maybe: [0.0, 0.0],
            tick: Some(100.0 * criterion.weight),
        })
    };
    rows(report.robustness.intervals.iter().filter_map(row).collect())
}

pub fn interval_table(view: &View, report: &Report) -> Html {
    let row = |interval: &IntervalReport| {
        let criterion = report.criteria.iter().find(|criterion| criterion.id == interval.criterion)?;
        let shares = [criterion.weight, interval.low, interval.high].map(|share| percent(view, share));
        Some([criterion.label.clone()].into_iter().chain(shares).collect())
    };
    let columns = [Key::CriteriaCriterion, Key::SureNow, Key::SureFrom, Key::SureTo];
    table(view, Key::SureChart, &columns, report.robustness.intervals.iter().filter_map(row).collect(), false)
}

/// The weights with a button for less and one for more, and what becomes of the result.
fn weights(view: &View, report: &Report) -> Html {
    let total: f64 = view.assessment.criteria.iter().map(|criterion| criterion.weight).sum();
    let step = total / STEPS;
    let scored = |criterion: &Criterion| criterion.questions.iter().any(Question::is_scored);
    let rows = view.assessment.criteria.iter().enumerate().filter(|(_, criterion)| scored(criterion));
    let rows = rows.map(|(place, criterion)| {
        let title = view.read(&criterion.title);
        let press = |key: Key, sign: &'static str, weight: f64| {
            let name = view.texts.fill(key, &[("criterion", title)]);
            let label = html! { <><span aria-hidden="true">{ sign }</span><span class="unseen">{ name }</span></> };
            button(view, Look::Plain, Action::Weigh(place, weight), label)
        };
        html! {
            <li key={criterion.id.clone()} class="row">
                <span class="row-label">{ title }</span>
                <span class="row-value">{ percent(view, criterion.weight / total) }</span>
                <span class="steppers">
                    { press(Key::WeightsLess, "−", (criterion.weight - step).max(0.0)) }
                    { press(Key::WeightsMore, "+", criterion.weight + step) }
                </span>
            </li>
        }
    });
    let now = report.score.map(|score| {
        view.texts.fill(Key::WeightsNow, &[("score", &score_text(view, score)), ("band", &report.band.label)])
    });
    let reset = view
        .authors
        .is_some()
        .then(|| button(view, Look::Plain, Action::ResetWeights, html! { { view.say(Key::WeightsReset) } }));
    html! {
        <div class="weights">
            <p>{ view.say(Key::WeightsIntro) }</p>
            <ul class="list">{ for rows }</ul>
            <p role="status">{ now }{ " " }{ own(view) }</p>
            <div class="slot">{ reset }</div>
        </div>
    }
}

/// That the weights are the reader's own, and what the result is with the author's.
pub fn own(view: &View) -> Option<String> {
    let authors = view.authors.as_ref()?;
    let score = authors.score.map(|score| score_text(view, score)).unwrap_or_default();
    Some(view.texts.fill(Key::WeightsOwn, &[("score", &score), ("band", &authors.band.label)]))
}
