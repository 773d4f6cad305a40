//! Answers as bits, and bits as characters of URL-safe base64, six at a time, the last ones filled up with zeros.
//!
//! A choice takes as many bits as its options and three more (missing, not sure, does not apply) need. A number takes
//! two bits for those three and itself, then: 0, a sign, 4 bits with the count of decimals, 6 with the length of the
//! digits as a whole number, and that number; or 1 and the 64 bits of an IEEE 754 double, where no decimal of at most
//! 15 digits is exactly the same. So what is read is what was written, bit for bit.

use crate::answers::{Answer, answer};
use crate::assessment::{Question, QuestionKind};
use crate::input::value::Tree;

/// The characters that carry six bits each.
const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/// The six bits that a character carries.
pub fn from_base64(byte: u8) -> Option<u8> {
    ALPHABET.iter().position(|known| *known == byte).and_then(|place| u8::try_from(place).ok())
}

/// Writes bits, highest first.
pub struct BitWriter<'a> {
    text: &'a mut String,
    sextet: u8,
    count: u8,
}

impl<'a> BitWriter<'a> {
    pub fn new(text: &'a mut String) -> Self {
        Self { text, sextet: 0, count: 0 }
    }

    /// The lowest `width` bits of `value`.
    pub fn push(&mut self, value: u64, width: u32) {
        for place in (0..width).rev() {
            self.sextet = (self.sextet << 1) | u8::from((value >> place) & 1 == 1);
            self.count += 1;
            if self.count == 6 {
                self.text.extend(ALPHABET.get(usize::from(self.sextet)).map(|byte| char::from(*byte)));
                (self.sextet, self.count) = (0, 0);
            }
        }
    }

    /// Fills the last character up with zeros.
    pub fn finish(mut self) {
        while self.count > 0 {
            self.push(0, 1);
        }
    }
}

/// Reads bits, highest first.
pub struct BitReader<'a> {
    rest: std::str::Bytes<'a>,
    sextet: u8,
    count: u8,
}

impl<'a> BitReader<'a> {
    pub fn new(text: &'a str) -> Self {
        Self { rest: text.bytes(), sextet: 0, count: 0 }
    }

    /// The next `width` bits, if there are as many.
    pub fn take(&mut self, width: u32) -> Option<u64> {
        let mut value = 0;
        for _ in 0..width {
            if self.count == 0 {
                self.sextet = from_base64(self.rest.next()?)?;
                self.count = 6;
            }
            self.count -= 1;
            value = (value << 1) | u64::from((self.sextet >> self.count) & 1);
        }
        Some(value)
    }

    /// The whole bytes behind the character that was read last.
    pub fn bytes(mut self) -> Vec<u8> {
        self.count = 0;
        std::iter::from_fn(|| self.take(8).and_then(|byte| u8::try_from(byte).ok())).collect()
    }
}

const UNSURE: u64 = 1;
const NOT_APPLICABLE: u64 = 2;
const GIVEN: u64 = 3; // a number, or the first option; 0 is a question without an answer

/// How many bits hold `states` different things.
fn width(states: usize) -> u32 {
    usize::BITS - states.saturating_sub(1).leading_zeros()
}

/// Writes the answer to `question`.
pub fn write(bits: &mut BitWriter, question: &Question, answer: Option<&Answer>) {
    let options = match &question.kind {
        QuestionKind::Choice(options) => options.as_slice(),
        QuestionKind::Number(_) => &[],
    };
    // Without options: missing, not sure, does not apply, and a number.
    let width = width(options.len().max(1) + 3);
    match answer {
        None => bits.push(0, width),
        Some(Answer::Unsure) => bits.push(UNSURE, width),
        Some(Answer::NotApplicable) => bits.push(NOT_APPLICABLE, width),
        Some(Answer::Option(id)) => {
            let place = options.iter().position(|option| option.id == *id);
            bits.push(place.map_or(0, |place| GIVEN + place as u64), width);
        }
        Some(Answer::Number(number)) => {
            bits.push(GIVEN, width);
            write_number(bits, *number);
        }
    }
}

