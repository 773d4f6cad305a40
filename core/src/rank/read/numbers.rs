//! Numbers as people and spreadsheets write them: with decimals, groups, currency, percent and powers of ten.
//!
//! Nothing is guessed. What can be read in one way only is a number, and may prove which sign its column has for
//! decimals; `1.234` can be read in two, and is decided by the rest of its column or not at all.

use crate::input::number::from_digits;

/// The sign for decimals.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Decimals {
    /// `12.5`
    Point,
    /// `12,5`
    Comma,
}

/// A number that was written.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Written {
    /// It can be read in one way, and says nothing of the sign for decimals.
    Plain(f64),
    /// It can be read in one way, which proves the sign.
    Proof(f64, Decimals),
    /// `1.234`: with a point for decimals the first, with a comma the second.
    Ambiguous {
        /// With a point for decimals.
        point: f64,
        /// With a comma for decimals.
        comma: f64,
    },
}

/// What stood around a number.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Around {
    /// A currency sign, which is dropped.
    pub currency: bool,
    /// A percent sign.
    pub percent: bool,
}

/// Signs of currencies that are dropped.
const CURRENCIES: [char; 5] = ['€', '$', '£', '¥', '₹'];

/// The number that `text` is, with what stood around it; `None` where it is no number.
#[must_use]
pub fn written(text: &str) -> Option<(Written, Around)> {
    let mut around = Around::default();
    let mut rest = text.trim();
    let mut negative = None;
    // Signs before the digits, in whatever order: "-€ 5", "€ -5".
    loop {
        let mut characters = rest.chars();
        match characters.next()? {
            '-' | '\u{2212}' if negative.is_none() => negative = Some(true),
            '+' if negative.is_none() => negative = Some(false),
            sign if CURRENCIES.contains(&sign) && !around.currency => around.currency = true,
            _ => break,
        }
        rest = characters.as_str().trim_start();
    }
    while let Some(last) = rest.chars().next_back() {
        match last {
            '%' if !around.percent => around.percent = true,
            sign if CURRENCIES.contains(&sign) && !around.currency => around.currency = true,
            _ => break,
        }
        rest = rest.strip_suffix(last)?.trim_end();
    }
    let signed = |number: f64| if negative == Some(true) { -number } else { number };
    let (mantissa, exponent) = match rest.split_once(['e', 'E']) {
        Some((mantissa, exponent)) => (mantissa, Some(power(exponent)?)),
        None => (rest, None),
    };
    let written = match mantissa_of(mantissa, exponent)? {
        Written::Plain(number) => Written::Plain(signed(number)),
        Written::Proof(number, decimals) => Written::Proof(signed(number), decimals),
        Written::Ambiguous { point, comma } => Written::Ambiguous { point: signed(point), comma: signed(comma) },
    };
    Some((written, around))
}

/// The power of ten behind an `E`.
fn power(text: &str) -> Option<i32> {
    let digits = text.strip_prefix(['+', '-']).unwrap_or(text);
    let good = (1..=3).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit());
    good.then(|| text.parse().ok()).flatten()
}

/// The number that digits, marks and groups make.
fn mantissa_of(text: &str, exponent: Option<i32>) -> Option<Written> {
    let number = |whole: &str, decimals: &str| number(whole, decimals, exponent.unwrap_or(0));
    let points = text.bytes().filter(|byte| *byte == b'.').count();
    let commas = text.bytes().filter(|byte| *byte == b',').count();
    let of = |mark: char| if mark == '.' { Decimals::Point } else { Decimals::Comma };
    let other = |mark: char| if mark == '.' { ',' } else { '.' };
    if points + commas == 0 {
        return Some(Written::Plain(number(&whole(text, None)?, "")?));
    }
    let last = text.rfind(['.', ',']).and_then(|at| text.get(at..)?.chars().next())?;
    let times = if last == '.' { points } else { commas };
    if points > 0 && commas > 0 {
        // The last mark is for decimals, and stands once; the other one makes groups.
        let (groups, decimals) = text.rsplit_once(last).filter(|_| times == 1)?;
        return Some(Written::Proof(number(&whole(groups, Some(other(last)))?, decimals)?, of(last)));
    }
    if times > 1 {
        // Only a mark of groups stands more than once, so the other one is for decimals.
        return Some(Written::Proof(number(&whole(text, Some(last))?, "")?, of(other(last))));
    }
    let (before, after) = text.split_once(last)?;
    let plain = before.bytes().all(|byte| byte.is_ascii_digit());
    let as_group =
        plain && exponent.is_none() && after.len() == 3 && matches!(before.len(), 1..=3) && !before.starts_with('0');
    let decimal = number(&whole(before, None)?, after)?;
    if !as_group {
        return Some(Written::Proof(decimal, of(last)));
    }
    let grouped = number(&format!("{before}{after}"), "")?;
    let (point, comma) = if last == '.' { (decimal, grouped) } else { (grouped, decimal) };
    Some(Written::Ambiguous { point, comma })
}

