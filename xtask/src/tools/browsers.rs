//! Browsers and their drivers: where each is looked for, and how it is installed. How they are driven is in
//! `tests/support`.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, anyhow};

use crate::project::Project;
use crate::tools::engine::Engine;
use crate::tools::installed::Program;
use crate::tools::{apt, on_path};

/// Firefox's driver, which Debian does not have.
const GECKODRIVER: Program = Program { name: "geckodriver", version: "0.37.1", quick_build: false, minutes: 3 };

/// The programs that drive one engine.
#[derive(Debug, Clone)]
pub struct Found {
    /// The browser.
    pub browser: PathBuf,
    /// Its WebDriver server.
    pub driver: PathBuf,
    /// The virtual screen's server, for an engine that needs a screen.
    pub screen: Option<PathBuf>,
}

/// Looks for an engine.
///
/// # Errors
/// Names what is missing and the command that installs it.
pub fn find(project: &Project, engine: Engine) -> anyhow::Result<Found> {
    let (browser, driver, screen) = match engine {
        Engine::Chromium => (on_path(&["chromium", "chromium-browser"]), on_path(&["chromedriver"]), None),
        Engine::Firefox => (on_path(&["firefox-esr", "firefox"]), GECKODRIVER.find(project), None),
        Engine::WebKit => (mini_browser(), on_path(&["WebKitWebDriver"]), Some(on_path(&["Xvfb"]))),
    };
    let screen_is_missing = matches!(screen, Some(None));
    match (browser, driver) {
        (Some(browser), Some(driver)) if !screen_is_missing => Ok(Found { browser, driver, screen: screen.flatten() }),
        (browser, _) => {
            let commands = match (engine, browser) {
                (Engine::Firefox, None) => format!("{}` and `{}", apt::advice(packages(engine)), GECKODRIVER.advice()),
                (Engine::Firefox, Some(_)) => GECKODRIVER.advice(),
                _ => apt::advice(packages(engine)),
            };
            Err(anyhow!("{engine} or its driver is missing; get it with `{commands}`"))
        }
    }
}

/// Looks for an engine, and installs what is missing.
///
/// # Errors
/// As [`find`], where it could not be installed.
pub fn ensure(project: &Project, engine: Engine) -> anyhow::Result<Found> {
    let missing = match find(project, engine) {
        Ok(found) => return Ok(found),
        Err(missing) => missing,
    };
    eprintln!("missing: {missing}");
    install(project, engine).with_context(|| missing.to_string())?;
    find(project, engine)
}

fn install(project: &Project, engine: Engine) -> anyhow::Result<()> {
    if engine != Engine::Firefox {
        return apt::install(packages(engine));
    }
    if on_path(&["firefox-esr", "firefox"]).is_none() {
        apt::install(packages(engine))?;
    }
    GECKODRIVER.ensure(project).map(drop)
}

fn packages(engine: Engine) -> &'static [&'static str] {
    match engine {
        Engine::Chromium => &["chromium", "chromium-driver"],
        Engine::Firefox => &["firefox-esr"],
        Engine::WebKit => &["webkit2gtk-driver", "xvfb"],
    }
}

/// Debian puts it among the library's own files: /usr/lib/ARCHITECTURE/webkit2gtk-4.N/MiniBrowser.
fn mini_browser() -> Option<PathBuf> {
    let mut found: Vec<PathBuf> = folders(Path::new("/usr/lib"))
        .iter()
        .flat_map(|architecture| folders(architecture))
        .filter(|folder| {
            folder
                .file_name()
                .and_then(|name| name.to_str())
                .is_some_and(|name| name.starts_with("webkit2gtk-4.") || name.starts_with("webkitgtk-6."))
        })
        .map(|folder| folder.join("MiniBrowser"))
        .filter(|browser| browser.is_file())
        .collect();
    found.sort();
    found.pop()
}

fn folders(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    entries.map(|entry| entry.path()).filter(|path| path.is_dir()).collect()
}
