//! [`Opened`]: an assessment that the element has opened, before its texts are loaded and an evaluator is made of it.

use std::rc::Rc;

use partner_fit_core::assessment::Assessment;
use partner_fit_core::assessment::file::profile;
use partner_fit_core::input::problem::Problem;
use partner_fit_core::sharing::link;
use wasm_bindgen::prelude::*;

use crate::js_value;

/// An assessment without its texts.
#[wasm_bindgen]
pub struct Opened(pub(super) Rc<Assessment>);

#[wasm_bindgen]
impl Opened {
    /// Opens a file that is known to be good, and puts the host's profile into its placeholders. The element passes
    /// files of the release, whose hash it knows, and files that the `checker` has accepted. The checks are not part of
    /// this module, so that visitors do not download them.
    ///
    /// # Errors
    /// One problem if no assessment can be made of the file, or the problems of the profile.
    #[wasm_bindgen(constructor)]
    pub fn new(assessment: &JsValue, profile: &JsValue) -> Result<Opened, JsValue> {
        let file = js_value::tree(assessment)?;
        let profile = profile::own_profile(&file, &js_value::tree(profile)?).map_err(js_value::problems)?;
        let built = Assessment::build(&file, &profile);
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

    /// The fingerprint of everything that decides a score.
    #[wasm_bindgen(getter)]
    #[must_use]
    pub fn fingerprint(&self) -> String {
        self.0.fingerprint.clone()
    }

    /// Whether a fragment is a link to this assessment, in any version.
    #[must_use]
    pub fn concerns(&self, fragment: &str) -> bool {
        link::concerns(&self.0, fragment)
    }

    /// The file's language that matches `wanted`, if there is one.
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
