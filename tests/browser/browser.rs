//! A browser under test: one session for many checks, with its own two servers. Every command waits for its response
//! and panics with what it expected and got, so that a check reads from top to bottom.

use std::cell::{Cell, RefCell};
use std::future::Future;
use std::path::Path;
use std::time::Duration;

use fantoccini::wd::TimeoutConfiguration;
use fantoccini::{Client, error::CmdError};
use serde_json::Value;
use test_support::browsers::{Capabilities, Driver, Engine, fantoccini};
use tokio::runtime::Runtime;
use xtask::project::Project;

use crate::device::Device;
use crate::site::Site;

/// The limit of every wait, a command and a script included: three browsers and more may share two cores. Nothing is
/// read before it is there, so a long limit only costs time when a check fails.
pub const DEADLINE: Duration = Duration::from_secs(60);

/// The time between two probes outside the page.
const PACE: Duration = Duration::from_millis(15);

/// A browser and its servers.
pub struct Browser {
    pub engine: Engine,
    /// The built site.
    pub site: Site,
    /// The pages of `tests/hosts`.
    pub hosts: Site,
    client: RefCell<Client>,
    runtime: Runtime,
    pub(crate) device: Cell<Device>,
    // The last field, so that the session ends before its driver.
    driver: Driver,
}

impl Browser {
    /// Starts the browser, its driver and its servers.
    pub fn start(project: &Project, engine: Engine, site: &Path) -> Self {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
        let driver = Driver::start(project, engine).expect("a driver");
        let client = runtime.block_on(driver.connect()).expect("a session");
        let site = Site::of_site(site);
        let hosts = Site::of_hosts(project, &site.origin());
        let client = RefCell::new(client);
        let browser = Self { engine, site, hosts, client, runtime, device: Cell::default(), driver };
        browser.prepare();
        browser
    }

    /// The capabilities of every session.
    fn prepare(&self) {
        // Later than the deadline of the page's scripts, which report what they waited for.
        let limit = Some(DEADLINE + DEADLINE / 4);
        let timeouts = TimeoutConfiguration::new(limit, limit, Some(Duration::ZERO));
        let client = self.client();
        self.command("timeouts", async { client.update_timeouts(timeouts).await });
        self.resize(1280, 900);
    }

    /// Ends the session and opens another one with `more` capabilities.
    pub fn restart(&self, more: &Capabilities) {
        let old = self.client.borrow().clone();
        self.command("close", async { old.close().await });
        let client = self.runtime.block_on(self.driver.connect_with(more.clone())).expect("a session");
        self.client.replace(client);
        self.prepare();
    }

    /// A capability of every new session.
    pub fn capability(&self, name: &str) -> Value {
        self.driver.capabilities().get(name).cloned().unwrap_or_default()
    }

    /// Runs a command to its end.
    #[track_caller]
    pub fn command<T>(&self, what: &str, work: impl Future<Output = Result<T, CmdError>>) -> T {
        self.attempt(what, work).unwrap_or_else(|error| panic!("{what}: expected it to work, got {error}"))
    }

    /// Runs a command that may be refused.
    #[track_caller]
    pub fn attempt<T>(&self, what: &str, work: impl Future<Output = Result<T, CmdError>>) -> Result<T, CmdError> {
        // The driver has the same deadline for scripts, and reports first.
        let limit = 2 * DEADLINE;
        self.runtime
            .block_on(async { tokio::time::timeout(limit, work).await })
            .unwrap_or_else(|_| panic!("{what}: expected an answer within {limit:?}, got none"))
    }

    /// Lets a moment pass between two probes.
    pub(crate) fn pause(&self) {
        self.runtime.block_on(async {
            let mut pace = tokio::time::interval(PACE);
            pace.tick().await;
            pace.tick().await;
        });
    }

    /// The session itself, for what has no method here.
    pub fn client(&self) -> Client {
        self.client.borrow().clone()
    }

    /// Opens a page and waits until it is loaded.
    pub fn open(&self, url: &str) {
        let client = self.client();
        self.command(&format!("open {url}"), async { client.goto(url).await });
        // On a busy machine Chromium's driver may come back while the page is still being read.
        self.until("the page to be read", "document.readyState !== 'loading'");
    }

    /// Opens a page of `tests/hosts`.
    pub fn open_host(&self, page: &str) {
        self.open(&self.hosts.url(page));
    }

    /// Begins a new session if the history is long: a full one does not grow, and would hide a new entry. A new tab
    /// would not do, because it has no focus in Chromium.
    pub fn make_room_in_history(&self) {
        const FEW: usize = 30;
        if self.now::<usize>("history.length") < FEW {
            return;
        }
        self.restart(&Capabilities::new());
    }

    /// Sets the size of the window.
    pub fn resize(&self, width: u32, height: u32) {
        let client = self.client();
        self.command("resize", async { client.set_window_size(width, height).await });
    }

    /// A picture of the browser's window, as PNG.
    pub fn screenshot(&self) -> Vec<u8> {
        let client = self.client();
        self.command("screenshot", async { client.screenshot().await })
    }

    /// Undoes what a check may have set.
    pub fn tidy(&self) {
        let client = self.client();
        self.command("leave the page", async { client.goto("about:blank").await });
        self.site.tidy();
        self.hosts.tidy();
    }
}
