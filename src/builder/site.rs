//! The release's files, as snippets refer to them: the address of their folder, with the version if there is a folder
//! for it, and the hashes of the files.

use std::collections::BTreeMap;

use partner_fit_core::input::value::Tree;

/// The version of this release.
pub const VERSION: &str = env!("CARGO_PKG_VERSION");

/// The folder of a release.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Site {
    /// Its address, with a slash at the end.
    pub base: String,
    /// Whether the address contains the version, so that its files never change.
    pub versioned: bool,
    /// The hashes by path, from `integrity.json`; empty if that file is missing.
    pub hashes: BTreeMap<String, String>,
}

impl Site {
    /// A folder with its `integrity.json`, or null if that is missing.
    #[must_use]
    pub fn new(base: &str, versioned: bool, integrity: &Tree) -> Self {
        let mut hashes = BTreeMap::new();
        if let Some(Tree::Object(files)) = integrity.get("files") {
            for (path, hash) in files {
                if let Tree::Text(hash) = hash {
                    hashes.insert(path.clone(), hash.clone());
                }
            }
        }
        Self { base: base.to_owned(), versioned, hashes }
    }

    /// The address of a file.
    #[must_use]
    pub fn url(&self, path: &str) -> String {
        format!("{}{path}", self.base)
    }

    /// The hash of a file, if it is known.
    #[must_use]
    pub fn hash(&self, path: &str) -> Option<&str> {
        self.hashes.get(path).map(String::as_str)
    }

    /// The scheme, host and port of the address, as a policy names them.
    #[must_use]
    pub fn origin(&self) -> &str {
        let after_scheme = self.base.find("://").map_or(0, |at| at + 3);
        let host = self.base.get(after_scheme..).unwrap_or_default();
        let end = after_scheme + host.find('/').unwrap_or(host.len());
        self.base.get(..end).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_and_hashes() {
        let integrity: Tree = serde_json::from_str(r#"{"files":{"a.js":"sha384-x"}}"#).unwrap();
        let site = Site::new("https://a.example:8080/pf/1.0.0/", true, &integrity);
        assert_eq!(site.origin(), "https://a.example:8080");
        assert_eq!(
            (site.url("a.js").as_str(), site.hash("a.js"), site.hash("b.js")),
            ("https://a.example:8080/pf/1.0.0/a.js", Some("sha384-x"), None)
        );
        assert_eq!(Site::new("", false, &Tree::Null).origin(), "");
    }
}
