//! The browser engines: their names on the command line and in the environment. Where their programs are is in `browsers`.

use std::fmt;
use std::str::FromStr;

use anyhow::bail;

/// The environment variable with the engines of a test run: `chromium,firefox,webkit`.
pub const ENGINES_VARIABLE: &str = "PARTNER_FIT_ENGINES";

/// A browser engine.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Engine {
    /// Chromium, by chromedriver.
    Chromium,
    /// Firefox, by geckodriver.
    Firefox,
    /// WebKitGTK's own small browser with its driver, on a virtual screen: it stands in for Safari.
    WebKit,
}

impl Engine {
    /// All of them, in the order in which they are tried.
    pub const ALL: [Self; 3] = [Self::Chromium, Self::Firefox, Self::WebKit];

    /// The name on the command line and in the environment.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Chromium => "chromium",
            Self::Firefox => "firefox",
            Self::WebKit => "webkit",
        }
    }

    /// Reads a list such as `chromium,firefox`.
    ///
    /// # Errors
    /// A name is not that of an engine.
    pub fn list(names: &str) -> anyhow::Result<Vec<Self>> {
        names.split(',').map(str::trim).filter(|name| !name.is_empty()).map(str::parse).collect()
    }

    /// The engines of this test run: those of [`ENGINES_VARIABLE`], or all.
    ///
    /// # Errors
    /// The variable names something that is not an engine.
    pub fn from_environment() -> anyhow::Result<Vec<Self>> {
        match std::env::var(ENGINES_VARIABLE) {
            Ok(names) => Self::list(&names),
            Err(_) => Ok(Self::ALL.to_vec()),
        }
    }
}

impl fmt::Display for Engine {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

impl FromStr for Engine {
    type Err = anyhow::Error;

    fn from_str(name: &str) -> anyhow::Result<Self> {
        match Self::ALL.into_iter().find(|engine| engine.name() == name) {
            Some(engine) => Ok(engine),
            None => bail!("expected chromium, firefox or webkit, got `{name}`"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_read_back() {
        for engine in Engine::ALL {
            assert_eq!(engine.name().parse::<Engine>().unwrap(), engine);
        }
        assert_eq!(Engine::list("webkit, chromium").unwrap(), [Engine::WebKit, Engine::Chromium]);
        assert_eq!(Engine::list("").unwrap(), []);
        assert_eq!(
            Engine::list("safari").unwrap_err().to_string(),
            "expected chromium, firefox or webkit, got `safari`"
        );
    }
}
