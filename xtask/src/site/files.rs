//! The files of a site: copies those that are not bundled, and replaces a folder by a finished one.

use std::fs;
use std::path::Path;

use anyhow::Context as _;

use super::bundle;
use crate::project::Project;

/// The paper on the method, and its name in the site: every host serves that name as text, and every browser shows it.
const METHOD: (&str, &str) = ("docs/method.md", "method.txt");

/// Copies index.html, the paper on the method and the served files of static into the site. The name `static` is not part
/// of their paths.
///
/// # Errors
/// A file cannot be read or written.
pub fn copy(project: &Project, site: &Path) -> anyhow::Result<()> {
    if project.root.join("index.html").exists() {
        copy_file(&project.root, site, "index.html")?;
    }
    let (paper, name) = METHOD;
    let (from, to) = (project.root.join(paper), site.join(name));
    if from.exists() {
        fs::copy(&from, &to).with_context(|| format!("cannot copy {} to {}", from.display(), to.display()))?;
    }
    let folder = project.root.join("static");
    if folder.exists() {
        for path in visible(&folder)?.iter().filter(|path| !bundle::is_bundled(path)) {
            copy_file(&folder, site, path)?;
        }
    }
    Ok(())
}

/// Replaces `target` by `staging`. Requests that arrive meanwhile find one of the two, never half of each.
///
/// # Errors
/// A folder cannot be moved or removed.
pub fn replace(staging: &Path, target: &Path) -> anyhow::Result<()> {
    let old = target.with_extension("old");
    if old.exists() {
        fs::remove_dir_all(&old).with_context(|| format!("cannot remove {}", old.display()))?;
    }
    if target.exists() {
        fs::rename(target, &old).with_context(|| format!("cannot move {}", target.display()))?;
    }
    fs::rename(staging, target).with_context(|| format!("cannot move {}", staging.display()))?;
    if old.exists() {
        fs::remove_dir_all(&old).with_context(|| format!("cannot remove {}", old.display()))?;
    }
    Ok(())
}

/// Lists every file below `folder`, as sorted relative paths with `/`.
///
/// # Errors
/// A folder cannot be read.
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

/// Copies every file below a folder, except hidden ones.
///
/// # Errors
/// A file cannot be read or written.
pub fn copy_folder(from: &Path, to: &Path) -> anyhow::Result<()> {
    visible(from)?.iter().try_for_each(|path| copy_file(from, to, path))
}

/// Editors and file managers leave hidden files; none of ours is hidden.
fn visible(folder: &Path) -> anyhow::Result<Vec<String>> {
    let is_hidden = |path: &String| path.split('/').any(|part| part.starts_with('.'));
    Ok(list(folder)?.into_iter().filter(|path| !is_hidden(path)).collect())
}

/// Copies the file at `path` from one folder to the same path in another.
///
/// # Errors
/// It cannot be read or written.
pub fn copy_file(from: &Path, to: &Path, path: &str) -> anyhow::Result<()> {
    let (from, to) = (from.join(path), to.join(path));
    if let Some(folder) = to.parent() {
        fs::create_dir_all(folder).with_context(|| format!("cannot make {}", folder.display()))?;
    }
    fs::copy(&from, &to).with_context(|| format!("cannot copy {} to {}", from.display(), to.display()))?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn static_is_flattened_and_what_is_no_file_of_the_site_stays() {
        let folder = tempfile::tempdir().unwrap();
        let root = folder.path();
        for (path, text) in [
            ("index.html", "page"),
            ("docs/method.md", "paper"),
            ("docs/other.md", "no"),
            ("static/page.js", "js"),
            ("static/element/index.js", "js"),
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
        assert_eq!(list(&site).unwrap(), ["index.html", "locales/nl.json", "method.txt", "page.js"]);
    }

    #[test]
    fn replace_leaves_only_the_new_folder() {
        let folder = tempfile::tempdir().unwrap();
        let (next, target) = (folder.path().join("site.next"), folder.path().join("site"));
        for (path, file) in [(&target, "old"), (&next, "new")] {
            fs::create_dir(path).unwrap();
            fs::write(path.join(file), "").unwrap();
        }
        replace(&next, &target).unwrap();
        assert_eq!(list(folder.path()).unwrap(), ["site/new"]);
    }
}
