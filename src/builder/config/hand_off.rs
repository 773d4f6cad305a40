//! The values that hand-offs need, and whether each is plausible.

/// The values that hand-offs need; empty if not filled in.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct HandOff {
    /// The address of the site that embeds the frame; the frame sends its events to that origin only.
    pub origin: String,
    /// The id of a HubSpot account (a number).
    pub hubspot_portal: String,
    /// The id of a HubSpot form.
    pub hubspot_form: String,
    /// The text of the consent that the reader gives before anything goes to HubSpot.
    pub consent: String,
    /// The address that the webhook posts to.
    pub webhook: String,
    /// The mail address that receives a result.
    pub mail: String,
}

/// A field of [`HandOff`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)] // named as the fields
pub enum HandOffField {
    Origin,
    HubspotPortal,
    HubspotForm,
    Consent,
    Webhook,
    Mail,
}

impl HandOffField {
    /// All fields with their keys in a settings file.
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
    /// The value of a field.
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

    /// The key of the text about what is wrong with a field, or `None`.
    #[must_use]
    pub fn problem(&self, field: HandOffField) -> Option<&'static str> {
        let text = self.get(field).trim();
        let is_plain = |text: &str| !text.chars().any(|c| c.is_whitespace() || c.is_control());
        let host = text.strip_prefix("https://").filter(|host| !host.is_empty() && is_plain(host));
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
                let has_both = parts.is_some_and(|(name, host)| !name.is_empty() && !host.is_empty());
                (has_both && is_plain(text), "hand-off.fault.mail")
            }
        };
        (!text.is_empty() && !is_good).then_some(key)
    }

    /// Sets the value of a field.
    pub fn set(&mut self, field: HandOffField, text: String) {
        let filled = match field {
            HandOffField::Origin => &mut self.origin,
            HandOffField::HubspotPortal => &mut self.hubspot_portal,
            HandOffField::HubspotForm => &mut self.hubspot_form,
            HandOffField::Consent => &mut self.consent,
            HandOffField::Webhook => &mut self.webhook,
            HandOffField::Mail => &mut self.mail,
        };
        *filled = text;
    }
}
