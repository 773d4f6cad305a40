//! A web server for folders on this machine, with the headers that releases should be served with. `start` shows the
//! site with it, and the tests add faults to it (`tests/support`). It listens on 127.0.0.1 only, logs nothing, and is
//! not meant for the public.

use std::io;
use std::net::{Ipv4Addr, SocketAddr, TcpListener};
use std::thread::{self, JoinHandle};

use anyhow::Context as _;
use axum::Router;
use tokio::sync::oneshot;
use tower_http::compression::CompressionLayer;
use tower_http::services::ServeDir;

pub mod cache;
mod headers;
mod hosts;
mod root;

pub use headers::{ALWAYS, STRICT_POLICY, naming_origin, with_headers};
pub use hosts::local_only;
pub use root::Root;

/// Answers with the files of these folders, and with these routes first.
pub fn files(roots: &[Root], routes: Router) -> Router {
    let mut router = routes;
    for root in roots {
        // The compressed copies of a release are used as they are; anything else is compressed below, on its way out.
        let folder = ServeDir::new(&root.folder).precompressed_br().precompressed_gzip();
        router = if root.prefix == "/" {
            router.fallback_service(folder)
        } else {
            router.nest_service(&root.prefix, folder)
        };
    }
    router.layer(CompressionLayer::new())
}

/// A port that is taken but not yet answered on: who connects waits.
#[derive(Debug)]
pub struct Listener {
    listener: TcpListener,
    address: SocketAddr,
}

impl Listener {
    /// Takes a port of 127.0.0.1; 0 takes a free one.
    ///
    /// # Errors
    /// The port is taken.
    pub fn bind(port: u16) -> anyhow::Result<Self> {
        let wanted = SocketAddr::from((Ipv4Addr::LOCALHOST, port));
        let listener =
            TcpListener::bind(wanted).with_context(|| format!("expected {wanted} to be free, got it taken"))?;
        let address = listener.local_addr().context("no local address")?;
        listener.set_nonblocking(true).context("cannot listen")?;
        Ok(Self { listener, address })
    }

    /// The origin of everything that will be served, without a slash at the end.
    #[must_use]
    pub fn origin(&self) -> String {
        format!("http://{}", self.address)
    }

    /// Answers from now on, also those who have been waiting.
    ///
    /// # Errors
    /// The system gives no runtime.
    pub fn answer(self, router: Router) -> anyhow::Result<Server> {
        let Self { listener, address } = self;
        let runtime =
            tokio::runtime::Builder::new_current_thread().enable_all().build().context("cannot make a runtime")?;
        let (stop, stopped) = oneshot::channel();
        let thread = thread::spawn(move || {
            // A connection may stay open for ever (event streams do), so nothing waits for the open ones.
            if let Err(error) = runtime.block_on(answer(listener, router, stopped)) {
                eprintln!("error: the server on {address} ended: {error}");
            }
        });
        Ok(Server { address, stop: Some(stop), thread: Some(thread) })
    }
}

/// A server that runs until this is dropped. It has a thread and a runtime of its own, so it can be used from tests of
/// any kind, and a test that blocks does not block it.
#[derive(Debug)]
pub struct Server {
    address: SocketAddr,
    stop: Option<oneshot::Sender<()>>,
    thread: Option<JoinHandle<()>>,
}

impl Server {
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

async fn answer(listener: TcpListener, router: Router, stopped: oneshot::Receiver<()>) -> io::Result<()> {
    let listener = tokio::net::TcpListener::from_std(listener)?;
    let serving = std::future::IntoFuture::into_future(axum::serve(listener, router));
    match futures_util::future::select(Box::pin(serving), stopped).await {
        futures_util::future::Either::Left((outcome, _)) => outcome,
        futures_util::future::Either::Right(_) => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::io::{Read as _, Write as _};
    use std::net::TcpStream;

    use super::*;

    fn ask(stream: &mut TcpStream, host: &str) -> String {
        write!(stream, "GET / HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n").unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();
        answer
    }

    #[test]
    fn who_comes_before_there_is_something_to_show_waits_for_it() {
        let site = tempfile::tempdir().unwrap();
        let roots = [Root { prefix: "/".to_owned(), folder: site.path().to_owned(), policy: None }];
        let listener = Listener::bind(0).unwrap();
        let mut early = TcpStream::connect(listener.address).unwrap();
        fs::write(site.path().join("index.html"), "<title>built</title>").unwrap();
        let server = listener.answer(local_only(files(&roots, Router::new()))).unwrap();
        let answer = ask(&mut early, "localhost");
        assert!(answer.starts_with("HTTP/1.1 200") && answer.ends_with("<title>built</title>"), "{answer}");

        let mut foreign = TcpStream::connect(server.address()).unwrap();
        let answer = ask(&mut foreign, "rebound.example");
        assert!(answer.starts_with("HTTP/1.1 403") && !answer.contains("built"), "{answer}");
    }

    #[test]
    fn a_port_that_is_taken_is_named() {
        let taken = Listener::bind(0).unwrap();
        let error = Listener::bind(taken.address.port()).unwrap_err().to_string();
        assert_eq!(error, format!("expected {} to be free, got it taken", taken.address));
    }

    #[test]
    fn dropping_frees_the_port_even_with_an_open_connection() {
        let server = Listener::bind(0).unwrap().answer(Router::new()).unwrap();
        let address = server.address();
        let _open = TcpStream::connect(address).unwrap();
        drop(server);
        assert!(TcpStream::connect(address).is_err());
    }
}
