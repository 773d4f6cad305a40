//! Mouse and keys, sent to the browser like a person's. A check waits for what follows from a press.

use fantoccini::actions::{InputSource as _, KeyAction, KeyActions, MouseActions, PointerAction};
use serde_json::Value;
use test_support::browsers::fantoccini;

use crate::browser::Browser;
use crate::keyboard::SHIFT;

impl Browser {
    /// Presses the mouse on the element of an expression, once it is there, does not move and is not covered.
    #[track_caller]
    pub fn click(&self, expression: &str) {
        self.clicks(expression, 1);
    }

    /// Presses the mouse twice on the element of an expression, as fast as the driver can.
    #[track_caller]
    pub fn double_click(&self, expression: &str) {
        self.clicks(expression, 2);
    }

    #[track_caller]
    fn clicks(&self, expression: &str, count: usize) {
        let point: Value = self.until_that(
            &format!("`{expression}` free to be pressed"),
            &format!("await pressable({expression})"),
            |point: &Value| point["fault"].is_null(),
        );
        let [x, y] = ["x", "y"].map(|axis| point[axis].as_f64().expect("a place"));
        let button = fantoccini::actions::MOUSE_BUTTON_LEFT;
        let mut actions = MouseActions::new("mouse".to_owned()).then(PointerAction::MoveTo { duration: None, x, y });
        for _ in 0..count {
            actions = actions.then(PointerAction::Down { button }).then(PointerAction::Up { button });
        }
        let client = self.client();
        self.command("mouse", async { client.perform_actions(actions).await });
    }

    /// Moves the mouse to an empty corner.
    pub fn point_away(&self) {
        let actions =
            MouseActions::new("mouse".to_owned()).then(PointerAction::MoveTo { duration: None, x: 1.0, y: 1.0 });
        let client = self.client();
        self.command("mouse", async { client.perform_actions(actions).await });
    }

    /// Presses keys, one after the other.
    pub fn press(&self, keys: impl IntoIterator<Item = char>) {
        self.strokes(keys, false);
    }

    /// Presses keys, one after the other, while holding Shift.
    pub fn press_with_shift(&self, keys: impl IntoIterator<Item = char>) {
        self.strokes(keys, true);
    }

    fn strokes(&self, keys: impl IntoIterator<Item = char>, shift: bool) {
        let mut strokes = KeyActions::new("keyboard".to_owned());
        if shift {
            strokes = strokes.then(KeyAction::Down { value: SHIFT });
        }
        for value in keys {
            strokes = strokes.then(KeyAction::Down { value }).then(KeyAction::Up { value });
        }
        if shift {
            strokes = strokes.then(KeyAction::Up { value: SHIFT });
        }
        let client = self.client();
        self.command("keyboard", async { client.perform_actions(strokes).await });
    }
}
