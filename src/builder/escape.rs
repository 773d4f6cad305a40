//! Escapes texts for what they are pasted into: an attribute, text in HTML, an address, PHP. Scripts take JSON
//! (`json`). An escaped text can never end the context that it stands in.

use partner_fit_core::input::percent;

/// What is put between two signs that would begin or end a placeholder of a template: a character that nobody sees.
/// Templates in a page read what a browser has decoded, so that an escaped brace is a brace to them.
const APART: &str = "&#8288;";

/// Escapes a text for an attribute in double quotation marks, or for the text of an element. What reads the page next
/// (a template of Vue, Angular, Liquid, Twig or a tag manager) finds no placeholder in it either.
#[must_use]
pub fn html(text: &str) -> String {
    let mut out = String::new();
    let mut before = ' ';
    for c in text.chars() {
        if begins_placeholder(before, c) {
            out.push_str(APART);
        }
        before = c;
        match c {
            // A server's templates read the text as it is written.
            '{' => out.push_str("&#123;"),
            '}' => out.push_str("&#125;"),
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

/// Whether two signs begin or end a placeholder of some template: `{{`, `{%`, `{#`, `<%`, `[[`, `${` and the like.
fn begins_placeholder(before: char, c: char) -> bool {
    let braces = |c: char| matches!(c, '{' | '}');
    (braces(before) && (braces(c) || matches!(c, '%' | '#' | '!')))
        || (braces(c) && matches!(before, '%' | '#' | '!' | '$' | '@' | '*'))
        || matches!((before, c), ('[', '[') | (']', ']') | ('<', '%') | ('%', '>') | ('<', '?') | ('?', '>') | ('{', _) if c != ' ' && !c.is_alphanumeric())
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
        assert_eq!(query("a&b=c d/é {{x}}"), "a%26b%3Dc%20d%2F%C3%A9%20%7B%7Bx%7D%7D");
        assert_eq!(php(r"it's \'"), r"it\'s \\\'");
    }

    #[test]
    fn no_template_finds_a_placeholder() {
        let decoded = |text: &str| {
            let named = [
                ("&#123;", "{"),
                ("&#125;", "}"),
                ("&#37;", "%"),
                ("&#91;", "["),
                ("&#93;", "]"),
                ("&#8288;", "\u{2060}"),
            ];
            let more = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")];
            named.into_iter().chain(more).fold(html(text), |text, (from, to)| text.replace(from, to))
        };
        for text in [
            "{{ x }}",
            "{{{x}}}",
            "{% x %}",
            "{# x #}",
            "[[ x ]]",
            "<% x %>",
            "<? x ?>",
            "${x}",
            "#{x}",
            "{!! x !!}",
            "@{x}",
        ] {
            let (written, read) = (html(text), decoded(text));
            assert!(!written.contains(['{', '}', '[', ']']), "{written}");
            for sign in
                ["{{", "}}", "{%", "%}", "{#", "#}", "[[", "]]", "<%", "%>", "<?", "?>", "${", "#{", "{!", "!}", "@{"]
            {
                assert!(!read.contains(sign), "{text} is read as {read}");
            }
            assert_eq!(read.replace('\u{2060}', ""), text);
        }
        assert_eq!(html("100 % {vendor}, a%20b"), "100 % &#123;vendor&#125;, a%20b");
    }
}
