//! What a script can ask without an element in the page: a Report, a link, the answers of a link. The assessments that
//! come in were found good by the `checker`; `static/element` sees to that.

use wasm_bindgen::prelude::*;

use super::opened::Opened;
use super::values;
use crate::js_value;
use partner_fit_core::input::problem::Problem;
use partner_fit_core::report::report;
use partner_fit_core::sharing::link;

#[wasm_bindgen]
impl Opened {
    /// The Report on `answers`, in the language that serves `language` or else the file's first. A question without an
    /// answer counts as unknown.
    ///
    /// # Errors
    /// The list of the answers' problems.
    pub fn evaluate(&self, answers: &JsValue, language: &str) -> Result<JsValue, JsValue> {
        let answers = values::answers(answers, &self.0)?;
        let language = self.language_for(language).unwrap_or_else(|| self.first_language());
        Ok(js_value::plain(&report(&self.0, &answers, &language)))
    }

    /// The fragment of a link to `answers`, without `#`.
    ///
    /// # Errors
    /// The list of the answers' problems.
    #[wasm_bindgen(js_name = encodeLink)]
    pub fn encode_link(&self, answers: &JsValue) -> Result<String, JsValue> {
        Ok(link::encode(&self.0, &values::answers(answers, &self.0)?))
    }

    /// The answers in the fragment of a link.
    ///
    /// # Errors
    /// A list of one problem: why it cannot be opened.
    #[wasm_bindgen(js_name = decodeLink)]
    pub fn decode_link(&self, fragment: &str) -> Result<JsValue, JsValue> {
        link::decode(&self.0, fragment).map(|answers| js_value::plain(&answers)).map_err(|error| {
            js_value::problems(vec![Problem { path: String::new(), message: error.message().to_owned(), hint: None }])
        })
    }
}
