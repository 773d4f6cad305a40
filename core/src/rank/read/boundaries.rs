//! Where records end in a text that comes in blocks: for whoever reads a table that does not fit into memory.
//!
//! The same rules as those of [`crate::rank::read::records`], by bytes: a line end inside quotation marks ends nothing.

/// Follows a table through its blocks.
#[derive(Clone, Copy, Debug)]
pub struct Boundaries {
    separator: u8,
    state: State,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum State {
    /// A cell begins.
    Start,
    /// Inside a cell without quotation marks, or behind the closing one.
    Plain,
    /// Inside quotation marks.
    Quoted,
    /// Behind a mark inside quotation marks: doubled, or the closing one.
    Mark,
    /// Behind a CR that ended a record, of which an LF is a part.
    Return,
}

impl Boundaries {
    /// At the beginning of a table whose cells are parted by `separator`.
    #[must_use]
    pub fn new(separator: u8) -> Self {
        Self { separator, state: State::Start }
    }

    /// Goes on through `block`; where in it the last record ends that does, behind its line end. A CR at the very end
    /// of a block ends nothing yet, for an LF may follow.
    pub fn last_end(&mut self, block: &[u8]) -> Option<usize> {
        let mut last = None;
        let mut from = 0;
        // Without quotation marks, nothing before the last LF matters.
        if !matches!(self.state, State::Quoted | State::Mark)
            && !block.contains(&b'"')
            && let Some(feed) = block.iter().rposition(|byte| *byte == b'\n')
        {
            (self.state, from) = (State::Plain, feed);
        }
        for (place, byte) in block.iter().enumerate().skip(from) {
            if self.state == State::Return {
                self.state = State::Start;
                if *byte == b'\n' {
                    last = Some(place + 1);
                    continue;
                }
                last = Some(place);
            }
            self.state = match (self.state, byte) {
                (State::Start, b'"') | (State::Mark, b'"') => State::Quoted,
                (State::Quoted, b'"') => State::Mark,
                (State::Quoted, _) => State::Quoted,
                (_, b'\r') => State::Return,
                (_, b'\n') => {
                    last = Some(place + 1);
                    State::Start
                }
                (_, byte) if *byte == self.separator => State::Start,
                _ => State::Plain,
            };
        }
        last
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rank::read::records::Records;

    /// Where the records of a text end, by the reader of records.
    fn ends(text: &str) -> Vec<usize> {
        let (mut records, mut cells, mut ends, mut at) = (Records::new(text, b',', 1), Vec::new(), Vec::new(), 0);
        while let Some(record) = records.next(&mut cells) {
            at += record.text.len();
            let rest = text.get(at..).unwrap_or_default();
            let end = if rest.starts_with("\r\n") { 2 } else { usize::from(!rest.is_empty()) };
            at += end;
            if end > 0 && record.unclosed.is_none() {
                ends.push(at);
            }
        }
        ends
    }

    #[test]
    fn records_end_where_the_reader_of_records_ends_them() {
        let pieces = ["a", "\"", ",", "\n", "\r", "\r\n", "\"\"", "é"];
        let mut seed = 1_u64;
        for _ in 0..2_000 {
            let mut text = String::new();
            for _ in 0..12 {
                seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
                text.push_str(pieces[(seed >> 40) as usize % pieces.len()]);
            }
            // A last line end that is a CR alone may still get its LF.
            let expected: Vec<usize> =
                ends(&text).into_iter().filter(|end| *end < text.len() || !text.ends_with('\r')).collect();
            for cut in 0..=text.len() {
                let mut boundaries = Boundaries::new(b',');
                let first = boundaries.last_end(&text.as_bytes()[..cut]);
                let second = boundaries.last_end(&text.as_bytes()[cut..]).map(|end| cut + end);
                assert_eq!(second.or(first), expected.last().copied(), "{text:?} cut at {cut}");
            }
        }
    }
}
