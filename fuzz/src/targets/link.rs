//! Links: our own, changed in some characters, half of them with a checksum that fits; and any text.

use partner_fit_core::sharing::link;

use crate::assessments::{answers, assessment};
use crate::draw::Draw;

const SIGNS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

pub fn step(draw: &mut Draw) -> bool {
    let assessment = assessment(draw);
    let given = answers(draw, &assessment);
    let name = if draw.one_in(4) { draw.text(100) } else { String::new() };
    let candidate = draw.one_in(4);
    let code = link::encode_named(&assessment, &given, &name, candidate);
    assert!(code.bytes().all(|byte| SIGNS.contains(&byte) || byte == b'.' || byte == b'%'), "{code}");
    let opened = link::open(&assessment, &code).expect("our own link opens");
    assert_eq!((opened.answers, opened.candidate), (given, Some(candidate)));
    let mut changed = code.into_bytes();
    for _ in 0..=draw.below(3) {
        let place = draw.below(changed.len());
        match draw.below(4) {
            0 => changed.truncate(place),
            1 => changed.insert(place, *draw.pick(SIGNS)),
            _ => changed[place] = *draw.pick(SIGNS),
        }
        if changed.is_empty() {
            break;
        }
    }
    let mut changed = String::from_utf8(changed).unwrap_or_default();
    if draw.one_in(2) && changed.len() > 4 {
        changed = signed(&changed[..changed.len() - 4]);
    }
    if draw.one_in(64) {
        changed = draw.text(60);
    }
    let concerns = link::concerns(&assessment, &changed);
    let Ok(found) = link::open(&assessment, &changed) else { return false };
    assert!(concerns, "{changed} opens, so it concerns this assessment");
    // Whatever opens holds answers of this assessment, and they travel again.
    let again = link::encode(&assessment, &found.answers);
    assert_eq!(link::decode(&assessment, &again).as_ref(), Ok(&found.answers));
    assert!(
        found.company.is_none_or(|name| !name.trim().is_empty() && !name.contains(['"', '\u{201d}', '\u{202e}', '\n']))
    );
    true
}

/// A text with its checksum behind it (CRC-24 of OpenPGP, six bits a character).
fn signed(text: &str) -> String {
    let mut crc: u32 = 0x00b7_04ce;
    for byte in text.bytes() {
        crc ^= u32::from(byte) << 16;
        for _ in 0..8 {
            crc <<= 1;
            if crc & 0x0100_0000 != 0 {
                crc ^= 0x0186_4cfb;
            }
        }
    }
    let check = [18, 12, 6, 0].map(|shift| char::from(SIGNS[(crc >> shift & 63) as usize]));
    text.chars().chain(check).collect()
}
