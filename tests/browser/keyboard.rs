//! The keys of a keyboard as WebDriver names them, and finding the way with them alone.

use serde_json::json;

use crate::browser::Browser;

pub const TAB: char = '\u{e004}';
pub const ENTER: char = '\u{e007}';
pub const SHIFT: char = '\u{e008}';
pub const UP: char = '\u{e013}';
pub const DOWN: char = '\u{e015}';
pub const SPACE: char = ' ';

/// More stops than any screen has.
const STOPS: usize = 60;

impl Browser {
    /// What has the focus, as a person would name it.
    pub fn focused(&self) -> String {
        self.get("name(active())")
    }

    /// Presses Tab until the expression holds for the element with the focus, called `it`.
    #[track_caller]
    pub fn tab_to(&self, what: &str, condition: &str) {
        let mut passed = Vec::new();
        for _ in 0..STOPS {
            self.press([TAB]);
            let (arrived, name): (bool, String) =
                self.run(&format!("const it = active(); return [!!({condition}), name(it)];"), json!(null));
            if arrived {
                return;
            }
            passed.push(name);
        }
        panic!("expected to reach {what} with Tab, got only past {}", passed.join(", "));
    }
}
