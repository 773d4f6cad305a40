//! The text in a file: UTF-8, UTF-16 by its mark, or what is neither, as windows-1252; and files that hold no text.

use std::borrow::Cow;

/// A file's text, and what was assumed of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decoded<'a> {
    /// The text, without a byte order mark.
    pub text: Cow<'a, str>,
    /// Whether it was no UTF-8 and was read as windows-1252.
    pub assumed: bool,
}

/// The name of a kind of file that holds no text, by its first bytes.
#[must_use]
pub fn workbook(bytes: &[u8]) -> Option<&'static str> {
    if bytes.starts_with(b"PK\x03\x04") {
        Some("an Excel workbook (.xlsx) or another zip file")
    } else if bytes.starts_with(&[0xd0, 0xcf, 0x11, 0xe0]) {
        Some("an Excel workbook (.xls)")
    } else {
        None
    }
}

/// The text in `bytes`. Units of UTF-16 that stand for nothing become U+FFFD.
#[must_use]
pub fn decode(bytes: &[u8]) -> Decoded<'_> {
    let certain = |text| Decoded { text, assumed: false };
    match bytes {
        [0xef, 0xbb, 0xbf, rest @ ..] => decode(rest),
        [0xff, 0xfe, rest @ ..] => certain(Cow::Owned(utf16(rest, u16::from_le_bytes))),
        [0xfe, 0xff, rest @ ..] => certain(Cow::Owned(utf16(rest, u16::from_be_bytes))),
        _ => match std::str::from_utf8(bytes) {
            Ok(text) => certain(Cow::Borrowed(text)),
            Err(_) => Decoded { text: Cow::Owned(windows_1252(bytes)), assumed: true },
        },
    }
}

/// The text in units of UTF-16, whose two bytes `unit` puts together.
#[must_use]
pub fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> String {
    let units = bytes.chunks_exact(2).filter_map(|pair| pair.try_into().ok()).map(unit);
    char::decode_utf16(units).map(|unit| unit.unwrap_or(char::REPLACEMENT_CHARACTER)).collect()
}

/// Bytes 0x80 to 0x9f of windows-1252, as the WHATWG Encoding Standard maps them; all others are those of Latin-1.
const WINDOWS_1252: [char; 32] = [
    '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}', '\u{90}', '‘', '’',
    '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
];

/// The text in bytes of windows-1252.
#[must_use]
pub fn windows_1252(bytes: &[u8]) -> String {
    let special = |byte: u8| byte.checked_sub(0x80).and_then(|place| WINDOWS_1252.get(usize::from(place)));
    bytes.iter().map(|byte| special(*byte).copied().unwrap_or(char::from(*byte))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_encoding_of_spreadsheets_is_read() {
        let text = |bytes: &[u8]| decode(bytes).text.into_owned();
        assert_eq!(text(b"\xef\xbb\xbfna\xc3\xafef"), "naïef");
        assert_eq!(text(b"\xff\xfen\0\xef\0\x3d\xd8\x00\xde"), "nï😀");
        assert_eq!(text(b"\xfe\xff\0n\0\xef"), "nï");
        assert_eq!(text(b"\xff\xfe\x00\xd8n\0n"), "\u{fffd}n");
        assert_eq!(decode(b"na\xefef \x80 \x97"), Decoded { text: Cow::Borrowed("naïef € —"), assumed: true });
        assert!(!decode("naïef".as_bytes()).assumed);
        assert_eq!(workbook(b"PK\x03\x04rest"), Some("an Excel workbook (.xlsx) or another zip file"));
        assert_eq!((workbook(&[0xd0, 0xcf, 0x11, 0xe0]), workbook(b"PK,3")), (Some("an Excel workbook (.xls)"), None));
    }
}
