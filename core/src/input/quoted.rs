//! Text of an input inside a message: bounded, and on one line, whatever somebody wrote.

use std::fmt;

/// A text of an input inside a message: bounded, and on one line.
pub(super) struct Quoted<'a>(pub(super) &'a str, pub(super) usize);

impl fmt::Display for Quoted<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (count, c) in self.0.chars().enumerate() {
            if count == self.1 {
                return f.write_str("…");
            }
            write!(f, "{}", if c.is_control() { '\u{fffd}' } else { c })?;
        }
        Ok(())
    }
}

/// `text` in quotation marks for a message, cut after 40 characters.
#[must_use]
pub fn quoted(text: &str) -> String {
    format!("\"{}\"", Quoted(text, 40))
}

/// How many names a message lists at most.
const MAX_LISTED: usize = 30;

/// The names as a message lists them: `a, b, c`; bounded, and on one line.
#[must_use]
pub fn listed<'a>(names: impl IntoIterator<Item = &'a str>) -> String {
    let mut list = String::new();
    for (count, name) in names.into_iter().enumerate() {
        if count > 0 {
            list.push_str(", ");
        }
        if count == MAX_LISTED {
            list.push('…');
            break;
        }
        list.push_str(&Quoted(name, 64).to_string());
    }
    list
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_list_of_names_is_cut() {
        assert_eq!(listed(["a", "b\n"]), "a, b\u{fffd}");
        assert!(listed(vec!["name"; 1_000]).ends_with("name, …"));
    }

    #[test]
    fn input_in_a_message_is_bounded_and_on_one_line() {
        assert_eq!(quoted(&"x".repeat(90)), format!("\"{}…\"", "x".repeat(40)));
        assert_eq!(quoted("a\nb"), "\"a\u{fffd}b\"");
    }
}
