//! The result: one sentence and a number first, then what holds it back, where the points come from, what carries
//! and what costs, what the bands mean, and what this result is and is not.

use partner_fit_core::report::Report;
use partner_fit_core::wording::Key;
use partner_fit_core::wording::result::Ranked;

use super::button::{Look, button, named};
use super::ui::Ui;
use super::{advice, chart, compare, host_slot, lift, open, share, summary, sure};
use crate::flow::{Action, By};

pub fn result(ui: &mut Ui) {
    let view = ui.view;
    let Some(report) = view.report.as_deref() else { return };
    super::heading(ui, &view.wording().headline(report));
    ui.leaf("p.intro", &view.wording().meaning(report));
    summary::hero(ui, report);
    host_slot(ui, "slot|name=cta");
    for part in [summary::notes, gates, advice::verdict, advice::plan, lift::lift, sure::sure, chart::criteria] {
        // A place of its own, so that a part that comes or goes moves no other.
        ui.open("div.slot");
        part(ui, report);
        ui.close();
    }
    ui.open("div.columns");
    ranked(ui, Key::StrengthsTitle, &view.wording().strongest(report), Key::StrengthsNone);
    ranked(ui, Key::GapsTitle, &view.wording().costliest(report), Key::GapsNone);
    ui.close();
    for part in [next, advice::model, advice::ledger, bands, about] {
        ui.open("div.slot");
        part(ui, report);
        ui.close();
    }
    share::share(ui);
    ui.open("div.slot");
    compare::company(ui);
    ui.close();
    ui.open("div.slot");
    compare::compare(ui, report);
    ui.close();
    open::open(ui);
    ui.open("div.actions");
    button(ui, Look::Primary, Action::Review, Key::ChangeAnswers);
    reset(ui);
    ui.close();
}

/// What caps the band, and how to clear it.
pub fn gates(ui: &mut Ui, report: &Report) {
    if report.gates.is_empty() {
        return;
    }
    ui.open("div.gates");
    ui.subheading(Key::GatesTitle);
    ui.said("p", Key::GatesIntro);
    ui.open("ul");
    for reason in ui.view.wording().cap_reasons(report) {
        ui.leaf("li", reason);
    }
    ui.close();
    ui.close();
}

/// A list of criteria by what they bring or cost; `none` where it is empty.
fn ranked(ui: &mut Ui, title: Key, criteria: &[Ranked], none: Key) {
    ui.open("div.ranked");
    ui.subheading(title);
    ui.open("ol.list");
    for criterion in criteria {
        ui.open("li");
        ui.leaf("strong", criterion.label);
        ui.text(" ");
        ui.open("span.amount");
        if let Some(points) = &criterion.points {
            ui.text(points);
        }
        ui.close();
        ui.close();
    }
    ui.close();
    ui.open("div.slot");
    if criteria.is_empty() {
        ui.said("p", none);
    }
    ui.close();
    ui.close();
}

/// The unknown answer that would tell most.
fn next(ui: &mut Ui, report: &Report) {
    let view = ui.view;
    let Some(id) = &report.next else { return };
    let Some(question) = view.assessment.question(id) else { return };
    let text = view.read(&question.text);
    ui.open("div.next");
    ui.subheading(Key::NextTitle);
    ui.leaf("p", &view.texts.fill(Key::NextText, &[("question", text)]));
    named(ui, Look::Plain, Action::Change(id.clone()), Key::Change, text);
    ui.close();
}

/// What every band means, highest first.
fn bands(ui: &mut Ui, report: &Report) {
    let view = ui.view;
    let bands = &view.assessment.bands;
    ui.open("div.bands");
    ui.subheading(Key::BandsTitle);
    ui.open("ul.list");
    for (index, band) in bands.iter().enumerate().rev() {
        let yours = band.id == report.band.id;
        let by_score = !yours && band.id == report.band_by_score.id;
        ui.open(if yours { "li.band.yours|aria-current=true" } else { "li.band" });
        ui.open("p.band-name");
        ui.leaf("strong", view.read(&band.label));
        ui.text(" ");
        let range = match bands.get(index + 1) {
            Some(next) if index == 0 => view.texts.fill(Key::BandsBelow, &[("to", &view.texts.number(next.from, 1))]),
            _ => view.texts.fill(Key::BandsFrom, &[("from", &view.texts.number(band.from, 1))]),
        };
        ui.leaf("span.amount", &range);
        ui.text(" ");
        if yours || by_score {
            ui.said("span.mark", if yours { Key::BandsYours } else { Key::BandsScore });
        }
        ui.close();
        ui.leaf("p", band.meaning.as_ref().map(|meaning| view.read(meaning)).unwrap_or_default());
        ui.close();
    }
    ui.close();
    ui.close();
}

/// What this result is, and is not.
fn about(ui: &mut Ui, _: &Report) {
    ui.open("div.about");
    ui.subheading(Key::AboutTitle);
    ui.open("p");
    ui.say(Key::AboutSelf);
    ui.text(" ");
    ui.say(Key::AboutDefaults);
    ui.close();
    ui.leaf("p", &ui.view.wording().about_version());
    ui.close();
}

/// Starting again, which is asked first.
fn reset(ui: &mut Ui) {
    ui.open("div.reset|id=reset");
    if ui.view.state.confirming_reset {
        ui.open("div.confirm");
        ui.key("ask");
        ui.said("p|id=confirm|tabindex=-1", Key::ResetQuestion);
        ui.open("div.actions");
        button(ui, Look::Plain, Action::Reset(By::Reader), Key::ResetYes);
        button(ui, Look::Plain, Action::KeepAnswers, Key::ResetNo);
        ui.close();
    } else {
        ui.open("div");
        ui.key("reset");
        button(ui, Look::Plain, Action::AskReset, Key::ResetButton);
    }
    ui.close();
    ui.close();
}
