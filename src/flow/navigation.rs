//! Moving through the plan: on, back, to an answer that is to be changed, and what a new plan makes of where the
//! reader is. What an action does to the answers is in [`super::Flow`].

use super::{By, Flow, Focus, Layout, Screen, StepPlan};
use partner_fit_core::assessment::Assessment;

impl Flow {
    pub(super) fn go_on(&mut self, by: By, assessment: &Assessment) {
        match self.screen {
            Screen::Start | Screen::Result => {}
            Screen::Step(index) if !self.missing(index, assessment).is_empty() => {
                self.errors_shown = true;
                self.take_focus(by, Focus::Summary);
            }
            Screen::Step(index) => {
                let following = index + 1;
                let following = match self.returning.take() {
                    Some(screen) => Some(screen),
                    None if following < self.plan.steps(assessment).len() => Some(Screen::Step(following)),
                    None => self.plan.review.then_some(Screen::Review),
                };
                match following {
                    Some(screen) => self.show(screen, by),
                    None => self.conclude(None, by, assessment),
                }
            }
            Screen::Review => self.conclude(Some(Screen::Review), by, assessment),
        }
    }

    /// To the result; where something is missing to the first step that asks for it, and from there to `returning`.
    fn conclude(&mut self, returning: Option<Screen>, by: By, assessment: &Assessment) {
        match self.first_missing(assessment) {
            Some(index) => {
                self.returning = returning;
                self.show(Screen::Step(index), by);
                self.errors_shown = true;
                self.take_focus(by, Focus::Summary);
            }
            None => self.show(Screen::Result, by),
        }
    }

    fn first_missing(&self, assessment: &Assessment) -> Option<usize> {
        (0..self.plan.steps(assessment).len()).find(|index| !self.missing(*index, assessment).is_empty())
    }

    pub(super) fn go_back(&mut self, by: By, assessment: &Assessment) {
        let last = self.plan.steps(assessment).len().saturating_sub(1);
        let returning = self.returning.take();
        match (self.screen, returning) {
            (Screen::Start, _) => {}
            (Screen::Step(place), Some(Screen::Result)) => {
                // The change may have left something open, which a result cannot have.
                self.show(self.before_result(place.saturating_sub(1), assessment), by);
            }
            (Screen::Step(_), Some(screen)) => self.show(screen, by),
            (Screen::Step(index), None) => self.show(index.checked_sub(1).map_or(Screen::Start, Screen::Step), by),
            (Screen::Review, _) => self.show(Screen::Step(last), by),
            (Screen::Result, _) => self.show(self.before_result(last, assessment), by),
        }
    }

    /// Where the answers are seen again: the review or, in a plan without one, a step, the one with this place
    /// unless another asks for something that is missing.
    pub(super) fn before_result(&self, place: usize, assessment: &Assessment) -> Screen {
        if self.plan.review {
            return Screen::Review;
        }
        Screen::Step(self.first_missing(assessment).unwrap_or(place))
    }

    /// Back to the step that asks `question`, to give another answer.
    pub(super) fn change(&mut self, question: String, assessment: &Assessment) {
        if let Some(place) = self.plan.step_of(&question, assessment) {
            self.returning = Some(self.screen);
            self.show(Screen::Step(place), By::Reader);
            if self.plan.layout == Layout::All {
                self.take_focus(By::Reader, Focus::Question(question));
            }
        }
    }

    /// The host changes the plan; the reader stays at the question that was first on the screen.
    pub(super) fn change_plan(&mut self, plan: StepPlan, assessment: &Assessment) {
        if plan.layout != self.plan.layout
            && let Screen::Step(place) = self.screen
        {
            let step = self.plan.step(place, assessment);
            let first = step.iter().find_map(|part| part.questions.first());
            let place = first.and_then(|question| plan.step_of(&question.id, assessment)).unwrap_or(0);
            self.show(Screen::Step(place), By::Host);
        }
        self.plan = plan;
    }
}