/// The digits of a whole number without its groups of three, which are parted by spaces, apostrophes or `mark`, all by
/// the same one.
fn whole(text: &str, mark: Option<char>) -> Option<String> {
    let parts = |c: char| Some(c) == mark || (mark.is_none() && (c.is_whitespace() || matches!(c, '\'' | '’')));
    let Some(separator) = text.chars().find(|c| parts(*c)) else {
        return text.bytes().all(|byte| byte.is_ascii_digit()).then(|| text.to_owned());
    };
    let mut groups = text.split(separator);
    let digits = |group: &str| group.bytes().all(|byte| byte.is_ascii_digit());
    let first = groups.next().filter(|first| (1..=3).contains(&first.len()) && digits(first))?;
    let mut number = first.to_owned();
    for group in groups {
        if group.len() != 3 || !digits(group) {
            return None;
        }
        number.push_str(group);
    }
    Some(number)
}

/// The number with these digits; at least one, and no more than anybody means.
fn number(whole: &str, decimals: &str, exponent: i32) -> Option<f64> {
    // The same number as below, sooner.
    if let (Some(number), 0, 1..) = (from_digits(whole, decimals), exponent, whole.len() + decimals.len()) {
        return Some(number);
    }
    let good = decimals.bytes().all(|byte| byte.is_ascii_digit()) && (1..=40).contains(&(whole.len() + decimals.len()));
    let number: f64 = good.then(|| format!("{whole}.{decimals}e{exponent}").parse().ok()).flatten()?;
    number.is_finite().then_some(number)
}

#[cfg(test)]
mod tests {
    use super::Decimals::{Comma, Point};
    use super::*;

    fn read(text: &str) -> Option<Written> {
        written(text).map(|(written, _)| written)
    }

    #[test]
    fn what_can_be_read_in_one_way_is_a_number() {
        for (text, number) in
            [("12", 12.0), (" -7 ", -7.0), ("\u{2212}7", -7.0), ("1 234", 1234.0), ("1'234'567", 1_234_567.0)]
        {
            assert_eq!(read(text), Some(Written::Plain(number)), "{text}");
        }
        for (text, number) in [("1\u{a0}000", 1000.0), ("12\u{202f}345", 12345.0), ("007", 7.0), ("3E+3", 3000.0)] {
            assert_eq!(read(text), Some(Written::Plain(number)), "{text}");
        }
        for (text, number, sign) in [
            ("12,5", 12.5, Comma),
            ("1.234,5", 1234.5, Comma),
            ("12.5", 12.5, Point),
            ("1,234.5", 1234.5, Point),
            ("0.125", 0.125, Point),
            ("0,125", 0.125, Comma),
            ("1234.567", 1234.567, Point),
            ("1.234.567", 1_234_567.0, Comma),
            ("1,234,567.25", 1_234_567.25, Point),
            ("1 234,567", 1234.567, Comma),
            ("1'234.567", 1234.567, Point),
            (".5", 0.5, Point),
            ("5.", 5.0, Point),
            ("1,2E+03", 1200.0, Comma),
            ("1.234e-1", 0.1234, Point),
            ("0.3333333333333333", 1.0 / 3.0, Point),
        ] {
            assert_eq!(read(text), Some(Written::Proof(number, sign)), "{text}");
        }
    }

    #[test]
    fn what_can_be_read_in_two_ways_is_told_in_both() {
        assert_eq!(read("1.234"), Some(Written::Ambiguous { point: 1.234, comma: 1234.0 }));
        assert_eq!(read("-12,345"), Some(Written::Ambiguous { point: -12345.0, comma: -12.345 }));
    }

    #[test]
    fn what_is_no_number_is_refused() {
        for text in [
            "", "-", "€", "twelve", "1,23,4", "12.34.5", "1.2345,6", "1 23", "1 2345", "--5", "1e", "1e9999", "%",
            "1,2,3.4", ".",
        ] {
            assert_eq!(read(text), None, "{text}");
        }
    }

    #[test]
    fn what_stands_around_a_number_is_told() {
        let around = |text| written(text).map(|(number, around)| (number, around.currency, around.percent));
        assert_eq!(around("€ 1 000"), Some((Written::Plain(1000.0), true, false)));
        assert_eq!(around("-$5"), Some((Written::Plain(-5.0), true, false)));
        assert_eq!(around("5 €"), Some((Written::Plain(5.0), true, false)));
        assert_eq!(around("45 %"), Some((Written::Plain(45.0), false, true)));
    }
}
