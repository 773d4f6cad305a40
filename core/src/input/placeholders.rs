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
fn filled<'v>(text: &str, signs: [char; 2], value: &dyn Fn(&str) -> Option<&'v str>) -> String {
    let mut filled = String::new();
    pieces(text, signs, value, &mut |piece| {
        filled.push_str(piece);
        true
    });
    filled
}

/// The pieces of a text with its placeholders filled in, one after the other, as long as `each` asks for more.
pub fn pieces<'v>(
    text: &str,
    [open, close]: [char; 2],
    value: &dyn Fn(&str) -> Option<&'v str>,
    each: &mut dyn FnMut(&str) -> bool,
) {
    let mut rest = text;
    let mut sign = [0; 4];
    let sign: &str = open.encode_utf8(&mut sign);
    while let Some((before, after)) = rest.split_once(open) {
        let known = after.split_once(close).and_then(|(name, tail)| Some((value(name)?, tail)));
        let (piece, tail) = known.unwrap_or((sign, after));
        if !each(before) || !each(piece) {
            return;
        }
        rest = tail;
    }
    each(rest);
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
