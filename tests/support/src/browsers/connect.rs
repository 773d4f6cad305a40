//! A WebDriver session with a driver's own browser. What is done in it is up to the caller.

use anyhow::Context as _;
use fantoccini::{Client, ClientBuilder};
use hyper_util::client::legacy::connect::HttpConnector;

use super::capabilities::Capabilities;
use super::driver::Driver;

impl Driver {
    /// Opens a session. Firefox's and WebKit's drivers hold one at a time: close it before the next.
    ///
    /// # Errors
    /// When the browser does not start.
    pub async fn connect(&self) -> anyhow::Result<Client> {
        self.connect_with(Capabilities::new()).await
    }

    /// Opens a session with more capabilities; one of a name that is there already takes its place.
    ///
    /// # Errors
    /// As [`Driver::connect`].
    pub async fn connect_with(&self, more: Capabilities) -> anyhow::Result<Client> {
        let mut capabilities = self.capabilities().clone();
        capabilities.extend(more);
        ClientBuilder::new(HttpConnector::new())
            .capabilities(capabilities)
            .connect(self.url())
            .await
            .with_context(|| format!("no session with {}; the driver said:\n{}", self.engine(), self.log()))
    }
}
