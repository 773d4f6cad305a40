//! The link: all answers in a few characters of a web address's fragment.
//!
//! The characters are those of URL-safe base64 (RFC 4648 §5), six bits each: one for the version of the format, two
//! for the assessment (12 bits of a hash of its id), four for its version (24 bits of a hash of its fingerprint), the
//! answers packed in bits, then, where there is something to say, a byte 1 if they are about a candidate and the bytes of a
//! company's name, and last a CRC-24 over all the
//! characters before it. Nothing is compressed, so nothing can unfold. Every later format begins with its version and
//! the assessment as well. How answers are packed is in `bits`.
//!
//! A link begins with a letter and ends in a letter or digit. The first, because pages look up the element that a
//! fragment names, and no selector begins with a digit. The second, because programs that find addresses in a text do
//! not count a `_` or `-` at their end.
//!
//! The checksum guards against slips, not against forgers: it finds a change of one character, or of any run of up to
//! three, in all but one of 500 million cases, and any other change in all but one of 16.2 million. A link holds
//! answers and no numbers, so whoever opens it works the result out anew.

mod bits;

use self::bits::{BitReader, BitWriter, from_base64};
use super::OpenError;
use crate::answers::Answers;
use crate::assessment::Assessment;
use crate::input::percent;
use crate::input::plain_text::{clean_name, shown_name};

/// The version of this format. Later ones are the letters after it.
const VERSION: u8 = b'P';

/// The version that links had before; they still open. Its names were percent-encoded behind a `.`.
const OLD_VERSION: u8 = b'1';

/// Characters before the answers: version, assessment, fingerprint.
const HEAD: usize = 7;

/// Characters of the checksum.
const CHECK: usize = 4;

/// What stands before the name where the answers are about a candidate; no name begins with it.
const CANDIDATE: u8 = 1;

/// Longer than any link of ours: 100 numbers at full length, and a name.
const MAX_LENGTH: usize = 4096;

/// How many characters of a company's name travel along.
pub const MAX_NAME: usize = 80;

/// What a link says.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Link {
    /// The answers.
    pub answers: Answers,
    /// The name of the company, if it was put in: plain text by a stranger, free of quotation marks and of characters that
    /// cannot be seen.
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
    write(VERSION, assessment, answers, &shown_name(company), candidate)
}

/// A link with a name as links have it, which older ones put in with its quotation marks.
fn write(version: u8, assessment: &Assessment, answers: &Answers, company: &str, candidate: bool) -> String {
    let mut text = head(version, assessment);
    let mut writer = BitWriter::new(&mut text);
    for (_, question) in assessment.questions() {
        bits::write(&mut writer, question, answers.get(&question.id));
    }
    writer.finish();
    let company = clean_name(company, MAX_NAME);
    if version == VERSION {
        let mut writer = BitWriter::new(&mut text);
        let about = candidate.then_some(CANDIDATE);
        about.into_iter().chain(company.bytes()).for_each(|byte| writer.push(u64::from(byte), 8));
        writer.finish();
    } else if candidate || !company.is_empty() {
        text.push_str(if candidate { "." } else { "" });
        text.push('.');
        text.push_str(&percent::encode(&company, |byte| from_base64(byte).is_some()));
    }
    let check = check_of(version, &text);
    BitWriter::new(&mut text).push(check, 24);
    text
}

/// The answers in a link.
///
/// # Errors
/// Says why the link is not one to this assessment; nothing is guessed.
pub fn decode(assessment: &Assessment, link: &str) -> Result<Answers, OpenError> {
    open(assessment, link).map(|link| link.answers)
}

