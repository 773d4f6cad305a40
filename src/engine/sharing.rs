//! The exports for sharing: the text to copy or save, how an effect ended, and answers that are opened again.

use wasm_bindgen::prelude::*;
use web_sys::Element;
use yew::Renderer;

use super::evaluator::Evaluator;
use super::values;
use super::widget::Widget;
use crate::flow::sharing::{ShareAction, ShareForm, Storage};
use crate::flow::{Action, By};
use crate::view::View;
use crate::view::app::App;
use partner_fit_core::sharing::link::Link;
use partner_fit_core::sharing::{OpenError, csv, file, link, text};

#[wasm_bindgen]
impl Widget {
    /// Exports the result as `csv`, `text`, `link` (the fragment alone) or `named` (the link with the company name that
    /// the reader typed). Gives nothing without a result, or for another kind.
    #[must_use]
    pub fn export(&self, kind: &str) -> Option<String> {
        let view = self.paper()?;
        let report = view.report.as_deref()?;
        let candidate = view.flow.is_about_candidate();
        let link = |name: &str| link::encode_named(&view.assessment, &view.flow.answers, name, candidate);
        match kind {
            "csv" => Some(csv::csv(report, &view.assessment, &view.texts)),
            "text" => Some(text::text(&view.wording(), report)),
            "link" => Some(link("")),
            "named" => Some(link(&view.flow.sharing.name)),
            _ => None,
        }
    }

    /// Draws the report on paper in `mount` at yew's next render, and returns its title.
    pub fn print(&self, mount: Element) -> String {
        let Some(view) = self.paper() else { return String::new() };
        let title = format!("{} · {}", view.author_text(&view.assessment.title), view.texts.today());
        let paper = Renderer::<App>::with_root_and_props(mount, view).render();
        if let Some(before) = self.0.paper.borrow_mut().replace(paper) {
            before.destroy();
        }
        title
    }

    /// Reports how an effect ended: `done`, or refused, with the `text` that was to be copied.
    pub fn ended(&self, kind: &str, done: bool, text: String) {
        if let Some(form) = ShareForm::ALL.into_iter().find(|known| known.name() == kind) {
            self.share_action(ShareAction::Ended(form, if done { Ok(()) } else { Err(text) }));
        }
    }

    /// Sets where answers may be stored (`session`, `local`, anything else for nowhere), and whether some are.
    #[wasm_bindgen(js_name = setStorage)]
    pub fn set_storage(&self, storage: &str, saved: bool) {
        let storage = match storage {
            "session" => Storage::Session,
            "local" => Storage::Local,
            _ => Storage::None,
        };
        let flow = self.0.flow.borrow().clone();
        if (flow.sharing.storage, flow.sharing.saved) != (storage, saved) {
            self.share_action(ShareAction::Storage(storage, saved));
        }
    }

    /// Opens the link in the page's address.
    #[wasm_bindgen(js_name = openLink)]
    pub fn open_link(&self, fragment: &str) {
        let found = link::open(&self.0.authors(), fragment);
        self.share_action(ShareAction::OpenLink(found));
    }

    /// Sets whether the page has an address to which a link can lead. Without one, none is offered.
    #[wasm_bindgen(js_name = setLinks)]
    pub fn set_links(&self, possible: bool) {
        if self.0.flow.borrow().sharing.without_links == possible {
            self.share_action(ShareAction::Links(possible));
        }
    }

    /// Opens the JSON of a Report, which the reader has chosen as a file.
    #[wasm_bindgen(js_name = openFile)]
    pub fn open_file(&self, file: &JsValue) {
        let read = crate::js_value::tree(file).map_err(|_| OpenError::NotOurs);
        let found = read.and_then(|tree| {
            let candidate = tree.text("about").map(|about| about == "candidate");
            file::open(&tree, &self.0.authors()).map(|answers| Link { answers, company: None, candidate })
        });
        self.share_action(ShareAction::Open(By::Reader, found));
    }

    /// Opens the answers that the browser stored. Anybody may have changed them meanwhile, so they are checked.
    #[wasm_bindgen(js_name = openKept)]
    pub fn open_kept(&self, answers: &JsValue, by_reader: bool) {
        let fault = if answers.is_undefined() { OpenError::Forgotten } else { OpenError::Damaged };
        let read = values::answers(answers, &self.0.authors()).map_err(|_| fault);
        if by_reader || read.is_ok() {
            let by = if by_reader { By::Reader } else { By::Host };
            self.share_action(ShareAction::Open(by, read.map(|answers| Link { answers, ..Link::default() })));
        }
    }
}

impl Widget {
    /// The view of the report on paper, from any screen, once there is a result. Its headings begin at level 1, because
    /// it is a document.
    fn paper(&self) -> Option<View> {
        let report = Some(self.0.report()?);
        Some(View { report, heading_level: 1, paper: true, ..Evaluator::view(&self.0) })
    }

    fn share_action(&self, action: ShareAction) {
        Evaluator::act(&self.0, Action::Sharing(action));
    }
}
