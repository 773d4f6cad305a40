//! The headers of every response, as we recommend them to hosts of a release. A test changes them by an override.

use std::sync::Arc;

use axum::Router;
use axum::extract::{self, Request};
use axum::http::{HeaderMap, HeaderName, HeaderValue, header};
use axum::middleware::{self, Next};
use axum::response::Response;

use super::cache;
use super::root::Root;

/// The content security policy of the page: only its own files, and no string becomes code. Any page may frame it, so
/// it has no `frame-ancestors`: `*` would not match a page that is itself in a sandboxed frame.
pub const STRICT_POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; \
    style-src 'self'; connect-src 'self'; img-src 'self' data:; form-action 'none'; base-uri 'none'; \
    require-trusted-types-for 'script'; trusted-types 'none'";

/// The headers of every file.
pub const ALWAYS: [(HeaderName, HeaderValue); 4] = [
    (header::ACCESS_CONTROL_ALLOW_ORIGIN, HeaderValue::from_static("*")),
    (HeaderName::from_static("cross-origin-resource-policy"), HeaderValue::from_static("cross-origin")),
    (header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff")),
    (header::REFERRER_POLICY, HeaderValue::from_static("no-referrer")),
];

/// A policy that names the `origin` of the server besides `'self'`. In a frame with `sandbox="allow-scripts"` alone the
/// page has an opaque origin, which `'self'` does not match in WebKit: the page would stay blank there.
#[must_use]
pub fn naming_origin(policy: &str, origin: &str) -> String {
    policy.replace("'self'", &format!("'self' {origin}"))
}

/// The state that the headers depend on.
#[derive(Debug)]
struct Site {
    roots: Vec<Root>,
    /// The origin that the server listens on.
    origin: String,
}

impl Site {
    /// The policy of the root with the longest prefix of the path.
    fn policy(&self, path: &str) -> Option<&str> {
        self.roots
            .iter()
            .filter(|root| lies_under(path, &root.prefix))
            .max_by_key(|root| root.prefix.len())
            .and_then(|root| root.policy.as_deref())
    }
}

fn lies_under(path: &str, prefix: &str) -> bool {
    prefix == "/" || path.strip_prefix(prefix).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

/// Sets the headers of every response: the policy of its root, and how long it may be cached.
pub fn with_headers(router: Router, roots: &[Root], origin: String) -> Router {
    let site = Arc::new(Site { roots: roots.to_vec(), origin });
    router.layer(middleware::from_fn_with_state(site, set))
}

async fn set(extract::State(site): extract::State<Arc<Site>>, request: Request, next: Next) -> Response {
    let path = request.uri().path().to_owned();
    let origin = origin_asked(request.headers(), &site.origin);
    let mut response = next.run(request).await;
    add(response.headers_mut(), site.policy(&path), &origin);
    // A missing file may exist tomorrow.
    let control = if response.status().is_client_error() { cache::REVALIDATED } else { cache::control(&path) };
    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static(control));
    response
}

/// The origin in the request's `Host`, or `ours` if that is not a name and port: it becomes part of a policy, and must
/// not be able to end it.
fn origin_asked(request: &HeaderMap, ours: &str) -> String {
    let plain = |byte: &u8| byte.is_ascii_alphanumeric() || b".-:[]".contains(byte);
    let host = request.get(header::HOST).map(HeaderValue::as_bytes);
    let host = host.filter(|host| !host.is_empty() && host.iter().all(plain));
    host.map_or_else(|| ours.to_owned(), |host| format!("http://{}", String::from_utf8_lossy(host)))
}

/// Adds the headers to a response. Only HTML gets the `policy`, with the `origin` it is served from.
fn add(headers: &mut HeaderMap, policy: Option<&str>, origin: &str) {
    for (name, value) in ALWAYS {
        headers.insert(name, value);
    }
    // Last-Modified counts in seconds: the browser would take a file rebuilt within the same second from its cache.
    headers.remove(header::LAST_MODIFIED);
    let html = headers.get(header::CONTENT_TYPE).is_some_and(|kind| kind.as_bytes().starts_with(b"text/html"));
    let policy = policy.and_then(|policy| HeaderValue::from_str(&naming_origin(policy, origin)).ok());
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
            add(&mut headers, Some(STRICT_POLICY), "http://x");
            assert_eq!(headers.contains_key(header::CONTENT_SECURITY_POLICY), expected, "{kind}");
            assert!(!headers.contains_key(header::LAST_MODIFIED));
            assert_eq!(headers.get("access-control-allow-origin"), Some(&HeaderValue::from_static("*")));
        }
    }

    #[test]
    fn policy_names_the_origin_that_was_asked() {
        for (host, expected) in [
            (Some("localhost:8080"), "http://localhost:8080"),
            (Some("[::1]:80"), "http://[::1]:80"),
            (Some("a; script-src *"), "http://ours"),
            (Some("a 'unsafe-inline'"), "http://ours"),
            (Some("a/b"), "http://ours"),
            (Some(""), "http://ours"),
            (None, "http://ours"),
        ] {
            let mut headers = HeaderMap::new();
            host.map(|host| headers.insert(header::HOST, HeaderValue::from_static(host)));
            assert_eq!(origin_asked(&headers, "http://ours"), expected, "{host:?}");
        }
        assert_eq!(
            naming_origin("script-src 'self' 'wasm-unsafe-eval'; img-src 'self' data:; base-uri 'none'", "http://x"),
            "script-src 'self' http://x 'wasm-unsafe-eval'; img-src 'self' http://x data:; base-uri 'none'"
        );
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
