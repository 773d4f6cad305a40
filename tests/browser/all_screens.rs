//! Visits every screen of a widget by the reader's own actions and without a mouse, for checks that look at each
//! screen.

use crate::answer_sheet::Sheet;
use crate::browser::Browser;

impl Browser {
    /// Goes through every state from the start screen on, and calls `visit` with the name of each: start, step, errors,
    /// number, review, result, table, asking.
    #[track_caller]
    pub fn all_screens(&self, sheet: &Sheet, mut visit: impl FnMut(&str)) {
        self.until_screen("start");
        visit("start");
        self.js("await moveOn()");
        self.until_screen("step");
        visit("step");
        self.js("await moveOn()");
        self.until("the errors", "!!part('error-summary')");
        visit("errors");
        let number: bool = self.run(
            "widget().answers = arguments[0]; await drawn();
             const asksNumber = () => screen().questions.some(({ number }) => number);
             while (screen().name === 'step' && !asksNumber()) await moveOn();
             return asksNumber();",
            sheet,
        );
        if number {
            visit("number");
        }
        self.js("while (screen().name === 'step') await moveOn()");
        self.until_screen("review");
        visit("review");
        self.js("await moveOn()");
        self.until_screen("result");
        visit("result");
        self.act("one('details').open = true");
        visit("table");
        self.js("one('#reset button').click()");
        self.until("the question about starting again", "shown(one('#confirm'))");
        visit("asking");
    }
}
