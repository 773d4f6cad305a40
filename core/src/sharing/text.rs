//! The result as plain text in the reader's language, for an e-mail: the sentence, how sure it is, what holds it back,
//! the verdict, what carries and what costs, what lifts it, the plan, and what this result is and is not.
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
    lines.line("\n", &wording.headline(report));
    let notes: Vec<String> = wording.notes(report).into_iter().chain(wording.robustness(report)).collect();
    lines.part(&wording.text(Key::SureTitle), "", &notes);
    let clashes: Vec<String> = report.clashes.iter().map(|clash| clash.text.clone()).collect();
    lines.part(&wording.text(Key::ClashesTitle), "- ", &clashes);
    let reasons: Vec<String> = wording.cap_reasons(report).into_iter().map(str::to_owned).collect();
    lines.part(&wording.text(Key::GatesTitle), "- ", &reasons);
    if let Some(verdict) = &report.verdict {
        lines.part(&wording.text(Key::VerdictTitle), "", std::slice::from_ref(&verdict.label));
        verdict.reasons.iter().for_each(|reason| lines.line("- ", &reason.to_string()));
    }
    if let Some(need) = &report.need {
        lines.line("", &need.label);
        need.reasons.iter().for_each(|reason| lines.line("- ", &reason.to_string()));
    }
    lines.part(&wording.text(Key::StrengthsTitle), "- ", &ranked(wording.strongest(report)));
    lines.part(&wording.text(Key::GapsTitle), "- ", &ranked(wording.costliest(report)));
    lines.part(&wording.text(Key::LiftTitle), "", &[wording.lift(report)]);
    for change in report.lift.iter().flat_map(|lift| &lift.changes) {
        if let Some((question, change)) = wording.change(change) {
            lines.line("- ", &format!("{question} {change}"));
        }
    }
    if !report.plan.is_empty() {
        lines.line("\n", &wording.text(Key::PlanTitle));
        for (place, item) in report.plan.iter().enumerate() {
            let effect = wording.effect(item);
            let effect = if effect.is_empty() { effect } else { format!(" ({effect})") };
            lines.line(&format!("{}. ", place + 1), &format!("{}{effect}", item.title));
            item.steps.iter().for_each(|step| lines.line("   - ", step));
        }
    }
    lines.part(&wording.text(Key::AboutTitle), "", &wording.about(report));
    lines.0
}

/// Criteria, each with its points where they are certain.
fn ranked(criteria: Vec<Ranked>) -> Vec<String> {
    let line = |ranked: Ranked| match ranked.points {
        Some(points) => format!("{}: {points}", ranked.label),
        None => ranked.label.to_owned(),
    };
    criteria.into_iter().map(line).collect()
}
