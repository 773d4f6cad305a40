//! Compressed copies of the files, for hosts that serve them, and the sizes that visitors download.

use std::fs;
use std::io::Write as _;
use std::path::Path;

use anyhow::Context as _;
use flate2::Compression;
use flate2::write::GzEncoder;

use super::sizes::Size;
use crate::site::files;

/// The types of files that compression makes smaller. Pictures other than SVG are compressed already.
const ENDINGS: [&str; 9] = ["css", "html", "js", "json", "md", "svg", "ts", "txt", "wasm"];

/// The largest window of brotli that every decoder must accept (RFC 7932, §9.1).
const WINDOW_LOG2: u32 = 22;

/// Writes `.br` and `.gz` next to every file that they make smaller.
pub(super) fn write(site: &Path) -> anyhow::Result<Vec<Size>> {
    let mut sizes = Vec::new();
    for path in files::list(site)? {
        let bytes = fs::read(site.join(&path)).with_context(|| format!("cannot read {path}"))?;
        let mut size = Size { raw: bytes.len(), gzip: bytes.len(), brotli: bytes.len(), path };
        if compressible(&size.path) {
            let path = &size.path;
            let (gz, br) = (gzip(&bytes)?, brotli(&bytes)?);
            (size.gzip, size.brotli) = (gz.len(), br.len());
            for (ending, twin) in [("gz", gz), ("br", br)] {
                fs::write(site.join(format!("{path}.{ending}")), twin)
                    .with_context(|| format!("cannot write {path}.{ending}"))?;
            }
        }
        sizes.push(size);
    }
    Ok(sizes)
}

fn compressible(path: &str) -> bool {
    path.rsplit_once('.').is_some_and(|(_, ending)| ENDINGS.contains(&ending))
}

/// Compresses at level 9 without a time in the header, so that the same bytes give the same copy.
fn gzip(bytes: &[u8]) -> anyhow::Result<Vec<u8>> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes).and_then(|()| encoder.finish()).context("cannot compress with gzip")
}

fn brotli(bytes: &[u8]) -> anyhow::Result<Vec<u8>> {
    let mut twin = Vec::new();
    {
        let mut encoder = brotli::CompressorWriter::new(&mut twin, 4096, 11, WINDOW_LOG2);
        encoder.write_all(bytes).and_then(|()| encoder.flush()).context("cannot compress with brotli")?;
    }
    Ok(twin)
}

#[cfg(test)]
mod tests {
    use std::io::Read as _;

    use super::*;

    #[test]
    fn twins_hold_the_file() {
        let site = tempfile::tempdir().unwrap();
        let text = "partner ".repeat(500);
        fs::write(site.path().join("a.js"), &text).unwrap();
        fs::write(site.path().join("b.png"), "png").unwrap();
        let sizes = write(site.path()).unwrap();
        assert_eq!(files::list(site.path()).unwrap(), ["a.js", "a.js.br", "a.js.gz", "b.png"]);
        assert_eq!((sizes[0].raw, sizes[1].brotli), (4000, 3));
        assert!(sizes[0].brotli < sizes[0].gzip && sizes[0].gzip < 100, "{sizes:?}");

        let mut plain = String::new();
        let twin = fs::read(site.path().join("a.js.gz")).unwrap();
        flate2::read::GzDecoder::new(twin.as_slice()).read_to_string(&mut plain).unwrap();
        assert_eq!(plain, text);
        let twin = fs::read(site.path().join("a.js.br")).unwrap();
        let mut plain = String::new();
        brotli::Decompressor::new(twin.as_slice(), 4096).read_to_string(&mut plain).unwrap();
        assert_eq!(plain, text);
    }
}
