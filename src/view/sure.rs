//! How sure the band is: plain sentences first, then for which weights it holds, and weights that a reader can move.

use partner_fit_core::assessment::Question;
use partner_fit_core::figures::bars;
use partner_fit_core::report::Report;
use partner_fit_core::wording::Key;

use super::button::{Look, button, press};
use super::chart::rows;
use super::parts::{open_on_demand, open_section, paragraphs, table};
use super::ui::Ui;
use crate::flow::Action;

/// How much of all weight a press of a button moves: 2 %.
const STEPS: f64 = 50.0;

pub fn sure(ui: &mut Ui, report: &Report) {
    open_section(ui, Key::SureTitle);
    ui.open("div.sentences");
    paragraphs(ui, &ui.view.wording().robustness(report));
    ui.close();
    open_on_demand(ui, Key::SureWeights);
    ui.said("p", Key::SureChart);
    rows(ui, &bars::intervals(&ui.view.wording(), report));
    table(ui, &ui.view.wording().interval_table(report));
    ui.close();
    open_on_demand(ui, Key::WeightsTitle);
    weights(ui, report);
    ui.close();
    ui.close();
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
        ui.leaf("span.row-value", &view.wording().percent(criterion.weight / total));
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
        let values = [("score", view.wording().score_text(score)), ("band", report.band.label.clone())];
        ui.text(&view.texts.fill(Key::WeightsNow, &values.each_ref().map(|(name, value)| (*name, value.as_str()))));
        ui.text(" ");
    }
    ui.text(&view.wording().own_weights().unwrap_or_default());
    ui.close();
    ui.open("div.slot");
    if view.authors.is_some() {
        button(ui, Look::Plain, Action::ResetWeights, Key::WeightsReset);
    }
    ui.close();
    ui.close();
}
