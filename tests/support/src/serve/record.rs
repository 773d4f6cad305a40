//! The state of a running server (its overrides and the requests so far), and the two layers that every request passes:
//! the outer one records it and sets the override's headers; the inner one replaces the body of a file by that of the
//! override.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use axum::extract::{self, Request as Incoming};
use axum::http::{HeaderMap, HeaderName, header};
use axum::middleware::Next;
use axum::response::Response;

use super::overrides::Override;

/// One request, with the parts that tests ask about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Request {
    /// `GET`, `HEAD` …
    pub method: String,
    /// The path, with its query if it has one.
    pub path: String,
    /// The `Origin` header.
    pub origin: Option<String>,
    /// The `Referer` header.
    pub referer: Option<String>,
}

#[derive(Debug, Default)]
pub(super) struct State {
    overrides: Mutex<BTreeMap<String, Override>>,
    requests: Mutex<Vec<Request>>,
}

impl State {
    pub(super) fn set(&self, path: &str, change: Override) {
        lock(&self.overrides).insert(path.to_owned(), change);
    }

    pub(super) fn unset(&self, path: &str) {
        lock(&self.overrides).remove(path);
    }

    pub(super) fn requests(&self) -> Vec<Request> {
        lock(&self.requests).clone()
    }

    pub(super) fn take_requests(&self) -> Vec<Request> {
        std::mem::take(&mut lock(&self.requests))
    }
}

/// The outer layer.
pub(super) async fn record(
    extract::State(state): extract::State<Arc<State>>,
    mut request: Incoming,
    next: Next,
) -> Response {
    lock(&state.requests).push(Request {
        method: request.method().to_string(),
        path: request.uri().to_string(),
        origin: text(request.headers(), header::ORIGIN),
        referer: text(request.headers(), header::REFERER),
    });
    let runs = request.headers().get("sec-fetch-dest").is_some_and(|kind| kind == "script");
    let change =
        lock(&state.overrides).get_mut(request.uri().path()).map(|change| change.next(runs)).unwrap_or_default();
    if !change.delay.is_zero() {
        tokio::time::sleep(change.delay).await;
    }
    request.extensions_mut().insert(change.clone());
    let mut response = next.run(request).await;
    change.finish(&mut response);
    response
}

/// The inner layer.
pub(super) async fn replace(request: Incoming, next: Next) -> Response {
    let change = request.extensions().get::<Override>().cloned().unwrap_or_default();
    match change.response(request.uri().path()) {
        Some(response) => response,
        None => next.run(request).await,
    }
}

fn text(headers: &HeaderMap, name: HeaderName) -> Option<String> {
    let value = headers.get(name)?;
    Some(String::from_utf8_lossy(value.as_bytes()).into_owned())
}

/// Taking the lock of a test that panicked is safe: each holder makes one change only.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
