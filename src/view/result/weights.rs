//! The reader's own weights: a slider for each topic. The score and the band stay in view above them, and one sentence
//! says what each move has done.

use partner_fit_core::assessment::Question;
use partner_fit_core::report::Report;
use partner_fit_core::wording::Key;
use partner_fit_core::wording::format::parse_number;
use yew::Callback;
use yew::virtual_dom::ListenerKind;

use crate::flow::Action;
use crate::view::button::{ButtonStyle, button};
use crate::view::ui::Ui;

/// The number of steps of a slider.
const STEPS: f64 = 100.0;

pub fn weights(ui: &mut Ui, report: &Report) {
    let view = ui.view;
    let total: f64 = view.assessment.criteria.iter().map(|criterion| criterion.weight).sum();
    ui.element("details.weights|id=weights", |ui| {
        ui.key_element("summary", Key::WeightsTitle);
        ui.key_element("p", Key::WeightsIntro);
        ui.element("ul.list", |ui| {
            for (index, criterion) in view.assessment.criteria.iter().enumerate() {
                if !criterion.questions.iter().any(Question::is_scored) {
                    continue;
                }
                let share = view.wording().percent(criterion.weight / total);
                ui.element("li", |ui| {
                    ui.element("label.row", |ui| {
                        ui.text_element("span.row-label", view.author_text(&criterion.title));
                        ui.text_element("span.row-value|aria-hidden=true", &share);
                        ui.element("input.slider|type=range|min=0", |ui| {
                            ui.number_attr("max", view.weight_scale);
                            ui.number_attr("step", view.weight_scale / STEPS);
                            ui.number_attr("value", criterion.weight);
                            ui.attr("aria-valuetext", share.clone());
                            let weigh =
                                move |text: String| Action::Weigh(index, parse_number(&text, '.').unwrap_or_default());
                            ui.on_value(|| ListenerKind::oninput, Callback::from(weigh));
                        });
                    });
                });
            }
        });
        // One text, so that a screen reader reads all of it: what was moved, and what came of it.
        ui.element("p.said|aria-live=polite|aria-atomic=true", |ui| {
            if let Some(index) = view.flow.weighed {
                ui.text(&view.wording().weighed(report, index));
            }
        });
        ui.element("div.slot", |ui| {
            if view.with_author_weights.is_some() {
                button(ui, ButtonStyle::Plain, Action::ResetWeights, Key::WeightsReset);
            }
        });
    });
}
