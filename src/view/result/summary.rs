//! The summary of a result: the advice as its heading, the reason, the track of the bands with the score, what is strong
//! and what is missing, and the button. On a wide screen it stays in view beside the sections.

use partner_fit_core::report::Report;
use partner_fit_core::wording::Key;

use super::reasons::reasons;
use super::table::paragraphs;
use super::{action, track, weights};

use crate::view::layout::{fold, host_slot, screen_title};
use crate::view::sharing;
use crate::view::ui::Ui;

pub fn summary(ui: &mut Ui, report: &Report) {
    let view = ui.view;
    let wording = view.wording();
    ui.text_element("p.eyebrow", view.author_text(&view.assessment.title));
    screen_title(ui, &wording.advice(report));
    // The picture below says the same to the eye.
    ui.text_element("p.unseen", &wording.score_sentence(report));
    ui.text_element("p.reason", &wording.reason(report));
    track::track(ui, &partner_fit_core::figures::track::track(&wording, report));
    lines(ui, report);
    ui.element("div.actions", |ui| {
        action::primary(ui, report);
    });
    host_slot(ui, "slot|name=cta");
    sharing::host_message(ui);
    ui.element("div.slot", |ui| {
        remarks(ui, report);
    });
    weights::weights(ui, report);
}

/// What is strong and what is missing, a line each.
fn lines(ui: &mut Ui, report: &Report) {
    let wording = ui.view.wording();
    ui.element("ul.list.plus-minus", |ui| {
        for (sign, key, line) in [
            ("+", Key::ResultStrong, wording.strong_line(report)),
            ("\u{2212}", Key::ResultMissing, wording.missing_line(report)),
        ] {
            let Some(line) = line else { continue };
            ui.element("li", |ui| {
                ui.text_element("span.sign|aria-hidden=true", sign);
                ui.element("span.unseen", |ui| {
                    ui.key_text(key);
                    ui.text(" ");
                });
                ui.text_element("span", &line);
            });
        }
    });
}

/// What has to be known before the result is read: whom it is about, whose weights it has, which answers exclude each
/// other, and limits for which the plan has no action.
fn remarks(ui: &mut Ui, report: &Report) {
    let wording = ui.view.wording();
    let mut remarks = wording.remarks(report);
    remarks.extend(report.clashes.iter().map(|clash| clash.text.clone()));
    remarks.extend(wording.left_limits(report).into_iter().map(str::to_owned));
    if !remarks.is_empty() {
        ui.element("div.remarks", |ui| {
            paragraphs(ui, &remarks);
        });
    }
}

/// Why this is advised: the reasons of the verdict and of the need, each with its answers, and what would change it.
pub fn why(ui: &mut Ui, report: &Report) {
    let view = ui.view;
    let Some(verdict) = &report.verdict else { return };
    let entry = view.assessment.advice.verdicts.iter().find(|entry| entry.id == verdict.id);
    fold(ui, "why", Key::WhyTitle, "", |ui| {
        ui.text_element("p", entry.map(|entry| view.author_text(&entry.about)).unwrap_or_default());
        reasons(ui, &verdict.reasons);
        if let Some(need) = &report.need {
            ui.text_element("p.strong", &need.label);
            reasons(ui, &need.reasons);
        }
        let change = entry.map(|entry| view.author_text(&entry.change)).unwrap_or_default();
        ui.text_element("p", &view.texts.fill(Key::VerdictChange, &[("change", change)]));
    });
}
