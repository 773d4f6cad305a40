//! The files of a site: copied as they are, but for style sheets that become part of the engine's glue; and putting a finished
//! folder in the place of the last one.

use std::fs;
use std::path::Path;

use anyhow::Context as _;

use crate::project::Project;

/// Copies index.html and everything under static (whose own name disappears) into the site.
///
/// # Errors
/// When a file cannot be read or written.
pub fn copy(project: &Project, site: &Path) -> anyhow::Result<()> {
    let page = project.root.join("index.html");
    if page.exists() {
        copy_file(&page, &site.join("index.html"))?;
    }
    let folder = project.root.join("static");
    if folder.exists() {
        copy_folder(&folder, site)?;
        include(&folder, site)?;
    }
    Ok(())
}

/// The script that holds style sheets, each as a constant of this name, and their files.
const HOLDER: &str = "engine.js";
const HELD: [(&str, &str); 2] = [("STYLES", "widget.css"), ("PRINT_STYLES", "print.css")];

/// Puts the engine's style sheets into its glue: a request for each would be one more before the first question. They
/// are then no files of the site.
fn include(folder: &Path, site: &Path) -> anyhow::Result<()> {
    let script = site.join(HOLDER);
    if !script.exists() {
        return Ok(());
    }
    let mut text = fs::read_to_string(&script).with_context(|| format!("cannot read {}", script.display()))?;
    for (constant, name) in HELD {
        let sheet = folder.join(name);
        if !sheet.exists() {
            continue;
        }
        let css = fs::read_to_string(&sheet).with_context(|| format!("cannot read {}", sheet.display()))?;
        let string = serde_json::to_string(&squeezed(&css)).context("a style sheet is no string")?;
        fs::remove_file(site.join(name)).with_context(|| format!("cannot remove {name}"))?;
        text.push_str(&format!("export const {constant} = {string};\n"));
    }
    fs::write(&script, text).with_context(|| format!("cannot write {}", script.display()))
}

/// A style sheet without comments and line breaks, which mean nothing in one.
fn squeezed(css: &str) -> String {
    let mut squeezed = String::new();
    let mut rest = css;
    while let Some((before, comment)) = rest.split_once("/*") {
        squeezed.push_str(before);
        rest = comment.split_once("*/").map_or("", |(_, after)| after);
    }
    squeezed.push_str(rest);
    let lines = squeezed.lines().map(str::trim).filter(|line| !line.is_empty());
    lines.fold(String::new(), |joined, line| {
        let space = if joined.is_empty() || joined.ends_with(['{', '}', ';', ',']) { "" } else { " " };
        format!("{joined}{space}{line}")
    })
}

/// Puts `staging` where `place` is. Requests that arrive meanwhile find the one or the other, never half of each.
///
/// # Errors
/// When a folder cannot be moved or removed.
pub fn replace(staging: &Path, place: &Path) -> anyhow::Result<()> {
    let old = place.with_extension("old");
    if old.exists() {
        fs::remove_dir_all(&old).with_context(|| format!("cannot remove {}", old.display()))?;
    }
    if place.exists() {
        fs::rename(place, &old).with_context(|| format!("cannot move {}", place.display()))?;
    }
    fs::rename(staging, place).with_context(|| format!("cannot move {}", staging.display()))?;
    if old.exists() {
        fs::remove_dir_all(&old).with_context(|| format!("cannot remove {}", old.display()))?;
    }
    Ok(())
}

/// Every file below `folder`, as paths with `/` relative to it, sorted.
///
/// # Errors
/// When a folder cannot be read.
pub fn list(folder: &Path) -> anyhow::Result<Vec<String>> {
    let mut found = Vec::new();
    walk(folder, "", &mut found)?;
    found.sort();
    Ok(found)
}

fn walk(folder: &Path, prefix: &str, found: &mut Vec<String>) -> anyhow::Result<()> {
    let entries = fs::read_dir(folder).with_context(|| format!("cannot read {}", folder.display()))?;
    for entry in entries {
        let entry = entry.with_context(|| format!("cannot read {}", folder.display()))?;
        let name = entry.file_name();
        let name = name.to_str().with_context(|| format!("expected a UTF-8 file name, got {}", name.display()))?;
        if entry.path().is_dir() {
            walk(&entry.path(), &format!("{prefix}{name}/"), found)?;
        } else {
            found.push(format!("{prefix}{name}"));
        }
    }
    Ok(())
}

/// Copies every file below a folder, but for hidden ones.
///
/// # Errors
/// When a file cannot be read or written.
pub fn copy_folder(from: &Path, to: &Path) -> anyhow::Result<()> {
    for path in list(from)? {
        // Editors and file managers leave hidden files behind; none of ours is hidden.
        if path.split('/').any(|part| part.starts_with('.')) {
            continue;
        }
        copy_file(&from.join(&path), &to.join(&path))?;
    }
    Ok(())
}

fn copy_file(from: &Path, to: &Path) -> anyhow::Result<()> {
    if let Some(folder) = to.parent() {
        fs::create_dir_all(folder).with_context(|| format!("cannot make {}", folder.display()))?;
    }
    fs::copy(from, to).with_context(|| format!("cannot copy {} to {}", from.display(), to.display()))?;
    Ok(())
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn static_is_flattened_and_hidden_files_stay() {
        let folder = tempfile::tempdir().unwrap();
        let root = folder.path();
        for (path, text) in [
            ("index.html", "page"),
            ("static/partner-fit.js", "js"),
            ("static/locales/nl.json", "{}"),
            ("static/.swap", "no"),
        ] {
            fs::create_dir_all(root.join(path).parent().unwrap()).unwrap();
            fs::write(root.join(path), text).unwrap();
        }
        let project = Project { root: root.into(), target: root.join("target") };
        let site = root.join("site");
        fs::create_dir(&site).unwrap();
        copy(&project, &site).unwrap();
        assert_eq!(list(&site).unwrap(), ["index.html", "locales/nl.json", "partner-fit.js"]);
    }

    #[test]
    fn a_style_sheet_becomes_part_of_the_script() {
        let folder = tempfile::tempdir().unwrap();
        let root = folder.path();
        fs::create_dir_all(root.join("static")).unwrap();
        fs::write(root.join("static/widget.css"), "/* why */\na,\nb { color: red;\n  margin: 0\n    1px; }\n").unwrap();
        let project = Project { root: root.into(), target: root.join("target") };
        let site = root.join("site");
        fs::create_dir(&site).unwrap();
        fs::write(site.join("engine.js"), "export default 1;\n").unwrap();
        copy(&project, &site).unwrap();
        assert_eq!(list(&site).unwrap(), ["engine.js"]);
        let script = fs::read_to_string(site.join("engine.js")).unwrap();
        let expected = "export default 1;\nexport const STYLES = \"a,b { color: red;margin: 0 1px; }\";\n";
        assert_eq!(script, expected);
    }

    #[test]
    fn replace_leaves_only_the_new_folder() {
        let folder = tempfile::tempdir().unwrap();
        let (next, place) = (folder.path().join("site.next"), folder.path().join("site"));
        for (path, file) in [(&place, "old"), (&next, "new")] {
            fs::create_dir(path).unwrap();
            fs::write(path.join(file), "").unwrap();
        }
        replace(&next, &place).unwrap();
        assert_eq!(list(folder.path()).unwrap(), ["site/new"]);
    }
}
