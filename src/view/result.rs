//! The result: one sentence and a number first, then what holds it back, where the points come from, what carries
//! and what costs, what the bands mean, and what this result is and is not.

use yew::prelude::*;

use super::button::{Look, button};
use super::{View, advice, chart, lift, summary, sure};
use crate::report::{CriterionReport, GateReport, Report};
use crate::state::{Action, By};
use crate::text::Key;

pub fn result(view: &View) -> Html {
    let Some(report) = view.report.as_deref() else {
        return html! {};
    };
    html! {
        <>
            { view.heading(html! { { summary::headline(view, report) } }) }
            <p class="intro">{ meaning(view, report) }</p>
            { summary::hero(view, report) }
            <div class="slot">{ summary::notes(view, report) }</div>
            <div class="slot">{ gates(view, report) }</div>
            <div class="slot">{ advice::verdict(view, report) }</div>
            <div class="slot">{ advice::plan(view, report) }</div>
            { lift::lift(view, report) }
            { sure::sure(view, report) }
            { chart::criteria(view, report) }
            <div class="columns">
                { ranked(view, report, &report.strengths, Ranked::STRENGTHS) }
                { ranked(view, report, &report.gaps, Ranked::GAPS) }
            </div>
            <div class="slot">{ next(view, report) }</div>
            <div class="slot">{ advice::model(view, report) }</div>
            <div class="slot">{ advice::ledger(view, report) }</div>
            { bands(view, report) }
            { about(view) }
            <div class="actions">
                { button(view, Look::Primary, Action::Review, html! { { view.say(Key::ChangeAnswers) } }) }
                { reset(view) }
            </div>
        </>
    }
}

/// What it means to be in the reader's band; nothing while nothing is known.
fn meaning(view: &View, report: &Report) -> String {
    let band = view.assessment.bands.iter().find(|band| report.score.is_some() && band.id == report.band.id);
    band.and_then(|band| band.meaning.as_ref()).map(|meaning| view.read(meaning).to_owned()).unwrap_or_default()
}

/// What caps the band, and how to clear it.
fn gates(view: &View, report: &Report) -> Html {
    if report.gates.is_empty() {
        return html! {};
    }
    // Two rules may say the same about one fact; it is said once.
    let mut said: Vec<&GateReport> = Vec::new();
    for gate in &report.gates {
        if said.iter().all(|other| other.reason != gate.reason) {
            said.push(gate);
        }
    }
    let reasons =
        said.iter().map(|gate| html! { <li key={format!("{}-{}", gate.kind, gate.id)}>{ &gate.reason }</li> });
    html! {
        <div class="gates">
            { view.subheading(Key::GatesTitle) }
            <p>{ view.say(Key::GatesIntro) }</p>
            <ul>{ for reasons }</ul>
        </div>
    }
}

/// A list of criteria by what they bring or cost.
struct Ranked {
    title: Key,
    none: Key,
    points: Key,
    of: fn(&CriterionReport) -> f64,
}

impl Ranked {
    const STRENGTHS: Self =
        Self { title: Key::StrengthsTitle, none: Key::StrengthsNone, points: Key::StrengthsBrings, of: |c| c.points };
    const GAPS: Self = Self { title: Key::GapsTitle, none: Key::GapsNone, points: Key::GapsCosts, of: |c| c.lost };
}

/// At most this many criteria are named; the chart has them all.
const RANKED_SHOWN: usize = 3;

fn ranked(view: &View, report: &Report, ids: &[String], list: Ranked) -> Html {
    // What weighs nothing neither carries nor costs.
    let criteria = ids.iter().filter_map(|id| report.criteria.iter().find(|c| c.id == *id && c.weight > 0.0));
    let items: Vec<Html> = criteria
        .take(RANKED_SHOWN)
        .map(|criterion| {
            // Of a criterion that is known in part, the points would look out of order.
            let known = criterion.high <= criterion.low;
            let points = known.then(|| summary::points(view, list.points, (list.of)(criterion)));
            html! { <li key={criterion.id.clone()}><strong>{ &criterion.label }</strong>{ " " }<span class="amount">{ points }</span></li> }
        })
        .collect();
    let none = items.is_empty().then(|| html! { <p>{ view.say(list.none) }</p> });
    html! {
        <div class="ranked">
            { view.subheading(list.title) }
            <ol class="list">{ for items }</ol>
            <div class="slot">{ none }</div>
        </div>
    }
}

