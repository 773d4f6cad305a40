//! What follows from the result: the verdict, the plan, the way of working together, the partners, and what speaks for
//! and against it. Each says on which answers it rests; what an assessment has no rules for is not shown.

use yew::prelude::*;

use super::View;
use super::parts::{evidence, on_demand, reason, section};
use crate::assessment::advice::Entry;
use crate::report::Report;
use crate::report::advice::{PlanItem, Reasoned, Weighed};
use crate::text::Key;

/// An entry by its id.
fn entry<'a>(entries: &'a [Entry], id: &str) -> Option<&'a Entry> {
    entries.iter().find(|entry| entry.id == id)
}

/// The verdict with its reasons, and what would change it.
pub fn verdict(view: &View, report: &Report) -> Html {
    let advice = &view.assessment.advice;
    let Some((verdict, entry)) = report.verdict.as_ref().and_then(|v| Some((v, entry(&advice.verdicts, &v.id)?)))
    else {
        return html! {};
    };
    let unsure = report.provisional.then(|| html! { <p>{ view.say(Key::VerdictUnsure) }</p> });
    section(
        view,
        Key::VerdictTitle,
        html! {
            <div class="verdict">
                <p class="verdict-label">{ &verdict.label }</p>
                <p>{ view.read(&entry.about) }</p>
                <div class="slot">{ unsure }</div>
                <div class="reasons">{ for verdict.reasons.iter().map(|why| reason(view, why)) }</div>
                <p>{ view.texts.fill(Key::VerdictChange, &[("change", view.read(&entry.change))]) }</p>
            </div>
        },
    )
}

/// What to do, in order.
pub fn plan(view: &View, report: &Report) -> Html {
    if report.plan.is_empty() {
        return html! {};
    }
    let item = |item: &PlanItem| {
        let steps = item.steps.iter().map(|step| html! { <li>{ step }</li> });
        html! {
            <li key={item.id.clone()}>
                <p class="item-title">{ &item.title }</p>
                <ul class="steps">{ for steps }</ul>
                { on_demand(view.say(Key::PlanWhy), evidence(view, &item.why)) }
            </li>
        }
    };
    section(view, Key::PlanTitle, html! { <ol class="plan">{ for report.plan.iter().map(item) }</ol> })
}

/// The way of working together that fits, the types of partner, and what is ruled out.
pub fn model(view: &View, report: &Report) -> Html {
    let advice = &view.assessment.advice;
    let Some((model, chosen)) = report.model.as_ref().and_then(|m| Some((m, entry(&advice.models, &m.chosen)?))) else {
        return html! {};
    };
    let named = |of: &Reasoned| {
        let entry = entry(&advice.partner_types, &of.id).or_else(|| entry(&advice.models, &of.id))?;
        Some(html! {
            <li key={of.id.clone()}>
                <p><strong>{ view.read(&entry.label) }</strong>{ ". " }{ view.read(&entry.about) }</p>
                { reason(view, &of.reason) }
            </li>
        })
    };
    let list = |items: &[Reasoned]| html! { <ul class="list fits">{ for items.iter().filter_map(named) }</ul> };
    let types = (!report.partner_types.is_empty()).then(|| section(view, Key::TypesTitle, list(&report.partner_types)));
    let out = (!model.ruled_out.is_empty()).then(|| section(view, Key::RuledOutTitle, list(&model.ruled_out)));
    html! {
        <>
            { section(view, Key::ModelTitle, html! {
                <>
                    <p class="intro"><strong>{ view.read(&chosen.label) }</strong>{ ". " }{ view.read(&chosen.about) }</p>
                    <div class="reasons">{ for model.reasons.iter().map(|why| reason(view, why)) }</div>
                </>
            }) }
            <div class="slot">{ types }</div>
            <div class="slot">{ out }</div>
        </>
    }
}

/// Benefits and drawbacks side by side, each as strong as the answers make it.
pub fn ledger(view: &View, report: &Report) -> Html {
    let advice = &view.assessment.advice;
    let side = |title: Key, entries: &[Entry], lines: &[Weighed]| {
        let line = |line: &Weighed| {
            let strength = match line.strength.as_str() {
                "strong" => Key::LedgerStrong,
                "some" => Key::LedgerSome,
                _ => Key::LedgerLittle,
            };
            let label = entry(entries, &line.id).map(|entry| view.read(&entry.label).to_owned());
            html! {
                <li key={line.id.clone()}>
                    <p><strong>{ label }</strong>{ " " }<span class="mark">{ view.say(strength) }</span></p>
                    { for line.reasons.iter().map(|why| reason(view, why)) }
                </li>
            }
        };
        html! { <div class="ranked">{ view.subheading(title) }<ul class="list">{ for lines.iter().map(line) }</ul></div> }
    };
    if report.ledger.benefits.is_empty() && report.ledger.drawbacks.is_empty() {
        return html! {};
    }
    html! {
        <div class="columns">
            { side(Key::LedgerBenefits, &advice.benefits, &report.ledger.benefits) }
            { side(Key::LedgerDrawbacks, &advice.drawbacks, &report.ledger.drawbacks) }
        </div>
    }
}
