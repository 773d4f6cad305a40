//! The page's side of rebuild-and-reload: a script in a file, because the page's policy allows no other kind, and the
//! stream of events that it listens to. No other command serves either.

use std::convert::Infallible;
use std::fmt;
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

/// The stream sends the build's number when it opens and after each build. A number other than the first one reloads
/// the page, also after the server was restarted, because the browser reconnects by itself. A minus before the number
/// says that the last build failed: the page then shows that it is older than the sources.
const SCRIPT: &str = "\
let seen;
let note;
new EventSource('/__reload').onmessage = ({ data }) => {
  const failed = data.startsWith('-');
  const build = failed ? data.slice(1) : data;
  if (seen !== undefined && seen !== build) location.reload();
  seen = build;
  note?.remove();
  if (!failed) return;
  note = document.body.appendChild(document.createElement('p'));
  note.role = 'status';
  note.textContent = 'The last build failed: this page is from before. The terminal says why.';
  note.style.cssText = 'position:fixed;inset:auto 0 0;margin:0;padding:.5em 1em;background:#a00;color:#fff;z-index:9';
};
";

/// The build that is served, and whether a later one failed.
#[derive(Debug, Clone, Copy)]
struct Shown {
    number: u128,
    failed: bool,
}

impl fmt::Display for Shown {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{}", if self.failed { "-" } else { "" }, self.number)
    }
}

/// Announces new builds to open pages.
pub struct Reload {
    shown: watch::Sender<Shown>,
}

impl Reload {
    /// Numbers start at the present time, so that those of two runs differ.
    pub fn new() -> Self {
        let number = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_millis());
        Self { shown: watch::Sender::new(Shown { number, failed: false }) }
    }

    /// Announces a new build.
    pub fn announce(&self) {
        self.shown.send_modify(|shown| *shown = Shown { number: shown.number + 1, failed: false });
    }

    /// Announces that a build has failed and the page is that of the one before.
    pub fn announce_failure(&self) {
        self.shown.send_modify(|shown| shown.failed = true);
    }

    /// The routes of the script and the stream.
    pub fn routes(&self) -> Router {
        let shown = self.shown.clone();
        let script = ([(header::CONTENT_TYPE, "text/javascript")], SCRIPT);
        Router::new().route("/__reload.js", get(move || async move { script })).route(
            "/__reload",
            get(move || async move { Sse::new(numbers(shown.subscribe())).keep_alive(KeepAlive::default()) }),
        )
    }
}

/// Adds the script to the page.
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

fn numbers(mut shown: watch::Receiver<Shown>) -> impl Stream<Item = Result<Event, Infallible>> {
    shown.mark_changed();
    stream::unfold(shown, |mut shown| async move {
        shown.changed().await.ok()?;
        let event = Event::default().data(shown.borrow_and_update().to_string());
        Some((Ok(event), shown))
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

    #[test]
    fn a_failure_keeps_the_number_and_the_next_build_has_another() {
        let reload = Reload::new();
        let told = || reload.shown.borrow().to_string();
        let first = told();
        reload.announce_failure();
        assert_eq!(told(), format!("-{first}"));
        reload.announce();
        assert!(!told().starts_with('-') && told() != first);
    }
}
