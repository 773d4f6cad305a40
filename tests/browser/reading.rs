//! Scripts in the page, and how their values are read. A read waits: for a value ([`Browser::expect`]), for a condition
//! ([`Browser::until`]), or for a value that a function accepts ([`Browser::until_that`]), all up to the one
//! [`DEADLINE`], and reports what it waited for and saw last. Only [`Browser::now`] reads at once: for values set in
//! the same task, and for those that must not have changed once a later event was seen.

use std::fmt::Debug;
use std::sync::LazyLock;
use std::time::Instant;

use fantoccini::error::CmdError;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use test_support::browsers::fantoccini;

use crate::answer_sheet::difference;
use crate::browser::{Browser, DEADLINE};

/// The helpers that every script can use.
static INSIDE: LazyLock<String> = LazyLock::new(|| body(include_str!("inside.js")));

/// A module as the body of a function: without its imports and exports, which are for the compiler that checks it.
pub fn body(module: &str) -> String {
    let lines = module.lines().filter(|line| !line.starts_with("import ") && !line.starts_with("export "));
    lines.flat_map(|line| [line, "\n"]).collect()
}

impl Browser {
    /// Runs the body of a function in the page, where `arguments[0]` is `input`. Returns its value, or that of its
    /// promise.
    #[track_caller]
    pub fn run<T: DeserializeOwned>(&self, script: &str, input: impl Serialize) -> T {
        let text = match self.answer(script, &json!(input)) {
            Ok(Ok(text)) => text,
            Ok(Err(error)) => panic!("expected the script to run, got {error}: {script}"),
            Err(error) => panic!("{script}: expected it to work, got {error}"),
        };
        serde_json::from_str(&text).unwrap_or_else(|error| panic!("{error} in {text} of: {script}"))
    }

    /// Runs the body of a function in the page. Returns the JSON of its value, or the error that it threw.
    fn answer(&self, script: &str, input: &Value) -> Result<Result<String, String>, CmdError> {
        let client = self.client();
        // A promise is awaited, and a thrown error comes back as one.
        // Numbers travel as text both ways, because Firefox's driver loses the last bit of some.
        let whole = format!(
            "const DEADLINE = {};\n{}\nconst done = arguments[arguments.length - 1];\
             (async function () {{ {script} }}).call(null, JSON.parse(arguments[0]))\
             .then((value) => done({{ value: JSON.stringify(value ?? null) }}), (error) => done({{ error: String(error) }}));",
            DEADLINE.as_millis(),
            *INSIDE
        );
        let answer =
            self.attempt(script, async { client.execute_async(&whole, vec![input.to_string().into()]).await })?;
        Ok(match answer.get("error").and_then(Value::as_str) {
            Some(error) => Err(error.to_owned()),
            None => Ok(answer.get("value").and_then(Value::as_str).unwrap_or("null").to_owned()),
        })
    }

    /// Does something in the page.
    #[track_caller]
    pub fn js(&self, script: &str) {
        self.js_with(script, Value::Null);
    }

    /// Does something in the page with `arguments[0]`.
    #[track_caller]
    pub fn js_with(&self, script: &str, input: impl Serialize) {
        let _: Value = self.run(&format!("{script}\n; return null;"), input);
    }

    /// Does something in the page and lets it draw.
    #[track_caller]
    pub fn act(&self, script: &str) {
        self.js(&format!("{script}; await drawn();"));
    }

    /// Reads the value of an expression at once. After an action it may only be used once something later was waited
    /// for.
    #[track_caller]
    pub fn now<T: DeserializeOwned>(&self, expression: &str) -> T {
        self.run(&format!("return ({expression});"), Value::Null)
    }

    /// Waits until an expression in the page is true.
    #[track_caller]
    pub fn until(&self, what: &str, expression: &str) {
        self.read(what, expression, |value| if value == Value::Bool(true) { Ok(()) } else { Err(value.to_string()) });
    }

    /// Waits until an expression in the page has this value.
    #[track_caller]
    pub fn expect(&self, what: &str, expression: &str, value: impl Serialize) {
        let value = json!(value);
        self.read(what, expression, |got| match difference(&got, &value, String::new()) {
            None => Ok(()),
            Some(difference) => Err(difference),
        });
    }

    /// Waits until the value of an expression is accepted, and returns it.
    #[track_caller]
    pub fn until_that<T: DeserializeOwned + Debug>(
        &self,
        what: &str,
        expression: &str,
        accept: impl Fn(&T) -> bool,
    ) -> T {
        self.read(what, expression, |value| match serde_json::from_value::<T>(value) {
            Ok(value) if accept(&value) => Ok(value),
            Ok(value) => Err(format!("{value:?}")),
            Err(error) => Err(error.to_string()),
        })
    }

    /// Waits until an expression in the page gives something of this type, and not null.
    #[track_caller]
    pub fn until_some<T: DeserializeOwned + Debug>(&self, what: &str, expression: &str) -> T {
        self.until_that::<Option<T>>(what, expression, Option::is_some).expect("it was just seen")
    }

    /// Reads an expression after each change until `accept` takes its value. Errors that it throws, and a page that is
    /// being left, count as "not yet".
    #[track_caller]
    fn read<T>(&self, what: &str, expression: &str, mut accept: impl FnMut(Value) -> Result<T, String>) -> T {
        let script = format!("return reread(async () => ({expression}), arguments[0]);");
        let started = Instant::now();
        let mut seen = Value::Null;
        loop {
            let got = match self.answer(&script, &seen) {
                Ok(Ok(text)) => {
                    let read: Value = serde_json::from_str(&text).expect("what reread gives");
                    seen = read.clone();
                    match read.get("value").and_then(Value::as_str) {
                        Some(value) => match accept(serde_json::from_str(value).expect("JSON")) {
                            Ok(found) => return found,
                            Err(got) => got,
                        },
                        None => read["error"].to_string(),
                    }
                }
                Ok(Err(error)) => error,
                Err(error) => {
                    self.pause();
                    error.to_string()
                }
            };
            assert!(
                started.elapsed() < DEADLINE,
                "expected {what} within {DEADLINE:?}, last saw {got}\n  of `{expression}`"
            );
        }
    }

    /// Waits until a probe outside the page succeeds.
    #[track_caller]
    pub fn wait_for<T>(&self, what: &str, mut probe: impl FnMut() -> Result<T, String>) -> T {
        let started = Instant::now();
        loop {
            match probe() {
                Ok(found) => return found,
                Err(got) => {
                    assert!(started.elapsed() < DEADLINE, "expected {what} within {DEADLINE:?}, last saw {got}");
                }
            }
            self.pause();
        }
    }
}

/// Panics with both values unless they are the same.
#[track_caller]
pub fn expect<T: PartialEq + Debug>(what: &str, got: T, expected: T) {
    assert!(got == expected, "{what}: expected {expected:?}, got {got:?}");
}

/// Panics with what was found unless a condition holds.
#[track_caller]
pub fn expect_that(what: &str, holds: bool, got: impl Debug) {
    assert!(holds, "expected {what}, got {got:?}");
}