/// Reads the answer to `question`: the outer `None` where there is none that it takes, the inner where it is missing.
#[allow(clippy::option_option)] // damaged and missing are two things
pub fn read(bits: &mut BitReader, question: &Question) -> Option<Option<Answer>> {
    let options = match &question.kind {
        QuestionKind::Choice(options) => options.as_slice(),
        QuestionKind::Number(_) => &[],
    };
    let value = match bits.take(width(options.len().max(1) + 3))? {
        0 => return Some(None),
        UNSURE => Tree::Text("unsure".to_owned()),
        NOT_APPLICABLE => Tree::Text("n/a".to_owned()),
        place if options.is_empty() && place == GIVEN => Tree::Number(read_number(bits)?),
        place => Tree::Text(options.get(usize::try_from(place - GIVEN).ok()?)?.id.clone()),
    };
    answer(&value, question).ok().map(Some)
}

const DECIMALS: u32 = 4;
const LENGTH: u32 = 6;

fn write_number(bits: &mut BitWriter, number: f64) {
    match decimal(number.abs()) {
        Some((digits, decimals)) => {
            let length = u64::BITS - digits.leading_zeros();
            bits.push(u64::from(number.is_sign_negative()), 2);
            bits.push(decimals, DECIMALS);
            bits.push(u64::from(length), LENGTH);
            bits.push(digits, length);
        }
        None => {
            bits.push(1, 1);
            bits.push(number.to_bits(), 64);
        }
    }
}

fn read_number(bits: &mut BitReader) -> Option<f64> {
    if bits.take(1)? == 1 {
        return Some(f64::from_bits(bits.take(64)?));
    }
    let negative = bits.take(1)? == 1;
    let decimals = bits.take(DECIMALS)?;
    let length = bits.take(LENGTH)?;
    let digits = bits.take(u32::try_from(length).ok()?)?;
    #[allow(clippy::cast_precision_loss)] // what we write is below 10^15; anything else fails the checks of `open`
    let size = digits as f64 / power_of_ten(decimals);
    Some(if negative { -size } else { size })
}

/// The whole number and the count of decimals that are exactly `size`, as few decimals as can be; at most 15 digits.
///
/// Digits below 2^53 over a power of ten up to 10^22 are rounded once (Clinger 1990, see [`crate::input::number`]), so they
/// stand for one double, the same everywhere.
fn decimal(size: f64) -> Option<(u64, u64)> {
    for decimals in 0..16 {
        let scale = power_of_ten(decimals);
        let digits = (size * scale).round();
        if digits >= 1e15 {
            return None;
        }
        if (digits / scale).to_bits() == size.to_bits() {
            #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // whole, from 0 to 10^15
            return Some((digits as u64, decimals));
        }
    }
    None
}

fn power_of_ten(exponent: u64) -> f64 {
    (0..exponent).fold(1.0, |power, _| power * 10.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_come_back_bit_for_bit_and_short_ones_are_short() {
        for (number, bits) in [
            (0.0, 12),
            (-0.0, 12),
            (7_500_000.0, 35),
            (12.5, 19),
            (-0.1, 13),
            (999_999_999_999_999.0, 62),
            (1e15, 65),
            (0.1 + 0.2, 65),
            (f64::MIN_POSITIVE, 65),
            (f64::MAX, 65),
            (1.0 / 3.0, 65),
        ] {
            let mut text = String::new();
            let mut writer = BitWriter::new(&mut text);
            write_number(&mut writer, number);
            writer.finish();
            assert_eq!(text.len(), usize::div_ceil(bits, 6), "{number}");
            assert_eq!(read_number(&mut BitReader::new(&text)).unwrap().to_bits(), f64::to_bits(number), "{number}");
        }
    }

    #[test]
    fn a_choice_takes_no_more_bits_than_it_needs() {
        assert_eq!([4, 5, 8, 9, 16, 17, 23].map(width), [2, 3, 3, 4, 4, 5, 5]);
    }
}
