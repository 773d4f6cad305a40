//! An earlier result beside the present one, in words.

use crate::answers::Answers;
use crate::report::{CriterionReport, Report};
use crate::wording::Wording;
use crate::wording::key::Key;
use crate::wording::table::Table;

const COLUMNS: &[Key] = &[Key::CompareWhat, Key::CompareEarlier, Key::CompareNow];

impl Wording<'_> {
    /// Score, band and criteria of an earlier result and of the present one.
    #[must_use]
    pub fn comparison_table(&self, earlier: &Report, now: &Report) -> Table {
        let mut rows = vec![
            vec![self.text(Key::CompareScore), self.score_or_range(earlier), self.score_or_range(now)],
            vec![self.text(Key::CompareBand), earlier.band.label.clone(), now.band.label.clone()],
        ];
        for (before, now) in earlier.criteria.iter().zip(&now.criteria) {
            if before.weight > 0.0 || now.weight > 0.0 {
                rows.push(vec![now.label.clone(), self.criterion_value(before), self.criterion_value(now)]);
            }
        }
        Table { title: Key::CompareTitle, columns: COLUMNS, rows, has_total: false }
    }

    /// Both scores in a sentence: "58 → 66 of 100 points (+8): “Emerging” → “Strong”".
    #[must_use]
    pub fn both(&self, earlier: &Report, now: &Report) -> String {
        let difference = earlier.score.zip(now.score).map(|(before, after)| (after - before).round());
        let scores = [earlier, now].map(|report| self.score_or_range(report));
        let scores = self.change_text(&scores[0], &scores[1], difference);
        let bands = self.change_text(&earlier.band.label, &now.band.label, None);
        self.texts.fill(Key::CompareBoth, &[("scores", &scores), ("bands", &bands)])
    }

    /// The value of a criterion in both results, with the difference.
    #[must_use]
    pub fn change_of(&self, earlier: &CriterionReport, now: &CriterionReport, difference: Option<f64>) -> String {
        self.change_text(&self.criterion_value(earlier), &self.criterion_value(now), difference)
    }

    /// "50 → 75 (+25)"; what is the same is said once.
    fn change_text(&self, before: &str, now: &str, difference: Option<f64>) -> String {
        if before == now {
            return before.to_owned();
        }
        let both = self.texts.fill(Key::CompareChange, &[("from", before), ("to", now)]);
        difference.map_or(both.clone(), |points| format!("{both} ({})", self.signed(points)))
    }

    /// The questions whose answers are others now, each with both answers.
    #[must_use]
    pub fn changed_answers(&self, earlier: &Answers) -> Vec<(&str, String)> {
        let mut changes = Vec::new();
        for (_, question) in self.assessment.questions() {
            let [before, now] = [earlier, self.answers].map(|answers| answers.get(&question.id));
            if before != now {
                let [before, now] = [before, now].map(|answer| self.texts.answer_text(question, answer));
                let values = [("from", before.as_str()), ("to", now.as_str())];
                changes.push((self.author_text(&question.text), self.texts.fill(Key::LiftChange, &values)));
            }
        }
        changes
    }
}