/// The answers in a link, and the name of the company if it has one. The link may be a part of the fragment, beside what
/// the page itself keeps there, and may have got a tail on its way: what an address cannot end in, or what others add.
///
/// # Errors
/// Says why the link is not one to this assessment; nothing is guessed.
pub fn open(assessment: &Assessment, fragment: &str) -> Result<Link, OpenError> {
    let found = find(assessment, fragment);
    let link = found.unwrap_or_else(|| without_tail(fragment));
    if !(HEAD + CHECK..=MAX_LENGTH).contains(&link.len()) {
        return Err(OpenError::NotOurs);
    }
    let version = match link.bytes().next() {
        Some(version @ (VERSION | OLD_VERSION)) => version,
        Some(version) if is_later(version) => return Err(OpenError::Newer),
        _ if found.is_some() => return Err(OpenError::Damaged),
        _ => return Err(OpenError::NotOurs),
    };
    let text = unchecked(version, link).ok_or(OpenError::Damaged)?;
    let own = head(version, assessment);
    if !text.starts_with(own.get(..3).unwrap_or_default()) {
        return Err(OpenError::OtherAssessment);
    }
    let Some(rest) = text.strip_prefix(&own) else { return Err(OpenError::OtherVersion) };
    let (packed, name) = rest.split_once('.').map_or((rest, None), |(packed, name)| (packed, Some(name)));
    let mut reader = BitReader::new(packed);
    let mut answers = Answers::default();
    for (_, question) in assessment.questions() {
        if let Some(answer) = bits::read(&mut reader, question).ok_or(OpenError::Damaged)? {
            answers.set(&question.id, answer);
        }
    }
    let bytes = String::from_utf8(reader.bytes()).ok();
    let (candidate, company) = match name {
        Some(name) => (name.starts_with('.'), percent::decode(name.strip_prefix('.').unwrap_or(name))),
        None => {
            let mark = char::from(CANDIDATE);
            (bytes.as_ref().is_some_and(|text| text.starts_with(mark)), bytes.map(|text| text.replacen(mark, "", 1)))
        }
    };
    let company = company.ok_or(OpenError::Damaged)?;
    // Canonical form: anything that does not re-encode to itself (padding, bits left over) is refused.
    if write(version, assessment, &answers, &company, candidate) == link {
        let company = Some(shown_name(&company)).filter(|name| !name.is_empty());
        Ok(Link { answers, company, candidate: Some(candidate) })
    } else {
        Err(OpenError::Damaged)
    }
}

/// Whether a fragment is meant for this assessment, or has a part that is: a link to it, of whatever version, in
/// whatever state. Any other fragment is the page's own.
#[must_use]
pub fn concerns(assessment: &Assessment, fragment: &str) -> bool {
    find(assessment, fragment).is_some()
}

/// The part of a fragment that is a link to this assessment, without its tail. Pages that route by the fragment have a
/// query of their own in it.
fn find<'a>(assessment: &Assessment, fragment: &'a str) -> Option<&'a str> {
    let own = head(VERSION, assessment);
    fragment.split(['#', '/', '?', '&', '=']).map(without_tail).find(|link| {
        let Some(version) = link.bytes().next().filter(|_| link.len() >= HEAD + CHECK) else { return false };
        let known = version == VERSION || version == OLD_VERSION;
        // A heading of the page may by chance begin like a link to this assessment; hardly like one to this version of
        // it, or like one whose checksum is right. What has lost its capitals on the way is damaged, and ours.
        link.get(..HEAD).is_some_and(|head| head.eq_ignore_ascii_case(&own))
            || (link.get(1..3) == own.get(1..3))
                && (is_later(version)
                    || known && (link.get(3..HEAD) == own.get(3..HEAD) || unchecked(version, link).is_some()))
    })
}

/// The start of a text up to the first character that no link has.
fn without_tail(text: &str) -> &str {
    let text = text.trim_start();
    let is_old = text.as_bytes().first() == Some(&OLD_VERSION);
    let end = text.bytes().position(|byte| from_base64(byte).is_none() && !(is_old && b".%".contains(&byte)));
    end.and_then(|end| text.get(..end)).unwrap_or(text)
}

/// Whether a link is of a format that came after this one.
fn is_later(version: u8) -> bool {
    (VERSION + 1..=b'Z').contains(&version)
}

/// Whether a text has the checksum of a link of this format, to whatever assessment.
#[must_use]
pub fn is_intact(link: &str) -> bool {
    link.bytes().next().is_some_and(|version| unchecked(version, link).is_some())
}

/// The text of a link without its checksum, if that is right.
fn unchecked(version: u8, link: &str) -> Option<&str> {
    let (text, check) = link.split_at_checked(link.len().checked_sub(CHECK)?)?;
    (BitReader::new(check).take(24) == Some(check_of(version, text))).then_some(text)
}

/// What every link to this version of an assessment begins with.
fn head(version: u8, assessment: &Assessment) -> String {
    let mut text = String::from(char::from(version));
    let mut writer = BitWriter::new(&mut text);
    writer.push(u64::from(crc24(assessment.id.as_bytes())), 12);
    writer.push(u64::from(crc24(assessment.fingerprint.as_bytes())), 24);
    text
}

/// The checksum of a text, with a bit turned where its last character would be `-` or `_`.
fn check_of(version: u8, text: &str) -> u64 {
    let check = u64::from(crc24(text.as_bytes()));
    if version == VERSION && check & 63 >= 62 { check ^ 32 } else { check }
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
