//! Chrome's own protocol through its driver: emulation that WebDriver does not have (colour schemes, slow networks,
//! slow processors), and the log of what a page has loaded.

use anyhow::Context as _;
use axum::http::Method;
use fantoccini::Client;
use fantoccini::wd::WebDriverCompatibleCommand;
use serde_json::{Value, json};
use url::{ParseError, Url};

/// Sends a command to the page of the session.
///
/// # Errors
/// The browser is not Chrome, or refuses.
pub async fn ask(client: &Client, method: &'static str, parameters: Value) -> anyhow::Result<Value> {
    let command = Command { path: "goog/cdp/execute", body: json!({ "cmd": method, "params": parameters }) };
    client.issue_cmd(command).await.with_context(|| format!("{method} failed"))
}

/// The events of the protocol since the last call, if the session was opened with the log `performance`.
///
/// # Errors
/// There is no such log.
pub async fn events(client: &Client) -> anyhow::Result<Vec<Value>> {
    let command = Command { path: "se/log", body: json!({ "type": "performance" }) };
    let log = client.issue_cmd(command).await.context("no log of the page's events")?;
    let entries = log.as_array().cloned().unwrap_or_default();
    let event = |entry: &Value| -> Option<Value> {
        let entry: Value = serde_json::from_str(entry.get("message")?.as_str()?).ok()?;
        entry.get("message").cloned()
    };
    Ok(entries.iter().filter_map(event).collect())
}

/// A command that only Chrome's driver knows.
#[derive(Debug)]
struct Command {
    path: &'static str,
    body: Value,
}

impl WebDriverCompatibleCommand for Command {
    fn endpoint(&self, base: &Url, session: Option<&str>) -> Result<Url, ParseError> {
        base.join(&format!("session/{}/{}", session.unwrap_or_default(), self.path))
    }

    fn method_and_body(&self, _: &Url) -> (Method, Option<String>) {
        (Method::POST, Some(self.body.to_string()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_command_goes_to_its_session() {
        let command = Command { path: "goog/cdp/execute", body: json!({ "cmd": "Page.getLayoutMetrics" }) };
        let base = Url::parse("http://127.0.0.1:9515/").unwrap();
        let endpoint = command.endpoint(&base, Some("s1")).unwrap();
        assert_eq!(endpoint.path(), "/session/s1/goog/cdp/execute");
        let (method, body) = command.method_and_body(&endpoint);
        assert_eq!(method, Method::POST);
        assert_eq!(body.unwrap(), r#"{"cmd":"Page.getLayoutMetrics"}"#);
    }
}
