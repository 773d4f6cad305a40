//! `cargo xtask start`: serves the page, and rebuilds and reloads it while somebody edits the sources.

use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::mpsc::{self, Receiver};
use std::time::{Duration, Instant};

use lexopt::prelude::*;

use crate::project::Project;
use crate::serve::{self, Listener, Root, STRICT_POLICY};
use crate::site::{self, Effort, bundle, files};

mod reload;
mod watch;

use reload::Reload;
use watch::Event;

/// The options of `start`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Options {
    /// The port to listen on; 0 takes a free one.
    pub port: u16,
    /// Whether to open the page in the system's browser.
    pub open: bool,
}

impl Default for Options {
    fn default() -> Self {
        Self { port: 8080, open: false }
    }
}

impl Options {
    /// Reads the options from the command line.
    ///
    /// # Errors
    /// Names the unexpected argument.
    pub fn read(parser: &mut lexopt::Parser) -> anyhow::Result<Self> {
        let mut options = Self::default();
        while let Some(argument) = parser.next()? {
            match argument {
                Long("port") => options.port = parser.value()?.parse()?,
                Long("open") => options.open = true,
                other => return Err(other.unexpected().into()),
            }
        }
        Ok(options)
    }
}

/// Editors write several files, and each in several steps: changes within this time count as one.
const QUIET: Duration = Duration::from_millis(100);

/// Builds, serves and follows the sources until Ctrl-C.
///
/// # Errors
/// The first build fails, the port is taken, or the sources cannot be watched. If a later build fails, the error is
/// printed, and the page stays and shows that it is old.
pub fn start(project: &Project, options: &Options) -> anyhow::Result<()> {
    let site = project.site();
    let reload = Reload::new();
    // The port is taken before the build, so that a taken one is reported at once. Nobody gets an answer yet: a page
    // that is opened meanwhile waits for the build.
    let listener = Listener::bind(options.port)?;
    let (sender, events) = mpsc::channel();
    // The watch begins before the build, so that no change is missed.
    let _watcher = watch::sources(&project.root, sender.clone())?;
    watch::stop_signals(sender)?;
    println!("building; {}/ answers when the page is there", listener.origin());
    make(project, &site)?;

    let roots = [Root { prefix: "/".to_owned(), folder: site.clone(), policy: Some(STRICT_POLICY.to_owned()) }];
    let router = serve::with_headers(serve::files(&roots, reload.routes()), &roots, listener.origin());
    let server = listener.answer(serve::local_only(router))?;
    println!("serving {}/ (Ctrl-C stops)", server.origin());
    if options.open {
        open(&server.url("/"));
    }
    while next(&events) {
        let began = Instant::now();
        match make(project, &site) {
            Ok(()) => {
                println!("rebuilt in {:.1} s", began.elapsed().as_secs_f32());
                reload.announce();
            }
            Err(error) => {
                eprintln!("error: {error:#}; the last good page stays");
                reload.announce_failure();
            }
        }
    }
    println!("stopped");
    Ok(())
}

/// Builds the site with the reload script, which only this command adds.
fn make(project: &Project, site: &Path) -> anyhow::Result<()> {
    let staging = site.with_extension("next");
    site::build_into(project, Effort::Quick, &staging)?;
    reload::inject(&staging.join("index.html"))?;
    bundle::write(project, Effort::Quick, &staging)?;
    files::replace(&staging, site)
}

/// Waits for a change and for the quiet after it; returns false if the command has to stop.
fn next(events: &Receiver<Event>) -> bool {
    let Ok(Event::Changed) = events.recv() else {
        return false;
    };
    loop {
        match events.recv_timeout(QUIET) {
            Ok(Event::Changed) => {}
            Ok(Event::Stop) => return false,
            Err(_) => return true,
        }
    }
}

/// Opens a browser. A failure is ignored, because the URL has been printed.
fn open(url: &str) {
    let (program, arguments): (&str, &[&str]) = if cfg!(target_os = "macos") {
        ("open", &[])
    } else if cfg!(windows) {
        ("cmd", &["/C", "start"])
    } else {
        ("xdg-open", &[])
    };
    let opened = Command::new(program).args(arguments).arg(url).stdout(Stdio::null()).stderr(Stdio::null()).status();
    if !opened.is_ok_and(|status| status.success()) {
        eprintln!("`{program} {url}` did not open a browser: open the URL by hand");
    }
}
