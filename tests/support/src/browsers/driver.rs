//! Starts a driver on a free port, with a folder for everything that it and its browser write, and for WebKit with a
//! virtual screen.

use std::fs::{self, File};
use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::Path;
use std::process::{Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context as _, bail};
use tempfile::TempDir;

use super::capabilities::{self, Capabilities};
use super::process::Guarded;
use xtask::project::Project;
use xtask::tools::browsers::{self, Found};
use xtask::tools::engine::Engine;

/// A driver took up to 3 s on a busy machine with two cores.
const PATIENCE: Duration = Duration::from_secs(30);

/// A running driver. Dropping it ends it and every browser that it started, and removes what they wrote.
#[derive(Debug)]
pub struct Driver {
    engine: Engine,
    url: String,
    capabilities: Capabilities,
    // The order matters: the driver ends before its screen, and the folder is removed once nobody writes to it.
    process: Guarded,
    _screen: Option<Guarded>,
    folder: TempDir,
}

impl Driver {
    /// Starts a driver and waits until it answers.
    ///
    /// # Errors
    /// The browser or its driver is missing (nothing is installed here), or it does not start.
    pub fn start(project: &Project, engine: Engine) -> anyhow::Result<Self> {
        let found = browsers::find(project, engine)?;
        let mut tries = 0;
        loop {
            match Self::try_start(engine, &found) {
                Ok(driver) => return Ok(driver),
                // Another program may take the free port before the driver does.
                Err(error) if tries == 2 => return Err(error),
                Err(_) => tries += 1,
            }
        }
    }

    fn try_start(engine: Engine, found: &Found) -> anyhow::Result<Self> {
        let folder = tempfile::Builder::new().prefix("pf-").tempdir().context("cannot make a temporary folder")?;
        let (screen, display) = match &found.screen {
            Some(server) => start_screen(server, &folder).map(|(screen, name)| (Some(screen), Some(name)))?,
            None => (None, None),
        };
        let port = free_port()?;
        let mut arguments = vec![format!("--port={port}")];
        if engine == Engine::Firefox {
            // Its default is a fixed port, on which a second Firefox would fail.
            arguments.push(format!("--websocket-port={}", free_port()?));
        }
        let log = File::create(folder.path().join("driver.log")).context("cannot write the driver's log")?;
        let errors = log.try_clone().context("cannot write the driver's log")?;
        let process = Guarded::start(&found.driver.to_string_lossy(), &arguments, |command| {
            command.stdout(log).stderr(errors);
            isolate(command, &folder);
            if let Some(display) = display {
                command
                    .env("DISPLAY", display)
                    .env_remove("WAYLAND_DISPLAY")
                    .env("GDK_BACKEND", "x11")
                    .env("NO_AT_BRIDGE", "1")
                    // Pages are painted by the processor: without its detour over OpenGL in software.
                    .env("LIBGL_ALWAYS_SOFTWARE", "1")
                    .env("WEBKIT_DISABLE_COMPOSITING_MODE", "1")
                    // Its sandbox needs rights that containers seldom have; only our own pages are shown.
                    .env("WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS", "1");
            }
        })?;
        let driver = Self {
            engine,
            url: format!("http://127.0.0.1:{port}"),
            capabilities: capabilities::of(engine, &found.browser),
            process,
            _screen: screen,
            folder,
        };
        driver.wait_for_answer(port)?;
        Ok(driver)
    }

    /// The URL that WebDriver clients connect to.
    #[must_use]
    pub fn url(&self) -> &str {
        &self.url
    }

    /// The capabilities to ask for.
    #[must_use]
    pub fn capabilities(&self) -> &Capabilities {
        &self.capabilities
    }

    /// The engine that it drives.
    #[must_use]
    pub fn engine(&self) -> Engine {
        self.engine
    }

    /// The output of the driver and its browser so far, for the report of a failure.
    #[must_use]
    pub fn log(&self) -> String {
        let bytes = fs::read(self.folder.path().join("driver.log")).unwrap_or_default();
        String::from_utf8_lossy(&bytes).into_owned()
    }

    /// The folder of the driver and its browser, which is removed with them.
    #[must_use]
    pub fn folder(&self) -> &Path {
        self.folder.path()
    }

    fn wait_for_answer(&self, port: u16) -> anyhow::Result<()> {
        let asked = Instant::now();
        while asked.elapsed() < PATIENCE && !self.process.ended() {
            if answers(port) {
                return Ok(());
            }
            thread::sleep(Duration::from_millis(25));
        }
        bail!("expected {}'s driver to answer within {PATIENCE:?}, got:\n{}", self.engine, self.log())
    }
}

/// An environment without the user's own profile: nothing of it is read or changed.
fn isolate(command: &mut Command, folder: &TempDir) {
    for name in ["TMPDIR", "XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME"] {
        command.env(name, folder.path());
    }
}

/// A virtual screen and the name of its display, which the server chooses.
fn start_screen(server: &Path, folder: &TempDir) -> anyhow::Result<(Guarded, String)> {
    let arguments = ["-displayfd", "1", "-screen", "0", "1400x1200x24", "-nolisten", "tcp"].map(str::to_owned);
    let mut screen = Guarded::start(&server.to_string_lossy(), &arguments, |command| {
        command.stdout(Stdio::piped()).stderr(Stdio::null());
        isolate(command, folder);
    })?;
    let output = screen.output().context("no output of the virtual screen")?;
    let mut number = String::new();
    BufReader::new(output).read_line(&mut number).context("cannot read the virtual screen's number")?;
    let number: u32 =
        number.trim().parse().with_context(|| format!("expected the number of a display from Xvfb, got {number:?}"))?;
    Ok((screen, format!(":{number}")))
}

fn free_port() -> anyhow::Result<u16> {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).context("no free port")?;
    Ok(listener.local_addr().context("no free port")?.port())
}

/// Whether a driver answers the request for its status, which needs no session.
fn answers(port: u16) -> bool {
    let ask = || -> std::io::Result<bool> {
        let mut stream = TcpStream::connect((Ipv4Addr::LOCALHOST, port))?;
        stream.set_read_timeout(Some(Duration::from_secs(5)))?;
        write!(stream, "GET /status HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nConnection: close\r\n\r\n")?;
        let mut start = [0; 12];
        stream.read_exact(&mut start)?;
        Ok(start == *b"HTTP/1.1 200")
    };
    ask().unwrap_or(false)
}
