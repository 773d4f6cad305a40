//! The advice in words: what an action brings, what has to be settled before a type of partner fits, and the next best
//! way to work together.

use crate::assessment::advice::{Clause, Effect, Entry, Rule};
use crate::report::Report;
use crate::report::advice::{PlanItem, TypeReport};
use crate::wording::Wording;
use crate::wording::key::Key;

impl Wording<'_> {
    /// What an item of the plan brings: "brings 4 points, leads to “Strong”"; empty where that is not known.
    #[must_use]
    pub fn effect(&self, item: &PlanItem) -> String {
        let effect = &item.effect;
        // What rounds to nothing is not worth a word.
        let points =
            effect.points.filter(|points| *points >= 0.05).map(|points| self.points(Key::StrengthsBrings, points));
        let clears = (!effect.clears.is_empty()).then(|| self.text(Key::PlanClears));
        let reaches = effect.reaches.as_ref();
        let reaches = reaches.map(|band| self.texts.fill(Key::PlanReaches, &[("band", self.band_label(band))]));
        let mut parts = points.unwrap_or_default();
        for part in [clears, reaches].into_iter().flatten() {
            if !parts.is_empty() {
                parts.push_str(", ");
            }
            parts.push_str(&part);
        }
        parts
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

    /// The headings of models and types of partner: for later, where the verdict says so.
    #[must_use]
    pub fn partner_titles(&self, report: &Report) -> [Key; 2] {
        let is_given = |entry: &Entry| report.verdict.as_ref().is_some_and(|verdict| verdict.id == entry.id);
        let later = self.assessment.advice.verdicts.iter().any(|entry| is_given(entry) && entry.later);
        if later { [Key::ModelLater, Key::TypesLater] } else { [Key::ModelTitle, Key::TypesTitle] }
    }
}
