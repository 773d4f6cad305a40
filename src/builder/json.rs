//! Writes JSON: a configuration as a file, and values inside a script. In the browser `JSON.stringify` writes it,
//! natively serde_json, so that tests read the same texts.

use serde::{Serialize, Serializer};

use partner_fit_core::input::value::Tree;

/// Writes an indented text, for files that people read.
#[must_use]
pub fn file(tree: &Tree) -> String {
    stringify(tree) + "\n"
}

/// Writes a value for a script in a page, on one line. It cannot end the script's element or a line of it, and contains
/// no WordPress shortcode and no placeholder of a template.
#[must_use]
pub fn script(tree: &Tree) -> String {
    // Strings contain no line breaks, so every line is a piece of the structure or one value.
    let mut line = String::new();
    for piece in stringify(tree).lines().map(str::trim_start) {
        line.push_str(piece);
        line.push_str(if piece.ends_with(',') { " " } else { "" });
    }
    let mut out = String::new();
    let (mut is_string, mut is_escaped) = (false, false);
    for c in line.chars() {
        let is_mark = c == '"' && !is_escaped;
        is_string ^= is_mark;
        is_escaped = c == '\\' && !is_escaped;
        match c {
            '<'
            | '>'
            | '&'
            | '\''
            | '['
            | ']'
            | '{'
            | '}'
            | '%'
            | '$'
            | '`'
            | '#'
            | '\u{2028}'
            | '\u{2029}'
            | '\u{7f}'..='\u{9f}'
                if is_string =>
            {
                out.push_str(&format!("\\u{:04x}", u32::from(c)));
            }
            c => out.push(c),
        }
    }
    out
}

/// Writes a string for a script in a page.
#[must_use]
pub fn string(text: &str) -> String {
    script(&Tree::Text(text.to_owned()))
}

#[cfg(target_arch = "wasm32")]
fn stringify(tree: &Tree) -> String {
    let value = crate::js_value::plain(&Written(tree));
    let text = js_sys::JSON::stringify_with_replacer_and_space(&value, &wasm_bindgen::JsValue::NULL, &2.into());
    text.ok().and_then(|text| text.as_string()).unwrap_or_default()
}

#[cfg(not(target_arch = "wasm32"))]
fn stringify(tree: &Tree) -> String {
    serde_json::to_string_pretty(&Written(tree)).unwrap_or_default()
}

/// Converts a tree to plain data; keys keep their order.
struct Written<'a>(&'a Tree);

impl Serialize for Written<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.0 {
            Tree::Bool(value) => serializer.serialize_bool(*value),
            // JavaScript writes whole numbers without a point.
            #[allow(clippy::cast_possible_truncation)] // below 2^53
            Tree::Number(number) if number.fract() == 0.0 && number.abs() < 9e15 => {
                serializer.serialize_i64(*number as i64)
            }
            Tree::Number(number) => serializer.serialize_f64(*number),
            Tree::Text(text) => serializer.serialize_str(text),
            Tree::List(items) => serializer.collect_seq(items.iter().map(Written)),
            Tree::Object(entries) => serializer.collect_map(entries.iter().map(|(key, item)| (key, Written(item)))),
            _ => serializer.serialize_unit(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_reads_back_the_same() {
        let text = r#"{"a":[1,2.5,"x\"\\\n</script>\u2028\u0007\u007f, é[b]\\"],"b":{},"c":[],"d":true,"e":null}"#;
        let tree: Tree = serde_json::from_str(text).unwrap();
        for written in [script(&tree), file(&tree)] {
            assert_eq!(serde_json::from_str::<Tree>(&written).unwrap(), tree, "{written}");
        }
        let written = script(&tree);
        assert!(!written.contains(['<', '\u{2028}', '\u{7f}', '\n']) && !written.contains("[b]"), "{written}");
        let template = script(&Tree::Text("{{x}} {%x%} ${x} `".into()));
        assert!(!template.contains(['{', '}', '%', '$', '`']), "{template}");
    }

    #[test]
    fn a_file_is_indented_and_a_script_is_one_line() {
        let tree: Tree = serde_json::from_str(r#"{"a":[1,2],"b":{}}"#).unwrap();
        assert_eq!(file(&tree), "{\n  \"a\": [\n    1,\n    2\n  ],\n  \"b\": {}\n}\n");
        assert_eq!(script(&tree), r#"{"a": [1, 2], "b": {}}"#);
    }
}
