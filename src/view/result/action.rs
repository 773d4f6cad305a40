//! The one primary control of a result: what the reader can do next, as the author of the file or the page around the
//! evaluator has decided for the band, else to save or share the result.

use partner_fit_core::assessment::CallToAction;
use partner_fit_core::report::Report;
use partner_fit_core::wording::Key;
use yew::virtual_dom::ListenerKind;

use crate::flow::{Action, Part};
use crate::view::button::{ButtonStyle, button};
use crate::view::ui::Ui;

/// The primary control of the result; where it is not to save or share the result, a plain button to that beside it.
pub fn primary(ui: &mut Ui, report: &Report) {
    let view = ui.view;
    let Some(CallToAction { label, href, .. }) = view.assessment.actions.of(&report.band.id) else {
        return button(ui, ButtonStyle::Primary, Action::Go(Part::Save), Key::ShareTitle);
    };
    let label = view.author_text(label);
    match href {
        Some(href) => link(ui, label, href),
        None => form(ui, label),
    }
    button(ui, ButtonStyle::Plain, Action::Go(Part::Save), Key::ShareShort);
}

/// A link, which the browser follows unless the host cancels it. Out of a frame it leads into a tab of its own, as a page
/// would otherwise show inside the frame; a mail program needs none.
fn link(ui: &mut Ui, label: &str, href: &str) {
    ui.element("a.button.primary|part=button button--primary", |ui| {
        ui.attr("href", href.to_owned());
        if ui.view.in_frame && !href.starts_with("mailto:") {
            ui.attr("target", "_blank".to_owned());
            ui.attr("rel", "noopener".to_owned());
        }
        ui.on_follow(Action::CallToAction);
        ui.text(label);
    });
}

/// A button that leads nowhere by itself: the host hears of it. It is a form as every button is.
fn form(ui: &mut Ui, label: &str) {
    ui.element("form.inline|novalidate=true|role=none", |ui| {
        ui.on(|| ListenerKind::onsubmit, Action::CallToAction);
        ui.element("div.controls", |_| {});
        ui.element("button.button.primary|part=button button--primary|type=submit", |ui| {
            ui.on(|| ListenerKind::onclick, Action::CallToAction);
            ui.text(label);
        });
    });
}
