//! The result as plain text in the reader's language, for an e-mail, in the order of the page: the advice and the reason,
//! what stands in the way, the plan, why, what carries and what costs, how firm it is, and what this result is and is not.
//!
//! A part that the Report does not have is left out, its heading with it.

use crate::report::Report;
use crate::wording::result::Ranked;
use crate::wording::{Key, Wording};

/// The lines of a text, in parts with a heading.
struct Lines(String);

impl Lines {
    fn line(&mut self, start: &str, text: &str) {
        self.0.push_str(start);
        // One line, whatever the author wrote, so that nothing passes for a heading of ours.
        self.0.extend(text.chars().map(|c| if c.is_control() { ' ' } else { c }));
        self.0.push('\n');
    }

    /// A heading with lines below it; nothing without lines.
    fn part(&mut self, heading: &str, start: &str, lines: &[String]) {
        if !lines.is_empty() {
            self.line("\n", heading);
            lines.iter().for_each(|line| self.line(start, line));
        }
    }
}

/// The result as plain text.
#[must_use]
pub fn text(wording: &Wording, report: &Report) -> String {
    let mut lines = Lines(String::new());
    lines.line("", wording.author_text(&wording.assessment.title));
    lines.line("\n", &wording.advice(report));
    lines.line("", &wording.reason(report));
    lines.line("", &wording.score_sentence(report));
    wording.remarks(report).iter().chain(&wording.notes(report)).for_each(|note| lines.line("", note));
    let clashes: Vec<String> = report.clashes.iter().map(|clash| clash.text.clone()).collect();
    lines.part(&wording.text(Key::ClashesTitle), "- ", &clashes);
    let reasons: Vec<String> = wording.cap_reasons(report).into_iter().map(str::to_owned).collect();
    lines.part(&wording.text(Key::LimitsTitle), "- ", &reasons);
    if !report.plan.is_empty() {
        lines.line("\n", &wording.text(Key::PlanTitle));
        wording.goal(report).iter().for_each(|goal| lines.line("", goal));
        for (place, item) in wording.plan(report).into_iter().enumerate() {
            let effect = wording.effect(item);
            let effect = if effect.is_empty() { effect } else { format!(" ({effect})") };
            lines.line(&format!("{}. ", place + 1), &format!("{}{effect}", item.title));
            item.steps.iter().for_each(|step| lines.line("   - ", step));
        }
    }
    changes(&mut lines, wording, report);
    if let Some(verdict) = &report.verdict {
        let reasons: Vec<String> = verdict.reasons.iter().map(ToString::to_string).collect();
        lines.part(&wording.text(Key::WhyTitle), "- ", &reasons);
    }
    if let Some(need) = &report.need {
        lines.line("", &need.label);
        need.reasons.iter().for_each(|reason| lines.line("- ", &reason.to_string()));
    }
    lines.part(&wording.text(Key::StrengthsTitle), "- ", &ranked(wording.strongest(report)));
    lines.part(&wording.text(Key::GapsTitle), "- ", &ranked(wording.costliest(report)));
    let firm: Vec<String> = [wording.firmness_sentence(report)].into_iter().chain(wording.robustness(report)).collect();
    lines.part(&wording.text(Key::FirmTitle), "", &firm);
    lines.part(&wording.text(Key::AboutTitle), "", &wording.about(report));
    lines.0
}

/// The answers that make up the smallest change; nothing where there is none.
fn changes(lines: &mut Lines, wording: &Wording, report: &Report) {
    let changes = report.lift.iter().flat_map(|lift| &lift.changes).filter_map(|change| wording.change(change));
    let changes: Vec<String> = changes.map(|(question, change)| format!("{question} {change}")).collect();
    if !changes.is_empty() {
        lines.line("\n", &wording.lift(report));
        changes.iter().for_each(|change| lines.line("- ", change));
    }
}

/// Criteria, each with its points where they are certain.
fn ranked(criteria: Vec<Ranked>) -> Vec<String> {
    let line = |ranked: Ranked| match ranked.points {
        Some(points) => format!("{}: {points}", ranked.label),
        None => ranked.label.to_owned(),
    };
    criteria.into_iter().map(line).collect()
}
