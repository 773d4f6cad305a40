//! What the tests of the package share: all that the core's share, and screens as HTML.

#![allow(dead_code, unused_imports)] // every test uses its own part

#[path = "../../core/tests/common/mod.rs"]
mod core;

use std::rc::Rc;

use partner_fit::flow::Flow;
use partner_fit::view::View;
use partner_fit::view::app::App;
use partner_fit_core::assessment::Assessment;
use partner_fit_core::report::report;
use yew::Callback;

pub use self::core::*;

/// The HTML of the screen on which a reader is, or of the report on paper.
pub fn html(assessment: &Assessment, flow: &Flow, language: &str, paper: bool) -> String {
    drawn(view(assessment, flow, language, paper))
}

/// The data of such a screen or report.
pub fn view(assessment: &Assessment, flow: &Flow, language: &str, paper: bool) -> View {
    let complete = flow.answers.complete(assessment);
    let earlier = flow.sharing.earlier.as_ref();
    let texts = texts(language);
    texts.set_about_candidate(flow.is_about_candidate());
    let language = texts.language();
    View {
        report: complete.then(|| Rc::new(report(assessment, &flow.answers, language))),
        with_author_weights: None,
        trial: None,
        trials: Rc::default(),
        weight_scale: 100.0,
        earlier: earlier.map(|answers| Rc::new(report(assessment, answers, language))),
        assessment: Rc::new(assessment.clone()),
        flow: Rc::new(flow.clone()),
        texts: Rc::new(texts.clone()),
        heading_level: 2,
        paper,
        in_frame: false,
        dispatch: Callback::noop(),
        follow: Callback::from(|_| true),
    }
}

/// The HTML of a view.
pub fn drawn(view: View) -> String {
    let renderer = yew::LocalServerRenderer::<App>::with_props(view).hydratable(false);
    tokio::runtime::Builder::new_current_thread().build().unwrap().block_on(renderer.render())
}
