//! Moves the reader through the plan: forward, back, to a question whose answer is to be changed, and to the matching
//! step after the host has changed the plan. What an action does to the answers is in [`super::Flow`].

use super::{By, Flow, Focus, Layout, Screen, StepPlan};
use partner_fit_core::answers::Answer;
use partner_fit_core::assessment::Assessment;

impl Flow {
    pub(super) fn go_on(&mut self, by: By, assessment: &Assessment) {
        if let Screen::Step(index) = self.screen
            && self.is_about_candidate()
        {
            self.leave_open(index, assessment);
        }
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

    /// Takes what is left open on a step for unknown, where "Not sure" is offered: a stranger to a firm knows less of it.
    fn leave_open(&mut self, index: usize, assessment: &Assessment) {
        for question in self.missing(index, assessment) {
            let is_empty = self.drafts.get(&question.id).is_none_or(|draft| draft.trim().is_empty());
            if question.unsure && is_empty {
                self.answers.set(&question.id, Answer::Unsure);
            }
        }
    }

    /// Shows the result. If an answer is missing, shows the first step that asks for one instead; Continue leads from
    /// there to `returning`.
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
            (Screen::Step(index), Some(Screen::Result)) => {
                // The change may have left a question without an answer, and a result needs all of them.
                self.show(self.before_result(index.saturating_sub(1), assessment), by);
            }
            (Screen::Step(_), Some(screen)) => self.show(screen, by),
            (Screen::Step(index), None) => self.show(index.checked_sub(1).map_or(Screen::Start, Screen::Step), by),
            (Screen::Review, _) => self.show(Screen::Step(last), by),
            (Screen::Result, _) => self.show(self.before_result(last, assessment), by),
        }
    }

    /// The screen before the result: the review or, in a plan without one, the first step with a missing answer, else
    /// the step at `index`.
    pub(super) fn before_result(&self, index: usize, assessment: &Assessment) -> Screen {
        if self.plan.review {
            return Screen::Review;
        }
        Screen::Step(self.first_missing(assessment).unwrap_or(index))
    }

    /// Shows the step that asks `question`, so that the reader can answer it again.
    pub(super) fn change(&mut self, question: String, assessment: &Assessment) {
        if let Some(index) = self.plan.step_of(&question, assessment) {
            self.returning = Some(self.screen);
            self.show(Screen::Step(index), By::Reader);
            if self.plan.layout == Layout::All {
                self.take_focus(By::Reader, Focus::Question(question));
            }
        }
    }

    /// Changes the plan, as the host asks. The reader stays at the question that was first on the screen.
    pub(super) fn change_plan(&mut self, plan: StepPlan, assessment: &Assessment) {
        if plan.layout != self.plan.layout
            && let Screen::Step(index) = self.screen
        {
            let step = self.plan.step(index, assessment);
            let first = step.iter().find_map(|part| part.questions.first());
            let index = first.and_then(|question| plan.step_of(&question.id, assessment)).unwrap_or(0);
            self.show(Screen::Step(index), By::Host);
        }
        // A step to return to was counted in the plan before.
        if plan.layout != self.plan.layout && matches!(self.returning, Some(Screen::Step(_))) {
            self.returning = None;
        }
        self.plan = plan;
    }
}
