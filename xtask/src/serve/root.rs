//! The folders that a server serves, each under a prefix of the path.

use std::path::PathBuf;

/// A folder and its prefix.
#[derive(Debug, Clone)]
pub struct Root {
    /// `/`, or a prefix such as `/hosts`.
    pub prefix: String,
    /// The folder.
    pub folder: PathBuf,
    /// The content security policy of its HTML.
    pub policy: Option<String>,
}
