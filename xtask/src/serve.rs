//! A web server for folders on this machine, with the headers that a release is meant to be served with. `start` shows
//! the site with it; the tests also make it misbehave (see [`Override`]) and read what was asked of it ([`Request`]).
//! It listens on 127.0.0.1 only and is no server for anything public.

use std::io;
use std::net::{Ipv4Addr, SocketAddr, TcpListener};
use std::path::PathBuf;
use std::sync::Arc;
use std::thread::{self, JoinHandle};

use anyhow::Context as _;
use axum::{Router, middleware};
use tokio::sync::oneshot;
use tower_http::compression::CompressionLayer;
use tower_http::services::ServeDir;

pub mod cache;
mod headers;
mod overrides;
mod state;

pub(crate) use headers::ALWAYS;
pub use headers::{STRICT_POLICY, naming_origin};
pub use overrides::Override;
use state::State;
pub use state::{Request, Root};

/// What a server is to serve.
#[derive(Debug, Clone, Default)]
pub struct Options {
    port: u16,
    roots: Vec<Root>,
    routes: Router,
}

impl Options {
    /// Serves `site` at `/` on a free port.
    #[must_use]
    pub fn new(site: impl Into<PathBuf>) -> Self {
        Self::default().root("/", site, Some(STRICT_POLICY))
    }

    /// Listens on this port; 0, as at first, takes a free one.
    #[must_use]
    pub fn port(mut self, port: u16) -> Self {
        self.port = port;
        self
    }

    /// Serves another folder under a prefix such as `/hosts`, its HTML with this content security policy or none.
    #[must_use]
    pub fn root(mut self, prefix: &str, folder: impl Into<PathBuf>, policy: Option<&str>) -> Self {
        self.roots.push(Root { prefix: prefix.to_owned(), folder: folder.into(), policy: policy.map(str::to_owned) });
        self
    }

    /// Adds routes that no file answers.
    #[must_use]
    pub fn routes(mut self, routes: Router) -> Self {
        self.routes = routes;
        self
    }
}

/// A server that runs until this is dropped. It has a thread and a runtime of its own, so it can be used from tests of
/// any kind, and a test that blocks does not block it.
#[derive(Debug)]
pub struct Server {
    address: SocketAddr,
    state: Arc<State>,
    stop: Option<oneshot::Sender<()>>,
    thread: Option<JoinHandle<()>>,
}

impl Server {
    /// Listens, and returns once requests are answered.
    ///
    /// # Errors
    /// When the port is taken.
    pub fn start(options: Options) -> anyhow::Result<Self> {
        let wanted = SocketAddr::from((Ipv4Addr::LOCALHOST, options.port));
        let listener =
            TcpListener::bind(wanted).with_context(|| format!("expected {wanted} to be free, got it taken"))?;
        let address = listener.local_addr().context("no local address")?;
        listener.set_nonblocking(true).context("cannot listen")?;
        let runtime =
            tokio::runtime::Builder::new_current_thread().enable_all().build().context("cannot make a runtime")?;

        let state = Arc::new(State::new(format!("http://{address}"), options.roots.clone()));
        let app = router(options, Arc::clone(&state));
        let (stop, stopped) = oneshot::channel();
        let thread = thread::spawn(move || {
            // A connection may stay open for ever (event streams do), so nothing waits for the open ones.
            if let Err(error) = runtime.block_on(answer(listener, app, stopped)) {
                eprintln!("error: the server on {address} ended: {error}");
            }
        });
        Ok(Self { address, state, stop: Some(stop), thread: Some(thread) })
    }

    /// The address it listens on.
    #[must_use]
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// The origin of everything it serves, without a slash at the end.
    #[must_use]
    pub fn origin(&self) -> String {
        format!("http://{}", self.address)
    }

    /// The URL of a path such as `/hosts/plain.html`.
    #[must_use]
    pub fn url(&self, path: &str) -> String {
        format!("http://{}{path}", self.address)
    }

    /// From now on answers this path (without a query) otherwise; replaces what was set for it before.
    pub fn set(&self, path: &str, change: Override) {
        self.state.set(path, change);
    }

    /// Answers this path from the files again.
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

impl Drop for Server {
    fn drop(&mut self) {
        if let Some(stop) = self.stop.take() {
            // An error means that the thread has already ended.
            stop.send(()).ok();
        }
        if let Some(thread) = self.thread.take() {
            thread.join().ok();
        }
    }
}

async fn answer(listener: TcpListener, app: Router, stopped: oneshot::Receiver<()>) -> io::Result<()> {
    let listener = tokio::net::TcpListener::from_std(listener)?;
    let serving = std::future::IntoFuture::into_future(axum::serve(listener, app));
    match futures_util::future::select(Box::pin(serving), stopped).await {
        futures_util::future::Either::Left((outcome, _)) => outcome,
        futures_util::future::Either::Right(_) => Ok(()),
    }
}

fn router(options: Options, state: Arc<State>) -> Router {
    let mut router = options.routes;
    for root in options.roots {
        // Twins made by a release are used as they are; anything else is compressed below, on its way out.
        let folder = ServeDir::new(root.folder).precompressed_br().precompressed_gzip();
        router = if root.prefix == "/" {
            router.fallback_service(folder)
        } else {
            router.nest_service(&root.prefix, folder)
        };
    }
    router.layer(CompressionLayer::new()).layer(middleware::from_fn_with_state(state, state::handle))
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests;
