//! Hashes: a content security policy allows an inline script or style by its hash, and a page pins a file of the
//! release by its hash.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest as _, Sha256};

use crate::builder::site::Site;

/// The attributes that pin a file to its hash, if the hash is known.
pub fn integrity(site: &Site, path: &str) -> String {
    let hash = site.hash(path).map(|hash| format!(" integrity=\"{hash}\" crossorigin=\"anonymous\""));
    hash.unwrap_or_default()
}

/// The policy source that allows exactly this text.
pub fn source(text: &str) -> String {
    format!("'sha256-{}'", STANDARD.encode(Sha256::digest(text.as_bytes())))
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_hash_is_what_browsers_compute() {
        // The expected value is from the W3C specification Content Security Policy.
        let expected = "'sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng='";
        assert_eq!(super::source("alert('Hello, world.');"), expected);
    }
}
