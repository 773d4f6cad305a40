//! Addresses that a button may lead to: `https:` and `mailto:`, written out in full.
//!
//! Readers follow such a button because they trust the page around it. So nothing is accepted that runs (`javascript:`),
//! that can be read on the way (`http:`), or that leads elsewhere than it seems to.

use crate::input::plain_text::{MAX_CHARACTERS, is_forbidden};
use crate::input::quoted::quoted;

/// What a message says was expected.
pub const EXPECTED: &str = "an https: or mailto: address";

/// The form, for a schema; it lets pass what only a reader of characters refuses.
pub const PATTERN: &str =
    r#"^(https://[^\s"<>\\{}/?#@]+([/?#][^\s"<>\\{}]*)?|mailto:[^\s"<>\\{}?]+@[^\s"<>\\{}?]+(\?[^\s"<>\\{}]*)?)$"#;

/// How long an address may be for a hint to repeat it, in bytes.
const MAX_HINTED: usize = 100;

/// Why nothing may lead to `address`, and the hint what was probably meant; `None` where something may.
///
/// A name before the host (`https://you@example.com`) is refused: its only use in a link is to pass for the host.
///
/// # Example
/// ```
/// use partner_fit_core::input::address::address_problem;
///
/// assert_eq!(address_problem("https://example.com/partners"), None);
/// let (message, hint) = address_problem("partners@example.com").unwrap_or_default();
/// assert_eq!(message, "expected an https: or mailto: address, got \"partners@example.com\"");
/// assert_eq!(hint.as_deref(), Some("did you mean \"mailto:partners@example.com\"?"));
/// ```
#[must_use]
pub fn address_problem(address: &str) -> Option<(String, Option<String>)> {
    let characters = address.chars().count();
    if characters > MAX_CHARACTERS {
        return Some((format!("expected at most {MAX_CHARACTERS} characters, got {characters}"), None));
    }
    if let Some(c) = address.trim().chars().find(|c| is_foreign(*c)) {
        let code = u32::from(c);
        return Some((
            format!("expected an address without spaces, quotes and braces, got the character U+{code:04X}"),
            None,
        ));
    }
    if authority(address).is_some_and(|authority| authority.contains('@')) {
        let message = format!("expected an address without a name before its host, got {}", quoted(address));
        return Some((message, None));
    }
    if is_good(address) && address.trim() == address {
        return None;
    }
    Some((format!("expected {EXPECTED}, got {}", quoted(address)), meant(address)))
}

/// What no address has: spaces, what cannot be seen, signs that belong to the text around it, braces, in which nothing is
/// filled in, and the backslash, which browsers take for a slash.
fn is_foreign(c: char) -> bool {
    is_forbidden(c) || c.is_whitespace() || matches!(c, '"' | '<' | '>' | '\\' | '{' | '}')
}

/// The host of an `https:` address, with everything that stands before and behind it.
fn authority(address: &str) -> Option<&str> {
    address.strip_prefix("https://").and_then(|rest| rest.split(['/', '?', '#']).next())
}

fn is_good(address: &str) -> bool {
    let has_host =
        authority(address).is_some_and(|host| host.starts_with(|c: char| c == '[' || !c.is_ascii_punctuation()));
    let to = address.strip_prefix("mailto:").and_then(|rest| rest.split('?').next());
    has_host || to.is_some_and(is_mailbox)
}

/// Whether something stands on both sides of an `@`.
fn is_mailbox(text: &str) -> bool {
    text.split_once('@').is_some_and(|(name, host)| !name.is_empty() && !host.is_empty())
}

/// The hint for an address that lacks its scheme, or has it in other letters or without its `s`.
fn meant(address: &str) -> Option<String> {
    let address = address.trim();
    let (scheme, rest) = match address.split_once(':') {
        Some((scheme, rest)) => (scheme.to_ascii_lowercase(), rest),
        None if is_mailbox(address) => ("mailto".to_owned(), address),
        None => (String::new(), address),
    };
    let meant = match scheme.as_str() {
        "mailto" => format!("mailto:{rest}"),
        "http" | "https" => format!("https://{}", rest.trim_start_matches('/')),
        "" if rest.contains('.') => format!("https://{}", rest.trim_start_matches('/')),
        _ => return None,
    };
    let is_meant =
        meant.len() <= MAX_HINTED && is_good(&meant) && !authority(&meant).is_some_and(|host| host.contains('@'));
    is_meant.then(|| format!("did you mean \"{meant}\"?"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn https_and_mailto_are_accepted_in_full() {
        for good in [
            "https://example.com",
            "https://example.com:8443/apply?from=check&band=ready#form",
            "https://münchen.example/straße",
            "https://[2001:db8::1]/",
            "https://example.com/@channel",
            "mailto:partners@example.com",
            "mailto:a@example.com,b@example.com?subject=Ready%20to%20start",
        ] {
            assert_eq!(address_problem(good), None, "{good}");
        }
        let longest = format!("https://example.com/{}", "x".repeat(1_980));
        assert_eq!(address_problem(&longest), None);
    }

    #[test]
    fn what_runs_hides_or_misleads_is_refused() {
        for bad in [
            "",
            "javascript:alert(1)",
            "JavaScript:alert(1)//https://example.com",
            "data:text/html,hello",
            "vbscript:x",
            "blob:https://example.com/1",
            "tel:+3212345",
            "ftp://example.com",
            "//example.com",
            "/apply",
            "apply",
            "https:example.com",
            "https:/example.com",
            "https://",
            "https:///example.com",
            "https://:80/",
            "https://?x",
            "https://you@example.com",
            "https://example.com:pass@evil.example/",
            "https://example.com\\@evil.example",
            "https://example.com/{vendor}",
            "https://example.com/\u{202e}gpj",
            "https://exa\tmple.com",
            "java\nscript:alert(1)",
            "\u{1}javascript:alert(1)",
            "https://example.com/ x",
            "https://example.com ",
            "mailto:a@example.com\n",
            "mailto:",
            "mailto:partners",
            "mailto:@example.com",
            "mailto:a@",
            "mailto:?subject=x@y",
        ] {
            assert!(address_problem(bad).is_some(), "{bad:?} is accepted");
        }
    }

    #[test]
    fn what_was_probably_meant_is_offered() {
        let hint = |address: &str| address_problem(address).unwrap().1;
        for (address, meant) in [
            ("http://example.com/a", Some("https://example.com/a")),
            ("HTTPS://example.com", Some("https://example.com")),
            (" https://example.com ", Some("https://example.com")),
            ("mailto:a@example.com ", Some("mailto:a@example.com")),
            ("https:example.com", Some("https://example.com")),
            ("//example.com/a", Some("https://example.com/a")),
            ("www.example.com", Some("https://www.example.com")),
            ("partners@example.com", Some("mailto:partners@example.com")),
            ("Mailto:partners@example.com", Some("mailto:partners@example.com")),
            ("javascript:alert(1)", None),
            ("http://you@example.com", None),
            ("apply", None),
        ] {
            assert_eq!(hint(address), meant.map(|meant| format!("did you mean \"{meant}\"?")), "{address}");
            assert!(meant.is_none_or(|meant| address_problem(meant).is_none()), "{meant:?}");
        }
    }
}
