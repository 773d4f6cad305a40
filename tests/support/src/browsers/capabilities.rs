//! The capabilities of each browser: its binary, and the flags that it needs to run without a screen, as root and
//! without a network.

use std::path::Path;

use serde_json::{Map, Value, json};

use xtask::tools::engine::Engine;

/// The description of the browser that a driver has to start; the type of WebDriver clients.
pub type Capabilities = Map<String, Value>;

/// Turns off what would wait or fail again and again without a network; the sandbox, which does not work as root (only our
/// own pages are shown); and what gives pages less of the processor because nobody looks at them.
const CHROMIUM_FLAGS: [&str; 13] = [
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-quic",
    "--disable-extensions",
    "--disable-renderer-backgrounding",
    "--disable-backgrounding-occluded-windows",
    "--disable-background-timer-throttling",
    "--no-first-run",
];

/// The capabilities for a browser at this path.
pub(super) fn of(engine: Engine, browser: &Path) -> Capabilities {
    let browser = browser.to_string_lossy();
    let value = match engine {
        Engine::Chromium => json!({
            "browserName": "chrome",
            "goog:chromeOptions": { "binary": browser, "args": CHROMIUM_FLAGS },
            "goog:loggingPrefs": { "browser": "ALL" },
        }),
        Engine::Firefox => json!({
            "browserName": "firefox",
            // With `TestUtils.gc()` a test of memory can ask for the collection of garbage.
            "moz:firefoxOptions": {
                "binary": browser, "args": ["-headless"], "prefs": { "dom.testing.testutils.enabled": true }
            },
        }),
        Engine::WebKit => json!({
            "browserName": "MiniBrowser",
            "webkitgtk:browserOptions": { "binary": browser, "args": ["--automation"] },
        }),
    };
    match value {
        Value::Object(capabilities) => capabilities,
        _ => Capabilities::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_engine_is_asked_for_by_name_and_binary() {
        for engine in Engine::ALL {
            let capabilities = of(engine, Path::new("/b"));
            assert!(capabilities.contains_key("browserName"), "{engine}");
            let options = capabilities.values().find_map(|value| value.get("binary"));
            assert_eq!(options, Some(&json!("/b")), "{engine}");
        }
    }
}
