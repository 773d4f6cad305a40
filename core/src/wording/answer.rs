//! An answer in words.

use super::key::Key;
use super::locale::Texts;
use crate::answers::Answer;
use crate::assessment::{Question, QuestionKind};

impl Texts {
    /// What "Does not apply" is called at a question.
    #[must_use]
    pub fn not_applicable(&self, question: &Question) -> String {
        let own = question.not_applicable_label.as_ref();
        own.map_or_else(|| self.get(Key::NotApplicable), |label| label.get(self.language()).to_owned())
    }

    /// The answer to a question as the reader gave it: an option's words, or a number with its unit.
    #[must_use]
    pub fn answer_text(&self, question: &Question, answer: Option<&Answer>) -> String {
        match (answer, &question.kind) {
            (None, _) => self.get(Key::Unanswered),
            (Some(Answer::Unsure), _) => self.get(Key::Unsure),
            (Some(Answer::NotApplicable), _) => self.not_applicable(question),
            (Some(Answer::Option(id)), QuestionKind::Choice(options)) => options
                .iter()
                .find(|option| option.id == *id)
                .map_or(id.clone(), |option| option.label.get(self.language()).to_owned()),
            (Some(Answer::Number(number)), QuestionKind::Number(field)) => {
                let number = self.number(*number, 6);
                field.unit.as_ref().map_or(number.clone(), |unit| format!("{number} {}", unit.get(self.language())))
            }
            (Some(Answer::Option(id)), QuestionKind::Number(_)) => id.clone(),
            (Some(Answer::Number(number)), QuestionKind::Choice(_)) => self.number(*number, 6),
        }
    }
}
