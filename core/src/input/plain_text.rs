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
    let direction_trick = |c: char| matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    let control = words.chars().find(|c| c.is_control() || direction_trick(*c))?;
    Some(format!("expected plain text, got the control character U+{:04X}", u32::from(control)))
}
