//! The hashes in the element's script, one for each file that it loads: the browser refuses a file that was changed on
//! its way or on the server. After an intended change the site has to be built again.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::Context as _;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest as _, Sha384};

use super::{files, wasm};

/// The list of a folder's files. It is bundled into the scripts that read it.
pub const INDEX: &str = "index.json";

/// The hash of every file of the site that the element loads, by path.
///
/// # Errors
/// A file cannot be read.
pub fn of(site: &Path) -> anyhow::Result<BTreeMap<String, String>> {
    let mut pins = BTreeMap::new();
    for path in files::list(site)?.into_iter().filter(|path| is_loaded(path)) {
        let bytes = fs::read(site.join(&path)).with_context(|| format!("cannot read {path}"))?;
        // The hashes are those of integrity.json: a page that preloads a file must name the same hash as the script.
        pins.insert(path, hash(&bytes));
    }
    Ok(pins)
}

/// The hash of these bytes: base64 of SHA-384, as it stands after `sha384-` in an `integrity` attribute.
#[must_use]
pub fn hash(bytes: &[u8]) -> String {
    STANDARD.encode(Sha384::digest(bytes))
}

/// Whether the element loads the file at this path.
#[must_use]
pub fn is_loaded(path: &str) -> bool {
    let is_module = |name: &&str| path == format!("{name}_bg.wasm");
    let is_listed = |folder| path.starts_with(folder) && path != format!("{folder}{INDEX}");
    let is_data = is_listed("assessments/") || is_listed("locales/");
    wasm::LOADED.iter().any(is_module) || path == wasm::REST_FILE || (is_data && path.ends_with(".json"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_loaded_is_pinned_and_nothing_else() {
        let site = tempfile::tempdir().unwrap();
        for folder in ["assessments", "locales", "schema"] {
            fs::create_dir(site.path().join(folder)).unwrap();
        }
        for path in [
            "builder.js",
            "builder_bg.wasm",
            "engine_bg.wasm",
            "engine_rest.wasm",
            "assessments/a.json",
            "assessments/index.json",
            "locales/en.json",
            "schema/s.json",
        ] {
            fs::write(site.path().join(path), "alert('Hello, world.');").unwrap();
        }
        let pins = of(site.path()).unwrap();
        // The expected value is from the W3C specification Subresource Integrity.
        let hash = "H8BRh8j48O9oYatfu5AZzq6A9RINhZO5H16dQZngK7T62em8MUt1FLm52t+eX6xO";
        let expected = ["assessments/a.json", "engine_bg.wasm", "engine_rest.wasm", "locales/en.json"];
        assert_eq!(pins.keys().map(String::as_str).collect::<Vec<_>>(), expected);
        assert!(pins.values().all(|value| value == hash));
    }
}
