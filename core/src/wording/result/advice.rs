//! The advice in words: what an action brings, what has to be settled before a type of partner fits, and the next best
//! way to work together.

use crate::assessment::advice::{Clause, Effect, Entry, Rule};
use crate::input::ordered::insert_ordered;
use crate::report::advice::{PlanItem, TypeReport};
use crate::report::{GateReport, Report};
use crate::wording::Wording;
use crate::wording::key::Key;

impl Wording<'_> {
    /// What an item of the plan brings: "+4 points · unlocks “Strong”"; empty where that is not known.
    #[must_use]
    pub fn effect(&self, item: &PlanItem) -> String {
        let effect = &item.effect;
        // What rounds to nothing is not worth a word.
        let points = effect.points.filter(|points| *points >= 0.05).map(|points| self.points(Key::PlanPoints, points));
        let clears = (!effect.clears.is_empty()).then(|| self.text(Key::PlanClears));
        let reaches = effect.reaches.as_ref();
        let reaches = reaches.map(|band| self.texts.fill(Key::PlanReaches, &[("band", self.band_label(band))]));
        let parts: Vec<String> = [points, clears, reaches].into_iter().flatten().collect();
        parts.join(" · ")
    }

    /// What the plan comes to, in a sentence: the actions that make up the smallest change by their numbers, or what
    /// stands in the way; `None` where there is nothing to reach.
    #[must_use]
    pub fn goal(&self, report: &Report) -> Option<String> {
        let lift = report.lift.as_ref().filter(|_| !self.is_later(report))?;
        let is_limited = report.gates.iter().any(|gate| self.is_limit(report, gate));
        if is_limited || !lift.blocked_by.is_empty() {
            // Gates and floors take no points: without them the band is that of the points.
            let after = if is_limited { Some(&report.band_by_score.id) } else { lift.after.as_ref() };
            return Some(self.texts.fill(Key::GoalAfter, &[("band", self.band_label(after?))]));
        }
        let numbers = self.shortest_way(report);
        if !lift.within || numbers.is_empty() {
            return Some(self.lift(report));
        }
        let score = lift.score.map(|score| self.score_text(score)).unwrap_or_default();
        let numbers: Vec<&str> = numbers.iter().map(String::as_str).collect();
        let values = [("band", self.band_label(&lift.target)), ("score", &score), ("items", &self.list(&numbers))];
        #[allow(clippy::cast_precision_loss)] // at most a few
        Some(self.texts.count(Key::GoalLift, numbers.len() as f64, &values))
    }

    /// The plan in the order in which it is read: what lifts a limit, then what makes up the smallest change, then the
    /// rest; each in the order of the Report. As the Report has it while answers are open, or without such a change.
    #[must_use]
    pub fn plan<'r>(&self, report: &'r Report) -> Vec<&'r PlanItem> {
        let lift = report.lift.as_ref().filter(|lift| lift.within && lift.blocked_by.is_empty());
        let Some(lift) = lift.filter(|_| !report.is_uncertain()) else { return report.plan.iter().collect() };
        let rank = |item: &PlanItem| {
            let is_lifted = lift.changes.iter().any(|change| self.improves(item, &change.question));
            if item.effect.clears.is_empty() { 2 - u8::from(is_lifted) } else { 0 }
        };
        let mut ordered: Vec<&PlanItem> = Vec::new();
        for item in &report.plan {
            insert_ordered(&mut ordered, item, |other| rank(other) > rank(item));
        }
        ordered
    }

    /// The numbers of the actions that make up the smallest change; none where an answer of it has no action.
    fn shortest_way(&self, report: &Report) -> Vec<String> {
        let changes = report.lift.iter().flat_map(|lift| &lift.changes);
        let mut numbers: Vec<String> = Vec::new();
        for (place, item) in self.plan(report).into_iter().enumerate() {
            if changes.clone().any(|change| self.improves(item, &change.question)) {
                numbers.push((place + 1).to_string());
            }
        }
        let has_action = |question: &str| report.plan.iter().any(|item| self.improves(item, question));
        if changes.clone().all(|change| has_action(&change.question)) { numbers } else { Vec::new() }
    }

    /// Whether an action makes the answer to a question better.
    #[must_use]
    pub fn improves(&self, item: &PlanItem, question: &str) -> bool {
        let entry = self.assessment.advice.plan.iter().find(|entry| entry.id == item.id);
        entry.is_some_and(|entry| entry.improves.iter().any(|improved| improved == question))
    }

    /// The reasons of the gates and floors that an action clears.
    #[must_use]
    pub fn cleared_by<'r>(&self, report: &'r Report, item: &PlanItem) -> Vec<&'r str> {
        self.reasons_of(report, |gate| item.effect.clears.contains(&gate.id))
    }

    /// The reasons of the gates and floors that hold the result below the band of its points and that no action clears.
    #[must_use]
    pub fn left_limits<'r>(&self, report: &'r Report) -> Vec<&'r str> {
        let cleared = |id: &str| report.plan.iter().any(|item| item.effect.clears.iter().any(|other| other == id));
        self.reasons_of(report, |gate| self.is_limit(report, gate) && !cleared(&gate.id))
    }

    /// Whether a gate or a floor holds the result below the band of its points.
    pub(super) fn is_limit(&self, report: &Report, gate: &GateReport) -> bool {
        let place = |id: &str| self.assessment.bands.iter().position(|band| band.id == id);
        place(&gate.cap) < place(&report.band_by_score.id)
    }

    /// The reasons of all gates and floors.
    #[must_use]
    pub fn cap_reasons<'r>(&self, report: &'r Report) -> Vec<&'r str> {
        self.reasons_of(report, |_| true)
    }

    /// The reasons of some gates and floors. Two rules may say the same about one fact; it is said once.
    pub(super) fn reasons_of<'r>(&self, report: &'r Report, wanted: impl Fn(&GateReport) -> bool) -> Vec<&'r str> {
        let mut reasons: Vec<&str> = Vec::new();
        for gate in report.gates.iter().filter(|gate| wanted(gate)) {
            if !reasons.contains(&gate.reason.as_str()) {
                reasons.push(&gate.reason);
            }
        }
        reasons
    }

    /// What has to be settled before a type of partner fits; `None` where it fits as things stand.
    #[must_use]
    pub fn once(&self, fitting: &TypeReport) -> Option<String> {
        if fitting.once.is_empty() {
            return None;
        }
        // The author's "as soon as …", where a rule that says so is about one of these questions.
        let entry = self.assessment.advice.partner_types.iter().find(|entry| entry.id == fitting.id);
        let settled =
            |rule: &&Rule| rule.effect == Effect::Once && rule.when.iter().any(|c| self.is_about(c, &fitting.once));
        if let Some(rule) = entry.and_then(|entry| entry.rules.iter().find(settled)) {
            return Some(self.author_text(&rule.reason).to_owned());
        }
        let questions = fitting.once.iter().filter_map(|id| self.assessment.question(id));
        let texts: Vec<String> = questions.map(|question| format!("“{}”", self.author_text(&question.text))).collect();
        Some(self.texts.fill(Key::TypesOnce, &[("questions", &texts.join(", "))]))
    }

    /// Whether a clause reads the answer to one of these questions.
    fn is_about(&self, clause: &Clause, questions: &[String]) -> bool {
        match clause {
            Clause::Answer(condition) => questions.contains(&condition.question),
            Clause::Criterion(place, _) => {
                let criterion = self.assessment.criteria.get(*place);
                criterion.is_some_and(|criterion| criterion.questions.iter().any(|q| questions.contains(&q.id)))
            }
            _ => false,
        }
    }

    /// The way to work with a partner that fits next best.
    #[must_use]
    pub fn second_model(&self, report: &Report) -> Option<String> {
        let second = report.model.as_ref()?.second.as_ref()?;
        let model = self.assessment.advice.models.iter().find(|model| model.id == second.id)?;
        Some(self.texts.fill(Key::ModelSecond, &[("model", self.author_text(&model.label))]))
    }

    /// The way to work with a partner that is chosen, by its name.
    #[must_use]
    pub fn model_label(&self, report: &Report) -> &str {
        let chosen = report.model.as_ref().map(|model| model.chosen.as_str());
        let entry = self.assessment.advice.models.iter().find(|entry| Some(entry.id.as_str()) == chosen);
        entry.map(|entry| self.author_text(&entry.label)).unwrap_or_default()
    }

    /// The heading of models and types of partner: for later, where the verdict says so.
    #[must_use]
    pub fn together_title(&self, report: &Report) -> Key {
        if self.is_later(report) { Key::TogetherLater } else { Key::TogetherTitle }
    }

    /// Whether partners are for later under the verdict.
    pub(super) fn is_later(&self, report: &Report) -> bool {
        let is_given = |entry: &Entry| report.verdict.as_ref().is_some_and(|verdict| verdict.id == entry.id);
        self.assessment.advice.verdicts.iter().any(|entry| is_given(entry) && entry.later)
    }
}
