//! Where a result is handed on to: what each hand-off needs, and whether what was filled in can be meant.

/// What the hand-offs need; empty where nothing was filled in.
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
    /// What was filled in for a field.
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

    /// The key of the text that says what is wrong with a field; none where nothing is.
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

    /// Fills in a field.
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
