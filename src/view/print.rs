//! The result as a report on paper, a document of its own: everything that the screen folds away is laid out, and all
//! answers are at its end. Drawn once, with nothing to press. Its style sheet is `static/print.css`; the element opens
//! what is folded away.

use yew::prelude::*;

use super::{View, advice, chart, lift, summary, sure};
use crate::exchange::text::about;
use crate::report::Report;
use crate::text::Key;

/// The report on paper.
#[component]
pub fn Paper(view: &View) -> Html {
    let Some(report) = view.report.as_deref() else {
        return html! {};
    };
    let heading = |text: String| html! { <h2>{ text }</h2> };
    let sentences = |lines: Vec<String>| html! { { for lines.into_iter().map(|line| html! { <p>{ line }</p> }) } };
    let meaning = view.assessment.bands.iter().find(|band| report.score.is_some() && band.id == report.band.id);
    let meaning = meaning.and_then(|band| band.meaning.as_ref()).map(|meaning| view.read(meaning).to_owned());
    let fingerprint = view.texts.fill(Key::PrintFingerprint, &[("fingerprint", &report.assessment.fingerprint)]);
    html! {
        <main>
            <p class="title">{ view.read(&view.assessment.title) }</p>
            <h1>{ summary::headline(view, report) }</h1>
            <p class="lead">{ meaning }</p>
            { sentences(about(view, report)) }
            <p class="small">{ fingerprint }</p>
            { gates(view, report) }
            { advice::verdict(view, report) }
            { advice::plan(view, report) }
            { heading(view.say(Key::LiftTitle)) }
            { lift::changes(view, report) }
            { heading(view.say(Key::SureTitle)) }
            { sentences(summary::sentences(view, report)) }
            { sentences(sure::sentences(view, report)) }
            { sure::interval_table(view, report) }
            { heading(view.say(Key::CriteriaTitle)) }
            { chart::bars(view, report) }
            { chart::figures(view, report) }
            { advice::model(view, report) }
            { advice::ledger(view, report) }
            { answers(view, report) }
        </main>
    }
}

/// What caps the band; each reason once.
fn gates(view: &View, report: &Report) -> Html {
    let mut reasons: Vec<&str> = Vec::new();
    for gate in &report.gates {
        if !reasons.contains(&gate.reason.as_str()) {
            reasons.push(&gate.reason);
        }
    }
    if reasons.is_empty() {
        return html! {};
    }
    html! { <><h2>{ view.say(Key::GatesTitle) }</h2><ul>{ for reasons.iter().map(|reason| html! { <li>{ *reason }</li> }) }</ul></> }
}

/// Every question with its answer and what it brings.
fn answers(view: &View, report: &Report) -> Html {
    let tenths = |number: f64| view.texts.number(number, 1);
    let groups = view.assessment.criteria.iter().zip(&report.criteria).map(|(criterion, scored)| {
        let rows = criterion.questions.iter().zip(&scored.questions).map(|(question, scored)| {
            html! {
                <tr>
                    <th scope="row">{ view.read(&question.text) }</th>
                    <td class="words">{ view.texts.spoken(question, scored.answer.as_ref()) }</td>
                    <td>{ tenths(scored.points) }</td>
                    <td>{ tenths(scored.lost) }</td>
                </tr>
            }
        });
        html! { <tbody><tr><th colspan="4" scope="rowgroup" class="group">{ &scored.label }</th></tr>{ for rows }</tbody> }
    });
    let columns = [Key::CompareWhat, Key::CriteriaValue, Key::CriteriaPoints, Key::CriteriaLost];
    html! {
        <section class="appendix">
            <h2>{ view.say(Key::PrintAnswers) }</h2>
            <table>
                <thead><tr>{ for columns.iter().map(|key| html! { <th scope="col">{ view.say(*key) }</th> }) }</tr></thead>
                { for groups }
            </table>
        </section>
    }
}
