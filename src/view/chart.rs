//! Pictures of the criteria: bars with a tick at the next band, how the points add up, a radar. A picture says nothing
//! by colour alone: values stand beside it in words, and each has a table.

use yew::prelude::*;

use super::View;
use super::parts::{on_demand, section, table};
use crate::number::Shown;
use crate::report::{CriterionReport, Report};
use crate::text::Key;

/// With how many criteria a radar can still be read, and with how few it is a shape at all.
const RADAR: std::ops::RangeInclusive<usize> = 3..=8;

/// A bar with its words. All measures run from 0 to 100.
pub struct Row {
    /// What it is of.
    pub label: String,
    /// What it says.
    pub value: String,
    /// Where the filled part begins, and how long it is.
    pub solid: [f64; 2],
    /// Where the part begins that is possible or lost, and how long it is.
    pub maybe: [f64; 2],
    /// Where a mark stands.
    pub tick: Option<f64>,
}

/// Bars under each other.
pub fn rows(rows: Vec<Row>) -> Html {
    let rows = rows.into_iter().map(|row| {
        let part = |class: &'static str, [from, length]: [f64; 2]| {
            html! { <rect {class} x={shown(from)} width={shown(length.max(0.0))} height="10" /> }
        };
        let tick = row.tick.map(shown).map(|x| html! { <line class="edge" x1={x.clone()} x2={x} y1="0" y2="10" /> });
        html! {
            <li class="row">
                <span class="row-label">{ &row.label }</span>
                <span class="row-value">{ &row.value }</span>
                <svg class="bar" part="bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true" focusable="false">
                    <title>{ &row.label }</title>
                    <desc>{ &row.value }</desc>
                    { part("track", [0.0, 100.0]) }
                    { part("maybe", row.maybe) }
                    { part("fill", row.solid) }
                    <g>{ tick }</g>
                </svg>
            </li>
        }
    });
    html! { <ul part="chart" class="list chart">{ for rows }</ul> }
}

fn shown(number: f64) -> String {
    Shown(number).to_string()
}

/// The criteria that can bring points: one without weight has no place among them.
fn weighted<'a>(view: &View, report: &'a Report) -> Vec<&'a CriterionReport> {
    let weighs =
        |id: &str| view.assessment.criteria.iter().any(|criterion| criterion.id == *id && criterion.weight > 0.0);
    report.criteria.iter().filter(|criterion| weighs(&criterion.id)).collect()
}

/// The edge of the next band, or in the top band of that one.
fn target(view: &View, report: &Report) -> Option<f64> {
    let bands = &view.assessment.bands;
    let place = bands.iter().position(|band| band.id == report.band.id)?;
    bands.get(place + 1).or(bands.get(place)).map(|band| band.from)
}

pub fn criteria(view: &View, report: &Report) -> Html {
    let criteria = weighted(view, report);
    let tick = target(view, report);
    let bars = criteria.iter().map(|criterion| {
        let applies = criterion.weight > 0.0;
        let [low, high] = if applies { [criterion.low, criterion.high].map(|v| 100.0 * v) } else { [0.0, 0.0] };
        Row {
            label: criterion.label.clone(),
            value: value(view, criterion),
            solid: [0.0, low],
            maybe: [low, high - low],
            tick,
        }
    });
    let mark = tick.map(|edge| view.texts.fill(Key::CriteriaTick, &[("edge", &view.texts.number(edge, 1))]));
    section(
        view,
        Key::CriteriaTitle,
        html! {
            <>
                <p>{ view.say(Key::CriteriaIntro) }{ " " }{ mark }</p>
                { rows(bars.collect()) }
                { on_demand(view.say(Key::CriteriaTable), figures(view, report)) }
                { on_demand(view.say(Key::WaterfallTitle), waterfall(view, report, &criteria)) }
                <div class="slot">{ radar(view, report, &criteria) }</div>
            </>
        },
    )
}

