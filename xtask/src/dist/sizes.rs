//! The sizes of a release's files, and how they are shown. What is too much is decided in `budget`.

use std::fmt::Write as _;

use serde::{Deserialize, Serialize};

/// One file, in bytes. A file without twins goes out as it is, whatever the visitor's browser accepts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Size {
    /// Relative to the release folder.
    pub path: String,
    /// As it is.
    pub raw: usize,
    /// Its gzip twin.
    pub gzip: usize,
    /// Its brotli twin.
    pub brotli: usize,
}

/// A table with a line for each file and one for the sum.
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

#[cfg(test)]
mod tests {
    use super::*;

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
