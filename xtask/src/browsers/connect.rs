//! A WebDriver session with a driver's own browser. What is done in it is up to the caller.

use anyhow::Context as _;
use fantoccini::{Client, ClientBuilder};
use hyper_util::client::legacy::connect::HttpConnector;

use super::Driver;

impl Driver {
    /// Opens a session. Firefox's and WebKit's drivers hold one at a time: close it before the next.
    ///
    /// # Errors
    /// When the browser does not start.
    pub async fn connect(&self) -> anyhow::Result<Client> {
        ClientBuilder::new(HttpConnector::new())
            .capabilities(self.capabilities().clone())
            .connect(self.url())
            .await
            .with_context(|| format!("no session with {}; the driver said:\n{}", self.engine(), self.log()))
    }
}
