//! A web server with faults on demand: that of `start`, whose responses can be changed ([`Override`]) and whose
//! requests are recorded ([`Request`]).

use std::path::PathBuf;
use std::sync::Arc;

use axum::{Router, middleware};
use xtask::serve::{Listener, Root, files, with_headers};

mod overrides;
mod record;

pub use overrides::Override;
pub use record::Request;
use record::State;
pub use xtask::serve::{STRICT_POLICY, naming_origin};

/// The folders to serve.
#[derive(Debug, Clone, Default)]
pub struct Options {
    roots: Vec<Root>,
}

impl Options {
    /// Serves `site` at `/`.
    #[must_use]
    pub fn new(site: impl Into<PathBuf>) -> Self {
        Self::default().root("/", site, Some(STRICT_POLICY))
    }

    /// Serves another folder under a prefix such as `/hosts`, its HTML with this content security policy or none.
    #[must_use]
    pub fn root(mut self, prefix: &str, folder: impl Into<PathBuf>, policy: Option<&str>) -> Self {
        self.roots.push(Root { prefix: prefix.to_owned(), folder: folder.into(), policy: policy.map(str::to_owned) });
        self
    }
}

/// A server on a free port, which runs until this is dropped.
#[derive(Debug)]
pub struct Server {
    server: xtask::serve::Server,
    state: Arc<State>,
}

impl Server {
    /// Starts the server, which then answers requests.
    ///
    /// # Errors
    /// No port is free.
    pub fn start(options: Options) -> anyhow::Result<Self> {
        let listener = Listener::bind(0)?;
        let state = Arc::new(State::default());
        let router = files(&options.roots, Router::new()).layer(middleware::from_fn(record::replace));
        let router = with_headers(router, &options.roots, listener.origin());
        let router = router.layer(middleware::from_fn_with_state(Arc::clone(&state), record::record));
        Ok(Self { server: listener.answer(router)?, state })
    }

    /// The address that it listens on.
    #[must_use]
    pub fn address(&self) -> std::net::SocketAddr {
        self.server.address()
    }

    /// The origin of everything it serves, without a slash at the end.
    #[must_use]
    pub fn origin(&self) -> String {
        self.server.origin()
    }

    /// The URL of a path such as `/hosts/plain.html`.
    #[must_use]
    pub fn url(&self, path: &str) -> String {
        self.server.url(path)
    }

    /// Overrides the response of this path (without a query), and replaces the path's earlier override.
    pub fn set(&self, path: &str, change: Override) {
        self.state.set(path, change);
    }

    /// Serves this path from the files again.
    pub fn unset(&self, path: &str) {
        self.state.unset(path);
    }

    /// The requests so far, in the order in which they came.
    #[must_use]
    pub fn requests(&self) -> Vec<Request> {
        self.state.requests()
    }

    /// Forgets the requests so far and returns them.
    #[must_use]
    pub fn take_requests(&self) -> Vec<Request> {
        self.state.take_requests()
    }
}

#[cfg(test)]
mod tests;
