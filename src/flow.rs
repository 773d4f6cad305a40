//! The state of an evaluator (the screen, the answers, what is typed) and the one pure reducer that changes it.

mod action;
mod by;
mod navigation;
pub mod sharing;
mod steps;

pub use self::action::{Action, Event, Part, Trial};
pub use self::by::By;
use self::sharing::{Effect, Sharing};
pub use self::steps::{Layout, StepPart, StepPlan};
use partner_fit_core::answers::{Answer, Answers};
use partner_fit_core::assessment::{Assessment, Question, QuestionKind};
use partner_fit_core::input::map::Map;

/// The screens of an evaluator.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Screen {
    /// What the assessment is about, before the first question.
    Start,
    /// Some of the questions; the number is the step's index in the [`StepPlan`].
    Step(usize),
    /// All answers, before the result.
    Review,
    /// The result.
    Result,
}

/// The element that takes the focus after the screen changes. Only a reader's own action moves the focus.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Focus {
    /// The heading of the screen.
    Heading,
    /// The summary of what is missing.
    Summary,
    /// The first control of a question.
    Question(String),
    /// The question whether to start again.
    Confirm,
    /// The button that starts again, once the question about it is closed.
    ResetButton,
    /// The text that could not be copied, selected as a whole.
    Uncopied,
    /// The heading of the earlier result.
    Earlier,
    /// The part of the screen where an earlier result can be opened.
    OpenPart,
    /// The first control of a part of the result, which opens.
    Part(Part),
    /// The control that tries another answer to a question.
    Trial(String),
}

/// The state of an evaluator.
#[derive(Clone, Debug, PartialEq)]
pub struct Flow {
    /// How the questions are divided into steps, as the host has chosen.
    pub plan: StepPlan,
    /// The screen that is shown.
    pub screen: Screen,
    /// The answers so far.
    pub answers: Answers,
    /// The texts of number fields as they were typed, by question.
    pub drafts: Map<String>,
    /// Whether the screen points out which answers are missing.
    pub errors_shown: bool,
    /// The screen that Continue leads to after a change, instead of the next step.
    pub returning: Option<Screen>,
    /// Whether the reader is being asked about starting again.
    pub confirming_reset: bool,
    /// The element that takes the focus. The number grows with each request, so that the same element can get it twice.
    pub focus: (u32, Option<Focus>),
    /// Whether the reader has just cleared the answers.
    pub cleared: bool,
    /// The answers for which `pf-complete` was sent last; prevents sending it twice.
    pub announced: Option<Answers>,
    /// The state of sharing: what is typed, what has happened, the earlier result.
    pub sharing: Sharing,
    /// The reader's weights, one for each criterion in the author's order and units; `None` leaves the author's.
    pub weights: Option<Vec<f64>>,
    /// The criterion, by its index, whose weight the reader has just moved.
    pub weighed: Option<usize>,
    /// The answer that the reader tries out on the result.
    pub trial: Option<Trial>,
}

impl Default for Flow {
    fn default() -> Self {
        Self {
            plan: StepPlan::default(),
            screen: Screen::Start,
            answers: Answers::default(),
            drafts: Map::default(),
            errors_shown: false,
            returning: None,
            confirming_reset: false,
            focus: (0, None),
            cleared: false,
            announced: None,
            sharing: Sharing::default(),
            weights: None,
            weighed: None,
            trial: None,
        }
    }
}

