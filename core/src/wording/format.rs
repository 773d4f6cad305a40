//! How a language writes numbers, counts and dates, and how its readers type a number.
//!
//! In a page this is the browser's `Intl`; [`PlainFormat`] writes as English does, for tests and tools without a browser.

use crate::input::number::from_digits;

/// How a language writes numbers and counts.
pub trait Format {
    /// `number` with at most `decimals` digits after the decimal sign.
    fn number(&self, number: f64, decimals: u8) -> String;
    /// Which plural form goes with `count`: `one`, `other` …, as CLDR names them.
    fn plural(&self, count: f64) -> String;
    /// The sign between whole and decimal digits.
    fn decimal_sign(&self) -> char;
    /// Today's date in words.
    fn today(&self) -> String;
}

/// Numbers and plurals as English writes them, for tests and tools that have no browser.
#[derive(Clone, Copy, Debug, Default)]
pub struct PlainFormat;

impl Format for PlainFormat {
    fn number(&self, number: f64, decimals: u8) -> String {
        let text = format!("{number:.*}", usize::from(decimals));
        let trimmed = if decimals > 0 { text.trim_end_matches('0').trim_end_matches('.') } else { &text };
        trimmed.to_owned()
    }

    fn plural(&self, count: f64) -> String {
        if (count - 1.0).abs() < f64::EPSILON { "one" } else { "other" }.to_owned()
    }

    fn decimal_sign(&self) -> char {
        '.'
    }

    fn today(&self) -> String {
        "today".to_owned()
    }
}

/// The number that a reader means by `text`, where `decimal_sign` stands between whole and decimal digits: with or
/// without thousands separators, with either decimal sign where only one reading is possible. `None` if it is no number.
#[must_use]
pub fn parse_number(text: &str, decimal_sign: char) -> Option<f64> {
    let text: String = text.chars().filter(|c| !c.is_whitespace() && *c != '\'').collect();
    let digits = text.strip_prefix(['-', '\u{2212}']).unwrap_or(&text);
    let negative = digits.len() < text.len();
    let group_sign = if decimal_sign == ',' { '.' } else { ',' };
    let grouped = |whole: &str| {
        let mut groups = whole.split(group_sign);
        let first = groups.next().unwrap_or_default();
        (1..=3).contains(&first.len()) && groups.all(|group| group.len() == 3)
    };
    let (whole, decimals) = match digits.split_once(decimal_sign) {
        Some(parts) => parts,
        // The other language's decimal sign, where it cannot be a thousands separator: 2.5 in Dutch.
        None if !grouped(digits) => digits.split_once(group_sign).unwrap_or((digits, "")),
        None => (digits, ""),
    };
    if whole.split(group_sign).count() > 1 && !grouped(whole) {
        return None;
    }
    let plain = whole.replace(group_sign, "");
    if plain.is_empty() && decimals.is_empty() {
        return None;
    }
    from_digits(&plain, decimals).map(|number| if negative { -number } else { number })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_as_their_writer_means_them() {
        for (text, decimal_sign, expected) in [
            ("12", '.', Some(12.0)),
            ("1000", '.', Some(1000.0)),
            ("1000", ',', Some(1000.0)),
            ("2.5", '.', Some(2.5)),
            ("2,5", '.', Some(2.5)),
            ("2,5", ',', Some(2.5)),
            ("2.5", ',', Some(2.5)),
            ("1.000", ',', Some(1000.0)),
            ("1,000", '.', Some(1000.0)),
            ("1.000", '.', Some(1.0)),
            ("1 250 000", ',', Some(1_250_000.0)),
            ("1.250.000,75", ',', Some(1_250_000.75)),
            ("-3", '.', Some(-3.0)),
            (".5", '.', Some(0.5)),
            ("", '.', None),
            ("-", '.', None),
            ("12 million", '.', None),
            ("1e5", '.', None),
            ("1.2.3", '.', None),
            ("NaN", '.', None),
        ] {
            assert_eq!(parse_number(text, decimal_sign), expected, "{text:?} with {decimal_sign:?}");
        }
    }
}
