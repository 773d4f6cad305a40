//! The hashes that the element's script knows: of everything of ours that it loads. A file that was changed on its way,
//! or on the server, is then refused by the browser. Whoever changes one on purpose builds anew.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::{Context as _, ensure};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest as _, Sha384};

use super::{entries, files, wasm};

/// The scripts that know the hashes, and what they have in their place before.
const HOLDERS: [&str; 2] = [entries::ELEMENT, entries::CLASS];
/// The list of a folder's files, which is part of the scripts that read it.
pub const INDEX: &str = "index.json";
const PLACEHOLDER: &str = "\"{{pins}}\"";

/// Puts the hash of every file that the element loads into its scripts.
///
/// # Errors
/// When a file cannot be read or written, or a script has not one place for the hashes.
pub fn fill_in(site: &Path) -> anyhow::Result<()> {
    let mut pins = BTreeMap::new();
    for path in files::list(site)?.into_iter().filter(|path| is_loaded(path)) {
        let bytes = fs::read(site.join(&path)).with_context(|| format!("cannot read {path}"))?;
        // Those of integrity.json: a page that names one to load a file early must name the same as the script.
        pins.insert(path, STANDARD.encode(Sha384::digest(&bytes)));
    }
    let pins = serde_json::to_string(&pins).context("hashes are no JSON")?;
    for name in HOLDERS {
        let holder = site.join(name);
        if !holder.exists() {
            continue;
        }
        let script = fs::read_to_string(&holder).with_context(|| format!("cannot read {name}"))?;
        let places = script.matches(PLACEHOLDER).count();
        ensure!(places == 1, "expected {PLACEHOLDER} once in {name}, got it {places} times");
        fs::write(&holder, script.replace(PLACEHOLDER, &pins)).with_context(|| format!("cannot write {name}"))?;
    }
    Ok(())
}

/// Whether the element loads the file at this path.
#[must_use]
pub fn is_loaded(path: &str) -> bool {
    let is_module = |name: &&str| path == format!("{name}.js") || path == format!("{name}_bg.wasm");
    let is_listed = |folder| path.starts_with(folder) && path != format!("{folder}{INDEX}");
    let is_data = is_listed("assessments/") || is_listed("locales/");
    wasm::LOADED.iter().any(is_module) || path == wasm::REST_FILE || (is_data && path.ends_with(".json"))
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
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
            "engine.js",
            "engine_bg.wasm",
            "engine_rest.wasm",
            "assessments/a.json",
            "assessments/index.json",
            "locales/en.json",
            "schema/s.json",
        ] {
            fs::write(site.path().join(path), "alert('Hello, world.');").unwrap();
        }
        fs::write(site.path().join(entries::ELEMENT), "const PINS = \"{{pins}}\";").unwrap();
        fill_in(site.path()).unwrap();
        let hash = "H8BRh8j48O9oYatfu5AZzq6A9RINhZO5H16dQZngK7T62em8MUt1FLm52t+eX6xO";
        let expected = ["assessments/a.json", "engine.js", "engine_bg.wasm", "engine_rest.wasm", "locales/en.json"];
        let pins: Vec<String> = expected.iter().map(|path| format!("\"{path}\":\"{hash}\"")).collect();
        let script = fs::read_to_string(site.path().join(entries::ELEMENT)).unwrap();
        assert_eq!(script, format!("const PINS = {{{}}};", pins.join(",")));
        // The hashes are filled in once: what is there now is no longer a place for them.
        assert!(fill_in(site.path()).unwrap_err().to_string().ends_with("got it 0 times"));
    }
}
