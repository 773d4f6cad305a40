//! Numbers as text without Rust's float formatting and parsing, whose tables alone would add 15 KB to the download.
//!
//! For messages and drawing, never for scoring. How a language writes numbers is [`crate::wording::format::Format`]'s part.

use std::fmt;

/// A number as JavaScript writes it: the shortest that reads back the same.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct JsNumber(pub f64);

impl fmt::Display for JsNumber {
    #[cfg(target_arch = "wasm32")]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let text = js_sys::Number::from(self.0).to_string_with_radix(10).ok().and_then(|text| text.as_string());
        f.write_str(text.as_deref().unwrap_or("a number"))
    }

    #[cfg(not(target_arch = "wasm32"))]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // As JavaScript does: powers of ten for what is very large or very small.
        match self.0.abs() {
            large if large.is_finite() && large >= 1e21 => f.write_str(&format!("{:e}", self.0).replace('e', "e+")),
            small if small > 0.0 && small < 1e-6 => write!(f, "{:e}", self.0),
            _ => write!(f, "{}", self.0),
        }
    }
}

/// The number that plain digits stand for, exactly rounded; `None` beyond 15 digits, which nobody means.
///
/// A whole number below 2^53 divided by a power of ten up to 10^22 has one rounding, so the result is the nearest
/// there is (W. D. Clinger, *How to read floating point numbers accurately*, 1990).
#[must_use]
pub fn from_digits(whole: &str, decimals: &str) -> Option<f64> {
    let mut digits: u64 = 0;
    let mut count = 0;
    for byte in whole.bytes().chain(decimals.bytes()) {
        if !byte.is_ascii_digit() {
            return None;
        }
        count += usize::from(count > 0 || byte != b'0');
        if count > 15 || decimals.len() > 22 {
            return None;
        }
        digits = digits * 10 + u64::from(byte - b'0');
    }
    let scale = (0..decimals.len()).fold(1.0, |scale, _| scale * 10.0);
    #[allow(clippy::cast_precision_loss)] // at most 15 digits, so below 2^53
    Some(digits as f64 / scale)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_written_as_javascript_writes_them() {
        let written =
            [5e-324, -1.5e-7, 1e-6, 0.1, 1e20, 1e21, -1.25e22, 0.0].map(|number| JsNumber(number).to_string());
        let expected = ["5e-324", "-1.5e-7", "0.000001", "0.1", "100000000000000000000", "1e+21", "-1.25e+22", "0"];
        assert_eq!(written, expected);
    }

    #[test]
    fn digits_become_the_nearest_number() {
        for text in ["0.1", "12.5", "999999999999999", "0.000000000000001", "123456.789012345", "007.50", "1.1", "0.3"]
        {
            let (whole, decimals) = text.split_once('.').unwrap_or((text, ""));
            let expected: f64 = text.parse().unwrap();
            assert_eq!(from_digits(whole, decimals).map(f64::to_bits), Some(expected.to_bits()), "{text}");
        }
        assert_eq!(from_digits("1234567890123456", ""), None);
        assert_eq!(from_digits("1", "2x"), None);
    }
}
