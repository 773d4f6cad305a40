//! The changes of a configuration, and which of them are refused: what is typed half, and what would leave nothing to
//! ask or to count.

use crate::builder::catalogue::Catalogue;
use crate::builder::choice::{Audience, Language, Layout, Load, Storage, Theme};
use crate::builder::colour::{Colour, Scheme};
use crate::builder::config::{Accent, Config, HandOffField, HeadingLevel, MAX_TEXT, MAX_WEIGHT, Own, forbidden};
use partner_fit_core::input::map::Map;

/// A change of the configuration.
#[derive(Clone, Debug, PartialEq)]
pub enum Edit {
    /// Who the check is for.
    Audience(Audience),
    /// The language.
    Language(Language),
    /// The colours.
    Theme(Theme),
    /// The accent in a scheme, as typed; nothing typed is the shipped one.
    Accent(Scheme, String),
    /// The nearest accent that passes in a scheme.
    NearestAccent(Scheme),
    /// The shipped accent.
    NoAccent,
    /// How much is asked at once.
    Layout(Layout),
    /// Whether the answers are shown before the result.
    Review(bool),
    /// Where answers are kept.
    Storage(Storage),
    /// When it loads.
    Load(Load),
    /// The level of headings.
    HeadingLevel(u8),
    /// The weight of a criterion, as typed.
    Weight(String, String),
    /// More or less weight for a criterion.
    StepWeight(String, i8),
    /// All weights as shipped.
    NoWeights,
    /// Whether a question is asked.
    Ask(String, bool),
    /// The words for a placeholder.
    Profile(String, String),
    /// A text of the widget.
    Text(String, String),
    /// What a hand-off needs.
    HandOff(HandOffField, String),
}

/// Why a change is not made: what is kept as typed, and the key of what is said.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Refusal {
    pub draft: Option<String>,
    pub key: &'static str,
}

impl Edit {
    /// The name of the field that it changes; the view asks by it what is typed.
    #[must_use]
    pub fn field(&self) -> String {
        match self {
            Edit::Accent(scheme, _) | Edit::NearestAccent(scheme) => format!("accent.{}", scheme.name),
            Edit::Weight(id, _) | Edit::StepWeight(id, _) => format!("weight.{id}"),
            Edit::Profile(name, _) => format!("profile.{name}"),
            Edit::Text(key, _) => format!("text.{key}"),
            Edit::HandOff(field, _) => format!("hand-off.{field:?}"),
            _ => String::new(),
        }
    }

    /// Whether it is part of a change that goes on in the same field, as typing is.
    pub(super) fn goes_on(&self) -> bool {
        matches!(
            self,
            Edit::Accent(..)
                | Edit::Weight(..)
                | Edit::StepWeight(..)
                | Edit::Profile(..)
                | Edit::Text(..)
                | Edit::HandOff(..)
        )
    }

    pub(super) fn apply(&self, config: &mut Config, catalogue: &Catalogue) -> Result<(), Refusal> {
        let check = catalogue.check(config.audience);
        let Config { own, texts, .. } = config;
        match self {
            Edit::Audience(audience) => config.audience = *audience,
            Edit::Language(language) => config.language = *language,
            Edit::Theme(theme) => config.theme = *theme,
            Edit::Accent(_, typed) if typed.trim().is_empty() => config.accent = None,
            Edit::Accent(scheme, typed) => {
                let draft = || Refusal { draft: Some(typed.clone()), key: "" };
                let colour = Colour::read(typed).ok_or_else(draft)?;
                let before = config.accent.unwrap_or(Accent { light: colour, dark: colour });
                config.accent = Some(before.with(scheme, colour));
            }
            Edit::NearestAccent(scheme) => {
                if let Some(accent) = &mut config.accent {
                    let place = if scheme.name == "light" { &mut accent.light } else { &mut accent.dark };
                    *place = scheme.nearest(*place);
                }
            }
            Edit::NoAccent => config.accent = None,
            Edit::Layout(layout) => config.layout = *layout,
            Edit::Review(review) => config.no_review = !review,
            Edit::Storage(storage) => config.storage = *storage,
            Edit::Load(load) => config.load = *load,
            Edit::HeadingLevel(level) => {
                config.heading_level = HeadingLevel::new(*level).unwrap_or(config.heading_level);
            }
            Edit::Weight(id, typed) => {
                let weight = whole(typed).ok_or_else(|| Refusal {
                    draft: Some(typed.clone()),
                    key: if typed.is_empty() { "" } else { "weights.digits" },
                })?;
                set_weight(own, check, id, weight)?;
            }
            Edit::StepWeight(id, step) => {
                let before = check.criterion(id).map_or(0.0, |criterion| own.weight(criterion));
                set_weight(own, check, id, (before + f64::from(*step)).clamp(0.0, MAX_WEIGHT))?;
            }
            Edit::NoWeights => own.weights = Default::default(),
            Edit::Ask(id, true) => own.without.retain(|left_out| left_out != id),
            Edit::Ask(id, false) => {
                let mut next = own.clone();
                // In the order of the check, so that a configuration is the same however it was made.
                next.without =
                    check.questions().filter(|one| *one == id || !own.asks(one)).map(str::to_owned).collect();
                if next.total(check) <= 0.0 {
                    return Err(Refusal { draft: None, key: "questions.last" });
                }
                *own = next;
            }
            Edit::Profile(name, _) if !check.profile.iter().any(|(known, _)| known == name) => {}
            Edit::Profile(name, words) => put(&mut own.profile, name, words),
            Edit::Text(key, _) if catalogue.text(key).is_none() => {}
            Edit::Text(key, words) => put(texts, key, words),
            Edit::HandOff(field, text) => config.hand_off.set(*field, plain(text)),
        }
        Ok(())
    }
}

/// Without what no file and no address would take.
fn plain(typed: &str) -> String {
    let text: String = typed.chars().filter(|c| !forbidden(*c)).take(MAX_TEXT).collect();
    if text.trim().is_empty() { String::new() } else { text }
}

fn put(words: &mut Map<String>, name: &str, typed: &str) {
    match plain(typed) {
        empty if empty.is_empty() => words.remove(name),
        text => words.insert(name, text),
    }
}

/// The whole number that digits stand for, within the bounds of a weight.
fn whole(typed: &str) -> Option<f64> {
    partner_fit_core::input::number::from_digits(typed.trim(), "")
        .filter(|weight| !typed.trim().is_empty() && (0.0..=MAX_WEIGHT).contains(weight))
}

fn set_weight(own: &mut Own, check: &crate::builder::catalogue::Check, id: &str, weight: f64) -> Result<(), Refusal> {
    let Some(criterion) = check.criterion(id) else { return Ok(()) };
    let mut next = own.clone();
    // What is as it is shipped is not set.
    #[allow(clippy::float_cmp)] // whole numbers
    if weight == criterion.weight {
        next.weights.remove(id);
    } else {
        next.weights.insert(id, weight);
    }
    if next.total(check) <= 0.0 {
        return Err(Refusal { draft: None, key: "weights.last" });
    }
    *own = next;
    Ok(())
}
