//! An earlier result beside the present one: score, band and criteria in a table, then the answers that differ.

use super::parts::table;
use super::share::press;
use super::ui::Ui;
use super::{chart, summary};
use crate::report::{Report, report};
use crate::state::take::Take;
use crate::text::Key;

const COLUMNS: [Key; 3] = [Key::CompareWhat, Key::CompareEarlier, Key::CompareNow];

pub fn compare(ui: &mut Ui, now: &Report) {
    let view = ui.view;
    let Some(answers) = &view.state.taking.earlier else { return };
    let earlier = report(&view.assessment, answers, view.texts.language());
    let mut lines = vec![
        vec![view.say(Key::CompareScore), summary::number(view, &earlier), summary::number(view, now)],
        vec![view.say(Key::CompareBand), earlier.band.label.clone(), now.band.label.clone()],
    ];
    for (before, now) in earlier.criteria.iter().zip(&now.criteria) {
        if before.weight > 0.0 || now.weight > 0.0 {
            lines.push(vec![now.label.clone(), chart::value(view, before), chart::value(view, now)]);
        }
    }
    let mut differing = Vec::new();
    for (_, question) in view.assessment.questions() {
        let [before, now] = [answers, &view.state.answers].map(|answers| answers.get(&question.id));
        if before != now {
            let [before, now] = [before, now].map(|answer| view.texts.spoken(question, answer));
            differing.push(vec![view.read(&question.text).to_owned(), before, now]);
        }
    }
    ui.open("div.compare");
    ui.open_heading(1, "subheading");
    ui.attr("id", "earlier".to_owned());
    ui.attr("tabindex", "-1".to_owned());
    ui.say(Key::CompareTitle);
    ui.close();
    ui.said("p", Key::CompareIntro);
    table(ui, Key::CompareTitle, &COLUMNS, &lines, false);
    ui.open("div.slot");
    if differing.is_empty() {
        ui.said("p", Key::CompareSame);
    } else {
        ui.said("p", Key::CompareAnswers);
        table(ui, Key::CompareAnswers, &COLUMNS, &differing, false);
    }
    ui.close();
    ui.open("div.actions");
    press(ui, Take::TakeOver, Key::CompareTake);
    press(ui, Take::PutAside, Key::CompareClose);
    ui.close();
    ui.close();
}

/// Whose result a link says it is; plain text of a stranger's, so it is set apart.
pub fn company(ui: &mut Ui) {
    let view = ui.view;
    let Some(name) = &view.state.taking.company else { return };
    ui.open("p.company");
    ui.leaf("bdi", &view.texts.fill(Key::OpenCompany, &[("company", name)]));
    ui.close();
}
