//! Opens WebDriver sessions with a driver's browser.

use anyhow::Context as _;
use fantoccini::{Client, ClientBuilder};
use hyper_util::client::legacy::connect::HttpConnector;

use super::capabilities::Capabilities;
use super::driver::Driver;

impl Driver {
    /// Opens a session. The drivers of Firefox and WebKit allow one at a time: close it before the next.
    ///
    /// # Errors
    /// The browser does not start.
    pub async fn connect(&self) -> anyhow::Result<Client> {
        self.connect_with(Capabilities::new()).await
    }

    /// Opens a session with more capabilities, which replace those of the same name.
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
