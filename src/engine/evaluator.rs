//! [`Evaluator`]: the state of one evaluator, and what an action does to it: the next state, a new drawing, then
//! events. It computes every Report that is drawn or sent to the host.

use std::cell::{Cell, RefCell};
use std::rc::Rc;
use std::sync::Arc;

use js_sys::{Function, Reflect};
use partner_fit_core::answers::{Answer, Answers};
use partner_fit_core::assessment::{Assessment, CallToAction};
use partner_fit_core::input::value::Tree;
use partner_fit_core::report::{Report, report};
use partner_fit_core::wording::{Texts, Wording};
use wasm_bindgen::JsValue;
use yew::{AppHandle, Callback};

use super::values;
use crate::flow::{Action, Event, Flow, Screen};
use crate::js_value;
use crate::view::View;
use crate::view::app::App;

/// The state of one evaluator in a page.
pub(super) struct Evaluator {
    /// The assessment with the author's weights. It is replaced only when the host's profile changes.
    pub(super) assessment: RefCell<Rc<Assessment>>,
    /// The assessment with the reader's weights, if the reader has changed any.
    pub(super) weighted: RefCell<Option<Rc<Assessment>>>,
    pub(super) flow: RefCell<Rc<Flow>>,
    pub(super) texts: RefCell<Rc<Texts>>,
    /// The host's strings, which replace some of `texts`.
    pub(super) strings: RefCell<Tree>,
    /// Whether `pf-answer` contains the answer itself.
    pub(super) exposes_answers: Cell<bool>,
    /// The Report on the present answers, once one was computed; the drawing and the host read the same one.
    pub(super) report: RefCell<Option<Rc<Report>>>,
    pub(super) heading_level: Cell<u8>,
    /// The element's listener, called with `(name, detail)`; it returns `false` where the host cancels an event.
    pub(super) tell: Function,
    pub(super) app: RefCell<Option<AppHandle<App>>>,
    /// The report on paper that was drawn last.
    pub(super) paper: RefCell<Option<AppHandle<App>>>,
}

impl Evaluator {
    /// The assessment with the author's weights.
    pub(super) fn authors(&self) -> Rc<Assessment> {
        self.assessment.borrow().clone()
    }

    /// The assessment with the weights that count now: the reader's, else the author's.
    pub(super) fn assessment(&self) -> Rc<Assessment> {
        self.weighted.borrow().clone().unwrap_or_else(|| self.authors())
    }

    /// Applies the reader's weights to the assessment, if there are any.
    pub(super) fn weigh(&self) {
        let weights = self.flow.borrow().weights.clone();
        let weighted = weights.and_then(|weights| self.authors().weighted(&weights));
        *self.weighted.borrow_mut() = weighted.map(Rc::new);
    }

    /// Replaces the assessment with the same one under another profile, or with other buttons of the page.
    pub(super) fn set_assessment(this: &Rc<Self>, assessment: &Assessment, of_page: Arc<Vec<CallToAction>>) {
        let mut assessment = assessment.clone();
        assessment.actions.of_page = of_page;
        *this.assessment.borrow_mut() = Rc::new(assessment);
        this.weigh();
        *this.report.borrow_mut() = None;
        Evaluator::draw(this);
    }

    pub(super) fn set_texts(&self, texts: Texts, strings: Tree) -> Result<(), JsValue> {
        let texts = texts.with(&strings).map_err(js_value::problems)?;
        texts.set_about_candidate(self.flow.borrow().is_about_candidate());
        *self.texts.borrow_mut() = Rc::new(texts);
        *self.strings.borrow_mut() = strings;
        *self.report.borrow_mut() = None;
        Ok(())
    }

    pub(super) fn is_complete(&self) -> bool {
        self.flow.borrow().answers.complete(&self.authors())
    }

    pub(super) fn report(&self) -> Option<Rc<Report>> {
        if !self.is_complete() {
            return None;
        }
        let known = self.report.borrow().clone();
        Some(known.unwrap_or_else(|| {
            let report = Rc::new(self.report_on(&self.assessment(), &self.flow.borrow().answers));
            *self.report.borrow_mut() = Some(report.clone());
            report
        }))
    }

    pub(super) fn report_on(&self, assessment: &Assessment, answers: &Answers) -> Report {
        let texts = self.texts.borrow();
        let mut report = report(assessment, answers, texts.language());
        report.adapted |= texts.is_adapted();
        report
    }

