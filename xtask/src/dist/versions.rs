//! The same site three times: in the root, in the folder of its version, which never changes again, and in that of its
//! major version, which the next release replaces. It also writes `_headers`, which says how long each may be cached;
//! Netlify and Cloudflare Pages read it, and for other hosts it is documentation.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use anyhow::Context as _;

use crate::serve::cache::{IMMUTABLE, REVALIDATED};
use crate::serve::{ALWAYS, STRICT_POLICY};
use crate::site::files;

/// The version of this release.
pub const VERSION: &str = env!("CARGO_PKG_VERSION");

/// The file that hosts read.
const HEADERS: &str = "_headers";

/// The folder of this major version, which every release of it replaces.
#[must_use]
pub fn major() -> &'static str {
    VERSION.split('.').next().unwrap_or(VERSION)
}

/// Copies the whole site into the folders of its versions, and writes the headers for all of them.
pub(super) fn publish(site: &Path) -> anyhow::Result<()> {
    let paths = files::list(site)?;
    for folder in [VERSION, major()] {
        for path in &paths {
            let target = site.join(folder).join(path);
            let parent = target.parent().context("a file without a folder")?;
            fs::create_dir_all(parent).with_context(|| format!("cannot make {}", parent.display()))?;
            fs::copy(site.join(path), &target).with_context(|| format!("cannot copy {path} into {folder}/"))?;
        }
    }
    fs::write(site.join(HEADERS), headers(&paths)).context("cannot write _headers")
}

/// Writes the headers. No two rules for one path set the same header, because hosts would join both values to an
/// invalid one.
fn headers(paths: &[String]) -> String {
    let mut text = String::from(
        "# What this folder is meant to be served with. Netlify and Cloudflare Pages read it here; set the same elsewhere.\n\
         # Folders of earlier versions stay where they are: give each the rule that the folder of this version has.\n\
         # Write your own address after each 'self' in the policy ('self' https://your.host): WebKit needs that where the\n\
         # page is in a frame with sandbox=\"allow-scripts\".\n\n/*\n",
    );
    // Writing to a string cannot fail.
    for (name, value) in ALWAYS {
        writeln!(text, "  {name}: {}", value.to_str().unwrap_or_default()).ok();
    }
    writeln!(text, "  content-security-policy: {STRICT_POLICY}").ok();
    let mut rule = |path: &str, value: &str| writeln!(text, "\n{path}\n  cache-control: {value}").ok();
    rule(&format!("/{VERSION}/*"), IMMUTABLE);
    rule(&format!("/{}/*", major()), REVALIDATED);
    rule("/", REVALIDATED);
    // A compressed copy is served under the name of its file.
    let tops: BTreeSet<String> = paths
        .iter()
        .filter(|path| !path.ends_with(".br") && !path.ends_with(".gz"))
        .map(|path| path.split_once('/').map_or_else(|| path.clone(), |(folder, _)| format!("{folder}/*")))
        .collect();
    for top in tops {
        rule(&format!("/{top}"), REVALIDATED);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_version_is_the_whole_site() {
        let site = tempfile::tempdir().unwrap();
        fs::create_dir(site.path().join("locales")).unwrap();
        for path in ["partner-fit.js", "partner-fit.js.br", "locales/nl.json"] {
            fs::write(site.path().join(path), path).unwrap();
        }
        let before = files::list(site.path()).unwrap();
        publish(site.path()).unwrap();
        for folder in [VERSION, major()] {
            assert_eq!(files::list(&site.path().join(folder)).unwrap(), before);
            assert_eq!(
                fs::read_to_string(site.path().join(folder).join("locales/nl.json")).unwrap(),
                "locales/nl.json"
            );
        }
        assert_eq!(files::list(site.path()).unwrap().len(), 3 * before.len() + 1);
    }

    #[test]
    fn no_header_is_set_twice_for_a_path() {
        let text = headers(&[
            "index.html".to_owned(),
            "index.html.br".to_owned(),
            "locales/en.json".to_owned(),
            "locales/nl.json".to_owned(),
        ]);
        let rules: Vec<(&str, Vec<&str>)> = text
            .split("\n\n")
            .filter(|rule| rule.starts_with('/'))
            .map(|rule| {
                let (path, lines) = rule.split_once('\n').unwrap();
                (path, lines.lines().map(|line| line.trim().split(':').next().unwrap()).collect())
            })
            .collect();
        let paths: Vec<&str> = rules.iter().map(|(path, _)| *path).collect();
        assert_eq!(
            paths,
            ["/*", &format!("/{VERSION}/*"), &format!("/{}/*", major()), "/", "/index.html", "/locales/*"]
        );
        let (_, everywhere) = rules.first().unwrap();
        assert!(everywhere.contains(&"access-control-allow-origin") && everywhere.contains(&"content-security-policy"));
        for (path, headers) in rules.iter().skip(1) {
            assert_eq!(headers, &["cache-control"], "{path}");
        }
    }
}
