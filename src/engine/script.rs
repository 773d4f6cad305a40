//! Exports for scripts without an element: a Report, a link, the answers in a link. The `checker` has accepted the
//! assessments that come in; `static/element` calls it first.

use wasm_bindgen::prelude::*;

use super::opened::Opened;
use super::values;
use crate::js_value;
use partner_fit_core::assessment::text::CANDIDATE;
use partner_fit_core::input::problem::Problem;
use partner_fit_core::report::report;
use partner_fit_core::sharing::link;

#[wasm_bindgen]
impl Opened {
    /// Computes the Report on `answers`, in the file's language that matches `language`, else in its first; about a
    /// candidate, or for the firm itself. A question without an answer counts as unknown.
    ///
    /// # Errors
    /// The problems of the answers.
    pub fn evaluate(&self, answers: &JsValue, language: &str, candidate: bool) -> Result<JsValue, JsValue> {
        let answers = values::answers(answers, &self.0)?;
        let mut language = self.language_for(language).unwrap_or_else(|| self.first_language());
        if candidate {
            language.push_str(CANDIDATE);
        }
        Ok(js_value::plain(&report(&self.0, &answers, &language)))
    }

    /// Encodes `answers` as the fragment of a link, without `#`.
    ///
    /// # Errors
    /// The problems of the answers.
    #[wasm_bindgen(js_name = encodeLink)]
    pub fn encode_link(&self, answers: &JsValue) -> Result<String, JsValue> {
        Ok(link::encode(&self.0, &values::answers(answers, &self.0)?))
    }

    /// Reads the answers from the fragment of a link.
    ///
    /// # Errors
    /// One problem: why the link cannot be opened.
    #[wasm_bindgen(js_name = decodeLink)]
    pub fn decode_link(&self, fragment: &str) -> Result<JsValue, JsValue> {
        link::decode(&self.0, fragment).map(|answers| values::written(&answers)).map_err(|error| {
            js_value::problems(vec![Problem { path: String::new(), message: error.message().to_owned(), hint: None }])
        })
    }
}
