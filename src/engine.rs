//! The way out of the pure core and into a page: one [`Widget`] for each element, exported to JavaScript.
//!
//! The element (`static/partner-fit.js`) loads files and owns the shadow root; this holds the state, mounts the
//! view, answers the element's calls and tells it what happened. Nothing here fetches, stores or listens outside
//! the mount.

mod intl;
mod script;
mod sharing;
mod values;

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use js_sys::Function;
use wasm_bindgen::prelude::*;
use web_sys::Element;
use yew::{AppHandle, Callback, Renderer};

use crate::flow::{Action, By, Event, Flow, Layout, Screen, StepPlan};
use crate::js_value;
use crate::view::View;
use crate::view::app::App;
use partner_fit_core::answers::Answers;
use partner_fit_core::assessment::Assessment;
use partner_fit_core::assessment::file::profile;
use partner_fit_core::input::problem::Problem;
use partner_fit_core::input::value::Tree;
use partner_fit_core::report::{Report, report};
use partner_fit_core::wording::Texts;

/// Calls `report` with the message of every panic, before the module stops for good.
#[wasm_bindgen(js_name = onPanic)]
pub fn on_panic(report: Function) {
    yew::set_custom_panic_hook(Box::new(move |panic| {
        report.call1(&JsValue::NULL, &JsValue::from_str(&panic.to_string())).ok();
    }));
}

/// An assessment, before its texts are loaded.
#[wasm_bindgen]
pub struct Opened(Rc<Assessment>);

#[wasm_bindgen]
impl Opened {
    /// Opens a file without problems, with the page's own words for its placeholders: one of ours, whose hash the
    /// element knows, or one that the `checker` found good. The checks themselves are no part of this module, because
    /// those who visit a page would download them for nothing.
    ///
    /// # Errors
    /// A list of one problem where no assessment can be made of it, or the problems of the page's own words.
    #[wasm_bindgen(constructor)]
    pub fn new(assessment: &JsValue, profile: &JsValue) -> Result<Opened, JsValue> {
        let file = js_value::tree(assessment)?;
        let own = profile::own_profile(&file, &js_value::tree(profile)?).map_err(js_value::problems)?;
        let built = Assessment::build(&file, &own);
        built.map(|assessment| Opened(Rc::new(assessment))).ok_or_else(|| {
            let message = "expected a file that was checked, got one with problems".to_owned();
            js_value::problems(vec![Problem { path: String::new(), message, hint: None }])
        })
    }

    /// Its id.
    #[wasm_bindgen(getter)]
    #[must_use]
    pub fn id(&self) -> String {
        self.0.id.clone()
    }

    /// The version of its content.
    #[wasm_bindgen(getter)]
    #[must_use]
    pub fn version(&self) -> String {
        self.0.version.clone()
    }

    /// The fingerprint of what decides a score.
    #[wasm_bindgen(getter)]
    #[must_use]
    pub fn fingerprint(&self) -> String {
        self.0.fingerprint.clone()
    }

    /// Whether a fragment is a link to this assessment, of whatever version.
    #[must_use]
    pub fn concerns(&self, fragment: &str) -> bool {
        partner_fit_core::sharing::link::concerns(&self.0, fragment)
    }

    /// The file's language that serves `wanted`, if one does.
    #[wasm_bindgen(js_name = languageFor)]
    #[must_use]
    pub fn language_for(&self, wanted: &str) -> Option<String> {
        self.0.language_for(wanted).map(str::to_owned)
    }

    /// The file's first language.
    #[wasm_bindgen(getter, js_name = firstLanguage)]
    #[must_use]
    pub fn first_language(&self) -> String {
        self.0.languages.first().cloned().unwrap_or_default()
    }
}

/// An evaluator in a page.
#[wasm_bindgen]
pub struct Widget(Rc<Inner>);

struct Inner {
    /// Another one only where the page's own words in it changed.
    assessment: RefCell<Rc<Assessment>>,
    /// The assessment with the reader's own weights, where there are any.
    weighted: RefCell<Option<Rc<Assessment>>>,
    flow: RefCell<Rc<Flow>>,
    texts: RefCell<Rc<Texts>>,
    /// The host's own texts, in place of some of those.
    strings: RefCell<Tree>,
    /// Whether the host hears what is answered, not only that it is.
    exposes_answers: Cell<bool>,
    /// The Report on the answers as they are, once it was asked for: drawing and the page ask for the same one.
    report: RefCell<Option<Rc<Report>>>,
    heading_level: Cell<u8>,
    /// What the element is told: `(name, detail)`.
    tell: Function,
    app: RefCell<Option<AppHandle<App>>>,
    /// The report on paper that was drawn last.
    paper: RefCell<Option<AppHandle<App>>>,
}

