//! What was chosen, and what follows from it. Reading a file with one is in `read`, writing one in `write`.

mod read;
mod write;

pub(crate) use self::read::forbidden;
pub use self::read::read;
pub use self::write::{tree, write};
pub(crate) use self::write::{weights, without, words};
use super::catalogue::{Check, Criterion};
use super::choice::{Audience, Language, Layout, Load, Storage, Theme};
use super::colour::{Colour, DARK, LIGHT, Scheme};
use partner_fit_core::input::map::Map;

/// The highest weight that can be given.
pub const MAX_WEIGHT: f64 = 1_000.0;

/// How long a text of one's own may be.
pub const MAX_TEXT: usize = 2_000;

/// A configuration: everything that is not set is as it is shipped.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Config {
    /// Who the check is for.
    pub audience: Audience,
    /// The language it speaks.
    pub language: Language,
    /// The colours it takes.
    pub theme: Theme,
    /// The accent colour.
    pub accent: Option<Accent>,
    /// How much is asked at once.
    pub layout: Layout,
    /// Whether the answers are left unshown before the result.
    pub no_review: bool,
    /// Where answers are kept.
    pub storage: Storage,
    /// When it loads.
    pub load: Load,
    /// The level of its headings.
    pub heading_level: HeadingLevel,
    /// What belongs to the check of the audience.
    pub own: Own,
    /// Texts of the widget, by key.
    pub texts: Map<String>,
    /// Where a result is handed on to.
    pub hand_off: HandOff,
}

/// What belongs to one check, and means nothing in another.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Own {
    /// Weights by criterion.
    pub weights: Map<f64>,
    /// Questions that are left out.
    pub without: Vec<String>,
    /// Words by placeholder.
    pub profile: Map<String>,
}

/// An accent on light and on dark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Accent {
    /// On light.
    pub light: Colour,
    /// On dark.
    pub dark: Colour,
}

/// A level of headings, 1 to 6.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct HeadingLevel(u8);

impl Default for HeadingLevel {
    fn default() -> Self {
        Self(2)
    }
}

impl HeadingLevel {
    /// The level of this number, if there is one.
    #[must_use]
    pub fn new(level: u8) -> Option<Self> {
        (1..=6).contains(&level).then_some(Self(level))
    }

    /// Its number.
    #[must_use]
    pub fn number(self) -> u8 {
        self.0
    }
}

/// A place that a result can be handed on to, each with what it needs; empty where nothing was filled in.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct HandOff {
    /// The address of the site that embeds the frame: its events go there, and nowhere else.
    pub origin: String,
    /// The number of a HubSpot account.
    pub hubspot_portal: String,
    /// The id of a HubSpot form.
    pub hubspot_form: String,
    /// What the reader agrees to before anything goes to HubSpot.
    pub consent: String,
    /// The address that a webhook posts to.
    pub webhook: String,
    /// The mail address that a result can be sent to.
    pub mail: String,
}

/// A field of [`HandOff`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)] // as there
pub enum HandOffField {
    Origin,
    HubspotPortal,
    HubspotForm,
    Consent,
    Webhook,
    Mail,
}

impl HandOffField {
    /// All of them, with their keys in a file.
    pub const ALL: [(HandOffField, &'static str); 6] = [
        (Self::Origin, "origin"),
        (Self::HubspotPortal, "hubspotPortal"),
        (Self::HubspotForm, "hubspotForm"),
        (Self::Consent, "consent"),
        (Self::Webhook, "webhook"),
        (Self::Mail, "mail"),
    ];
}

impl HandOff {
    /// What is filled in.
    #[must_use]
    pub fn get(&self, field: HandOffField) -> &str {
        match field {
            HandOffField::Origin => &self.origin,
            HandOffField::HubspotPortal => &self.hubspot_portal,
            HandOffField::HubspotForm => &self.hubspot_form,
            HandOffField::Consent => &self.consent,
            HandOffField::Webhook => &self.webhook,
            HandOffField::Mail => &self.mail,
        }
    }

