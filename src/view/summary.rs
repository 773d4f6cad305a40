//! The top of the result: the sentence, the number with its scale, and how sure both are.

use yew::prelude::*;

use super::View;
use crate::number::Shown;
use crate::report::Report;
use crate::scoring::{band_of, gates};
use crate::text::Key;

/// The result in one sentence.
pub fn headline(view: &View, report: &Report) -> String {
    let Some(score) = report.score else {
        return view.say(Key::ResultHeadlineNone);
    };
    let [low, high] = [report.low, report.high].map(|bound| score_text(view, bound));
    let band = report.band.label.as_str();
    if uncertain(report) {
        view.texts.fill(Key::ResultHeadlineRange, &[("low", &low), ("high", &high), ("band", band)])
    } else {
        let capped = report.band.id != report.band_by_score.id;
        let key = if capped { Key::ResultHeadlineCapped } else { Key::ResultHeadline };
        view.texts.fill(key, &[("score", &score_text(view, score)), ("band", band)])
    }
}

/// Whether something is unknown that could move the score.
fn uncertain(report: &Report) -> bool {
    report.high > report.low
}

/// A score as a whole number; with a decimal where rounding would show it in another band.
pub fn score_text(view: &View, score: f64) -> String {
    let bands = &view.assessment.bands;
    let rounded = score.round();
    if band_of(rounded, bands) == band_of(score, bands) {
        view.texts.number(rounded, 0)
    } else {
        view.texts.number((score * 10.0).floor() / 10.0, 1)
    }
}

/// "brings 12 points": whole points, with a decimal under ten.
pub fn points(view: &View, key: Key, points: f64) -> String {
    if points.round() >= 10.0 {
        return view.texts.count(key, points.round(), &[]);
    }
    let tenths = (points * 10.0).round() / 10.0;
    let written = view.texts.number(tenths, 1);
    view.texts.count(key, tenths, &[("count", &written)])
}

/// The number, the band, and the scale on which both lie.
pub fn hero(view: &View, report: &Report) -> Html {
    let range = || format!("{}–{}", score_text(view, report.low), score_text(view, report.high));
    let number = match report.score {
        Some(score) if !uncertain(report) => score_text(view, score),
        _ => range(),
    };
    html! {
        <div class="hero">
            <p class="number-line">
                <span part="score" class="score">{ number }</span>{ " " }
                <span class="out-of">{ view.say(Key::ResultOutOf) }</span>{ " " }
                <span part="band" class="band-label">{ &report.band.label }</span>
            </p>
            { scale(view, report) }
        </div>
    }
}

/// The scale from 0 to 100 with the edges of the bands; says nothing that the words do not.
fn scale(view: &View, report: &Report) -> Html {
    let edges = view.assessment.bands.iter().skip(1).map(|band| {
        let x = Shown(band.from).to_string();
        html! { <line key={band.id.clone()} class="edge" x1={x.clone()} x2={x} y1="0" y2="10" /> }
    });
    let solid = if uncertain(report) { report.low } else { report.score.unwrap_or(0.0) };
    html! {
        <svg class="scale" part="bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true" focusable="false">
            <rect class="track" width="100" height="10" />
            <rect class="maybe" x={Shown(report.low).to_string()} width={Shown((report.high - report.low).max(0.0)).to_string()} height="10" />
            <rect class="fill" width={Shown(solid).to_string()} height="10" />
            <g>{ for edges }</g>
        </svg>
    }
}

/// How sure the result is, as a part of the screen.
pub fn notes(view: &View, report: &Report) -> Html {
    let notes = sentences(view, report);
    if notes.is_empty() {
        return html! {};
    }
    html! { <div class="notes">{ for notes.into_iter().enumerate().map(|(index, note)| html! { <p key={index}>{ note }</p> }) }</div> }
}

/// How sure the result is, in sentences.
pub fn sentences(view: &View, report: &Report) -> Vec<String> {
    let band = |score| view.assessment.bands.get(band_of(score, &view.assessment.bands));
    let label = |score| band(score).map(|band| view.read(&band.label)).unwrap_or_default();
    let mut notes: Vec<String> = super::sure::own(view).into_iter().collect();
    if report.band.id != report.band_by_score.id {
        notes.push(
            view.texts
                .fill(Key::ResultCapped, &[("byScore", &report.band_by_score.label), ("band", &report.band.label)]),
        );
    }
    if uncertain(report) {
        // Rounded down: what is unknown must not look known.
        let coverage = view.texts.number((100.0 * report.coverage).floor(), 0);
        notes.extend(report.score.map(|score| {
            let values = [("score", score_text(view, score)), ("coverage", coverage)];
            view.texts.fill(Key::ResultCoverage, &values.each_ref().map(|(name, value)| (*name, value.as_str())))
        }));
    }
    if report.provisional {
        let labels = [("low", label(report.low)), ("high", label(report.high))];
        notes.push(view.texts.fill(Key::ResultProvisional, &labels));
    }
    if report.borderline {
        notes.push(view.say(Key::ResultBorderline));
    }
    for gate in gates::undecided(&view.assessment, &view.state.answers) {
        let question = gate.when.iter().find_map(|condition| view.assessment.question(&condition.question));
        let cap = view.assessment.bands.get(gate.cap);
        if let (Some(question), Some(cap)) = (question, cap) {
            let values = [("question", view.read(&question.text)), ("band", view.read(&cap.label))];
            notes.push(view.texts.fill(Key::ResultOpenGates, &values));
        }
    }
    notes
}
