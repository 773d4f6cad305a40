//! Plain text from outside: never empty, bounded, and without characters that could pass for something else.

/// How long a text may be, in characters.
pub const MAX_CHARACTERS: usize = 2_000;

/// Why `words` is not a valid text in one language, or `None`.
#[must_use]
pub fn text_problem(words: &str) -> Option<String> {
    let characters = words.chars().count();
    if words.trim().is_empty() {
        return Some("expected a text, got an empty one".to_owned());
    }
    if characters > MAX_CHARACTERS {
        return Some(format!("expected at most {MAX_CHARACTERS} characters, got {characters}"));
    }
    let control = words.chars().find(|c| is_forbidden(*c))?;
    Some(format!("expected plain text, got the control character U+{:04X}", u32::from(control)))
}

/// Whether a character may not stand in a text: a control character, or one that could reverse its direction.
#[must_use]
pub fn is_forbidden(c: char) -> bool {
    c.is_control() || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// The first `most` characters of a name by a stranger, without those that are forbidden, break a line or mark a
/// direction unseen.
#[must_use]
pub fn clean_name(name: &str, most: usize) -> String {
    let hides = |c: char| is_forbidden(c) || matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{2028}' | '\u{2029}');
    let shown: String = name.trim().chars().filter(|c| !hides(*c)).take(most).collect();
    shown.trim().to_owned()
}

/// A name by a stranger, as it is shown inside quotation marks of ours: without quotation marks of its own, which would let
/// it speak in our voice, and without characters that cannot be seen. Nothing is left of a name that is only made of those.
#[must_use]
pub fn shown_name(name: &str) -> String {
    let mut shown = String::new();
    for c in name.chars() {
        match c {
            '\u{2018}' | '\u{2019}' | '\u{201b}' => shown.push('\''),
            c if is_quotation_mark(c) || is_invisible(c) => {}
            c if c.is_whitespace() => shown.push(' '),
            c => shown.push(c),
        }
    }
    shown.trim().to_owned()
}

/// Quotation marks but for the apostrophe.
fn is_quotation_mark(c: char) -> bool {
    matches!(c, '"' | '`' | '«' | '»' | '\u{201a}'..='\u{201f}' | '\u{2039}' | '\u{203a}' | '\u{275b}'..='\u{2760}'
        | '\u{2e42}' | '\u{300c}'..='\u{300f}' | '\u{301d}'..='\u{301f}' | '\u{fe41}'..='\u{fe44}' | '\u{ff02}'
        | '\u{ff62}' | '\u{ff63}' | '\u{1f676}'..='\u{1f678}')
}

/// Characters of Unicode's property `Default_Ignorable_Code_Point`, and those that are drawn blank.
fn is_invisible(c: char) -> bool {
    is_forbidden(c)
        || matches!(c, '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}'
            | '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200f}' | '\u{2060}'..='\u{206f}' | '\u{2800}' | '\u{3164}'
            | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{ffa0}' | '\u{fff0}'..='\u{fffb}'
            | '\u{1bca0}'..='\u{1bca3}' | '\u{1d173}'..='\u{1d17a}' | '\u{e0000}'..='\u{e0fff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_loses_what_hides() {
        assert_eq!(clean_name("  Bakker\u{202e}\u{7}\n & Zn \u{200f} ", 80), "Bakker & Zn");
        assert_eq!(clean_name(&"é".repeat(90), 80).chars().count(), 80);
    }

    #[test]
    fn a_name_is_shown_without_what_ends_a_quotation_or_cannot_be_seen() {
        for (given, shown) in [
            ("Acme\u{201d}. Verified by Acme. \u{201c}", "Acme. Verified by Acme."),
            ("«Acme» „Acme\u{201f} \"Acme\" 「Acme」 ＂Acme＂", "Acme Acme Acme Acme Acme"),
            ("O\u{2019}Neil & 's-Gravenhage", "O'Neil & 's-Gravenhage"),
            ("A\u{ad}c\u{200b}m\u{2060}e\u{feff}\u{e0041}", "Acme"),
            ("Acme\u{a0}\u{3000}BV\u{2003}", "Acme  BV"),
        ] {
            assert_eq!(shown_name(given), shown);
        }
        for blank in [
            "\u{200b}",
            "\u{3164}\u{115f}",
            "\u{e0041}\u{e007f}",
            "\u{2800}\u{ffa0}",
            "\u{fe0f}\u{200d}",
            "\u{201d}\u{201c}",
        ] {
            assert_eq!(shown_name(blank), "");
        }
    }
}
