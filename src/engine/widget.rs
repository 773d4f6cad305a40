//! [`Widget`]: the evaluator, as the element calls it.

use std::cell::{Cell, RefCell};
use std::rc::Rc;
use std::sync::Arc;

use js_sys::Function;
use partner_fit_core::answers::Answers;
use partner_fit_core::assessment::file::actions::own_actions;
use partner_fit_core::assessment::file::profile::own_profile;
use partner_fit_core::input::value::Tree;
use wasm_bindgen::prelude::*;
use web_sys::Element;
use yew::Renderer;

use super::evaluator::Evaluator;
use super::opened::Opened;
use super::values;
use crate::flow::{Action, By, Layout, StepPlan};
use crate::js_value;
use crate::view::app::App;

/// An evaluator in a page.
#[wasm_bindgen]
pub struct Widget(pub(super) Rc<Evaluator>);

#[wasm_bindgen]
impl Widget {
    /// Makes an evaluator of `opened`, with the locale file `texts` of `language`. It draws nothing before
    /// [`Widget::show`].
    ///
    /// # Errors
    /// The problems of the locale file.
    #[wasm_bindgen(constructor)]
    pub fn new(
        opened: &Opened,
        language: &str,
        texts: &JsValue,
        heading_level: u8,
        tell: Function,
    ) -> Result<Widget, JsValue> {
        let inner = Rc::new(Evaluator {
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

    /// Draws the evaluator in `mount`. The element calls it once all settings are made, so that the first drawing is final.
    pub fn show(&self, mount: Element) {
        let app = Renderer::<App>::with_root_and_props(mount, Evaluator::view(&self.0)).render();
        *self.0.app.borrow_mut() = Some(app);
    }

    /// Changes the language of everything that is shown.
    ///
    /// # Errors
    /// The problems of the locale file; the language then stays as it was.
    #[wasm_bindgen(js_name = setTexts)]
    pub fn set_texts(&self, language: &str, texts: &JsValue) -> Result<(), JsValue> {
        let strings = self.0.strings.borrow().clone();
        self.0.set_texts(values::texts(texts, language)?, strings)?;
        Evaluator::draw(&self.0);
        Ok(())
    }

    /// Replaces some of the `texts` of a locale file with the host's `strings`.
    ///
    /// # Errors
    /// The problems of the strings; the texts then stay as they were.
    #[wasm_bindgen(js_name = setStrings)]
    pub fn set_strings(&self, language: &str, texts: &JsValue, strings: &JsValue) -> Result<(), JsValue> {
        self.0.set_texts(values::texts(texts, language)?, js_value::tree(strings)?)?;
        Evaluator::draw(&self.0);
        Ok(())
    }

    /// Replaces the assessment with the same one under another profile.
    #[wasm_bindgen(js_name = setOpened)]
    pub fn set_opened(&self, opened: &Opened) {
        let of_page = self.0.authors().actions.of_page.clone();
        Evaluator::set_assessment(&self.0, &opened.0, of_page);
    }

    /// Sets the host's own buttons for results, `null` for none. `file` is what was opened; the words of `profile` stand
    /// for placeholders.
    ///
    /// # Errors
    /// The problems of the buttons; those from before then stay.
    #[wasm_bindgen(js_name = setActions)]
    pub fn set_actions(&self, file: &JsValue, profile: &JsValue, actions: &JsValue) -> Result<(), JsValue> {
        let (file, actions) = (js_value::tree(file)?, js_value::tree(actions)?);
        let profile = own_profile(&file, &js_value::tree(profile)?).map_err(js_value::problems)?;
        let of_page = own_actions(&file, &profile, &actions).map_err(js_value::problems)?;
        Evaluator::set_assessment(&self.0, &self.0.authors(), Arc::new(of_page));
        Ok(())
    }

    /// Sets the plan (`layout` is `question`, `all`, or anything else for one step per criterion; `review` puts a
    /// review before the result; `candidate` asks about one), and whether `pf-answer` contains the answer itself.
    #[wasm_bindgen(js_name = setCourse)]
    pub fn set_course(&self, layout: &str, review: bool, exposes_answers: bool, candidate: bool) {
        self.0.exposes_answers.set(exposes_answers);
        let layout = match layout {
            "question" => Layout::Question,
            "all" => Layout::All,
            _ => Layout::Criterion,
        };
        let plan = StepPlan { layout, review, candidate };
        if self.0.flow.borrow().plan != plan {
            Evaluator::act(&self.0, Action::Plan(plan));
        }
    }

    /// Sets the level of the screens' headings.
    #[wasm_bindgen(js_name = setHeadingLevel)]
    pub fn set_heading_level(&self, level: u8) {
        self.0.heading_level.set(level);
        Evaluator::draw(&self.0);
    }

    /// The answers so far, as a plain object.
    #[wasm_bindgen(getter)]
    #[must_use]
    pub fn answers(&self) -> JsValue {
        values::written(&self.0.flow.borrow().answers)
    }

    /// Sets all answers.
    ///
    /// # Errors
    /// The problems of the answers; the present answers then stay.
    #[wasm_bindgen(js_name = setAnswers)]
    pub fn set_answers(&self, answers: &JsValue) -> Result<(), JsValue> {
        let answers: Answers = values::answers(answers, &self.0.authors())?;
        Evaluator::act(&self.0, Action::Replace(answers));
        Ok(())
    }

    /// The Report once every question is answered, else null.
    #[wasm_bindgen(getter)]
    #[must_use]
    pub fn result(&self) -> JsValue {
        self.0.report().map_or(JsValue::NULL, |report| js_value::plain(&*report))
    }

    /// Whether every question is answered.
    #[wasm_bindgen(getter)]
    #[must_use]
    pub fn complete(&self) -> bool {
        self.0.is_complete()
    }

    /// Starts the questions.
    pub fn start(&self) {
        Evaluator::act(&self.0, Action::Start(By::Host));
    }

    /// Moves forward, as the primary button does.
    pub fn next(&self) {
        Evaluator::act(&self.0, Action::Continue(By::Host));
    }

    /// Moves back to the screen before.
    pub fn back(&self) {
        Evaluator::act(&self.0, Action::Back(By::Host));
    }

    /// Clears all answers and starts again.
    pub fn reset(&self) {
        Evaluator::act(&self.0, Action::Reset(By::Host));
    }

    /// Removes the view from the page.
    pub fn destroy(&self) {
        if let Some(app) = self.0.app.borrow_mut().take() {
            app.destroy();
        }
    }
}
