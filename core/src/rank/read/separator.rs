//! The separator of a table: what its first line says, or the one under which most rows fit the header.

use std::borrow::Cow;

use crate::rank::read::records::Records;

/// What may part the cells of a row.
pub const SEPARATORS: [u8; 4] = [b',', b';', b'\t', b'|'];

/// How many records are looked at.
const SAMPLE: usize = 50;

/// How the cells of a table are parted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Separator {
    /// By this character; the rest of the text is what follows a first line that says so, with the line of its beginning.
    Is(u8),
    /// By one or the other: both read the header and the rows equally well.
    Either(u8, u8),
}

/// The separator that a first line `sep=;` names, with the text behind that line.
#[must_use]
pub fn named(text: &str) -> Option<(u8, &str)> {
    let rest = text.get(..4).filter(|start| start.eq_ignore_ascii_case("sep=")).and_then(|_| text.get(4..))?;
    let separator = rest.bytes().next().filter(u8::is_ascii)?;
    let rest = rest.get(1..)?;
    let behind = rest.strip_prefix("\r\n").or_else(|| rest.strip_prefix(['\r', '\n']));
    behind.or_else(|| rest.is_empty().then_some("")).map(|behind| (separator, behind))
}

/// The separator of a table whose header has names that are `known`: the one under which the header has most of them;
/// of those, the one under which most of the first records have as many cells as the header. A table of one column
/// has none, and is read by the first.
#[must_use]
pub fn found(text: &str, known: &dyn Fn(&str) -> bool) -> Separator {
    let mut best: Option<(usize, usize, u8)> = None;
    let mut also = None;
    for separator in SEPARATORS {
        let (names, fitting, columns) = fit(text, separator, known);
        match best {
            Some((most, fits, _)) if (names, fitting) < (most, fits) => {}
            Some((most, fits, _)) if (names, fitting) == (most, fits) => {
                also = (columns > 1).then_some(separator).or(also)
            }
            _ => (best, also) = (Some((names, fitting, separator)), None),
        }
    }
    let first = best.map_or(b',', |(_, _, separator)| separator);
    match also {
        // One that parts nothing reads a table of one column, which another one may as well.
        Some(other) if fit(text, first, known).2 > 1 => Separator::Either(first, other),
        Some(other) => Separator::Is(other),
        None => Separator::Is(first),
    }
}

/// How many cells of the header are known names, how many of the first records have as many cells as it, and how many
/// these are.
fn fit(text: &str, separator: u8, known: &dyn Fn(&str) -> bool) -> (usize, usize, usize) {
    let (mut records, mut cells) = (Records::new(text, separator, 1), Vec::new());
    let mut filled = || -> Option<Vec<Cow<str>>> {
        while records.next(&mut cells).is_some() {
            if cells.iter().any(|cell| !cell.trim().is_empty()) {
                return Some(cells.clone());
            }
        }
        None
    };
    let header = filled().unwrap_or_default();
    let names = header.iter().filter(|cell| known(cell.trim())).count();
    let rows = std::iter::from_fn(filled).take(SAMPLE - 1);
    (names, rows.filter(|row| row.len() == header.len()).count(), header.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn separator(text: &str) -> Separator {
        found(text, &|name| ["name", "note", "a", "b"].contains(&name))
    }

    #[test]
    fn the_header_decides_and_then_the_rows() {
        assert_eq!(separator("name;a;b\nx,y;1,5;2,5\n"), Separator::Is(b';'));
        assert_eq!(separator("name\ta\nx;y\t1,5\n"), Separator::Is(b'\t'));
        assert_eq!(separator("name|a\nx|1\n"), Separator::Is(b'|'));
        assert_eq!(separator("name,a\n\"x;y\",1\n"), Separator::Is(b','));
        assert_eq!(separator("name\nx;y\n"), Separator::Is(b','));
        assert_eq!(separator("name,other;a,other\nx,1;2,3\ny,1;2,3\n"), Separator::Is(b','));
        assert_eq!(separator("name,o;a\nx;2\n"), Separator::Is(b';'));
        assert_eq!(separator("name,o;a\nx,1;2\n"), Separator::Either(b',', b';'));
    }

    #[test]
    fn a_first_line_may_name_it() {
        assert_eq!(named("sep=;\r\nname;a"), Some((b';', "name;a")));
        assert_eq!(named("SEP=\t\nname"), Some((b'\t', "name")));
        assert_eq!(named("sep=|"), Some((b'|', "")));
        assert_eq!([named("sep="), named("separate"), named("sep=;;\nname"), named("se")], [None; 4]);
    }
}
