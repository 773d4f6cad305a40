//! Bars for the criteria, and the same figures as a table. A bar says nothing by colour alone: its value stands
//! beside it, and what is unknown is drawn as an outline.

use yew::prelude::*;

use super::View;
use crate::number::Shown;
use crate::report::{CriterionReport, Report};
use crate::text::Key;

pub fn criteria(view: &View, report: &Report) -> Html {
    html! {
        <div class="chart-part">
            { view.subheading(Key::CriteriaTitle) }
            <p>{ view.say(Key::CriteriaIntro) }</p>
            { bars(view, report) }
            <details>
                <summary>{ view.say(Key::CriteriaTable) }</summary>
                { table(view, report) }
            </details>
        </div>
    }
}

/// The criteria that have a place among the points: one to which the author gave no weight brings none.
fn weighted<'a>(view: &View, report: &'a Report) -> impl Iterator<Item = &'a CriterionReport> {
    let authored = view.assessment.criteria.iter().map(|criterion| criterion.weight > 0.0).collect::<Vec<_>>();
    report.criteria.iter().zip(authored).filter(|(_, weighs)| *weighs).map(|(criterion, _)| criterion)
}

/// A bar for each criterion.
pub fn bars(view: &View, report: &Report) -> Html {
    let bars = weighted(view, report).map(|criterion| {
        html! {
            <li key={criterion.id.clone()} class="row">
                <span class="row-label">{ &criterion.label }</span>
                <span class="row-value">{ value(view, criterion) }</span>
                { bar(criterion) }
            </li>
        }
    });
    html! { <ul part="chart" class="list chart">{ for bars }</ul> }
}

/// The value of a criterion from 0 to 100, or what is known of it.
pub fn value(view: &View, criterion: &CriterionReport) -> String {
    let percent = |value: f64| view.texts.number((100.0 * value).round(), 0);
    match criterion.value {
        None if criterion.weight > 0.0 => view.say(Key::CriteriaUnknown),
        None => view.say(Key::CriteriaOut),
        Some(_) if criterion.high > criterion.low => {
            view.texts.fill(Key::CriteriaRange, &[("low", &percent(criterion.low)), ("high", &percent(criterion.high))])
        }
        Some(value) => percent(value),
    }
}

fn bar(criterion: &CriterionReport) -> Html {
    let applies = criterion.weight > 0.0;
    let [low, high] = if applies { [criterion.low, criterion.high].map(|bound| 100.0 * bound) } else { [0.0, 0.0] };
    html! {
        <svg class="bar" part="bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true" focusable="false">
            <rect class="track" width="100" height="10" />
            <rect class="maybe" x={Shown(low).to_string()} width={Shown((high - low).max(0.0)).to_string()} height="10" />
            <rect class="fill" width={Shown(low).to_string()} height="10" />
        </svg>
    }
}

/// The same figures as a table.
pub fn table(view: &View, report: &Report) -> Html {
    let tenths = |number: f64| view.texts.number(number, 1);
    let row = |label: &str, value: String, weight: f64, points: f64, lost: f64| {
        html! {
            <>
                <th scope="row">{ label.to_owned() }</th>
                <td>{ value }</td>
                <td>{ format!("{} %", tenths(100.0 * weight)) }</td>
                <td>{ tenths(points) }</td>
                <td>{ tenths(lost) }</td>
            </>
        }
    };
    let rows = weighted(view, report).map(|criterion| {
        let cells = row(&criterion.label, value(view, criterion), criterion.weight, criterion.points, criterion.lost);
        html! { <tr key={criterion.id.clone()}>{ cells }</tr> }
    });
    let lost = report.criteria.iter().map(|criterion| criterion.lost).sum();
    let score = report.score.unwrap_or(0.0);
    let columns =
        [Key::CriteriaCriterion, Key::CriteriaValue, Key::CriteriaWeight, Key::CriteriaPoints, Key::CriteriaLost];
    let total =
        report.score.map_or_else(|| view.say(Key::CriteriaUnknown), |score| super::summary::score_text(view, score));
    html! {
        <div class="table-frame" tabindex="0" role="group" aria-label={view.say(Key::CriteriaTitle)}>
            <table part="table">
                <caption class="unseen">{ view.say(Key::CriteriaTitle) }</caption>
                <thead><tr>{ for columns.iter().map(|key| html! { <th scope="col">{ view.say(*key) }</th> }) }</tr></thead>
                <tbody>{ for rows }</tbody>
                <tfoot><tr>{ row(&view.say(Key::CriteriaTotal), total, 1.0, score, lost) }</tr></tfoot>
            </table>
        </div>
    }
}