    /// What is wrong with what is filled in, by the key of a text that says it.
    #[must_use]
    pub fn fault(&self, field: HandOffField) -> Option<&'static str> {
        let text = self.get(field).trim();
        let plain = |text: &str| !text.chars().any(|c| c.is_whitespace() || c.is_control());
        let host = text.strip_prefix("https://").filter(|host| !host.is_empty() && plain(host));
        let (is_good, key) = match field {
            HandOffField::Origin => (host.is_some_and(|host| !host.contains('/')), "hand-off.fault.origin"),
            HandOffField::HubspotPortal => (text.bytes().all(|byte| byte.is_ascii_digit()), "hand-off.fault.portal"),
            HandOffField::HubspotForm => {
                (text.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-'), "hand-off.fault.form")
            }
            HandOffField::Consent => (true, ""),
            HandOffField::Webhook => (host.is_some(), "hand-off.fault.webhook"),
            HandOffField::Mail => {
                let parts = text.split_once('@');
                (
                    parts.is_some_and(|(name, host)| !name.is_empty() && !host.is_empty()) && plain(text),
                    "hand-off.fault.mail",
                )
            }
        };
        (!text.is_empty() && !is_good).then_some(key)
    }

    /// Fills in.
    pub fn set(&mut self, field: HandOffField, text: String) {
        let place = match field {
            HandOffField::Origin => &mut self.origin,
            HandOffField::HubspotPortal => &mut self.hubspot_portal,
            HandOffField::HubspotForm => &mut self.hubspot_form,
            HandOffField::Consent => &mut self.consent,
            HandOffField::Webhook => &mut self.webhook,
            HandOffField::Mail => &mut self.mail,
        };
        *place = text;
    }
}

impl Theme {
    /// The schemes in which a widget of this theme can be seen.
    #[must_use]
    pub fn schemes(self) -> &'static [Scheme] {
        match self {
            Theme::Auto | Theme::System => &[LIGHT, DARK],
            Theme::Light => &[LIGHT],
            Theme::Dark => &[DARK],
        }
    }
}

impl Accent {
    /// The colour in a scheme.
    #[must_use]
    pub fn in_scheme(self, scheme: &Scheme) -> Colour {
        if scheme.name == LIGHT.name { self.light } else { self.dark }
    }

    /// With another colour in a scheme. As long as the other scheme was never given a colour of its own, it follows.
    #[must_use]
    pub fn with(self, scheme: &Scheme, colour: Colour) -> Self {
        match (self.light == self.dark, scheme.name == LIGHT.name) {
            (true, _) => Self { light: colour, dark: colour },
            (false, true) => Self { light: colour, ..self },
            (false, false) => Self { dark: colour, ..self },
        }
    }
}

impl Own {
    /// The weight of a criterion, its author's unless another was given.
    #[must_use]
    pub fn weight(&self, criterion: &Criterion) -> f64 {
        self.weights.get(&criterion.id).copied().unwrap_or(criterion.weight)
    }

    /// Whether a question is asked.
    #[must_use]
    pub fn asks(&self, question: &str) -> bool {
        !self.without.iter().any(|left_out| left_out == question)
    }

    /// Whether any question of a criterion is asked.
    #[must_use]
    pub fn asks_any(&self, criterion: &Criterion) -> bool {
        criterion.questions.iter().any(|(id, _)| self.asks(id))
    }

    /// The sum of the weights of what is asked; nothing can be scored where it is 0.
    #[must_use]
    pub fn total(&self, check: &Check) -> f64 {
        check.criteria.iter().filter(|criterion| self.asks_any(criterion)).map(|criterion| self.weight(criterion)).sum()
    }

    /// Whether the check is not the shipped one, so that it has to be made from it.
    #[must_use]
    pub fn adapts(&self) -> bool {
        !self.weights.is_empty() || !self.without.is_empty()
    }
}
