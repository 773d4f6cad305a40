//! The result as plain text in the reader's language, for an e-mail: the sentence, how sure it is, what holds it back,
//! the verdict, what carries and what costs, the plan, and what this result is and is not.
//!
//! A part that the Report does not have is left out, its heading with it.

use crate::report::{CriterionReport, Report};
use crate::text::Key;
use crate::view::View;
use crate::view::summary;

/// At most this many criteria are named for each list, as on the screen.
const RANKED_SHOWN: usize = 3;

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
pub fn text(view: &View, report: &Report) -> String {
    let mut lines = Lines(String::new());
    lines.line("", view.read(&view.assessment.title));
    lines.line("\n", &summary::headline(view, report));
    lines.part(&view.say(Key::ExportSure), "", &summary::sentences(view, report));
    let mut gates: Vec<String> = Vec::new();
    for gate in &report.gates {
        if !gates.contains(&gate.reason) {
            gates.push(gate.reason.clone());
        }
    }
    lines.part(&view.say(Key::GatesTitle), "- ", &gates);
    if let Some(verdict) = &report.verdict {
        let reasons: Vec<String> = verdict.reasons.iter().map(ToString::to_string).collect();
        lines.part(&view.texts.fill(Key::ExportVerdict, &[("verdict", &verdict.label)]), "- ", &reasons);
    }
    let strengths = ranked(view, report, &report.strengths, Key::StrengthsBrings, |criterion| criterion.points);
    lines.part(&view.say(Key::StrengthsTitle), "- ", &strengths);
    let gaps = ranked(view, report, &report.gaps, Key::GapsCosts, |criterion| criterion.lost);
    lines.part(&view.say(Key::GapsTitle), "- ", &gaps);
    if !report.plan.is_empty() {
        lines.line("\n", &view.say(Key::ExportPlan));
        for (place, item) in report.plan.iter().enumerate() {
            lines.line(&format!("{}. ", place + 1), &item.title);
            item.steps.iter().for_each(|step| lines.line("   - ", step));
        }
    }
    lines.part(&view.say(Key::AboutTitle), "", &about(view, report));
    lines.0
}

/// What this result is: self-reported, of which version and when, and with whose weights.
pub fn about(view: &View, report: &Report) -> Vec<String> {
    let assessment = &view.assessment;
    let values =
        [("title", view.read(&assessment.title)), ("version", &assessment.version), ("date", &view.texts.today())];
    let own = report.own_weights.then(|| view.say(Key::ExportOwnWeights));
    [view.say(Key::AboutSelf)].into_iter().chain(own).chain([view.texts.fill(Key::AboutVersion, &values)]).collect()
}

/// The first of some criteria, each with its points where they are certain.
fn ranked(view: &View, report: &Report, ids: &[String], key: Key, of: fn(&CriterionReport) -> f64) -> Vec<String> {
    let criteria = ids.iter().filter_map(|id| report.criteria.iter().find(|c| c.id == *id && c.weight > 0.0));
    let line = |criterion: &CriterionReport| match criterion.high > criterion.low {
        true => criterion.label.clone(),
        false => format!("{}: {}", criterion.label, summary::points(view, key, of(criterion))),
    };
    criteria.take(RANKED_SHOWN).map(line).collect()
}
