//! What screens are made of: their heading, sections under headings of their own, and what unfolds on demand.

use partner_fit_core::wording::Key;

use super::ui::Ui;

/// The screen's heading, which takes the focus when the screen changes.
#[inline(always)]
pub fn screen_heading(ui: &mut Ui, inside: impl FnOnce(&mut Ui)) {
    ui.heading(0, "heading", |ui| {
        ui.attr("part", "heading".to_owned());
        ui.attr("id", "heading".to_owned());
        ui.attr("tabindex", "-1".to_owned());
        inside(ui);
    });
}

/// The screen's heading, of one text.
pub fn screen_title(ui: &mut Ui, text: &str) {
    screen_heading(ui, |ui| ui.text(text));
}

/// Where the host's content for this slot shows.
pub fn host_slot(ui: &mut Ui, element: &'static str) {
    ui.element("div.slot", |ui| ui.element(element, |_| {}));
}

/// A part of the screen under its heading.
#[inline(always)]
pub fn section(ui: &mut Ui, title: Key, inside: impl FnOnce(&mut Ui)) {
    ui.element("div.part", |ui| {
        ui.subheading(title);
        inside(ui);
    });
}

/// Something that unfolds when it is asked for.
#[inline(always)]
pub fn on_demand(ui: &mut Ui, label: Key, inside: impl FnOnce(&mut Ui)) {
    ui.element("details", |ui| {
        ui.key_element("summary", label);
        inside(ui);
    });
}
