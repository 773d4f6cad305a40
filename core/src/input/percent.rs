//! Percent-encoding (RFC 3986 §2.1): bytes that may not stand in an address by themselves, as `%` and two digits.

use std::fmt::Write as _;

/// `text` with every byte encoded but those that `is_plain`.
#[must_use]
pub fn encode(text: &str, is_plain: fn(u8) -> bool) -> String {
    let mut encoded = String::new();
    for byte in text.bytes() {
        if is_plain(byte) {
            encoded.push(char::from(byte));
        } else {
            write!(encoded, "%{byte:02X}").ok(); // writing into a String never fails
        }
    }
    encoded
}

/// The text that was encoded; `None` where digits are missing or it is no UTF-8.
#[must_use]
pub fn decode(text: &str) -> Option<String> {
    let mut bytes = Vec::new();
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        bytes.push(if byte == b'%' {
            let mut digit = || rest.next().and_then(|byte| char::from(byte).to_digit(16));
            u8::try_from(digit()? * 16 + digit()?).ok()?
        } else {
            byte
        });
    }
    String::from_utf8(bytes).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_encoded_comes_back() {
        let encoded = encode("Café_1.0", |byte| byte.is_ascii_alphanumeric() || byte == b'_');
        assert_eq!(encoded, "Caf%C3%A9_1%2E0");
        assert_eq!(decode(&encoded).as_deref(), Some("Café_1.0"));
        assert_eq!([decode("%"), decode("%C"), decode("%ff")], [None, None, None]);
    }
}
