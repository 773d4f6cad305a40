//! Overrides: responses that a test sets in place of a file's, with another status, other headers, another body, or a
//! delay. Everything else stays as the file has it.

use std::io;
use std::time::Duration;

use anyhow::Context as _;
use axum::body::Body;
use axum::http::{HeaderName, HeaderValue, StatusCode, header};
use axum::response::Response;
use futures_util::stream;

/// The differences from the file's response.
#[derive(Debug, Clone, Default)]
pub struct Override {
    pub(super) status: Option<StatusCode>,
    pub(super) headers: Vec<(HeaderName, Option<HeaderValue>)>,
    pub(super) body: Option<Vec<u8>>,
    pub(super) later: Option<Vec<u8>>,
    pub(super) as_script: Option<Vec<u8>>,
    pub(super) breaks: bool,
    pub(super) delay: Duration,
}

impl Override {
    /// An override without differences.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// An empty response with this status, such as 404.
    ///
    /// # Errors
    /// There is no such status.
    pub fn status(status: u16) -> anyhow::Result<Self> {
        let status =
            StatusCode::from_u16(status).with_context(|| format!("expected a status from 100 to 999, got {status}"))?;
        Ok(Self { status: Some(status), body: Some(Vec::new()), ..Self::default() })
    }

    /// Sets the body. It is sent as it is, so a content type, if one matters, is a header to set.
    #[must_use]
    pub fn body(mut self, body: impl Into<Vec<u8>>) -> Self {
        self.body = Some(body.into());
        self
    }

    /// Sets the body from the second request on: a server that shows one file and later sends another.
    #[must_use]
    pub fn later(mut self, body: impl Into<Vec<u8>>) -> Self {
        self.later = Some(body.into());
        self
    }

    /// Sets the body for browsers that will run it (`Sec-Fetch-Dest: script`).
    #[must_use]
    pub fn as_script(mut self, body: impl Into<Vec<u8>>) -> Self {
        self.as_script = Some(body.into());
        self
    }

    /// The override of this request. The next request gets the body for later.
    pub(super) fn next(&mut self, runs: bool) -> Self {
        let mut now = self.clone();
        if runs && self.as_script.is_some() {
            now.body.clone_from(&self.as_script);
        }
        if let Some(body) = self.later.take() {
            self.body = Some(body);
        }
        now
    }

    /// Sets a header, and replaces the one that would be sent.
    ///
    /// # Errors
    /// The name or the value cannot be in a header.
    pub fn header(mut self, name: &str, value: &str) -> anyhow::Result<Self> {
        let value =
            HeaderValue::from_str(value).with_context(|| format!("expected a header's value, got {value:?}"))?;
        self.headers.push((parse(name)?, Some(value)));
        Ok(self)
    }

    /// Removes a header.
    ///
    /// # Errors
    /// The name cannot be that of a header.
    pub fn without(mut self, name: &str) -> anyhow::Result<Self> {
        self.headers.push((parse(name)?, None));
        Ok(self)
    }

    /// Breaks the response off after its first bytes, like a lost connection.
    #[must_use]
    pub fn breaking() -> Self {
        Self { body: Some(b"{".to_vec()), breaks: true, ..Self::default() }
    }

    /// Delays the response.
    #[must_use]
    pub fn delay(mut self, delay: Duration) -> Self {
        self.delay = delay;
        self
    }

    /// Applies status and headers last, so that they override those of every response.
    pub(super) fn finish(&self, response: &mut Response) {
        if let Some(status) = self.status {
            *response.status_mut() = status;
        }
        for (name, value) in &self.headers {
            match value {
                Some(value) => response.headers_mut().insert(name, value.clone()),
                None => response.headers_mut().remove(name),
            };
        }
    }

    /// The response in place of a file's, if there is a body to send; its type follows the path's extension.
    pub(super) fn response(&self, path: &str) -> Option<Response> {
        let body = self.body.clone()?;
        let lost = self.breaks.then(|| Err(io::Error::from(io::ErrorKind::ConnectionAborted)));
        let mut response = match lost {
            Some(lost) => Response::new(Body::from_stream(stream::iter([Ok(body), lost]))),
            None => Response::new(Body::from(body)),
        };
        let kind = match path.rsplit_once('.').map(|(_, ending)| ending) {
            Some("wasm") => "application/wasm",
            Some("js") => "text/javascript",
            Some("json") => "application/json",
            Some("css") => "text/css",
            Some("html") | None => "text/html; charset=utf-8",
            Some(_) => "application/octet-stream",
        };
        response.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static(kind));
        Some(response)
    }
}

fn parse(name: &str) -> anyhow::Result<HeaderName> {
    name.parse().with_context(|| format!("expected a header's name, got {name:?}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bad_parts_are_named() {
        for (made, expected) in [
            (Override::status(99), "expected a status from 100 to 999, got 99"),
            (Override::new().header("a b", "x"), "expected a header's name, got \"a b\""),
            (Override::new().header("a", "x\n"), "expected a header's value, got \"x\\n\""),
        ] {
            assert_eq!(made.unwrap_err().to_string(), expected);
        }
    }

    #[test]
    fn a_body_may_be_for_later_or_for_scripts_only() {
        let mut change = Override::new().body("one").later("two").as_script("script");
        let bodies = [false, false, true, false].map(|runs| change.next(runs).body.unwrap());
        assert_eq!(bodies, ["one", "two", "script", "two"].map(|body| body.as_bytes().to_vec()));
    }

    #[test]
    fn headers_are_set_and_removed() {
        let change = Override::new().header("x-a", "2").unwrap();
        let change = change.without("x-b").unwrap();
        let mut response = Response::new(Body::empty());
        for name in ["x-a", "x-b"] {
            let value = HeaderValue::from_static("1");
            response.headers_mut().insert(name, value);
        }
        change.finish(&mut response);
        assert_eq!(response.headers().get("x-a").unwrap(), "2");
        assert!(!response.headers().contains_key("x-b"));
        assert!(change.response("/a.js").is_none());
    }
}
