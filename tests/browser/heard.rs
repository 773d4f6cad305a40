//! What a host has received: the element's events, and errors (`tests/hosts/recorder.js`).

use serde_json::{Value, json};

use crate::browser::Browser;
use crate::reading::expect;
use crate::site::Site;

impl Browser {
    /// Waits until the host has this many events of a type, checks that no more follow at once, and returns their
    /// details.
    #[track_caller]
    pub fn expect_event_count(&self, what: &str, event: &str, count: usize) -> Vec<Value> {
        let told: Vec<Value> = self
            .until_that(
                &format!("{what}: {count} of {event}"),
                &format!("details('{event}').length >= {count} && (await drawn(), details('{event}'))"),
                |told: &Value| told.is_array(),
            )
            .as_array()
            .cloned()
            .unwrap_or_default();
        assert!(told.len() == count, "{what}: expected {count} of {event}, got {told:#?}");
        told
    }

    /// Waits until the host has these events of a type, and checks that no more follow at once.
    #[track_caller]
    pub fn expect_events(&self, what: &str, event: &str, details: Vec<Value>) {
        let told = self.expect_event_count(what, event, details.len());
        self::expect(what, json!(told), json!(details));
    }

    /// Waits until the host has one error with this code, and returns its detail.
    #[track_caller]
    pub fn expect_error(&self, what: &str, code: &str) -> Value {
        let told = self.expect_event_count(what, "pf-error", 1).remove(0);
        self::expect(&format!("{what}: code of {told}"), told["code"].as_str(), Some(code));
        told
    }

    /// The paths requested from a server since the last call. It includes all that the page has requested so far,
    /// because it waits for a request that the page makes now.
    #[track_caller]
    pub fn asked(&self, server: &Site) -> Vec<String> {
        const MARKER: &str = "/asked-by-the-check-itself";
        self.js_with("await drawn(); await (await fetch(arguments[0])).blob()", server.url(MARKER));
        let mut paths = server.take_paths();
        paths.retain(|path| path != MARKER);
        paths
    }

    /// Panics if anything in the page has shifted so far: it makes one shift on purpose and looks for earlier ones.
    #[track_caller]
    pub fn no_shifts(&self, what: &str) {
        let before: Vec<Value> = self.run(
            "await drawn(); const now = performance.now();
             document.querySelector('h1').style.blockSize = '300px';
             await become('a shift that is made on purpose', () => shifts.some(({ at }) => at >= now));
             return shifts.filter(({ at }) => at < now);",
            (),
        );
        assert!(before.is_empty(), "{what}: expected no layout shift, got {before:?}");
    }

    /// Panics if the host has seen an error, an unhandled rejection or a violation of its policy, after pending tasks
    /// are done.
    #[track_caller]
    pub fn no_faults(&self) {
        let faults: Vec<String> = self.now("(await drawn(), [...faults, ...violations])");
        assert!(faults.is_empty(), "expected no faults, got {faults:#?}");
    }
}