impl Flow {
    /// Computes the state after `action`, and the events that the host hears about it.
    #[must_use]
    pub fn reduce(&self, action: Action, assessment: &Assessment) -> (Flow, Vec<Event>) {
        let mut next = self.clone();
        next.cleared = false;
        next.weighed = None;
        next.sharing.clear_message();
        let mut events = Vec::new();
        match action {
            Action::Start(by) => next.start(by, &mut events),
            Action::Choose(question, answer) => {
                next.drafts.remove(&question);
                if self.answers.get(&question) != Some(&answer) {
                    next.answers.set(&question, answer);
                    events.push(Event::Answer(question));
                }
            }
            Action::Type(question, text, number) => next.type_number(question, text, number, assessment),
            Action::Commit(question) => {
                if let Some(Answer::Number(_)) = self.answers.get(&question) {
                    events.push(Event::Answer(question));
                }
            }
            Action::Continue(By::Host) if self.screen == Screen::Start => next.start(By::Host, &mut events),
            Action::Continue(by) => next.go_on(by, assessment),
            Action::Back(by) => next.go_back(by, assessment),
            Action::Change(question) => next.change(question, assessment),
            Action::Review => next.show(next.before_result(0, assessment), By::Reader),
            Action::Go(part) => next.take_focus(By::Reader, Focus::Part(part)),
            Action::Show(question) => next.take_focus(By::Reader, Focus::Question(question)),
            Action::AskReset => {
                next.confirming_reset = true;
                next.take_focus(By::Reader, Focus::Confirm);
            }
            Action::KeepAnswers => {
                next.confirming_reset = false;
                next.take_focus(By::Reader, Focus::ResetButton);
            }
            Action::Weigh(index, weight) => next.weigh(index, weight, assessment),
            Action::ResetWeights => {
                next.weights = None;
                next.take_focus(By::Reader, Focus::Part(Part::Weights));
            }
            Action::CallToAction => events.push(Event::CallToAction),
            Action::Try(trial) => next.try_answer(trial),
            Action::Reset(by) => {
                let sharing = self.sharing.cleared();
                let (plan, focus) = (self.plan, self.focus.clone());
                next = Flow { plan, focus, cleared: by == By::Reader, sharing, ..Flow::default() };
                next.show(Screen::Start, by);
                events.push(Event::Reset);
                if by == By::Reader {
                    events.push(Event::Effect(Effect::Note)); // after reset() the element does so by itself
                }
            }
            Action::Replace(answers) => next.replace(answers, assessment),
            Action::Plan(plan) => next.change_plan(plan, assessment),
            Action::Sharing(action) => next.share_action(action, assessment, &mut events),
        }
        if let Screen::Step(index) = next.screen
            && (next.screen, next.plan.layout) != (self.screen, self.plan.layout)
        {
            events.push(Event::Step(index));
        }
        if next.screen == Screen::Result
            && self.screen != Screen::Result
            && next.announced.as_ref() != Some(&next.answers)
        {
            next.announced = Some(next.answers.clone());
            events.push(Event::Complete);
        }
        (next, events)
    }

    fn start(&mut self, by: By, events: &mut Vec<Event>) {
        if self.screen == Screen::Start {
            events.push(Event::Start);
            self.show(Screen::Step(0), by);
        }
    }

    fn weigh(&mut self, index: usize, weight: f64, assessment: &Assessment) {
        let mut weights = self.weights.take().unwrap_or_else(|| authors_weights(assessment));
        let others: f64 = weights.iter().enumerate().filter(|(other, _)| *other != index).map(|(_, w)| w).sum();
        // Those that an assessment can have; a typed number may be any.
        let can_be_had = weight == 0.0 || (1e-6..=1e6).contains(&weight);
        if let Some(changed) = weights.get_mut(index).filter(|_| can_be_had && weight + others > 0.0) {
            *changed = weight;
        }
        self.weights = Some(weights).filter(|weights| *weights != authors_weights(assessment));
        self.weighed = Some(index);
    }

    /// Begins, changes or ends a trial. The control that began it goes away, and so does the one that ends it: the focus
    /// stays with the question.
    fn try_answer(&mut self, trial: Option<Trial>) {
        let question = |trial: &Option<Trial>| trial.as_ref().map(|trial| trial.question.clone());
        let [before, now] = [question(&self.trial), question(&trial)];
        if before != now
            && let Some(question) = now.or(before)
        {
            self.take_focus(By::Reader, Focus::Trial(question));
        }
        self.trial = trial;
    }

