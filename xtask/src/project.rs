//! The project's folders: its root, and the folder that cargo builds into. The modules that use the folders know what
//! is in them.

use std::path::PathBuf;

use anyhow::Context as _;
use cargo_metadata::MetadataCommand;
use serde_json::Value;

/// The project's folders.
#[derive(Debug, Clone)]
pub struct Project {
    /// The workspace's root, where index.html, src and static are.
    pub root: PathBuf,
    /// Cargo's target folder, which contains everything that is built except `dist`.
    pub target: PathBuf,
}

impl Project {
    /// Asks cargo for the folders, so that a target folder set by the environment or a configuration file counts.
    ///
    /// # Errors
    /// Cargo cannot be run, or the workspace does not resolve.
    pub fn find() -> anyhow::Result<Self> {
        let metadata = MetadataCommand::new()
            .manifest_path(concat!(env!("CARGO_MANIFEST_DIR"), "/Cargo.toml"))
            .no_deps()
            .exec()
            .context("cargo metadata failed")?;
        Ok(Self { root: metadata.workspace_root.into(), target: metadata.target_directory.into() })
    }

    /// The release folder.
    #[must_use]
    pub fn dist(&self) -> PathBuf {
        self.root.join("dist")
    }

    /// The names of the assessments that are shipped.
    ///
    /// # Errors
    /// The list cannot be read.
    pub fn assessments(&self) -> anyhow::Result<Vec<String>> {
        self.listed("assessments", "id")
    }

    /// The languages of our own texts.
    ///
    /// # Errors
    /// The list cannot be read.
    pub fn languages(&self) -> anyhow::Result<Vec<String>> {
        self.listed("locales", "tag")
    }

    /// Reads the value at `key` of each entry in the list of a folder of `static`.
    fn listed(&self, folder: &str, key: &str) -> anyhow::Result<Vec<String>> {
        let path = self.root.join("static").join(folder).join("index.json");
        let text = std::fs::read_to_string(&path).with_context(|| format!("cannot read {}", path.display()))?;
        let list: Vec<Value> =
            serde_json::from_str(&text).with_context(|| format!("cannot read {}", path.display()))?;
        let entry = |entry: &Value| entry.get(key).and_then(Value::as_str).map(str::to_owned);
        list.iter().map(entry).collect::<Option<_>>().with_context(|| format!("{}: no {key}", path.display()))
    }

    /// The site that `start` serves.
    #[must_use]
    pub fn site(&self) -> PathBuf {
        self.target.join("site")
    }
}
