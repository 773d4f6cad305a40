//! Formats numbers, plurals and dates with the browser's `Intl`, so that the wasm contains no locale data.

use js_sys::Intl::{DateTimeFormat, NumberFormat, PluralRules};
use js_sys::{Array, Date, Object, Reflect};
use wasm_bindgen::JsValue;

use partner_fit_core::wording::format::Format;

/// Formats numbers and dates in one language.
pub struct Intl {
    locales: Array,
}

impl Intl {
    /// Makes the formats of `language`, a tag such as `nl`.
    pub fn new(language: &str) -> Self {
        Self { locales: Array::of1(&language.into()) }
    }

    fn options(values: &[(&str, JsValue)]) -> Object {
        let options = Object::new();
        for (key, value) in values {
            Reflect::set(&options, &JsValue::from_str(key), value).ok();
        }
        options
    }
}

impl Format for Intl {
    fn number(&self, number: f64, decimals: u8) -> String {
        let options = Self::options(&[("maximumFractionDigits", decimals.into())]);
        let written = NumberFormat::new(&self.locales, &options).format().call1(&JsValue::UNDEFINED, &number.into());
        written.ok().and_then(|text| text.as_string()).unwrap_or_default()
    }

    fn plural(&self, count: f64) -> String {
        PluralRules::new(&self.locales, &Object::new()).select(count).into()
    }

    fn decimal_sign(&self) -> char {
        self.number(0.5, 1).chars().find(|c| !c.is_ascii_digit()).unwrap_or('.')
    }

    fn today(&self) -> String {
        let options = Self::options(&[("dateStyle", "long".into())]);
        let written = DateTimeFormat::new(&self.locales, &options).format().call1(&JsValue::UNDEFINED, &Date::new_0());
        written.ok().and_then(|text| text.as_string()).unwrap_or_default()
    }
}
