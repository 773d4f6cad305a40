//! The release as a zip, for people who upload a folder by hand: the site without compressed copies, and a plain-text
//! page that explains what to do with it.

use std::fs::{self, File};
use std::io::Write as _;
use std::path::Path;

use anyhow::Context as _;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use super::versions::VERSION;
use crate::site::bundle;

const README: &str = include_str!("archive/README.txt");
const LICENCES: [&str; 3] = ["LICENSE", "LICENSE-APACHE", "LICENSE-MIT"];

/// The archive's name. It contains a single folder.
#[must_use]
pub fn file_name() -> String {
    format!("partner-fit-{VERSION}.zip")
}

/// Writes the archive of the files at `paths` into the site's folder. The same files give the same bytes, because they
/// are sorted by name and get the first date that a zip can store (1980).
pub(super) fn write(root: &Path, site: &Path, paths: &[String]) -> anyhow::Result<()> {
    let archive_path = site.join(file_name());
    let file = File::create(&archive_path).with_context(|| format!("cannot make {}", archive_path.display()))?;
    let mut archive = ZipWriter::new(file);
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .compression_level(Some(9))
        .last_modified_time(DateTime::default())
        .unix_permissions(0o644);
    let mut add = |path: &str, bytes: &[u8]| {
        archive.start_file(format!("partner-fit/{path}"), options).with_context(|| format!("cannot pack {path}"))?;
        archive.write_all(bytes).with_context(|| format!("cannot pack {path}"))
    };
    let read = |path: std::path::PathBuf| fs::read(&path).with_context(|| format!("cannot read {}", path.display()));
    let hash = super::integrity::hash(&read(site.join(bundle::ELEMENT))?);
    add("README.txt", README.replace("{{version}}", VERSION).replace("{{hash}}", &hash).as_bytes())?;
    for licence in LICENCES {
        add(licence, &read(root.join(licence))?)?;
    }
    for path in paths {
        add(path, &read(site.join(path))?)?;
    }
    archive.finish().context("cannot finish the archive")?;
    Ok(())
}
