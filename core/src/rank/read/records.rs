//! CSV by RFC 4180, as spreadsheets write it: records of cells, with the line that each begins on.
//!
//! Lines end in CRLF, LF or CR; cells in quotation marks hold separators, line ends and doubled marks. A mark that is
//! never closed ends the reading, and says on which line it began.

use std::borrow::Cow;

/// How many cells of a record are kept: more than any table of ours has.
pub const MAX_CELLS: usize = 256;

/// The records of a text, one after the other.
#[derive(Clone, Debug)]
pub struct Records<'a> {
    text: &'a str,
    at: usize,
    line: usize,
    separator: u8,
}

/// One record of the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Record<'a> {
    /// The line that it begins on, from 1.
    pub line: usize,
    /// As it stands in the text, without the end of its line.
    pub text: &'a str,
    /// The line on which a quotation mark opens that is never closed.
    pub unclosed: Option<usize>,
}

impl<'a> Records<'a> {
    /// The records of `text`, whose cells are parted by `separator`, an ASCII character; `line` is that of its
    /// beginning, from 1.
    #[must_use]
    pub fn new(text: &'a str, separator: u8, line: usize) -> Self {
        Self { text, at: 0, line, separator }
    }

    /// How much of the text is behind.
    #[must_use]
    pub fn position(&self) -> usize {
        self.at
    }

    /// The next record, its cells put into `cells`, the first [`MAX_CELLS`] of them; `None` at the end.
    pub fn next(&mut self, cells: &mut Vec<Cow<'a, str>>) -> Option<Record<'a>> {
        cells.clear();
        if self.at >= self.text.len() {
            return None;
        }
        let (line, start) = (self.line, self.at);
        let mut unclosed = None;
        loop {
            let opened = self.line;
            let (cell, closed) = self.cell();
            if cells.len() < MAX_CELLS {
                cells.push(cell);
            }
            if !closed {
                unclosed = Some(opened);
            }
            if self.byte(0) == Some(self.separator) {
                self.at += 1;
            } else {
                break;
            }
        }
        let text = self.text.get(start..self.at).unwrap_or_default();
        self.end_of_line();
        Some(Record { line, text, unclosed })
    }

    fn byte(&self, ahead: usize) -> Option<u8> {
        self.text.as_bytes().get(self.at + ahead).copied()
    }

    /// Goes past the end of a line, if there is one.
    fn end_of_line(&mut self) {
        match (self.byte(0), self.byte(1)) {
            (Some(b'\r'), Some(b'\n')) => self.at += 2,
            (Some(b'\r' | b'\n'), _) => self.at += 1,
            _ => return,
        }
        self.line += 1;
    }

    /// The text from here to the next byte that ends a cell.
    fn plain(&mut self) -> &'a str {
        let rest = self.text.get(self.at..).unwrap_or_default();
        let ends = |byte: &u8| *byte == self.separator || *byte == b'\n' || *byte == b'\r';
        let length = rest.as_bytes().iter().position(ends).unwrap_or(rest.len());
        self.at += length;
        rest.get(..length).unwrap_or_default()
    }

    /// The next cell, and whether its quotation marks are closed.
    fn cell(&mut self) -> (Cow<'a, str>, bool) {
        if self.byte(0) != Some(b'"') {
            return (Cow::Borrowed(self.plain()), true);
        }
        self.at += 1;
        let mut cell = Cow::Borrowed("");
        loop {
            let rest = self.text.get(self.at..).unwrap_or_default();
            let Some(length) = rest.bytes().position(|byte| byte == b'"') else {
                self.line += line_ends(rest);
                self.at = self.text.len();
                append(&mut cell, rest);
                return (cell, false);
            };
            let part = rest.get(..length).unwrap_or_default();
            self.line += line_ends(part);
            append(&mut cell, part);
            self.at += length + 1;
            if self.byte(0) == Some(b'"') {
                append(&mut cell, "\"");
                self.at += 1;
            } else {
                // What stands behind the closing mark belongs to the cell as well.
                let rest = self.plain();
                append(&mut cell, rest);
                return (cell, true);
            }
        }
    }
}

fn append<'a>(cell: &mut Cow<'a, str>, part: &'a str) {
    if cell.is_empty() {
        *cell = Cow::Borrowed(part);
    } else if !part.is_empty() {
        cell.to_mut().push_str(part);
    }
}

/// How many lines end in `text`: at each CRLF, LF or CR.
#[must_use]
pub fn line_ends(text: &str) -> usize {
    let bytes = text.as_bytes();
    let feeds = bytes.iter().filter(|byte| **byte == b'\n').count();
    let lone = bytes.iter().zip(bytes.iter().skip(1)).filter(|(one, next)| **one == b'\r' && **next != b'\n').count();
    feeds + lone + usize::from(bytes.last() == Some(&b'\r'))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Vec<(usize, Vec<String>, Option<usize>)> {
        let (mut records, mut cells, mut all) = (Records::new(text, b',', 1), Vec::new(), Vec::new());
        while let Some(record) = records.next(&mut cells) {
            all.push((record.line, cells.iter().map(|cell| cell.to_string()).collect(), record.unclosed));
        }
        all
    }

    #[test]
    fn records_are_read_as_the_rfc_says() {
        let row = |line, cells: &[&str]| (line, cells.iter().map(|cell| (*cell).to_owned()).collect::<Vec<_>>(), None);
        assert_eq!(read(""), []);
        assert_eq!(read("a,b\r\nc,\n"), [row(1, &["a", "b"]), row(2, &["c", ""])]);
        assert_eq!(read("a\rb\r\r"), [row(1, &["a"]), row(2, &["b"]), row(3, &[""])]);
        assert_eq!(
            read("\"a,\"\"b\"\"\",x\n\"two\r\nlines\",\"\"\n\"q\"rest,mid\"dle"),
            [row(1, &["a,\"b\"", "x"]), row(2, &["two\r\nlines", ""]), row(4, &["qrest", "mid\"dle"])]
        );
    }

    #[test]
    fn a_mark_that_is_never_closed_is_told_by_its_line() {
        let read = read("a,b\n\"one\ntwo\",\"open\nto the end\n");
        assert_eq!(read.len(), 2);
        assert_eq!((read[1].0, read[1].2), (2, Some(3)));
    }

    #[test]
    fn a_record_of_separators_alone_takes_no_memory() {
        let (text, mut cells) = (",".repeat(100_000), Vec::new());
        let mut records = Records::new(&text, b',', 1);
        assert_eq!(records.next(&mut cells).unwrap().text.len(), text.len());
        assert_eq!((cells.len(), records.next(&mut cells)), (MAX_CELLS, None));
    }

    #[test]
    fn the_text_of_a_record_is_what_stands_there() {
        let mut records = Records::new("a,\"b\nc\"\r\nd", b',', 1);
        assert_eq!(records.next(&mut Vec::new()).unwrap().text, "a,\"b\nc\"");
        assert_eq!(records.next(&mut Vec::new()).unwrap(), Record { line: 3, text: "d", unclosed: None });
    }
}
