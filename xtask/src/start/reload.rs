//! The page's side of rebuild-and-reload: a script of our own, in a file, because the page's policy allows no other
//! kind, and the stream of events that it listens to. No other command serves either.

use std::convert::Infallible;
use std::fs;
use std::path::Path;
use std::time::{SystemTime, UNIX_EPOCH};

use anyhow::Context as _;
use axum::Router;
use axum::http::header;
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::routing::get;
use futures_util::stream::{self, Stream};
use tokio::sync::watch;

const TAG: &str = "<script src=\"/__reload.js\"></script>";

/// The stream tells the build's number when it opens and after each build. A number other than the first one seen also
/// comes after this server was stopped and started again, when the browser connects by itself.
const SCRIPT: &str = "\
let seen;
new EventSource('/__reload').onmessage = ({ data }) => {
  if (seen !== undefined && seen !== data) location.reload();
  seen = data;
};
";

/// Tells open pages about new builds.
pub struct Reload {
    build: watch::Sender<u128>,
}

impl Reload {
    /// Numbers start at the present time, so that those of two runs differ.
    pub fn new() -> Self {
        let now = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_millis());
        Self { build: watch::Sender::new(now) }
    }

    /// A new build is in place.
    pub fn announce(&self) {
        self.build.send_modify(|number| *number += 1);
    }

    /// The script and the stream.
    pub fn routes(&self) -> Router {
        let build = self.build.clone();
        let script = ([(header::CONTENT_TYPE, "text/javascript")], SCRIPT);
        Router::new().route("/__reload.js", get(move || async move { script })).route(
            "/__reload",
            get(move || async move { Sse::new(numbers(build.subscribe())).keep_alive(KeepAlive::default()) }),
        )
    }
}

/// Puts the script into the page.
pub fn inject(page: &Path) -> anyhow::Result<()> {
    if !page.exists() {
        return Ok(());
    }
    let html = fs::read_to_string(page).context("cannot read the built index.html")?;
    fs::write(page, with_script(&html)).context("cannot write the built index.html")
}

fn with_script(html: &str) -> String {
    match html.split_once("</head>") {
        Some((before, after)) => format!("{before}{TAG}</head>{after}"),
        None => format!("{html}{TAG}"),
    }
}

fn numbers(mut build: watch::Receiver<u128>) -> impl Stream<Item = Result<Event, Infallible>> {
    build.mark_changed();
    stream::unfold(build, |mut build| async move {
        build.changed().await.ok()?;
        let event = Event::default().data(build.borrow_and_update().to_string());
        Some((Ok(event), build))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn script_goes_into_the_head_or_at_the_end() {
        for (html, expected) in [
            ("<head></head><body>", "<head><script src=\"/__reload.js\"></script></head><body>"),
            ("<p>x", "<p>x<script src=\"/__reload.js\"></script>"),
        ] {
            assert_eq!(with_script(html), expected);
        }
    }
}
