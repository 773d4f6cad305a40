//! The headers that everything is served with, after the advice to those who host a release. Where a test wants others,
//! it says so with an override.

use axum::http::{HeaderMap, HeaderName, HeaderValue, header};

/// The content security policy of the page: nothing but its own files, no string ever becomes code.
pub const STRICT_POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; \
    style-src 'self'; connect-src 'self'; img-src 'self' data:; form-action 'none'; base-uri 'none'; \
    frame-ancestors *; require-trusted-types-for 'script'; trusted-types 'none'";

/// What goes with every file, whatever it is.
pub(crate) const ALWAYS: [(HeaderName, HeaderValue); 4] = [
    (header::ACCESS_CONTROL_ALLOW_ORIGIN, HeaderValue::from_static("*")),
    (HeaderName::from_static("cross-origin-resource-policy"), HeaderValue::from_static("cross-origin")),
    (header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff")),
    (header::REFERRER_POLICY, HeaderValue::from_static("no-referrer")),
];

/// Adds the headers to a response; `policy` only where it is HTML.
pub(super) fn add(headers: &mut HeaderMap, policy: Option<&str>) {
    for (name, value) in ALWAYS {
        headers.insert(name, value);
    }
    // Its unit is a second: a file rebuilt within the same one would be taken from the browser's cache.
    headers.remove(header::LAST_MODIFIED);
    let html = headers.get(header::CONTENT_TYPE).is_some_and(|kind| kind.as_bytes().starts_with(b"text/html"));
    let policy = policy.and_then(|policy| HeaderValue::from_str(policy).ok());
    if let (true, Some(policy)) = (html, policy) {
        headers.insert(header::CONTENT_SECURITY_POLICY, policy);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn policy_is_for_html_only() {
        for (kind, expected) in [("text/html", true), ("text/html; charset=utf-8", true), ("text/javascript", false)] {
            let mut headers = HeaderMap::new();
            headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(kind));
            headers.insert(header::LAST_MODIFIED, HeaderValue::from_static("now"));
            add(&mut headers, Some(STRICT_POLICY));
            assert_eq!(headers.contains_key(header::CONTENT_SECURITY_POLICY), expected, "{kind}");
            assert!(!headers.contains_key(header::LAST_MODIFIED));
            assert_eq!(headers.get("access-control-allow-origin"), Some(&HeaderValue::from_static("*")));
        }
    }

    #[test]
    fn policy_is_one_line_as_published() {
        assert!(
            STRICT_POLICY
                .starts_with("default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src")
        );
        assert!(!STRICT_POLICY.contains("  "));
    }
}