#[wasm_bindgen]
impl Widget {
    /// An evaluator of `opened`, with the locale file `texts` of `language`; nothing is drawn before [`Widget::show`].
    ///
    /// # Errors
    /// The list of problems of the locale file.
    #[wasm_bindgen(constructor)]
    pub fn new(
        opened: &Opened,
        language: &str,
        texts: &JsValue,
        heading_level: u8,
        tell: Function,
    ) -> Result<Widget, JsValue> {
        let inner = Rc::new(Inner {
            assessment: RefCell::new(opened.0.clone()),
            weighted: RefCell::default(),
            flow: RefCell::default(),
            texts: RefCell::new(Rc::new(values::texts(texts, language)?)),
            strings: RefCell::new(Tree::Null),
            exposes_answers: Cell::default(),
            report: RefCell::default(),
            heading_level: Cell::new(heading_level),
            tell,
            app: RefCell::new(None),
            paper: RefCell::new(None),
        });
        Ok(Widget(inner))
    }

    /// Draws it in `mount`, from here on, once it was told all that it has to begin with: nothing shows that is then
    /// taken back.
    pub fn show(&self, mount: Element) {
        let app = Renderer::<App>::with_root_and_props(mount, Inner::view(&self.0)).render();
        *self.0.app.borrow_mut() = Some(app);
    }

    /// Shows everything in another language.
    ///
    /// # Errors
    /// The list of problems of the locale file; the language then stays.
    #[wasm_bindgen(js_name = setTexts)]
    pub fn set_texts(&self, language: &str, texts: &JsValue) -> Result<(), JsValue> {
        let strings = self.0.strings.borrow().clone();
        self.0.set_texts(values::texts(texts, language)?, strings)?;
        Inner::draw(&self.0);
        Ok(())
    }

    /// Puts the host's own `strings` in the place of some of the `texts` of a locale file.
    ///
    /// # Errors
    /// The list of their problems; what was shown then stays.
    #[wasm_bindgen(js_name = setStrings)]
    pub fn set_strings(&self, language: &str, texts: &JsValue, strings: &JsValue) -> Result<(), JsValue> {
        self.0.set_texts(values::texts(texts, language)?, js_value::tree(strings)?)?;
        Inner::draw(&self.0);
        Ok(())
    }

    /// Goes on with the same assessment, in which the page's own words are others now.
    #[wasm_bindgen(js_name = setOpened)]
    pub fn set_opened(&self, opened: &Opened) {
        *self.0.assessment.borrow_mut() = opened.0.clone();
        self.0.weigh();
        *self.0.report.borrow_mut() = None;
        Inner::draw(&self.0);
    }

    /// Sets the plan (`layout` is `question`, `all` or anything else for a step by criterion; with a `review` before
    /// the result or without), and whether `pf-answer` says what was answered.
    #[wasm_bindgen(js_name = setCourse)]
    pub fn set_course(&self, layout: &str, review: bool, exposes_answers: bool) {
        self.0.exposes_answers.set(exposes_answers);
        let layout = match layout {
            "question" => Layout::Question,
            "all" => Layout::All,
            _ => Layout::Criterion,
        };
        let plan = StepPlan { layout, review };
        if self.0.flow.borrow().plan != plan {
            Inner::act(&self.0, Action::Plan(plan));
        }
    }

    /// Sets the level of the screens' headings.
    #[wasm_bindgen(js_name = setHeadingLevel)]
    pub fn set_heading_level(&self, level: u8) {
        self.0.heading_level.set(level);
        Inner::draw(&self.0);
    }

    /// The answers so far, as a plain object.
    #[wasm_bindgen(getter)]
    #[must_use]
    pub fn answers(&self) -> JsValue {
        js_value::plain(&self.0.flow.borrow().answers)
    }

    /// Sets all answers.
    ///
    /// # Errors
    /// The list of their problems; the answers then stay.
    #[wasm_bindgen(js_name = setAnswers)]
    pub fn set_answers(&self, answers: &JsValue) -> Result<(), JsValue> {
        let answers: Answers = values::answers(answers, &self.0.authors())?;
        Inner::act(&self.0, Action::Replace(answers));
        Ok(())
    }

    /// The Report once every question is answered, else null.
    #[wasm_bindgen(getter)]
    #[must_use]
    pub fn result(&self) -> JsValue {
        self.0.report().map_or(JsValue::NULL, |report| js_value::plain(&*report))
    }

    /// Whether there is a result.
    #[wasm_bindgen(getter)]
    #[must_use]
    pub fn complete(&self) -> bool {
        self.0.is_complete()
    }