/// The value of a criterion from 0 to 100, or what is known of it.
fn value(view: &View, criterion: &CriterionReport) -> String {
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

/// The same figures as a table.
pub fn figures(view: &View, report: &Report) -> Html {
    let tenths = |number: f64| view.texts.number(number, 1);
    let share = |weight: f64| format!("{} %", tenths(100.0 * weight));
    let mut lines = Vec::new();
    let mut lost = 0.0;
    for criterion in weighted(view, report) {
        lost += criterion.lost;
        let points = [criterion.points, criterion.lost].map(tenths);
        let words = [criterion.label.clone(), value(view, criterion), share(criterion.weight)];
        lines.push(words.into_iter().chain(points).collect());
    }
    let total =
        report.score.map_or_else(|| view.say(Key::CriteriaUnknown), |score| super::summary::score_text(view, score));
    let points = [report.score.unwrap_or(0.0), lost].map(tenths);
    lines.push([view.say(Key::CriteriaTotal), total, share(1.0)].into_iter().chain(points).collect());
    let columns =
        [Key::CriteriaCriterion, Key::CriteriaValue, Key::CriteriaWeight, Key::CriteriaPoints, Key::CriteriaLost];
    table(view, Key::CriteriaTitle, &columns, lines, true)
}

/// How the points add up to the score: each bar begins where the one before it ends; what is lost is an outline.
fn waterfall(view: &View, report: &Report, criteria: &[&CriterionReport]) -> Html {
    let mut from = 0.0;
    let mut bars = Vec::new();
    for criterion in criteria {
        let points = view.texts.number(criterion.points, 1);
        let all = view.texts.number(criterion.points + criterion.lost, 1);
        bars.push(Row {
            label: criterion.label.clone(),
            value: view.texts.fill(Key::WaterfallValue, &[("points", &points), ("all", &all)]),
            solid: [from, criterion.points],
            maybe: [from + criterion.points, criterion.lost],
            tick: None,
        });
        from += criterion.points;
    }
    let score = report.score.map(|score| super::summary::score_text(view, score)).unwrap_or_default();
    let total = Row {
        label: view.say(Key::CriteriaTotal),
        value: score,
        solid: [0.0, from],
        maybe: [0.0, 0.0],
        tick: target(view, report),
    };
    bars.push(total);
    html! { <><p>{ view.say(Key::WaterfallIntro) }</p>{ rows(bars) }</> }
}

/// A radar on demand, its axes numbered as in the list under it.
fn radar(view: &View, report: &Report, criteria: &[&CriterionReport]) -> Option<Html> {
    if !RADAR.contains(&criteria.len()) {
        return None;
    }
    let count = criteria.len();
    #[allow(clippy::cast_precision_loss)] // at most eight
    let at = |place: usize, share: f64| {
        let angle = std::f64::consts::TAU * place as f64 / count as f64;
        // To a tenth: enough for a picture.
        [libm::sin(angle), -libm::cos(angle)].map(|part| shown((1000.0 + 900.0 * share * part).round() / 10.0))
    };
    let shape = |value: &dyn Fn(&CriterionReport) -> f64| {
        let points: Vec<String> = criteria.iter().enumerate().map(|(place, c)| at(place, value(c)).join(",")).collect();
        points.join(" ")
    };
    let edge = target(view, report).unwrap_or(0.0) / 100.0;
    let axes = (0..count).map(|place| {
        let ([x2, y2], [x, y]) = (at(place, 1.0), at(place, 1.08));
        html! {
            <>
                <line class="axis" x1="100" y1="100" {x2} {y2} />
                <text {x} {y} text-anchor="middle" dominant-baseline="central">{ place + 1 }</text>
            </>
        }
    });
    let dots = criteria.iter().enumerate().map(|(place, criterion)| {
        let [cx, cy] = at(place, criterion.value.unwrap_or(0.0));
        html! { <circle class="fill" {cx} {cy} r="2.5" /> }
    });
    let words: Vec<String> = criteria.iter().map(|c| format!("{}: {}", c.label, value(view, c))).collect();
    let legend = words.iter().map(|words| html! { <li>{ words }</li> });
    Some(on_demand(
        view.say(Key::RadarTitle),
        html! {
            <>
                <svg class="radar" part="chart" viewBox="-5 -5 210 210" role="img" aria-labelledby="radar-title radar-desc" focusable="false">
                    <title id="radar-title">{ view.say(Key::RadarTitle) }</title>
                    <desc id="radar-desc">{ words.join("; ") }</desc>
                    <polygon class="ring" points={shape(&|_| 1.0)} />
                    <polygon class="ring target" points={shape(&|_| edge)} />
                    { for axes }
                    <polygon class="shape" points={shape(&|criterion| criterion.value.unwrap_or(0.0))} />
                    { for dots }
                </svg>
                <p>{ view.say(Key::RadarIntro) }</p>
                <ol class="legend">{ for legend }</ol>
            </>
        },
    ))
}
