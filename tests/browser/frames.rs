//! Enters and leaves frames, once their page has loaded.

use fantoccini::elements::{Element, ElementRef};
use serde_json::Value;
use test_support::browsers::fantoccini;

use crate::browser::Browser;

impl Browser {
    /// Enters the frame of an expression, also one in a shadow root, once it shows a page.
    #[track_caller]
    pub fn enter(&self, expression: &str) {
        let script = format!("return {expression} ?? null");
        self.wait_for(&format!("a page in the frame {expression}"), || {
            let client = self.client();
            let found = self
                .attempt("the frame", async { client.execute(&script, vec![]).await })
                .map_err(|error| error.to_string())?;
            let id = found.as_object().and_then(|reference| reference.values().next()).and_then(Value::as_str);
            let id = id.ok_or("no such frame")?.to_owned();
            let element = Element::from_element_id(client.clone(), ElementRef::from(id));
            self.attempt("into the frame", async { element.enter_frame().await }).map_err(|error| error.to_string())?;
            let there = "return location.href !== 'about:blank' && document.readyState === 'complete'";
            let got = match self.attempt("its page", async { client.execute(there, vec![]).await }) {
                Ok(Value::Bool(true)) => return Ok(()),
                Ok(_) => "a page that is still loading".to_owned(),
                Err(error) => error.to_string(),
            };
            self.leave();
            Err(got)
        });
    }

    /// Enters the only frame of the page.
    #[track_caller]
    pub fn enter_only(&self) {
        self.enter("document.querySelector('iframe')");
    }

    /// Leaves a frame.
    #[track_caller]
    pub fn leave(&self) {
        let client = self.client();
        self.command("out of the frame", async { client.enter_parent_frame().await });
    }

    /// Works inside the frame of an expression, and leaves it.
    #[track_caller]
    pub fn inside<T>(&self, expression: &str, work: impl FnOnce() -> T) -> T {
        self.enter(expression);
        let done = work();
        self.leave();
        done
    }

    /// Works inside the frame of this document at `index`, and leaves it.
    #[track_caller]
    pub fn inside_nth<T>(&self, index: usize, work: impl FnOnce() -> T) -> T {
        self.inside(&format!("document.querySelectorAll('iframe')[{index}]"), work)
    }
}
