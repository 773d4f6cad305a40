//! Placeholders: a `{name}` in a text, in whose place a value is put.

/// `text` with every `{name}` that has a value replaced by it, in one pass: a value that looks like a placeholder stays
/// as it is.
pub fn fill<'v>(text: &str, value: impl Fn(&str) -> Option<&'v str>) -> String {
    fill_between(text, ['{', '}'], value)
}

/// The same with other signs around a name.
pub fn fill_between<'v>(text: &str, signs: [char; 2], value: impl Fn(&str) -> Option<&'v str>) -> String {
    filled(text, signs, &value)
}

/// Compiled once, whatever gives the values.
fn filled<'v>(text: &str, [open, close]: [char; 2], value: &dyn Fn(&str) -> Option<&'v str>) -> String {
    let mut filled = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once(open) {
        filled.push_str(before);
        let known = after.split_once(close).and_then(|(name, tail)| Some((value(name)?, tail)));
        if let Some((value, tail)) = known {
            filled.push_str(value);
            rest = tail;
        } else {
            filled.push(open);
            rest = after;
        }
    }
    filled + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_that_looks_like_a_placeholder_and_an_unknown_name_stay() {
        let value = |name: &str| match name {
            "a" => Some("{b}"),
            "b" => Some("2"),
            _ => None,
        };
        assert_eq!(fill("{a} and {b} and {c} and {", value), "{b} and 2 and {c} and {");
        assert_eq!(fill_between("«b»{b}", ['«', '»'], value), "2{b}");
    }
}