    /// The answers that can be tried at the question of the trial, each with where it would lead in words.
    fn trials(&self, assessment: &Assessment, flow: &Flow) -> Vec<(Answer, String)> {
        let texts = self.texts.borrow();
        let mut trials = Vec::new();
        for answer in flow.answers_to_try(assessment) {
            let answers = flow.answers_with(&answer);
            let report = self.report_on(assessment, &answers);
            let wording = Wording { assessment, texts: &texts, answers: &answers, with_author_weights: None };
            trials.push((answer, wording.outcome(&report)));
        }
        trials
    }

    pub(super) fn view(this: &Rc<Self>) -> View {
        // The reference is weak, because the evaluator holds the app, and the app holds this view.
        let weak = Rc::downgrade(this);
        let act = move |action| weak.upgrade().is_none_or(|this| Evaluator::act(&this, action));
        let follow = Callback::from(act);
        let flow = this.flow.borrow().clone();
        let assessment = this.assessment();
        let report = if flow.screen == Screen::Result { this.report() } else { None };
        let is_reweighted = report.is_some() && flow.weights.is_some();
        let earlier = flow.sharing.earlier.as_ref().filter(|_| report.is_some());
        View {
            with_author_weights: is_reweighted.then(|| Rc::new(this.report_on(&this.authors(), &flow.answers))),
            trial: flow.tried().map(|answers| Rc::new(this.report_on(&assessment, &answers))),
            trials: Rc::new(this.trials(&assessment, &flow)),
            weight_scale: this.authors().criteria.iter().map(|criterion| criterion.weight).sum(),
            earlier: earlier.map(|answers| Rc::new(this.report_on(&assessment, answers))),
            assessment,
            flow: flow.clone(),
            report,
            texts: this.texts.borrow().clone(),
            heading_level: this.heading_level.get(),
            paper: false,
            in_frame: is_framed(),
            dispatch: {
                let follow = follow.clone();
                Callback::from(move |action| {
                    follow.emit(action);
                })
            },
            follow,
        }
    }

    pub(super) fn draw(this: &Rc<Self>) {
        let view = Evaluator::view(this);
        if let Some(app) = this.app.borrow_mut().as_mut() {
            app.update(view);
        }
    }

    /// Does what an action asks for; false if the host cancels an event of it.
    pub(super) fn act(this: &Rc<Self>, action: Action) -> bool {
        let (next, events) = this.flow.borrow().reduce(action, &this.authors());
        let reweighed = next.weights != this.flow.borrow().weights;
        let candidate = next.is_about_candidate();
        let readdressed = candidate != this.texts.borrow().is_about_candidate();
        this.texts.borrow().set_about_candidate(candidate);
        if reweighed || readdressed || next.answers != this.flow.borrow().answers {
            *this.report.borrow_mut() = None;
        }
        *this.flow.borrow_mut() = Rc::new(next);
        if reweighed {
            this.weigh();
        }
        Evaluator::draw(this);
        // Events come last: a listener may read or set answers, and must find the new state.
        let mut goes_on = true;
        for event in events {
            let (name, detail) = this.detail(&event);
            let told = this.tell.call2(&JsValue::NULL, &name.into(), &detail);
            goes_on &= told.ok().and_then(|told| told.as_bool()) != Some(false);
        }
        goes_on
    }

    pub(super) fn detail(&self, event: &Event) -> (&'static str, JsValue) {
        match event {
            Event::Start => ("pf-start", values::start(&self.authors())),
            Event::Reset => ("pf-reset", values::start(&self.authors())),
            Event::Step(index) => ("pf-step", values::step(&self.authors(), self.flow.borrow().plan, *index)),
            Event::Answer(question) => {
                let flow = self.flow.borrow();
                let value = flow.answers.get(question).filter(|_| self.exposes_answers.get());
                ("pf-answer", values::answered(question, value))
            }
            Event::Share(form) => ("pf-share", values::share(form.name())),
            Event::Effect(effect) => ("effect", effect.name().into()),
            Event::CallToAction => {
                ("pf-action", self.report().map_or(JsValue::NULL, |report| self.call(&report.band.id)))
            }
            Event::Complete => ("pf-complete", self.report().map_or(JsValue::NULL, |report| values::complete(&report))),
        }
    }

    /// The detail of the press of the button under a result in `band`.
    fn call(&self, band: &str) -> JsValue {
        let assessment = self.authors();
        values::action(band, assessment.actions.of(band).and_then(|action| action.href.as_deref()))
    }
}

/// Whether the page is in a frame of another page.
fn is_framed() -> bool {
    let page = js_sys::global();
    Reflect::get(&page, &"parent".into()).is_ok_and(|parent| parent != *page)
}