/// The unknown answer that would tell most.
fn next(view: &View, report: &Report) -> Html {
    let place = report
        .next
        .as_ref()
        .and_then(|id| view.assessment.criteria.iter().position(|c| c.questions.iter().any(|q| q.id == *id)));
    let question = report.next.as_ref().and_then(|id| view.assessment.question(id));
    let (Some(place), Some(question)) = (place, question) else {
        return html! {};
    };
    let text = view.texts.fill(Key::NextText, &[("question", view.read(&question.text))]);
    let label = html! { <>{ view.say(Key::Change) }<span class="unseen">{ format!(": {}", view.read(&question.text)) }</span></> };
    html! {
        <div class="next">
            { view.subheading(Key::NextTitle) }
            <p>{ text }</p>
            { button(view, Look::Plain, Action::Change(place), label) }
        </div>
    }
}

/// What every band means, highest first.
fn bands(view: &View, report: &Report) -> Html {
    let bands = &view.assessment.bands;
    let items = bands.iter().enumerate().rev().map(|(index, band)| {
        let from = view.texts.number(band.from, 1);
        let range = match bands.get(index + 1) {
            Some(next) if index == 0 => view.texts.fill(Key::BandsBelow, &[("to", &view.texts.number(next.from, 1))]),
            _ => view.texts.fill(Key::BandsFrom, &[("from", &from)]),
        };
        let yours = band.id == report.band.id;
        let by_score = !yours && band.id == report.band_by_score.id;
        let mark = if yours { Some(Key::BandsYours) } else { by_score.then_some(Key::BandsScore) };
        let mark = mark.map(|mark| html! { <span class="mark">{ view.say(mark) }</span> });
        let meaning = band.meaning.as_ref().map(|meaning| view.read(meaning).to_owned());
        html! {
            <li key={band.id.clone()} class={classes!("band", yours.then_some("yours"))} aria-current={yours.then_some("true")}>
                <p class="band-name"><strong>{ view.read(&band.label) }</strong>{ " " }<span class="amount">{ range }</span>{ " " }{ mark }</p>
                <p>{ meaning }</p>
            </li>
        }
    });
    html! {
        <div class="bands">
            { view.subheading(Key::BandsTitle) }
            <ul class="list">{ for items }</ul>
        </div>
    }
}

/// What this result is, and is not.
fn about(view: &View) -> Html {
    let assessment = &view.assessment;
    let version = view.texts.fill(
        Key::AboutVersion,
        &[("title", view.read(&assessment.title)), ("version", &assessment.version), ("date", &view.texts.today())],
    );
    html! {
        <div class="about">
            { view.subheading(Key::AboutTitle) }
            <p>{ view.say(Key::AboutSelf) }{ " " }{ view.say(Key::AboutDefaults) }</p>
            <p>{ version }</p>
        </div>
    }
}

/// Starting again, which is asked first.
fn reset(view: &View) -> Html {
    let ask = html! { { view.say(Key::ResetButton) } };
    let confirm = if view.state.confirming_reset {
        html! {
            <div key="ask" class="confirm">
                <p id="confirm" tabindex="-1">{ view.say(Key::ResetQuestion) }</p>
                <div class="actions">
                    { button(view, Look::Plain, Action::Reset(By::Reader), html! { { view.say(Key::ResetYes) } }) }
                    { button(view, Look::Plain, Action::KeepAnswers, html! { { view.say(Key::ResetNo) } }) }
                </div>
            </div>
        }
    } else {
        html! { <div key="reset">{ button(view, Look::Plain, Action::AskReset, ask) }</div> }
    };
    html! { <div id="reset" class="reset">{ confirm }</div> }
}
