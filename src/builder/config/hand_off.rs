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
        let address = text.strip_prefix("https://");
        let (is_good, key) = match field {
            HandOffField::Origin => (address.is_some_and(is_host_and_port), "hand-off.fault.origin"),
            HandOffField::HubspotPortal => (text.bytes().all(|byte| byte.is_ascii_digit()), "hand-off.fault.portal"),
            HandOffField::HubspotForm => {
                (text.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-'), "hand-off.fault.form")
            }
            HandOffField::Consent => (true, ""),
            HandOffField::Webhook => (address.is_some_and(is_address), "hand-off.fault.webhook"),
            HandOffField::Mail => {
                let has_both = text.split_once('@').is_some_and(|(name, host)| is_mailbox(name) && is_host(host));
                (has_both, "hand-off.fault.mail")
            }
        };
        (!text.is_empty() && !is_good).then_some(key)
    }

    /// The value of a field if it can be used: filled in, and without a problem.
    #[must_use]
    pub fn usable(&self, field: HandOffField) -> Option<&str> {
        Some(self.get(field).trim()).filter(|text| !text.is_empty() && self.problem(field).is_none())
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

/// Whether this is a host and nothing else: a policy takes it as it is, so that no sign of its grammar may be in it.
fn is_host(host: &str) -> bool {
    let is_label = |label: &str| {
        !label.is_empty()
            && !label.starts_with('-')
            && !label.ends_with('-')
            && label
                .chars()
                .all(|c| c == '-' || if c.is_ascii() { c.is_ascii_alphanumeric() } else { c.is_alphanumeric() })
    };
    host.len() <= 253 && host.split('.').all(is_label)
}

fn is_host_and_port(text: &str) -> bool {
    let (host, port) = text.split_once(':').map_or((text, None), |(host, port)| (host, Some(port)));
    is_host(host) && port.is_none_or(|port| port.parse::<u16>().is_ok_and(|port| port > 0) && !port.starts_with('+'))
}

/// Whether this is an address behind `https://`: a host, and the signs of a path and a query (RFC 3986).
fn is_address(text: &str) -> bool {
    let end = text.find(['/', '?', '#']).unwrap_or(text.len());
    let (host, rest) = text.split_at(end);
    is_host_and_port(host) && rest.chars().all(|c| c.is_ascii_alphanumeric() || "-._~:/?#[]@!$&'()*+,;=%".contains(c))
}

/// Whether this is the part of a mail address before its `@`, without a list or a name around it.
fn is_mailbox(name: &str) -> bool {
    let is_sign = |c: char| c.is_alphanumeric() || ".!#$%&'*+/=?^_`{|}~-".contains(c);
    !name.is_empty() && name.chars().all(is_sign)
}
