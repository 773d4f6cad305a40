//! Numbers as people type them and spreadsheets write them, with a comma or a point before the decimals.

use crate::input::number::from_digits;

/// The signs that may stand between groups of three digits, beside the decimal sign of the other language.
const GROUP_SIGNS: [char; 5] = [' ', '\u{a0}', '\u{202f}', '\'', '\u{2019}'];

/// The number that `text` is where `decimal` stands before its decimals; `None` if it is none.
#[must_use]
pub fn reading(text: &str, decimal: char) -> Option<f64> {
    let text = text.trim();
    let digits = text.strip_prefix(['-', '\u{2212}', '+']).unwrap_or(text);
    let negative = text.starts_with(['-', '\u{2212}']);
    let (mantissa, exponent) = match digits.split_once(['e', 'E']) {
        Some((mantissa, exponent)) => (mantissa, exponent.strip_prefix('+').unwrap_or(exponent).parse::<i32>().ok()?),
        None => (digits, 0),
    };
    let (whole, decimals) = mantissa.split_once(decimal).unwrap_or((mantissa, ""));
    let other = if decimal == ',' { '.' } else { ',' };
    let sign = whole.chars().find(|c| *c == other || GROUP_SIGNS.contains(c));
    if let Some(sign) = sign {
        let mut groups = whole.split(sign);
        let first = groups.next().unwrap_or_default();
        if !(1..=3).contains(&first.len()) || groups.any(|group| group.len() != 3) {
            return None;
        }
    }
    let plain: String = whole.chars().filter(|c| Some(*c) != sign).collect();
    if plain.is_empty() && decimals.is_empty() || exponent.abs() > 22 {
        return None;
    }
    let (plain, decimals) = shifted(plain, decimals.to_owned(), exponent);
    let number = from_digits(&plain, &decimals)?;
    Some(if negative { -number } else { number })
}

/// The digits before and behind the decimal sign after it has moved this many places to the right.
fn shifted(mut whole: String, mut decimals: String, places: i32) -> (String, String) {
    for _ in 0..places.abs() {
        if places > 0 {
            whole.push(if decimals.is_empty() { '0' } else { decimals.remove(0) });
        } else {
            decimals.insert(0, whole.pop().unwrap_or('0'));
        }
    }
    (whole, decimals)
}

/// The number that `text` is by itself; `None` where it is none, or two different ones.
#[must_use]
#[allow(clippy::float_cmp)] // both readings of the same digits
pub fn lone(text: &str) -> Option<f64> {
    match (reading(text, '.'), reading(text, ',')) {
        (Some(point), Some(comma)) => (point == comma).then_some(point),
        (point, comma) => point.or(comma),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_with_either_sign() {
        for (text, point, comma) in [
            ("40", Some(40.0), Some(40.0)),
            ("12,5", None, Some(12.5)),
            ("12.5", Some(12.5), None),
            ("1.234", Some(1.234), Some(1234.0)),
            ("1.234,5", None, Some(1234.5)),
            ("1,234.5", Some(1234.5), None),
            ("1 234 567", Some(1_234_567.0), Some(1_234_567.0)),
            ("1'234", Some(1234.0), Some(1234.0)),
            ("12 34", None, None),
            ("-3", Some(-3.0), Some(-3.0)),
            ("1,2E+03", None, Some(1200.0)),
            ("1.2e-3", Some(0.0012), None),
            ("", None, None),
            ("-", None, None),
            ("twelve", None, None),
        ] {
            assert_eq!((reading(text, '.'), reading(text, ',')), (point, comma), "{text}");
        }
        assert_eq!((lone("1.234"), lone("12,5"), lone("40")), (None, Some(12.5), Some(40.0)));
    }
}
