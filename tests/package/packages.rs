//! What is in the npm package and in the zip, and that importing the package without a page does nothing.

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io::Read as _;
use std::process::Command;

use serde_json::Value;
use xtask::dist::{archive, versions};
use xtask::site::files;

use crate::release::{Installed, folder};
use crate::{read, root};

/// The hashes of the release's files, by path.
fn hashes() -> serde_json::Map<String, Value> {
    let integrity: Value = serde_json::from_str(&read(&folder().join("integrity.json"))).unwrap();
    integrity["files"].as_object().unwrap().clone()
}

#[test]
fn everything_that_the_package_exports_is_there() {
    let installed = Installed::new();
    let manifest: Value = serde_json::from_str(&read(&installed.package().join("package.json"))).unwrap();
    assert_eq!(manifest["version"], versions::VERSION);
    let mut named = Vec::new();
    for key in ["exports", "main", "types", "customElements", "sideEffects"] {
        paths(&manifest[key], &mut named);
    }
    assert!(named.len() > 12, "only {named:?}");
    for path in named {
        let place = installed.package().join(path.trim_end_matches('*'));
        assert!(place.exists(), "expected {path} in the package, got none");
    }
    for licence in ["LICENSE", "LICENSE-APACHE", "LICENSE-MIT"] {
        assert_eq!(read(&installed.package().join(licence)), read(&root().join(licence)));
    }
}

/// Every text that is somewhere in a value.
fn paths(value: &Value, found: &mut Vec<String>) {
    match value {
        Value::String(path) => found.push(path.clone()),
        Value::Array(items) => items.iter().for_each(|item| paths(item, found)),
        Value::Object(entries) => entries.values().for_each(|item| paths(item, found)),
        _ => {}
    }
}

#[test]
fn the_package_has_the_files_of_the_release_unchanged() {
    let installed = Installed::new();
    let hashes = hashes();
    let own = ["index.js", "package.json", "README.md", "LICENSE", "LICENSE-APACHE", "LICENSE-MIT", "integrity.json"];
    let packed = files::list(&installed.package()).unwrap();
    for path in packed.iter().filter(|path| !own.contains(&path.as_str())) {
        assert!(hashes.contains_key(path), "{path} is no file of the release");
        let (there, here) = (fs::read(installed.package().join(path)), fs::read(folder().join(path)));
        assert_eq!(there.unwrap(), here.unwrap(), "{path}");
    }
    let page = ["index.html", "page.js", "page.css", "icon.svg"];
    assert!(packed.iter().all(|path| !page.contains(&path.as_str()) && !path.ends_with(".br")), "{packed:?}");
}

#[test]
fn the_entry_for_bundlers_tells_where_every_pinned_file_is() {
    let installed = Installed::new();
    let entry = read(&installed.package().join("index.js"));
    let script = read(&installed.package().join("partner-fit.js"));
    let pins: BTreeSet<&str> =
        script.split("\"").filter(|text| text.ends_with(".json") || text.ends_with(".wasm")).collect();
    let pinned: Vec<&&str> = pins.iter().filter(|path| hashes().contains_key(**path)).collect();
    assert!(pinned.len() >= 7, "{pinned:?}");
    for path in pinned {
        assert!(entry.contains(&format!("\"{path}\": () => ")), "{path} is not in index.js");
    }
}

#[test]
fn an_import_without_a_window_does_nothing() {
    let installed = Installed::new();
    let manifest: Value = serde_json::from_str(&read(&installed.package().join("custom-elements.json"))).unwrap();
    let attributes = manifest["modules"][0]["declarations"][0]["attributes"].as_array().unwrap();
    // The theme is read by the style sheet.
    let observed: BTreeSet<&str> =
        attributes.iter().map(|one| one["name"].as_str().unwrap()).filter(|name| *name != "theme").collect();
    let observed = observed.into_iter().collect::<Vec<_>>().join(",");
    for entry in ["partner-fit", "partner-fit/partner-fit.js", "partner-fit/element.js"] {
        let script = format!(
            "const before = Object.keys(globalThis).sort().join(); const module = await import('{entry}');
             if (Object.keys(globalThis).sort().join() !== before) throw new Error('a global was set');
             console.log(typeof module.PartnerFit, typeof module.load, module.PartnerFit.observedAttributes.sort().join());"
        );
        let node = Command::new("node")
            .args(["--input-type=module", "--unhandled-rejections=strict", "-e", &script])
            .current_dir(installed.folder())
            .output()
            .unwrap();
        let (said, failed) = (String::from_utf8_lossy(&node.stdout), String::from_utf8_lossy(&node.stderr));
        assert!(node.status.success(), "{entry}: {failed}");
        assert_eq!((said.trim(), failed.trim()), (format!("function function {observed}").as_str(), ""), "{entry}");
    }
}

#[test]
fn the_zip_is_the_release_with_a_page_that_explains_it() {
    let file = File::open(folder().join(archive::file_name())).unwrap();
    let mut zip = zip::ZipArchive::new(file).unwrap();
    let mut seen = BTreeSet::new();
    for index in 0..zip.len() {
        let mut entry = zip.by_index(index).unwrap();
        let path = entry.name().unwrap().strip_prefix("partner-fit/").expect("one folder").to_owned();
        let mut bytes = Vec::new();
        entry.read_to_end(&mut bytes).unwrap();
        if path == "README.txt" {
            let text = String::from_utf8(bytes).unwrap();
            let hash = hashes()["partner-fit.js"].as_str().unwrap().to_owned();
            assert_eq!(text.matches(&hash).count(), 2, "a snippet in each language");
            assert!(!text.contains("{{"), "{text}");
        } else if path.starts_with("LICENSE") {
            assert_eq!(bytes, fs::read(root().join(&path)).unwrap());
        } else {
            assert_eq!(bytes, fs::read(folder().join(&path)).unwrap(), "{path}");
        }
        seen.insert(path);
    }
    for path in hashes().keys() {
        assert!(seen.contains(path), "{path} is not in the zip");
    }
}

#[test]
fn each_version_is_a_whole_copy_with_hashes_of_its_own() {
    let own = |path: &&String| {
        let top = path.split('/').next().unwrap();
        ![versions::VERSION, versions::major(), "_headers"].contains(&top) && !top.starts_with("partner-fit-")
    };
    let listed = files::list(folder()).unwrap();
    let expected: Vec<&String> = listed.iter().filter(own).collect();
    assert!(expected.iter().any(|path| *path == "integrity.json") && expected.iter().any(|path| path.ends_with(".br")));
    for version in [versions::VERSION, versions::major()] {
        let copy = folder().join(version);
        assert_eq!(files::list(&copy).unwrap().iter().collect::<Vec<_>>(), expected, "{version}");
        for path in &expected {
            assert_eq!(fs::read(copy.join(path)).unwrap(), fs::read(folder().join(path)).unwrap(), "{version}/{path}");
        }
    }
}
