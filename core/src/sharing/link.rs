//! The link: all answers in a few characters of a web address's fragment.
//!
//! The characters are those of URL-safe base64 (RFC 4648 §5), six bits each: one for the version of the format, two
//! for the assessment (12 bits of a hash of its id), four for its version (24 bits of a hash of its fingerprint), the
//! answers packed in bits, then, only if asked for, `.` and a company's name (`..` and the name, if any, where the
//! answers are about a candidate), and last a CRC-24 over all the characters before it. Nothing is compressed, so nothing can unfold. Every later format begins with its version and the
//! assessment as well. How answers are packed is in `bits`.
//!
//! The checksum guards against slips, not against forgers: it finds a change of one character, or of any run of up to
//! three, with certainty (24 bits), and any other change in all but one of 16.8 million cases. A link holds answers
//! and no numbers, so whoever opens it works the result out anew.

mod bits;

use self::bits::{BitReader, BitWriter, from_base64};
use super::OpenError;
use crate::answers::Answers;
use crate::assessment::Assessment;
use crate::input::percent;
use crate::input::plain_text::clean_name;

/// The version of this format.
const VERSION: char = '1';

/// Characters before the answers: version, assessment, fingerprint.
const HEAD: usize = 7;

/// Characters of the checksum.
const CHECK: usize = 4;

/// Longer than any link of ours: 100 numbers at full length, and a name.
const MAX_LENGTH: usize = 4096;

/// How many characters of a company's name travel along.
pub const MAX_NAME: usize = 80;

/// What a link says.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Link {
    /// The answers.
    pub answers: Answers,
    /// The name of the company, if it was put in: plain text by a stranger, free of control and direction characters.
    pub company: Option<String>,
    /// Whether somebody gave the answers about a candidate; `None` where answers do not say.
    pub candidate: Option<bool>,
}

/// The answers as the fragment of an address, without `#`: at most 32 characters for 25 questions with options.
///
/// # Example
/// ```
/// use partner_fit_core::{answers::{Answer, Answers}, assessment::Assessment, input::value::Tree, sharing::link};
///
/// let file: Tree = serde_json::from_str(include_str!("../../../static/assessments/partner.json"))?;
/// let assessment = Assessment::read(&file, &Default::default()).expect("ours has no problem");
/// let mut answers = Answers::default();
/// answers.set("product-fit", Answer::Unsure);
/// let link = link::encode(&assessment, &answers);
/// assert_eq!(link::decode(&assessment, &link), Ok(answers));
/// # Ok::<(), serde_json::Error>(())
/// ```
#[must_use]
pub fn encode(assessment: &Assessment, answers: &Answers) -> String {
    encode_named(assessment, answers, "", false)
}

/// The same with the name of the company behind it, cut after [`MAX_NAME`] characters, without where that is empty; and
/// whether the answers are about a candidate.
#[must_use]
pub fn encode_named(assessment: &Assessment, answers: &Answers, company: &str, candidate: bool) -> String {
    let mut text = head(assessment);
    let mut writer = BitWriter::new(&mut text);
    for (_, question) in assessment.questions() {
        bits::write(&mut writer, question, answers.get(&question.id));
    }
    writer.finish();
    let company = clean_name(company, MAX_NAME);
    if candidate {
        text.push('.');
    }
    if candidate || !company.is_empty() {
        text.push('.');
        text.push_str(&percent::encode(&company, |byte| from_base64(byte).is_some()));
    }
    let check = crc24(text.as_bytes());
    BitWriter::new(&mut text).push(u64::from(check), 24);
    text
}

/// The answers in a link.
///
/// # Errors
/// Says why the link is not one to this assessment; nothing is guessed.
pub fn decode(assessment: &Assessment, link: &str) -> Result<Answers, OpenError> {
    open(assessment, link).map(|link| link.answers)
}

/// The answers in a link, and the name of the company if it has one.
///
/// # Errors
/// Says why the link is not one to this assessment; nothing is guessed.
pub fn open(assessment: &Assessment, link: &str) -> Result<Link, OpenError> {
    let ours = |byte: u8| from_base64(byte).is_some() || byte == b'.' || byte == b'%';
    if !(HEAD + CHECK..=MAX_LENGTH).contains(&link.len()) || !link.bytes().all(ours) {
        return Err(OpenError::NotOurs);
    }
    match link.as_bytes().first() {
        Some(b'1') => {}
        Some(b'2'..=b'9') => return Err(OpenError::Newer),
        _ => return Err(OpenError::NotOurs),
    }
    let (text, check) = link.split_at_checked(link.len() - CHECK).ok_or(OpenError::NotOurs)?;
    if BitReader::new(check).take(24) != Some(u64::from(crc24(text.as_bytes()))) {
        return Err(OpenError::Damaged);
    }
    let own = head(assessment);
    if !text.starts_with(own.get(..3).unwrap_or_default()) {
        return Err(OpenError::OtherAssessment);
    }
    let Some(rest) = text.strip_prefix(&own) else { return Err(OpenError::OtherVersion) };
    let (packed, company) = rest.split_once('.').map_or((rest, None), |(packed, name)| (packed, Some(name)));
    let of_candidate = company.and_then(|name| name.strip_prefix('.'));
    let candidate = of_candidate.is_some();
    let company = if candidate { of_candidate.filter(|name| !name.is_empty()) } else { company };
    let company = company.map(|name| percent::decode(name).ok_or(OpenError::Damaged)).transpose()?;
    let mut reader = BitReader::new(packed);
    let mut answers = Answers::default();
    for (_, question) in assessment.questions() {
        if let Some(answer) = bits::read(&mut reader, question).ok_or(OpenError::Damaged)? {
            answers.set(&question.id, answer);
        }
    }
    // Canonical form: anything that does not re-encode to itself (padding, bits left over) is refused.
    let canonical = encode_named(assessment, &answers, company.as_deref().unwrap_or_default(), candidate);
    if canonical == link { Ok(Link { answers, company, candidate: Some(candidate) }) } else { Err(OpenError::Damaged) }
}

/// Whether a fragment is meant for this assessment: a link to it, of whatever version, in whatever state. Any other
/// fragment is the page's own, but for one in 16,000 that begin with a digit.
#[must_use]
pub fn concerns(assessment: &Assessment, fragment: &str) -> bool {
    let own = head(assessment);
    fragment.len() >= HEAD + CHECK
        && fragment.bytes().next().is_some_and(|version| (b'1'..=b'9').contains(&version))
        && fragment.get(1..3) == own.get(1..3)
}

/// What every link to this version of an assessment begins with.
fn head(assessment: &Assessment) -> String {
    let mut text = String::from(VERSION);
    let mut writer = BitWriter::new(&mut text);
    writer.push(u64::from(crc24(assessment.id.as_bytes())), 12);
    writer.push(u64::from(crc24(assessment.fingerprint.as_bytes())), 24);
    text
}

/// CRC-24 of OpenPGP, RFC 4880 §6.1.
fn crc24(bytes: &[u8]) -> u32 {
    let mut crc: u32 = 0x00b7_04ce;
    for byte in bytes {
        crc ^= u32::from(*byte) << 16;
        for _ in 0..8 {
            crc <<= 1;
            if crc & 0x0100_0000 != 0 {
                crc ^= 0x0186_4cfb;
            }
        }
    }
    crc
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_checksum_is_that_of_openpgp() {
        assert_eq!(crc24(b"123456789"), 0x21_cf02);
        assert_eq!(crc24(b""), 0xb7_04ce);
    }
}
