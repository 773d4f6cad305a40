//! The robustness of the band: sentences, the weights for which the band holds, and weights that the reader can change.

use partner_fit_core::assessment::Question;
use partner_fit_core::figures;
use partner_fit_core::report::Report;
use partner_fit_core::wording::Key;

use super::bars::bars;
use super::table::{paragraphs, table};
use crate::flow::Action;
use crate::view::button::{ButtonStyle, button, sign_button};
use crate::view::layout::{on_demand, section};
use crate::view::ui::Ui;

/// The number of steps that make up the sum of all weights: a press of a button moves 2 % of it.
const STEPS: f64 = 50.0;

pub fn robustness(ui: &mut Ui, report: &Report) {
    section(ui, Key::SureTitle, |ui| {
        ui.element("div.sentences", |ui| {
            paragraphs(ui, &ui.view.wording().robustness(report));
        });
        on_demand(ui, Key::SureWeights, |ui| {
            ui.key_element("p", Key::SureChart);
            bars(ui, &figures::bars::intervals(&ui.view.wording(), report));
            table(ui, &ui.view.wording().interval_table(report));
        });
        on_demand(ui, Key::WeightsTitle, |ui| {
            weights(ui, report);
        });
    });
}

/// Each weight with a button for less and one for more, and the score and band that follow.
fn weights(ui: &mut Ui, report: &Report) {
    let view = ui.view;
    let total: f64 = view.assessment.criteria.iter().map(|criterion| criterion.weight).sum();
    let step = total / STEPS;
    ui.element("div.weights", |ui| {
        ui.key_element("p", Key::WeightsIntro);
        ui.element("ul.list", |ui| {
            for (index, criterion) in view.assessment.criteria.iter().enumerate() {
                if !criterion.questions.iter().any(Question::is_scored) {
                    continue;
                }
                let title = view.author_text(&criterion.title);
                ui.element("li.row", |ui| {
                    ui.text_element("span.row-label", title);
                    ui.text_element("span.row-value", &view.wording().percent(criterion.weight / total));
                    ui.element("span.steppers", |ui| {
                        let weights = [(criterion.weight - step).max(0.0), criterion.weight + step];
                        for (weight, key, sign) in
                            [(weights[0], Key::WeightsLess, "−"), (weights[1], Key::WeightsMore, "+")]
                        {
                            let name = view.texts.fill(key, &[("criterion", title)]);
                            sign_button(ui, Action::Weigh(index, weight), sign, &name);
                        }
                    });
                });
            }
        });
        ui.element("p|role=status", |ui| {
            if let Some(score) = report.score {
                let values = [("score", view.wording().score_text(score)), ("band", report.band.label.clone())];
                ui.text(
                    &view.texts.fill(Key::WeightsNow, &values.each_ref().map(|(name, value)| (*name, value.as_str()))),
                );
                ui.text(" ");
            }
            ui.text(&view.wording().own_weights().unwrap_or_default());
        });
        ui.element("div.slot", |ui| {
            if view.with_author_weights.is_some() {
                button(ui, ButtonStyle::Plain, Action::ResetWeights, Key::WeightsReset);
            }
        });
    });
}
