//! Pictures of the criteria: bars with a tick at the next band, how the points add up, a radar. A picture says nothing
//! by colour alone: values stand beside it in words, and each has a table.

use std::f64::consts::FRAC_1_SQRT_2;

use super::View;
use super::parts::{open_on_demand, open_section, table};
use super::ui::Ui;
use crate::number::Shown;
use crate::report::{CriterionReport, Report};
use crate::text::Key;

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
pub fn rows(ui: &mut Ui, rows: &[Row]) {
    ui.open("ul.list.chart|part=chart");
    for row in rows {
        ui.open("li.row");
        ui.leaf("span.row-label", &row.label);
        ui.leaf("span.row-value", &row.value);
        ui.open("svg.bar|part=bar|viewBox=0 0 100 10|preserveAspectRatio=none|aria-hidden=true|focusable=false");
        ui.leaf("title", &row.label);
        ui.leaf("desc", &row.value);
        bar(ui, "rect.track|height=10", [0.0, 100.0]);
        bar(ui, "rect.maybe|height=10", row.maybe);
        bar(ui, "rect.fill|height=10", row.solid);
        ui.open("g");
        if let Some(x) = row.tick {
            edge(ui, x);
        }
        ui.close();
        ui.close();
        ui.close();
    }
    ui.close();
}

/// A part of a bar: where it begins, and how long it is.
pub fn bar(ui: &mut Ui, element: &'static str, [from, length]: [f64; 2]) {
    ui.open(element);
    ui.measure("x", from);
    ui.measure("width", length.max(0.0));
    ui.close();
}

/// A mark across a bar.
pub fn edge(ui: &mut Ui, x: f64) {
    ui.open("line.edge|y1=0|y2=10");
    ui.measure("x1", x);
    ui.measure("x2", x);
    ui.close();
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

pub fn criteria(ui: &mut Ui, report: &Report) {
    let view = ui.view;
    open_section(ui, Key::CriteriaTitle);
    ui.open("p");
    ui.say(Key::CriteriaIntro);
    if let Some(edge) = target(view, report) {
        ui.text(" ");
        ui.text(&view.texts.fill(Key::CriteriaTick, &[("edge", &view.texts.number(edge, 1))]));
    }
    ui.close();
    bars(ui, report);
    open_on_demand(ui, Key::CriteriaTable);
    figures(ui, report);
    ui.close();
    open_on_demand(ui, Key::WaterfallTitle);
    waterfall(ui, report);
    ui.close();
    radar(ui, report);
    ui.close();
}

/// A bar for each criterion, with a tick at the edge of the next band.
pub fn bars(ui: &mut Ui, report: &Report) {
    let view = ui.view;
    let tick = target(view, report);
    let mut bars = Vec::new();
    for criterion in weighted(view, report) {
        let applies = criterion.weight > 0.0;
        let [low, high] = if applies { [criterion.low, criterion.high].map(|v| 100.0 * v) } else { [0.0, 0.0] };
        bars.push(Row {
            label: criterion.label.clone(),
            value: value(view, criterion),
            solid: [0.0, low],
            maybe: [low, high - low],
            tick,
        });
    }
    rows(ui, &bars);
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

/// The same figures as a table.
pub fn figures(ui: &mut Ui, report: &Report) {
    let view = ui.view;
    let tenths = |number: f64| view.texts.number(number, 1);
    let share = |weight: f64| format!("{} %", tenths(100.0 * weight));
    let mut lines: Vec<Vec<String>> = Vec::new();
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
    table(ui, Key::CriteriaTitle, &columns, &lines, true);
}

/// How the points add up to the score: each bar begins where the one before it ends; what is lost is an outline.
fn waterfall(ui: &mut Ui, report: &Report) {
    let view = ui.view;
    let mut from = 0.0;
    let mut bars = Vec::new();
    for criterion in weighted(view, report) {
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
    bars.push(Row {
        label: view.say(Key::CriteriaTotal),
        value: report.score.map(|score| super::summary::score_text(view, score)).unwrap_or_default(),
        solid: [0.0, from],
        maybe: [0.0, 0.0],
        tick: target(view, report),
    });
    ui.said("p", Key::WaterfallIntro);
    rows(ui, &bars);
}

/// Cosine and sine of a third to an eighth of a turn: general ones are 4 KB of code.
const TURNS: [[f64; 2]; 6] = [
    [-0.5, 0.866_025_403_784_438_6],
    [0.0, 1.0],
    [0.309_016_994_374_947_45, 0.951_056_516_295_153_5],
    [0.5, 0.866_025_403_784_438_6],
    [0.623_489_801_858_733_6, 0.781_831_482_468_029_8],
    [FRAC_1_SQRT_2, FRAC_1_SQRT_2],
];

/// A radar on demand, its axes numbered as in the list under it. With fewer than three criteria it is no shape, with
/// more than eight it cannot be read.
fn radar(ui: &mut Ui, report: &Report) {
    let view = ui.view;
    let criteria = weighted(view, report);
    let Some([cos, sin]) = criteria.len().checked_sub(3).and_then(|place| TURNS.get(place)).copied() else { return };
    // The directions of the axes, from the top on clockwise.
    let mut axes = Vec::new();
    let mut axis = [0.0, -1.0];
    for _ in &criteria {
        axes.push(axis);
        axis = [axis[0] * cos - axis[1] * sin, axis[0] * sin + axis[1] * cos];
    }
    // To a tenth: enough for a picture.
    let at = |share: f64, part: f64| (1000.0 + 900.0 * share * part).round() / 10.0;
    let shape = |value: &dyn Fn(&CriterionReport) -> f64| {
        let mut points = String::new();
        for (criterion, [x, y]) in criteria.iter().zip(&axes) {
            let share = value(criterion);
            points.push_str(&format!("{},{} ", Shown(at(share, *x)), Shown(at(share, *y))));
        }
        points
    };
    let edge = target(view, report).unwrap_or(0.0) / 100.0;
    let words: Vec<String> = criteria.iter().map(|c| format!("{}: {}", c.label, value(view, c))).collect();
    open_on_demand(ui, Key::RadarTitle);
    ui.open(
        "svg.radar|part=chart|viewBox=-5 -5 210 210|role=img|aria-labelledby=radar-title radar-desc|focusable=false",
    );
    ui.said("title|id=radar-title", Key::RadarTitle);
    ui.leaf("desc|id=radar-desc", &words.join("; "));
    for (element, points) in [
        ("polygon.ring", shape(&|_| 1.0)),
        ("polygon.ring.target", shape(&|_| edge)),
        ("polygon.shape", shape(&|criterion| criterion.value.unwrap_or(0.0))),
    ] {
        ui.open(element);
        ui.attr("points", points);
        ui.close();
    }
    for (place, (criterion, [x, y])) in criteria.iter().zip(axes).enumerate() {
        ui.open("line.axis|x1=100|y1=100");
        ui.measure("x2", at(1.0, x));
        ui.measure("y2", at(1.0, y));
        ui.close();
        ui.open("circle.fill|r=2.5");
        ui.measure("cx", at(criterion.value.unwrap_or(0.0), x));
        ui.measure("cy", at(criterion.value.unwrap_or(0.0), y));
        ui.close();
        ui.open("text|text-anchor=middle|dominant-baseline=central");
        ui.measure("x", at(1.08, x));
        ui.measure("y", at(1.08, y));
        ui.text(&(place + 1).to_string());
        ui.close();
    }
    ui.close();
    ui.said("p", Key::RadarIntro);
    ui.open("ol.legend");
    for words in &words {
        ui.leaf("li", words);
    }
    ui.close();
    ui.close();
}
