//! The sizes of a release's files, and the table of them. Limits are in `budget`.

use std::fmt::Write as _;

use serde::{Deserialize, Serialize};

/// The sizes of one file in bytes. A file without compressed copies is served uncompressed to every browser.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Size {
    /// The path, relative to the release folder.
    pub path: String,
    /// The uncompressed size.
    pub raw: usize,
    /// The size of its gzip copy.
    pub gzip: usize,
    /// The size of its brotli copy.
    pub brotli: usize,
}

/// Writes a table with a line for each file and one for the sum.
pub(super) fn table(sizes: &[Size]) -> String {
    let sum = |pick: fn(&Size) -> usize| sizes.iter().map(pick).sum();
    let total = Size { path: "all".to_owned(), raw: sum(|s| s.raw), gzip: sum(|s| s.gzip), brotli: sum(|s| s.brotli) };
    let width = sizes.iter().map(|size| size.path.len()).max().unwrap_or(0).max(4);
    let mut text = format!("{:width$} {:>9} {:>9} {:>9}", "file", "raw", "gzip", "brotli");
    for size in sizes.iter().chain([&total]) {
        let Size { path, raw, gzip, brotli } = size;
        // Writing to a string cannot fail.
        write!(text, "\n{path:width$} {raw:>9} {gzip:>9} {brotli:>9}").ok();
    }
    text
}

/// Writes what a change added to the brotli downloads: the sum, then each file that changed. Empty if none did.
pub(super) fn change(before: &[Size], after: &[Size]) -> Option<String> {
    let of = |sizes: &[Size], path: &str| sizes.iter().find(|size| size.path == path).map_or(0, |size| size.brotli);
    let mut paths: Vec<&str> = before.iter().chain(after).map(|size| size.path.as_str()).collect();
    paths.sort_unstable();
    paths.dedup();
    let changes: Vec<(&str, i64)> = paths
        .into_iter()
        .map(|path| (path, signed(of(after, path)) - signed(of(before, path))))
        .filter(|(_, bytes)| *bytes != 0)
        .collect();
    let sum = changes.iter().map(|(_, bytes)| bytes).sum::<i64>();
    let files: Vec<String> = changes.iter().map(|(path, bytes)| format!("{path} {bytes:+}")).collect();
    (!files.is_empty()).then(|| format!("this change: {} KB ({})", kilobytes(sum), files.join(", ")))
}

fn signed(bytes: usize) -> i64 {
    i64::try_from(bytes).unwrap_or(i64::MAX)
}

/// Writes a size with one decimal digit, by integer arithmetic.
fn kilobytes(bytes: i64) -> String {
    let tenths = (bytes.abs() * 10 + 512) / 1024;
    format!("{}{}.{}", if bytes < 0 { '-' } else { '+' }, tenths / 10, tenths % 10)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_change_is_told_by_file() {
        let size = |path: &str, brotli| Size { path: path.to_owned(), raw: 1, gzip: 1, brotli };
        let before = [size("a.js", 1000), size("b.js", 500), size("c.js", 7)];
        let after = [size("a.js", 1400), size("b.js", 500), size("d.js", 20)];
        assert_eq!(change(&before, &after).as_deref(), Some("this change: +0.4 KB (a.js +400, c.js -7, d.js +20)"));
        assert_eq!(change(&after, &before).as_deref(), Some("this change: -0.4 KB (a.js -400, c.js +7, d.js -20)"));
        assert_eq!(change(&before, &before), None);
    }

    #[test]
    fn columns_line_up_and_end_in_the_sum() {
        let size = |path: &str, raw| Size { path: path.to_owned(), raw, gzip: raw / 2, brotli: raw / 4 };
        assert_eq!(
            table(&[size("engine.js", 4000), size("a", 40)]),
            "\
file            raw      gzip    brotli
engine.js      4000      2000      1000
a                40        20        10
all            4040      2020      1010"
        );
    }
}
