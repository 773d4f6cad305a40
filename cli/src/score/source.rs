//! An input in blocks that fit into memory: decoded, and cut where records end.

use std::io::{self, Read};

use partner_fit_core::rank::read::boundaries::Boundaries;
use partner_fit_core::rank::read::encoding::{utf16, windows_1252};
use partner_fit_core::rank::read::records::line_ends;

/// How much of an input is looked at before it is read.
pub const HEAD_BYTES: usize = 1 << 20;

/// How long a record may be before a quotation mark is said to be left open.
pub const MAX_RECORD_BYTES: usize = 4 << 20;

/// Some whole records.
#[derive(Debug)]
pub struct Block {
    /// Their text.
    pub text: String,
    /// The line that they begin on, from 1.
    pub line: usize,
    /// Whether some bytes were no UTF-8, and are U+FFFD now.
    pub damaged: bool,
}

/// How bytes become text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Encoding {
    Utf8,
    Utf16Le,
    Utf16Be,
    Windows1252,
}

/// Where blocks are cut.
#[derive(Clone, Copy, Debug)]
pub enum Cut {
    /// Where records of a table end.
    Records(Boundaries),
    /// At line ends.
    Lines,
}

/// An input in blocks.
pub struct Source {
    input: Box<dyn Read>,
    encoding: Encoding,
    /// Bytes that are not yet decoded, such as half a unit.
    raw: Vec<u8>,
    /// Text that is not yet in a block.
    text: Vec<u8>,
    /// How much of it has been looked through for ends.
    seen: usize,
    cut: Cut,
    line: usize,
    block_bytes: usize,
    ended: bool,
    /// Whether the head is all that there is.
    whole: bool,
}

/// The first bytes of an input: all that comes until there are [`HEAD_BYTES`] or the end.
pub fn head(input: &mut dyn Read) -> io::Result<Vec<u8>> {
    let mut head = Vec::new();
    input.take(HEAD_BYTES as u64).read_to_end(&mut head)?;
    Ok(head)
}

impl Source {
    /// The blocks of an input of which `head` has been read; whether bytes that are no UTF-8 were taken as windows-1252.
    pub fn new(input: Box<dyn Read>, head: Vec<u8>, windows: bool, block_bytes: usize) -> (Self, bool) {
        let whole = head.len() < HEAD_BYTES;
        // The head may end within a character.
        let valid = match std::str::from_utf8(&head) {
            Ok(_) => true,
            Err(error) => error.error_len().is_none() && !whole,
        };
        let (encoding, mark) = match head.as_slice() {
            [0xff, 0xfe, ..] => (Encoding::Utf16Le, 2),
            [0xfe, 0xff, ..] => (Encoding::Utf16Be, 2),
            [0xef, 0xbb, 0xbf, ..] => (Encoding::Utf8, 3),
            _ if windows || !valid => (Encoding::Windows1252, 0),
            _ => (Encoding::Utf8, 0),
        };
        let mut source = Self {
            input,
            encoding,
            raw: head,
            text: Vec::new(),
            seen: 0,
            cut: Cut::Lines,
            line: 1,
            block_bytes,
            ended: false,
            whole,
        };
        source.raw.drain(..mark);
        source.decode();
        // Some programs write the mark of UTF-8 once more.
        while source.text.starts_with(b"\xef\xbb\xbf") {
            source.text.drain(..3);
        }
        (source, encoding == Encoding::Windows1252 && !windows)
    }

    /// The whole lines of the text that has been read so far and is in no block; all of it where that is all.
    pub fn peek(&self) -> String {
        let valid = match std::str::from_utf8(&self.text) {
            Ok(text) => text,
            Err(error) => {
                self.text.get(..error.valid_up_to()).map_or("", |valid| std::str::from_utf8(valid).unwrap_or(""))
            }
        };
        let lines = valid.rfind(['\n', '\r']).filter(|_| !self.whole).map_or(valid.len(), |end| end + 1);
        valid.get(..lines).unwrap_or_default().to_owned()
    }

    /// Reads the rest of the input, behind the head.
    pub fn rest(mut self, bytes: &mut Vec<u8>, most: usize) -> io::Result<()> {
        let left = (most + 1).saturating_sub(bytes.len());
        self.input.as_mut().take(left as u64).read_to_end(bytes)?;
        Ok(())
    }

    /// Leaves out the first `bytes` of the text, which hold `lines` line ends, and goes on by `cut`.
    pub fn start(&mut self, bytes: usize, lines: usize, cut: Cut) {
        self.text.drain(..bytes.min(self.text.len()));
        self.line += lines;
        self.cut = cut;
        self.seen = 0;
    }

    /// Turns what was read into text.
    fn decode(&mut self) {
        match self.encoding {
            Encoding::Utf8 => self.text.append(&mut self.raw),
            Encoding::Windows1252 => self.text.extend(windows_1252(&std::mem::take(&mut self.raw)).into_bytes()),
            Encoding::Utf16Le => self.utf16(u16::from_le_bytes),
            Encoding::Utf16Be => self.utf16(u16::from_be_bytes),
        }
    }

    fn utf16(&mut self, unit: fn([u8; 2]) -> u16) {
        let mut length = self.raw.len() / 2 * 2;
        // The first half of a pair waits for the second.
        let last = length.checked_sub(2).and_then(|from| self.raw.get(from..length)?.try_into().ok()).map(unit);
        if last.is_some_and(|unit| (0xd800..0xdc00).contains(&unit)) {
            length -= 2;
        }
        let units: Vec<u8> = self.raw.drain(..length).collect();
        self.text.extend(utf16(&units, unit).into_bytes());
    }

    fn fill(&mut self) -> io::Result<()> {
        let mut bytes = Vec::new();
        self.input.as_mut().take(self.block_bytes.min(HEAD_BYTES) as u64).read_to_end(&mut bytes)?;
        self.ended = bytes.is_empty();
        self.raw.append(&mut bytes);
        self.decode();
        Ok(())
    }

    /// The next block; `None` at the end.
    ///
    /// # Errors
    /// The input cannot be read; or a record is longer than [`MAX_RECORD_BYTES`], and then the line that it begins on.
    pub fn next(&mut self) -> io::Result<Result<Option<Block>, usize>> {
        let mut end = None;
        loop {
            while end.is_none() && self.seen < self.text.len() {
                // No more at a time than a block holds, so that blocks stay small where much has been read already.
                let to = (self.seen + self.block_bytes).min(self.text.len());
                let part = self.text.get(self.seen..to).unwrap_or_default();
                let found = match &mut self.cut {
                    Cut::Records(boundaries) => boundaries.last_end(part),
                    Cut::Lines => part.iter().rposition(|byte| *byte == b'\n').map(|place| place + 1),
                };
                end = found.map(|place| self.seen + place);
                self.seen = to;
            }
            if end.is_some() || self.ended {
                break;
            }
            if self.text.len() > MAX_RECORD_BYTES {
                return Ok(Err(self.line));
            }
            self.fill()?;
        }
        let end = end.unwrap_or(self.text.len());
        if end == 0 {
            return Ok(Ok(None));
        }
        let rest = self.text.split_off(end);
        let bytes = std::mem::replace(&mut self.text, rest);
        self.seen -= end;
        let line = self.line;
        let (text, damaged) = match String::from_utf8(bytes) {
            Ok(text) => (text, false),
            Err(error) => (String::from_utf8_lossy(error.as_bytes()).into_owned(), true),
        };
        self.line += line_ends(&text);
        Ok(Ok(Some(Block { text, line, damaged })))
    }
}
