//! How sure the band is: plain sentences first, then for which weights it holds, and weights that a reader can move.

use super::View;
use super::button::{Look, button, press};
use super::chart::{Row, rows};
use super::parts::{open_on_demand, open_section, paragraphs, percent, table};
use super::summary::score_text;
use super::ui::Ui;
use crate::assessment::Question;
use crate::report::sureness::IntervalReport;
use crate::report::{CriterionReport, Report};
use crate::state::Action;
use crate::text::Key;

/// How much of all weight a press of a button moves: 2 %.
const STEPS: f64 = 50.0;

pub fn sure(ui: &mut Ui, report: &Report) {
    open_section(ui, Key::SureTitle);
    ui.open("div.sentences");
    paragraphs(ui, &sentences(ui.view, report));
    ui.close();
    open_on_demand(ui, Key::SureWeights);
    ui.said("p", Key::SureChart);
    intervals(ui, report);
    interval_table(ui, report);
    ui.close();
    open_on_demand(ui, Key::WeightsTitle);
    weights(ui, report);
    ui.close();
    ui.close();
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

/// A criterion with the weights between which the band holds.
fn with_intervals(report: &Report) -> impl Iterator<Item = (&IntervalReport, &CriterionReport)> {
    let criterion = |interval: &IntervalReport| report.criteria.iter().find(|other| other.id == interval.criterion);
    report.robustness.intervals.iter().filter_map(move |interval| Some((interval, criterion(interval)?)))
}

/// For which weights of each criterion the band holds, and the weight now.
fn intervals(ui: &mut Ui, report: &Report) {
    let view = ui.view;
    let mut bars = Vec::new();
    for (interval, criterion) in with_intervals(report) {
        let [low, high] = [interval.low, interval.high].map(|share| percent(view, share));
        bars.push(Row {
            label: criterion.label.clone(),
            value: view.texts.fill(Key::SureInterval, &[("low", &low), ("high", &high)]),
            solid: [100.0 * interval.low, 100.0 * (interval.high - interval.low)],
            maybe: [0.0, 0.0],
            tick: Some(100.0 * criterion.weight),
        });
    }
    rows(ui, &bars);
}

pub fn interval_table(ui: &mut Ui, report: &Report) {
    let view = ui.view;
    let mut lines = Vec::new();
    for (interval, criterion) in with_intervals(report) {
        let mut line = vec![criterion.label.clone()];
        for share in [criterion.weight, interval.low, interval.high] {
            line.push(percent(view, share));
        }
        lines.push(line);
    }
    let columns = [Key::CriteriaCriterion, Key::SureNow, Key::SureFrom, Key::SureTo];
    table(ui, Key::SureChart, &columns, &lines, false);
}

/// The weights with a button for less and one for more, and what becomes of the result.
fn weights(ui: &mut Ui, report: &Report) {
    let view = ui.view;
    let total: f64 = view.assessment.criteria.iter().map(|criterion| criterion.weight).sum();
    let step = total / STEPS;
    ui.open("div.weights");
    ui.said("p", Key::WeightsIntro);
    ui.open("ul.list");
    for (place, criterion) in view.assessment.criteria.iter().enumerate() {
        if !criterion.questions.iter().any(Question::is_scored) {
            continue;
        }
        let title = view.read(&criterion.title);
        ui.open("li.row");
        ui.leaf("span.row-label", title);
        ui.leaf("span.row-value", &percent(view, criterion.weight / total));
        ui.open("span.steppers");
        let weights = [(criterion.weight - step).max(0.0), criterion.weight + step];
        for (weight, key, sign) in [(weights[0], Key::WeightsLess, "−"), (weights[1], Key::WeightsMore, "+")] {
            let name = view.texts.fill(key, &[("criterion", title)]);
            press(ui, Action::Weigh(place, weight), sign, &name);
        }
        ui.close();
        ui.close();
    }
    ui.close();
    ui.open("p|role=status");
    if let Some(score) = report.score {
        let values = [("score", score_text(view, score)), ("band", report.band.label.clone())];
        ui.text(&view.texts.fill(Key::WeightsNow, &values.each_ref().map(|(name, value)| (*name, value.as_str()))));
        ui.text(" ");
    }
    ui.text(&own(view).unwrap_or_default());
    ui.close();
    ui.open("div.slot");
    if view.authors.is_some() {
        button(ui, Look::Plain, Action::ResetWeights, Key::WeightsReset);
    }
    ui.close();
    ui.close();
}

/// That the weights are the reader's own, and what the result is with the author's.
pub fn own(view: &View) -> Option<String> {
    let authors = view.authors.as_ref()?;
    let score = authors.score.map(|score| score_text(view, score)).unwrap_or_default();
    Some(view.texts.fill(Key::WeightsOwn, &[("score", &score), ("band", &authors.band.label)]))
}
