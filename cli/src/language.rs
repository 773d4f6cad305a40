//! Our own texts, which are part of the program: in each language that the page has.

use std::rc::Rc;

use partner_fit_core::assessment::Assessment;
use partner_fit_core::input::value::Tree;
use partner_fit_core::rank::read::numbers::Decimals;
use partner_fit_core::rank::read::words::OwnWords;
use partner_fit_core::wording::{Key, PlainFormat, Texts};

use crate::failure::Failure;

/// The locale files; a test holds them against the list of languages.
pub const LOCALES: [(&str, &str); 2] =
    [("en", include_str!("../../static/locales/en.json")), ("nl", include_str!("../../static/locales/nl.json"))];

/// Languages in which a point is for decimals; in nearly all others it is a comma.
const POINT: [&str; 9] = ["en", "zh", "ja", "ko", "he", "th", "hi", "ga", "mt"];

/// The sign for decimals where `language` is spoken.
pub fn decimals(language: &str) -> Decimals {
    let primary = language.split('-').next().unwrap_or_default().to_ascii_lowercase();
    if POINT.contains(&primary.as_str()) { Decimals::Point } else { Decimals::Comma }
}

/// The language that is asked for, of those of the assessment; its first where none is.
pub fn of(assessment: &Assessment, wanted: Option<&str>) -> Result<String, Failure> {
    let first = assessment.languages.first().map(String::as_str);
    let found = wanted.map_or(first, |wanted| assessment.language_for(wanted));
    found.map(str::to_owned).ok_or_else(|| {
        let message = format!("expected --lang to be one of {}", assessment.languages.join(", "));
        Failure::Usage(message)
    })
}

/// Our texts in `language`, or else in the first language that we have.
pub fn texts(language: &str) -> Result<Texts, Failure> {
    let primary = language.split('-').next().unwrap_or_default();
    let known = LOCALES.iter().find(|(tag, _)| tag.eq_ignore_ascii_case(primary)).or(LOCALES.first());
    let (_, file) = known.ok_or_else(|| Failure::Io("no texts are built in".to_owned()))?;
    let tree: Tree = serde_json::from_str(file).map_err(|error| Failure::Io(error.to_string()))?;
    // The assessment's texts are asked for in its own language.
    Texts::read(&tree, language, Rc::new(PlainFormat)).map_err(|problems| Failure::of("our own texts", &problems))
}

/// What "Not sure" and the like are called, in every language that we have.
pub fn words() -> Result<OwnWords, Failure> {
    let mut words = OwnWords::default();
    for (language, _) in LOCALES {
        let texts = texts(language)?;
        words.unsure.push(texts.get(Key::Unsure));
        words.not_applicable.push(texts.get(Key::NotApplicable));
    }
    Ok(words)
}
