//! Escapes texts for what they are pasted into: an attribute, text in HTML, an address, PHP. Scripts take JSON
//! (`json`). An escaped text can never end the context that it stands in.

use partner_fit_core::input::percent;

/// Escapes a text for an attribute in double quotation marks, or for the text of an element.
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
            // WordPress would read these as shortcodes, even in attributes.
            '[' => out.push_str("&#91;"),
            ']' => out.push_str("&#93;"),
            // A line break is encoded, so that it stays part of the value; other control characters are not allowed in
            // a page.
            c if c.is_control() => out.push_str(if c == '\n' { "&#10;" } else { "" }),
            c => out.push(c),
        }
    }
    out
}

/// Escapes a value in the query of an address: everything but the unreserved characters of RFC 3986, §2.3.
#[must_use]
pub fn query(text: &str) -> String {
    percent::encode(text, |byte| byte.is_ascii_alphanumeric() || b"-._~".contains(&byte))
}

/// Escapes a string of PHP in single quotation marks.
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
