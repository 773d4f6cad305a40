//! The edits of a configuration. An edit is refused if its text is incomplete, or if nothing would be left to ask or to
//! count.

use std::collections::BTreeMap;

use crate::builder::catalogue::{Catalogue, Check};
use crate::builder::colour::{Colour, Scheme};
use crate::builder::config::{Accent, Adaptation, Config, HandOffField, MAX_TEXT, MAX_WEIGHT, is_forbidden};

/// An edit of the configuration.
#[derive(Clone, Debug, PartialEq)]
pub enum Edit {
    /// Chooses the check with this id.
    Assessment(String),
    /// Chooses the language with this tag; `None` takes that of the page around the widget.
    Language(Option<String>),
    /// Sets an attribute of the element by name; `None` leaves it out.
    Attribute(String, Option<String>),
    /// Sets the accent in a scheme, as typed; an empty text restores the shipped one.
    Accent(Scheme, String),
    /// Replaces the accent in a scheme with the nearest one that passes.
    NearestAccent(Scheme),
    /// Restores the shipped accent.
    NoAccent,
    /// Sets the weight of a criterion, as typed.
    Weight(String, String),
    /// Raises or lowers the weight of a criterion.
    StepWeight(String, i8),
    /// Restores the author's weights.
    NoWeights,
    /// Sets whether a question is asked.
    Ask(String, bool),
    /// Sets the words for a placeholder.
    Profile(String, String),
    /// Sets a text of the widget.
    Text(String, String),
    /// Sets a value that a hand-off needs.
    HandOff(HandOffField, String),
}

/// A refused edit: the text to leave in the field, and the key of the text that gives the reason.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Refusal {
    pub draft: Option<String>,
    pub key: &'static str,
}

impl Edit {
    /// The name of the field that it changes; the view finds the typed text by it.
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

    /// Whether several edits of the same field are undone together, as those of typing are.
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
        let check = config.check(catalogue);
        let Config { adaptation, texts, .. } = config;
        match self {
            // The editor applies this edit, because it also parks the changes of the other check.
            Edit::Assessment(_) => {}
            Edit::Language(tag) => {
                let known = |tag: &String| catalogue.languages.iter().any(|(known, _)| known == tag);
                config.language = tag.clone().filter(known);
            }
            Edit::Attribute(name, value) => {
                let attribute = catalogue.attribute(name);
                let differing =
                    value.as_deref().zip(attribute).and_then(|(value, attribute)| attribute.differing(value));
                config.set_attribute(name, differing);
            }
            Edit::Accent(_, typed) if typed.trim().is_empty() => config.accent = None,
            Edit::Accent(scheme, typed) => {
                let draft = || Refusal { draft: Some(typed.clone()), key: "" };
                let colour = Colour::read(typed).ok_or_else(draft)?;
                let before = config.accent.unwrap_or(Accent { light: colour, dark: colour });
                config.accent = Some(before.with(scheme, colour));
            }
            Edit::NearestAccent(scheme) => {
                let nearest = |accent: Accent| accent.only(scheme, scheme.nearest(accent.in_scheme(scheme)));
                config.accent = config.accent.map(nearest);
            }
            Edit::NoAccent => config.accent = None,
            Edit::Weight(id, typed) => {
                let weight = whole(typed).ok_or_else(|| Refusal {
                    draft: Some(typed.clone()),
                    key: if typed.is_empty() { "" } else { "weights.digits" },
                })?;
                set_weight(adaptation, check, id, weight)?;
            }
            Edit::StepWeight(id, step) => {
                let before = check.criterion(id).map_or(0.0, |criterion| adaptation.weight(criterion));
                set_weight(adaptation, check, id, (before + f64::from(*step)).clamp(0.0, MAX_WEIGHT))?;
            }
            Edit::NoWeights => adaptation.weights.clear(),
            Edit::Ask(id, true) => adaptation.without.retain(|left_out| left_out != id),
            Edit::Ask(id, false) => {
                let mut next = adaptation.clone();
                // The order is that of the check, so that the same choices make the same configuration.
                next.without =
                    check.questions().filter(|one| *one == id || !adaptation.asks(one)).map(str::to_owned).collect();
                if next.total_weight(check) <= 0.0 {
                    return Err(Refusal { draft: None, key: "questions.last" });
                }
                *adaptation = next;
            }
            Edit::Profile(name, _) if !check.profile.iter().any(|(known, _)| known == name) => {}
            Edit::Profile(name, text) => put(&mut adaptation.profile, name, text),
            Edit::Text(key, _) if catalogue.text(key).is_none() => {}
            Edit::Text(key, text) => put(texts, key, text),
            Edit::HandOff(field, text) => config.hand_off.set(*field, plain(text)),
        }
        Ok(())
    }
}

/// Removes the characters that neither a file nor an address accepts.
fn plain(typed: &str) -> String {
    let text: String = typed.chars().filter(|c| !is_forbidden(*c)).take(MAX_TEXT).collect();
    if text.trim().is_empty() { String::new() } else { text }
}

fn put(texts: &mut BTreeMap<String, String>, name: &str, typed: &str) {
    match plain(typed) {
        empty if empty.is_empty() => texts.remove(name),
        text => texts.insert(name.to_owned(), text),
    };
}

/// The whole number that the digits stand for, if it is within the bounds of a weight.
fn whole(typed: &str) -> Option<f64> {
    partner_fit_core::input::number::from_digits(typed.trim(), "")
        .filter(|weight| !typed.trim().is_empty() && (0.0..=MAX_WEIGHT).contains(weight))
}

fn set_weight(adaptation: &mut Adaptation, check: &Check, id: &str, weight: f64) -> Result<(), Refusal> {
    let Some(criterion) = check.criterion(id) else { return Ok(()) };
    let mut next = adaptation.clone();
    // The author's weight counts as no change.
    #[allow(clippy::float_cmp)] // whole numbers
    if weight == criterion.weight {
        next.weights.remove(id);
    } else {
        next.weights.insert(id.to_owned(), weight);
    }
    if next.total_weight(check) <= 0.0 {
        return Err(Refusal { draft: None, key: "weights.last" });
    }
    *adaptation = next;
    Ok(())
}
