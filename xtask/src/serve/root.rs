//! What a server serves: folders, each under a prefix of the path.

use std::path::PathBuf;

/// A folder and where it is served.
#[derive(Debug, Clone)]
pub struct Root {
    /// `/`, or a prefix such as `/hosts`.
    pub prefix: String,
    /// The files.
    pub folder: PathBuf,
    /// The content security policy of its HTML.
    pub policy: Option<String>,
}
