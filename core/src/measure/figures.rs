//! Figures: what is counted and filled in. A sheet of them is read as answers are, and then held against what figures must be
//! among each other: counts are whole, and a part is at most the whole.

use super::Programme;
use super::field::Within;
use super::indicator::{Figure, Quotient};
use super::paste::number;
use crate::answers::{Answer, Answers};
use crate::input::number::JsNumber;
use crate::input::problem::{Path, Problem};
use crate::input::value::Tree;
use crate::scoring::sum;

/// What is known of a figure.
#[must_use]
pub fn figure(answers: &Answers, id: &str) -> Figure {
    match answers.get(id) {
        Some(Answer::Number(number)) => Figure::Known(*number),
        Some(Answer::NotApplicable) => Figure::Out,
        _ => Figure::Unknown,
    }
}

/// What a quotient of figures is; `None` where one of them is not known, or nothing is below the line.
#[must_use]
pub fn quotient(answers: &Answers, quotient: &Quotient) -> Option<f64> {
    let mut sums = [Vec::new(), Vec::new()];
    let [above, below] = &mut sums;
    for (parts, into) in [(&quotient.sum, above), (&quotient.by, below)] {
        for part in parts {
            let Figure::Known(number) = figure(answers, &part.figure) else { return None };
            into.push(number);
        }
    }
    let [above, below] = sums.map(sum);
    let line = if quotient.by.is_empty() { 1.0 } else { below };
    (line != 0.0).then_some(above / line)
}

impl Programme {
    /// Reads figures and answers, with the inputs of the economics among them, from untrusted data.
    ///
    /// # Errors
    /// Every problem: those of answers, a count that is not whole, a part that is more than the whole.
    pub fn read_sheet(&self, tree: &Tree) -> Result<Answers, Vec<Problem>> {
        let (answers, mut problems) = match Answers::read(tree, &self.entered) {
            Ok(answers) => (Some(answers), Vec::new()),
            Err(problems) => (None, problems),
        };
        for problem in problems.iter_mut().filter(|problem| problem.hint.is_none()) {
            problem.hint = tree.text(&problem.path).and_then(meant_number);
        }
        for (id, beside, message) in self.contradictions(&|id| tree.number(id)) {
            // Of a figure that is wrong by itself nothing follows.
            if problems.iter().all(|problem| problem.path != id && problem.path != beside) {
                problems.push(Problem { path: Path::Root.key(id).to_string(), message, hint: None });
            }
        }
        match answers {
            Some(answers) if problems.is_empty() => Ok(answers),
            _ => Err(problems),
        }
    }

    /// What is wrong among figures that were read by themselves, as those of a link are: nothing where they can all be right.
    #[must_use]
    pub fn check_sheet(&self, answers: &Answers) -> Vec<Problem> {
        let known = |id: &str| match figure(answers, id) {
            Figure::Known(number) => Some(number),
            Figure::Unknown | Figure::Out => None,
        };
        let problem = |(id, _, message): (&str, &str, String)| Problem { path: id.to_owned(), message, hint: None };
        self.contradictions(&known).into_iter().map(problem).collect()
    }

    /// What figures are not among each other: the id of the figure, of the one beside it, and what is wrong.
    fn contradictions(&self, number: &dyn Fn(&str) -> Option<f64>) -> Vec<(&str, &str, String)> {
        let mut found = Vec::new();
        let counts = self.figures.iter().filter(|field| field.whole).map(|field| field.id.as_str());
        for id in counts.chain(["years"]) {
            if let Some(number) = number(id).filter(|number| number.is_finite() && number.fract() != 0.0) {
                found.push((id, id, format!("expected a whole number, got {}", JsNumber(number))));
            }
        }
        for Within { part, whole } in &self.within {
            if let Some((number, most)) = number(part).zip(number(whole))
                && number > most
            {
                let [number, most] = [number, most].map(JsNumber);
                found.push((part, whole, format!("expected at most {most} ({whole}), got {number}")));
            }
        }
        found
    }

    /// The most and the least that a figure can be with the other figures as they are.
    #[must_use]
    pub fn room(&self, answers: &Answers, id: &str) -> [f64; 2] {
        let field = self.entered.question(id).map(|question| &question.kind);
        let [mut low, mut high] = match field {
            Some(crate::assessment::QuestionKind::Number(field)) => {
                [field.min.unwrap_or(f64::MIN), field.max.unwrap_or(f64::MAX)]
            }
            _ => [f64::MIN, f64::MAX],
        };
        for Within { part, whole } in &self.within {
            match (part == id, whole == id) {
                (true, _) => {
                    if let Figure::Known(most) = figure(answers, whole) {
                        high = high.min(most);
                    }
                }
                (_, true) => {
                    if let Figure::Known(least) = figure(answers, part) {
                        low = low.max(least);
                    }
                }
                _ => {}
            }
        }
        [low, high]
    }
}

/// The hint for a number that was written as a text, with either decimal sign.
fn meant_number(text: &str) -> Option<String> {
    let meant = number::lone(text)?;
    Some(format!("did you mean {}, without quotation marks?", JsNumber(meant)))
}