    /// Begins the walk.
    pub fn start(&self) {
        Inner::act(&self.0, Action::Start(By::Host));
    }

    /// To what comes next, as the primary button does.
    pub fn next(&self) {
        Inner::act(&self.0, Action::Continue(By::Host));
    }

    /// To what came before.
    pub fn back(&self) {
        Inner::act(&self.0, Action::Back(By::Host));
    }

    /// Forgets everything.
    pub fn reset(&self) {
        Inner::act(&self.0, Action::Reset(By::Host));
    }

    /// Takes the view down.
    pub fn destroy(&self) {
        if let Some(app) = self.0.app.borrow_mut().take() {
            app.destroy();
        }
    }
}

impl Inner {
    /// What is asked, with the author's weights.
    fn authors(&self) -> Rc<Assessment> {
        self.assessment.borrow().clone()
    }

    /// What is asked, with the weights that count now.
    fn assessment(&self) -> Rc<Assessment> {
        self.weighted.borrow().clone().unwrap_or_else(|| self.authors())
    }

    /// Puts the reader's own weights into the assessment, where there are any.
    fn weigh(&self) {
        let own = self.flow.borrow().weights.clone();
        let weighted = own.and_then(|weights| self.authors().weighted(&weights));
        *self.weighted.borrow_mut() = weighted.map(Rc::new);
    }

    fn set_texts(&self, texts: Texts, strings: Tree) -> Result<(), JsValue> {
        *self.texts.borrow_mut() = Rc::new(texts.with(&strings).map_err(js_value::problems)?);
        *self.strings.borrow_mut() = strings;
        *self.report.borrow_mut() = None;
        Ok(())
    }

    fn is_complete(&self) -> bool {
        self.flow.borrow().answers.complete(&self.authors())
    }

    fn report(&self) -> Option<Rc<Report>> {
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

    fn report_on(&self, assessment: &Assessment, answers: &Answers) -> Report {
        report(assessment, answers, self.texts.borrow().language())
    }

    fn view(this: &Rc<Self>) -> View {
        // Weak, because the view is kept by what it would keep.
        let weak = Rc::downgrade(this);
        let flow = this.flow.borrow().clone();
        let assessment = this.assessment();
        let report = if flow.screen == Screen::Result { this.report() } else { None };
        let own = report.is_some() && flow.weights.is_some();
        let earlier = flow.sharing.earlier.as_ref().filter(|_| report.is_some());
        View {
            with_author_weights: own.then(|| Rc::new(this.report_on(&this.authors(), &flow.answers))),
            trial: flow.tried().map(|answers| Rc::new(this.report_on(&assessment, &answers))),
            earlier: earlier.map(|answers| Rc::new(this.report_on(&assessment, answers))),
            assessment,
            flow: flow.clone(),
            report,
            texts: this.texts.borrow().clone(),
            heading_level: this.heading_level.get(),
            paper: false,
            dispatch: Callback::from(move |action| {
                if let Some(this) = weak.upgrade() {
                    Inner::act(&this, action);
                }
            }),
        }
    }

    fn draw(this: &Rc<Self>) {
        let view = Inner::view(this);
        if let Some(app) = this.app.borrow_mut().as_mut() {
            app.update(view);
        }
    }

    fn act(this: &Rc<Self>, action: Action) {
        let (next, events) = this.flow.borrow().reduce(action, &this.authors());
        let reweighed = next.weights != this.flow.borrow().weights;
        if reweighed || next.answers != this.flow.borrow().answers {
            *this.report.borrow_mut() = None;
        }
        *this.flow.borrow_mut() = Rc::new(next);
        if reweighed {
            this.weigh();
        }
        Inner::draw(this);
        // Told last: a listener may read or set answers, and must find the new state.
        for event in events {
            let (name, detail) = this.detail(&event);
            this.tell.call2(&JsValue::NULL, &name.into(), &detail).ok();
        }
    }

    fn detail(&self, event: &Event) -> (&'static str, JsValue) {
        match event {
            Event::Start => ("pf-start", values::start(&self.authors())),
            Event::Step(index) => ("pf-step", values::step(&self.authors(), self.flow.borrow().plan, *index)),
            Event::Answer(question) => {
                let flow = self.flow.borrow();
                let value = flow.answers.get(question).filter(|_| self.exposes_answers.get());
                ("pf-answer", values::answered(question, value))
            }
            Event::Share(form) => ("pf-share", values::share(form.name())),
            Event::Effect(effect) => ("effect", effect.name().into()),
            Event::Complete => ("pf-complete", self.report().map_or(JsValue::NULL, |report| values::complete(&report))),
        }
    }
}
