//! Reads deny.toml, as far as this project uses cargo-deny's format: if cargo-deny is missing, and for a rule that it
//! does not have, that every exception gives its reason.

use anyhow::{Context as _, ensure};
use serde::Deserialize;
use toml::Spanned;

/// The content of the file.
#[derive(Debug, Deserialize)]
pub(super) struct Config {
    pub(super) licenses: Licenses,
    pub(super) bans: Bans,
}

/// The licences that crates may have.
#[derive(Debug, Deserialize)]
pub(super) struct Licenses {
    pub(super) allow: Vec<String>,
    #[serde(default)]
    pub(super) exceptions: Vec<Spanned<Exception>>,
}

/// Additional licences for one crate.
#[derive(Debug, Deserialize)]
pub(super) struct Exception {
    #[serde(rename = "crate")]
    pub(super) name: String,
    pub(super) allow: Vec<String>,
}

/// The crates that may not be in the module.
#[derive(Debug, Deserialize)]
pub(super) struct Bans {
    pub(super) deny: Vec<Ban>,
}

/// A crate that may not be in the module.
#[derive(Debug, Deserialize)]
pub(super) struct Ban {
    #[serde(rename = "crate")]
    pub(super) name: String,
    pub(super) reason: String,
    /// The crates that may bring it in nevertheless.
    #[serde(default)]
    pub(super) wrappers: Vec<String>,
}

impl Config {
    /// Reads the text of the file.
    ///
    /// # Errors
    /// It does not parse, or an exception has no reason in a comment on the line before it.
    pub(super) fn read(text: &str) -> anyhow::Result<Self> {
        let config: Self = toml::from_str(text).context("cannot parse deny.toml")?;
        for exception in &config.licenses.exceptions {
            let before = text.get(..exception.span().start).unwrap_or_default();
            let line = before.trim_end_matches([' ', '\t']).strip_suffix('\n').and_then(|above| above.lines().last());
            ensure!(
                line.is_some_and(|line| line.trim_start().starts_with('#')),
                "deny.toml: expected a reason as a comment above the exception for {}, got none",
                exception.get_ref().name
            );
        }
        Ok(config)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn with(exception: &str) -> String {
        format!("[licenses]\nallow = [\"MIT\"]\nexceptions = [\n{exception}\n]\n[bans]\ndeny = []\n")
    }

    #[test]
    fn an_exception_has_its_reason_above_it() {
        let entry = "    { crate = \"a\", allow = [\"MPL-2.0\"] },";
        let config = Config::read(&with(&format!("    # A tool.\n{entry}"))).unwrap();
        assert_eq!(config.licenses.exceptions.len(), 1);
        assert_eq!(
            Config::read(&with(entry)).unwrap_err().to_string(),
            "deny.toml: expected a reason as a comment above the exception for a, got none"
        );
    }
}