    /// Whether the answers are about a candidate: as opened ones say of themselves, else as the host has chosen.
    #[must_use]
    pub fn is_about_candidate(&self) -> bool {
        self.sharing.candidate.unwrap_or(self.plan.candidate)
    }

    /// The answers that can be chosen at the question of the trial; none at a number question, or without a trial.
    #[must_use]
    pub fn answers_to_try(&self, assessment: &Assessment) -> Vec<Answer> {
        let Some(question) = self.trial.as_ref().and_then(|trial| assessment.question(&trial.question)) else {
            return Vec::new();
        };
        let QuestionKind::Choice(options) = &question.kind else { return Vec::new() };
        let options = options.iter().map(|option| Answer::Option(option.id.clone()));
        let unsure = question.unsure.then_some(Answer::Unsure);
        options.chain(unsure).chain(question.not_applicable.then_some(Answer::NotApplicable)).collect()
    }

    /// The answers with another one at the question of the trial.
    #[must_use]
    pub fn answers_with(&self, answer: &Answer) -> Answers {
        let mut answers = self.answers.clone();
        if let Some(trial) = &self.trial {
            answers.set(&trial.question, answer.clone());
        }
        answers
    }

    /// The answers as they would be if the tried one were given.
    #[must_use]
    pub fn tried(&self) -> Option<Answers> {
        let trial = self.trial.as_ref()?;
        let mut answers = self.answers.clone();
        answers.set(&trial.question, trial.answer.clone()?);
        Some(answers)
    }

    fn type_number(&mut self, id: String, text: String, number: Option<f64>, assessment: &Assessment) {
        let accepted = number.filter(|number| assessment.question(&id).is_some_and(|q| accepts(q, *number)));
        match accepted {
            Some(number) => self.answers.set(&id, Answer::Number(number)),
            None => self.answers.remove(&id),
        }
        self.drafts.insert(&id, text);
    }

    /// Replaces all answers with those that the host sets. A result that they no longer give makes way for the review.
    fn replace(&mut self, answers: Answers, assessment: &Assessment) {
        let complete = answers.complete(assessment);
        self.answers = answers;
        self.sharing.from_link = false;
        self.trial = None;
        self.drafts = Map::default();
        self.errors_shown = false;
        if self.screen == Screen::Result {
            self.announced = Some(self.answers.clone());
            if !complete {
                self.show(self.before_result(0, assessment), By::Host);
            }
        }
    }

    fn show(&mut self, screen: Screen, by: By) {
        self.screen = screen;
        self.trial = None;
        self.errors_shown = false;
        self.confirming_reset = false;
        self.take_focus(by, Focus::Heading);
    }

    fn take_focus(&mut self, by: By, focus: Focus) {
        self.focus = (self.focus.0 + 1, (by == By::Reader).then_some(focus));
    }

    /// The questions of a step that have no answer yet.
    #[must_use]
    pub fn missing<'a>(&self, index: usize, assessment: &'a Assessment) -> Vec<&'a Question> {
        let step = self.plan.step(index, assessment);
        let questions = step.iter().flat_map(|part| part.questions);
        questions.filter(|question| self.answers.get(&question.id).is_none()).collect()
    }
}

/// Whether a number question accepts `number`.
fn accepts(question: &Question, number: f64) -> bool {
    match &question.kind {
        QuestionKind::Number(field) => {
            number.is_finite() && field.min.is_none_or(|min| number >= min) && field.max.is_none_or(|max| number <= max)
        }
        QuestionKind::Choice(_) => false,
    }
}

/// The weights of the criteria as the author gives them.
fn authors_weights(assessment: &Assessment) -> Vec<f64> {
    assessment.criteria.iter().map(|criterion| criterion.weight).collect()
}
