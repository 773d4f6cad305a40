//! The device that a page runs on: the reader's preferences for dark colours, reduced motion, forced colours. Chromium
//! is set over its own protocol; Firefox by preferences, which need a new session; WebKitGTK takes them from the
//! desktop and cannot be set.

use serde_json::{Value, json};
use test_support::browsers::fantoccini::wd::WebDriverCompatibleCommand;
use test_support::browsers::{Capabilities, Engine};

use crate::browser::Browser;

/// Why checks that need another device do not run in WebKit.
pub const FIXED_IN_WEBKIT: &str = "its driver cannot set what the device asks for";

/// The reader's settings of the device.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub struct Device {
    pub dark: bool,
    pub still: bool,
    pub forced_colors: bool,
}

impl Browser {
    /// Sets the browser's device.
    pub fn set_device(&self, device: Device) {
        if self.device.replace(device) == device {
            return;
        }
        match self.engine {
            Engine::Chromium => {
                let feature = |name: &str, value: &str| json!({ "name": name, "value": value });
                let features = [
                    feature("prefers-color-scheme", if device.dark { "dark" } else { "light" }),
                    feature("prefers-reduced-motion", if device.still { "reduce" } else { "no-preference" }),
                    feature("forced-colors", if device.forced_colors { "active" } else { "none" }),
                ];
                self.devtools("Emulation.setEmulatedMedia", json!({ "features": features }));
            }
            Engine::Firefox => self.restart(&firefox(self, device)),
            Engine::WebKit => assert_eq!(device, Device::default(), "{FIXED_IN_WEBKIT}"),
        }
    }

    /// Sends a command of Chromium's own protocol.
    pub fn devtools(&self, method: &'static str, params: Value) -> Value {
        let client = self.client();
        self.command(method, async { client.issue_cmd(DevTools { method, params }).await })
    }
}

/// Firefox's options with the preferences that stand for `device`.
fn firefox(browser: &Browser, device: Device) -> Capabilities {
    let mut options = browser.capability("moz:firefoxOptions");
    options["prefs"] = json!({
        "ui.systemUsesDarkTheme": i32::from(device.dark),
        "ui.prefersReducedMotion": i32::from(device.still),
        "browser.display.document_color_use": if device.forced_colors { 2 } else { 0 },
    });
    Capabilities::from_iter([("moz:firefoxOptions".to_owned(), options)])
}

#[derive(Debug)]
struct DevTools {
    method: &'static str,
    params: Value,
}

impl WebDriverCompatibleCommand for DevTools {
    fn endpoint(&self, base: &url::Url, session: Option<&str>) -> Result<url::Url, url::ParseError> {
        base.join(&format!("session/{}/goog/cdp/execute", session.unwrap_or_default()))
    }

    fn method_and_body(&self, _: &url::Url) -> (http::Method, Option<String>) {
        (http::Method::POST, Some(json!({ "cmd": self.method, "params": self.params }).to_string()))
    }
}
