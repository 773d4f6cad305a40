//! A tour of every state that a widget can show, quickly and by the reader's own actions, for checks that look at each.

use serde_json::{Value, json};

use crate::browser::Browser;
use crate::sheet::Sheet;

impl Browser {
    /// Goes through every state from the start screen on, and calls `visit` with the name of each: start, step, errors,
    /// number, review, result, table, asking.
    #[track_caller]
    pub fn tour(&self, sheet: &Sheet, mut visit: impl FnMut(&str)) {
        self.until_screen("start");
        visit("start");
        self.act("part('button--primary').click()");
        self.until_screen("step");
        visit("step");
        self.act("part('button--primary').click()");
        self.until("the errors", "!!part('error-summary')");
        visit("errors");
        let _: Value = self.run("widget().answers = arguments[0]; return null;", json!(sheet));
        let mut number = false;
        while self.screen().name == "step" {
            let screen = self.screen();
            if !number && screen.questions.iter().any(|question| question.number) {
                number = true;
                visit("number");
            }
            self.act("part('button--primary').click()");
            self.until_other(&screen);
        }
        self.until_screen("review");
        visit("review");
        self.act("part('button--primary').click()");
        self.until_screen("result");
        visit("result");
        self.act("one('details').open = true");
        visit("table");
        self.act("one('#reset button').click()");
        self.until("the question about starting again", "shown(one('#confirm'))");
        visit("asking");
    }

    /// Does something and lets the page draw.
    #[track_caller]
    pub fn act(&self, script: &str) {
        self.js(&format!("{script}; await settle(1);"));
    }

    /// The details of the events of a type that the host has heard.
    #[track_caller]
    pub fn details(&self, event: &str) -> Vec<Value> {
        self.get(&format!("details('{event}')"))
    }

    /// Panics if the host has seen an error, a rejection that nobody handles or a violation of its policy.
    #[track_caller]
    pub fn no_faults(&self) {
        let faults: Vec<String> = self.get("[...faults, ...violations]");
        assert!(faults.is_empty(), "expected no faults, got {faults:#?}");
    }
}
