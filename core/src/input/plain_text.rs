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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_loses_what_hides() {
        assert_eq!(clean_name("  Bakker\u{202e}\u{7}\n & Zn \u{200f} ", 80), "Bakker & Zn");
        assert_eq!(clean_name(&"é".repeat(90), 80).chars().count(), 80);
    }
}
