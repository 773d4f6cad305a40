//! The building blocks of screens: their heading, sections under headings, and parts that unfold on demand.

use partner_fit_core::wording::Key;

use super::ui::Ui;

/// The screen's heading. It takes the focus when the screen changes.
#[inline(always)] // as `Ui::element`
pub fn screen_heading(ui: &mut Ui, inside: impl FnOnce(&mut Ui)) {
    ui.heading(0, "heading|part=heading|id=heading|tabindex=-1", inside);
}

/// The screen's heading with a single text.
pub fn screen_title(ui: &mut Ui, text: &str) {
    screen_heading(ui, |ui| ui.text(text));
}

/// A slot, in which the host's own content is shown.
pub fn host_slot(ui: &mut Ui, element: &'static str) {
    ui.element("div.slot", |ui| ui.element(element, |_| {}));
}

/// A section of the screen under its heading.
#[inline(always)]
pub fn section(ui: &mut Ui, title: Key, inside: impl FnOnce(&mut Ui)) {
    ui.titled("div.part", title, Ui::subheading, inside);
}

/// A section that is folded away until the reader opens it; a line under its heading says what is inside.
#[inline(always)]
pub fn fold(ui: &mut Ui, id: &'static str, title: Key, line: &str, inside: impl FnOnce(&mut Ui)) {
    ui.element("details.fold", |ui| {
        ui.attr("id", id.to_owned());
        ui.element("summary", |ui| {
            ui.element("div", |ui| {
                ui.subheading(title);
                if !line.is_empty() {
                    ui.text_element("p", line);
                }
            });
        });
        inside(ui);
    });
}

/// A part that is folded away until the reader opens it.
#[inline(always)]
pub fn on_demand(ui: &mut Ui, label: Key, inside: impl FnOnce(&mut Ui)) {
    ui.titled("details", label, |ui, label| ui.key_element("summary", label), inside);
}
