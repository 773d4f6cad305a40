//! The keys by their WebDriver names, and moving the focus with them.

use crate::browser::Browser;

pub const TAB: char = '\u{e004}';
pub const ENTER: char = '\u{e007}';
pub const ESCAPE: char = '\u{e00c}';
pub const SHIFT: char = '\u{e008}';
pub const UP: char = '\u{e013}';
pub const DOWN: char = '\u{e015}';
pub const SPACE: char = ' ';

/// More tab stops than any screen has.
const STOPS: usize = 60;

impl Browser {
    /// Waits until this element, as a person would name it, has the focus.
    #[track_caller]
    pub fn expect_focus(&self, what: &str, name: &str) {
        self.expect(what, "name(active())", name);
    }

    /// Presses Tab until the expression holds for the element with the focus, called `it`.
    #[track_caller]
    pub fn tab_to(&self, what: &str, condition: &str) {
        let mut passed = Vec::new();
        self.js("memory().focused = active()");
        let look = format!(
            "(() => {{ const it = active(); const moved = it !== memory().focused; memory().focused = it;
                return [moved, !!({condition}), name(it)]; }})()"
        );
        for _ in 0..STOPS {
            self.press([TAB]);
            let (_, arrived, name) = self.until_that(
                &format!("the focus to move on the way to {what}"),
                &look,
                |(moved, ..): &(bool, bool, String)| *moved,
            );
            if arrived {
                return;
            }
            passed.push(name);
        }
        panic!("expected to reach {what} with Tab, got only past {}", passed.join(", "));
    }
}
