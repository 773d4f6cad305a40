//! Python writes NaN and infinite numbers into JSON, which JSON does not have; here they become strings.

/// `text` with `NaN`, `Infinity` and `-Infinity` outside strings in quotation marks.
pub fn strict(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    let mut inside = false;
    while let Some(c) = rest.chars().next() {
        let word = ["NaN", "-Infinity", "Infinity"].into_iter().find(|word| !inside && rest.starts_with(word));
        let length = match (word, c) {
            (Some(word), _) => word.len(),
            (None, '\\') => 1 + rest[1..].chars().next().map_or(0, char::len_utf8),
            (None, _) => c.len_utf8(),
        };
        inside ^= c == '"';
        let (taken, left) = rest.split_at(length);
        out.push_str(&word.map_or_else(|| taken.to_owned(), |word| format!("\"{word}\"")));
        rest = left;
    }
    out
}

/// The number that a value of a case stands for; `null` and "inf" are infinite, as the library's own defaults are.
pub fn number(value: &serde_json::Value) -> Option<f64> {
    match value {
        serde_json::Value::Null => Some(f64::INFINITY),
        serde_json::Value::String(words) => words.to_lowercase().parse().ok(),
        other => other.as_f64(),
    }
}
