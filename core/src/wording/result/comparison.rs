//! An earlier result beside the present one, in words.

use crate::answers::Answers;
use crate::report::Report;
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

    /// The questions whose answers are others now, with both answers.
    #[must_use]
    pub fn changed_answers_table(&self, earlier: &Answers) -> Table {
        let mut rows = Vec::new();
        for (_, question) in self.assessment.questions() {
            let [before, now] = [earlier, self.answers].map(|answers| answers.get(&question.id));
            if before != now {
                let [before, now] = [before, now].map(|answer| self.texts.answer_text(question, answer));
                rows.push(vec![self.author_text(&question.text).to_owned(), before, now]);
            }
        }
        Table { title: Key::CompareAnswers, columns: COLUMNS, rows, has_total: false }
    }
}
