//! What lifts the result, in words: the smallest change, what each answer costs, and what a tried answer would do.

use crate::input::ordered::insert_ordered;
use crate::report::Report;
use crate::report::lift::ChangeReport;
use crate::wording::Wording;
use crate::wording::key::Key;
use crate::wording::table::Table;

impl<'a> Wording<'a> {
    /// What the smallest change comes to, in a sentence.
    #[must_use]
    pub fn lift(&self, report: &Report) -> String {
        let Some(lift) = &report.lift else {
            return self.text(if report.score.is_some() { Key::LiftTop } else { Key::LiftUnknown });
        };
        let band = self.band_label(&lift.target);
        let score = lift.score.map(|score| self.score_text(score)).unwrap_or_default();
        if !lift.within {
            let key = if lift.changes.is_empty() { Key::LiftUnreachable } else { Key::LiftYear };
            return self.texts.fill(key, &[("band", band), ("score", &score)]);
        }
        #[allow(clippy::cast_precision_loss)] // at most a hundred
        self.texts.count(Key::LiftChanges, lift.changes.len() as f64, &[("band", band), ("score", &score)])
    }

    /// A change: the question, and from which answer to which.
    #[must_use]
    pub fn change(&self, change: &ChangeReport) -> Option<(&'a str, String)> {
        let question = self.assessment.question(&change.question)?;
        let [from, to] = [&change.from, &change.to].map(|answer| self.texts.answer_text(question, Some(answer)));
        Some((self.author_text(&question.text), self.texts.fill(Key::LiftChange, &[("from", &from), ("to", &to)])))
    }

    /// Every answer that counts with the points it brings and costs, the dearest first, down to the total.
    #[must_use]
    pub fn points_table(&self, report: &Report) -> Table {
        let tenths = |points: f64| self.texts.number(points, 1);
        let mut rows: Vec<(f64, Vec<String>)> = Vec::new();
        for answer in report.criteria.iter().flat_map(|criterion| &criterion.questions) {
            let Some(question) = self.assessment.question(&answer.id).filter(|_| answer.points + answer.lost > 0.0)
            else {
                continue;
            };
            let given = self.texts.answer_text(question, answer.answer.as_ref());
            let text = self.author_text(&question.text).to_owned();
            let row = vec![text, given, self.points_text(answer.points), tenths(answer.lost)];
            insert_ordered(&mut rows, (answer.lost, row), |(lost, _)| *lost < answer.lost);
        }
        let mut rows: Vec<Vec<String>> = rows.into_iter().map(|(_, row)| row).collect();
        let score = report.score.unwrap_or(0.0);
        let total = self.points_text(score);
        rows.push(vec![self.text(Key::CriteriaTotal), String::new(), total, tenths(100.0 - score)]);
        let columns = &[Key::PointsQuestion, Key::PointsAnswer, Key::CriteriaPoints, Key::CriteriaLost];
        Table { title: Key::PointsTitle, columns, rows, has_total: true }
    }

    /// The difference that a tried answer would make: `trial` is the result with it.
    #[must_use]
    pub fn trial(&self, report: &Report, trial: &Report) -> String {
        let written = |report: &Report| report.score.map(|score| self.score_text(score)).unwrap_or_default();
        let key = if trial.band.id == report.band.id { Key::TrySame } else { Key::TryOther };
        let (score, before) = (&*written(trial), &*written(report));
        let [band, band_before] = [("band", trial.band.label.as_str()), ("bandBefore", &*report.band.label)];
        self.texts.fill(key, &[("score", score), ("before", before), band, band_before])
    }
}
