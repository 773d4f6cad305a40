//! `integrity.json`: the hash of every file, in the format of an `integrity` attribute.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::Context as _;
use serde_json::json;

use crate::site::integrity_pins;

/// The file's name; it does not list itself.
pub(super) const FILE: &str = "integrity.json";

/// The text of the file for these paths. Compressed copies are not listed, because browsers hash the decompressed file.
pub(super) fn of(site: &Path, paths: &[String]) -> anyhow::Result<String> {
    let mut files = BTreeMap::new();
    for path in paths {
        let bytes = fs::read(site.join(path)).with_context(|| format!("cannot read {path}"))?;
        files.insert(path, hash(&bytes));
    }
    let mut text = serde_json::to_string_pretty(&json!({ "files": files })).context("cannot write integrity.json")?;
    text.push('\n');
    Ok(text)
}

/// The hash of these bytes, in the format of an `integrity` attribute.
pub(super) fn hash(bytes: &[u8]) -> String {
    format!("sha384-{}", integrity_pins::hash(bytes))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_hash_is_what_browsers_compute() {
        // The expected value is from the W3C specification Subresource Integrity.
        let expected = "sha384-H8BRh8j48O9oYatfu5AZzq6A9RINhZO5H16dQZngK7T62em8MUt1FLm52t+eX6xO";
        assert_eq!(hash(b"alert('Hello, world.');"), expected);
    }

    #[test]
    fn files_are_sorted() {
        let site = tempfile::tempdir().unwrap();
        for name in ["b.js", "a.js"] {
            fs::write(site.path().join(name), "").unwrap();
        }
        let text = of(site.path(), &["b.js".to_owned(), "a.js".to_owned()]).unwrap();
        let empty = hash(b"");
        assert_eq!(
            text,
            format!("{{\n  \"files\": {{\n    \"a.js\": \"{empty}\",\n    \"b.js\": \"{empty}\"\n  }}\n}}\n")
        );
    }
}
