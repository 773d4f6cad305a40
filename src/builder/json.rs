//! Writing JSON: a configuration as a file, values inside a script. Reading is the browser's part.

use partner_fit_core::input::number::Shown;
use partner_fit_core::input::value::Tree;

/// The text of a file, indented, for people to read.
#[must_use]
pub fn file(tree: &Tree) -> String {
    let mut out = String::new();
    write(tree, Some("\n"), &mut out);
    out.push('\n');
    out
}

/// A value for a script in a page, on one line; nothing in it ends the script.
#[must_use]
pub fn script(tree: &Tree) -> String {
    let mut out = String::new();
    write(tree, None, &mut out);
    out
}

/// A string for a script in a page.
#[must_use]
pub fn string(text: &str) -> String {
    let mut out = String::new();
    quote(text, true, &mut out);
    out
}

/// In a script also without what would end its element or a line of it, and what WordPress takes for its shortcodes.
fn quote(text: &str, in_script: bool, out: &mut String) {
    out.push('"');
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '<' | '>' | '&' | '\'' | '[' | ']' | '\u{2028}' | '\u{2029}' if in_script => code(c, out),
            c if c.is_control() => code(c, out),
            c => out.push(c),
        }
    }
    out.push('"');
}

fn code(c: char, out: &mut String) {
    for unit in c.encode_utf16(&mut [0; 2]) {
        out.push_str(&format!("\\u{unit:04x}"));
    }
}

/// `line` is a line break with the indentation of what is written; none in a script.
fn write(tree: &Tree, line: Option<&str>, out: &mut String) {
    let in_script = line.is_none();
    let inner = line.map(|line| format!("{line}  "));
    let separate = |out: &mut String, place: usize| {
        out.push_str(match (place, in_script) {
            (0, _) => "",
            (_, true) => ", ",
            (_, false) => ",",
        });
        out.push_str(inner.as_deref().unwrap_or_default());
    };
    match tree {
        Tree::Bool(value) => out.push_str(if *value { "true" } else { "false" }),
        Tree::Number(number) if number.is_finite() => out.push_str(&Shown(*number).to_string()),
        Tree::Text(text) => quote(text, in_script, out),
        Tree::List(items) => {
            out.push('[');
            for (place, item) in items.iter().enumerate() {
                separate(out, place);
                write(item, inner.as_deref(), out);
            }
            out.push_str(line.filter(|_| !items.is_empty()).unwrap_or_default());
            out.push(']');
        }
        Tree::Object(entries) => {
            out.push('{');
            for (place, (key, value)) in entries.iter().enumerate() {
                separate(out, place);
                quote(key, in_script, out);
                out.push_str(": ");
                write(value, inner.as_deref(), out);
            }
            out.push_str(line.filter(|_| !entries.is_empty()).unwrap_or_default());
            out.push('}');
        }
        _ => out.push_str("null"),
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_reads_back_the_same() {
        let text = r#"{"a":[1,2.5,"x\"\\\n</script>\u2028\u0007é[b]"],"b":{},"c":[],"d":true,"e":null}"#;
        let tree: Tree = serde_json::from_str(text).unwrap();
        for written in [script(&tree), file(&tree)] {
            assert_eq!(serde_json::from_str::<Tree>(&written).unwrap(), tree, "{written}");
        }
        assert!(!script(&tree).contains(['<', '\u{2028}', '\n']), "{}", script(&tree));
    }

    #[test]
    fn a_file_is_indented() {
        let tree: Tree = serde_json::from_str(r#"{"a":[1],"b":{}}"#).unwrap();
        assert_eq!(file(&tree), "{\n  \"a\": [\n    1\n  ],\n  \"b\": {}\n}\n");
    }
}
