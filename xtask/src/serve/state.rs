//! What a running server knows (its roots, its overrides, the requests so far), and the step that every request goes
//! through: write it down, answer it, set the headers.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use axum::extract::{self, Request as Incoming};
use axum::http::{HeaderMap, HeaderName, HeaderValue, header};
use axum::middleware::Next;
use axum::response::Response;

use super::overrides::Override;
use super::{cache, headers};

/// A folder and where it is served.
#[derive(Debug, Clone)]
pub struct Root {
    /// `/`, or a prefix such as `/hosts`.
    pub prefix: String,
    /// The files.
    pub folder: PathBuf,
    /// The content security policy of its HTML.
    pub policy: Option<String>,
}

/// One request, as far as tests ask about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Request {
    /// `GET`, `HEAD` …
    pub method: String,
    /// The path, with its query if there is one.
    pub path: String,
    /// The `Origin` header.
    pub origin: Option<String>,
    /// The `Referer` header.
    pub referer: Option<String>,
}

#[derive(Debug)]
pub(super) struct State {
    /// The origin of the address that is listened on.
    origin: String,
    roots: Vec<Root>,
    overrides: Mutex<BTreeMap<String, Override>>,
    requests: Mutex<Vec<Request>>,
}

impl State {
    pub(super) fn new(origin: String, roots: Vec<Root>) -> Self {
        Self { origin, roots, overrides: Mutex::default(), requests: Mutex::default() }
    }

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

    /// The policy of the root with the longest prefix that the path lies under.
    fn policy(&self, path: &str) -> Option<&str> {
        self.roots
            .iter()
            .filter(|root| lies_under(path, &root.prefix))
            .max_by_key(|root| root.prefix.len())
            .and_then(|root| root.policy.as_deref())
    }
}

pub(super) async fn handle(
    extract::State(state): extract::State<Arc<State>>,
    request: Incoming,
    next: Next,
) -> Response {
    lock(&state.requests).push(Request {
        method: request.method().to_string(),
        path: request.uri().to_string(),
        origin: text(request.headers(), header::ORIGIN),
        referer: text(request.headers(), header::REFERER),
    });
    let path = request.uri().path().to_owned();
    let origin = headers::origin(request.headers(), &state.origin);
    let runs = request.headers().get("sec-fetch-dest").is_some_and(|kind| kind == "script");
    let change = lock(&state.overrides).get_mut(&path).map(|change| change.next(runs)).unwrap_or_default();
    if !change.delay.is_zero() {
        tokio::time::sleep(change.delay).await;
    }
    let mut response = match change.response(&path) {
        Some(response) => response,
        None => next.run(request).await,
    };
    headers::add(response.headers_mut(), state.policy(&path), &origin);
    // A file that is not there today may be there tomorrow.
    let control = if response.status().is_client_error() { cache::REVALIDATED } else { cache::control(&path) };
    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static(control));
    change.finish(&mut response);
    response
}

fn lies_under(path: &str, prefix: &str) -> bool {
    prefix == "/" || path.strip_prefix(prefix).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

fn text(headers: &HeaderMap, name: HeaderName) -> Option<String> {
    let value = headers.get(name)?;
    Some(String::from_utf8_lossy(value.as_bytes()).into_owned())
}

/// A test that panicked while it held the lock has left nothing half done: each holder does one thing.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
