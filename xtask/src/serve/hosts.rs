//! The host names that the server answers. Any page can point a name of its own to 127.0.0.1 and would then share an
//! origin with what is served here, so only requests to this machine's own names are answered.

use axum::Router;
use axum::extract::Request;
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::middleware::{self, Next};
use axum::response::{IntoResponse as _, Response};

const OURS: [&str; 2] = ["127.0.0.1", "localhost"];

/// Refuses every request whose `Host` is not 127.0.0.1 or localhost, at any port.
pub fn local_only(router: Router) -> Router {
    router.layer(middleware::from_fn(refuse_others))
}

async fn refuse_others(request: Request, next: Next) -> Response {
    if is_local(request.headers()) {
        return next.run(request).await;
    }
    (StatusCode::FORBIDDEN, "expected a request for 127.0.0.1 or localhost, got one for another host\n").into_response()
}

fn is_local(headers: &HeaderMap) -> bool {
    let host = headers.get(header::HOST).map(HeaderValue::to_str);
    let Some(Ok(host)) = host else { return false };
    let name = match host.rsplit_once(':') {
        Some((name, port)) if port.bytes().all(|byte| byte.is_ascii_digit()) => name,
        Some(_) => return false,
        None => host,
    };
    OURS.iter().any(|ours| name.eq_ignore_ascii_case(ours))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_names_of_this_machine_are_answered() {
        for (host, expected) in [
            (Some("127.0.0.1:8080"), true),
            (Some("localhost:1"), true),
            (Some("LOCALHOST"), true),
            (Some("evil.example"), false),
            (Some("localhost.evil.example:8080"), false),
            (Some("evil.example:localhost"), false),
            (Some("127.0.0.1.evil.example"), false),
            (Some(""), false),
            (None, false),
        ] {
            let mut headers = HeaderMap::new();
            host.map(|host| headers.insert(header::HOST, HeaderValue::from_static(host)));
            assert_eq!(is_local(&headers), expected, "{host:?}");
        }
    }
}
