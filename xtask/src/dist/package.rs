//! The npm package: what an application imports or a page names, with types, and an entry that tells bundlers where the
//! files are. The page and the builder are not part of it.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Context as _, ensure};
use serde_json::json;

use super::versions::VERSION;
use crate::command;
use crate::project::Project;
use crate::site::integrity_pins;

/// The entry for bundlers.
const INDEX: &str = "index.js";
const ENTRY: &str = include_str!("package/index.js");
const README: &str = include_str!("package/README.md");
const LICENCES: [&str; 3] = ["LICENSE", "LICENSE-APACHE", "LICENSE-MIT"];

/// The files of the page, which no application needs.
const PAGE: [&str; 6] = ["index.html", "method.txt", "page", "icon.", "builder", "site/"];

/// Packs the package's files at `paths` into an archive in the site's folder.
pub(super) fn pack(project: &Project, site: &Path, paths: &[String]) -> anyhow::Result<()> {
    let folder = project.target.join("npm/partner-fit");
    if folder.exists() {
        fs::remove_dir_all(&folder).with_context(|| format!("cannot empty {}", folder.display()))?;
    }
    write(project, site, paths, &folder)?;
    let mut npm = Command::new("npm");
    npm.args(["pack", "--ignore-scripts", "--silent", "--offline", "--pack-destination"]).arg(site).current_dir(folder);
    let name = command::output(&mut npm)?;
    ensure!(name.trim() == file_name(), "expected npm to make {}, got {}", file_name(), name.trim());
    Ok(())
}

/// The name of the archive that npm makes.
#[must_use]
pub fn file_name() -> String {
    format!("partner-fit-{VERSION}.tgz")
}

fn write(project: &Project, site: &Path, paths: &[String], folder: &Path) -> anyhow::Result<()> {
    let put = |path: &str, bytes: &[u8]| {
        let target = folder.join(path);
        let parent = target.parent().context("a file without a folder")?;
        fs::create_dir_all(parent).with_context(|| format!("cannot make {}", parent.display()))?;
        fs::write(&target, bytes).with_context(|| format!("cannot write {}", target.display()))
    };
    let read = |path: std::path::PathBuf| fs::read(&path).with_context(|| format!("cannot read {}", path.display()));
    for path in paths.iter().filter(|path| belongs(path)) {
        put(path, &read(site.join(path))?)?;
    }
    for licence in LICENCES {
        put(licence, &read(project.root.join(licence))?)?;
    }
    let loaded: Vec<&String> = paths.iter().filter(|path| integrity_pins::is_loaded(path)).collect();
    put(INDEX, index(&loaded).as_bytes())?;
    put("README.md", README.replace("{{version}}", VERSION).as_bytes())?;
    put("package.json", manifest()?.as_bytes())
}

fn belongs(path: &str) -> bool {
    !PAGE.iter().any(|start| path.starts_with(start))
}

/// Bundlers find a file by a literal path next to `import.meta.url`.
fn index(loaded: &[&String]) -> String {
    let mut locations = String::new();
    for path in loaded {
        // Writing to a string cannot fail.
        writeln!(locations, "  \"{path}\": () => new URL(\"./{path}\", import.meta.url),").ok();
    }
    ENTRY.replace("  // {{locations}}\n", &locations)
}

fn manifest() -> anyhow::Result<String> {
    let entry = |file: &str| json!({ "types": "./partner-fit.d.ts", "default": file });
    let manifest = json!({
        "name": "partner-fit",
        "version": VERSION,
        "description": "An evaluator of partner fit and channel readiness that lives inside any web page",
        "keywords": ["custom-element", "web-component", "assessment", "partner", "channel"],
        "license": "MIT OR Apache-2.0",
        "type": "module",
        "main": "./index.js",
        "types": "./partner-fit.d.ts",
        "customElements": "./custom-elements.json",
        "sideEffects": ["./index.js", "./partner-fit.js"],
        "exports": {
            ".": entry("./index.js"),
            "./element.js": entry("./element.js"),
            "./partner-fit.js": entry("./partner-fit.js"),
            "./react": { "types": "./react.d.ts" },
            "./assessments/*": "./assessments/*",
            "./locales/*": "./locales/*",
            "./schema/*": "./schema/*",
            "./custom-elements.json": "./custom-elements.json",
            "./integrity.json": "./integrity.json",
            "./package.json": "./package.json",
        },
    });
    let mut text = serde_json::to_string_pretty(&manifest).context("cannot write package.json")?;
    text.push('\n');
    Ok(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_entry_names_every_file() {
        let text = index(&[&"engine_bg.wasm".to_owned(), &"locales/en.json".to_owned()]);
        let expected = "locate({\n  \"engine_bg.wasm\": () => new URL(\"./engine_bg.wasm\", import.meta.url),\n  \
                        \"locales/en.json\": () => new URL(\"./locales/en.json\", import.meta.url),\n});\n";
        assert!(text.contains(expected), "{text}");
    }

    #[test]
    fn only_what_an_application_uses_belongs() {
        for path in ["partner-fit.js", "engine_bg.wasm", "locales/nl.json", "partner-fit.d.ts", "resize.js"] {
            assert!(belongs(path), "{path}");
        }
        for path in
            ["index.html", "method.txt", "page.css", "page-frame.js", "builder/en.json", "builder_bg.wasm", "icon.svg"]
        {
            assert!(!belongs(path), "{path}");
        }
    }
}
