//! How a text goes into what is pasted: an attribute, a piece of text, an address, PHP. Scripts take JSON (`json`). No
//! text of anybody's may end what it stands in.

/// For the value of an attribute in double quotation marks, and for the text of an element.
#[must_use]
pub fn html(text: &str) -> String {
    let mut out = String::new();
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            // WordPress takes these for its shortcodes, wherever they stand.
            '[' => out.push_str("&#91;"),
            ']' => out.push_str("&#93;"),
            // A line break would be read as one; other control characters are not allowed in a page.
            c if c.is_control() => out.push_str(if c == '\n' { "&#10;" } else { "" }),
            c => out.push(c),
        }
    }
    out
}

/// For a value in the query of an address: everything but letters, digits and `-._~` by its bytes.
#[must_use]
pub fn query(text: &str) -> String {
    let mut out = String::new();
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            out.push(char::from(byte));
        } else {
            out.push_str(&format!("%{byte:02X}"));
        }
    }
    out
}

/// For a string of PHP in single quotation marks.
#[must_use]
pub fn php(text: &str) -> String {
    text.replace('\\', "\\\\").replace('\'', "\\'")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_ends_an_attribute_an_address_or_a_string() {
        assert_eq!(html("\"><b> & 'x'\n[y]"), "&quot;&gt;&lt;b&gt; &amp; &#39;x&#39;&#10;&#91;y&#93;");
        assert_eq!(query("a&b=c d/é"), "a%26b%3Dc%20d%2F%C3%A9");
        assert_eq!(php(r"it's \'"), r"it\'s \\\'");
    }
}
