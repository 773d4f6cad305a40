//! A browser under test: one session for many checks, with its own two servers. Every command waits for its answer, and
//! panics with what was expected and got, so a check reads from top to bottom.

use std::cell::{Cell, RefCell};
use std::future::Future;
use std::path::Path;
use std::time::{Duration, Instant};

use fantoccini::actions::{InputSource as _, KeyAction, KeyActions, MouseActions, PointerAction};
use fantoccini::{Client, error::CmdError};
use serde::de::DeserializeOwned;
use serde_json::Value;
use test_support::browsers::{Capabilities, Driver, Engine, fantoccini};
use tokio::runtime::Runtime;
use xtask::project::Project;

use crate::device::Device;
use crate::site::Site;

/// What every script can use.
const INSIDE: &str = include_str!("inside.js");

/// How long anything may take to come about; two cores may be busy with three browsers.
const PATIENCE: Duration = Duration::from_secs(20);

/// How long one command may take, before the browser counts as dead.
const LIMIT: Duration = Duration::from_secs(60);

/// A browser, and the servers that it asks.
pub struct Browser {
    pub engine: Engine,
    /// The built site.
    pub site: Site,
    /// The pages of `tests/hosts`.
    pub hosts: Site,
    client: RefCell<Client>,
    runtime: Runtime,
    pub(crate) device: Cell<Device>,
    // Last: the session goes before its driver.
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
        browser.resize(1280, 900);
        browser
    }

    /// Ends the session and opens another, with `more` capabilities.
    pub fn restart(&self, more: &Capabilities) {
        let old = self.client.borrow().clone();
        self.command("close", async { old.close().await });
        let client = self.runtime.block_on(self.driver.connect_with(more.clone())).expect("a session");
        self.client.replace(client);
        self.resize(1280, 900);
    }

    /// A capability that sessions are opened with.
    pub fn capability(&self, name: &str) -> Value {
        self.driver.capabilities().get(name).cloned().unwrap_or_default()
    }

    /// Runs a command to its end.
    pub fn command<T>(&self, what: &str, work: impl Future<Output = Result<T, CmdError>>) -> T {
        let outcome = self.runtime.block_on(async { tokio::time::timeout(LIMIT, work).await });
        match outcome {
            Ok(Ok(value)) => value,
            Ok(Err(error)) => panic!("{what}: expected it to work, got {error}"),
            Err(_) => panic!("{what}: expected an answer within {LIMIT:?}, got none"),
        }
    }

    /// The session itself, for what has no method here.
    pub fn client(&self) -> Client {
        self.client.borrow().clone()
    }

    /// Opens a page and waits until it is loaded.
    pub fn open(&self, url: &str) {
        let client = self.client();
        self.command(&format!("open {url}"), async { client.goto(url).await });
    }

    /// Opens a page of `tests/hosts`.
    pub fn open_host(&self, page: &str) {
        self.open(&self.hosts.url(page));
    }

    /// Begins anew where the history is long: a full one grows no further, and would hide a new entry. Not in a new tab,
    /// which has no focus in Chromium.
    pub fn make_room_in_history(&self) {
        const FEW: usize = 30;
        if self.get::<usize>("history.length") < FEW {
            return;
        }
        self.restart(&Capabilities::new());
    }

    /// Runs the body of a function in the page, where `arguments[0]` is `input`; its value, or that of its promise.
    #[track_caller]
    pub fn run<T: DeserializeOwned>(&self, script: &str, input: Value) -> T {
        let client = self.client();
        // A promise is waited for, and a thrown error comes back as one.
        // Both ways as text, because Firefox's driver loses the last bit of some numbers.
        let whole = format!(
            "{INSIDE}\nconst done = arguments[arguments.length - 1];\
             (async function () {{ {script} }}).call(null, JSON.parse(arguments[0]))\
             .then((value) => done({{ value: JSON.stringify(value ?? null) }}), (error) => done({{ error: String(error) }}));"
        );
        let answer = self.command(script, async { client.execute_async(&whole, vec![input.to_string().into()]).await });
        if let Some(error) = answer.get("error") {
            panic!("expected the script to run, got {error}: {script}");
        }
        let text = answer.get("value").and_then(Value::as_str).unwrap_or("null");
        serde_json::from_str(text).unwrap_or_else(|error| panic!("{error} in {text} of: {script}"))
    }

    /// Does something in the page.
    #[track_caller]
    pub fn js(&self, script: &str) {
        let _: Value = self.run(script, Value::Null);
    }

    /// The value of an expression in the page.
    #[track_caller]
    pub fn get<T: DeserializeOwned>(&self, expression: &str) -> T {
        self.run(&format!("return {expression};"), Value::Null)
    }

    /// Waits until `probe` gives something.
    #[track_caller]
    pub fn wait_for<T>(&self, what: &str, mut probe: impl FnMut() -> Result<T, String>) -> T {
        let started = Instant::now();
        loop {
            match probe() {
                Ok(found) => return found,
                Err(got) if started.elapsed() > PATIENCE => panic!("expected {what}, got {got}"),
                Err(_) => std::thread::sleep(Duration::from_millis(15)),
            }
        }
    }

    /// Waits until an expression in the page is true.
    #[track_caller]
    pub fn until(&self, what: &str, expression: &str) {
        self.wait_for(what, || match self.get::<Value>(expression) {
            Value::Bool(true) => Ok(()),
            other => Err(format!("{other} for `{expression}`")),
        });
    }

    /// Presses the mouse on the element that an expression gives.
    #[track_caller]
    pub fn click(&self, expression: &str) {
        let place: Value = self.get(&format!("await pressable({expression})"));
        if let Some(fault) = place.get("fault") {
            panic!("expected to press `{expression}`, got {fault}");
        }
        let [x, y] = ["x", "y"].map(|axis| place[axis].as_f64().unwrap());
        let button = fantoccini::actions::MOUSE_BUTTON_LEFT;
        let actions = MouseActions::new("mouse".to_owned())
            .then(PointerAction::MoveTo { duration: None, x, y })
            .then(PointerAction::Down { button })
            .then(PointerAction::Up { button });
        let client = self.client();
        self.command("mouse", async { client.perform_actions(actions).await });
    }

    /// Moves the mouse to a corner, where nothing is.
    pub fn point_away(&self) {
        let actions =
            MouseActions::new("mouse".to_owned()).then(PointerAction::MoveTo { duration: None, x: 1.0, y: 1.0 });
        let client = self.client();
        self.command("mouse", async { client.perform_actions(actions).await });
    }

    /// Presses keys, one after the other.
    pub fn press(&self, keys: impl IntoIterator<Item = char>) {
        let strokes = keys.into_iter().fold(KeyActions::new("keyboard".to_owned()), |strokes, value| {
            strokes.then(KeyAction::Down { value }).then(KeyAction::Up { value })
        });
        let client = self.client();
        self.command("keyboard", async { client.perform_actions(strokes).await });
    }

    /// Presses keys, one after the other, while holding Shift.
    pub fn press_with_shift(&self, keys: impl IntoIterator<Item = char>) {
        let value = crate::keyboard::SHIFT;
        let strokes = KeyActions::new("keyboard".to_owned()).then(KeyAction::Down { value });
        let strokes = keys
            .into_iter()
            .fold(strokes, |strokes, value| strokes.then(KeyAction::Down { value }).then(KeyAction::Up { value }));
        let strokes = strokes.then(KeyAction::Up { value });
        let client = self.client();
        self.command("keyboard", async { client.perform_actions(strokes).await });
    }

    /// Sets the size of the window.
    pub fn resize(&self, width: u32, height: u32) {
        let client = self.client();
        self.command("resize", async { client.set_window_size(width, height).await });
    }

    /// What the browser shows, as PNG.
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

/// Panics unless something is as expected, saying both.
#[track_caller]
pub fn expect<T: PartialEq + std::fmt::Debug>(what: &str, got: T, expected: T) {
    assert!(got == expected, "{what}: expected {expected:?}, got {got:?}");
}

/// Panics unless something holds, saying what was found.
#[track_caller]
pub fn expect_that(what: &str, holds: bool, got: impl std::fmt::Debug) {
    assert!(holds, "expected {what}, got {got:?}");
}
